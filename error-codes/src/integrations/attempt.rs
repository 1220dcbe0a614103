//! A request of reqwest, and an attempt that had no response.

use crate::policy::Retries;
use ::reqwest::{Error, Request};
use core::time::Duration;
use http::HeaderName;

/// The header by which a server recognizes a request that it has executed already (draft-ietf-httpapi-idempotency-key-header).
pub(super) const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// Returns whether executing the request twice has no further effect: its method is idempotent, or the server can tell by a key
/// that it is the same request.
pub(super) fn is_idempotent(request: &Request) -> bool {
    request.method().is_idempotent() || request.headers().contains_key(IDEMPOTENCY_KEY)
}

/// Returns the delay after a request without a response. A connection that failed, was lost or timed out is worth a retry; a
/// request that could not be built or a response that cannot be decoded is not.
pub(super) fn delay_after(retries: &mut Retries, error: &Error) -> Option<Duration> {
    if error.is_connect() {
        retries.after_not_sent()
    } else if error.is_timeout() || error.is_request() {
        retries.after_no_response()
    } else {
        None
    }
}
