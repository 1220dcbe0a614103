//! A provider written by hand: the macro writes data, and the same functions work with data from anywhere.
//!
//! ```text
//! cargo run --example without_macro
//! ```

use error_codes::{
    BodyShape, ErrorKind, HeaderMap, Place, Provider, ProviderError, Row, Scope, StatusCode,
    StatusPattern, Table,
};
use std::sync::LazyLock;

/// Acme, a fictional provider whose error bodies have a shape of their own.
static ACME: LazyLock<Provider> = LazyLock::new(|| {
    Provider::new("acme", "Acme AI")
        .with_docs("https://acme.example/docs/errors")
        .with_retrieved("2026-11-21")
        .with_shape(SHAPE)
        .with_table(Table::new(
            Fault::TABLE,
            Fault::ALL.iter().map(|fault| fault.row()),
        ))
});

const SHAPE: BodyShape = BodyShape::new(&[
    Place::code("/fault/id"),
    Place::message("/fault/text"),
    Place::request_id("/trace"),
]);

/// The rows of the table as an enum, so that callers can match on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    BadKey,
    InDemand,
    Upstream,
    Other,
}

impl Fault {
    /// Returns the row of this variant.
    fn row(self) -> Row {
        match self {
            Fault::BadKey => Row::new("BadKey", ErrorKind::Authentication)
                .with_status(StatusPattern::exact(401))
                .with_code("bad_key")
                .with_aliases(["invalid_key"])
                .with_summary("no API key, or a wrong one"),
            Fault::InDemand => Row::new("InDemand", ErrorKind::RateLimited)
                .with_status(StatusPattern::exact(429))
                .with_numeric_code("2007")
                .with_scope(Scope::Model)
                .with_message("Slow down, {model} is in demand")
                .with_summary("a limit on prompts per minute"),
            // The code says only that an upstream failed; the message may say why.
            Fault::Upstream => Row::new("Upstream", ErrorKind::Unavailable)
                .tentative()
                .with_status(StatusPattern::exact(502))
                .with_code("upstream_failed"),
            Fault::Other => {
                Row::new("Other", ErrorKind::Internal).with_status(StatusPattern::class(5))
            }
        }
    }
}

impl ProviderError for Fault {
    const TABLE: &'static str = "Fault";
    const ALL: &'static [Self] = &[
        Fault::BadKey,
        Fault::InDemand,
        Fault::Upstream,
        Fault::Other,
    ];

    fn provider() -> &'static Provider {
        &ACME
    }

    fn position(self) -> usize {
        self as usize
    }
}

/// Responses of Acme.
const RESPONSES: [(StatusCode, &str); 4] = [
    (
        StatusCode::UNAUTHORIZED,
        r#"{"fault":{"id":"invalid_key","text":"Key not found"},"trace":"t-1"}"#,
    ),
    (
        StatusCode::TOO_MANY_REQUESTS,
        r#"{"fault":{"id":2007,"text":"Slow down, gpt-9 is in demand"},"trace":"t-2"}"#,
    ),
    (
        StatusCode::BAD_GATEWAY,
        r#"{"fault":{"id":"upstream_failed","text":"You exceeded your current quota, please check your plan and billing details."}}"#,
    ),
    (
        StatusCode::NOT_FOUND,
        "<html><title>Not Found</title></html>",
    ),
];

fn main() {
    for (status, body) in RESPONSES {
        let headers = HeaderMap::new();
        let error = ACME.read(status, &headers, body);
        println!("{error}");
        println!("  retry: {}, scope: {}", error.retry(), error.scope());
        match error.variant() {
            Some(Fault::InDemand) => println!("  another model may help: {:?}", error.params()),
            Some(fault) => println!("  {fault:?}, request id {:?}", error.request_id()),
            None => println!("  no row of Acme's table matches"),
        }
    }
    // What the trait provides works as well.
    println!("`invalid_key` is {:?}", Fault::from_code("invalid_key"));
}
