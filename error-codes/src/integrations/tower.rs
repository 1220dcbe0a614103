//! tower: policies for `tower::retry::Retry`.
//!
//! Which one fits depends on what the service returns: [`ResponsePolicy`] for responses with their whole body,
//! [`HeadPolicy`] for responses whose body is still to come, [`ErrorPolicy`] for a service that has read its errors itself.
//! Each waits with tokio's timer.
//!
//! ```
//! use error_codes::RetryPolicy;
//! use error_codes::integrations::tower::ResponsePolicy;
//! use error_codes::providers::ppio;
//! use tower::{ServiceBuilder, service_fn};
//!
//! let client = ServiceBuilder::new()
//!     .retry(ResponsePolicy::new(&ppio::PROVIDER, &RetryPolicy::new()))
//!     .service(service_fn(async |request: http::Request<String>| {
//!         Ok::<_, std::io::Error>(http::Response::new(request.into_body()))
//!     }));
//! # let _ = client;
//! ```

use crate::error::ApiError;
use crate::policy::{Retries, RetryPolicy};
use crate::reader::Reader;
use crate::response::status::is_error;
use ::tower::retry::Policy;
use http::Response;
use tokio::time::{Sleep, sleep};

/// For a service that returns responses with their whole body: status, headers and body decide. An error of the service
/// itself counts as no response.
#[derive(Clone, Debug)]
pub struct ResponsePolicy {
    reader: Reader,
    retries: Retries,
}

/// For a service that returns responses whose body is still to come: status and headers decide. What only the body says,
/// that an account is empty for example, is not seen.
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
            retries: policy.retries(),
        }
    }
}

impl HeadPolicy {
    /// Creates a policy for the responses of a provider, or of any if it is `None`.
    #[must_use]
    pub fn new(reader: impl Into<Reader>, policy: &RetryPolicy) -> Self {
        HeadPolicy {
            reader: reader.into(),
            retries: policy.retries(),
        }
    }
}

impl ErrorPolicy {
    /// Creates a policy from the caller's.
    #[must_use]
    pub fn new(policy: &RetryPolicy) -> Self {
        ErrorPolicy {
            retries: policy.retries(),
        }
    }
}

impl<Req: Clone, B: AsRef<[u8]>, E> Policy<Req, Response<B>, E> for ResponsePolicy {
    type Future = Sleep;

    fn retry(&mut self, _: &mut Req, outcome: &mut Result<Response<B>, E>) -> Option<Sleep> {
        let response = outcome.as_ref().ok();
        let response = response.map(|response| (response, response.body().as_ref()));
        wait(&mut self.retries, &self.reader, response)
    }

    fn clone_request(&mut self, request: &Req) -> Option<Req> {
        Some(request.clone())
    }
}

impl<Req: Clone, B, E> Policy<Req, Response<B>, E> for HeadPolicy {
    type Future = Sleep;

    fn retry(&mut self, _: &mut Req, outcome: &mut Result<Response<B>, E>) -> Option<Sleep> {
        let response = outcome.as_ref().ok();
        let response = response.map(|response| (response, &b""[..]));
        wait(&mut self.retries, &self.reader, response)
    }

    fn clone_request(&mut self, request: &Req) -> Option<Req> {
        Some(request.clone())
    }
}

impl<Req: Clone, T, E: AsRef<ApiError<'static>>> Policy<Req, T, E> for ErrorPolicy {
    type Future = Sleep;

    fn retry(&mut self, _: &mut Req, outcome: &mut Result<T, E>) -> Option<Sleep> {
        let error = outcome.as_ref().err()?;
        self.retries.after(error.as_ref()).map(sleep)
    }

    fn clone_request(&mut self, request: &Req) -> Option<Req> {
        Some(request.clone())
    }
}

/// Waits after a response, with as much of its body as may be seen, or after none.
fn wait<B>(
    retries: &mut Retries,
    reader: &Reader,
    response: Option<(&Response<B>, &[u8])>,
) -> Option<Sleep> {
    let delay = match response {
        None => retries.after_no_response(),
        Some((response, _)) if !is_error(response.status()) => None,
        Some((response, body)) => {
            let error = reader.read(response.status(), response.headers(), body);
            retries.after(&error)
        }
    };
    delay.map(sleep)
}
