//! Errors that come after a success has begun.

#[path = "streams/limits.rs"]
mod limits;
#[path = "streams/passing.rs"]
mod passing;

use error_codes::providers::{modelverse, new_api};
use error_codes::{
    ErrorKind as Kind, EventReader, HeaderMap, Reader, Row, StatusCode, StreamError,
};

/// Events of successful streams, as the APIs document them.
const ORDINARY: [&str; 63] = [
    "",
    "[DONE]",
    "null",
    "\"error\"",
    "{}",
    "[]",
    r#"{"error":null}"#,
    r#"{"error":{}}"#,
    r#"{"error":0}"#,
    r#"{"error":""}"#,
    r#"{"error":false,"message":"done"}"#,
    r#"{"error":{"code":0,"message":""}}"#,
    r#"{"error":{"code":null,"message":null}}"#,
    r#"{"errors":[]}"#,
    r#"{"code":0,"message":"rate limit reached","data":{}}"#,
    r#"{"code":"0","msg":"ok"}"#,
    r#"{"code":200,"message":"success","data":{}}"#,
    r#"{"error_code":0,"result":"hi"}"#,
    r#"{"output":{"text":"hi"},"code":"","message":"","request_id":"7"}"#,
    r#"{"base_resp":{"status_code":0,"status_msg":"success"},"choices":[]}"#,
    r#"{"header":{"code":0,"message":"Success","sid":"cht000","status":1},"payload":{"choices":{"text":[{"content":"error"}]}}}"#,
    // Chat completions.
    r#"{"id":"c-1","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]}"#,
    r#"{"id":"c-1","object":"chat.completion.chunk","choices":[{"delta":{"content":"error: rate limit"}}]}"#,
    r#"{"id":"c-1","choices":[{"delta":{"content":"{\"error\":{\"code\":\"invalid_api_key\",\"message\":\"m\"}}"}}]}"#,
    r#"{"id":"c-1","choices":[{"delta":{"content":"data: {\"error\":{\"code\":401}}\n\n"}}]}"#,
    r#"{"id":"c-1","choices":[{"delta":{"tool_calls":[{"index":0,"id":"call_1","type":"function","function":{"name":"report","arguments":"{\"error\":{\"code\":429,\"message\":\"rate limit\"}}"}}]}}]}"#,
    r#"{"id":"c-1","choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"\"error\":"}}]}}]}"#,
    r#"{"id":"c-1","choices":[{"delta":{"reasoning_content":"Error 401: invalid key"},"finish_reason":null}],"error":null}"#,
    r#"{"id":"c-1","choices":[{"delta":{},"finish_reason":"stop","error":null}],"usage":{"total_tokens":429}}"#,
    r#"{"id":"c-1","choices":[],"usage":{"prompt_tokens":400,"completion_tokens":500},"system_fingerprint":"error"}"#,
    r#"{"id":"c-1","object":"chat.completion","choices":[{"message":{"role":"assistant","content":"insufficient_quota"},"finish_reason":"length"}]}"#,
    // The responses API.
    r#"{"type":"response.created","response":{"id":"r-1","error":null,"status":"in_progress"}}"#,
    r#"{"type":"response.output_text.delta","item_id":"msg_1","output_index":0,"content_index":0,"delta":"error"}"#,
    r#"{"type":"response.output_item.added","item":{"id":"msg_1","type":"message","status":"in_progress","content":[]}}"#,
    r#"{"type":"response.function_call_arguments.done","item_id":"fc_1","arguments":"{\"error\":{\"code\":\"x\",\"message\":\"m\"}}"}"#,
    r#"{"type":"response.output_item.done","item":{"type":"mcp_call","error":null,"output":"{\"error\":{\"code\":1,\"message\":\"m\"}}"}}"#,
    r#"{"type":"response.completed","response":{"id":"r-1","error":null,"incomplete_details":null,"instructions":"On error say \"error\":1","status":"completed"}}"#,
    r#"{"type":"response.incomplete","response":{"id":"r-1","error":null,"incomplete_details":{"reason":"max_output_tokens"},"status":"incomplete"}}"#,
    // Messages.
    r#"{"type":"message_start","message":{"id":"m-1","content":[]}}"#,
    r#"{"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","content":[],"model":"m","stop_reason":null,"usage":{"input_tokens":25}}}"#,
    r#"{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}"#,
    r#"{"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"toolu_1","name":"error","input":{}}}"#,
    r#"{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"overloaded_error"}}"#,
    r#"{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{\"error\":{\"type\":\"rate_limit_error\",\"message\":\"m\"}}"}}"#,
    r#"{"type":"content_block_stop","index":0}"#,
    r#"{"type":"ping"}"#,
    r#"{"type":"message_delta","delta":{"stop_reason":"refusal","stop_sequence":null},"usage":{"output_tokens":429}}"#,
    r#"{"type":"message_stop"}"#,
    // Gemini.
    r#"{"candidates":[{"content":{"parts":[{"text":"error"}],"role":"model"},"index":0}],"usageMetadata":{"promptTokenCount":400}}"#,
    r#"{"candidates":[{"content":{"parts":[{"functionCall":{"name":"f","args":{"error":{"code":429,"message":"m"}}}}]}}]}"#,
    r#"{"candidates":[{"finishReason":"STOP","safetyRatings":[{"category":"HARM_CATEGORY_HARASSMENT","probability":"NEGLIGIBLE"}]}],"responseId":"r"}"#,
    // Cohere.
    r#"{"type":"message-start","id":"1","delta":{"message":{"role":"assistant","content":[],"tool_plan":"","tool_calls":[],"citations":[]}}}"#,
    r#"{"type":"content-delta","index":0,"delta":{"message":{"content":{"text":"error"}}}}"#,
    r#"{"type":"tool-call-delta","index":0,"delta":{"message":{"tool_calls":{"function":{"arguments":"{\"error\":"}}}}}"#,
    r#"{"type":"message-end","delta":{"finish_reason":"COMPLETE","usage":{"tokens":{"input_tokens":429}}}}"#,
    r#"{"is_finished":false,"event_type":"text-generation","text":"error"}"#,
    // Bedrock.
    r#"{"messageStart":{"role":"assistant"}}"#,
    r#"{"contentBlockDelta":{"contentBlockIndex":0,"delta":{"text":"ThrottlingException"}}}"#,
    r#"{"contentBlockDelta":{"contentBlockIndex":0,"delta":{"toolUse":{"input":"{\"error\":{\"code\":1,\"message\":\"m\"}}"}}}}"#,
    r#"{"messageStop":{"stopReason":"end_turn"}}"#,
    r#"{"metadata":{"usage":{"inputTokens":400},"metrics":{"latencyMs":500}}}"#,
    r#"{"completion":" error","stop_reason":null,"stop":null}"#,
    // Ollama.
    r#"{"model":"m","created_at":"2026-11-21T12:00:00Z","message":{"role":"assistant","content":"error"},"done":false}"#,
];

#[test]
fn ordinary_events_are_not_errors() {
    for data in ORDINARY {
        for provider in error_codes::providers::ALL {
            let reader = Reader::provider(*provider);
            assert!(reader.error_in_event(data).is_none(), "{provider:?} {data}");
        }
        assert!(Reader::new().error_in_event(data).is_none(), "{data}");
        for end in ["\n", "\r\n", "\r"] {
            assert_no_error(&format!("event: message{end}data: {data}{end}{end}"));
            assert_no_error(&format!("data:{data}"));
            assert_no_error(&format!("{data}{end}[{data},{end}{data}]"));
        }
    }
    let all = ORDINARY.map(|data| format!("data: {data}\n\n")).concat();
    assert_no_error(&all);
    assert_no_error(&format!("[{}]", ORDINARY.join("\n,\n")));
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
    assert_eq!(error.kind(), Kind::Internal);
    assert_eq!(error.raw_message(), Some("out of memory"));
    let success = r#"{"output":{"task_status":"Success"},"request_id":"7"}"#;
    assert!(reader.error_in(StatusCode::OK, &headers, success).is_none());
    let empty = reader
        .error_in(StatusCode::BAD_GATEWAY, &headers, "")
        .unwrap();
    assert_eq!(empty.kind(), Kind::Unavailable);
}

/// Reads a stream in chunks of this many bytes. Returns the first error, and how many bytes preceded the chunk it was found in.
fn first_error(reader: &Reader, stream: &[u8], size: usize) -> Option<(StreamError, usize)> {
    let mut events = reader.event_reader();
    let mut before = 0;
    for chunk in stream.chunks(size) {
        if let Some(error) = events.push(chunk) {
            return Some((error, before));
        }
        before += chunk.len();
        assert!(events.pending() <= before);
    }
    Some((events.finish()?, before))
}

/// Every length of chunks that a short stream can be cut into, and some for a longer one.
fn sizes(length: usize) -> impl Iterator<Item = usize> {
    let is_tried = move |size: &usize| length <= 400 || [1, 3, 4093].contains(size);
    (1..length).filter(is_tried).chain([length.max(1)])
}

/// Checks that this stream reports an error with this code, and where the event begins and ends, however it is cut.
#[track_caller]
fn assert_error(before: &str, event: &str, after: &str, code: Option<&str>) {
    let stream = format!("{before}{event}{after}");
    let (start, end) = (before.len(), before.len() + event.len());
    for size in sizes(stream.len()) {
        let found = first_error(&Reader::new(), stream.as_bytes(), size);
        let Some((error, chunk)) = found else {
            panic!("no error in chunks of {size} bytes: {stream:.200}");
        };
        assert_eq!(error.code(), code, "{size}: {stream:.200}");
        let positions = (start.saturating_sub(chunk), chunk.saturating_sub(start));
        let found = (error.start, error.before);
        assert_eq!(found, positions, "{size}: {stream:.200}");
        assert_eq!(chunk + error.end, end, "{size}: {stream:.200}");
    }
}

#[track_caller]
fn assert_no_error(stream: &str) {
    for size in sizes(stream.len()) {
        let found = first_error(&Reader::new(), stream.as_bytes(), size);
        assert!(found.is_none(), "{size}: {found:?} in {stream:.200}");
    }
}

const ERROR: &str = r#"{"error":{"code":"rate_limit_exceeded","message":"m"}}"#;
const CODE: Option<&str> = Some("rate_limit_exceeded");

#[test]
fn lines_end_in_each_way() {
    for end in ["\n", "\r\n", "\r"] {
        let lines = |text: &str| text.replace('\n', end);
        // The first byte of the line end completes the error, and a second one does not begin another line.
        let (first, second) = end.split_at(1);
        let before = lines(
            ": comment\nid: 7\nretry: 3000\n\ndata: {\"choices\":[]}\n\nevent: ping\ndata: {}\n\n",
        );
        let after = format!("{second}{}", lines("\ndata: [DONE]\n\n"));
        let by_data = format!("data: {ERROR}{first}");
        assert_error(&before, &by_data, &after, CODE);
        assert_error(&format!("\u{feff}{before}"), &by_data, &after, CODE);
        let named = lines(&format!("id: 7\nevent: error\ndata: {ERROR}"));
        assert_error(&before, &format!("{named}{first}"), &after, CODE);
        let name_only = lines("event: error\ndata: upstream hung up\n");
        assert_error(&before, &format!("{name_only}{first}"), &after, None);
        assert_no_error(&before);
    }
}

#[test]
fn the_name_of_an_event_makes_any_data_an_error() {
    for event in [
        "event: error\ndata: upstream hung up\n\n",
        "data: upstream hung up\nevent: error\n\n",
        "event:error\ndata:upstream hung up\n\n",
        "event:  error \n: comment\nretry: 1\ndata:  upstream hung up\nid\n\n",
        "event: message\ndata: upstream hung up\nevent: error\n\n",
        "data: {\"detail\":1}\nevent: error\n\n",
        "event: error\ndata: {\"detail\":1}\n",
        "event: error\ndata\n\n",
    ] {
        assert_error("data: {}\n\n", event, "data: [DONE]\n\n", None);
    }
    for stream in [
        "event: error\n\ndata: upstream hung up\n\n",
        "event: error\nevent: message\ndata: upstream hung up\n\n",
        "event: errors\ndata: upstream hung up\n\n",
        "event error\ndata: upstream hung up\n\n",
        "event\ndata: upstream hung up\n\n",
        "event: e\nevent: \ndata: upstream hung up\n\n",
        "events: error\ndata: upstream hung up\n\n",
        ": error\ndata: upstream hung up\n\n",
        "event: error\n\n",
    ] {
        assert_no_error(stream);
    }
}

#[test]
fn several_lines_of_data_are_one_text() {
    let pretty = "data: {\ndata:   \"error\": {\ndata:     \"code\":\ndata:       \"rate_limit_exceeded\"\ndata: }}\n";
    assert_error("data: {}\n\n", pretty, "\n", CODE);
    let stream = "event: error\ndata: one\ndata:two\ndata:\ndata:  three\n\n";
    let (error, _) = first_error(&Reader::new(), stream.as_bytes(), 1).unwrap();
    assert_eq!(error.body(), b"one\ntwo\n\n three");
    assert_eq!(error.kind(), Kind::Unknown);
}

#[test]
fn events_without_an_empty_line_between_them_are_read_one_by_one() {
    let error = format!("data: {ERROR}\n");
    assert_error(
        "data: {\"choices\":[]}\ndata: {\"choices\":[]}\n",
        &error,
        "data: {}\n",
        CODE,
    );
    let error = format!("event: error\nid: 7\ndata: {ERROR}\n");
    assert_error("event: ping\ndata: {}\n", &error, "\n", CODE);
}

#[test]
fn what_is_not_data_is_skipped() {
    let error = format!("data: {ERROR}\n");
    assert_error(
        "Data: {}\nfoo\n[DONE]\n[id: 1] text\n<p>\n \t\n",
        &error,
        "",
        CODE,
    );
    assert_no_error(&format!(
        ": {ERROR}\n\ndat: {ERROR}\n\nid: {ERROR}\n\n: data: {ERROR}\n\n"
    ));
    assert_no_error("data: [DONE]\n\ndata\n\ndata:\n\ndata: upstream hung up\n\n");
}

#[test]
fn json_is_read_without_events() {
    let pretty = "{\n  \"error\": {\n    \"code\": \"rate_limit_exceeded\",\n    \"details\": [\n      {}\n    ]\n  }\n}";
    let chunk = "{\n  \"candidates\": [\n    {\n      \"content\": {\"parts\": [{\"text\": \"{\\\"error\\\":1}\"}]}\n    }\n  ]\n}";
    for error in [ERROR, pretty] {
        // One object a line.
        assert_error(
            "{\"message\":{\"content\":\"a\"}}\n{\"done\":false}\n",
            error,
            "\n",
            CODE,
        );
        assert_error("{\"done\":false}\r\n", error, "\r\n", CODE);
        assert_error("{\"done\":false}\r", error, "\r", CODE);
        assert_error("{\"done\":false}", error, "{}", CODE);
        // The elements of an array.
        assert_error(&format!("[{chunk}\n,\n"), error, "\n]", CODE);
        assert_error(&format!("[{chunk},\r\n"), error, "\r\n]", CODE);
        assert_error("[", error, "]", CODE);
        // One body.
        assert_error("", error, "", CODE);
        assert_error("\u{feff}\n ", error, "\n", CODE);
        // In a stream of events, as a gateway that fails writes it.
        assert_error("data: {\"choices\":[]}\n\n", error, "\n", CODE);
        assert_error("data: {\"choices\":[]}\n\ndata: {}\n", error, "\n", CODE);
        assert_error(
            "data: {\"choices\":[]}\n\ndata: unfinished\n",
            error,
            "\n",
            CODE,
        );
    }
    assert_error("", "event: error\n{\"detail\":1}", "\n", None);
    assert_no_error(&format!("[{chunk}\n,\n{chunk}\n]\n"));
    assert_no_error(&format!("{chunk}\n\"error\": {ERROR}\nerror {ERROR}\n"));
}

#[test]
fn an_object_that_was_cut_off_does_not_hide_what_follows() {
    for cut in [
        "{\"delta\":{\"content\":\"half a sen",
        "{\"delta\":[1, 2",
        "{\"delta\":{\"content\"",
        "{",
    ] {
        assert_error(&format!("{cut}\n"), ERROR, "\n", CODE);
        assert_error(
            &format!("{cut}\r\n"),
            &format!("data: {ERROR}\r"),
            "\n\r\n",
            CODE,
        );
        assert_error(
            &format!("{cut}\n\n"),
            &format!("event: error\ndata: {ERROR}\n"),
            "\n",
            CODE,
        );
    }
    // What only looks like a field belongs to the object.
    assert_no_error("{\"a\":\n\"dat\",\n\"b\":\ndata,\neven\n:0}\n{\"a\":[\n{\"b\":\n{}},\n{}\n]}");
    let (error, _) = first_error(
        &Reader::new(),
        b"{\"error\":{\"code\":\"x\",\"message\":\"half a sen\ndata: {}\n\n",
        3,
    )
    .unwrap();
    assert_eq!((error.code(), error.start), (Some("x"), 0));
}

#[test]
fn the_end_of_a_stream_ends_its_last_event() {
    for stream in [
        format!("data: {ERROR}"),
        format!("event: error\ndata: {ERROR}"),
        format!("data: {ERROR}\nevent: error"),
        ERROR.to_owned(),
        // Truncated.
        "data: {\"error\":{\"code\":\"rate_limit_exceeded\",\"mess".to_owned(),
        "[{\"candidates\":[]},\n{\"error\":{\"code\":\"rate_limit_exceeded\",\n\"mess".to_owned(),
    ] {
        for size in sizes(stream.len()) {
            let (error, _) = first_error(&Reader::new(), stream.as_bytes(), size).unwrap();
            assert_eq!(error.code(), CODE, "{size}: {stream}");
        }
    }
    let mut events = EventReader::default();
    assert!(events.push(format!("data: {ERROR}").as_bytes()).is_none());
    assert_eq!(events.pending(), 6 + ERROR.len());
    let error = events.finish().unwrap();
    assert_eq!(
        (error.kind(), error.start, error.end),
        (Kind::RateLimited, 0, 0)
    );
}

#[test]
fn a_callers_own_lines_are_read() {
    let mut events = Reader::provider(&new_api::PROVIDER).event_reader();
    for line in ["event: error", "event: error\n", "event: error\r\n"] {
        assert!(events.line(line.as_bytes()).is_none());
        assert!(events.line(b"data: upstream hung up").is_none());
        let error = events.line(b"").unwrap();
        assert_eq!(
            (error.kind(), error.raw_message()),
            (Kind::Unknown, Some("upstream hung up"))
        );
        assert!(events.line(b"data: upstream hung up").is_none());
        assert!(events.line(b"\r\n").is_none());
    }
    let error = events.line(format!("data: {ERROR}\n").as_bytes()).unwrap();
    assert_eq!(
        (error.code(), error.start, error.end),
        (CODE, 0, 6 + ERROR.len())
    );
    let error = events.line(format!(", {ERROR},").as_bytes()).unwrap();
    assert_eq!(
        (error.code(), error.start, error.end),
        (CODE, 2, 2 + ERROR.len())
    );
    assert!(events.line(b"{").is_none());
    assert!(events.line(&ERROR.as_bytes()[1..]).is_some());
}

#[test]
fn reading_goes_on_after_an_error() {
    let stream = format!(
        "data: {ERROR}\n\n{ERROR}{ERROR}\ndata: {{}}\n\nevent: error\ndata: x\n\ndata: {ERROR}\r\n\r\n"
    );
    for size in sizes(stream.len()) {
        let mut events = EventReader::default();
        let mut count = 0;
        for mut chunk in stream.as_bytes().chunks(size) {
            while let Some(error) = events.push(chunk) {
                count += 1;
                chunk = &chunk[error.end..];
            }
        }
        assert_eq!(count, 5, "{size}");
        assert!(events.finish().is_none());
    }
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
        let row = error.matched().map(|matched| matched.row());
        assert_eq!(row.and_then(Row::code), Some("RATE_LIMIT_EXCEEDED"));
    }
}
