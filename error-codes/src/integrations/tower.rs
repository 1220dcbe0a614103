//! Policies for `tower::retry::Retry`.
//!
//! Which one fits depends on what the service gives: [`AnswerPolicy`] for answers with their whole body, [`HeadPolicy`] for
//! answers whose body is still to come, [`ErrorPolicy`] for a service that has read its errors itself. Each waits with
//! tokio's timer.
//!
//! ```
//! use error_codes::providers::ppio;
//! use error_codes::tower::AnswerPolicy;
//! use error_codes::RetryPolicy;
//! use tower::{ServiceBuilder, service_fn};
//!
//! let client = ServiceBuilder::new()
//!     .retry(AnswerPolicy::new(&ppio::PROVIDER, &RetryPolicy::new()))
//!     .service(service_fn(async |request: http::Request<String>| {
//!         Ok::<_, std::io::Error>(http::Response::new(request.into_body()))
//!     }));
//! # let _ = client;
//! ```

use super::answer::{is_error, read_answer};
use crate::answer::ApiError;
use crate::policy::{Retries, RetryPolicy};
use crate::table::Provider;
use ::tower::retry::Policy;
use core::borrow::Borrow;
use http::Response;
use tokio::time::{Sleep, sleep};

/// For a service that answers with whole bodies: status, headers and body decide. An error of the service's own counts as
/// no answer.
#[derive(Clone, Debug)]
pub struct AnswerPolicy {
    provider: Option<&'static Provider>,
    retries: Retries,
}

/// For a service whose bodies are still to come: status and headers decide. What only the body says, that an account is
/// empty for instance, is not seen.
#[derive(Clone, Debug)]
pub struct HeadPolicy {
    provider: Option<&'static Provider>,
    retries: Retries,
}

/// For a service whose error is an [`ApiError`], boxed or not.
#[derive(Clone, Debug)]
pub struct ErrorPolicy {
    retries: Retries,
}

impl AnswerPolicy {
    /// For the answers of a provider, or of any if it is `None`.
    #[must_use]
    pub fn new(provider: impl Into<Option<&'static Provider>>, policy: &RetryPolicy) -> Self {
        AnswerPolicy {
            provider: provider.into(),
            retries: policy.retries(),
        }
    }
}

impl HeadPolicy {
    /// For the answers of a provider, or of any if it is `None`.
    #[must_use]
    pub fn new(provider: impl Into<Option<&'static Provider>>, policy: &RetryPolicy) -> Self {
        HeadPolicy {
            provider: provider.into(),
            retries: policy.retries(),
        }
    }
}

impl ErrorPolicy {
    /// With the caller's policy.
    #[must_use]
    pub fn new(policy: &RetryPolicy) -> Self {
        ErrorPolicy {
            retries: policy.retries(),
        }
    }
}

impl<Req: Clone, B: AsRef<[u8]>, E> Policy<Req, Response<B>, E> for AnswerPolicy {
    type Future = Sleep;

    fn retry(&mut self, _: &mut Req, outcome: &mut Result<Response<B>, E>) -> Option<Sleep> {
        let answer = outcome.as_ref().ok();
        let answer = answer.map(|answer| (answer, answer.body().as_ref()));
        wait(&mut self.retries, self.provider, answer)
    }

    fn clone_request(&mut self, request: &Req) -> Option<Req> {
        Some(request.clone())
    }
}

impl<Req: Clone, B, E> Policy<Req, Response<B>, E> for HeadPolicy {
    type Future = Sleep;

    fn retry(&mut self, _: &mut Req, outcome: &mut Result<Response<B>, E>) -> Option<Sleep> {
        let answer = outcome.as_ref().ok().map(|answer| (answer, &b""[..]));
        wait(&mut self.retries, self.provider, answer)
    }

    fn clone_request(&mut self, request: &Req) -> Option<Req> {
        Some(request.clone())
    }
}

impl<Req: Clone, T, E: Borrow<ApiError<'static>>> Policy<Req, T, E> for ErrorPolicy {
    type Future = Sleep;

    fn retry(&mut self, _: &mut Req, outcome: &mut Result<T, E>) -> Option<Sleep> {
        let error = outcome.as_ref().err()?;
        self.retries.after(error.borrow()).map(sleep)
    }

    fn clone_request(&mut self, request: &Req) -> Option<Req> {
        Some(request.clone())
    }
}

/// Waits after an answer, with as much of its body as may be seen, or after none.
fn wait<B>(
    retries: &mut Retries,
    provider: Option<&'static Provider>,
    answer: Option<(&Response<B>, &[u8])>,
) -> Option<Sleep> {
    let delay = match answer {
        None => retries.after_no_answer(),
        Some((answer, _)) if !is_error(answer.status()) => None,
        Some((answer, body)) => {
            let error = read_answer(provider, answer.status(), answer.headers(), body);
            retries.after(&error)
        }
    };
    delay.map(sleep)
}
