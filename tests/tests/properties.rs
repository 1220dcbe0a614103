//! What holds for any answer, tried with many that nobody wrote. The same ones each time; `PROPTEST_RNG_SEED` and
//! `PROPTEST_CASES` try others.

use error_codes::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use error_codes::{ApiError, ErrorKind, MatchedBy, Provider, RetryHint, Scope, providers};
use error_codes_tests::labelled;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};
use std::sync::LazyLock;
use std::time::{Duration, SystemTime};

/// Enough to find what is wrong often, in a few seconds of a debug build.
fn cases(count: u32) -> ProptestConfig {
    let default = ProptestConfig::default();
    let is_default = default.cases == 256;
    ProptestConfig {
        cases: if is_default { count } else { default.cases },
        rng_seed: match default.rng_seed {
            RngSeed::Random => RngSeed::Fixed(20_261_121),
            fixed @ RngSeed::Fixed(_) => fixed,
        },
        failure_persistence: None,
        ..default
    }
}

/// Who reads: each provider, and nobody in particular.
fn readers() -> impl Strategy<Value = Option<&'static Provider>> {
    let mut all: Vec<_> = providers::ALL.iter().copied().map(Some).collect();
    all.push(None);
    select(all)
}

fn read<'a>(
    provider: Option<&'static Provider>,
    status: Option<StatusCode>,
    headers: &'a HeaderMap,
    body: &'a (impl AsRef<[u8]> + ?Sized),
) -> ApiError<'a> {
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_795_000_000);
    match provider {
        Some(provider) => provider.read_at(now, status, headers, body),
        None => error_codes::read_at(now, status, headers, body),
    }
}

fn statuses() -> impl Strategy<Value = Option<StatusCode>> {
    let any = (100..1000_u16).prop_map(|status| StatusCode::from_u16(status).ok());
    let usual = select(vec![
        200_u16, 400, 401, 402, 403, 404, 413, 429, 499, 500, 502, 503, 529,
    ]);
    let usual = usual.prop_map(|status| StatusCode::from_u16(status).ok());
    prop_oneof![Just(None), any, usual]
}

/// Everything that a caller learns.
#[derive(Clone, Debug, PartialEq)]
struct Reading {
    kind: ErrorKind,
    retry: RetryHint,
    scope: Scope,
    by: MatchedBy,
    row: Option<(&'static str, &'static str)>,
    code: Option<String>,
    error_type: Option<String>,
    message: Option<String>,
    request_id: Option<String>,
    delay: Option<Duration>,
}

impl Reading {
    fn of(error: &ApiError<'_>) -> Self {
        let row = error.matched();
        Reading {
            kind: error.kind(),
            retry: error.retry(),
            scope: error.scope(),
            by: error.matched_by(),
            row: row.map(|row| (row.section().name(), row.row().variant())),
            code: error.code().map(str::to_owned),
            error_type: error.error_type().map(str::to_owned),
            message: error.raw_message().map(str::to_owned),
            request_id: error.request_id().map(str::to_owned),
            delay: error.retry_after(),
        }
    }
}

/// Sentences and names that the tables know, and some that they do not.
static SENTENCES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let rows = providers::ALL
        .iter()
        .flat_map(|provider| provider.sections())
        .flat_map(|section| section.rows());
    let messages = rows.filter_map(error_codes::Row::message);
    let mut sentences: Vec<String> = messages.map(|text| text.replace(['{', '}'], "")).collect();
    let further = [
        "Rate limit reached for gpt-5, please try again in 2.398s",
        "upstream said {\"error\":{\"code\":\"insufficient_quota\",\"message\":\"no money\"}}",
        "a \"quoted\" word, a \\ and a \u{1f600}",
        "余额不足, 请在 30 秒后重试 (request id: 2024)",
        "<nil>",
        " ",
        "400",
    ];
    sentences.extend(further.map(str::to_owned));
    sentences
});

static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let rows = providers::ALL
        .iter()
        .flat_map(|provider| provider.sections())
        .flat_map(|section| section.rows());
    let names = rows.flat_map(|row| row.code().into_iter().chain(row.error_type()));
    names.map(str::to_owned).collect()
});

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        select(&SENTENCES[..]),
        select(&NAMES[..]),
        any::<String>(),
        "[ -~]{0,40}",
    ]
}

const STATUSES: [u32; 12] = [0, 200, 400, 401, 402, 403, 404, 429, 500, 503, 1008, 2007];

/// Answers that name several statuses and codes.
fn contradictions() -> impl Strategy<Value = Value> {
    let keys = || select(vec!["status", "status_code", "statusCode", "code", "type"]);
    let values = || {
        prop_oneof![
            select(&STATUSES[..]).prop_map(Value::from),
            select(&NAMES[..]).prop_map(Value::from),
        ]
    };
    let pairs = || (keys(), values());
    (pairs(), pairs(), pairs())
        .prop_map(|((a, b), (c, d), (e, f))| json!({ a: b, "error": { c: d, e: f } }))
}

/// An object as a provider could send it: the keys that shapes ask for, wherever they come to stand.
fn objects() -> impl Strategy<Value = Value> {
    const KEYS: [&str; 18] = [
        "code",
        "type",
        "message",
        "status",
        "status_code",
        "reason",
        "detail",
        "details",
        "metadata",
        "raw",
        "msg",
        "base_resp",
        "status_msg",
        "request_id",
        "err",
        "errors",
        "retryDelay",
        "x",
    ];
    let leaf = || {
        prop_oneof![
            4 => texts().prop_map(Value::from),
            4 => select(&STATUSES[..]).prop_map(Value::from),
            1 => any::<u32>().prop_map(Value::from),
            1 => Just(Value::Null),
            1 => any::<bool>().prop_map(Value::from),
        ]
    };
    let object = |values: Vec<Value>| {
        subsequence(&KEYS[..], values.len()).prop_map(move |keys| {
            let keys = keys.into_iter().map(str::to_owned);
            Value::Object(keys.zip(values.clone()).collect())
        })
    };
    let values = || prop::collection::vec(leaf(), 1..6);
    let inner = prop_oneof![
        4 => values().prop_flat_map(object),
        1 => values().prop_map(Value::Array),
        1 => prop::collection::vec(values().prop_flat_map(object), 0..3).prop_map(Value::Array),
        1 => leaf(),
    ];
    let outer = values().prop_flat_map(object);
    let place = select(vec![
        "error",
        "errors",
        "detail",
        "metadata",
        "response",
        "base_resp",
    ]);
    (outer, place, inner).prop_map(|(mut outer, place, inner)| {
        outer[place] = inner;
        outer
    })
}

/// Answers that are JSON: labelled ones, rendered ones, made-up ones.
fn bodies() -> impl Strategy<Value = Value> {
    let answers = labelled(include_str!("../fixtures/answers.jsonl")).unwrap();
    let answers = answers.iter();
    let known: Vec<Value> = answers
        .filter_map(|answer| serde_json::from_str(&answer.body).ok())
        .collect();
    let rendered = providers::ALL
        .iter()
        .flat_map(|provider| provider.sections())
        .flat_map(|section| {
            let rows = section.rows().iter();
            rows.map(|row| serde_json::from_str(section.render(row, &[]).body()).unwrap())
        });
    prop_oneof![
        select(known),
        select(rendered.collect::<Vec<Value>>()),
        objects(),
        contradictions(),
    ]
}

/// Pseudo-random choices about how JSON is written.
struct Hand(u64);

impl Hand {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    fn space(&mut self, out: &mut String) {
        for _ in 0..self.below(3) {
            out.push([' ', '\n', '\t', '\r'][self.below(4)]);
        }
    }

    /// The same value, with its keys, white space and escapes as chance will have them.
    fn write(&mut self, value: &Value, out: &mut String) {
        self.space(out);
        match value {
            Value::Object(object) => {
                let mut keys: Vec<_> = object.iter().collect();
                for at in (1..keys.len()).rev() {
                    keys.swap(at, self.below(at + 1));
                }
                out.push('{');
                for (at, (key, value)) in keys.into_iter().enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    self.space(out);
                    self.write_text(key, out);
                    self.space(out);
                    out.push(':');
                    self.write(value, out);
                }
                out.push('}');
            }
            Value::Array(values) => {
                out.push('[');
                for (at, value) in values.iter().enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    self.write(value, out);
                }
                out.push(']');
            }
            Value::String(text) => self.write_text(text, out),
            other => out.push_str(&other.to_string()),
        }
        self.space(out);
    }

    fn write_text(&mut self, text: &str, out: &mut String) {
        let escapes_all = self.below(4) == 0;
        out.push('"');
        for c in text.chars() {
            if escapes_all || self.below(8) == 0 || matches!(c, '"' | '\\' | '\0'..='\x1f') {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    let digits = format!("{unit:04x}");
                    out.push_str("\\u");
                    out.push_str(&if self.below(2) == 0 {
                        digits.to_uppercase()
                    } else {
                        digits
                    });
                }
            } else {
                out.push(c);
            }
        }
        out.push('"');
    }
}

/// The same answer, with each code that is a number as text.
fn with_codes_as_text(value: &mut Value) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                match value {
                    Value::Number(number) if key == "code" => *value = number.to_string().into(),
                    _ => with_codes_as_text(value),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(with_codes_as_text),
        _ => {}
    }
}

/// Texts that no shape asks for, and that say a lot.
fn echoes() -> impl Strategy<Value = Vec<(&'static str, Value)>> {
    let keys = subsequence(
        vec!["input", "prompt", "messages", "user", "content", "aa", "zz"],
        0..4,
    );
    let echo = prop_oneof![
        texts().prop_map(Value::from),
        bodies().prop_map(|body| body.to_string().into()),
        texts().prop_map(|text| json!([{ "content": text }])),
    ];
    (keys, prop::collection::vec(echo, 4))
        .prop_map(|(keys, echoes)| keys.into_iter().zip(echoes).collect())
}

/// Lines of any headers that are looked at.
fn header_lines() -> impl Strategy<Value = HeaderMap> {
    let names = select(vec![
        "retry-after-ms",
        "x-ms-retry-after-ms",
        "retry-after",
        "ratelimit",
        "ratelimit-reset",
        "ratelimit-remaining",
        "x-ratelimit-reset-requests",
        "x-ratelimit-remaining-requests",
        "x-ratelimit-reset-tokens",
        "x-ratelimit-reset",
        "anthropic-ratelimit-requests-reset",
        "anthropic-ratelimit-tokens-reset",
        "anthropic-ratelimit-tokens-remaining",
        "x-should-retry",
        "x-request-id",
        "x-amzn-errortype",
        "cf-ray",
    ]);
    let values = prop_oneof![
        "[ -~]{0,30}",
        any::<i64>().prop_map(|number| number.to_string()),
        any::<f64>().prop_map(|number| number.to_string()),
        select(vec![
            "1e400",
            "-0",
            "NaN",
            "6m0s",
            "\"a\";r=0;t=30, \"b\";t=1e309",
            "18446744073709551615d"
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec((names, values), 0..5).prop_map(|lines| {
        let lines = lines.into_iter();
        lines
            .map(|(name, value)| {
                (
                    HeaderName::from_static(name),
                    HeaderValue::from_str(&value).unwrap(),
                )
            })
            .collect()
    })
}

/// Bytes, text, and pieces of JSON in no order.
fn noise() -> impl Strategy<Value = Vec<u8>> {
    let pieces = select(vec![
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"",
        "'",
        "\\",
        "\\u",
        "\\ud83d",
        "d8",
        "error",
        "code",
        "message",
        "\"error\":",
        "\"message\":\"",
        "data: ",
        "event: error\n",
        "\n",
        " ",
        "<title>",
        "null",
        "429",
        "(request id: ",
        ")",
        ", err: ",
        "\u{feff}",
        "é",
        "status code: 500",
        "{\"error\":{\"message\":\"",
    ]);
    let soup = prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat().into_bytes());
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..300),
        any::<String>().prop_map(String::into_bytes),
        soup,
    ]
}

proptest! {
    #![proptest_config(cases(1500))]

    #[test]
    fn whatever_arrives_is_an_answer_and_is_kept(
        provider in readers(), status in statuses(), headers in header_lines(), body in noise(),
    ) {
        let error = read(provider, status, &headers, &body);
        prop_assert_eq!(error.status(), status);
        prop_assert_eq!(error.body(), &body[..]);
        prop_assert_eq!(error.is_retryable(), error.retry().is_retryable());
        let shown = format!("{error} {error:?}");
        prop_assert!(!shown.is_empty());
        let printed = serde_json::to_value(&error).unwrap();
        prop_assert_eq!(printed["kind"].as_str(), Some(error.kind().as_str()));
        prop_assert!(error.render().status().as_u16() >= 400);
        let owned = read(provider, status, &headers, &body).into_owned();
        prop_assert_eq!(Reading::of(&owned), Reading::of(&error));
    }

    #[test]
    fn a_rendered_row_keeps_its_code_type_and_message(
        provider in select(providers::ALL), at in any::<prop::sample::Index>(), filling in texts(),
    ) {
        let sections = provider.sections().iter();
        let rows: Vec<_> = sections.flat_map(|section| section.rows().iter().map(move |row| (section, row))).collect();
        let (section, row) = rows[at.index(rows.len())];
        let answer = section.render(row, &[("model", &filling), ("key", &filling), ("error", &filling)]);
        let sent: Value = serde_json::from_str(answer.body()).unwrap();
        let error = section.read(answer.status(), answer.headers(), answer.body());
        if let Some(code) = row.code() {
            prop_assert_eq!(error.code(), Some(code));
        }
        if let Some(error_type) = row.error_type() {
            prop_assert_eq!(error.error_type(), Some(error_type));
        }
        let message = error.raw_message().unwrap_or_default();
        prop_assert!(answer_says(&sent, message), "{} {message}", answer.body());
    }

    #[test]
    fn any_code_type_and_message_are_kept(
        provider in readers(), status in statuses(), code in texts(), error_type in texts(), message in texts(),
    ) {
        let body = json!({ "error": { "message": message, "type": error_type, "code": code } }).to_string();
        let headers = HeaderMap::new();
        let error = read(provider, status, &headers, &body);
        let kept = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty() && text != "<nil>");
        prop_assert_eq!(error.raw_message().map(str::to_owned), kept(&message));
        prop_assert_eq!(error.error_type().map(str::to_owned), kept(&error_type));
        // Without a code, or with one that no row has, the type may be the code.
        let found = error.code().map(str::to_owned);
        let is_type = error.matched_by() == MatchedBy::Type && found == kept(&error_type);
        prop_assert!(is_type || found == kept(&code), "{found:?} {body}");
    }

    #[test]
    fn how_json_is_written_changes_nothing(
        provider in readers(), status in statuses(), body in bodies(), seed in any::<u64>(),
    ) {
        let headers = HeaderMap::new();
        let plain = body.to_string();
        let mut other = String::new();
        Hand(seed).write(&body, &mut other);
        prop_assert_eq!(serde_json::from_str::<Value>(&other).unwrap(), body);
        let expected = Reading::of(&read(provider, status, &headers, &plain));
        prop_assert_eq!(Reading::of(&read(provider, status, &headers, &other)), expected, "{}", other);
    }

    #[test]
    fn a_code_is_the_same_as_number_and_as_text(
        provider in readers(), status in statuses(), body in bodies(),
    ) {
        let headers = HeaderMap::new();
        let mut other = body.clone();
        with_codes_as_text(&mut other);
        let (body, other) = (body.to_string(), other.to_string());
        let expected = Reading::of(&read(provider, status, &headers, &body));
        prop_assert_eq!(Reading::of(&read(provider, status, &headers, &other)), expected);
    }

    #[test]
    fn any_prefix_is_an_answer_and_nothing_is_made_up(
        provider in readers(), status in statuses(), body in bodies(), at in any::<prop::sample::Index>(),
    ) {
        let headers = HeaderMap::new();
        let body = body.to_string();
        let mut end = at.index(body.len() + 1);
        while !body.is_char_boundary(end) {
            end -= 1;
        }
        let prefix = &body[..end];
        let error = read(provider, status, &headers, prefix);
        prop_assert_eq!((error.status(), error.body()), (status, prefix.as_bytes()));
        if !prefix.contains('\\') {
            let parts = [error.code(), error.error_type(), error.raw_message(), error.request_id()];
            for part in parts.into_iter().flatten() {
                prop_assert!(prefix.contains(part), "{part} is not in {prefix}");
            }
        }
    }

    #[test]
    fn what_stands_outside_the_message_changes_nothing(
        provider in readers(), status in statuses(), body in bodies(), echoes in echoes(), below in any::<bool>(),
    ) {
        let headers = HeaderMap::new();
        let mut other = body.clone();
        if other.is_object() {
            let is_below = below && other.get("error").is_some_and(Value::is_object);
            let object = if is_below { &mut other["error"] } else { &mut other };
            for (key, echo) in echoes {
                object[key] = echo;
            }
        }
        let (body, other) = (body.to_string(), other.to_string());
        let expected = Reading::of(&read(provider, status, &headers, &body));
        prop_assert_eq!(Reading::of(&read(provider, status, &headers, &other)), expected, "{}", other);
    }

    #[test]
    fn where_a_stream_is_cut_changes_nothing(
        provider in readers(), events in prop::collection::vec(bodies(), 0..4), end in select(vec!["\n\n", "\r\n\r\n", "\r"]),
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
    ) {
        let mut stream = String::from(": hello\nevent: message\ndata: {\"choices\":[]}\n\n");
        for event in &events {
            stream.push_str("data: ");
            stream.push_str(&event.to_string());
            stream.push_str(end);
        }
        let stream = stream.as_bytes();
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(stream.len() + 1)).collect();
        cuts.sort_unstable();
        let first = |cuts: &[usize]| {
            let mut events = provider.map_or_else(Default::default, Provider::event_reader);
            let mut from = 0;
            for &cut in cuts.iter().chain([&stream.len()]) {
                if let Some(error) = events.push(&stream[from..cut]) {
                    return Some(Reading::of(&error));
                }
                from = cut;
            }
            events.finish().map(|error| Reading::of(&error))
        };
        prop_assert_eq!(first(&cuts), first(&[]));
    }

    #[test]
    fn a_key_is_hidden_and_what_is_around_it_stays(
        before in "([a-zé模型]{0,9} ){0,5}", after in "( [a-zé模型]{0,9}){0,5}", key in keys(), quote in select(vec!["", "'", "「", "("]),
    ) {
        let (prefix, key) = key;
        let message = format!("x {before}{quote}{prefix}{key}{after}");
        let headers = HeaderMap::new();
        let body = json!({ "error": { "message": message } }).to_string();
        let error = error_codes::read(None, &headers, &body);
        let expected = format!("x {before}{quote}{prefix}***{after}");
        prop_assert_eq!(error.message().unwrap(), expected.trim());
        let shown = format!("{error} {error:?}");
        prop_assert!(!shown.contains(&key));
    }

    #[test]
    fn a_masked_message_is_masked_no_further(pieces in prop::collection::vec(secretive(), 0..20)) {
        let mask = |message: &str| {
            let body = json!({ "error": { "message": message } }).to_string();
            let headers = HeaderMap::new();
            let error = error_codes::read(None, &headers, &body);
            error.message().map(std::borrow::Cow::into_owned).unwrap_or_default()
        };
        let masked = mask(&pieces.concat());
        prop_assert_eq!(mask(&masked), masked);
    }

    #[test]
    fn a_delay_grows_shorter_as_time_goes_by(
        headers in dated_headers(), now in 1_700_000_000_000..1_900_000_000_000_u64, passed in 0..400_000_000_u64,
    ) {
        let now = SystemTime::UNIX_EPOCH + Duration::from_millis(now);
        let passed = Duration::from_millis(passed);
        let at = |now| error_codes::read_at(now, None, &headers, "").retry_after();
        let (first, then) = (at(now), at(now + passed));
        prop_assert_eq!(first.is_some(), then.is_some());
        let (first, then) = (first.unwrap_or_default(), then.unwrap_or_default());
        prop_assert!(first >= then && first <= then + passed, "{first:?} {then:?}");
    }
}

/// Whether a string in the body is this text, white space around it aside.
fn answer_says(sent: &Value, text: &str) -> bool {
    match sent {
        Value::Object(object) => object.values().any(|value| answer_says(value, text)),
        Value::String(sent) => sent.trim() == text,
        _ => text.is_empty(),
    }
}

/// Keys by their prefix, and what follows it.
fn keys() -> impl Strategy<Value = (&'static str, String)> {
    let prefixes = select(vec!["sk-", "AIza", "gsk_", "xai-", "hf_", "AKIA", "pplx-"]);
    (prefixes, "[A-Za-z]{10}[0-9][A-Za-z0-9]{9,40}")
}

/// Pieces of which credentials and what announces them are made.
fn secretive() -> impl Strategy<Value = &'static str> {
    select(vec![
        "key",
        "token",
        "api_key",
        "x-api-key",
        "Bearer",
        "Authorization",
        "令牌",
        "密钥",
        "provided",
        "ending",
        "is",
        " ",
        " ",
        ":",
        "=",
        "\"",
        "'",
        "?",
        "&",
        ".",
        "...",
        "…",
        "***",
        "*",
        "-",
        "/",
        "+",
        "(",
        "abc123",
        "0a1b2c3d4e5f6a7b8c9d",
        "sk-",
        "AIza",
        "eyJ",
        "hush",
        "é",
        "Q",
    ])
}

/// Headers that name a date, in one form or another.
fn dated_headers() -> impl Strategy<Value = HeaderMap> {
    let moments = 1_700_000_000..1_900_000_000_u64;
    let form = select(vec!["http", "rfc 3339", "seconds", "milliseconds", "delay"]);
    let names = select(vec![
        "retry-after",
        "x-ratelimit-reset",
        "anthropic-ratelimit-requests-reset",
        "anthropic-ratelimit-tokens-reset",
        "anthropic-ratelimit-input-tokens-reset",
        "x-ratelimit-reset-requests",
        "ratelimit-reset",
    ]);
    prop::collection::vec((names, form, moments), 1..4).prop_map(|lines| {
        let lines = lines.into_iter().map(|(name, form, moment)| {
            let time = SystemTime::UNIX_EPOCH + Duration::from_secs(moment);
            let value = match form {
                "http" => httpdate::fmt_http_date(time),
                "rfc 3339" => humantime::format_rfc3339_seconds(time).to_string(),
                "seconds" => moment.to_string(),
                "milliseconds" => format!("{moment}999"),
                _ => (moment % 1000).to_string(),
            };
            (
                HeaderName::from_static(name),
                HeaderValue::from_str(&value).unwrap(),
            )
        });
        lines.collect()
    })
}
