//! A library that re-exports the macro under two paths, and has a table of its own.

#![deny(warnings, missing_docs)]

pub use errors;
pub use errors::provider_errors;

errors::provider_errors! {
    /// Acme.
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | code  | kind        |
        | limit | RateLimited |
    }
}
