//! reqwest-retry: a strategy for its middleware.

use crate::policy::RetryPolicy;
use crate::reader::Reader;
use crate::response::status::is_error;
use ::reqwest::Response;
use ::reqwest_middleware::Error;
use ::reqwest_retry::{Retryable, RetryableStrategy, default_on_request_failure};

/// Decides by status and headers whether a [`RetryPolicy`] allows a retry.
///
/// `reqwest-retry` shows a strategy no body, and it counts the attempts and chooses the delays itself, whatever the response
/// states: a request to an empty account that is only reported in the body of a `429` is repeated, and too early.
/// [`RetryMiddleware`](super::reqwest_middleware::RetryMiddleware), with the feature `reqwest-middleware`, does better on
/// both.
///
/// ```no_run
/// use error_codes::RetryPolicy;
/// use error_codes::integrations::reqwest_retry::HeadStrategy;
/// use error_codes::providers::ppio;
/// use reqwest_retry::{RetryTransientMiddleware, policies::ExponentialBackoff};
///
/// let backoff = ExponentialBackoff::builder().build_with_max_retries(3);
/// let middleware = RetryTransientMiddleware::new_with_policy_and_strategy(
///     backoff,
///     HeadStrategy::new(&ppio::PROVIDER, RetryPolicy::new()),
/// );
/// ```
#[derive(Clone, Debug)]
pub struct HeadStrategy {
    reader: Reader,
    policy: RetryPolicy,
}

impl HeadStrategy {
    /// Creates a strategy for the responses of a provider, or of any if it is `None`.
    #[must_use]
    pub fn new(reader: impl Into<Reader>, policy: RetryPolicy) -> Self {
        HeadStrategy {
            reader: reader.into(),
            policy,
        }
    }
}

impl RetryableStrategy for HeadStrategy {
    fn handle(&self, outcome: &Result<Response, Error>) -> Option<Retryable> {
        let response = match outcome {
            Ok(response) if is_error(response.status()) => response,
            Ok(_) => return None,
            Err(error) => return default_on_request_failure(error),
        };
        let error = self.reader.read(response.status(), response.headers(), "");
        Some(if self.policy.allows(&error) {
            Retryable::Transient
        } else {
            Retryable::Fatal
        })
    }
}
