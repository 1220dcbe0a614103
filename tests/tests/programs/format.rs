//! `format`, which aligns tables.

use super::{assert_refused, run, stdout};
use std::fs;
use std::path::{Path, PathBuf};

/// Formats a source that is passed on standard input.
#[track_caller]
fn formatted(source: &str) -> String {
    stdout(&run("format", &["-"], source.as_bytes())).to_owned()
}

#[track_caller]
fn assert_formatted(source: &str, expected: &str) {
    assert_eq!(formatted(source), expected);
    assert_eq!(formatted(expected), expected, "a second time");
}

/// A folder of this test's own, which is empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn columns_are_as_wide_as_their_widest_cell_is_printed() {
    assert_formatted(
        r#"
error_codes::provider_errors! {
    provider "acme" { name:   "Acme AI", }

    /// What | the API | reports.
    pub enum   ErrorCode {
        |status|code|kind|message|
        |-|:-|-:|:-:|
        |400|param_error , "参数"|InvalidRequest?|"参数 {name} 错误"|
  | 429 | 2007 | RateLimited | - |
        |503|"a|b"|Unavailable|"…"  | // the last
    }
}
"#,
        r#"
error_codes::provider_errors! {
    provider "acme" { name:   "Acme AI", }

    /// What | the API | reports.
    pub enum   ErrorCode {
        | status | code                 | kind            | message            |
        |--------|:---------------------|----------------:|:------------------:|
        | 400    | param_error , "参数" | InvalidRequest? | "参数 {name} 错误" |
        | 429    | 2007                 | RateLimited     | -                  |
        | 503    | "a|b"                | Unavailable     | "…"                | // the last
    }
}
"#,
    );
}

#[test]
fn what_is_between_rows_stays_as_it_is() {
    assert_formatted(
        r#"provider_errors! {
    pub enum ErrorCode {
        // |a comment|
        | code | kind |
        | --- | === |

        /// Documented |by hand|.
        #[deprecated = "| no longer |"]
            #[doc(alias = "slow")]
        |limit|RateLimited|
        /* |two|
           |lines| */
        |token /* | the key */|Authentication|

    }
    enum Other { |kind| |Internal| }
}
"#,
        r#"provider_errors! {
    pub enum ErrorCode {
        // |a comment|
        | code                  | kind           |
        | --------------------- | ============== |

        /// Documented |by hand|.
        #[deprecated = "| no longer |"]
            #[doc(alias = "slow")]
        | limit                 | RateLimited    |
        /* |two|
           |lines| */
        | token /* | the key */ | Authentication |

    }
    enum Other { |kind| |Internal| }
}
"#,
    );
}

#[test]
fn only_the_first_line_of_a_row_is_aligned() {
    assert_formatted(
        r#"provider_errors! {
    enum Phrase {
        |variant|kind|phrase|scope|
        |Money|QuotaExhausted|
            "(balance)",
          "(credit)"
        |   Account|
        |Speed|RateLimited|"a
 long | phrase"|-|
        |Door|NotFound|"closed"|-|
    }
}
"#,
        r#"provider_errors! {
    enum Phrase {
        | variant | kind           | phrase   | scope |
        | Money   | QuotaExhausted |
            "(balance)",
          "(credit)"
        |   Account|
        | Speed   | RateLimited    |"a
 long | phrase"|-|
        | Door    | NotFound       | "closed" | -     |
    }
}
"#,
    );
}

#[test]
fn line_ends_indentation_and_the_byte_order_mark_are_kept() {
    let table = |row: &str| {
        format!(
            "\u{feff}mod acme {{\r\n\tprovider_errors! {{ enum E {{\r\n\t\t| code | kind     |  \r\n\t\t{row}\t// 限\r\n\t}} }}\r\n}}"
        )
    };
    assert_formatted(&table("|a|Internal|"), &table("| a    | Internal |"));
}

#[test]
fn a_call_is_found_wherever_it_is_and_nothing_else_is_taken_for_one() {
    let others = r##"
// provider_errors! { enum E { |code|kind| } }
/* provider_errors! { enum E { |code|kind| } /* nested */ } */
/// provider_errors! { enum E { |code|kind| } }
const TEXT: &str = "provider_errors! { enum E { |code|kind| } }";
const RAW: &str = r#"provider_errors! { enum E { |code|kind| "} }"#;
const CLOSURE: fn(u8) -> u8 = |code|code;
provider_error! { enum E { |code|kind| } }
enum Plain<'a> { A(&'a str), B(char) }
"##;
    assert_formatted(others, others);
    let calls = |row: &str| {
        format!(
            "fn f() {{\n    let brace = '{{';\n    ::error_codes :: provider_errors ! [ enum E {{\n        {row}\n        | a    |\n    }} enum F {{}} ];\n}}\n\
             macro_rules! tables {{ () => {{ crate::provider_errors!(\n    pub(crate) enum E {{\n    {row}\n    | $a   |\n    }}\n); }} }}\n{others}"
        )
    };
    assert_formatted(&calls("|kind|"), &calls("| kind |"));
}

#[test]
fn check_names_the_files_that_differ_and_changes_nothing() {
    let folder = folder("format_check");
    let (good, bad) = (folder.join("good.rs"), folder.join("bad.rs"));
    let (aligned, ragged) = (
        "provider_errors! { enum E {\n| kind     |\n| Internal |\n} }",
        "provider_errors! { enum E {\n|kind|\n|Internal|\n} }",
    );
    fs::write(&good, aligned).unwrap();
    fs::write(&bad, ragged).unwrap();
    let files = [good.to_str().unwrap(), bad.to_str().unwrap()];

    let output = run("format", &["--check", files[0], files[1]], b"");
    assert_eq!(output.status.code(), Some(1));
    let named = String::from_utf8(output.stdout).unwrap();
    assert_eq!(named, format!("{}\n", files[1]));
    assert_eq!(fs::read_to_string(&bad).unwrap(), ragged);

    assert_eq!(stdout(&run("format", &files, b"")), "");
    assert_eq!(fs::read_to_string(&bad).unwrap(), aligned);
    assert_eq!(
        stdout(&run("format", &["--check", files[0], files[1]], b"")),
        ""
    );
}

#[test]
fn a_source_that_cannot_be_read_is_one_line_and_status_2_and_stays_as_it_is() {
    let folder = folder("format_faults");
    let of_rows = |rows: &str| format!("provider_errors! {{\n    enum E {{\n{rows}\n    }}\n}}\n");
    for (number, (source, cause)) in [
        (
            of_rows("|code|kind|\n|a|\n|b|Internal|"),
            "4: the number of cells is 1 in this row, and 2 in the first row of the table",
        ),
        (
            of_rows("|code|kind|\n|a||Internal|"),
            "4: the number of cells is 1 in this row, and 2 in the first row of the table",
        ),
        (
            of_rows("|code|kind|\n|a|Internal"),
            "4: expected `|` at the end of this row",
        ),
        (
            of_rows("code|kind|\n|a|Internal|"),
            "3: expected `|` at the beginning of a table",
        ),
        (
            of_rows("code, kind"),
            "3: expected `|` at the beginning of a table",
        ),
        (
            of_rows("|kind|\n|\"a|"),
            "4: this is not a token of Rust, or a bracket is missing",
        ),
        (
            "mod a {\n\n    b) }".to_owned(),
            "3: this is not a token of Rust, or a bracket is missing",
        ),
    ]
    .into_iter()
    .enumerate()
    {
        let file = folder.join(format!("{number}.rs"));
        let name = file.to_str().unwrap();
        fs::write(&file, &source).unwrap();
        for arguments in [&[name][..], &["--check", name]] {
            let output = run("format", arguments, b"");
            let text = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(2), "{text}");
            assert_eq!(text, format!("format: {name}:{cause}\n"));
            assert!(output.stdout.is_empty());
            assert_eq!(fs::read_to_string(&file).unwrap(), source);
        }
    }
    for (arguments, input, cause) in [
        (&["no/such/file.rs"][..], &b""[..], "no/such/file.rs: "),
        (&["-"], b"\xff", "standard input: "),
        (&[], b"", "<FILE>"),
    ] {
        assert_refused("format", arguments, input, cause);
    }
}

/// The tables of this repository, right and wrong ones, whose files are formatted as copies.
#[test]
fn nothing_but_spaces_and_rules_changes_and_a_second_run_changes_nothing() {
    let folder = folder("format_all");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = Vec::new();
    for (number, file) in sources(&root).into_iter().enumerate() {
        let copy = folder.join(format!("{number}.rs"));
        let source = fs::read_to_string(file).unwrap();
        fs::write(&copy, &source).unwrap();
        files.push((copy.to_str().unwrap().to_owned(), source));
    }
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let output = run("format", &names, b"");
    let faults = String::from_utf8(output.stderr).unwrap();
    let refused = |name: &str| faults.contains(&format!("format: {name}:"));

    let content = |text: &str| text.replace([' ', '-'], "");
    for (name, source) in &files {
        let formatted = fs::read_to_string(name).unwrap();
        assert_eq!(content(&formatted), content(source));
        assert!(formatted == *source || !refused(name));
    }
    let read: Vec<&str> = names.into_iter().filter(|name| !refused(name)).collect();
    assert!(read.len() > 150, "{}", read.len());
    let check: Vec<&str> = [&["--check"], read.as_slice()].concat();
    assert_eq!(stdout(&run("format", &check, b"")), "");
}

/// The Rust sources in some folders of the repository.
fn sources(root: &Path) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = ["error-codes/src", "examples", "tests"]
        .map(|folder| root.join(folder))
        .to_vec();
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("target") {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                sources.push(path);
            }
        }
    }
    sources
}
