//! What a caller makes of an error: whether to send a request again, and where else.
//!
//! Both are pure: they neither send nor wait.

pub mod failover;
#[cfg(feature = "retry")]
mod retry;

#[cfg(feature = "retry")]
pub use retry::{Resend, Retries, RetryBudget, RetryPolicy};
