//! A table in a library that denies everything: compiler warnings, missing documentation, clippy's lints.

#![deny(
    warnings,
    missing_docs,
    unreachable_pub,
    unused,
    nonstandard_style,
    rust_2018_idioms,
    unused_qualifications,
    unnameable_types,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]
#![forbid(unsafe_code)]

codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
        docs: "https://acme.example/errors",
        retrieved: "2026-11-21",
        body: OPENAI,
        base: codes::providers::ppio::PROVIDER,
    }

    pub enum ErrorCode {
        | status | type | code                | kind        | retry   | scope | message             | summary       |
        | 429    | rate | limit, rate_limit   | RateLimited | Backoff | Model | "limit of {amount}" | "too often"   |
        | 5xx    | -    | "upstream:no_model" | NotFound?   | -       | -     | -                   | "no [model]"  |
    }

    /// Private and unused.
    enum Unused {
        | code | kind     |
        | a    | Internal |
    }
}

/// The module around the table is private.
mod private {
    codes::provider_errors! {
        provider "private" {
            name: "Private AI",
        }

        pub(crate) enum ErrorCode {
            | code | kind     |
            | a    | Internal |
        }
    }
}

/// Returns a code of a private table.
#[must_use]
pub const fn private_code() -> Option<&'static str> {
    private::ErrorCode::A.code()
}
