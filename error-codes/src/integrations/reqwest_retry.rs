//! A strategy for `reqwest-retry`.

use super::answer::{is_error, read_answer};
use crate::policy::RetryPolicy;
use crate::table::Provider;
use ::reqwest::Response;
use ::reqwest_middleware::Error;
use ::reqwest_retry::{Retryable, RetryableStrategy, default_on_request_failure};

/// Decides by what status and headers say whether a [`RetryPolicy`] allows another try.
///
/// `reqwest-retry` shows a strategy no body, and it counts the tries and chooses the delays itself, whatever the answer
/// states: an empty account that says so only in the body of a `429` is asked again, and too early. `RetryMiddleware`, with
/// the feature `reqwest-middleware`, does better on both.
///
/// ```no_run
/// use error_codes::providers::ppio;
/// use error_codes::RetryPolicy;
/// use error_codes::reqwest_retry::HeadStrategy;
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
    provider: Option<&'static Provider>,
    policy: RetryPolicy,
}

impl HeadStrategy {
    /// For the answers of a provider, or of any if it is `None`.
    #[must_use]
    pub fn new(provider: impl Into<Option<&'static Provider>>, policy: RetryPolicy) -> Self {
        HeadStrategy {
            provider: provider.into(),
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
        let error = read_answer(self.provider, response.status(), response.headers(), b"");
        Some(if self.policy.allows(&error) {
            Retryable::Transient
        } else {
            Retryable::Fatal
        })
    }
}
