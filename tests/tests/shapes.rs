//! The shapes of the five providers' responses.

use error_codes::providers::{aihubmix, modelverse, ppio, skyengine, tokendog};
use error_codes::{ApiError, ErrorKind as Kind, HeaderMap, MatchedBy, Provider, StatusCode};

fn read(provider: &'static Provider, body: &str) -> ApiError<'static> {
    provider.read(None, &HeaderMap::new(), body).into_owned()
}

#[test]
fn a_code_is_a_number_or_a_text_nested_or_flat() {
    for body in [
        r#"{"error":{"code":2008,"message":"m","type":"TooManyRequests"}}"#,
        r#"{"error":{"code":"2008","message":"m","type":"TooManyRequests"}}"#,
        r#"{"error":{"code":" 2008 ","message":"m"}}"#,
        r#"{"code":2008,"message":"m"}"#,
        r#"{"code":"2008","msg":"m"}"#,
        r#"{ "error" : { "c\u006fde" : "200\u0038" , "message" : "m" } }"#,
        "{\n\t\"error\": {\n\t\t\"message\": \"m\",\n\t\t\"code\": 2008\n\t}\n}",
        r#"[{"error":{"code":2008,"message":"m"}}]"#,
    ] {
        let error = read(&skyengine::PROVIDER, body);
        assert_eq!(
            error.variant(),
            Some(skyengine::ErrorCode::TokensPerMinute),
            "{body}"
        );
        assert_eq!(
            (error.code(), error.raw_message()),
            (Some("2008"), Some("m")),
            "{body}"
        );
    }
}

#[test]
fn modelverse_has_the_request_id_in_param() {
    let error = read(
        &modelverse::PROVIDER,
        r#"{"error":{"message":"[trace_id: 1f] Invalid param: prompt is required","type":"invalid_request_error","param":"6d7248f8-ebaa","code":"invalid_param"}}"#,
    );
    assert_eq!(error.variant(), Some(modelverse::ErrorCode::ParamError));
    assert_eq!(error.code(), Some("invalid_param"));
    assert_eq!(error.request_id(), Some("6d7248f8-ebaa"));
    let error = read(
        &modelverse::PROVIDER,
        r#"{"error":{"message":"[trace_id: 1f] Invalid param: prompt is required"}}"#,
    );
    assert_eq!(error.variant(), Some(modelverse::ErrorCode::ParamError));
    assert_eq!(error.matched_by(), MatchedBy::Message);
    assert_eq!(error.request_id(), Some("1f"));
}

#[test]
fn a_text_that_begins_with_a_bracket_is_not_a_list() {
    let error = read(
        &modelverse::PROVIDER,
        "[trace_id: 1f] No permission to use the model: apikey [k] not support model [m]",
    );
    assert_eq!(error.kind(), Kind::PermissionDenied);
    assert_eq!(error.request_id(), Some("1f"));
    let error = read(
        &modelverse::PROVIDER,
        r#"[{"error":{"code":"rate_limit"}}]"#,
    );
    assert_eq!(error.kind(), Kind::RateLimited);
}

#[test]
fn new_api_has_a_shape_for_each_origin() {
    let codes = [
        r#"{"error":{"message":"m","type":"new_api_error","code":"access_denied"}}"#,
        r#"{"error":{"message":"m","type":"access_denied","param":"","code":"access_denied"}}"#,
        r#"{"type":"error","event_id":"evt_1","error":{"message":"m","code":"access_denied"}}"#,
        r#"{"code":"access_denied","message":"m","data":null}"#,
        "data: {\"error\":{\"message\":\"m\",\"code\":\"access_denied\"}}\n\n",
        "event: error\ndata: {\"error\":{\"message\":\"m\",\"code\":\"access_denied\"}}\n\n",
    ];
    for body in codes {
        let error = read(&tokendog::PROVIDER, body);
        assert_eq!(
            error.variant(),
            Some(tokendog::ErrorCode::AccessDenied),
            "{body}"
        );
        assert_eq!(error.matched_by(), MatchedBy::Code, "{body}");
        assert_eq!(error.raw_message(), Some("m"), "{body}");
    }

    let anthropic = r#"{"type":"error","error":{"type":"access_denied","message":"m"}}"#;
    let error = read(&tokendog::PROVIDER, anthropic);
    assert_eq!(error.variant(), Some(tokendog::ErrorCode::AccessDenied));
    assert_eq!(
        (error.matched_by(), error.code()),
        (MatchedBy::Type, Some("access_denied"))
    );

    for nothing in ["\"\"", "null", "\"<nil>\"", "\"  \""] {
        let body =
            format!(r#"{{"error":{{"message":"m","type":"new_api_error","code":{nothing}}}}}"#);
        assert_eq!(read(&tokendog::PROVIDER, &body).code(), None, "{nothing}");
    }

    let dashboard = read(&tokendog::PROVIDER, r#"{"success":false,"message":"m"}"#);
    assert_eq!(
        (dashboard.raw_message(), dashboard.code()),
        (Some("m"), None)
    );
    let midjourney = r#"{"description":"m","type":"upstream_error","code":30}"#;
    let midjourney = read(&tokendog::PROVIDER, midjourney);
    assert_eq!(
        (midjourney.raw_message(), midjourney.code()),
        (Some("m"), Some("30"))
    );
}

#[test]
fn ppio_is_flat_and_repeats_the_status() {
    let body = r#"{"code":503,"reason":"SERVICE_NOT_AVAILABLE","message":"Service unavailable","metadata":{"reason":"x"}}"#;
    for body in [
        body.to_owned(),
        format!("data: {body}"),
        format!("data:{body}\n\n"),
    ] {
        let headers = HeaderMap::new();
        let error = ppio::PROVIDER.read(StatusCode::OK, &headers, &body);
        assert_eq!(
            error.variant(),
            Some(ppio::LlmErrorCode::ServiceNotAvailable)
        );
        assert_eq!(error.code(), Some("SERVICE_NOT_AVAILABLE"));
        assert!(error.status_differs(), "the row's status is not 200");
    }
    let other = read(
        &ppio::PROVIDER,
        r#"{"message":"bad parameter trace_id: 0af7651916cd43dd","type":"invalid_request_error"}"#,
    );
    assert_eq!(other.error_type(), Some("invalid_request_error"));
    assert_eq!(other.request_id(), Some("0af7651916cd43dd"));
}

#[test]
fn aihubmix_has_no_code_or_repeats_the_status_in_it() {
    let error = read(
        &aihubmix::PROVIDER,
        r#"{"error":{"message":"Unauthorized – access token is invalid or expired. (tid: 2025)","type":"Aihubmix_api_error"}}"#,
    );
    assert_eq!(
        error.variant(),
        Some(aihubmix::ErrorCode::InvalidAccessToken)
    );
    assert_eq!(error.error_type(), Some("Aihubmix_api_error"));

    let google = r#"{"error":{"message":"Thinking level MINIMAL is not supported","type":"","param":"","code":400}}"#;
    let google = read(&aihubmix::PROVIDER, google);
    assert_eq!(
        (google.kind(), google.code()),
        (Kind::InvalidRequest, Some("400"))
    );

    let python = r"{'code':'429','type':'limitation','message':'Model x rate limited by provider – contact support to request higher concurrency or try again later. (tid: 1)'}";
    let python = read(&aihubmix::PROVIDER, python);
    assert_eq!(
        python.variant(),
        Some(aihubmix::ErrorCode::RateLimitedByProvider)
    );
    assert_eq!(
        (python.code(), python.request_id()),
        (Some("429"), Some("1"))
    );
}

#[test]
fn events_before_the_error_are_passed_over() {
    let body = "data: {\"id\":\"c-1\",\"choices\":[{\"delta\":{\"content\":\"error\"}}]}\n\n\
                : ping\n\n\
                data: {\"reason\":\"RATE_LIMIT_EXCEEDED\",\"message\":\"slow\"}\n\n\
                data: [DONE]\n\n";
    let headers = HeaderMap::new();
    let error = ppio::PROVIDER.read(StatusCode::OK, &headers, body);
    assert_eq!(error.kind(), Kind::RateLimited);
}

#[test]
fn a_provider_that_is_not_given_is_not_guessed_and_the_row_is_found() {
    let headers = HeaderMap::new();
    let error = error_codes::read(
        StatusCode::UNAUTHORIZED,
        &headers,
        r#"{"error":{"message":"Unauthorized - access token is invalid or expired."}}"#,
    );
    assert!(error.provider().is_none());
    let matched = error.matched().unwrap();
    assert_eq!(matched.provider().id(), "aihubmix");
    assert!(error.is(aihubmix::ErrorCode::InvalidAccessToken));
    assert_eq!(
        error.to_string(),
        "authentication (401): Unauthorized - access token is invalid or expired."
    );
    let error = error_codes::read(StatusCode::UNAUTHORIZED, &headers, "{}");
    assert!(error.provider().is_none() && error.matched().is_none());
    assert_eq!(error.kind(), Kind::Authentication);
}
