//! How far a failure reaches.

use crate::word::words;

words! {
    /// How far a failure reaches: where the request may be sent instead, and what to avoid meanwhile.
    ///
    /// ```
    /// use error_codes::Scope;
    ///
    /// assert!(Scope::Key.allows_failover());
    /// assert!(!Scope::Request.allows_failover());
    /// ```
    pub enum Scope("a scope") {
        /// This request: nothing but changing it helps, wherever it is sent.
        Request = "request",
        /// This model at this provider: another model may answer.
        Model = "model",
        /// This key: another key may be let through.
        Key = "key",
        /// This account with all its keys: another account may be let through.
        Account = "account",
        /// This provider: another provider may answer.
        Provider = "provider",
    }
}

impl Scope {
    /// Whether the same request may succeed elsewhere at once: all but [`Request`](Self::Request).
    #[must_use]
    pub const fn allows_failover(self) -> bool {
        !matches!(self, Scope::Request)
    }
}
