//! Reads the labelled responses with `error-codes` and with the two most similar crates, and prints how many kinds and retry
//! verdicts each gets right, and how long each takes compared with `error-codes`.
//!
//! ```text
//! cargo run --release --manifest-path examples/peers/Cargo.toml
//! ```
//!
//! The peers are scored generously. A class of theirs is right if any kind that it covers is accepted; where no status code
//! was recorded, they are given the usual one of the expected kind; and a response that they do not accept counts as
//! `unknown`.

#![forbid(unsafe_code)]

use comfy_table::{Table, presets};
use error_codes::ErrorKind as Kind;
use error_codes_tests::{Labelled, Received, Score, labelled};
use std::collections::BTreeSet;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

const FIXTURE: &str = include_str!("../../../tests/fixtures/samples.jsonl");

/// What a library says about a response: the kinds that it may mean, and whether to retry.
struct Verdict {
    kinds: Vec<Kind>,
    is_retryable: bool,
}

struct Reader {
    name: &'static str,
    read: fn(&Labelled) -> Verdict,
    /// Reads all responses once, without what an HTTP client has done before.
    pass: fn(&Responses) -> Duration,
}

/// The responses with their labels, and as an HTTP client returns them.
struct Responses<'a> {
    labelled: &'a [Labelled],
    received: Vec<Received<'a>>,
}

const READERS: [Reader; 3] = [
    Reader {
        name: "error-codes",
        read: read_here,
        pass: |responses| {
            timed(&responses.received, |response| {
                _ = black_box(response.read())
            })
        },
    },
    Reader {
        name: "lm15 2",
        read: read_with_lm15,
        pass: |responses| {
            timed(responses.labelled, |response| {
                _ = black_box(call_lm15(response))
            })
        },
    },
    Reader {
        name: "llm-error-class 0.1",
        read: read_with_llm_error_class,
        pass: |responses| {
            timed(responses.labelled, |response| {
                _ = black_box(call_llm_error_class(response))
            })
        },
    },
];

fn main() -> ExitCode {
    let responses = match labelled(FIXTURE) {
        Ok(responses) => responses,
        Err(error) => {
            eprintln!("peers: {error}");
            return ExitCode::FAILURE;
        }
    };
    let prepared = Responses {
        labelled: &responses,
        received: responses.iter().map(Labelled::received).collect(),
    };
    let times = READERS.map(|reader| time(&reader, &prepared));
    let mut table = Table::new();
    table.load_style(presets::UTF8_FULL_CONDENSED).set_header([
        "reader",
        "responses of",
        "kinds",
        "retryable",
        "permanent",
        "verdicts, balanced",
        "time, error-codes = 1",
    ]);
    for (reader, time) in READERS.iter().zip(times) {
        let ratio = time.as_secs_f64() / times[0].as_secs_f64();
        let providers: BTreeSet<&str> = responses.iter().map(provider).collect();
        for of in providers {
            table.add_row(figures(
                reader,
                of,
                responses.iter().filter(|response| provider(response) == of),
                "",
            ));
        }
        table.add_row(figures(
            reader,
            "all",
            responses.iter(),
            &format!("{ratio:.1}"),
        ));
    }
    println!("{table}");
    ExitCode::SUCCESS
}

fn provider(response: &Labelled) -> &str {
    response.provider.as_deref().unwrap_or("unknown")
}

/// Returns how many of these responses a reader gets right, as a row of the table.
fn figures<'a>(
    reader: &Reader,
    of: &str,
    responses: impl Iterator<Item = &'a Labelled>,
    time: &str,
) -> [String; 7] {
    let mut score = Score::default();
    for response in responses {
        let verdict = (reader.read)(response);
        score.count(response, &verdict.kinds, verdict.is_retryable);
    }
    let percent = |share: f64| format!("{share:.1} %");
    [
        reader.name.to_owned(),
        of.to_owned(),
        percent(score.kinds.percent()),
        percent(score.retryable.percent()),
        percent(score.permanent.percent()),
        percent(score.verdicts()),
        time.to_owned(),
    ]
}

fn timed<T>(responses: &[T], read: impl Fn(&T)) -> Duration {
    let start = Instant::now();
    responses
        .iter()
        .for_each(|response| read(black_box(response)));
    start.elapsed()
}

/// Returns the shortest time of several passes.
fn time(reader: &Reader, responses: &Responses<'_>) -> Duration {
    let passes = (0..500).map(|_| (reader.pass)(responses));
    passes.min().unwrap_or_default()
}

fn read_here(response: &Labelled) -> Verdict {
    response.read(|error| Verdict {
        kinds: vec![error.kind()],
        is_retryable: error.is_retryable(),
    })
}

fn status(response: &Labelled) -> u16 {
    let usual = || response.accept.first().map(|kind| kind.status().as_u16());
    response.status.or_else(usual).unwrap_or(500)
}

fn call_lm15(response: &Labelled) -> Option<lm15::errors::Lm15Error> {
    lm15::errors::normalize_error("openai", status(response), &response.body).ok()
}

fn read_with_lm15(response: &Labelled) -> Verdict {
    use lm15::errors::ErrorCode as Code;
    let Some(error) = call_lm15(response) else {
        return Verdict {
            kinds: vec![Kind::Unknown],
            is_retryable: false,
        };
    };
    let kinds = match error.code() {
        Code::Auth => vec![Kind::Authentication, Kind::PermissionDenied],
        Code::Billing => vec![Kind::QuotaExhausted],
        Code::RateLimit => vec![Kind::RateLimited],
        Code::InvalidRequest => vec![
            Kind::InvalidRequest,
            Kind::NotFound,
            Kind::PayloadTooLarge,
            Kind::ContentFiltered,
            Kind::Conflict,
            Kind::Cancelled,
        ],
        Code::ContextLength => vec![Kind::ContextLength],
        Code::Timeout => vec![Kind::Timeout],
        Code::Server => vec![Kind::Internal, Kind::Unavailable],
        Code::UnsupportedModel => vec![Kind::NotFound, Kind::PermissionDenied],
        _ => vec![Kind::Unknown],
    };
    Verdict {
        kinds,
        is_retryable: error.is_retryable(),
    }
}

fn call_llm_error_class(response: &Labelled) -> llm_error_class::ErrorClass {
    llm_error_class::classify(status(response), &response.body)
}

fn read_with_llm_error_class(response: &Labelled) -> Verdict {
    use llm_error_class::ErrorClass as Class;
    let class = call_llm_error_class(response);
    let kinds = match class {
        Class::RateLimit => vec![Kind::RateLimited],
        Class::Overloaded => vec![Kind::Unavailable],
        Class::Server => vec![Kind::Internal, Kind::Unavailable],
        Class::Timeout => vec![Kind::Timeout],
        Class::Auth => vec![Kind::Authentication, Kind::PermissionDenied],
        Class::ContextWindow => vec![Kind::ContextLength],
        Class::ContentPolicy => vec![Kind::ContentFiltered],
        Class::Malformed => vec![Kind::InvalidRequest, Kind::PayloadTooLarge],
        Class::NotFound => vec![Kind::NotFound],
        Class::BillingQuota => vec![Kind::QuotaExhausted],
        Class::Unknown => vec![Kind::Unknown],
    };
    Verdict {
        kinds,
        is_retryable: class.is_retriable(),
    }
}
