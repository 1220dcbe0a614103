//! Errors that come after a success has begun.

use error_codes::providers::{modelverse, new_api, ppio};
use error_codes::{ErrorKind as Kind, EventReader, HeaderMap, Provider, Reader, StatusCode};

#[test]
fn ordinary_events_are_not_errors() {
    for data in [
        r#"{"id":"c-1","object":"chat.completion.chunk","choices":[{"delta":{"content":"error: rate limit"}}]}"#,
        r#"{"type":"message_start","message":{"id":"m-1","content":[]}}"#,
        r#"{"type":"response.created","response":{"id":"r-1","error":null,"status":"in_progress"}}"#,
        r#"{"output":{"text":"hi"},"code":"","message":"","request_id":"7"}"#,
        r#"{"base_resp":{"status_code":0,"status_msg":"success"},"choices":[]}"#,
        r#"{"code":200,"message":"success","data":{}}"#,
        "[DONE]",
        "",
    ] {
        for provider in error_codes::providers::ALL {
            let reader = Reader::provider(*provider);
            assert!(reader.error_in_event(data).is_none(), "{provider:?} {data}");
        }
    }
}

#[test]
fn an_event_that_is_an_error_is_read() {
    for (data, kind) in [
        (
            r#"{"error":{"message":"m","code":"rate_limit_exceeded"}}"#,
            Kind::RateLimited,
        ),
        (
            r#"{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"#,
            Kind::Unavailable,
        ),
        (
            r#"{"type":"error","code":"server_error","message":"m","sequence_number":3}"#,
            Kind::Internal,
        ),
        (
            r#"{"type":"response.failed","response":{"error":{"code":"rate_limit_exceeded","message":"m"}}}"#,
            Kind::RateLimited,
        ),
        (
            r#"{"type":"image_generation.partial_failed","error":{"code":"content_policy_violation"}}"#,
            Kind::ContentFiltered,
        ),
        (
            r#"{"error":"invalid api key","error_type":"authentication_error"}"#,
            Kind::Authentication,
        ),
    ] {
        let reader = Reader::provider(&new_api::PROVIDER);
        let error = reader.error_in_event(data).unwrap();
        assert_eq!(error.kind(), kind, "{data}");
    }
}

#[test]
fn an_error_inside_a_success_is_distinguished_from_the_success() {
    let reader = Reader::provider(&modelverse::PROVIDER);
    let headers = HeaderMap::new();
    let failure =
        r#"{"output":{"task_status":"Failure","error_message":"out of memory"},"request_id":""}"#;
    let error = reader.error_in(StatusCode::OK, &headers, failure).unwrap();
    assert_eq!(error.kind(), Kind::Unknown);
    assert_eq!(error.raw_message(), Some("out of memory"));
    let success = r#"{"output":{"task_status":"Success"},"request_id":"7"}"#;
    assert!(reader.error_in(StatusCode::OK, &headers, success).is_none());
    let empty = reader
        .error_in(StatusCode::BAD_GATEWAY, &headers, "")
        .unwrap();
    assert_eq!(empty.kind(), Kind::Unavailable);
}

const STREAM: &str = "\u{feff}: comment\r\nid: 7\r\nretry: 3000\r\n\r\n\
    data: {\"choices\":[]}\r\n\r\n\
    event: ping\r\ndata: {}\r\n\r\n\
    data: {\"reason\":\"TOKEN_LIMIT_EXCEEDED\",\"message\":\"Token limit exceeded\"}\r\n\r\n\
    data: [DONE]\r\n\r\n";

#[test]
fn chunks_may_be_cut_anywhere() {
    let bytes = STREAM.as_bytes();
    for size in 1..bytes.len() {
        let mut events = Reader::provider(&ppio::PROVIDER).event_reader();
        let mut found = bytes.chunks(size).filter_map(|chunk| events.push(chunk));
        let error = found.next().unwrap();
        assert_eq!(
            error.variant(),
            Some(ppio::LlmErrorCode::TokenLimitExceeded),
            "{size}"
        );
        assert!(found.next().is_none(), "{size}");
        assert!(events.finish().is_none());
    }
}

#[test]
fn a_last_line_without_an_end_counts() {
    let mut events = EventReader::default();
    assert!(
        events
            .push(b"data: {\"error\":{\"code\":\"rate_limit_exceeded\",\"message\":\"m\"}}")
            .is_none()
    );
    assert_eq!(
        events.finish().map(|error| error.kind()),
        Some(Kind::RateLimited)
    );
}

#[test]
fn the_events_name_makes_any_data_an_error() {
    let mut events = Reader::provider(&new_api::PROVIDER).event_reader();
    assert!(events.line(b"event: error").is_none());
    let error = events.line(b"data: upstream hung up").unwrap();
    assert_eq!(
        (error.kind(), error.raw_message()),
        (Kind::Unknown, Some("upstream hung up"))
    );
    assert!(events.line(b"").is_none());
    assert!(events.line(b"data: upstream hung up").is_none());
}

#[test]
fn a_line_has_a_limit() {
    let mut events = Reader::provider(&ppio::PROVIDER).event_reader();
    let filler = vec![b'x'; EventReader::LINE_LIMIT];
    assert!(
        events
            .push(b"data: {\"reason\":\"ACCESS_DENY\",\"message\":\"")
            .is_none()
    );
    let memory = allocation_counter::measure(|| {
        for _ in 0..100 {
            assert!(events.push(&filler).is_none());
        }
    });
    assert!(
        memory.bytes_max <= 3 * EventReader::LINE_LIMIT as u64,
        "{memory:?}"
    );
    let error = events.push(b"\"}\n").unwrap();
    assert_eq!(error.variant(), Some(ppio::LlmErrorCode::AccessDeny));
    assert!(
        error
            .raw_message()
            .is_some_and(|text| text.len() < EventReader::LINE_LIMIT)
    );
}

#[test]
fn without_a_provider_an_error_is_distinguished_from_a_success_too() {
    let reader = Reader::new();
    let headers = HeaderMap::new();
    let success = r#"{"id":"1","choices":[{"message":{"content":"error: insufficient balance"}}]}"#;
    assert!(reader.error_in(StatusCode::OK, &headers, success).is_none());
    assert!(reader.error_in_event(success).is_none());

    let failure = r#"{"code":429,"reason":"RATE_LIMIT_EXCEEDED","message":"Too many requests"}"#;
    let in_body = reader.error_in(StatusCode::OK, &headers, failure).unwrap();
    let in_event = reader.error_in_event(failure).unwrap();
    for error in [in_body, in_event] {
        assert_eq!(error.kind(), Kind::RateLimited);
        assert!(error.provider().is_none());
        let sender = error.matched().map(|matched| matched.provider());
        assert_eq!(sender.map(Provider::id), Some("ppio"));
    }
}
