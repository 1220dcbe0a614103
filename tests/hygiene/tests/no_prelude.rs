//! A table where nothing is imported, not even by the prelude.

#![no_implicit_prelude]
#![deny(warnings)]

::codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
        body: OPENAI,
    }

    /// What the API reports.
    pub enum ErrorCode {
        | status | code  | kind        | message         |
        | 429    | limit | RateLimited | "limit of {n}"  |
    }
}

#[::core::prelude::v1::test]
fn a_table_needs_no_prelude() {
    ::core::assert_eq!(
        ErrorCode::from_code("limit"),
        ::core::option::Option::Some(ErrorCode::Limit)
    );
    ::core::assert_eq!(PROVIDER.id(), "acme");
}
