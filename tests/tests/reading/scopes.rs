//! How far a failure reaches, according to the words of a message.

use crate::{Results, read, read_message};
use error_codes::providers::skyengine;
use error_codes::{HeaderMap, Scope};

#[test]
fn the_words_say_how_far_a_failure_reaches() {
    let mut results = Results::default();
    for (status, message, scope) in [
        // A model.
        (429, "Rate limit reached for model gpt-5", Scope::Model),
        (
            429,
            "This model is rate limited, please try again later",
            Scope::Model,
        ),
        (
            429,
            "Requests per minute per model exceeded the limit",
            Scope::Model,
        ),
        (429, "该模型请求过于频繁，请稍后再试", Scope::Model),
        (503, "The requested model is overloaded", Scope::Model),
        (
            503,
            "All deployments for model gpt-5 are cooling down",
            Scope::Model,
        ),
        (503, "该模型当前访问量过大，请您稍后再试", Scope::Model),
        (403, "You are not allowed to use this model", Scope::Model),
        // An account.
        (
            429,
            "Rate limit reached for organization org-1",
            Scope::Account,
        ),
        (
            429,
            "This request would exceed your organization's rate limit",
            Scope::Account,
        ),
        (429, "Too many requests for this account", Scope::Account),
        (429, "Request limit per user exceeded", Scope::Account),
        (429, "用户请求频率超过限制", Scope::Account),
        (403, "Your account has been suspended", Scope::Account),
        (403, "This organization has been disabled", Scope::Account),
        // A key.
        (429, "Rate limit exceeded", Scope::Key),
        (
            429,
            "Requests per minute per API key exceeded the limit",
            Scope::Key,
        ),
        // A provider.
        (403, "Your IP address has been blocked", Scope::Provider),
        (
            403,
            "Country, region, or territory not supported",
            Scope::Provider,
        ),
        (
            429,
            "Too many requests from your IP address",
            Scope::Provider,
        ),
        (503, "Service temporarily unavailable", Scope::Provider),
    ] {
        let error = read_message(status, message);
        results.expect(&format!("{status} {message}"), error.scope(), scope);
    }
    let challenge = "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Verify you are human</body></html>";
    let error = read(403, &[], challenge);
    results.expect("a challenge", error.scope(), Scope::Provider);
    results.assert_all();
}

#[test]
fn what_is_quoted_says_nothing_about_the_scope() {
    let mut results = Results::default();
    for (status, message, scope) in [
        (
            429,
            "Rate limit exceeded for 'this organization'",
            Scope::Key,
        ),
        (429, "Rate limit exceeded: “for model x”", Scope::Key),
        (
            503,
            "Service unavailable: «this model is overloaded»",
            Scope::Provider,
        ),
    ] {
        let error = read_message(status, message);
        results.expect(message, error.scope(), scope);
    }
    results.assert_all();
}

#[test]
fn a_rows_scope_outranks_the_words() {
    let headers = HeaderMap::new();
    let body = r#"{"error":{"code":2007,"type":"TooManyRequests","message":"Rate limit reached for organization org-1"}}"#;
    let error = skyengine::PROVIDER.read(None, &headers, body);
    assert_eq!(error.scope(), Scope::Model);
}
