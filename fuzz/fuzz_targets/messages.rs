//! Compares any message with every template: the value of a placeholder is part of the message, and masking a masked message
//! changes nothing, as long as the same row matches.

#![no_main]

use error_codes::{ApiError, HeaderMap, providers};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|message: &str| {
    let headers = HeaderMap::new();
    let body = body(message);
    for provider in providers::ALL {
        check(&provider.read(None, &headers, &body));
    }
    let error = error_codes::read(None, &headers, &body);
    check(&error);
    let masked = error.message().unwrap_or_default().into_owned();
    let body = self::body(&masked);
    let again = error_codes::read(None, &headers, &body);
    if again.matched() == error.matched() {
        assert_eq!(again.message().unwrap_or_default(), masked);
    }
});

fn body(message: &str) -> String {
    serde_json::json!({ "error": { "message": message } }).to_string()
}

fn check(error: &ApiError<'_>) {
    let message = error.raw_message().unwrap_or_default();
    for (_, value) in error.params() {
        assert!(message.contains(value), "{value:?} is not in {message:?}");
    }
    let masked = error.message().unwrap_or_default();
    assert!(masked.contains("***") || masked == message);
}
