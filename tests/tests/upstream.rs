//! What an upstream says through a gateway: in JSON inside the message, in known sentences, in codes of common use.

use error_codes::providers::{aihubmix, modelverse, new_api, tokendog};
use error_codes::{
    ApiError, ErrorKind as Kind, HeaderMap, MatchedBy, Provider, Reader, RetryHint, StatusCode,
};
use serde_json::{Value, json};

fn read(provider: &'static Provider, status: u16, body: &Value) -> ApiError<'static> {
    let status = StatusCode::from_u16(status).unwrap();
    let body = body.to_string();
    provider.read(status, &HeaderMap::new(), &body).into_owned()
}

fn wrapped(message: &str) -> Value {
    json!({ "error": { "code": "model_server_error", "type": "internal_error", "message": message } })
}

#[test]
fn the_row_stays_and_the_message_says_what_it_means() {
    let message = "[trace_id: 1] Request llm server Error: server error, status code: 400, err: \
                   {\"code\":4,\"description\":\"May contain sensitive words (request id: 2)\"}";
    let error = read(&modelverse::PROVIDER, 500, &wrapped(message));
    assert_eq!(
        error.variant(),
        Some(modelverse::ErrorCode::ModelServerError)
    );
    assert_eq!(
        (error.kind(), error.retry()),
        (Kind::ContentFiltered, RetryHint::Never)
    );
    assert_eq!(error.matched_by(), MatchedBy::Code);
    let error = read(
        &modelverse::PROVIDER,
        500,
        &wrapped("[trace_id: 1] Request llm server Error"),
    );
    assert_eq!(
        (error.kind(), error.retry()),
        (Kind::Unavailable, RetryHint::Backoff)
    );
}

#[test]
fn json_inside_json_is_opened_three_levels_deep() {
    let mut body = json!({ "error": { "code": "overloaded_error", "message": "m" } });
    for level in 1..=4 {
        body = wrapped(&format!("upstream: {body}"));
        let error = read(&modelverse::PROVIDER, 500, &body);
        assert_eq!(error.kind(), Kind::Unavailable, "{level}");
    }
    let mut body = json!({ "error": { "message": "Incorrect API key provided" } });
    for level in 1..=3 {
        body = wrapped(&body.to_string());
        let error = read(&modelverse::PROVIDER, 500, &body);
        assert_eq!(error.kind(), Kind::Authentication, "{level}");
    }
}

#[test]
fn a_text_that_a_gateway_passes_on_is_read_by_itself() {
    for (text, kind) in [
        ("Too Many Requests", Kind::RateLimited),
        ("rate limit", Kind::RateLimited),
        ("nobody knows", Kind::InvalidRequest),
    ] {
        let message = format!(
            "[trace_id: 1] Request llm server Error: server error, status code: 400, err: {text}"
        );
        let error = read(&modelverse::PROVIDER, 500, &wrapped(&message));
        assert_eq!(error.kind(), kind, "{text}");
    }
}

#[test]
fn a_status_that_a_message_names_is_the_upstreams() {
    for (message, kind) in [
        ("bad response status code 400", Kind::InvalidRequest),
        ("Request failed with status code 429", Kind::RateLimited),
        ("upstream: HTTP 404", Kind::NotFound),
        ("Error code: 413 - too much", Kind::PayloadTooLarge),
        ("stream: 400 Bad Request behind it", Kind::InvalidRequest),
        ("status code: 400, then status code: 504", Kind::Timeout),
        // These name none, or nothing that is not known already.
        ("status code: 500", Kind::Unavailable),
        ("error 10012 in 404 parts", Kind::Unavailable),
        ("it took 429 ms", Kind::Unavailable),
    ] {
        let error = read(&modelverse::PROVIDER, 500, &wrapped(message));
        assert_eq!(error.kind(), kind, "{message}");
    }
    let body = json!({ "error": { "message": "cannot parse `status code: 429`" } });
    let error = read(&modelverse::PROVIDER, 400, &body);
    assert_eq!(error.kind(), Kind::InvalidRequest);
}

#[test]
fn a_status_in_front_of_a_response_is_its_status() {
    let headers = HeaderMap::new();
    let body = r#"bad response status code 429, body: {"detail":"zzz"}"#;
    let error = new_api::PROVIDER.read(None, &headers, body);
    assert_eq!(error.kind(), Kind::RateLimited);
    assert_eq!(error.raw_message(), Some("zzz"));
}

#[test]
fn a_word_instead_of_a_sentence_is_read_as_a_code() {
    for (message, kind) in [
        ("DEADLINE_EXCEEDED", Kind::Timeout),
        ("content_filter (request id: 1)", Kind::ContentFiltered),
        ("server_error", Kind::PermissionDenied),
        ("a word of no meaning", Kind::PermissionDenied),
    ] {
        let body = json!({ "error": { "message": message } });
        let error = read(&aihubmix::PROVIDER, 403, &body);
        assert_eq!(error.kind(), kind, "{message}");
    }
}

#[test]
fn an_upstreams_text_beside_the_message_is_read_by_itself() {
    let raw = "prompt is too long: 250000 tokens > 200000 maximum";
    let body = json!({ "error": { "code": 400, "message": "Provider returned error", "metadata": { "raw": raw } } });
    let (headers, body) = (HeaderMap::new(), body.to_string());
    let error = error_codes::read(StatusCode::BAD_REQUEST, &headers, &body);
    assert_eq!(error.kind(), Kind::ContextLength);
}

#[test]
fn what_only_wraps_inside_says_more_than_the_status_around_it() {
    let message =
        r#"{"code":"upstream_load_saturated","message":"当前分组上游负载已饱和，请稍后再试"}"#;
    let body = json!({ "code": "fail_to_fetch_task", "message": message });
    let error = read(&new_api::PROVIDER, 403, &body);
    assert_eq!(error.kind(), Kind::Unavailable);
}

/// A single request that exceeds the limit per minute exceeds it in every minute.
#[test]
fn a_limit_that_no_waiting_mends_is_not_worth_another_try() {
    let message = "Request too large for gpt-5 in organization org-1 on tokens per min (TPM): Limit 10000, Requested 18051.";
    let body =
        json!({ "error": { "code": "rate_limit_exceeded", "type": "tokens", "message": message } });
    let error = read(&aihubmix::PROVIDER, 429, &body);
    assert_eq!(
        (error.kind(), error.retry()),
        (Kind::RateLimited, RetryHint::Never)
    );
}

#[test]
fn a_vague_sentence_decides_where_nothing_else_does() {
    let vague = |status, error_type: &str| {
        let message = "Upstream request failed: `zzz`";
        let body = json!({ "error": { "type": error_type, "message": message } });
        read(&aihubmix::PROVIDER, status, &body).kind()
    };
    assert_eq!(vague(500, "zzz"), Kind::Unavailable);
    assert_eq!(vague(400, "invalid_request_error"), Kind::InvalidRequest);
    assert_eq!(vague(500, "rate_limit_error"), Kind::RateLimited);
}

#[test]
fn a_row_that_wraps_yields_to_a_status_that_blames_the_request() {
    let wrapping = |status, message| {
        let body = json!({ "error": { "code": "bad_response_status_code", "message": message } });
        let error = read(&new_api::PROVIDER, status, &body);
        (error.code() == Some("bad_response_status_code")).then(|| error.kind())
    };
    assert_eq!(wrapping(404, Some("openai_error")), Some(Kind::NotFound));
    assert_eq!(wrapping(400, Some("zzz")), Some(Kind::InvalidRequest));
    // Nothing was passed on.
    assert_eq!(wrapping(400, None), Some(Kind::Unknown));
}

#[test]
fn a_mask_over_the_message_leaves_the_code_to_tell() {
    let masked = |code: &str| {
        let message = "当前分组上游负载已饱和，请稍后再试";
        let body = json!({ "error": { "code": code, "message": message } });
        let error = read(&new_api::PROVIDER, 429, &body);
        (error.kind(), error.matched_by())
    };
    assert_eq!(
        masked("context_length_exceeded"),
        (Kind::ContextLength, MatchedBy::Message)
    );
    assert_eq!(masked("zzz"), (Kind::RateLimited, MatchedBy::Message));
}

#[test]
fn the_name_for_telemetry_is_the_rows_code_or_else_the_kinds() {
    let name = |code: &str| {
        let body = json!({ "error": { "code": code, "message": "?" } });
        let error = read(&modelverse::PROVIDER, 429, &body);
        error.otel_error_type().to_owned()
    };
    assert_eq!(name("rate_limit"), "rate_limit");
    assert_eq!(name("zzz"), "rate_limited");
}

#[test]
fn a_status_inside_is_the_upstreams() {
    let error = read(
        &new_api::PROVIDER,
        500,
        &json!({ "code": "fail_to_fetch_task", "message": "{\"code\":404,\"message\":\"zzz\"}" }),
    );
    assert_eq!(error.kind(), Kind::NotFound);
}

#[test]
fn what_a_model_server_said_is_found_behind_prose() {
    let message = "<5000202> ModelServingUnknownError: The error message it sent us is \
                   [{\"request_id\":\"2b\",\"status_code\":503,\"status_message\":\"Too many requests. Your \
                   requests are being throttled due to system capacity limits.\"}]";
    let headers = HeaderMap::new();
    let error = error_codes::read(None, &headers, message);
    assert_eq!(error.kind(), Kind::Unavailable);
}

#[test]
fn a_gateways_own_timeout_behind_a_bad_status_is_one() {
    let body = json!({ "error": {
        "message": "bad response status code 524, message: error code: 524, body: error code: 524",
        "type": "openai_error",
        "code": "bad_response_status_code",
    } });
    let error = read(&new_api::PROVIDER, 500, &body);
    assert_eq!(error.variant(), Some(new_api::ErrorCode::BadStatus5xx));
    assert_eq!(error.kind(), Kind::Timeout);
}

#[test]
fn a_choice_that_ended_in_an_error_is_one() {
    let body = r#"{"choices":[{"finish_reason":"error","error":{"code":502,"message":"Provider failed"}}]}"#;
    let headers = HeaderMap::new();
    let reader = Reader::new();
    let error = reader.error_in(StatusCode::OK, &headers, body).unwrap();
    assert_eq!(
        (error.kind(), error.code()),
        (Kind::Unavailable, Some("502"))
    );
}

#[test]
fn a_body_that_a_gateway_finds_too_large_is_told_by_the_status() {
    let body = json!({ "error": { "message": "request body too large", "code": "read_request_body_failed" } });
    assert_eq!(
        read(&new_api::PROVIDER, 413, &body).kind(),
        Kind::PayloadTooLarge
    );
    assert_eq!(
        read(&new_api::PROVIDER, 400, &body).kind(),
        Kind::InvalidRequest
    );
}

#[test]
fn a_raw_response_beside_the_message_is_read() {
    let raw = r#"{"code":400,"reason":"INVALID_REQUEST_BODY","message":"no such feature"}"#;
    let body = json!({ "error": { "code": 400, "message": "Provider returned error", "metadata": { "raw": raw } } });
    let headers = HeaderMap::new();
    let body = body.to_string();
    let error = error_codes::read(StatusCode::BAD_GATEWAY, &headers, &body);
    assert_eq!(error.kind(), Kind::InvalidRequest);
}

#[test]
fn sentences_decide_where_no_row_does() {
    for (status, message, kind) in [
        (
            400,
            "This model's maximum context length is 8192 tokens. However, you requested 9000",
            Kind::ContextLength,
        ),
        (
            400,
            "Your credit balance is too low to access the Anthropic API.",
            Kind::QuotaExhausted,
        ),
        (
            500,
            "Error from provider: The engine is currently overloaded, please try again later",
            Kind::Unavailable,
        ),
        (500, "您的账户已欠费，请充值后重试", Kind::QuotaExhausted),
        (400, "Overloaded", Kind::Unavailable),
        (
            429,
            "You exceeded your current quota, please check your plan and billing details.",
            Kind::QuotaExhausted,
        ),
        (
            429,
            "you (somebody) have reached your session usage limit, please wait or upgrade to continue",
            Kind::QuotaExhausted,
        ),
        (
            500,
            "API Error: Server is temporarily limiting requests (not your usage limit)",
            Kind::RateLimited,
        ),
        (
            400,
            "You've reached the limit of your current plan",
            Kind::QuotaExhausted,
        ),
        (
            500,
            r#"CodeWhisperer Error: {"message":"Improperly formed request.","reason":null}"#,
            Kind::InvalidRequest,
        ),
    ] {
        let error = read(
            &aihubmix::PROVIDER,
            status,
            &json!({ "error": { "message": message } }),
        );
        assert_eq!(
            (error.kind(), error.matched_by()),
            (kind, MatchedBy::Message),
            "{message}"
        );
        assert_eq!(error.matched(), None, "{message}");
    }
}

#[test]
fn a_known_code_is_not_turned_by_a_sentence() {
    let body =
        json!({ "error": { "code": "access_denied", "message": "Rate limit reached for gpt-5" } });
    let error = read(&tokendog::PROVIDER, 403, &body);
    assert_eq!(
        (error.kind(), error.matched_by()),
        (Kind::PermissionDenied, MatchedBy::Code)
    );
}

#[test]
fn what_the_caller_wrote_does_not_change_the_result() {
    let sentence = "You exceeded your current quota, please check your plan and billing details.";
    for body in [
        json!({ "error": { "message": format!("cannot parse \"{sentence}\"") } }),
        json!({ "error": { "message": "cannot parse" }, "request": { "messages": [{ "content": sentence }] } }),
        json!({ "detail": [{ "msg": "value is not valid", "input": sentence, "loc": ["body", sentence] }] }),
        json!({ "error": { "message": "cannot parse", "param": sentence } }),
    ] {
        let error = read(&aihubmix::PROVIDER, 400, &body);
        assert_eq!(
            (error.kind(), error.matched_by()),
            (Kind::InvalidRequest, MatchedBy::Fallback),
            "{body}"
        );
    }
}

#[test]
fn codes_of_common_use_decide_where_no_table_knows_them() {
    for (code, status, kind) in [
        ("rate_limit_exceeded", 400, Kind::RateLimited),
        ("context_length_exceeded", 400, Kind::ContextLength),
        (
            "RateLimitExceeded.EndpointTPMExceeded",
            429,
            Kind::RateLimited,
        ),
        ("InvalidParameter.Size", 400, Kind::InvalidRequest),
        ("invalid_request_error", 401, Kind::Authentication),
        ("server_error", 503, Kind::Unavailable),
    ] {
        let error = read(
            &aihubmix::PROVIDER,
            status,
            &json!({ "error": { "code": code, "message": "?" } }),
        );
        assert_eq!(error.kind(), kind, "{code}");
        assert_eq!(error.code(), Some(code));
    }
}

/// OpenAI's word for an empty account is DashScope's for a limit. A gateway passes on either.
#[test]
fn an_insufficient_quota_is_what_the_message_says() {
    let quota = |message: &str| {
        let code = "insufficient_quota";
        let body = json!({ "error": { "code": code, "type": code, "message": message } });
        read(&aihubmix::PROVIDER, 429, &body).kind()
    };
    assert_eq!(quota("?"), Kind::RateLimited);
    assert_eq!(
        quota("Your account has no credits left"),
        Kind::QuotaExhausted
    );
    assert_eq!(
        quota("Allocated quota exceeded, please increase your quota limit."),
        Kind::RateLimited
    );
}

#[test]
fn a_code_that_providers_use_differently_says_no_more_than_its_words() {
    let headers = HeaderMap::new();
    // TokenDog's page blames the request, new-api's source the gateway.
    let error = error_codes::read(
        StatusCode::BAD_GATEWAY,
        &headers,
        r#"{"error":{"code":"invalid_api_type"}}"#,
    );
    assert_eq!(
        (error.kind(), error.matched_by()),
        (Kind::InvalidRequest, MatchedBy::Phrase)
    );
}

#[test]
fn a_word_in_the_type_says_more_than_the_status() {
    let typed = |status, name: &str| {
        read(
            &aihubmix::PROVIDER,
            status,
            &json!({ "error": { "type": name, "message": "?" } }),
        )
        .kind()
    };
    assert_eq!(typed(500, "overloaded_error"), Kind::Unavailable);
    assert_eq!(typed(400, "authentication_error"), Kind::Authentication);
    assert_eq!(typed(429, "engine_overloaded_error"), Kind::Unavailable);
    assert_eq!(
        typed(429, "exceeded_current_quota_error"),
        Kind::QuotaExhausted
    );
    assert_eq!(typed(500, "upstream_error"), Kind::Unavailable);
    assert_eq!(typed(404, "upstream_error"), Kind::NotFound);
    assert_eq!(typed(401, "invalid_request_error"), Kind::Authentication);
    assert_eq!(typed(200, "invalid_request_error"), Kind::InvalidRequest);
    assert_eq!(typed(500, "Aihubmix_api_error"), Kind::Internal);
}

#[test]
fn a_code_in_a_header_counts_where_the_body_has_none() {
    for value in [
        "ThrottlingException",
        "ThrottlingException:http://internal.amazon.com/coral/",
        "com.amazon.bedrock#ThrottlingException",
    ] {
        let mut headers = HeaderMap::new();
        headers.insert("x-amzn-errortype", value.parse().unwrap());
        let error = error_codes::read(StatusCode::BAD_REQUEST, &headers, r#"{"message":"?"}"#);
        assert_eq!(
            (error.kind(), error.code()),
            (Kind::RateLimited, Some("ThrottlingException"))
        );
    }
}
