//! What the words of unknown codes and of messages say.

use crate::{Results, read, read_message};
use error_codes::{ErrorKind as Kind, MatchedBy};
use serde_json::json;

/// Codes that no table knows.
const CODES: [(&str, Kind); 20] = [
    ("model_max_prompt_tokens_exceeded", Kind::ContextLength),
    ("prompt_too_long", Kind::ContextLength),
    ("conversation_already_has_active_response", Kind::Conflict),
    ("censorship_blocked", Kind::ContentFiltered),
    ("input_moderation_failed", Kind::ContentFiltered),
    ("insufficient_funds", Kind::QuotaExhausted),
    ("InsufficientFunds", Kind::QuotaExhausted),
    ("ACCOUNT_BALANCE_TOO_LOW", Kind::QuotaExhausted),
    ("monthly_spend_cap_reached", Kind::QuotaExhausted),
    ("daily-limit-exceeded", Kind::QuotaExhausted),
    ("concurrent_requests_limit_exceeded", Kind::RateLimited),
    ("TooManyConcurrentRequests", Kind::RateLimited),
    ("api_key_expired", Kind::Authentication),
    ("InvalidAccessToken", Kind::Authentication),
    ("user_account_suspended", Kind::PermissionDenied),
    ("model_access_denied", Kind::PermissionDenied),
    ("MODEL_DOES_NOT_EXIST", Kind::NotFound),
    ("server_is_overloaded", Kind::Unavailable),
    ("upstream_connection_refused", Kind::Unavailable),
    ("request_timed_out", Kind::Timeout),
];

#[test]
fn a_telling_code_that_no_table_knows_is_read_by_its_words() {
    let mut results = Results::default();
    for (code, kind) in CODES {
        for body in [
            json!({ "error": { "message": "?", "type": "invalid_request_error", "code": code } }),
            json!({ "code": code, "message": "?" }),
        ] {
            let error = read(400, &[], &body.to_string());
            results.expect(&body.to_string(), error.kind(), kind);
        }
    }
    results.assert_all();
}

/// Some providers have their code in `type`.
#[test]
fn a_telling_type_that_no_table_knows_is_read_by_its_words() {
    let mut results = Results::default();
    for (code, kind) in CODES {
        let body = json!({ "error": { "message": "?", "type": code } }).to_string();
        for status in [400, 500] {
            let error = read(status, &[], &body);
            results.expect(&format!("{status} {body}"), error.kind(), kind);
        }
    }
    results.assert_all();
}

#[test]
fn one_word_and_a_denial_decide_nothing() {
    let mut results = Results::default();
    for code in [
        "quota",
        "insufficient",
        "balance",
        "E1234",
        "quota_not_exceeded",
    ] {
        let body = json!({ "error": { "message": "?", "code": code } }).to_string();
        let error = read(400, &[], &body);
        results.expect(code, error.kind(), Kind::InvalidRequest);
    }
    for message in [
        "The quota is not exceeded, but the field is wrong",
        "The rate limit has not been exceeded, but the field is wrong",
        "The balance",
        "Insufficient",
        "quota",
    ] {
        let error = read_message(400, message);
        results.expect(message, error.kind(), Kind::InvalidRequest);
    }
    results.assert_all();
}

/// The words of a code come after what rows know, and before what says little.
#[test]
fn a_row_outranks_the_words_of_a_code() {
    let body = json!({ "code": 403, "reason": "NOT_ENOUGH_BALANCE", "message": "api_key_expired" });
    let error = read(403, &[], &body.to_string());
    assert_eq!(
        (error.kind(), error.matched_by()),
        (Kind::QuotaExhausted, MatchedBy::Code)
    );
    let body = json!({ "error": { "type": "api_error", "code": "insufficient_funds", "message": "Something went wrong" } });
    let error = read(500, &[], &body.to_string());
    assert_eq!(
        (error.kind(), error.matched_by()),
        (Kind::QuotaExhausted, MatchedBy::Type)
    );
}

#[test]
fn a_generic_type_does_not_outrank_a_telling_code_or_sentence() {
    let mut results = Results::default();
    for error_type in [
        "invalid_request_error",
        "api_error",
        "BadRequest",
        "server_error",
        "error",
    ] {
        for status in [400, 500] {
            let by_code = json!({ "error": { "type": error_type, "code": "insufficient_balance", "message": "?" } });
            let error = read(status, &[], &by_code.to_string());
            results.expect(
                &format!("{status} {by_code}"),
                error.kind(),
                Kind::QuotaExhausted,
            );
            let by_message = json!({ "error": { "type": error_type, "message": "Insufficient account balance" } });
            let error = read(status, &[], &by_message.to_string());
            results.expect(
                &format!("{status} {by_message}"),
                error.kind(),
                Kind::QuotaExhausted,
            );
        }
    }
    results.assert_all();
}

#[test]
fn a_sentence_counts_at_the_start_of_each_clause() {
    let mut results = Results::default();
    for (message, kind) in [
        ("Request denied: insufficient quota", Kind::QuotaExhausted),
        ("Error: Incorrect API key provided", Kind::Authentication),
        (
            "The request failed. You exceeded your current quota, please check your plan and billing details.",
            Kind::QuotaExhausted,
        ),
        ("Upstream error - Rate limit exceeded", Kind::RateLimited),
        (
            "Request failed (insufficient account balance)",
            Kind::QuotaExhausted,
        ),
        ("Request failed\nThe model is overloaded", Kind::Unavailable),
        (
            "Request failed; the prompt is too long for the context window",
            Kind::ContextLength,
        ),
        ("余额不足", Kind::QuotaExhausted),
        ("\n余额不足\n", Kind::QuotaExhausted),
        ("用户余额不足", Kind::QuotaExhausted),
        ("用户 余额不足", Kind::QuotaExhausted),
        ("请求失败：余额不足", Kind::QuotaExhausted),
        ("请求失败，令牌已过期", Kind::Authentication),
    ] {
        let error = read_message(400, message);
        results.expect(&format!("{message:?}"), error.kind(), kind);
    }
    results.assert_all();
}

#[test]
fn a_status_that_a_gateway_names_is_the_upstreams() {
    let mut results = Results::default();
    for (message, kind) in [
        ("API error 402: pay first", Kind::QuotaExhausted),
        ("Error code: 429 - slow down", Kind::RateLimited),
        ("upstream returned 503", Kind::Unavailable),
        ("Upstream returned HTTP 401", Kind::Authentication),
        ("Request failed with status code 404", Kind::NotFound),
        ("bad response status code 413", Kind::PayloadTooLarge),
        ("Upstream responded with 504", Kind::Timeout),
        ("上游返回 429", Kind::RateLimited),
    ] {
        let error = read_message(500, message);
        results.expect(message, error.kind(), kind);
    }
    for message in [
        "Cannot parse 'HTTP 401'",
        "Cannot parse \"status code: 429\"",
        "Line 404 of the document",
        "It took 429 ms",
        "Model gpt-402 failed",
    ] {
        let error = read_message(500, message);
        results.expect(message, error.kind(), Kind::Internal);
    }
    // The status of a response that blames the request stays.
    let error = read_message(400, "Cannot fetch the image: HTTP 404");
    results.expect("an image", error.kind(), Kind::InvalidRequest);
    results.assert_all();
}
