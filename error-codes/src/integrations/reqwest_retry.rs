//! reqwest-retry: a strategy and a policy for its middleware.
//!
//! Of the two traits of that crate a strategy says which outcomes are retried, and a policy how often and when. Neither sees what
//! the other does, and no strategy sees a body.
//!
//! - [`HeadStrategy`] **sees** the status code and the headers of a response. A request to an empty account that is only reported
//!   in the body of a `429` is repeated.
//! - A [`RetryPolicy`] as a policy of that crate has the number of retries, the backoff, the deadline and the budget. It
//!   **cannot wait** as long as a response states: the trait does not show it the response. An error that states a delay longer
//!   than [`with_max_retry_after`](RetryPolicy::with_max_retry_after) is not retried; after a shorter one the retry comes too early.
//!   The deadline is measured by the wall clock, as that crate does, and ends no attempt.
//! - A success puts [one token](crate::RetryBudget::REFILL) back into the budget, with or without retries before it.
//! - No request is idempotent for [`Resend`](crate::Resend), because neither trait shows the request.
//! - A request **that cannot be cloned** is an error of that crate: it is not sent at all.
//!
//! [`RetryMiddleware`](super::reqwest_middleware::RetryMiddleware), with the feature `reqwest-middleware`, has none of these
//! limits.
//!
//! ```no_run
//! use error_codes::RetryPolicy;
//! use error_codes::integrations::reqwest_retry::HeadStrategy;
//! use error_codes::providers::ppio;
//! use reqwest_retry::RetryTransientMiddleware;
//!
//! let policy = RetryPolicy::new();
//! let strategy = HeadStrategy::new(&ppio::PROVIDER, policy.clone());
//! let middleware = RetryTransientMiddleware::new_with_policy_and_strategy(policy, strategy);
//! ```

use crate::policy::{RetryBudget, RetryPolicy};
use crate::reader::Reader;
use crate::response::status::is_error;
use ::reqwest::Response;
use ::reqwest_middleware::Error;
use ::reqwest_retry::{
    RetryDecision, RetryPolicy as Policy, Retryable, RetryableStrategy, default_on_request_failure,
};
use std::time::SystemTime;

/// Decides by status and headers whether a [`RetryPolicy`] allows a retry.
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
        let is_allowed = match outcome {
            Ok(response) if is_error(response.status()) => {
                let error = self.reader.read(response.status(), response.headers(), "");
                self.policy.allows(&error)
            }
            Ok(_) => {
                self.policy.note_success(RetryBudget::REFILL);
                return None;
            }
            Err(error) => match default_on_request_failure(error)? {
                Retryable::Transient => error.is_connect() || self.policy.allows_no_response(),
                Retryable::Fatal => false,
            },
        };
        Some(if is_allowed {
            Retryable::Transient
        } else {
            Retryable::Fatal
        })
    }
}

/// For the middleware of that crate: how often and when, with the deadline and the budget.
impl Policy for RetryPolicy {
    fn should_retry(&self, began: SystemTime, made: u32) -> RetryDecision {
        let now = SystemTime::now();
        // A clock that was set back has measured nothing.
        let elapsed = now.duration_since(began).unwrap_or_default();
        let execute_after = self
            .delay_before_retry(made, None, self.remaining_after(elapsed), RetryBudget::COST)
            .and_then(|delay| now.checked_add(delay));
        match execute_after {
            Some(execute_after) => RetryDecision::Retry { execute_after },
            None => RetryDecision::DoNotRetry,
        }
    }
}
