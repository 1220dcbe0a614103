//! What to do with the same request at the same place.

use crate::word::words;

words! {
    /// What to do with the same request at the same place.
    ///
    /// A hint is not an order. How often to try again, how long at the most, and whether a request that may have run
    /// already is worth another try are the caller's policy.
    ///
    /// ```
    /// use error_codes::RetryHint;
    ///
    /// assert!(RetryHint::AfterReset.is_retryable());
    /// assert!(!RetryHint::Unspecified.is_retryable());
    /// assert_eq!("backoff".parse(), Ok(RetryHint::Backoff));
    /// ```
    pub enum RetryHint("a retry hint") {
        /// It fails again until somebody changes something.
        Never = "never",
        /// A passing fault: try again with exponential backoff and jitter.
        Backoff = "backoff",
        /// A limit: wait for the stated time, or back off longer than for a fault if none is stated.
        AfterReset = "after_reset",
        /// No opinion: nothing is known that speaks for another try or against it.
        Unspecified = "unspecified",
    }
}

impl RetryHint {
    /// Whether the same request may succeed later with nobody changing anything.
    ///
    /// No opinion is no: only [`Backoff`](Self::Backoff) and [`AfterReset`](Self::AfterReset) are yes.
    #[must_use]
    pub const fn is_retryable(self) -> bool {
        matches!(self, RetryHint::Backoff | RetryHint::AfterReset)
    }
}
