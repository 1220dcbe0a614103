//! What an answer's headers say: when to try again, and the request's id.

use crate::word::words;
use core::time::Duration;
use http::HeaderMap;
use http::header::{HeaderName, HeaderValue, RETRY_AFTER};
use std::time::SystemTime;

/// How long to wait before the same request is sent again, and who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct RetryAfter {
    /// From the moment of reading. There is no cap on it: that is the caller's policy.
    pub delay: Duration,
    /// Where it was read.
    pub source: DelaySource,
}

words! {
    /// Where a delay was read. The order is that of asking: the first that can be read is taken.
    pub enum DelaySource("a source of a delay") {
        /// The header `retry-after-ms`: milliseconds.
        RetryAfterMs = "retry-after-ms",
        /// The header `x-ms-retry-after-ms`: milliseconds.
        XMsRetryAfterMs = "x-ms-retry-after-ms",
        /// The header `retry-after`: seconds or a date.
        RetryAfter = "retry-after",
    }
}

/// The clock that a date is compared with: a given one, or the system's where there is one.
#[derive(Clone, Copy)]
pub(crate) struct Clock(Option<SystemTime>);

impl Clock {
    pub(crate) const SYSTEM: Self = Clock(None);

    pub(crate) const fn at(now: SystemTime) -> Self {
        Clock(Some(now))
    }

    fn now(self) -> Option<SystemTime> {
        let has_clock = !cfg!(all(target_family = "wasm", target_os = "unknown"));
        self.0.or_else(|| has_clock.then(SystemTime::now))
    }
}

static RETRY_AFTER_MS: HeaderName = HeaderName::from_static("retry-after-ms");
static X_MS_RETRY_AFTER_MS: HeaderName = HeaderName::from_static("x-ms-retry-after-ms");

/// The delay of the first header that can be read.
pub(crate) fn retry_after(headers: &HeaderMap, clock: Clock) -> Option<RetryAfter> {
    let text = |name: &HeaderName| headers.get(name).map(HeaderValue::to_str)?.ok();
    let from = |delay: Option<Duration>, source| {
        Some(RetryAfter {
            delay: delay?,
            source,
        })
    };
    from(
        text(&RETRY_AFTER_MS).and_then(milliseconds),
        DelaySource::RetryAfterMs,
    )
    .or_else(|| {
        from(
            text(&X_MS_RETRY_AFTER_MS).and_then(milliseconds),
            DelaySource::XMsRetryAfterMs,
        )
    })
    .or_else(|| {
        let text = text(&RETRY_AFTER)?;
        from(
            seconds(text).or_else(|| until(text, clock)),
            DelaySource::RetryAfter,
        )
    })
}

fn milliseconds(text: &str) -> Option<Duration> {
    let number: f64 = text.trim().parse().ok()?;
    Duration::try_from_secs_f64(number / 1000.0).ok()
}

fn seconds(text: &str) -> Option<Duration> {
    let number: f64 = text.trim().parse().ok()?;
    Duration::try_from_secs_f64(number).ok()
}

/// The time up to an HTTP date in any of its three forms; none if it is past.
fn until(date: &str, clock: Clock) -> Option<Duration> {
    let then = httpdate::parse_http_date(date.trim()).ok()?;
    Some(then.duration_since(clock.now()?).unwrap_or_default())
}

static X_SHOULD_RETRY: HeaderName = HeaderName::from_static("x-should-retry");

/// The provider's own opinion in `x-should-retry`.
pub(crate) fn should_retry(headers: &HeaderMap) -> Option<bool> {
    match headers.get(&X_SHOULD_RETRY)?.as_bytes() {
        b"true" => Some(true),
        b"false" => Some(false),
        _ => None,
    }
}

static REQUEST_IDS: [HeaderName; 6] = [
    HeaderName::from_static("x-request-id"),
    HeaderName::from_static("request-id"),
    HeaderName::from_static("x-oneapi-request-id"),
    HeaderName::from_static("x-amzn-requestid"),
    HeaderName::from_static("apim-request-id"),
    HeaderName::from_static("trace-id"),
];
static CF_RAY: HeaderName = HeaderName::from_static("cf-ray");

/// The request's id in the provider's own headers.
pub(crate) fn request_id(headers: &HeaderMap) -> Option<&str> {
    REQUEST_IDS.iter().find_map(|name| text(headers, name))
}

/// The request's id at Cloudflare, for when the provider behind it gave none.
pub(crate) fn edge_request_id(headers: &HeaderMap) -> Option<&str> {
    text(headers, &CF_RAY)
}

fn text<'h>(headers: &'h HeaderMap, name: &HeaderName) -> Option<&'h str> {
    let text = headers.get(name)?.to_str().ok()?.trim();
    (!text.is_empty()).then_some(text)
}
