//! The example `import`, run as a user runs it, on pages in many layouts.

#[path = "programs/run.rs"]
mod run;

use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

/// What `import` prints compiles: each file is the output for the page of this name, as the test below checks.
#[allow(
    dead_code,
    clippy::doc_markdown,
    reason = "that they compile is the test"
)]
mod imported {
    pub(super) mod aihubmix {
        include!("../fixtures/pages/imported/aihubmix.rs");
    }
    pub(super) mod modelverse {
        include!("../fixtures/pages/imported/modelverse.rs");
    }
    pub(super) mod ppio {
        include!("../fixtures/pages/imported/ppio.rs");
    }
    pub(super) mod skyengine {
        include!("../fixtures/pages/imported/skyengine.rs");
    }
    pub(super) mod tokendog {
        include!("../fixtures/pages/imported/tokendog.rs");
    }
    pub(super) mod by_status {
        include!("../fixtures/pages/imported/by_status.rs");
    }
    pub(super) mod bodies {
        include!("../fixtures/pages/imported/bodies.rs");
    }
}

/// The pages that the built-in tables are made of, in other words and in a layout each.
const DOCUMENTED: [(&str, &str); 5] = [
    ("aihubmix", "tests/fixtures/pages/aihubmix.md"),
    ("modelverse", "tests/fixtures/pages/modelverse.html"),
    ("ppio", "tests/fixtures/pages/ppio.md"),
    ("skyengine", "tests/fixtures/pages/skyengine.rst"),
    ("tokendog", "tests/fixtures/pages/tokendog.txt"),
];

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

fn run(arguments: &[&str], input: &[u8]) -> Output {
    run::run("import", arguments, input)
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Returns the rows that are printed: status, type, code, message and kind.
fn rows(arguments: &[&str], input: &[u8]) -> Vec<String> {
    let output = run(arguments, input);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let rows: Vec<BTreeMap<String, Value>> = serde_json::from_slice(&output.stdout).unwrap();
    let text = |row: &BTreeMap<String, Value>| {
        let fields = ["status", "type", "code", "message", "kind"];
        let fields = fields.map(|field| row[field].as_str().unwrap_or("-").to_owned());
        fields.join("\t")
    };
    rows.iter().map(text).collect()
}

fn lines(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap();
    text.lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn pages_of_built_in_tables_are_read_whole() {
    let (mut all, mut same_kind) = (0, 0);
    for (id, page) in DOCUMENTED {
        let found = rows(&["--json", page], b"");
        let expected = lines(&fixtures().join("documents").join(format!("{id}.tsv")));
        assert_eq!(found.len(), expected.len(), "{id}");
        for (found, expected) in found.iter().zip(&expected) {
            let (found, kind) = found.rsplit_once('\t').unwrap();
            let (expected, expected_kind) = expected.rsplit_once('\t').unwrap();
            let (_, expected) = expected.split_once('\t').unwrap();
            assert_eq!(found, expected, "{id}");
            all += 1;
            same_kind += usize::from(kind == expected_kind);
        }
    }
    assert_eq!((all, same_kind), (114, SAME_KIND));
}

/// How many of the kinds are proposed as a careful reader of the page chose them.
const SAME_KIND: usize = 111;

#[test]
fn layouts_are_read_as_labelled() {
    let folder = fixtures().join("pages/layouts");
    let mut pages = 0;
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension != "tsv") {
            let found = rows(&["--json", path.to_str().unwrap()], b"");
            assert_eq!(found, lines(&path.with_extension("tsv")), "{path:?}");
            pages += 1;
        }
    }
    assert_eq!(pages, 13);
}

#[test]
fn what_is_printed_compiles() {
    for (id, page) in DOCUMENTED.into_iter().chain([
        ("by_status", "tests/fixtures/pages/layouts/by_status.md"),
        ("bodies", "tests/fixtures/pages/layouts/bodies.md"),
    ]) {
        let output = run(&["--provider", id, "--retrieved", "2026-11-21", page], b"");
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let expected = fixtures().join(format!("pages/imported/{id}.rs"));
        assert_eq!(
            String::from_utf8(output.stdout).unwrap(),
            fs::read_to_string(expected).unwrap(),
            "{id}"
        );
    }
    assert_eq!(imported::ppio::PPIO.tables().len(), 3);
    assert_eq!(
        imported::aihubmix::ErrorCode::InsufficientUserQuota.code(),
        Some("insufficient_user_quota")
    );
}

#[test]
fn tables_of_something_else_are_left_out_with_a_reason() {
    let expected = "\
import: left out a table below \"Python library error types\": it lists the classes of an SDK
import: left out a table below \"Rate limit headers\": it lists headers
";
    assert_eq!(
        stderr(&run(&["tests/fixtures/pages/layouts/combined.md"], b"")),
        expected
    );
}

#[test]
fn bad_input_is_one_line_and_exit_code_2() {
    let unclosed = "```json\n{}\n\n| Status | Code |\n|---|---|\n| 400 | bad_key |\n";
    let utf_16: Vec<u8> = "| Status | Code |"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let cases: [(&[u8], &str); 10] = [
        (
            b"",
            "import: the page is empty: expected a table of errors\n",
        ),
        (
            b" \n\n",
            "import: the page is empty: expected a table of errors\n",
        ),
        (
            b"<html><body><form><p>Log in</p><input type=\"password\"></form></body></html>",
            "import: found a form for a password and no table of errors: save the page while logged in\n",
        ),
        (
            b"| Name | Size |\n|---|---|\n| small | 1 |\n",
            "import: found a table and left it out, because it has neither status codes nor codes\n",
        ),
        (
            b"| Status | Code | Message |\n|---|---|---|\n",
            "import: found a table and left it out, because it has headings and no rows\n",
        ),
        (
            &utf_16,
            "import: found UTF-16 text: expected Markdown, HTML, reStructuredText, plain text or OpenAPI, as UTF-8\n",
        ),
        (
            b"%PDF-1.7\n",
            "import: found a PDF: expected Markdown, HTML, reStructuredText, plain text or OpenAPI, as UTF-8\n",
        ),
        (
            b"| 400 | \xff |",
            "import: byte 8 is not UTF-8: save the page as UTF-8\n",
        ),
        (
            unclosed.as_bytes(),
            "import: the code block of line 1 is never closed, and there are rows after it: close it where the listing ends\n",
        ),
        (
            b"Nothing is wrong here.",
            "import: found text and no table of errors: a table has a column of status codes or of codes, with a heading that says so\n",
        ),
    ];
    for (page, expected) in cases {
        let output = run(&["-"], page);
        assert_eq!(output.status.code(), Some(2), "{expected}");
        assert_eq!(stderr(&output), expected);
        assert!(output.stdout.is_empty(), "{expected}");
    }
    let output = run(&["missing.md"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).starts_with("import: missing.md: "));
    let output = run(&["--retrieved", "yesterday"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stderr(&output).lines().count(), 1);
}

#[test]
fn ragged_rows_are_printed_and_reported() {
    let page = "# Errors\n\n| Status | Code | Message |\n|---|---|---|\n| 400 | bad_key | No |\n| 401 |\n| 403 | no | a | b |\n";
    let output = run(&["--json"], page.as_bytes());
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        stderr(&output),
        "import: 2 of 3 rows have more or fewer cells than their table has columns: compare them with the page\n"
    );
    let rows: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(rows.len(), 3);
}

#[test]
fn ten_thousand_rows_are_read() {
    let mut page = String::from("| HTTP status | Error code | Message |\n|---|---|---|\n");
    for number in 0..10_000 {
        writeln!(page, "| 400 | code_{number} | Message {number} |").unwrap();
    }
    let found = rows(&["--json"], page.as_bytes());
    assert_eq!(found.len(), 10_000);
    assert_eq!(
        found[9_999],
        "400\t-\tcode_9999\tMessage 9999\tinvalid_request"
    );
}

#[test]
fn a_row_in_json_has_these_fields() {
    let output = run(
        &["--json", "tests/fixtures/pages/layouts/chinese.html"],
        b"",
    );
    let rows: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let expected = serde_json::json!({
        "status": "429", "type": null, "code": "1211", "message": "模型不存在，请检查模型代码 {model}",
        "meaning": null, "kind": "not_found", "kind_is_sure": true
    });
    assert_eq!(rows[4], expected);
}
