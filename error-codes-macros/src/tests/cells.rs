//! A row by itself, cell by cell.

use super::{assert_fault, assert_good, faults_of};

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
    for status in [
        "99", "1000", "0429", "5x", "xxx", "\"429\"", "4.5", "-429", "5 xx",
    ] {
        let faults = faults_of(&format!("| status | code | kind | | {status} | a | Rain |"));
        assert_eq!(
            faults,
            [format!(
                "`{status}` is not a valid HTTP status code\n\
                 help: a status is a number from 100 to 999, a list such as `400, 403`, a class such as `5xx`, or `-`, without quotes"
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
            "the code `\"\"` is empty\nhelp: write `-` for a cell without a value",
        ),
        (
            "\" \"",
            "the code `\" \"` is empty\nhelp: write `-` for a cell without a value",
        ),
        (
            "\"abc\"foo",
            "`\"abc\"foo` is not a valid code\nhelp: remove the suffix after the quotes: `\"abc\"`",
        ),
        (
            "first, r#\"a b\"#x",
            "`r#\"a b\"#x` is not a valid code\nhelp: remove the suffix after the quotes: `r#\"a b\"#`",
        ),
        (
            "\" a\"",
            "the code ` a` begins or ends with whitespace\n\
             help: write `\"a\"`: whitespace around the code of a response is ignored",
        ),
        (
            "007",
            "`007` is not a plain integer\nhelp: if the provider sends exactly this, write it in quotes: `\"007\"`",
        ),
        (
            "1.0",
            "`1.0` is not a plain integer\nhelp: if the provider sends exactly this, write it in quotes: `\"1.0\"`",
        ),
        (
            "'a'",
            "`'a'` is not a valid code\nhelp: a code is an identifier, an integer, or a string literal",
        ),
        (
            "a-b",
            "`a-b` is not a valid code\n\
             help: a code with characters other than letters, digits and `_` must be in quotes: `\"a-b\"`",
        ),
        (
            "a,",
            "missing code next to a comma\n\
             help: several values are written `first, second`",
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
         help: write it in quotes: `\"too fast\"`",
    );
    assert_fault(
        "| code | kind | message | | a | Rain | \" \" |",
        "the message `\" \"` is empty\nhelp: write `-` for a cell without a value",
    );
}

#[test]
fn a_variant_is_in_upper_camel_case() {
    for (variant, help) in [
        ("rate_limit", "write it in upper camel case: `RateLimit`"),
        ("RATE_LIMIT", "write it in upper camel case: `RateLimit`"),
        ("type", "write it in upper camel case: `Type`"),
        ("r#Type", "write it in upper camel case: `Type`"),
        ("ALL", "write it in upper camel case: `All`"),
        (
            "Self",
            "a variant is an identifier in upper camel case, such as `InvalidToken`",
        ),
        (
            "_",
            "a variant is an identifier in upper camel case, such as `InvalidToken`",
        ),
        (
            "5",
            "a variant is an identifier in upper camel case, such as `InvalidToken`",
        ),
    ] {
        assert_fault(
            &format!("| code | variant | kind | | a | {variant} | Rain |"),
            &format!("`{variant}` is not a valid variant name\nhelp: {help}"),
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
    for (kind, help) in [
        ("-", "every row needs a variant of `ErrorKind`"),
        ("?", "every row needs a variant of `ErrorKind`"),
        ("ErrorKind::Rain", "write only the last segment: `Rain`"),
        ("\"Rain\"", "write it without quotes: `Rain`"),
        ("type", "a kind is a variant of `ErrorKind`"),
        ("Rain Snow", "a kind is a variant of `ErrorKind`"),
    ] {
        assert_fault(
            &format!("| code | kind | | a | {kind} |"),
            &format!("`{kind}` is not a valid kind\nhelp: {help}"),
        );
    }
    assert_fault(
        "| code | kind | retry | | a | Rain | 5 |",
        "`5` is not a valid retry hint\nhelp: a retry hint is a variant of `RetryHint`",
    );
    assert_fault(
        "| code | kind | scope | | a | Rain | self |",
        "`self` is not a valid scope\nhelp: a scope is a variant of `Scope`",
    );
}

#[test]
fn a_template_has_named_placeholders_and_text_between_them() {
    let braces = "or write `{{` and `}}` for literal braces";
    for (message, fault) in [
        (
            "no {model",
            "the placeholder `{model` is not closed\n\
             help: close it with `}`, or write `{{` for a literal brace"
                .to_owned(),
        ),
        (
            "no model}",
            "unmatched `}` in the message\nhelp: write `}}` for a literal brace".to_owned(),
        ),
        (
            "no {}",
            "the placeholder `{}` has no name\n\
             help: name what it stands for, such as `{model}`, or write `{{}}` for literal braces"
                .to_owned(),
        ),
        (
            "no {0}",
            format!("`{{0}}` is not a valid placeholder\nhelp: use letters, digits and `_`, such as `{{model}}`, {braces}"),
        ),
        (
            "{a} of {a}",
            "duplicate placeholder `{a}`\nhelp: give each a name of its own".to_owned(),
        ),
        (
            "no {a}{b}",
            "no text between the placeholders `{a}` and `{b}`\n\
             help: adjacent placeholders cannot be told apart: merge them, or write the text between them"
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
