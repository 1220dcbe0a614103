//! The strategy for `reqwest-retry`, which sees no body.

use error_codes::RetryPolicy;
use error_codes::http::Response;
use error_codes::providers::ppio;
use error_codes::reqwest_retry::HeadStrategy;
use reqwest_retry::{Retryable, RetryableStrategy};

/// Whether an answer that is an error is tried again.
fn verdict(status: u16, header: (&'static str, &'static str)) -> Option<bool> {
    let answer = Response::builder()
        .status(status)
        .header(header.0, header.1);
    let answer = answer
        .body(r#"{"reason":"NOT_ENOUGH_BALANCE"}"#)
        .expect("an answer");
    let strategy = HeadStrategy::new(&ppio::PROVIDER, RetryPolicy::new());
    let verdict = strategy.handle(&Ok(answer.into()))?;
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
