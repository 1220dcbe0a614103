//! How far a failure reaches.

use super::vocabulary;

vocabulary! {
    /// How far a failure reaches, and so where the request may be sent instead.
    ///
    /// ```
    /// use error_codes::Scope;
    ///
    /// assert!(Scope::Key.allows_failover());
    /// assert!(!Scope::Request.allows_failover());
    /// ```
    pub enum Scope("scope") {
        /// This request: it fails wherever it is sent, until it is changed.
        Request = "request",
        /// This model at this provider: another model may work.
        Model = "model",
        /// This key: another key may work.
        Key = "key",
        /// This account with all its keys: another account may work.
        Account = "account",
        /// This provider: another provider may work.
        Provider = "provider",
    }
}

impl Scope {
    /// Returns whether the same request may succeed elsewhere at once: true for all but [`Request`](Self::Request).
    #[must_use]
    pub const fn allows_failover(self) -> bool {
        !matches!(self, Scope::Request)
    }
}
