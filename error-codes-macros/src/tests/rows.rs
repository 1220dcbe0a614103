//! Rows against each other.

use super::{assert_fault, assert_good, faults_of};

#[test]
fn two_rows_do_not_share_a_code() {
    assert_eq!(
        faults_of(r#"| code | variant | kind | | 7 | One | Rain | | "7" | Two | Snow |"#),
        [
            "duplicate code `7`: the row `One` and the row `Two` match the same responses\n\
             help: tell the rows apart by status, type or message, or merge them",
        ]
    );
}

#[test]
fn an_alias_is_a_code_and_both_duplicates_are_reported() {
    let faults = faults_of("| code | kind | | a, b | Rain | | c, d | Rain | | e, b, d | Rain |");
    assert_eq!(
        faults,
        [
            "duplicate code `b`: the row `A` and the row `E` match the same responses\n\
             help: tell the rows apart by status, type or message, or merge them",
            "duplicate code `d`: the row `C` and the row `E` match the same responses\n\
             help: tell the rows apart by status, type or message, or merge them",
        ]
    );
}

#[test]
fn two_rows_with_several_aliases_in_common_are_reported_once() {
    let faults = faults_of("| code | kind | | a, b, c | Rain | | d, a, b, c | Rain |");
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert!(faults[0].starts_with("duplicate code `a`"), "{faults:#?}");
}

#[test]
fn a_type_is_unreachable_below_a_code_for_the_class_of_its_status() {
    let faults = faults_of(
        "| status | type | code | variant | kind |
         | 4xx | - | a | One | Rain |
         | 404 | a | - | Two | Rain |",
    );
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert!(
        faults[0].starts_with("the row `Two` is unreachable"),
        "{faults:#?}"
    );
    assert_good(
        "| status | type | code | variant | kind |
         | 5xx | - | a | One | Rain |
         | 404 | a | - | Two | Rain |",
    );
}

/// Another fault of a row does not hide that it is a duplicate.
#[test]
fn rows_with_other_faults_are_compared() {
    let faults = faults_of(
        r"| code | variant | kind | retry |
           | a | One | Rain | - |
           | a | Two | Rain | 5 |
           | b | three | Rain | - |
           | b | Four | Snow | - |",
    );
    let twice = faults
        .iter()
        .filter(|fault| fault.contains("duplicate code"));
    assert_eq!(twice.count(), 2, "{faults:#?}");
    assert_eq!(faults.len(), 4, "{faults:#?}");
    // A key that could not be read is not compared.
    let faults = faults_of("| status | code | kind | | 4O4 | a | Rain | | - | a | Rain |");
    assert_eq!(faults.len(), 1, "{faults:#?}");
}

#[test]
fn status_type_and_message_tell_rows_of_one_code_apart() {
    assert_good(
        r#"| status | type | code | variant | kind | message |
           | 429 | - | a | A1 | Rain | - |
           | 4xx | - | a | A2 | Rain | - |
           | - | - | a | A3 | Rain | - |
           | 429 | t | a | A4 | Rain | - |
           | 429 | - | a | A5 | Rain | "one" |
           | 429 | - | a | A6 | Rain | "two" |"#,
    );
}

#[test]
fn messages_are_compared_without_case_whitespace_full_stop_and_placeholder_names() {
    assert_eq!(
        faults_of(
            r#"| variant | kind | message |
               | One | Rain | "The model {model} is  gone." |
               | Two | Rain | "the model {name} is gone" |"#
        ),
        [
            "duplicate message `the model {name} is gone`: the row `One` and the row `Two` match the same responses\n\
             help: tell the rows apart by status, type or message, or merge them",
        ]
    );
    assert_good(
        r#"| variant | kind | message | | One | Rain | "a {{}}" | | Two | Rain | "a {x}" |"#,
    );
}

#[test]
fn messages_are_compared_as_the_reader_compares_them() {
    for (one, other) in [
        ("You don't have access", "You don’t have access"),
        ("no `model` here", "no “model” here"),
        ("余额不足，请充值以后再试", "余额不足,请充值以后再试"),
        ("余额不足。请充值", "余额不足. 请充值"),
        (
            "The rate-limit is reached",
            "The rate\u{2011}limit is reached",
        ),
        ("Ｆｏｒｂｉｄｄｅｎ！", "forbidden"),
        ("模型 不存在", "模型不存在"),
        ("模型 gpt 不存在", "模型gpt不存在"),
        ("Key error; try again", "key error;try again"),
        ("no {{model}} here", "no {{ Model }} here"),
    ] {
        let rows = format!(
            "| variant | kind | message | | One | Rain | \"{one}\" | | Two | Rain | \"{other}\" |"
        );
        assert_eq!(
            faults_of(&rows)[0],
            format!(
                "duplicate message `{other}`: the row `One` and the row `Two` match the same responses\n\
                 help: tell the rows apart by status, type or message, or merge them"
            )
        );
    }
    for (one, other) in [
        ("no model here", "nomodel here"),
        ("rate-limit", "rate limit"),
        ("wait…", "wait"),
        ("a {b} c", "a b c"),
    ] {
        assert_good(&format!(
            "| variant | kind | message | | One | Rain | \"{one}\" | | Two | Rain | \"{other}\" |"
        ));
    }
}

#[test]
fn two_rows_do_not_share_a_status_or_type_alone() {
    assert_eq!(
        faults_of("| status | variant | kind | | 503 | One | Rain | | 503 | Two | Rain |"),
        [
            "duplicate status `503`: the row `One` and the row `Two` match the same responses\n\
          help: tell the rows apart by status, type or message, or merge them"
        ]
    );
    assert_eq!(
        faults_of("| type | variant | kind | | t, u | One | Rain | | u | Two | Rain |"),
        [
            "duplicate type `u`: the row `One` and the row `Two` match the same responses\n\
          help: tell the rows apart by status, type or message, or merge them"
        ]
    );
}

#[test]
fn a_cell_has_each_alias_once() {
    assert_fault(
        r#"| code | kind | | a, b, "a" | Rain |"#,
        "duplicate code `a` in one cell\nhelp: write `a, b`: each alias is written once",
    );
}

#[test]
fn two_rows_do_not_share_a_variant() {
    assert_eq!(
        faults_of("| code | variant | kind | | 1 | Same | Rain | | 2 | Same | Rain |"),
        [
            "duplicate variant `Same`: the rows of `1` and `2` have the same name\n\
             help: give one of them another name in the column `variant`",
        ]
    );
}

#[test]
fn a_row_that_repeats_one_row_and_is_named_as_another_has_two_faults() {
    assert_eq!(
        faults_of(
            "| code | variant | kind | | a | One | Rain | | b | Two | Rain | | a | Two | Rain |"
        ),
        [
            "duplicate code `a`: the row `One` and the row `Two` match the same responses\n\
             help: tell the rows apart by status, type or message, or merge them",
            "duplicate variant `Two`: the rows of `b` and `a` have the same name\n\
             help: give one of them another name in the column `variant`",
        ]
    );
}

#[test]
fn a_row_must_be_reachable() {
    assert_eq!(
        faults_of(
            "| status | type | code | variant | kind |
             | - | - | a | First | Rain |
             | 503 | a | - | Second | Rain |"
        ),
        [
            "the row `Second` is unreachable: `a` is the code of the row `First`, which always matches first\n\
             help: codes are also looked up in the `type` of a response: remove the row `Second`, or give it a code of its own",
        ]
    );
}

/// Its name was derived, so it is not a second fault.
#[test]
fn a_row_that_is_unreachable_does_not_repeat_a_name() {
    let faults = faults_of("| type | code | kind | | - | a | Rain | | a | - | Rain |");
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert!(
        faults[0].starts_with("the row `A` is unreachable"),
        "{faults:#?}"
    );
}

#[test]
fn a_row_that_some_response_reaches_is_good() {
    for rows in [
        "| 400 | - | a | First | Rain | - | | 503 | a | - | Second | Rain | - |",
        "| - | - | a | First | Rain | - | | 503 | a, b | - | Second | Rain | - |",
        "| - | c | a | First | Rain | - | | 503 | a | - | Second | Rain | - |",
        r#"| - | - | a | First | Rain | "m" | | 503 | a | - | Second | Rain | - |"#,
        r#"| - | - | a | First | Rain | - | | 503 | a | - | Second | Rain | "m" |"#,
        "| - | a | a | First | Rain | - | | 503 | a | b | Second | Rain | - |",
    ] {
        assert_good(&format!(
            "| status | type | code | variant | kind | message | {rows}"
        ));
    }
}
