//! Responses as an HTTP client returns them, and how they are commonly handled without this library.

use error_codes::{HeaderMap, HeaderValue, StatusCode};
use http::{HeaderName, Response};
use serde_json::Value;
use std::time::Duration;

pub struct Received {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Received {
    /// Creates a response with the headers that a rate-limited API sends.
    pub fn new(status: StatusCode, body: impl Into<String>) -> Self {
        const HEADERS: [(&str, &str); 14] = [
            ("date", "Sat, 21 Nov 2026 08:00:00 GMT"),
            ("content-type", "application/json; charset=utf-8"),
            ("content-length", "340"),
            ("connection", "keep-alive"),
            ("server", "cloudflare"),
            ("cf-ray", "93c1f0b7ad2c1a2b-FRA"),
            ("strict-transport-security", "max-age=31536000"),
            ("x-request-id", "req_01JD6Z5S8V8E9G2M4N6P8Q0R2T"),
            ("x-ratelimit-limit-requests", "500"),
            ("x-ratelimit-remaining-requests", "0"),
            ("x-ratelimit-reset-requests", "120ms"),
            ("x-ratelimit-limit-tokens", "200000"),
            ("x-ratelimit-remaining-tokens", "1370"),
            ("retry-after", "20"),
        ];
        let headers = HEADERS.map(|(name, value)| {
            let name = HeaderName::from_static(name);
            (name, HeaderValue::from_static(value))
        });
        Received {
            status,
            headers: headers.into_iter().collect(),
            body: body.into(),
        }
    }

    pub fn rendered(response: Response<String>) -> Self {
        let status = response.status();
        Received::new(status, response.into_body())
    }
}

/// Whether to retry, after which delay, the id of the request and the message.
pub type ByHand = (bool, Option<Duration>, Option<String>, String);

/// Reads a response in the common way: the body as a tree, and one condition after the other.
pub fn by_hand(response: &Received) -> Option<ByHand> {
    let body: Value = serde_json::from_str(&response.body).ok()?;
    let error = body.get("error")?;
    let code = error
        .get("code")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let message = error
        .get("message")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let is_retryable = if code == "rate_limit" || response.status == 429 {
        !message.contains("quota")
    } else if code == "timeout" || code == "gateway_timeout_error" {
        true
    } else if code == "auth_error" || code == "invalid_token" {
        false
    } else if message.contains("overloaded") {
        true
    } else {
        response.status.is_server_error()
    };
    let header = |name: &str| response.headers.get(name)?.to_str().ok();
    let retry_after = header("retry-after").and_then(|text| text.parse().ok());
    Some((
        is_retryable,
        retry_after.map(Duration::from_secs),
        header("x-request-id").map(str::to_owned),
        message.to_owned(),
    ))
}
