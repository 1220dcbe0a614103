//! Cells with several values.

use super::{assert_fault, assert_good, faults_of, written};

#[test]
fn a_status_may_be_a_list() {
    let output = written("| status | code | kind | | 400, 403 | a | Rain | | 5xx | b | Rain |");
    assert!(
        output.contains("statuses : & [(0 , & [400 , 403]) ,]"),
        "{output}"
    );
    assert!(
        output.contains(r#"marks : b"\0\x03\0\0\0\x03\x05\0""#),
        "{output}"
    );
    for (status, fault) in [
        (
            "400, 40",
            "`40` is not a valid HTTP status code\n\
             help: a status is a number from 100 to 999, a list such as `400, 403`, or a class such as `5xx`, without quotes",
        ),
        (
            "400, 5xx",
            "the class `5xx` is in a list\nhelp: write the class alone, or list the status codes",
        ),
        (
            "400, 403, 400",
            "duplicate status `400` in one cell\nhelp: write `400, 403`: each status is written once",
        ),
        (
            "400,",
            "missing status next to a comma\nhelp: write `400`: several values are written `400, 403`",
        ),
    ] {
        assert_fault(
            &format!("| status | code | kind | | {status} | a | Rain |"),
            fault,
        );
    }
}

#[test]
fn rows_that_share_a_status_are_duplicates() {
    assert_eq!(
        faults_of(
            "| status | code | variant | kind | | 400, 403 | a | One | Rain | | 403, 404 | a | Two | Rain |"
        ),
        [
            "duplicate code `a`: the row `One` and the row `Two` match the same responses\n\
             help: tell the rows apart by status, type or message, or merge them",
        ]
    );
    assert_eq!(
        faults_of(
            "| status | variant | kind | | 400, 403 | One | Rain | | 404, 403 | Two | Rain |"
        ),
        [
            "duplicate status `403`: the row `One` and the row `Two` match the same responses\n\
             help: tell the rows apart by status, type or message, or merge them",
        ]
    );
    assert_good("| status | code | variant | kind | | 400, 403 | a | One | Rain | | 404, 4xx | a | Two | Rain |".replace(", 4xx", "").as_str());
    // A class is less exact than a list, so the list wins.
    assert_good(
        "| status | code | variant | kind | | 400, 403 | a | One | Rain | | 4xx | a | Two | Rain |",
    );
}

#[test]
fn a_type_is_unreachable_below_a_code_for_all_of_its_status_codes() {
    let rows = |first: &str, second: &str| {
        format!(
            "| status | type | code | variant | kind |
             | {first} | - | a | One | Rain |
             | {second} | a | - | Two | Rain |"
        )
    };
    assert!(faults_of(&rows("400, 404", "404"))[0].starts_with("the row `Two` is unreachable"));
    assert!(faults_of(&rows("4xx", "400, 404"))[0].starts_with("the row `Two` is unreachable"));
    assert_good(&rows("400, 404", "404, 405"));
    assert_good(&rows("404", "-"));
}

#[test]
fn a_message_may_have_several_wordings() {
    let output = written(r#"| code | kind | message | | a | Rain | "no luck", "没有运气" |"#);
    assert!(output.contains(r#"text : "Aano luck没有运气""#), "{output}");
    assert!(
        output.contains("Message: `no luck`, `没有运气`"),
        "{output}"
    );
    assert_fault(
        r#"| code | kind | message | | a | Rain | "no luck", "No  luck." |"#,
        "duplicate message `No  luck.` in one cell\nhelp: each message is written once",
    );
    assert_fault(
        r#"| code | kind | message | | a | Rain | "no luck", luck |"#,
        "expected a string literal in the column `message`, found `luck`\nhelp: write `\"no luck\", \"luck\"`: text is a single string literal",
    );
}

#[test]
fn rows_that_share_one_of_their_wordings_are_duplicates() {
    assert_eq!(
        faults_of(
            r#"| variant | kind | message |
               | One | Rain | "no luck", "bad luck" |
               | Two | Rain | "rain", "Bad luck!" |"#
        ),
        [
            "duplicate message `Bad luck!`: the row `One` and the row `Two` match the same responses\n\
             help: tell the rows apart by status, type or message, or merge them",
        ]
    );
}

#[test]
fn a_quoted_code_may_have_placeholders() {
    let output = written(
        r#"| code | type | kind |
           | "Throttling.{what}", Throttled | - | Rain |
           | - | "Bad.{param}" | Rain |
           | Throttling | - | Snow |"#
            .replace("| Throttling |", "| Slowed |")
            .as_str(),
    );
    assert!(output.contains("Fault :: Throttling ,"), "{output}");
    assert!(output.contains("Fault :: Bad ,"), "{output}");
    for (code, fault) in [
        (
            "{what}",
            "`{what}` would match any code\n\
             help: write at least one word outside the placeholders, or `-` if the code varies",
        ),
        (
            "a.{x}{y}",
            "no text between the placeholders `{x}` and `{y}`\n\
             help: write `\"a.{x}\"`: adjacent placeholders cannot be told apart",
        ),
        (
            "a.b}",
            "unmatched `}` in the code\nhelp: write `\"a.b}}\"`: a literal brace is written twice",
        ),
    ] {
        assert_fault(
            &format!("| code | variant | kind | | \"{code}\" | A | Rain |"),
            fault,
        );
    }
}

#[test]
fn templates_of_one_form_are_duplicates_and_an_exact_code_is_not() {
    assert_eq!(
        faults_of(
            r#"| code | variant | kind |
               | "a.{x}" | One | Rain |
               | "a.{y}" | Two | Rain |"#
        ),
        [
            "duplicate code `a.{y}`: the row `One` and the row `Two` match the same responses\n\
             help: tell the rows apart by status, type or message, or merge them",
        ]
    );
    assert_good(r#"| code | variant | kind | | "a.{x}" | One | Rain | | "a.b" | Two | Rain |"#);
}
