//! A row by itself, cell by cell.

use super::{assert_fault, assert_good, faults_of};
use crate::advice::{HINTS, KINDS, SCOPES, Vocabulary};
use crate::suggest::list;

#[test]
fn a_row_has_something_to_match() {
    assert_fault(
        "| code | variant | kind | | - | Any | Rain |",
        "no response can match the row `Any`\n\
         help: fill in at least one of `status`, `type`, `code`, `message` and `phrase`",
    );
}

#[test]
fn a_status_is_a_number_or_a_class() {
    for (status, proposal) in [
        ("99", ""),
        ("1000", ""),
        ("0429", "write `429`: "),
        ("5x", ""),
        ("xxx", ""),
        ("\"429\"", "write `429`: "),
        ("4.5", ""),
        ("-429", "write `429`: "),
        ("5 xx", "write `5xx`: "),
        ("500-599", "write `5xx`: "),
        ("HTTP 4O4", "write `404`: "),
    ] {
        let faults = faults_of(&format!("| status | code | kind | | {status} | a | Rain |"));
        assert_eq!(
            faults,
            [format!(
                "`{status}` is not a valid HTTP status code\n\
                 help: {proposal}a status is a number from 100 to 999, a list such as `400, 403`, or a class such as `5xx`, without quotes"
            )]
        );
    }
    for status in ["100", "999", "1xx", "9XX", "-"] {
        assert_good(&format!("| status | code | kind | | {status} | a | Rain |"));
    }
}

#[test]
fn a_success_needs_a_sign_in_the_body() {
    for (status, success) in [
        ("200", "200"),
        ("299", "299"),
        ("2xx", "2xx"),
        ("400, 201", "201"),
    ] {
        assert_fault(
            &format!("| status | code | variant | kind | | {status} | - | Fine | Rain |"),
            &format!(
                "the status `{success}` by itself is a success\n\
                 help: add the code, type, message or phrase that marks an error under this status"
            ),
        );
    }
    assert_good("| status | code | kind | | 200 | a | Rain | | 300 | b | Rain |");
    assert_good("| status | type | kind | | 200 | a | Rain |");
    assert_good(
        r#"| status | message | phrase | variant | kind |
           | 200 | "no luck" | - | One | Rain |
           | 200 | - | "no luck" | Two | Rain |"#,
    );
}

#[test]
fn a_code_is_an_identifier_an_integer_or_a_string() {
    for (code, message) in [
        (
            "\"\"",
            "the code `\"\"` is empty\nhelp: write `-`: a dash is a cell without a value",
        ),
        (
            "\" \"",
            "the code `\" \"` is empty\nhelp: write `-`: a dash is a cell without a value",
        ),
        (
            "\"abc\"foo",
            "`\"abc\"foo` is not a valid code\nhelp: write `abc`: nothing follows the quotes",
        ),
        (
            "first, r#\"a b\"#x",
            "`r#\"a b\"#x` is not a valid code\nhelp: write `first, \"a b\"`: nothing follows the quotes",
        ),
        (
            "\" a\"",
            "the code ` a` begins or ends with whitespace\n\
             help: write `a`: whitespace around the code of a response is ignored",
        ),
        (
            "007",
            "`007` is not a plain integer\nhelp: write `\"007\"`: any other number is written in quotes, as it is sent",
        ),
        (
            "1.0",
            "`1.0` is not a plain integer\nhelp: write `\"1.0\"`: any other number is written in quotes, as it is sent",
        ),
        (
            "'a'",
            "`'a'` is not a valid code\nhelp: write `a`: it is an identifier, an integer, or a string literal",
        ),
        (
            "a-b",
            "`a-b` is not a valid code\n\
             help: write `\"a-b\"`: characters other than letters, digits and `_` are written in quotes",
        ),
        (
            "a,",
            "missing code next to a comma\n\
             help: write `a`: several values are written `first, second`",
        ),
    ] {
        assert_fault(
            &format!("| code | variant | kind | | {code} | A | Rain |"),
            message,
        );
    }
}

#[test]
fn a_text_is_in_quotes_and_not_empty() {
    assert_fault(
        "| code | kind | summary | | a | Rain | too fast |",
        "expected a string literal in the column `summary`, found `too fast`\n\
         help: write `\"too fast\"`: text is a single string literal",
    );
    assert_fault(
        "| code | kind | message | | a | Rain | \" \" |",
        "the message `\" \"` is empty\nhelp: write `-`: a dash is a cell without a value",
    );
}

#[test]
fn a_variant_is_in_upper_camel_case() {
    for (variant, proposal) in [
        ("rate_limit", "RateLimit"),
        ("RATE_LIMIT", "RateLimit"),
        ("type", "Type"),
        ("r#Type", "Type"),
        ("ALL", "All"),
        ("Self", "SelfError"),
        ("Rate(u32)", "Rate"),
        ("5", "Code5"),
    ] {
        assert_fault(
            &format!("| code | variant | kind | | a | {variant} | Rain |"),
            &format!(
                "`{variant}` is not a valid variant name\nhelp: write `{proposal}`: it is an identifier in upper camel case, such as `InvalidToken`"
            ),
        );
    }
    for variant in ["HTTPError", "V1_2", "模型", "X"] {
        assert_good(&format!(
            "| code | variant | kind | | a | {variant} | Rain |"
        ));
    }
}

#[test]
fn a_word_of_the_vocabulary_is_one_word() {
    let words = |vocabulary: &Vocabulary| {
        format!("valid {}s are {}", vocabulary.noun, list(vocabulary.words))
    };
    for (kind, help) in [
        ("-", "every row needs one; "),
        ("?", "every row needs one; "),
        ("ErrorKind::Rain", "write `Rain`: "),
        ("\"Rain\"", "write `Rain`: "),
        ("ErrorKind::Rain?", "write `Rain?`: "),
        ("type", ""),
        ("Rain Snow", ""),
    ] {
        assert_fault(
            &format!("| code | kind | | a | {kind} |"),
            &format!(
                "`{kind}` is not a valid kind\nhelp: {help}{}",
                words(&KINDS)
            ),
        );
    }
    assert_fault(
        "| code | kind | retry | | a | Rain | 5 |",
        &format!("`5` is not a valid retry hint\nhelp: {}", words(&HINTS)),
    );
    assert_fault(
        "| code | kind | scope | | a | Rain | self |",
        &format!("`self` is not a valid scope\nhelp: {}", words(&SCOPES)),
    );
}

#[test]
fn a_template_has_named_placeholders_and_text_between_them() {
    let braces = "a placeholder is written `{name}`, and a literal brace twice";
    for (message, fault) in [
        (
            "no {model",
            format!(
                "the placeholder `{{model` is not closed\nhelp: write `\"no {{model}}\"`: {braces}"
            ),
        ),
        (
            "no model}",
            "unmatched `}` in the message\n\
             help: write `\"no model}}\"`: a literal brace is written twice"
                .to_owned(),
        ),
        (
            "no {}",
            format!("the placeholder `{{}}` has no name\nhelp: write `\"no {{value}}\"`: {braces}"),
        ),
        (
            "no {0}",
            format!("`{{0}}` is not a valid placeholder\nhelp: write `\"no {{value}}\"`: {braces}"),
        ),
        (
            "{a} of {a}",
            "duplicate placeholder `{a}`\n\
             help: write `\"{a} of {a_2}\"`: each has a name of its own"
                .to_owned(),
        ),
        (
            "no {a}{b}",
            "no text between the placeholders `{a}` and `{b}`\n\
             help: write `\"no {a}\"`: adjacent placeholders cannot be told apart"
                .to_owned(),
        ),
        (
            "{a}",
            "`{a}` would match any message\n\
             help: write at least one word outside the placeholders, or `-` if the message varies"
                .to_owned(),
        ),
        (
            "!",
            "`!` has no word to recognize a message by\n\
             help: write at least one word outside the placeholders, or `-` if the message varies"
                .to_owned(),
        ),
    ] {
        assert_fault(
            &format!("| code | kind | message | | a | Rain | \"{message}\" |"),
            &fault,
        );
    }
    for message in [
        "no {modelName}",
        "{{literal}} braces",
        "{n} of {m_2}",
        "参数 {name} 错误",
    ] {
        assert_good(&format!(
            "| code | kind | message | | a | Rain | \"{message}\" |"
        ));
    }
}
