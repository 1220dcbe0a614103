//! When to retry: each source, their precedence, and what is implausible.

use crate::{Results, read, read_message};
use error_codes::{ApiError, DelaySource};
use std::time::Duration;

type Lines<'l> = &'l [(&'static str, &'l str)];

const HOUR: u64 = 3_600_000;
const BODY: &str = r#"{"error":{"message":"Rate limit exceeded"}}"#;

fn delay(lines: Lines<'_>, body: &str) -> Option<u64> {
    milliseconds_of(&read(429, lines, body))
}

fn milliseconds_of(error: &ApiError<'_>) -> Option<u64> {
    let delay = error.retry_after()?;
    u64::try_from(delay.as_millis()).ok()
}

fn source(lines: Lines<'_>, body: &str) -> Option<DelaySource> {
    let stated = read(429, lines, body).retry_after_with_source();
    stated.map(|stated| stated.source)
}

#[test]
fn each_header_is_read() {
    let mut results = Results::default();
    #[rustfmt::skip]
    let cases: [(&'static str, &str, u64); 27] = [
        ("retry-after-ms", "1500", 1_500),
        ("x-ms-retry-after-ms", "1500", 1_500),
        ("retry-after", "20", 20_000),
        ("retry-after", "2.5", 2_500),
        ("retry-after", "Sun, 06 Nov 1994 08:50:07 GMT", 30_000),
        ("retry-after", "Sunday, 06-Nov-94 08:50:07 GMT", 30_000),
        ("retry-after", "Sun Nov  6 08:50:07 1994", 30_000),
        ("ratelimit", "\"default\";r=0;t=30", 30_000),
        ("ratelimit", "limit=100, remaining=0, reset=30", 30_000),
        ("ratelimit-reset", "30", 30_000),
        ("x-ratelimit-reset-requests", "6m0s", 360_000),
        ("x-ratelimit-reset-requests", "1h0m0s", HOUR),
        ("x-ratelimit-reset-tokens", "20ms", 20),
        ("x-ratelimit-reset-tokens", "8.64s", 8_640),
        ("anthropic-ratelimit-requests-reset", "1994-11-06T08:50:07Z", 30_000),
        ("anthropic-ratelimit-tokens-reset", "1994-11-06T08:50:07Z", 30_000),
        ("anthropic-ratelimit-input-tokens-reset", "1994-11-06T08:50:07Z", 30_000),
        ("anthropic-ratelimit-output-tokens-reset", "1994-11-06T08:50:07Z", 30_000),
        ("anthropic-ratelimit-unified-reset", "784111807", 30_000),
        ("anthropic-ratelimit-unified-reset", "1994-11-06T08:50:07Z", 30_000),
        ("anthropic-ratelimit-unified-5h-reset", "784111807", 30_000),
        ("anthropic-ratelimit-unified-7d-reset", "784111807", 30_000),
        ("x-ratelimit-reset", "784111807", 30_000),
        ("x-ratelimit-reset", "784111807000", 30_000),
        ("x-ratelimit-reset", "45", 45_000),
        ("x-codex-primary-reset-after-seconds", "30", 30_000),
        ("x-codex-secondary-reset-after-seconds", "30", 30_000),
    ];
    for (name, value, milliseconds) in cases {
        let found = delay(&[(name, value)], BODY);
        results.expect(&format!("{name}: {value}"), found, Some(milliseconds));
    }
    results.assert_all();
}

#[test]
fn each_place_of_a_body_is_read() {
    let mut results = Results::default();
    #[rustfmt::skip]
    let cases = [
        (r#"{"error":{"code":429,"message":"x","details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"36.5s"}]}}"#, 36_500),
        (r#"[{"error":{"code":429,"message":"x","details":[{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"9s"}]}}]"#, 9_000),
        (r#"{"message":"Rate limit exceeded","retry_after":30}"#, 30_000),
        (r#"{"message":"Rate limit exceeded","retry_after":0.5}"#, 500),
        (r#"{"message":"Rate limit exceeded","retry_after":"30"}"#, 30_000),
        (r#"{"error":{"message":"Rate limit exceeded","retry_after":30}}"#, 30_000),
        (r#"{"error":{"message":"Rate limit exceeded","retry_after_seconds":30}}"#, 30_000),
        (r#"{"message":"Rate limit exceeded","retry_after_seconds":30}"#, 30_000),
        (r#"{"error":{"message":"Provider returned error","metadata":{"retry_after_seconds":30}}}"#, 30_000),
        (r#"{"error":{"type":"rate_limit_error","message":"x","resets_in_seconds":30}}"#, 30_000),
        (r#"{"error":{"type":"rate_limit_error","message":"x","resets_at":784111807}}"#, 30_000),
        (r#"{"error":{"type":"rate_limit_error","message":"x","resets_at":784111807000}}"#, 30_000),
        (r#"{"error":{"type":"rate_limit_error","message":"x","resets_at":"1994-11-06T08:50:07Z"}}"#, 30_000),
        (r#"{"error":{"type":"rate_limit_error","message":"x","reset_seconds":30}}"#, 30_000),
        (r#"{"error":"Model acme/large is currently loading","estimated_time":20.5}"#, 20_500),
    ];
    for (body, milliseconds) in cases {
        results.expect(body, delay(&[], body), Some(milliseconds));
    }
    results.assert_all();
}

#[test]
fn prose_is_read() {
    let mut results = Results::default();
    for (prose, milliseconds) in [
        ("Please try again in 2.398s.", Some(2_398)),
        ("Please try again in 20ms.", Some(20)),
        ("Please try again in 6m0s.", Some(360_000)),
        ("Retry after 30 seconds", Some(30_000)),
        ("Limits reset after 44m7s", Some(2_647_000)),
        ("Your limit resets in 45 minutes", Some(2_700_000)),
        ("Please wait 1 hour", Some(HOUR)),
        ("请稍后 10s 再试", Some(10_000)),
        ("请在 30 秒后重试", Some(30_000)),
        ("请 5 分钟后再试", Some(300_000)),
        // Prose alone says nothing beyond an hour.
        ("Please try again in 61 minutes", None),
        ("Your limit will reset after 8h44m7s", None),
        ("Please try again in 99999999 hours", None),
        // What is quoted is the caller's.
        ("Cannot parse 'try again in 5 s'", None),
        ("Cannot parse \"retry after 5 seconds\"", None),
        ("Cannot parse «请在 30 秒后重试»", None),
        // What is no delay.
        ("Please try again later", None),
        ("Please try again in -5s", None),
    ] {
        let error = read_message(429, &format!("Rate limit exceeded. {prose}"));
        let found = milliseconds_of(&error);
        results.expect(prose, found, milliseconds);
    }
    results.assert_all();
}

/// Each source is asked only after those before it.
#[test]
fn the_sources_have_an_order() {
    let headers: [(&'static str, &str, DelaySource); 8] = [
        ("retry-after-ms", "1000", DelaySource::RetryAfterMs),
        ("x-ms-retry-after-ms", "2000", DelaySource::XMsRetryAfterMs),
        ("retry-after", "3", DelaySource::RetryAfter),
        ("ratelimit", "\"a\";r=0;t=4", DelaySource::RateLimit),
        ("ratelimit-reset", "5", DelaySource::RateLimitReset),
        (
            "x-ratelimit-reset-requests",
            "6s",
            DelaySource::XRateLimitResetRequests,
        ),
        (
            "anthropic-ratelimit-tokens-reset",
            "1994-11-06T08:49:44Z",
            DelaySource::AnthropicTokensReset,
        ),
        (
            "x-ratelimit-reset",
            "784111785",
            DelaySource::XRateLimitReset,
        ),
    ];
    let body =
        r#"{"error":{"message":"Rate limit exceeded. Please try again in 10s.","retry_after":9}}"#;
    let mut results = Results::default();
    for at in 0..headers.len() {
        let lines: Vec<_> = headers[at..]
            .iter()
            .map(|(name, value, _)| (*name, *value))
            .collect();
        results.expect(headers[at].0, source(&lines, body), Some(headers[at].2));
    }
    results.expect(
        "the body",
        source(&[], body),
        Some(DelaySource::BodyRetryAfter),
    );
    let prose = r#"{"error":{"message":"Rate limit exceeded. Please try again in 10s."}}"#;
    results.expect("prose", source(&[], prose), Some(DelaySource::Message));
    results.assert_all();
}

#[test]
fn of_several_limits_the_longest_of_which_nothing_remains_counts() {
    let mut results = Results::default();
    let cases: [(&str, Lines<'_>, Option<u64>); 9] = [
        (
            "both used up",
            &[
                ("x-ratelimit-reset-requests", "6m0s"),
                ("x-ratelimit-reset-tokens", "20ms"),
            ],
            Some(360_000),
        ),
        (
            "one with something left",
            &[
                ("x-ratelimit-reset-requests", "6m0s"),
                ("x-ratelimit-remaining-requests", "5"),
                ("x-ratelimit-reset-tokens", "20ms"),
                ("x-ratelimit-remaining-tokens", "0"),
            ],
            Some(20),
        ),
        (
            "all with something left",
            &[
                ("x-ratelimit-reset-tokens", "20ms"),
                ("x-ratelimit-remaining-tokens", "7"),
            ],
            None,
        ),
        (
            "policies",
            &[(
                "ratelimit",
                "\"a\";r=7;t=90, \"b\";r=0;t=30, \"c\";r=0;t=20",
            )],
            Some(30_000),
        ),
        (
            "Anthropic's",
            &[
                ("anthropic-ratelimit-requests-reset", "1994-11-06T08:50:37Z"),
                ("anthropic-ratelimit-requests-remaining", "49"),
                (
                    "anthropic-ratelimit-input-tokens-reset",
                    "1994-11-06T08:50:07Z",
                ),
                ("anthropic-ratelimit-input-tokens-remaining", "0"),
            ],
            Some(30_000),
        ),
        (
            "Anthropic's unified, by their state",
            &[
                ("anthropic-ratelimit-unified-5h-reset", "784111807"),
                ("anthropic-ratelimit-unified-5h-status", "rejected"),
                ("anthropic-ratelimit-unified-7d-reset", "784200000"),
                ("anthropic-ratelimit-unified-7d-status", "allowed"),
            ],
            Some(30_000),
        ),
        (
            "Codex's, by their use",
            &[
                ("x-codex-primary-reset-after-seconds", "30"),
                ("x-codex-primary-used-percent", "100"),
                ("x-codex-secondary-reset-after-seconds", "90000"),
                ("x-codex-secondary-used-percent", "12"),
            ],
            Some(30_000),
        ),
        (
            "Codex's, both used up",
            &[
                ("x-codex-primary-reset-after-seconds", "30"),
                ("x-codex-primary-used-percent", "100"),
                ("x-codex-secondary-reset-after-seconds", "90"),
                ("x-codex-secondary-used-percent", "100"),
            ],
            Some(90_000),
        ),
        (
            "a bare one with something left",
            &[
                ("x-ratelimit-reset", "784111807"),
                ("x-ratelimit-remaining", "3"),
            ],
            None,
        ),
    ];
    for (what, lines, expected) in cases {
        results.expect(what, delay(lines, BODY), expected);
    }
    results.assert_all();
}

#[test]
fn a_past_date_is_no_delay() {
    let mut results = Results::default();
    for (name, value) in [
        ("retry-after", "Sun, 06 Nov 1994 08:49:36 GMT"),
        ("anthropic-ratelimit-tokens-reset", "1994-11-06T08:00:00Z"),
        ("x-ratelimit-reset", "784111700"),
        ("retry-after", "0"),
    ] {
        results.expect(value, delay(&[(name, value)], BODY), Some(0));
    }
    let body = r#"{"error":{"type":"rate_limit_error","message":"x","resets_at":784111700}}"#;
    results.expect(body, delay(&[], body), Some(0));
    results.assert_all();
}

/// What cannot be meant is no hint, and the next source is asked.
#[test]
fn what_is_implausible_is_passed_over() {
    let mut results = Results::default();
    let cases: [(&'static str, &str); 19] = [
        ("retry-after-ms", "-1"),
        ("retry-after-ms", "1e400"),
        ("retry-after-ms", "NaN"),
        ("retry-after-ms", "63072000000"),
        ("x-ms-retry-after-ms", "soon"),
        // Beyond a year.
        ("retry-after-ms", "99999999999999"),
        ("ratelimit", "\"a\";r=0;t=99999999999"),
        ("ratelimit", "\"a\";r=0;t=-3"),
        ("ratelimit-reset", "784111807"),
        ("x-ratelimit-reset-requests", "99999999h"),
        ("x-ratelimit-reset-requests", "-5s"),
        ("x-ratelimit-reset-tokens", "784111807"),
        ("x-ratelimit-reset-tokens", "inf"),
        ("anthropic-ratelimit-tokens-reset", "1999-11-06T08:50:07Z"),
        ("anthropic-ratelimit-tokens-reset", "yesterday"),
        ("x-ratelimit-reset", "100000000000"),
        ("x-ratelimit-reset", "-7"),
        ("x-codex-primary-reset-after-seconds", "-1"),
        ("x-codex-primary-reset-after-seconds", "784111807"),
    ];
    let body = r#"{"error":{"message":"Rate limit exceeded","retry_after":9}}"#;
    for (name, value) in cases {
        results.expect(
            &format!("{name}: {value}"),
            delay(&[(name, value)], body),
            Some(9_000),
        );
    }
    // An epoch where seconds are due, and a date too far away.
    for value in [
        "784111807",
        "63072000",
        "Sun, 06 Nov 1999 08:50:07 GMT",
        "-1",
        "inf",
    ] {
        results.expect(
            &format!("retry-after: {value}"),
            delay(&[("retry-after", value)], body),
            Some(9_000),
        );
    }
    for value in ["784111807", "-5", "1e300", "\"soon\"", "null"] {
        let body = format!(
            r#"{{"error":{{"message":"Rate limit exceeded. Please try again in 7s.","retry_after":{value}}}}}"#
        );
        results.expect(&body, delay(&[], &body), Some(7_000));
    }
    results.assert_all();
}

/// A day and half a year are long and plausible.
#[test]
fn what_is_long_is_read_where_it_is_stated_in_a_field() {
    let mut results = Results::default();
    for seconds in [86_400_u64, 15_000_000] {
        let value = seconds.to_string();
        let found = delay(&[("retry-after", &value)], BODY);
        results.expect(&value, found, Some(seconds * 1000));
    }
    results.assert_all();
}

/// No waiting mends a wrong key, so its prose states no delay; a header does.
#[test]
fn prose_states_no_delay_for_what_no_waiting_mends() {
    let message = "Incorrect API key provided. Please try again in 5 seconds.";
    assert_eq!(read_message(401, message).retry_after(), None);
    let body = format!(r#"{{"error":{{"message":"{message}"}}}}"#);
    let stated = read(401, &[("retry-after", "5")], &body).retry_after();
    assert_eq!(stated, Some(Duration::from_secs(5)));
}
