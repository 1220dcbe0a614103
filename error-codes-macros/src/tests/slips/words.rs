//! Words of the vocabulary and names of columns in other spellings and other words.

use super::{assert_slip, good, written};
use crate::advice::{HINTS, KINDS, SCOPES, Vocabulary};
use crate::tests::{faults_of, first_lines};

/// A word in every spelling that is not the right one.
fn misspelt(word: &str) -> Vec<String> {
    let parts = |between: &str| {
        let mut text = String::new();
        for c in word.chars() {
            if c.is_uppercase() && !text.is_empty() {
                text.push_str(between);
            }
            text.push(c);
        }
        text
    };
    let (snake, spaced) = (parts("_"), parts(" "));
    let mut all = vec![
        format!("\"{word}\""),
        format!("\"{}\"", snake.to_lowercase()),
        snake.to_uppercase(),
        word.to_lowercase(),
        format!("Vocabulary::{word}"),
    ];
    if spaced != word {
        all.extend([spaced, parts("-"), snake.to_lowercase()]);
    }
    all
}

#[test]
fn a_word_in_another_spelling() {
    for (column, vocabulary) in [("kind", KINDS), ("retry", HINTS), ("scope", SCOPES)] {
        let words = vocabulary.words;
        for word in words {
            for wrong in misspelt(word) {
                assert_slip(column, &wrong, Some(word));
            }
        }
        assert_slip(column, "5 6", None);
    }
    let word = KINDS.words[0];
    for wrong in misspelt(word) {
        assert_slip("kind", &format!("{wrong}?"), Some(&format!("{word}?")));
    }
}

#[test]
fn another_word_for_one_of_the_vocabulary() {
    let cases: [(&str, Vocabulary, &[&str]); 3] = [
        (
            "kind",
            KINDS,
            &[
                "Forbidden",
                "BadRequest",
                "Unauthorized",
                "ServerError",
                "TooManyRequests",
                "RateLimit",
                "Overloaded",
                "InsufficientQuota",
                "GatewayTimeout",
                "DEFAULT",
                "Other",
                "\"bad request\"",
                "Bad Request",
                "none",
            ],
        ),
        (
            "retry",
            HINTS,
            &[
                "Yes",
                "No",
                "None",
                "true",
                "false",
                "\"yes\"",
                "RetryAfter",
                "Retryable",
            ],
        ),
        (
            "scope",
            SCOPES,
            &[
                "Global",
                "Org",
                "Organization",
                "User",
                "ApiKey",
                "\"api key\"",
                "All",
                "Service",
            ],
        ),
    ];
    for (column, vocabulary, words) in cases {
        for wrong in words {
            let meant = vocabulary.meant_by(wrong);
            assert!(meant.is_some(), "{wrong}");
            assert_slip(column, wrong, meant);
        }
    }
}

#[test]
fn a_word_in_the_column_of_another() {
    let (kind, hint, scope) = (KINDS.words[1], HINTS.words[0], SCOPES.words[1]);
    for (cells, fault) in [
        (
            ["429", "a", hint, kind, "-"],
            format!("`{hint}` is in the column `kind` and `{kind}` in `retry`"),
        ),
        (
            ["429", "a", scope, hint, kind],
            format!("`{scope}` is in the column `kind` and `{kind}` in `scope`"),
        ),
        (
            ["429", "a", kind, scope, hint],
            format!("`{scope}` is in the column `retry` and `{hint}` in `scope`"),
        ),
        (
            ["a", "429", kind, hint, scope],
            "`a` is in the column `status` and `429` in `code`".to_owned(),
        ),
        (
            ["429", kind, "too_many", "-", "-"],
            format!("`{kind}` is in the column `code` and `too_many` in `kind`"),
        ),
        (
            ["429", "a", hint, "-", "-"],
            format!("`{hint}` is not a valid kind"),
        ),
    ] {
        let faults = faults_of(&format!(
            "| status | code | kind | retry | scope | | {} |",
            cells.join(" | ")
        ));
        assert_eq!(first_lines(&faults), [fault]);
    }
}

/// Headings in the words of pages: the cure is the header with the columns that the fault proposes.
#[test]
fn a_heading_in_other_words() {
    for (column, headings) in [
        (
            "status",
            [
                "HTTP",
                "HTTP Status",
                "Status Code",
                "状态码",
                "**Status**",
                "\"status\"",
                "Ｓtatus",
            ]
            .as_slice(),
        ),
        (
            "code",
            &[
                "Error Code",
                "error_code",
                "errcode",
                "错误码",
                "**Code**",
                "\"code\"",
                "\u{441}ode",
                "Code",
            ],
        ),
        ("type", &["Error Type", "Category", "错误类型", "TYPE"]),
        ("variant", &["Variants", "Variant", "rust name"]),
        ("kind", &["Kind", "kinds", "ErrorKind"]),
        ("retry", &["Retryable", "Retry?", "可重试", "should_retry"]),
        ("scope", &["Scope", "scopes"]),
        (
            "message",
            &["msg", "reason", "Error Message", "错误信息", "Message"],
        ),
        (
            "summary",
            &["Description", "Solution", "Meaning", "描述", "解决方案"],
        ),
    ] {
        for heading in headings {
            let table =
                written(&good()).replacen(&format!("| {column} |"), &format!("| {heading} |"), 1);
            let faults = faults_of(&table);
            assert_eq!(faults.len(), 1, "{heading}: {faults:#?}");
            let expected = format!("help: did you mean `{column}`? valid columns are ");
            assert!(faults[0].contains(&expected), "{heading}: {faults:#?}");
        }
    }
}
