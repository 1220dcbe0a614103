//! A row by itself, cell by cell.

use super::{assert_fault, assert_good, call, faults_of, pipeline};

#[test]
fn a_row_has_something_to_match() {
    assert_fault(
        "| code | variant | kind | | - | Any | Rain |",
        "no answer can be compared with the row `Any`\n\
         help: fill at least one of `status`, `type`, `code` and `message`",
    );
}

#[test]
fn a_status_is_a_number_or_a_class() {
    for status in [
        "99", "1000", "0429", "5x", "xxx", "\"429\"", "4.5", "-429", "5 xx", "429,430",
    ] {
        let faults = faults_of(&format!("| status | code | kind | | {status} | a | Rain |"));
        assert_eq!(
            faults,
            [format!(
                "`{status}` is no HTTP status\n\
                 help: a status is a number from 100 to 999, a class such as `5xx`, or `-`, without quotes"
            )]
        );
    }
    for status in ["100", "999", "1xx", "9XX", "-"] {
        assert_good(&format!("| status | code | kind | | {status} | a | Rain |"));
    }
}

#[test]
fn a_success_needs_a_code() {
    for status in ["200", "299", "2xx"] {
        assert_fault(
            &format!("| status | code | variant | kind | | {status} | - | Fine | Rain |"),
            &format!(
                "`{status}` without a code is a success\n\
                 help: give the code by which an error under this status is known"
            ),
        );
    }
    assert_good("| status | code | kind | | 200 | a | Rain | | 300 | b | Rain |");
}

#[test]
fn a_code_is_a_word_a_number_or_a_text() {
    for (code, message) in [
        (
            "\"\"",
            "`\"\"` is an empty code\nhelp: write `-` where the page has nothing",
        ),
        (
            "\" \"",
            "`\" \"` is an empty code\nhelp: write `-` where the page has nothing",
        ),
        (
            "\"abc\"foo",
            "`\"abc\"foo` is no code\nhelp: nothing stands behind the closing quote: `\"abc\"`",
        ),
        (
            "first, r#\"a b\"#x",
            "`r#\"a b\"#x` is no code\nhelp: nothing stands behind the closing quote: `r#\"a b\"#`",
        ),
        (
            "\" a\"",
            "` a` begins or ends with white space\n\
             help: write `\"a\"`: an answer is read without white space around its code",
        ),
        (
            "007",
            "`007` is no plain number\nhelp: write `\"007\"` if that is what the provider sends",
        ),
        (
            "1.0",
            "`1.0` is no plain number\nhelp: write `\"1.0\"` if that is what the provider sends",
        ),
        (
            "'a'",
            "`'a'` is no code\nhelp: a code is a word, a whole number, or text in double quotes",
        ),
        (
            "a-b",
            "`a-b` is no code\n\
             help: a code with other signs than letters, digits and `_` is text: `\"a-b\"`",
        ),
        (
            "a,",
            "a spelling of this code is missing beside the comma\n\
             help: a code with other spellings is `first, second`",
        ),
    ] {
        assert_fault(
            &format!("| code | variant | kind | | {code} | A | Rain |"),
            message,
        );
    }
}

#[test]
fn a_text_stands_in_quotes_and_is_not_empty() {
    assert_fault(
        "| code | kind | summary | | a | Rain | too fast |",
        "`too fast` is no text for the column `summary`\n\
         help: write it in quotes, `\"too fast\"`, or `-` where there is none",
    );
    assert_fault(
        "| code | kind | message | | a | Rain | \" \" |",
        "`\" \"` is an empty message\nhelp: write `-` where the page has nothing",
    );
}

#[test]
fn a_variant_is_in_upper_camel_case() {
    for (variant, help) in [
        ("rate_limit", "write it in upper camel case, `RateLimit`"),
        ("RATE_LIMIT", "write it in upper camel case, `RateLimit`"),
        ("type", "write it in upper camel case, `Type`"),
        ("r#Type", "write it in upper camel case, `Type`"),
        ("ALL", "write it in upper camel case, `All`"),
        (
            "Self",
            "a variant is a word in upper camel case, such as `InvalidToken`",
        ),
        (
            "_",
            "a variant is a word in upper camel case, such as `InvalidToken`",
        ),
        (
            "5",
            "a variant is a word in upper camel case, such as `InvalidToken`",
        ),
    ] {
        assert_fault(
            &format!("| code | variant | kind | | a | {variant} | Rain |"),
            &format!("`{variant}` is no name for a variant\nhelp: {help}"),
        );
    }
    for variant in ["HTTPError", "V1_2", "模型", "X"] {
        assert_good(&format!(
            "| code | variant | kind | | a | {variant} | Rain |"
        ));
    }
}

#[test]
fn a_variant_is_derived_from_a_word_or_a_text() {
    for (code, variant) in [
        ("param_error", "ParamError"),
        ("INVALID_API_KEY", "InvalidApiKey"),
        ("\"channel:no_key\"", "ChannelNoKey"),
        ("requestTooLarge", "RequestTooLarge"),
    ] {
        let tokens = format!(
            "crate = ::error_codes; {}",
            call(&format!("| code | kind | | {code} | Rain |"))
        );
        let output = pipeline(tokens.parse().unwrap()).to_string();
        assert!(
            output.contains(&format!("Fault :: {variant} ,")),
            "{output}"
        );
    }
}

#[test]
fn what_gives_no_name_needs_a_variant() {
    for (status, code, message, what, proposal) in [
        ("-", "2007", "-", "the code `2007`", "Code2007"),
        ("-", "-7", "-", "the code `-7`", "CodeMinus7"),
        ("-", "self", "-", "the code `self`", "CodeSelf"),
        ("-", "aLL", "-", "the code `aLL`", "CodeALL"),
        ("-", "\"①\"", "-", "the code `①`", "InvalidToken"),
        (
            "-",
            "-",
            "\"No such model: {m}\"",
            "the message `No such model: {m}`",
            "NoSuchModel",
        ),
        ("5xx", "-", "-", "the status `5xx`", "Status5xx"),
    ] {
        assert_fault(
            &format!("| status | code | message | kind | | {status} | {code} | {message} | Rain |"),
            &format!(
                "no variant name can be derived from {what}\n\
                 help: give this row one in the column `variant`, such as `{proposal}`"
            ),
        );
    }
}

#[test]
fn a_word_of_the_vocabulary_is_one_word() {
    for (kind, help) in [
        (
            "-",
            "every row says in one word of `ErrorKind` what happened",
        ),
        (
            "?",
            "every row says in one word of `ErrorKind` what happened",
        ),
        ("ErrorKind::Rain", "write the last word alone, `Rain`"),
        ("\"Rain\"", "write it without quotes, `Rain`"),
        ("type", "a kind is one word of `ErrorKind`"),
        ("Rain Snow", "a kind is one word of `ErrorKind`"),
    ] {
        assert_fault(
            &format!("| code | kind | | a | {kind} |"),
            &format!("`{kind}` is no kind\nhelp: {help}"),
        );
    }
    assert_fault(
        "| code | kind | retry | | a | Rain | 5 |",
        "`5` is no retry hint\nhelp: a retry hint is one word of `RetryHint`",
    );
    assert_fault(
        "| code | kind | scope | | a | Rain | self |",
        "`self` is no scope\nhelp: a scope is one word of `Scope`",
    );
}

#[test]
fn a_template_has_named_holes_and_text_between() {
    let braces = "or write `{{` and `}}` for the braces themselves";
    for (message, fault) in [
        (
            "no {model",
            "the hole `{model` is not closed\n\
             help: close it with `}`, or write `{{` for the brace itself"
                .to_owned(),
        ),
        (
            "no model}",
            "a `}` closes no hole\nhelp: write `}}` for the brace itself".to_owned(),
        ),
        (
            "no {}",
            "a hole `{}` has no name\n\
             help: name what stands there, such as `{model}`, or write `{{}}` for the braces themselves"
                .to_owned(),
        ),
        (
            "no {0}",
            format!("`{{0}}` is no name for a hole\nhelp: use letters, digits and `_`, such as `{{model}}`, {braces}"),
        ),
        (
            "{a} of {a}",
            "two holes are named `{a}`\nhelp: give each hole a name of its own".to_owned(),
        ),
        (
            "no {a}{b}",
            "nothing stands between the hole `{b}` and the one before it\n\
             help: two holes that touch cannot be told apart: make them one, or write the text between them"
                .to_owned(),
        ),
        (
            "{a}",
            "`{a}` would fit any message\n\
             help: write at least one word outside the holes, or `-` where the message varies"
                .to_owned(),
        ),
        (
            "!",
            "`!` has no word by which a message could be known\n\
             help: write at least one word outside the holes, or `-` where the message varies"
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
