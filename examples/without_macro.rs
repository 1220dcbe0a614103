//! A table written by hand: what the macro writes is data, and the same functions read it.
//!
//! ```text
//! cargo run --example without_macro
//! ```

use error_codes::http::{HeaderMap, StatusCode};
use error_codes::{BodyShape, ErrorKind, Place, Provider, ProviderError, Row, Scope, Section};

/// A provider whose answers look like nobody else's.
static ACME: Provider = Provider::new("acme", "Acme AI")
    .with_docs("https://acme.example/docs/errors")
    .with_body(BodyShape::new(&[
        Place::code("/fault/id"),
        Place::message("/fault/text"),
        Place::request_id("/trace"),
    ]))
    .with_sections(&[&FAULTS]);

static FAULTS: Section = Section::new("Fault", || &ACME, &ROWS);

static ROWS: [Row; 2] = [
    Row::new("BadKey", ErrorKind::Authentication)
        .with_status(401)
        .with_code("bad_key")
        .with_aliases(&["invalid_key"])
        .with_summary("no key, or a wrong one"),
    Row::new("InDemand", ErrorKind::RateLimited)
        .with_status(429)
        .with_number("2007")
        .with_scope(Scope::Model)
        .with_message("Slow down, {model} is in demand"),
];

/// The rows as an enum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    BadKey,
    InDemand,
}

impl ProviderError for Fault {
    const SECTION: &'static Section = &FAULTS;
    const ALL: &'static [Self] = &[Fault::BadKey, Fault::InDemand];

    fn index(self) -> usize {
        self as usize
    }
}

fn main() {
    let headers = HeaderMap::new();
    let body = r#"{"fault":{"id":2007,"text":"Slow down, gpt-9 is in demand"},"trace":"t-1"}"#;
    let error = ACME.read(StatusCode::TOO_MANY_REQUESTS, &headers, body);

    println!("{error}");
    println!("  again: {}, elsewhere: {}", error.retry(), error.scope());
    println!("  {:?}, request {:?}", error.params(), error.request_id());
    assert_eq!(error.variant(), Some(Fault::InDemand));
    assert_eq!(Fault::from_code("invalid_key"), Some(Fault::BadKey));
}
