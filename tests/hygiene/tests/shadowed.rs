//! A table among names that mean something else.

#![deny(warnings)]
#![allow(dead_code, non_camel_case_types)]

mod core {}
mod std {}
mod alloc {}
mod http {}
mod serde {}
mod serde_core {}
mod error_codes {}

struct Result;
struct Option;
struct String;
struct Self_;
struct u8;
struct u32;
struct usize;
struct str;
struct bool;
struct Provider;
struct Row;
struct Table;
struct Entry;
struct Reader;
struct ErrorKind;
struct RetryHint;
struct Scope;
struct ApiError;
struct StatusCode;
trait Into {}
trait AsRef {}
trait Sized {}
trait Copy {}
trait Debug {}
trait ProviderError {}
trait Serialize {}

codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
        body: OPENAI,
        base: codes::providers::ppio::PROVIDER,
    }

    /// What the API reports, in words of the prelude.
    pub enum Error {
        | status | code    | kind        | retry | scope   | message        |
        | 429    | limit   | RateLimited | Never | Account | "limit of {n}" |
        | -      | Ok      | Internal    | -     | -       | -              |
        | -      | Err     | Internal    | -     | -       | -              |
        | -      | Some    | Internal    | -     | -       | -              |
        | -      | None    | Internal    | -     | -       | -              |
        | -      | Error   | Internal    | -     | -       | -              |
        | -      | all     | Internal    | -     | -       | -              |
        | -      | section | Internal    | -     | -       | -              |
    }
}

#[test]
fn a_table_uses_no_name_around_it() {
    assert_eq!(Error::Limit.code(), Some("limit"));
    assert_eq!(Error::from_code("Err"), Some(Error::Err));
    assert_eq!("Error".parse(), Ok(Error::Error));
    assert_eq!(format!("{:?}", Error::None), "None");
    assert_eq!(PROVIDER.base().map(codes::Provider::id), Some("ppio"));
}
