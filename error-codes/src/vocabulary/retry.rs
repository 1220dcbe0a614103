//! What to do with the same request at the same place.

use super::vocabulary;

vocabulary! {
    /// What to do with the same request at the same place.
    ///
    /// A hint is not an order. How often to retry, how long to wait at most, and whether to resend a request that may
    /// have executed are the caller's policy.
    ///
    /// ```
    /// use error_codes::RetryHint;
    ///
    /// assert!(RetryHint::AfterReset.is_retryable());
    /// assert!(!RetryHint::Unspecified.is_retryable());
    /// assert_eq!("backoff".parse(), Ok(RetryHint::Backoff));
    /// ```
    pub enum RetryHint("retry hint") {
        /// It fails again until somebody changes something.
        Never = "never",
        /// A transient fault: retry with exponential backoff and jitter.
        Backoff = "backoff",
        /// A limit: wait for the stated delay, or back off longer than for a fault if none is stated.
        AfterReset = "after_reset",
        /// No opinion: nothing is known for or against a retry.
        Unspecified = "unspecified",
    }
}

impl RetryHint {
    /// Returns whether the same request may succeed later without anybody changing anything: true for
    /// [`Backoff`](Self::Backoff) and [`AfterReset`](Self::AfterReset).
    #[must_use]
    pub const fn is_retryable(self) -> bool {
        matches!(self, RetryHint::Backoff | RetryHint::AfterReset)
    }
}
