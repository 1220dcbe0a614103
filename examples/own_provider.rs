//! A provider of one's own: its error page as a table, in one's own crate.
//!
//! ```text
//! cargo run --example own_provider
//! ```

use error_codes::http::{HeaderMap, StatusCode};

error_codes::provider_errors! {
    /// The API of Acme, which is made up.
    provider "acme" {
        name: "Acme AI",
        docs: "https://acme.example/docs/errors",
        read: "2026-11-21",
        body: OPENAI,
    }

    /// Error codes of the Acme API.
    pub enum ErrorCode {
        | status | code                 | variant        | kind           | scope | message                            | summary                             |
        | 401    | bad_key, invalid_key | -              | Authentication | -     | -                                  | "no key, or a wrong one"            |
        | 402    | 1113                 | NoCredit       | QuotaExhausted | -     | -                                  | "the prepaid credit is used up"     |
        | 429    | 2007                 | TooManyPrompts | RateLimited    | Model | "Slow down, {model} is in demand"  | "a limit on prompts per minute"     |
        | 502    | "upstream:failed"    | -              | Unavailable?   | -     | -                                  | "a model failed upstream"           |
        | 5xx    | -                    | Fault          | Internal       | -     | -                                  | "any other fault"                   |
    }
}

/// What Acme is known to send.
const ANSWERS: [(u16, &str); 4] = [
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
    for (status, body) in ANSWERS {
        let headers = HeaderMap::new();
        let error = PROVIDER.read(StatusCode::from_u16(status).ok(), &headers, body);
        println!("{error}");
        println!(
            "  again: {}, elsewhere: {}, decided by {}",
            error.retry(),
            error.scope(),
            error.matched_by()
        );
        match error.variant() {
            Some(ErrorCode::TooManyPrompts) => {
                println!("  in demand: {}", error.params()[0].1);
            }
            Some(code) => println!("  {code:?}: {code}"),
            None => println!("  no row of Acme's page"),
        }
    }
}
