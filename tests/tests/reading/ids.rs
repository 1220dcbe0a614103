//! Where the id of a request is found.

use crate::{Results, read};

#[test]
fn ids_are_found_in_headers() {
    let mut results = Results::default();
    for name in [
        "x-request-id",
        "request-id",
        "x-oneapi-request-id",
        "x-amzn-requestid",
        "apim-request-id",
        "trace-id",
        "x-trace-id",
        "x-litellm-call-id",
        "x-fal-request-id",
        "cf-ray",
    ] {
        let error = read(500, &[(name, "id-1")], "{}");
        results.expect(name, error.request_id(), Some("id-1"));
    }
    results.assert_all();
}

#[test]
fn ids_are_found_in_bodies() {
    let mut results = Results::default();
    for body in [
        r#"{"error":{"message":"x"},"request_id":"id-1"}"#,
        r#"{"error":{"message":"x"},"requestId":"id-1"}"#,
        r#"{"error":{"message":"x"},"id":"id-1"}"#,
        r#"{"id":"id-1","code":"rate_limit_exceeded","message":"x"}"#,
        r#"{"header":{"code":10907,"message":"x","sid":"id-1"}}"#,
        r#"{"code":"10907","message":"x","sid":"id-1"}"#,
        r#"{"code":"x","message":"x","traceId":"id-1"}"#,
        r#"{"code":"x","message":"x","trace_id":"id-1"}"#,
        r#"{"ret":"3018","errmsg":"x","log_id":"id-1"}"#,
        r#"{"title":"x","status":524,"ray_id":"id-1"}"#,
        r#"{"Response":{"Error":{"Code":"x","Message":"x"},"RequestId":"id-1"}}"#,
        r#"{"type":"error","error":{"type":"api_error","message":"x"},"request_id":"id-1"}"#,
    ] {
        let error = read(500, &[], body);
        results.expect(body, error.request_id(), Some("id-1"));
    }
    results.assert_all();
}

#[test]
fn ids_are_found_in_messages() {
    let mut results = Results::default();
    for message in [
        "The request failed because of an internal error. Request id: 021-ab",
        "The request failed. Request ID: 021-ab.",
        "The request failed, request id: 021-ab",
        "The request failed (request id: 021-ab)",
        "The request failed (tid: 021-ab)",
        "[trace_id: 021-ab] The request failed",
        "The request failed trace_id: 021-ab",
    ] {
        let error = crate::read_message(500, message);
        results.expect(message, error.request_id(), Some("021-ab"));
    }
    // What is quoted is the caller's.
    for message in [
        "Cannot parse 'Request id: 021-ab'",
        "Cannot parse 'x (request id: 021-ab)'",
    ] {
        let error = crate::read_message(400, message);
        results.expect(message, error.request_id(), None);
    }
    results.assert_all();
}

#[test]
fn the_headers_id_comes_first_and_the_networks_last() {
    let body = r#"{"error":{"message":"failed (request id: in-message)"},"request_id":"in-body"}"#;
    let edge = ("cf-ray", "edge");
    let error = read(500, &[edge, ("x-request-id", "in-header")], body);
    assert_eq!(error.request_id(), Some("in-header"));
    let error = read(500, &[edge], body);
    assert_eq!(error.request_id(), Some("in-body"));
    let error = read(
        500,
        &[edge],
        r#"{"message":"failed (request id: in-message)"}"#,
    );
    assert_eq!(error.request_id(), Some("in-message"));
    let error = read(500, &[edge], r#"{"message":"failed"}"#);
    assert_eq!(error.request_id(), Some("edge"));
}

#[test]
fn an_id_has_at_most_200_bytes() {
    let mut results = Results::default();
    for (length, is_id) in [(200, true), (201, false)] {
        let id = "a".repeat(length);
        let expected = is_id.then_some(id.as_str());
        let in_header = read(500, &[("x-request-id", &id)], "{}");
        results.expect(
            &format!("{length} in a header"),
            in_header.request_id(),
            expected,
        );
        let in_body = read(
            500,
            &[],
            &format!(r#"{{"request_id":"{id}","message":"x"}}"#),
        );
        results.expect(
            &format!("{length} in a body"),
            in_body.request_id(),
            expected,
        );
        let in_message = crate::read_message(500, &format!("failed (request id: {id})"));
        results.expect(
            &format!("{length} in a message"),
            in_message.request_id(),
            expected,
        );
    }
    // The next place is asked.
    let long = "a".repeat(201);
    let error = read(500, &[("x-request-id", &long)], r#"{"request_id":"id-1"}"#);
    results.expect("after a long one", error.request_id(), Some("id-1"));
    results.assert_all();
}
