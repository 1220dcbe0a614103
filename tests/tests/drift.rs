//! The example `drift`, run as a user runs it, on pages that changed.

#[path = "programs/run.rs"]
mod run;

use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

fn pages() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/pages")
}

fn run(arguments: &[&str], input: &str) -> Output {
    let arguments = [arguments, &["--now", "2026-12-01T12:00:00Z"]].concat();
    run::run("drift", &arguments, input.as_bytes())
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

/// Compares a page with its table after some replacements, each of which changes it.
fn after(provider: &str, page: &str, replacements: &[(&str, &str)]) -> Output {
    let mut text = fs::read_to_string(pages().join(page)).unwrap();
    for (from, to) in replacements {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    run(&[provider], &text)
}

#[test]
fn pages_of_built_in_tables_agree() {
    for (provider, page, rows) in [
        ("aihubmix", "tests/fixtures/pages/aihubmix.md", 18),
        ("modelverse", "tests/fixtures/pages/modelverse.html", 12),
        ("ppio", "tests/fixtures/pages/ppio.md", 38),
        ("skyengine", "tests/fixtures/pages/skyengine.rst", 14),
        ("tokendog", "tests/fixtures/pages/tokendog.txt", 32),
    ] {
        let output = run(&[provider, page], "");
        let expected = format!(
            "{provider}: the page and the table agree on {rows} rows; the table was retrieved on 2026-11-21, 10 days ago\n"
        );
        assert_eq!(stdout(&output), expected);
        assert_eq!(output.status.code(), Some(0));
    }
}

#[test]
fn every_change_is_found_and_nothing_else() {
    let output = after(
        "ppio",
        "ppio.md",
        &[
            ("`API_NOT_FOUND`** | 404", "`API_NOT_FOUND`** | 410"),
            ("NOT_ENOUGH_BALANCE", "BALANCE_NOT_ENOUGH"),
            ("| **`ACCESS_DENY`** | 403 | access is not allowed |\n", ""),
            (
                "| **`FAILED_TO_AUTH`**",
                "| **`REGION_BLOCKED`** | 451 | the region is blocked |\n| **`FAILED_TO_AUTH`**",
            ),
        ],
    );
    let expected = "\
ppio: 1 added, 1 removed, 2 changed; the table was retrieved on 2026-11-21, 10 days ago
  + 451 REGION_BLOCKED
  - 403 ACCESS_DENY
  ~ 404 API_NOT_FOUND: status: \"404\" in the table, \"410\" on the page
  ~ 403 NOT_ENOUGH_BALANCE: renamed: \"NOT_ENOUGH_BALANCE\" in the table, \"BALANCE_NOT_ENOUGH\" on the page
";
    assert_eq!(stdout(&output), expected);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn types_messages_and_older_names_count() {
    let output = after(
        "modelverse",
        "modelverse.html",
        &[
            ("<code>auth_error</code>", "<code>invalid_token</code>"),
            ("Prompt tokens too long", "Prompt is much too long"),
            ("<code>rate_limit_error</code>", "<code>requests</code>"),
        ],
    );
    let expected = "\
modelverse: 3 changed; the table was retrieved on 2026-11-21, 10 days ago
  ~ 400 invalid_request_error tokens_too_long \"Prompt tokens too long\": message: \"Prompt tokens too long\" in the table, \"Prompt is much too long\" on the page
  ~ 401 invalid_request_error auth_error \"Validate Certification failed\": renamed: \"auth_error\" in the table, \"invalid_token\" on the page
  ~ 429 rate_limit_error rate_limit \"Rate limit exceeded, please try again later\": type: \"rate_limit_error\" in the table, \"requests\" on the page
";
    assert_eq!(stdout(&output), expected);
}

#[test]
fn a_row_without_a_code_is_known_by_its_message() {
    let output = after(
        "aihubmix",
        "aihubmix.md",
        &[
            ("Account suspended.", "Account locked."),
            ("prompt is required", "a prompt is required"),
        ],
    );
    let expected = "\
aihubmix: 2 changed; the table was retrieved on 2026-11-21, 10 days ago
  ~ 403 \"Account suspended.\": message: \"Account suspended.\" in the table, \"Account locked.\" on the page
  ~ 400 prompt_missing \"prompt is required\": message: \"prompt is required\" in the table, \"a prompt is required\" on the page
";
    assert_eq!(stdout(&output), expected);
}

#[test]
fn json_says_the_same() {
    let text = fs::read_to_string(pages().join("skyengine.rst")).unwrap();
    let text = text.replace("``2105``", "``2110``");
    let output = run(&["skyengine", "--json", "-"], &text);
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let expected = json!({
        "provider": "skyengine",
        "docs": "https://docs-model.skyengine.com.cn/qa/error-code.md",
        "retrieved": "2026-11-21",
        "age_days": 10,
        "rows": 14,
        "added": [],
        "removed": [],
        "changed": [{
            "row": {
                "variant": "ErrorCode::InternalError", "status": "500", "type": "InternalServerError",
                "code": "2105", "message": "internal server error"
            },
            "field": "code", "table": "2105", "page": "2110"
        }]
    });
    assert_eq!(found, expected);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn an_older_copy_of_a_page_takes_the_place_of_a_table() {
    let text = fs::read_to_string(pages().join("layouts/by_status.md")).unwrap();
    let text = text.replace("Too many requests |", "Slow down |");
    let output = run(&["tests/fixtures/pages/layouts/by_status.md"], &text);
    let expected = "\
tests/fixtures/pages/layouts/by_status.md: 1 changed
  ~ 429 slow_down \"Too many requests\": message: \"Too many requests\" in the table, \"Slow down\" on the page
";
    assert_eq!(stdout(&output), expected);
}

#[test]
fn what_cannot_be_read_is_one_line_and_exit_code_2() {
    for (arguments, input, expected) in [
        (
            ["ppio", "-"],
            "no table",
            "drift: standard input: found text and no table of errors: a table has a column of status codes or of codes, with a heading that says so\n",
        ),
        (
            ["pppio", "-"],
            "",
            "drift: there is no file `pppio`, and there is no provider `pppio`; did you mean `ppio`?\n",
        ),
    ] {
        let output = run(&arguments, input);
        assert_eq!(String::from_utf8_lossy(&output.stderr), expected);
        assert_eq!(output.status.code(), Some(2));
        assert!(output.stdout.is_empty());
    }
}
