//! When to try again: which header is asked first, in which forms, and at which clock.

use error_codes::http::{HeaderMap, HeaderName, HeaderValue};
use error_codes::providers::modelverse::PROVIDER;
use error_codes::{DelaySource, RetryAfter};
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
    PROVIDER
        .read_at(now, None, &headers, "")
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
fn the_providers_opinion_is_reported_and_changes_nothing() {
    let mut headers = HeaderMap::new();
    headers.insert("x-should-retry", HeaderValue::from_static("true"));
    let body = r#"{"error":{"code":"auth_error"}}"#;
    let error = PROVIDER.read(None, &headers, body);
    assert_eq!(error.should_retry(), Some(true));
    assert!(!error.is_retryable());
}
