//! backon: the verdicts and delays of a retry policy.
//!
//! backon hands every error to `adjust`, which decides whether and when the operation is repeated. There
//! [`Retries::after`](crate::Retries::after) has all that a [`RetryPolicy`] says: what is retried, stated delays, the budget, and
//! a deadline from [`retries`](RetryPolicy::retries) on. Nothing ends an attempt that takes longer;
//! [`remaining`](crate::Retries::remaining) says how long it may take.
//!
//! It **sees** the error that the operation returns, and **waits** with the sleeper that backon is given. Whether the request can
//! be **cloned** is the operation's business, which builds it anew.
//!
//! ```
//! use backon::Retryable;
//! use error_codes::{Error, RetryPolicy};
//!
//! async fn send() -> Result<String, Error> {
//!     // Send a request and read its response.
//!     # Ok(String::new())
//! }
//!
//! # async fn wait(_: std::time::Duration) {}
//! # async fn example(policy: &RetryPolicy) -> Result<(), Error> {
//! let mut retries = policy.retries();
//! let text = send
//!     .retry(policy.clone())
//!     .adjust(|error, _| retries.after(error))
//!     # .sleep(wait)
//!     .await?;
//! retries.succeeded();
//! # Ok(())
//! # }
//! ```

use crate::policy::{Retries, RetryPolicy};
use ::backon::BackoffBuilder;
use core::time::Duration;

/// The delays of the policy where no response states one, up to its deadline. They alone know no error, no budget, and nothing
/// of what a response states: see the [module](crate::integrations::backon) for what does.
impl BackoffBuilder for RetryPolicy {
    type Backoff = Delays;

    fn build(self) -> Delays {
        Delays(self.without_budget().retries())
    }
}

/// The delays of a [`RetryPolicy`] where no response states one: one for each retry.
#[derive(Clone, Debug)]
pub struct Delays(Retries);

impl Iterator for Delays {
    type Item = Duration;

    fn next(&mut self) -> Option<Duration> {
        self.0.after_not_sent()
    }
}
