//! The delays of a policy, for `backon`.

use crate::policy::RetryPolicy;
use ::backon::BackoffBuilder;
use core::time::Duration;

/// The delays of the policy where no answer states one.
///
/// ```
/// use backon::Retryable;
/// use error_codes::{ApiError, RetryPolicy};
///
/// async fn send() -> Result<String, Box<ApiError<'static>>> {
///     // A request, and what `Provider::read` makes of its answer.
///     # Ok(String::new())
/// }
///
/// # async fn wait(_: std::time::Duration) {}
/// # async fn example() -> Result<(), Box<ApiError<'static>>> {
/// let policy = RetryPolicy::new();
/// let text = send
///     .retry(policy.clone())
///     .when(|error| policy.allows(error))
///     .adjust(|error, planned| policy.adjust(error, planned))
///     # .sleep(wait)
///     .await?;
/// # Ok(())
/// # }
/// ```
impl BackoffBuilder for RetryPolicy {
    type Backoff = Delays;

    fn build(self) -> Delays {
        Delays {
            policy: self,
            made: 0,
        }
    }
}

/// The delays of a [`RetryPolicy`] where no answer states one, one for each further try.
#[derive(Clone, Debug)]
pub struct Delays {
    policy: RetryPolicy,
    made: u32,
}

impl Iterator for Delays {
    type Item = Duration;

    fn next(&mut self) -> Option<Duration> {
        if self.made >= self.policy.max_retries() {
            return None;
        }
        let delay = self.policy.delay(self.made, None, fastrand::f64());
        self.made += 1;
        Some(delay)
    }
}
