//! The strategy for `reqwest-retry`, which sees no body.

use error_codes::RetryPolicy;
use error_codes::integrations::reqwest_retry::HeadStrategy;
use error_codes::providers::ppio;
use http::Response;
use reqwest_retry::{Retryable, RetryableStrategy};

/// Whether a request is retried after such a response, or `None` if the response is not an error.
fn verdict(status: u16, header: (&'static str, &'static str)) -> Option<bool> {
    let response = Response::builder()
        .status(status)
        .header(header.0, header.1);
    let response = response
        .body(r#"{"reason":"NOT_ENOUGH_BALANCE"}"#)
        .expect("a response");
    let strategy = HeadStrategy::new(&ppio::PROVIDER, RetryPolicy::new());
    let verdict = strategy.handle(&Ok(response.into()))?;
    Some(verdict == Retryable::Transient)
}

#[test]
fn status_and_headers_decide() {
    let none = ("x-none", "");
    assert_eq!(verdict(200, none), None);
    assert_eq!(verdict(302, none), None);
    assert_eq!(verdict(401, none), Some(false));
    assert_eq!(verdict(503, none), Some(true));
    assert_eq!(verdict(503, ("x-should-retry", "false")), Some(false));
    // What the body would say, that the account is empty, is not seen.
    assert_eq!(verdict(429, none), Some(true));
    // That crate would not wait so long.
    assert_eq!(verdict(429, ("retry-after", "3600")), Some(false));
}
