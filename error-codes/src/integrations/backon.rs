//! backon: the delays of a retry policy.

use crate::policy::RetryPolicy;
use ::backon::BackoffBuilder;
use core::time::Duration;

/// The delays of the policy where no response states one.
///
/// ```
/// use backon::Retryable;
/// use error_codes::{Error, RetryPolicy};
///
/// async fn send() -> Result<String, Error> {
///     // Send a request and read its response.
///     # Ok(String::new())
/// }
///
/// # async fn wait(_: std::time::Duration) {}
/// # async fn example() -> Result<(), Error> {
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

/// The delays of a [`RetryPolicy`] where no response states one: one for each retry.
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
