//! Real messages and the templates that they match, or must not match.

use error_codes::providers::aihubmix::{ErrorCode, PROVIDER};
use error_codes::{HeaderMap, MatchedBy, StatusCode, providers::modelverse};

fn matched(message: &str) -> Option<ErrorCode> {
    let body = serde_json::json!({ "error": { "message": message } }).to_string();
    let headers = HeaderMap::new();
    let error = PROVIDER.read(StatusCode::IM_A_TEAPOT, &headers, &body);
    error.variant()
}

#[test]
fn what_gateways_add_before_and_after_does_not_matter() {
    for message in [
        "Account suspended.",
        "Account suspended",
        "  Account suspended. (tid: 2026022815190591577463461966104)",
        "Account suspended. (request id: 2025) (request id: 2026)",
        "Account suspended. (request id: 2025) (request id: ",
        "[trace_id: 6d7248f8-ebaa-437e] Account suspended.",
        "[403]: Account suspended. (tid: 1)",
    ] {
        assert_eq!(
            matched(message),
            Some(ErrorCode::AccountSuspended),
            "{message}"
        );
    }
}

#[test]
fn case_width_dash_quote_and_white_space_do_not_matter() {
    for message in [
        "Forbidden – channel has been disabled.",
        "Forbidden - channel has been disabled",
        "forbidden — Channel  has\nbeen disabled!",
        "FORBIDDEN—CHANNEL HAS BEEN DISABLED",
        "Ｆｏｒｂｉｄｄｅｎ － channel has been disabled。",
    ] {
        assert_eq!(
            matched(message),
            Some(ErrorCode::ChannelDisabled),
            "{message}"
        );
    }
    for message in ["Key error;abc123", "Key error；abc123", "key error; abc123"] {
        assert_eq!(
            matched(message),
            Some(ErrorCode::ChannelChoiceDenied),
            "{message}"
        );
    }
}

#[test]
fn a_long_template_is_found_behind_other_words() {
    let message = "[429]: Model coding-glm-5.2-free rate limited by provider – contact support to request higher \
                   concurrency or try again later. (tid: 1)";
    assert_eq!(matched(message), Some(ErrorCode::RateLimitedByProvider));
}

#[test]
fn a_short_template_is_the_whole_message_or_its_beginning() {
    assert_eq!(
        matched("prompt is required"),
        Some(ErrorCode::PromptMissing)
    );
    assert_eq!(
        matched("prompt is too long: 9000 letters"),
        Some(ErrorCode::PromptTooLong)
    );
    for message in [
        "the field prompt is required here",
        "prompt is required by law",
        "prompt is requiredly",
        "an unprompted prompt is required",
    ] {
        assert_eq!(matched(message), None, "{message}");
    }
}

#[test]
fn quoted_words_do_not_change_the_result() {
    let sentence = "Rate limited by provider – contact support to request higher concurrency or try again later.";
    assert_eq!(matched(sentence), Some(ErrorCode::RateLimitedByProvider));
    for (open, close) in [
        ("\"", "\""),
        ("'", "'"),
        ("“", "”"),
        ("`", "`"),
        ("「", "」"),
    ] {
        let echo = format!("cannot read the prompt {open}tell me: {sentence}{close} at line 1");
        assert_eq!(matched(&echo), None, "{echo}");
    }
    let body = serde_json::json!({ "error": { "message": "bad prompt" }, "input": sentence });
    let body = body.to_string();
    let headers = HeaderMap::new();
    let error = PROVIDER.read(StatusCode::BAD_REQUEST, &headers, &body);
    assert_eq!(error.matched_by(), MatchedBy::Fallback);
}

#[test]
fn placeholders_are_returned_by_name() {
    let params = |message: &str| -> Vec<(String, String)> {
        let body = serde_json::json!({ "error": { "message": message } }).to_string();
        let headers = HeaderMap::new();
        let error = PROVIDER.read(None, &headers, &body);
        let params = error.params();
        params
            .iter()
            .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
            .collect()
    };
    let one = |name: &str, text: &str| vec![(name.to_owned(), text.to_owned())];
    assert_eq!(
        params("The coding-glm-5.2-free model Too many requests; please try again later."),
        one("model", "coding-glm-5.2-free")
    );
    assert_eq!(
        params("Forbidden – key abc123 not authorized to access the requested model."),
        one("key", "abc123")
    );
    assert_eq!(
        params("Key error;(abc123) (tid: 7)"),
        one("key", "(abc123)")
    );
    assert_eq!(params("nothing of the kind"), vec![]);
}

#[test]
fn an_escaped_message_matches_like_a_plain_one() {
    let body = r#"{"error":{"message":"Forbidden \u2013 channel has\tbeen \u0064isabled."}}"#;
    let headers = HeaderMap::new();
    let error = PROVIDER.read(StatusCode::FORBIDDEN, &headers, body);
    assert_eq!(error.variant(), Some(ErrorCode::ChannelDisabled));
    assert_eq!(
        error.raw_message(),
        Some("Forbidden – channel has\tbeen disabled.")
    );
}

#[test]
fn a_status_that_the_page_does_not_give_is_reported_and_not_corrected() {
    let body = r#"{"error":{"message":"Incorrect model ID. Please request to view the model page or you do not have permission to use this model"}}"#;
    let headers = HeaderMap::new();
    for (status, differs) in [
        (StatusCode::SERVICE_UNAVAILABLE, false),
        (StatusCode::BAD_REQUEST, true),
    ] {
        let error = PROVIDER.read(status, &headers, body);
        assert_eq!(error.variant(), Some(ErrorCode::IncorrectModelId));
        assert_eq!(
            (error.status(), error.status_differs()),
            (Some(status), differs)
        );
    }
}

#[test]
fn the_request_id_is_found_wherever_it_is() {
    let in_message = |message: &str| {
        let body = serde_json::json!({ "error": { "message": message } }).to_string();
        let headers = HeaderMap::new();
        PROVIDER
            .read(None, &headers, &body)
            .request_id()
            .map(str::to_owned)
    };
    assert_eq!(in_message("no (tid: 2025)").as_deref(), Some("2025"));
    assert_eq!(
        in_message("no (request id: inner) (request id: outer)").as_deref(),
        Some("outer")
    );
    assert_eq!(in_message("[trace_id: a-b] no").as_deref(), Some("a-b"));
    assert_eq!(in_message("no, trace_id: 0af7").as_deref(), Some("0af7"));
    assert_eq!(in_message("no (sic)"), None);

    let body = r#"{"error":{"code":"auth_error","message":"no","param":"6d7248f8"}}"#;
    let mut headers = HeaderMap::new();
    headers.insert("cf-ray", "edge".parse().unwrap());
    let error = modelverse::PROVIDER.read(None, &headers, body);
    assert_eq!(error.request_id(), Some("6d7248f8"));
    let error = modelverse::PROVIDER.read(None, &headers, "{}");
    assert_eq!(error.request_id(), Some("edge"));
    headers.insert("x-request-id", "header".parse().unwrap());
    let error = modelverse::PROVIDER.read(None, &headers, body);
    assert_eq!(error.request_id(), Some("header"));
}
