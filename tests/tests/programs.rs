//! The programs, run as a user runs them.

#[path = "programs/explain.rs"]
mod explain;
#[path = "programs/format.rs"]
mod format;
#[path = "programs/run.rs"]
mod run;
#[path = "programs/schema.rs"]
mod schema;

use run::{run, start};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::process::Output;

/// Checks that a program refuses its arguments or its input, and says why in one line.
#[track_caller]
fn assert_refused(example: &str, arguments: &[&str], input: &[u8], cause: &str) -> Output {
    let output = run(example, arguments, input);
    let text = std::str::from_utf8(&output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{text}");
    assert_eq!(text.lines().count(), 1, "{text}");
    assert!(
        text.starts_with(&format!("{example}: ")) && text.contains(cause),
        "{text}"
    );
    output
}

fn stdout(output: &Output) -> &str {
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    std::str::from_utf8(&output.stdout).unwrap()
}

#[test]
fn explain_alone_explains_bundled_responses() {
    let output = run("explain", &[], b"");
    let text = stdout(&output);
    for explanation in [
        "OpenAI: quota_exhausted: ",
        // The same code, and nearly the same sentence.
        "Alibaba Cloud DashScope: rate_limited: ",
        "Anthropic: quota_exhausted: ",
        "Google Gemini: quota_exhausted: ",
        "Amazon Bedrock: rate_limited: ",
        "DeepSeek: quota_exhausted: ",
        "OpenRouter: unavailable: ",
        "Groq: payload_too_large: ",
        "Ollama: not_found: ",
        "PPIO: authentication: ",
        "AIHubMix: not_found: ",
        "new-api: not_found: ",
        "one-api: quota_exhausted: ",
    ] {
        assert!(text.contains(explanation), "{explanation} {text}");
    }
    assert!(!text.contains('\u{1b}'), "piped output has no colour codes");
}

#[test]
fn explain_prints_in_a_fixed_order() {
    let body = r#"{"code":403,"reason":"NOT_ENOUGH_BALANCE","message":"not enough balance"}"#;
    let arguments = [
        "--provider",
        "ppio",
        "--status",
        "403",
        "--header",
        "X-Request-Id: r-1",
        body,
    ];
    let expected = "\
PPIO: quota_exhausted: the balance is used up
  message    not enough balance
  retry      no, it fails again until somebody changes something
  elsewhere  another account, or another provider
  decided by the code `NOT_ENOUGH_BALANCE`, row LlmErrorCode::NotEnoughBalance
  see        https://ppio.cn/docs/model/error (retrieved 2026-11-21)
  request id r-1
";
    assert_eq!(stdout(&run("explain", &arguments, b"")), expected);
}

#[test]
fn explain_says_where_a_message_told_more_than_its_row() {
    let body = r#"{"error":{"code":"model_server_error","message":"status code: 500, err: {\"message\":\"Rate limit reached for gpt-5\"}"}}"#;
    let output = run(
        "explain",
        &["--provider", "modelverse", "--status", "500", body],
        b"",
    );
    let text = stdout(&output);
    assert!(
        text.starts_with("UCloud ModelVerse: rate_limited"),
        "{text}"
    );
    let decided = "the code `model_server_error`, row ErrorCode::ModelServerError, refined by the rest of the response";
    assert!(text.contains(decided), "{text}");
}

#[test]
fn explain_json_keeps_its_contract() {
    let body = br#"{"error":{"message":"Rate limit exceeded, please try again later","type":"rate_limit_error","code":"rate_limit"}}"#;
    let output = run(
        "explain",
        &[
            "--provider",
            "modelverse",
            "--status",
            "429",
            "--header",
            "retry-after: 20",
            "--json",
            "-",
        ],
        body,
    );
    let found: Value = serde_json::from_str(stdout(&output)).unwrap();
    let expected = json!({
        "provider": "modelverse", "table": "ErrorCode", "variant": "RateLimit", "code": "rate_limit",
        "type": "rate_limit_error", "status": 429, "kind": "rate_limited", "retry": "after_reset",
        "retry_after_ms": 20000, "retry_after_source": "retry-after", "scope": "key", "matched_by": "code",
        "status_differs": false, "message": "Rate limit exceeded, please try again later", "request_id": null,
        "params": {}
    });
    assert_eq!(found, expected);
}

#[test]
fn explain_reads_a_date_at_the_given_clock() {
    let output = run(
        "explain",
        &[
            "--status",
            "429",
            "--header",
            "retry-after: Sun, 06 Nov 1994 08:50:07 GMT",
            "--now",
            "1994-11-06T08:49:37Z",
            "--json",
        ],
        b"",
    );
    let found: Value = serde_json::from_str(stdout(&output)).unwrap();
    assert_eq!(found["retry_after_ms"], 30_000);
    assert_eq!(found["provider"], Value::Null);
    assert_eq!(found["matched_by"], "fallback");
}

/// The error names no provider that was not given, but the output names the one whose row has the code.
#[test]
fn explain_json_names_the_provider_whose_row_has_the_code() {
    for (body, provider, variant) in [
        (
            r#"{"code":403,"reason":"NOT_ENOUGH_BALANCE","message":"no"}"#,
            json!("ppio"),
            json!("NotEnoughBalance"),
        ),
        (
            r#"{"error":{"message":"Unauthorized - access token is invalid or expired."}}"#,
            Value::Null,
            json!("InvalidAccessToken"),
        ),
        (r#"{"error":{"code":"zz"}}"#, Value::Null, Value::Null),
    ] {
        let output = run("explain", &["--status", "403", "--json", body], b"");
        let found: Value = serde_json::from_str(stdout(&output)).unwrap();
        assert_eq!(
            (&found["provider"], &found["variant"]),
            (&provider, &variant)
        );
    }
}

#[test]
fn a_bad_line_is_reported_with_its_number_and_the_run_goes_on() {
    let lines = [
        &br#"{"provider":"aihubmix","status":429,"headers":{},"body":"{\"error\":{\"message\":\"The m1 model Too many requests; please try again later.\"}}"}"#[..],
        b"{\"provider\":",
        br#"{"provider":"nobody","status":500,"body":""}"#,
        br#"{"provider":null,"status":1,"body":""}"#,
        br"[]",
        b"",
        b"\xff",
        br#"{"provider":null,"status":429,"headers":{"Retry-After":"Sun, 06 Nov 1994 08:50:07 GMT"},"body":"","now":784111777}"#,
    ];
    let output = run("explain", &["--ndjson"], &lines.join(&b'\n'));
    assert_eq!(output.status.code(), Some(1));
    let text = std::str::from_utf8(&output.stdout).unwrap();
    let found: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(found.len(), 8);
    assert_eq!(found[0]["variant"], "TooManyRequests");
    assert_eq!(found[0]["params"], json!({ "model": "m1" }));
    for (at, number) in (1..7).zip(2..) {
        assert!(found[at]["error"].is_string(), "{}", found[at]);
        assert_eq!(found[at]["line"], number);
    }
    assert_eq!(found[7]["retry_after_ms"], 30_000);
    let unknown = found[2]["error"].as_str().unwrap();
    assert!(
        unknown.starts_with("there is no provider `nobody`"),
        "{unknown}"
    );
}

#[test]
fn a_line_is_answered_before_the_next_is_asked() {
    let mut child = start("explain", &["--ndjson"]);
    let mut asking = child.stdin.take().unwrap();
    let mut responses = BufReader::new(child.stdout.take().unwrap());
    for status in [401, 429] {
        writeln!(asking, r#"{{"provider":null,"status":{status},"body":""}}"#).unwrap();
        let mut response = String::new();
        responses.read_line(&mut response).unwrap();
        let response: Value = serde_json::from_str(&response).unwrap();
        assert_eq!(response["status"], status);
    }
    drop(asking);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_bad_argument_is_one_line_of_cause_and_cure_and_status_2() {
    for (arguments, cause) in [
        (
            &["--status", "42"][..],
            "a status code is a number between 100 and 999",
        ),
        (&["--status"], "a value is required for '--status <N>'"),
        (&["--provider", "pipo"], "did you mean `ppio`?"),
        (&["--header", "retry-after 20"], "a header is `name: value`"),
        (&["--now", "yesterday"], "'yesterday' for '--now <RFC3339>'"),
        (&["--nonsense"], "unexpected argument '--nonsense'"),
        (&["--ndjson", "--json"], "cannot be used with"),
    ] {
        let output = assert_refused("explain", arguments, b"", cause);
        assert!(output.stdout.is_empty());
    }
}

/// `cargo run --example catalog -- --list` prints what belongs there.
#[test]
fn the_readme_lists_the_providers_as_the_tables_name_them() {
    let output = run("catalog", &["--list"], b"");
    let readme = include_str!("../../README.md");
    assert!(readme.contains(stdout(&output)), "{}", stdout(&output));
}

#[test]
fn explain_help_names_every_provider() {
    let output = run("explain", &["--help"], b"");
    let help = stdout(&output);
    let (_, named) = help.split_once("Providers: ").unwrap();
    let ids = error_codes::providers::ALL
        .iter()
        .map(|provider| provider.id());
    let ids: Vec<&str> = ids.collect();
    assert_eq!(
        named.split_whitespace().collect::<Vec<_>>().join(" "),
        ids.join(", ")
    );
}

#[test]
fn catalog_json_has_every_row() {
    let output = run("catalog", &["--json"], b"");
    let rows: Vec<Value> = serde_json::from_str(stdout(&output)).unwrap();
    let count = error_codes::providers::ALL
        .iter()
        .flat_map(|provider| provider.entries())
        .count();
    assert_eq!(rows.len(), count);
    let row = rows.iter().find(|row| row["code"] == "auth_error").unwrap();
    let expected = json!({
        "provider": "modelverse", "provider_name": "UCloud ModelVerse",
        "docs": "https://astraflow.ucloud.cn/docs/modelverse", "table": "ErrorCode", "variant": "AuthError",
        "status": "401", "type": "invalid_request_error", "code": "auth_error", "aliases": ["invalid_token"],
        "message": "Validate Certification failed", "messages": ["Validate Certification failed"], "kind": "authentication", "retry": "never", "scope": "key",
        "summary": "the key is missing or not valid"
    });
    assert_eq!(row, &expected);
}

#[test]
fn catalog_prints_for_people_and_as_a_page() {
    let output = run("catalog", &["skyengine"], b"");
    let text = stdout(&output);
    assert!(
        text.contains("ClientClosedRequest") && !text.contains("modelverse"),
        "{text}"
    );
    let output = run("catalog", &["aihubmix"], b"");
    let text = stdout(&output);
    let marked = text.lines().filter(|line| line.contains("503 !"));
    assert_eq!(
        marked.count(),
        1,
        "a wrong model does not pass, a rate limit does: {text}"
    );
    let output = run("catalog", &["--markdown", "tokendog"], b"");
    let text = stdout(&output);
    let line = text.lines().find(|line| line.contains("5xx")).unwrap();
    let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
    let expected = [
        "5xx",
        "-",
        "-",
        "unavailable?",
        "backoff",
        "provider",
        "a failure upstream or in the gateway",
    ];
    assert_eq!(cells, expected);
}

/// `tests/page` uses the page in a browser, with the library inside.
#[test]
fn catalog_prints_one_page_in_html() {
    let output = run(
        "catalog",
        &["--html", "--no-explain", "tokendog", "ppio"],
        b"",
    );
    let text = stdout(&output);
    assert!(text.starts_with("<!DOCTYPE html>"), "{text}");
    assert!(!text.contains("src=") && !text.contains("<link"), "{text}");
    assert!(text.contains("content=\"default-src 'none'; "), "{text}");
    assert!(text.contains("id=\"library\"></script>"), "{text}");
    let (_, rest) = text.split_once("id=\"catalog\">").unwrap();
    let (rows, _) = rest.split_once("</script>").unwrap();
    let rows: Value = serde_json::from_str(rows).unwrap();
    for (at, id) in ["tokendog", "ppio"].into_iter().enumerate() {
        let provider = error_codes::provider(id).unwrap();
        let printed = &rows["providers"][at];
        assert_eq!(printed["id"], id);
        for (at, table) in provider.tables().enumerate() {
            assert_eq!(printed["tables"][at]["name"], table.name());
            let printed = printed["tables"][at]["rows"].as_array().unwrap();
            let printed: Vec<&Value> = printed.iter().map(|row| &row["variant"]).collect();
            let variants: Vec<&str> = table.rows().iter().map(error_codes::Row::variant).collect();
            assert_eq!(printed, variants);
        }
    }
    for wrong in [["--html", "--json"], ["--json", "--no-explain"]] {
        let output = run("catalog", &wrong, b"");
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
    }
}
