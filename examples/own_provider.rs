//! A provider that is not built in: its error page as a table in your own crate.
//!
//! ```text
//! cargo run --example own_provider
//! ```

use error_codes::{HeaderMap, StatusCode};

error_codes::provider_errors! {
    /// The API of Acme, a fictional provider.
    provider "acme" {
        name: "Acme AI",
        docs: "https://acme.example/docs/errors",
        retrieved: "2026-11-21",
        body: OPENAI,
    }

    /// Error codes of the Acme API.
    pub enum ErrorCode {
        | status | code                 | variant        | kind           | scope | message                           | summary                         |
        | 401    | bad_key, invalid_key | -              | Authentication | -     | -                                 | "no key, or a wrong one"        |
        | 402    | 1113                 | NoCredit       | QuotaExhausted | -     | -                                 | "the prepaid credit is used up" |
        | 429    | 2007                 | TooManyPrompts | RateLimited    | Model | "Slow down, {model} is in demand" | "a limit on prompts per minute" |
        | 502    | "upstream:failed"    | -              | Unavailable?   | -     | -                                 | "a model failed upstream"       |
        | 5xx    | -                    | Fault          | Internal       | -     | -                                 | "any other fault"               |
    }
}

/// Responses of Acme.
const RESPONSES: [(u16, &str); 4] = [
    (
        401,
        r#"{"error":{"message":"Key not found","code":"invalid_key"}}"#,
    ),
    (
        429,
        r#"{"error":{"message":"Slow down, gpt-9 is in demand","code":2007}}"#,
    ),
    (
        502,
        r#"{"error":{"message":"model said: You exceeded your current quota, please check your plan and billing details.","code":"upstream:failed"}}"#,
    ),
    (504, "<html><title>504 Gateway Time-out</title></html>"),
];

fn main() {
    for (status, body) in RESPONSES {
        let headers = HeaderMap::new();
        let error = PROVIDER.read(StatusCode::from_u16(status).ok(), &headers, body);
        println!("{error}");
        println!(
            "  retry: {}, scope: {}, matched by {}",
            error.retry(),
            error.scope(),
            error.matched_by()
        );
        match error.variant() {
            Some(ErrorCode::TooManyPrompts) => {
                for (placeholder, value) in error.params() {
                    println!("  {placeholder}: {value}");
                }
            }
            Some(code) => println!("  {code:?}: {code}"),
            None => println!("  no row of Acme's table matches"),
        }
    }
}
