//! tower: policies for `tower::retry::Retry`.
//!
//! Which one fits depends on what the service takes and returns:
//!
//! | policy | requests | sees | of responses |
//! |---|---|---|---|
//! | [`ResponsePolicy`] | that are `Clone` | status, headers and body | with their whole body |
//! | [`HeadPolicy`] | that are `Clone` | status and headers | of `http` or reqwest whose body is still to come |
//! | `ClientPolicy`, with the feature `reqwest` | of reqwest | status and headers | of reqwest |
//! | [`ErrorPolicy`] | that are `Clone` | the error | of a service that has read its errors itself |
//!
//! Each **waits** with tokio's timer, between two attempts, as long as its [`RetryPolicy`] says. All requests of the service
//! share the policy's budget. The policy's deadline counts from the first attempt, and a retry beyond it is not made, but tower
//! gives a policy no means to end an attempt: put `.timeout(…)` above `.retry(…)` for that.
//!
//! An error of the service itself counts as no response. The method of a request is not seen except by `ClientPolicy`, so none
//! is idempotent unless `with_idempotent` says so. A request **that cannot be cloned** does not fit `Clone`; `ClientPolicy` sends
//! it once.
//!
//! ```
//! use error_codes::RetryPolicy;
//! use error_codes::integrations::tower::ResponsePolicy;
//! use error_codes::providers::ppio;
//! use std::time::Duration;
//! use tower::{ServiceBuilder, service_fn};
//!
//! let policy = RetryPolicy::new().with_deadline(Duration::from_secs(120));
//! let client = ServiceBuilder::new()
//!     .retry(ResponsePolicy::new(&ppio::PROVIDER, &policy).with_errors_in_success())
//!     .service(service_fn(async |request: http::Request<String>| {
//!         Ok::<_, std::io::Error>(http::Response::new(request.into_body()))
//!     }));
//! # let _ = client;
//! ```

#[cfg(feature = "reqwest")]
mod client;

#[cfg(feature = "reqwest")]
pub use client::ClientPolicy;

use super::clock;
use crate::error::ApiError;
use crate::policy::{Retries, RetryPolicy};
use crate::reader::Reader;
use crate::response::status::is_error;
use ::tower::retry::Policy;
use http::{HeaderMap, Response, StatusCode};
use tokio::time::{Sleep, sleep};

/// For a service that returns responses with their whole body: status, headers and body decide.
#[derive(Clone, Debug)]
pub struct ResponsePolicy {
    reader: Reader,
    retries: Retries,
    reads_successes: bool,
}

/// For a service that returns responses whose body is still to come: status and headers decide. What only the body says,
/// that an account is empty for example, is not seen.
///
/// The responses are those of `http` or, with the feature `reqwest`, [`reqwest::Response`]: the service of
/// `async_openai::Client::with_http_service` is one of the latter.
#[derive(Clone, Debug)]
pub struct HeadPolicy {
    reader: Reader,
    retries: Retries,
}

/// For a service whose error is an [`Error`](crate::Error) or an [`ApiError`].
#[derive(Clone, Debug)]
pub struct ErrorPolicy {
    retries: Retries,
}

impl ResponsePolicy {
    /// Creates a policy for the responses of a provider, or of any if it is `None`.
    #[must_use]
    pub fn new(reader: impl Into<Reader>, policy: &RetryPolicy) -> Self {
        ResponsePolicy {
            reader: reader.into(),
            retries: retries_of(policy),
            reads_successes: false,
        }
    }

    /// Looks for errors in successes, too, because some providers report them in a `200`.
    #[must_use]
    pub fn with_errors_in_success(mut self) -> Self {
        self.reads_successes = true;
        self
    }

    /// Sets whether every request can be executed twice without a further effect. Default: no.
    #[must_use]
    pub fn with_idempotent(mut self, is_idempotent: bool) -> Self {
        self.retries = self.retries.with_idempotent(is_idempotent);
        self
    }
}

impl HeadPolicy {
    /// Creates a policy for the responses of a provider, or of any if it is `None`.
    #[must_use]
    pub fn new(reader: impl Into<Reader>, policy: &RetryPolicy) -> Self {
        HeadPolicy {
            reader: reader.into(),
            retries: retries_of(policy),
        }
    }

    /// Sets whether every request can be executed twice without a further effect. Default: no.
    #[must_use]
    pub fn with_idempotent(mut self, is_idempotent: bool) -> Self {
        self.retries = self.retries.with_idempotent(is_idempotent);
        self
    }
}

impl ErrorPolicy {
    /// Creates a policy from the caller's.
    #[must_use]
    pub fn new(policy: &RetryPolicy) -> Self {
        ErrorPolicy {
            retries: retries_of(policy),
        }
    }

    /// Sets whether every request can be executed twice without a further effect. Default: no.
    #[must_use]
    pub fn with_idempotent(mut self, is_idempotent: bool) -> Self {
        self.retries = self.retries.with_idempotent(is_idempotent);
        self
    }
}

impl<Req: Clone, B: AsRef<[u8]>, E> Policy<Req, Response<B>, E> for ResponsePolicy {
    type Future = Sleep;

    fn retry(&mut self, _: &mut Req, outcome: &mut Result<Response<B>, E>) -> Option<Sleep> {
        let Ok(response) = outcome else {
            return self.retries.after_no_response().map(sleep);
        };
        let (status, headers, body) = (response.status(), response.headers(), response.body());
        let error = if is_error(status) {
            Some(self.reader.read(status, headers, body.as_ref()))
        } else if self.reads_successes {
            self.reader.error_in(status, headers, body.as_ref())
        } else {
            None
        };
        wait(&mut self.retries, error.as_ref())
    }

    fn clone_request(&mut self, request: &Req) -> Option<Req> {
        self.retries.begin();
        Some(request.clone())
    }
}

impl<Req: Clone, B, E> Policy<Req, Response<B>, E> for HeadPolicy {
    type Future = Sleep;

    fn retry(&mut self, _: &mut Req, outcome: &mut Result<Response<B>, E>) -> Option<Sleep> {
        let head = outcome
            .as_ref()
            .map(|response| (response.status(), response.headers()));
        wait_after_head(&mut self.retries, &self.reader, head.ok())
    }

    fn clone_request(&mut self, request: &Req) -> Option<Req> {
        self.retries.begin();
        Some(request.clone())
    }
}

#[cfg(feature = "reqwest")]
impl<Req: Clone, E> Policy<Req, ::reqwest::Response, E> for HeadPolicy {
    type Future = Sleep;

    fn retry(
        &mut self,
        _: &mut Req,
        outcome: &mut Result<::reqwest::Response, E>,
    ) -> Option<Sleep> {
        let head = outcome
            .as_ref()
            .map(|response| (response.status(), response.headers()));
        wait_after_head(&mut self.retries, &self.reader, head.ok())
    }

    fn clone_request(&mut self, request: &Req) -> Option<Req> {
        self.retries.begin();
        Some(request.clone())
    }
}

impl<Req: Clone, T, E: AsRef<ApiError<'static>>> Policy<Req, T, E> for ErrorPolicy {
    type Future = Sleep;

    fn retry(&mut self, _: &mut Req, outcome: &mut Result<T, E>) -> Option<Sleep> {
        wait(&mut self.retries, outcome.as_ref().err().map(AsRef::as_ref))
    }

    fn clone_request(&mut self, request: &Req) -> Option<Req> {
        self.retries.begin();
        Some(request.clone())
    }
}

/// Starts the retries of a policy by the clock of the timer.
fn retries_of(policy: &RetryPolicy) -> Retries {
    policy.clone().with_clock(clock::now).retries()
}

/// Waits after a response of which the body is not seen, or after none.
fn wait_after_head(
    retries: &mut Retries,
    reader: &Reader,
    head: Option<(StatusCode, &HeaderMap)>,
) -> Option<Sleep> {
    let Some((status, headers)) = head else {
        return retries.after_no_response().map(sleep);
    };
    let error = is_error(status).then(|| reader.read(status, headers, ""));
    wait(retries, error.as_ref())
}

/// Waits after an error, if there is one.
fn wait(retries: &mut Retries, error: Option<&ApiError<'_>>) -> Option<Sleep> {
    let Some(error) = error else {
        retries.succeeded();
        return None;
    };
    retries.after(error).map(sleep)
}
