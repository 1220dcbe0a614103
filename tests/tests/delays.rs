//! When to retry: the precedence of the headers, their forms, and the clock.

use error_codes::providers::modelverse::PROVIDER;
use error_codes::{DelaySource, HeaderMap, HeaderValue, Reader, RetryAfter};
use http::header::{HeaderName, RETRY_AFTER};
use std::time::{Duration, SystemTime};

/// Sunday, 6 November 1994, 08:49:37 GMT: the date in HTTP's own examples.
const NOW: Duration = Duration::from_secs(784_111_777);

fn delay(lines: &[(&'static str, &'static str)]) -> Option<RetryAfter> {
    let lines = lines.iter().map(|(name, value)| {
        (
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        )
    });
    let headers: HeaderMap = lines.collect();
    let now = SystemTime::UNIX_EPOCH + NOW;
    Reader::provider(&PROVIDER)
        .at(now)
        .read(None, &headers, "")
        .retry_after_with_source()
}

#[track_caller]
fn assert_delay(lines: &[(&'static str, &'static str)], milliseconds: u64, source: DelaySource) {
    let found = delay(lines).map(|found| (found.delay, found.source));
    assert_eq!(found, Some((Duration::from_millis(milliseconds), source)));
}

#[test]
fn seconds_are_whole_or_a_fraction() {
    assert_delay(&[("retry-after", "20")], 20_000, DelaySource::RetryAfter);
    assert_delay(&[("retry-after", " 2.5 ")], 2_500, DelaySource::RetryAfter);
    assert_delay(&[("retry-after", "0")], 0, DelaySource::RetryAfter);
    assert_delay(
        &[("retry-after", "86400")],
        86_400_000,
        DelaySource::RetryAfter,
    );
}

#[test]
fn a_date_has_three_forms() {
    for date in [
        "Sun, 06 Nov 1994 08:50:07 GMT",
        "Sunday, 06-Nov-94 08:50:07 GMT",
        "Sun Nov  6 08:50:07 1994",
    ] {
        assert_delay(&[("retry-after", date)], 30_000, DelaySource::RetryAfter);
    }
}

#[test]
fn a_date_is_compared_with_the_systems_clock() {
    let hour = Duration::from_secs(3600);
    let date = httpdate::fmt_http_date(SystemTime::now() + 2 * hour);
    let headers = HeaderMap::from_iter([(RETRY_AFTER, HeaderValue::try_from(date).unwrap())]);
    let delay = PROVIDER.read(None, &headers, "").retry_after();
    assert!(delay.is_some_and(|delay| delay > hour && delay <= 2 * hour));
}

#[test]
fn a_past_date_is_no_delay() {
    let past = "Sun, 06 Nov 1994 08:49:36 GMT";
    assert_delay(&[("retry-after", past)], 0, DelaySource::RetryAfter);
}

#[test]
fn milliseconds_are_asked_first() {
    let all = [
        ("retry-after", "3"),
        ("x-ms-retry-after-ms", "200"),
        ("retry-after-ms", "100"),
    ];
    assert_delay(&all, 100, DelaySource::RetryAfterMs);
    assert_delay(&all[..2], 200, DelaySource::XMsRetryAfterMs);

    let half = delay(&[("retry-after-ms", "0.5")]).map(|found| found.delay);
    assert_eq!(half, Some(Duration::from_micros(500)));
}

#[test]
fn what_cannot_be_read_is_no_hint_and_the_next_is_asked() {
    for bad in [
        "-1",
        "inf",
        "-inf",
        "NaN",
        "",
        "soon",
        "1e400",
        "99999999999999999999999",
    ] {
        assert_eq!(delay(&[("retry-after", bad)]), None, "{bad}");
        let both = [("retry-after-ms", bad), ("retry-after", "7")];
        assert_delay(&both, 7_000, DelaySource::RetryAfter);
    }
}

#[test]
fn the_providers_advice_is_reported_and_changes_nothing() {
    let mut headers = HeaderMap::new();
    headers.insert("x-should-retry", HeaderValue::from_static("true"));
    let body = r#"{"error":{"code":"auth_error"}}"#;
    let error = PROVIDER.read(None, &headers, body);
    assert_eq!(error.retry_advice(), Some(true));
    assert!(!error.is_retryable());
}

#[test]
fn the_ietfs_header_is_read_in_its_three_forms() {
    for value in [
        "\"default\";r=0;t=30",
        "\"burst\";r=7;t=90, \"daily\";r=0;t=30, \"hourly\";r=0;t=20",
        "limit=100, remaining=0, reset=30",
    ] {
        assert_delay(&[("ratelimit", value)], 30_000, DelaySource::RateLimit);
    }
    for value in [
        "\"default\";r=1;t=30",
        "limit=100, remaining=1, reset=30",
        "\"default\";r=0",
        "x",
    ] {
        assert_eq!(delay(&[("ratelimit", value)]), None, "{value}");
    }
    let parts = [("ratelimit-reset", "30"), ("ratelimit-remaining", "0")];
    assert_delay(&parts, 30_000, DelaySource::RateLimitReset);
    assert_eq!(
        delay(&[("ratelimit-reset", "30"), ("ratelimit-remaining", "2")]),
        None
    );
}

#[test]
fn of_the_buckets_the_longest_of_which_nothing_remains_counts() {
    let requests = ("x-ratelimit-reset-requests", "6m0s");
    let tokens = ("x-ratelimit-reset-tokens", "20ms");
    assert_delay(
        &[requests, tokens],
        360_000,
        DelaySource::XRateLimitResetRequests,
    );
    assert_delay(
        &[
            requests,
            tokens,
            ("x-ratelimit-remaining-requests", "59"),
            ("x-ratelimit-remaining-tokens", "0"),
        ],
        20,
        DelaySource::XRateLimitResetTokens,
    );
    // Of two alike, the first.
    assert_delay(
        &[("x-ratelimit-reset-requests", "20ms"), tokens],
        20,
        DelaySource::XRateLimitResetRequests,
    );
    assert_eq!(
        delay(&[tokens, ("x-ratelimit-remaining-tokens", "1")]),
        None
    );
    for (value, milliseconds) in [
        ("1m30.951s", 90_951),
        ("8.64s", 8_640),
        ("1h0m0s", 3_600_000),
        ("59", 59_000),
    ] {
        let found = delay(&[("x-ratelimit-reset-tokens", value)]).unwrap();
        assert_eq!(found.delay, Duration::from_millis(milliseconds), "{value}");
    }
}

#[test]
fn anthropics_buckets_end_at_a_time() {
    let headers = [
        ("anthropic-ratelimit-requests-reset", "1994-11-06T08:49:47Z"),
        ("anthropic-ratelimit-requests-remaining", "0"),
        (
            "anthropic-ratelimit-input-tokens-reset",
            "1994-11-06T08:50:37Z",
        ),
        ("anthropic-ratelimit-input-tokens-remaining", "0"),
        (
            "anthropic-ratelimit-output-tokens-reset",
            "1994-11-06T09:50:37Z",
        ),
        ("anthropic-ratelimit-output-tokens-remaining", "8000"),
    ];
    assert_delay(&headers, 60_000, DelaySource::AnthropicInputTokensReset);
    let past = [("anthropic-ratelimit-tokens-reset", "1994-11-06T08:00:00Z")];
    assert_delay(&past, 0, DelaySource::AnthropicTokensReset);
}

#[test]
fn a_bare_reset_is_a_time_since_1970_or_seconds_from_now() {
    for (value, milliseconds) in [
        ("784111807", 30_000),
        ("784111807500", 30_500),
        ("784111700", 0),
        ("100000000", 0),
        ("45", 45_000),
    ] {
        assert_delay(
            &[("x-ratelimit-reset", value)],
            milliseconds,
            DelaySource::XRateLimitReset,
        );
    }
    // In three thousand years: no delay.
    assert_eq!(delay(&[("x-ratelimit-reset", "100000000000")]), None);
    let some_left = [
        ("x-ratelimit-reset", "784111807"),
        ("x-ratelimit-remaining", "3"),
    ];
    assert_eq!(delay(&some_left), None);
}

fn delay_in_body(body: &str) -> Option<(u128, DelaySource)> {
    let headers = HeaderMap::new();
    let found = PROVIDER
        .read(None, &headers, body)
        .retry_after_with_source()?;
    Some((found.delay.as_millis(), found.source))
}

#[test]
fn googles_retry_info_is_found_in_the_body() {
    let body = r#"{"error":{"code":429,"message":"Resource has been exhausted (e.g. check quota).","status":"RESOURCE_EXHAUSTED",
        "details":[{"@type":"type.googleapis.com/google.rpc.Help"},{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"36.5s"}]}}"#;
    assert_eq!(delay_in_body(body), Some((36_500, DelaySource::RetryInfo)));
}

#[test]
fn prose_is_asked_last() {
    let delay = |prose: &str| {
        let message = format!("Rate limit reached for gpt-5. {prose}");
        let body = serde_json::json!({ "error": { "code": "rate_limit", "message": message } });
        delay_in_body(&body.to_string())
    };
    for (prose, milliseconds) in [
        ("Please try again in 2.398s. Visit us.", 2_398),
        ("Please try again in 20ms.", 20),
        ("Try again in 6m0s.", 360_000),
        ("Retry after 30 seconds", 30_000),
        ("please try again after 1 seconds", 1_000),
        ("Your rate limit resets in ~30s", 30_000),
        ("Please wait 5 minutes", 300_000),
        ("Please wait for 1 hour.", 3_600_000),
        ("Retry after 7", 7_000),
        ("请在 30 秒后重试", 30_000),
        ("请 5 分钟后再试", 300_000),
        (
            &format!("{}Retry after 9 s", "So it goes. ".repeat(300)),
            9_000,
        ),
    ] {
        assert_eq!(
            delay(prose),
            Some((milliseconds, DelaySource::Message)),
            "{prose}"
        );
    }
    for prose in [
        "Try again in a moment",
        "Try again in -5s",
        "Retry after 3 moons",
        "please wait",
        "秒后",
    ] {
        assert_eq!(delay(prose), None, "{prose}");
    }
    let body = r#"{"error":{"code":"auth_error","message":"Try again in 5 seconds"}}"#;
    assert_eq!(delay_in_body(body), None, "no waiting mends a bad key");
}

#[test]
fn the_providers_advice_is_reported_as_it_was_sent() {
    for (sent, advice) in [
        (Some("true"), Some(true)),
        (Some("false"), Some(false)),
        (Some("perhaps"), None),
        (None, None),
    ] {
        let mut headers = HeaderMap::new();
        if let Some(sent) = sent {
            headers.insert("x-should-retry", sent.parse().unwrap());
        }
        let error = error_codes::read(None, &headers, "");
        assert_eq!(error.retry_advice(), advice, "{sent:?}");
    }
}
