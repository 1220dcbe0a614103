//! `explain` with the output of other programs: a terminal's, a browser's, a log.

use super::{assert_refused, run, stdout};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// A HAR file with these entries.
fn har(entries: &[Value]) -> Vec<u8> {
    json!({ "log": { "version": "1.2", "entries": entries } })
        .to_string()
        .into_bytes()
}

/// An entry without anything that is optional.
fn entry(url: &str, status: u16, body: &str) -> Value {
    json!({
        "request": { "method": "POST", "url": url },
        "response": { "status": status, "headers": [], "content": { "text": body } },
    })
}

fn objects(text: &str) -> Vec<Value> {
    let lines = text.lines().map(|line| serde_json::from_str(line).unwrap());
    lines.collect()
}

/// What a browser records of a page that calls a model.
fn recorded() -> Vec<u8> {
    let mut limited = entry(
        "https://me:pass@api.openai.com/v1/responses?key=secret#secret",
        429,
        // {"error":{"message":"Rate limit reached for gpt-5","code":"slow_down"}}
        "eyJlcnJvciI6eyJtZXNzYWdlIjoiUmF0ZSBsaW1pdCByZWFjaGVkIGZvciBncHQtNSIsImNvZGUiOiJzbG93X2Rvd24ifX0=",
    );
    limited["startedDateTime"] = json!("1994-11-06T09:49:36.500+01:00");
    limited["time"] = json!(500.0);
    limited["response"]["content"]["encoding"] = json!("base64");
    limited["response"]["headers"] = json!([
        { "name": ":status", "value": "429" },
        { "name": "Retry-After", "value": "Sun, 06 Nov 1994 08:50:07 GMT" },
    ]);
    let stream = "data: {\"choices\":[]}\n\ndata: {\"error\":{\"message\":\"Overloaded\",\"type\":\"overloaded_error\"}}\n\n";
    har(&[
        limited,
        entry("https://page.example/app.js", 200, "let error = 1;"),
        entry(
            "https://page.example/models",
            200,
            r#"{"data":[],"error":null}"#,
        ),
        entry("https://page.example/lost", 0, ""),
        entry("https://page.example/moved", 302, ""),
        entry("https://page.example/chat", 200, stream),
    ])
}

#[test]
fn each_failed_response_of_a_har_file_is_explained() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("recorded.har");
    fs::write(&file, [b"\xef\xbb\xbf", recorded().as_slice()].concat()).unwrap();
    let output = run("explain", &["--har", file.to_str().unwrap()], b"");
    let expected = "\
POST https://api.openai.com/v1/responses
OpenAI: rate_limited: traffic rose too quickly
  message    Rate limit reached for gpt-5
  retry      yes, when the limit renews; the response says in 30s (retry-after)
  elsewhere  another key of this account, or another provider
  decided by the code `slow_down`, row ErrorCode::SlowDown
  or         ErrorCode::SlowDownOverloaded
  see        https://developers.openai.com/api/docs/guides/error-codes (retrieved 2026-11-26)

POST https://page.example/chat
unknown provider: unavailable
  message    Overloaded
  retry      yes, with exponential backoff and jitter
  elsewhere  another provider
  decided by the message

failed: 2 of 5 responses; without a response: 1
";
    assert_eq!(stdout(&output), expected);
}

#[test]
fn har_prints_one_object_a_line_that_begins_with_the_request() {
    let output = run("explain", &["--json", "--har", "-"], &recorded());
    let text = stdout(&output);
    let start =
        r#"{"method":"POST","url":"https://api.openai.com/v1/responses","provider":"openai","#;
    assert!(text.starts_with(start), "{text}");
    assert!(!text.contains("secret") && !text.contains("pass"), "{text}");
    let found = objects(text);
    let expected = json!({
        "method": "POST", "url": "https://page.example/chat",
        "provider": null, "table": null, "variant": null, "code": null, "type": "overloaded_error", "status": 200,
        "kind": "unavailable", "retry": "backoff", "retry_after_ms": null, "retry_after_source": null,
        "scope": "provider", "matched_by": "message", "status_differs": false, "message": "Overloaded", "request_id": null,
        "params": {}
    });
    assert_eq!((found.len(), &found[1]), (2, &expected));
}

#[test]
fn the_provider_in_a_har_file_is_the_given_one_or_the_one_at_the_host() {
    let addresses = [
        ("https://api.anthropic.com/v1/messages", Some("anthropic")),
        ("https://API.DeepSeek.com:443/chat", Some("deepseek")),
        (
            "https://acme.openai.azure.com/openai/v1",
            Some("azure_openai"),
        ),
        (
            "https://bedrock-runtime.eu-west-1.amazonaws.com/model/m/converse",
            Some("aws_bedrock"),
        ),
        (
            "https://us-central1-aiplatform.googleapis.com/v1",
            Some("vertex_ai"),
        ),
        ("https://queue.fal.run/fal-ai/flux", Some("fal")),
        ("https://api.openai.com.page.example/v1", None),
        ("https://page.example/api.openai.com", None),
        ("https://myapi.openai.com/v1", None),
        ("https://storage.googleapis.com/v1", None),
        ("https://127.0.0.1:8080/v1", None),
        ("data:text/plain,api.openai.com", None),
        ("api.openai.com", None),
    ];
    let entries = addresses.map(|(address, _)| entry(address, 500, ""));
    let expected = addresses.map(|(_, provider)| json!(provider));

    let output = run("explain", &["--har", "-", "--json"], &har(&entries));
    let found = objects(stdout(&output));
    let providers = found.iter().map(|found| found["provider"].clone());
    assert_eq!(providers.collect::<Vec<_>>(), expected);
    assert_eq!(found.last().unwrap()["url"], Value::Null);

    let arguments = ["--har", "-", "--json", "--provider", "ppio"];
    for found in objects(stdout(&run("explain", &arguments, &har(&entries)))) {
        assert_eq!(found["provider"], "ppio");
    }
}

#[test]
fn what_is_no_har_file_is_one_line_and_status_2_and_a_wrong_entry_is_left_out() {
    for (arguments, input, cause) in [
        (
            &["--har", "-"][..],
            &b""[..],
            "standard input: this is not a HAR file: ",
        ),
        (
            &["--har", "-"],
            b"{\"error\":{}}",
            "standard input: this is not a HAR file: ",
        ),
        (&["--har", "no/such.har"], b"", "no/such.har: "),
        (
            &["--har", "-", "--status", "429"],
            b"",
            "the argument '--har <FILE>' cannot be used with '--status <N>'",
        ),
        (&["--har", "-", "--ndjson"], b"", "cannot be used with"),
    ] {
        let output = assert_refused("explain", arguments, input, cause);
        assert!(output.stdout.is_empty());
    }

    let entries = [
        json!({ "request": { "method": "GET" }, "response": { "status": 500 } }),
        entry("https://api.openai.com/v1", 500, ""),
    ];
    let output = run("explain", &["--har", "-", "--json"], &har(&entries));
    assert_eq!(output.status.code(), Some(1));
    let found = objects(std::str::from_utf8(&output.stdout).unwrap());
    assert_eq!((found.len(), &found[0]["kind"]), (1, &json!("internal")));
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "explain: standard input: entry 1: missing field `url`\n"
    );
}

#[test]
fn what_curl_prints_with_its_headers_is_read_without_arguments() {
    let responses = b"HTTP/1.1 200 Connection established\r\n\r\nHTTP/2 302 \r\nlocation: /v1\r\n\r\nHTTP/2 429 \r\nretry-after: 7\r\n\r\n{\"error\":{\"code\":\"slow_down\"}}";
    let output = run("explain", &["--json"], responses);
    let found: Value = serde_json::from_str(stdout(&output)).unwrap();
    assert_eq!(
        [
            &found["status"],
            &found["code"],
            &found["retry_after_ms"],
            &found["provider"]
        ],
        [
            &json!(429),
            &json!("slow_down"),
            &json!(7000),
            &json!("openai")
        ]
    );

    let success = b"HTTP/2 200 \r\n\r\n{\"id\":\"1\",\"choices\":[]}";
    assert_eq!(
        stdout(&run("explain", &[], success)),
        "no error: status code 200, and none in the body\n"
    );
}

#[test]
fn a_body_in_a_line_is_a_text_or_an_object() {
    let lines = br#"{"status":429,"body":"{\"error\":{\"code\":\"slow_down\"}}"}
{"status":429,"body":{"error":{"code":"slow_down"}}}
{"status":429,"body":["slow_down"]}
"#;
    let output = run("explain", &["--ndjson"], lines);
    assert_eq!(output.status.code(), Some(1));
    let found = objects(std::str::from_utf8(&output.stdout).unwrap());
    assert_eq!(found[0]["code"], "slow_down");
    assert_eq!(found[1], found[0]);
    assert_eq!(
        found[2],
        json!({ "error": "`body` is neither a string nor an object", "line": 3 })
    );
}

#[test]
fn a_long_run_shows_no_progress_where_nobody_sees_it() {
    let lines = "{\"status\":500,\"body\":\"\"}\n".repeat(3_000);
    let output = run("explain", &["--ndjson"], lines.as_bytes());
    assert_eq!(stdout(&output).lines().count(), 3_000);
    assert!(output.stderr.is_empty());
}
