//! Reads the labelled answers with `error-codes` and with the two crates nearest to it, and prints how many kinds and retry
//! verdicts each gets right, and how long each takes beside `error-codes`.
//!
//! ```text
//! cargo run --release --manifest-path examples/peers/Cargo.toml
//! ```
//!
//! The peers are counted generously. A class of theirs is right if any kind that it covers is accepted; where no status was
//! noted, they are given the usual one of the expected kind; and an answer that they cannot be asked about counts as no
//! opinion.

#![forbid(unsafe_code)]

use comfy_table::{Table, presets};
use error_codes::ErrorKind as Kind;
use error_codes_tests::{Labelled, Received, Score, labelled};
use std::collections::BTreeSet;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

const FIXTURE: &str = include_str!("../../../tests/fixtures/answers.jsonl");

/// What a library says of an answer: the kinds that it may mean, and whether to try again.
struct Verdict {
    kinds: Vec<Kind>,
    is_retryable: bool,
}

struct Reader {
    name: &'static str,
    read: fn(&Labelled) -> Verdict,
    /// One reading of all answers, without what an HTTP client has done already.
    pass: fn(&Answers) -> Duration,
}

/// The answers, and the same as an HTTP client hands them out.
struct Answers<'a> {
    labelled: &'a [Labelled],
    received: Vec<Received<'a>>,
}

const READERS: [Reader; 3] = [
    Reader {
        name: "error-codes",
        read: read_here,
        pass: |answers| timed(&answers.received, |answer| _ = black_box(answer.read())),
    },
    Reader {
        name: "lm15 2",
        read: read_with_lm15,
        pass: |answers| timed(answers.labelled, |answer| _ = black_box(ask_lm15(answer))),
    },
    Reader {
        name: "llm-error-class 0.1",
        read: read_with_llm_error_class,
        pass: |answers| {
            timed(answers.labelled, |answer| {
                _ = black_box(ask_llm_error_class(answer))
            })
        },
    },
];

fn main() -> ExitCode {
    let answers = match labelled(FIXTURE) {
        Ok(answers) => answers,
        Err(error) => {
            eprintln!("peers: {error}");
            return ExitCode::FAILURE;
        }
    };
    let prepared = Answers {
        labelled: &answers,
        received: answers.iter().map(Labelled::received).collect(),
    };
    let times = READERS.map(|reader| time(&reader, &prepared));
    let mut table = Table::new();
    table.load_style(presets::UTF8_FULL_CONDENSED).set_header([
        "reader",
        "answers of",
        "kinds",
        "retryable",
        "permanent",
        "verdicts, balanced",
        "time, error-codes = 1",
    ]);
    for (reader, time) in READERS.iter().zip(times) {
        let ratio = time.as_secs_f64() / times[0].as_secs_f64();
        let providers: BTreeSet<&str> = answers.iter().map(provider).collect();
        for of in providers {
            table.add_row(figures(
                reader,
                of,
                answers.iter().filter(|answer| provider(answer) == of),
                "",
            ));
        }
        table.add_row(figures(
            reader,
            "all",
            answers.iter(),
            &format!("{ratio:.1}"),
        ));
    }
    println!("{table}");
    ExitCode::SUCCESS
}

fn provider(answer: &Labelled) -> &str {
    answer.provider.as_deref().unwrap_or("unknown")
}

/// How many of these answers a reader gets right, as a row of the table.
fn figures<'a>(
    reader: &Reader,
    of: &str,
    answers: impl Iterator<Item = &'a Labelled>,
    time: &str,
) -> [String; 7] {
    let mut score = Score::default();
    for answer in answers {
        let verdict = (reader.read)(answer);
        score.count(answer, &verdict.kinds, verdict.is_retryable);
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

fn timed<T>(answers: &[T], read: impl Fn(&T)) -> Duration {
    let start = Instant::now();
    answers.iter().for_each(|answer| read(black_box(answer)));
    start.elapsed()
}

/// The best of several passes.
fn time(reader: &Reader, answers: &Answers<'_>) -> Duration {
    let passes = (0..500).map(|_| (reader.pass)(answers));
    passes.min().unwrap_or_default()
}

fn read_here(answer: &Labelled) -> Verdict {
    answer.read(|error| Verdict {
        kinds: vec![error.kind()],
        is_retryable: error.is_retryable(),
    })
}

fn status(answer: &Labelled) -> u16 {
    let usual = || answer.accept.first().map(|kind| kind.status().as_u16());
    answer.status.or_else(usual).unwrap_or(500)
}

fn ask_lm15(answer: &Labelled) -> Option<lm15::errors::Lm15Error> {
    lm15::errors::normalize_error("openai", status(answer), &answer.body).ok()
}

fn read_with_lm15(answer: &Labelled) -> Verdict {
    use lm15::errors::ErrorCode as Code;
    let Some(error) = ask_lm15(answer) else {
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

fn ask_llm_error_class(answer: &Labelled) -> llm_error_class::ErrorClass {
    llm_error_class::classify(status(answer), &answer.body)
}

fn read_with_llm_error_class(answer: &Labelled) -> Verdict {
    use llm_error_class::ErrorClass as Class;
    let class = ask_llm_error_class(answer);
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
