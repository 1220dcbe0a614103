//! What the words of the vocabulary advise.

use error_codes::{RetryHint, Scope};

/// Returns what a hint says about sending the same request again.
#[must_use]
pub fn retry(hint: RetryHint) -> &'static str {
    match hint {
        RetryHint::Never => "no, it fails again until somebody changes something",
        RetryHint::Backoff => "yes, with exponential backoff and jitter",
        RetryHint::AfterReset => "yes, when the limit renews",
        _ => "no opinion, the provider does not say",
    }
}

/// Returns where a request may succeed that failed as far as a scope reaches.
#[must_use]
pub fn elsewhere(scope: Scope) -> &'static str {
    match scope {
        Scope::Request => "nowhere: only another request helps",
        Scope::Model => "another model, or the same model at another provider",
        Scope::Key => "another key of this account, or another provider",
        Scope::Account => "another account, or another provider",
        _ => "another provider",
    }
}
