//! Events that are longer than what is kept of them.

use super::{CODE, assert_error, assert_no_error};
use error_codes::providers::ppio;
use error_codes::{EventReader, HeaderMap, Reader};

/// A text that is as long as this many limits.
fn filler(limits: usize) -> String {
    "x".repeat(limits * EventReader::LINE_LIMIT)
}

#[test]
fn an_error_far_into_an_event_is_found() {
    let long = filler(1);
    let near = "x".repeat(EventReader::LINE_LIMIT - 60);
    for filler in [&long, &near, &filler(3)] {
        for object in [
            format!(
                "{{\"text\":\"{filler}\",\"error\":{{\"code\":\"rate_limit_exceeded\",\"message\":\"m\"}}}}"
            ),
            format!(
                "{{\"text\":\"{filler}\",\"error\" : {{\"message\":\"m\",\"code\":\"rate_limit_exceeded\"}},\"b\":\"{filler}\"}}"
            ),
            format!(
                "{{\"type\":\"response.failed\",\"response\":{{\"text\":\"{filler}\",\"error\":{{\"code\":\"rate_limit_exceeded\",\"message\":\"m\"}}}}}}"
            ),
            format!(
                "{{\"a\":[{{\"error\":0,\"text\":\"{filler}\"}}],\"error\":{{\"code\":\"rate_limit_exceeded\"}}}}"
            ),
            format!(
                "{{\"error\":null,\"a\":[{{\"error\":\"\"}},\"{filler}\",{{}}],\"error\":{{\"code\":\"rate_limit_exceeded\"}}}}"
            ),
            // The key before the limit, and the value behind it.
            format!(
                "{{\"text\":\"{near}\",\"error\":{{\"text\":[\"{near}\"],\"code\":\"rate_limit_exceeded\"}}}}"
            ),
        ] {
            assert_error("", &object, "\n", CODE);
            assert_error("data: {}\n\n", &format!("data: {object}\n"), "\n", CODE);
        }
    }
}

#[test]
fn a_long_event_that_mentions_an_error_is_not_one() {
    let long = filler(1);
    for object in [
        format!(
            "{{\"text\":\"{long}\\\"error\\\":{{\\\"code\\\":\\\"rate_limit_exceeded\\\"}}\"}}"
        ),
        format!(
            "{{\"text\":\"{long}{{\\\\\\\"error\\\\\\\":1}}\",\"b\":\"error\",\"c\":[\"error\"]}}"
        ),
        format!("{{\"text\":\"{long}\",\"error\":null}}"),
        format!("{{\"text\":\"{long}\",\"error\":{{}},\"b\":\"{long}\"}}"),
        format!("{{\"text\":\"{long}\",\"error\":0,\"errors\":[]}}"),
        format!(
            "{{\"text\":\"{long}\",\"a\":{{\"b\":{{\"error\":{{\"code\":\"x\",\"message\":\"m\"}}}}}}}}"
        ),
        format!("{{\"text\":\"{long}\",\"\\\"error\":{{\"code\":\"x\",\"message\":\"m\"}}}}"),
    ] {
        assert_no_error(&format!("{object}\n"));
        assert_no_error(&format!("data: {object}\n\n"));
    }
}

/// Reads with this provider under a count of what is kept.
#[track_caller]
fn assert_bounded(what: &str, read: impl Fn(&mut EventReader)) {
    let reader = Reader::provider(&ppio::PROVIDER);
    // What is built once, for all messages, is not kept by the stream.
    drop(reader.read(None, &HeaderMap::new(), r#"{"message":"m"}"#));
    let memory = allocation_counter::measure(|| read(&mut reader.event_reader()));
    let limit = 3 * EventReader::LINE_LIMIT as u64;
    assert!(memory.bytes_max <= limit, "{what}: {memory:?}");
}

#[test]
fn what_is_kept_of_an_event_has_a_limit() {
    const DENIED: &str = r#"{"reason":"ACCESS_DENY","message":"\n"#;
    let filler = filler(1);
    for (begin, end) in [
        (format!("data: {DENIED}"), "\"}\n"),
        (format!("event: error\ndata: {DENIED}"), "\n\n"),
        (DENIED.to_owned(), "\"}"),
        (
            "data: {\"a\":\"".to_owned(),
            "\",\"error\":{\"code\":\"ACCESS_DENY\"}}\n",
        ),
        (
            "{\"a\":[{\"error\":\"".to_owned(),
            "\"}],\"error\":{\"code\":\"ACCESS_DENY\"}}",
        ),
    ] {
        assert_bounded(&begin, |events| {
            assert!(events.push(begin.as_bytes()).is_none());
            for _ in 0..100 {
                assert!(events.push(filler.as_bytes()).is_none());
            }
            let error = events.push(end.as_bytes()).unwrap();
            assert!(error.is(ppio::LlmErrorCode::AccessDeny), "{begin}");
            assert!(error.body().len() <= EventReader::LINE_LIMIT);
        });
    }
}

#[test]
fn nothing_is_kept_of_what_is_no_event() {
    for piece in [
        "[",
        "x",
        "x\n",
        "{}",
        "data: {}\n\n",
        ": ping\n",
        "id: 7\n",
        "event: x",
    ] {
        let many = piece.repeat(EventReader::LINE_LIMIT);
        assert_bounded(piece, |events| {
            let memory =
                allocation_counter::measure(|| assert!(events.push(many.as_bytes()).is_none()));
            assert!(memory.bytes_max < 1024, "{piece}: {memory:?}");
        });
    }
    for piece in [
        "data: x\n",
        "data: {\n",
        "data\n",
        "{\n",
        "{\"error\":",
        "{\"a\":[{",
    ] {
        let many = piece.repeat(EventReader::LINE_LIMIT);
        assert_bounded(piece, |events| {
            assert!(events.push(many.as_bytes()).is_none());
        });
    }
}
