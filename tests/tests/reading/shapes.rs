//! Shapes of other providers: where code, type and message are.

use crate::{Results, read};
use error_codes::ErrorKind as Kind;

#[test]
fn code_and_message_are_found_in_other_shapes() {
    let mut results = Results::default();
    #[rustfmt::skip]
    let cases = [
        // iFlytek.
        (200, r#"{"header":{"code":10907,"message":"token数量超过上限","sid":"cht000b41d5"}}"#, Kind::ContextLength, Some("10907"), Some("token数量超过上限")),
        (200, r#"{"header":{"code":11200,"message":"no permission to call this service","sid":"cht1"},"payload":{}}"#, Kind::PermissionDenied, Some("11200"), Some("no permission to call this service")),
        // ByteDance's and Tencent's web interfaces, WeChat, Baidu.
        (200, r#"{"ret":"3018","errmsg":"permission denied","systime":"1769533886","log_id":"20260127171126AB"}"#, Kind::PermissionDenied, Some("3018"), Some("permission denied")),
        (200, r#"{"ret":1014,"errmsg":"system busy"}"#, Kind::Unavailable, Some("1014"), Some("system busy")),
        (200, r#"{"errcode":40001,"errmsg":"invalid credential, access_token is invalid"}"#, Kind::Authentication, Some("40001"), Some("invalid credential, access_token is invalid")),
        (200, r#"{"error_code":17,"error_msg":"Open api daily request limit reached"}"#, Kind::QuotaExhausted, Some("17"), Some("Open api daily request limit reached")),
        // 302.AI.
        (200, r#"{"error":{"err_code":-10003,"message":"Network error, please try again later","type":"api_error"}}"#, Kind::Unavailable, Some("-10003"), Some("Network error, please try again later")),
        (200, r#"{"err_code":1001,"err_msg":"余额不足"}"#, Kind::QuotaExhausted, Some("1001"), Some("余额不足")),
        // Lists of errors.
        (403, r#"{"errors":{"data":[{"code":"insufficient_credits","message":"Not enough credits"}]}}"#, Kind::QuotaExhausted, Some("insufficient_credits"), Some("Not enough credits")),
        (400, r#"{"success":false,"errors":[{"code":10000,"message":"Authentication error"}],"messages":[],"result":null}"#, Kind::Authentication, Some("10000"), Some("Authentication error")),
        // Gemini and Vertex AI.
        (200, r#"{"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"},"usageMetadata":{"promptTokenCount":11}}"#, Kind::ContentFiltered, Some("PROHIBITED_CONTENT"), None),
        (200, r#"{"promptFeedback":{"blockReason":"SAFETY"}}"#, Kind::ContentFiltered, Some("SAFETY"), None),
        // Tasks that failed.
        (200, r#"{"id":"17f20503","status":"FAILED","failure":"The input was rejected by content moderation.","failureCode":"SAFETY.INPUT.TEXT"}"#, Kind::ContentFiltered, Some("SAFETY.INPUT.TEXT"), Some("The input was rejected by content moderation.")),
        (200, r#"{"id":"rrr4z55o","status":"failed","error":"Prediction interrupted; please retry (code: PA)","output":null}"#, Kind::Unavailable, None, Some("Prediction interrupted; please retry (code: PA)")),
        (200, r#"{"request_id":"7","output":{"task_id":"1","task_status":"FAILED","code":"DataInspectionFailed","message":"Output data may contain inappropriate content."}}"#, Kind::ContentFiltered, Some("DataInspectionFailed"), Some("Output data may contain inappropriate content.")),
        // Problem documents.
        (429, r#"{"type":"about:blank","title":"Too Many Requests","status":429}"#, Kind::RateLimited, None, Some("Too Many Requests")),
        (403, r#"{"title":"Your balance is insufficient","status":403}"#, Kind::QuotaExhausted, None, Some("Your balance is insufficient")),
        // A message that is an object.
        (401, r#"{"message":{"message":"Incorrect API key provided"}}"#, Kind::Authentication, None, Some("Incorrect API key provided")),
        (422, r#"{"object":"error","message":{"detail":[{"type":"extra_forbidden","loc":["body","think"],"msg":"Extra inputs are not permitted"}]}}"#, Kind::InvalidRequest, None, Some("Extra inputs are not permitted")),
        (400, r#"{"error":{"message":{"detail":[{"msg":"The prompt is too long for the context window"}]}}}"#, Kind::ContextLength, None, Some("The prompt is too long for the context window")),
        // Details.
        (403, r#"{"type":"error","error":{"type":"permission_error","message":"Not allowed.","details":{"error_code":"insufficient_credits"}}}"#, Kind::QuotaExhausted, Some("insufficient_credits"), Some("Not allowed.")),
        (429, r#"{"error":{"code":429,"message":"No capacity.","status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"MODEL_CAPACITY_EXHAUSTED","domain":"googleapis.com"}]}}"#, Kind::Unavailable, Some("RESOURCE_EXHAUSTED"), Some("No capacity.")),
        (400, r#"{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT","details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID"}]}}"#, Kind::Authentication, Some("INVALID_ARGUMENT"), Some("API key not valid. Please pass a valid API key.")),
        // A header of AWS's is tested elsewhere; this is its body.
        (400, r#"{"__type":"com.amazon.coral.service#ThrottlingException","message":"Rate exceeded"}"#, Kind::RateLimited, None, Some("Rate exceeded")),
    ];
    for (status, body, kind, code, message) in cases {
        let error = read(status, &[], body);
        results.expect(&format!("kind of {body}"), error.kind(), kind);
        results.expect(&format!("message of {body}"), error.raw_message(), message);
        // Of Google's codes either is one that a person would quote.
        let is_google =
            code.is_some_and(|code| ["RESOURCE_EXHAUSTED", "INVALID_ARGUMENT"].contains(&code));
        if !is_google {
            let found = error.code();
            results.expect(&format!("code of {body}"), found, code);
        }
    }
    results.assert_all();
}

#[test]
fn failures_inside_a_success_are_errors() {
    let mut results = Results::default();
    let status = error_codes::StatusCode::OK;
    for body in [
        r#"{"header":{"code":10907,"message":"token limit","sid":"cht1"}}"#,
        r#"{"ret":"3018","errmsg":"permission denied"}"#,
        r#"{"errcode":40001,"errmsg":"invalid credential"}"#,
        r#"{"error":{"err_code":-10003,"message":"Network error"}}"#,
        r#"{"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"}}"#,
        r#"{"id":"1","status":"FAILED","failure":"x","failureCode":"INTERNAL.BAD_OUTPUT.CODE01"}"#,
        r#"{"id":"1","status":"failed","error":"CUDA out of memory","output":null}"#,
        r#"{"output":{"task_status":"FAILED","code":"InternalError","message":"x"},"request_id":"7"}"#,
        r#"{"status":"error","message":"Rate limit exceeded"}"#,
        r#"{"success":false,"message":"余额不足"}"#,
        r#"{"base_resp":{"status_code":1002,"status_msg":"rate limit"}}"#,
        r#"{"code":1113,"msg":"余额不足","success":false}"#,
        r#"{"Response":{"Error":{"Code":"AuthFailure.SecretIdNotFound","Message":"x"},"RequestId":"7"}}"#,
    ] {
        let none = error_codes::HeaderMap::new();
        let is_error = crate::reader().error_in(status, &none, body).is_some();
        results.expect(body, is_error, true);
    }
    results.assert_all();
}

/// The free tier's limit per day does not renew in the seconds that `RetryInfo` states.
#[test]
fn a_quota_per_day_outranks_a_retry_info_of_seconds() {
    let body = |quota: &str| {
        format!(
            r#"{{"error":{{"code":429,"message":"You exceeded your quota.","status":"RESOURCE_EXHAUSTED","details":[
            {{"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[{{"quotaId":"{quota}","quotaValue":"250"}}]}},
            {{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"36.5s"}}]}}}}"#
        )
    };
    let mut results = Results::default();
    for (quota, kind) in [
        (
            "GenerateRequestsPerDayPerProjectPerModel-FreeTier",
            Kind::QuotaExhausted,
        ),
        (
            "GenerateRequestsPerMinutePerProjectPerModel-FreeTier",
            Kind::RateLimited,
        ),
    ] {
        let error = read(429, &[], &body(quota));
        results.expect(quota, error.kind(), kind);
    }
    results.assert_all();
}

#[test]
fn what_an_upstream_sent_beside_the_message_is_read() {
    let mut results = Results::default();
    for (raw, kind) in [
        (
            r#"{\"error\":{\"message\":\"x\",\"code\":\"context_length_exceeded\"}}"#,
            Kind::ContextLength,
        ),
        (
            r#"{\"error\":{\"message\":\"The content is blocked.\",\"type\":\"censorship_blocked\"}}"#,
            Kind::ContentFiltered,
        ),
        (
            "acme/large is temporarily rate-limited upstream. Please retry shortly",
            Kind::RateLimited,
        ),
        ("Insufficient account balance", Kind::QuotaExhausted),
    ] {
        for status in [400, 429, 502] {
            let body = format!(
                r#"{{"error":{{"message":"Provider returned error","code":{status},"metadata":{{"raw":"{raw}","provider_name":"Acme"}}}}}}"#
            );
            results.expect(
                &format!("{status} {raw}"),
                read(status, &[], &body).kind(),
                kind,
            );
        }
    }
    results.assert_all();
}

/// Nobody can tell how a string goes on that is cut off.
#[test]
fn a_string_that_is_cut_off_is_no_code() {
    let mut results = Results::default();
    for (body, code) in [
        (
            r#"{"error":{"message":"Internal error","status":"INTERNA"#,
            None,
        ),
        (r#"{"error":{"message":"x","code":"rate_limit"#, None),
        (
            r#"{"error":{"code":"rate_limit_exceeded","message":"x"#,
            Some("rate_limit_exceeded"),
        ),
    ] {
        results.expect(body, read(500, &[], body).code(), code);
    }
    results.assert_all();
}
