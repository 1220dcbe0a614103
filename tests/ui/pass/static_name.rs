// A call that names its static, beside one that does not.

#![deny(warnings, missing_docs)]
//! The crate of these tables.

error_codes::provider_errors! {
    /// Acme.
    provider "acme" as ACME_2 {
        name: "Acme AI",
    }

    /// What Acme reports.
    pub enum AcmeError {
        | code  | kind        |
        | limit | RateLimited |
    }
}

error_codes::provider_errors! {
    /// Another.
    provider "other" {
        name: "Other AI",
        base: ACME_2,
    }

    /// What the other reports.
    pub enum OtherError {
        | code  | kind        |
        | limit | RateLimited |
    }
}

fn main() {
    assert_eq!(ACME_2.id(), "acme");
    assert_eq!(PROVIDER.base().map(|base| base.id()), Some("acme"));
    let _ = (AcmeError::Limit, OtherError::Limit);
}
