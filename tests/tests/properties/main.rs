//! What holds for any response, checked with generated ones. They are the same each time; `PROPTEST_RNG_SEED` and
//! `PROPTEST_CASES` choose others.

mod adversary;
mod failover;
mod strategies;
mod templates;
mod written;

use error_codes::{
    ApiError, BodyShape, ErrorKind, HeaderMap, MatchedBy, Provider, Reader, RetryHint, Scope,
    StatusCode, StreamError, providers,
};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};
use std::time::{Duration, SystemTime};
use strategies::{
    bodies, dated_headers, echoes, header_lines, keys, noise, readers, secretive, statuses,
    streams, texts,
};
use written::{Hand, with_codes_as_text};

/// Sets the number of cases so that a debug build takes a few seconds.
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

/// A reader with a fixed clock.
fn reader_of(provider: Option<&'static Provider>) -> Reader {
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_795_000_000);
    Reader::from(provider).at(now)
}

fn read<'a>(
    provider: Option<&'static Provider>,
    status: Option<StatusCode>,
    headers: &'a HeaderMap,
    body: &'a (impl AsRef<[u8]> + ?Sized),
) -> ApiError<'a> {
    reader_of(provider).read(status, headers, body)
}

/// Everything that a caller learns.
#[derive(Clone, Debug, PartialEq)]
struct Reading {
    kind: ErrorKind,
    retry: RetryHint,
    scope: Scope,
    by: MatchedBy,
    row: Option<(String, String)>,
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
            row: row.map(|entry| {
                (
                    entry.table().name().to_owned(),
                    entry.row().variant().to_owned(),
                )
            }),
            code: error.code().map(str::to_owned),
            error_type: error.error_type().map(str::to_owned),
            message: error.raw_message().map(str::to_owned),
            request_id: error.request_id().map(str::to_owned),
            delay: error.retry_after(),
        }
    }
}
proptest! {
    #![proptest_config(cases(1500))]

    #[test]
    fn whatever_arrives_is_a_response_and_is_kept(
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
        let moved = reader_of(provider).read_owned(status, &headers, body.clone());
        prop_assert_eq!(Reading::of(&moved), Reading::of(&error));
        prop_assert_eq!(moved.body(), error.body());
        let is_disruptive = |c: char| c.is_control() || ('\u{2028}'..='\u{202e}').contains(&c) || ('\u{2066}'..='\u{2069}').contains(&c);
        prop_assert!(!shown.contains(is_disruptive), "{shown:?}");
    }

    #[test]
    fn a_rendered_row_keeps_its_code_type_and_message(
        provider in select(providers::ALL), at in any::<prop::sample::Index>(), filling in texts(),
    ) {
        let entries: Vec<_> = provider.entries().collect();
        let entry = entries[at.index(entries.len())];
        let row = entry.row();
        let response = entry.render(&[("model", &filling), ("key", &filling), ("error", &filling)]);
        let sent: Value = serde_json::from_str(response.body()).unwrap();
        let reader = Reader::provider(provider).only_table(entry.table().name()).unwrap();
        let error = reader.read_response(&response);
        // Not every shape has a place for a code.
        if let Some(code) = row.code().filter(|code| response_says(&sent, code)) {
            prop_assert_eq!(error.code(), Some(code));
        }
        if let Some(error_type) = row.error_type() {
            prop_assert_eq!(error.error_type(), Some(error_type));
        }
        let message = error.raw_message().unwrap_or_default();
        prop_assert!(response_says(&sent, message), "{} {message}", response.body());
    }

    #[test]
    fn any_code_type_and_message_are_kept(
        provider in readers(), status in statuses(), code in texts(), error_type in texts(), message in texts(),
    ) {
        // Of a provider with these places, or of an unknown one.
        let provider = provider.filter(|provider| provider.shape() == Some(BodyShape::OPENAI));
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
    fn any_prefix_is_a_response_and_nothing_is_invented(
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
    fn what_is_outside_the_message_changes_nothing(
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
        provider in readers(), stream in streams(), cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
    ) {
        let stream = stream.as_bytes();
        let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(stream.len() + 1)).collect();
        cuts.sort_unstable();
        let first = |cuts: &[usize]| {
            let mut events = Reader::from(provider).event_reader();
            let mut from = 0;
            let located = |error: &StreamError, from: usize| {
                (Reading::of(error), from + error.start - error.before, from + error.end)
            };
            for &cut in cuts.iter().chain([&stream.len()]) {
                if let Some(error) = events.push(&stream[from..cut]) {
                    return Some(located(&error, from));
                }
                from = cut;
                assert!(events.pending() <= from);
            }
            events.finish().map(|error| located(&error, from))
        };
        let every: Vec<usize> = (0..stream.len()).collect();
        let expected = first(&[]);
        prop_assert_eq!(&first(&cuts), &expected);
        prop_assert_eq!(&first(&every), &expected);
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
        let at = |now| Reader::new().at(now).read(None, &headers, "").retry_after();
        let (first, then) = (at(now), at(now + passed));
        prop_assert_eq!(first.is_some(), then.is_some());
        let (first, then) = (first.unwrap_or_default(), then.unwrap_or_default());
        prop_assert!(first >= then && first <= then + passed, "{first:?} {then:?}");
    }
}

/// Returns whether a string in the body is this text, apart from white space around it.
fn response_says(sent: &Value, text: &str) -> bool {
    match sent {
        Value::Object(object) => object.values().any(|value| response_says(value, text)),
        Value::Array(array) => array.iter().any(|value| response_says(value, text)),
        Value::String(sent) => sent.trim() == text,
        Value::Number(sent) => sent.to_string() == text,
        _ => text.is_empty(),
    }
}
