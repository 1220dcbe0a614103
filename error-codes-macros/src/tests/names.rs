//! The names of variants: derived, and proposed where they cannot be derived.

use super::{assert_fault, assert_good, faults_of, written};

#[track_caller]
fn assert_derived(row: &str, variant: &str) {
    let output = written(&format!("| status | type | code | kind | {row}"));
    assert!(
        output.contains(&format!("& [Fault :: {variant}]")),
        "{row}: {output}"
    );
}

#[test]
fn a_variant_is_derived_from_a_code() {
    for (code, variant) in [
        ("param_error", "ParamError"),
        ("INVALID_API_KEY", "InvalidApiKey"),
        ("\"channel:no_key\"", "ChannelNoKey"),
        ("requestTooLarge", "RequestTooLarge"),
        ("2007", "Code2007"),
        ("-1", "CodeMinus1"),
        ("\"007\"", "Code007"),
        ("\"1.0\"", "Code1_0"),
        ("self", "CodeSelf"),
        ("aLL", "CodeALL"),
        ("\"InvalidParameter.{param}\"", "InvalidParameter"),
        ("\"参数错误\"", "参数错误"),
    ] {
        assert_derived(&format!("| 400 | other | {code} | Rain |"), variant);
    }
}

#[test]
fn a_variant_is_derived_from_a_type_or_from_the_status_alone() {
    for (status, error_type, variant) in [
        ("400", "bad_key", "BadKey"),
        ("400", "404", "Type404"),
        ("405", "-", "MethodNotAllowed"),
        ("400, 403", "-", "BadRequest"),
        ("413", "-", "ContentTooLarge"),
        ("511", "-", "NetworkAuthenticationRequired"),
        ("529", "-", "Status529"),
        ("4xx", "-", "ClientError"),
        ("5xx", "-", "ServerError"),
        ("9xx", "-", "Status9xx"),
    ] {
        assert_derived(&format!("| {status} | {error_type} | - | Rain |"), variant);
    }
}

#[test]
fn one_fault_proposes_a_name_for_each_row_known_by_its_message() {
    assert_fault(
        r#"| status | code | variant | kind | message | summary |
           | 404 | - | - | Rain | "The model {m} does not exist, or you lack access" | - |
           | 404 | - | - | Rain | "The model {m} does not exist; or you lack money" | - |
           | 402 | - | - | NoRain | "余额不足" | "the balance is used up" |
           | 402 | - | - | NoRain | "请充值" | - |
           | 403 | - | - | NoRain | "禁止访问" | - |
           | 500 | - | Given | Rain | "no luck" | - |
           | 500 | oops | - | Rain | "bad luck" | - |"#,
        "5 rows of `Fault` need a variant name\n\
         help: write in the column `variant`\n\
         `ModelDoesNotExist` for `\"The model {m} does not exist, or you lack access\"`\n\
         `ModelDoesNotExistOr` for `\"The model {m} does not exist; or you lack money\"`\n\
         `BalanceUsedUp` for `\"余额不足\"`\n\
         `NoRain` for `\"请充值\"`\n\
         `NoRainForbidden` for `\"禁止访问\"`",
    );
}

#[test]
fn a_proposal_is_no_keyword_and_does_not_begin_with_a_digit() {
    for (message, proposal) in [
        ("Self", "Rain"),
        ("429 Too Many Requests: slow down", "TooManyRequestsSlow"),
        ("all", "All"),
        ("This model's limit isn't known", "ModelLimitIsntKnown"),
        ("{x} is the", "Rain"),
    ] {
        assert_eq!(
            faults_of(&format!("| kind | message | | Rain | \"{message}\" |")),
            [format!(
                "1 row of `Fault` needs a variant name\n\
                 help: add a column `variant`, with `-` in the other rows, and write\n\
                 `{proposal}` for `\"{message}\"`"
            )]
        );
    }
}

#[test]
fn a_long_message_is_shown_in_part() {
    let message = "a".repeat(90);
    let faults = faults_of(&format!("| kind | message | | Rain | \"{message}\" |"));
    let shown = "a".repeat(60);
    assert!(
        faults[0].ends_with(&format!("for `\"{shown}…\"`")),
        "{faults:?}"
    );
}

#[test]
fn rows_of_one_derived_name_get_proposals_that_tell_them_apart() {
    assert_fault(
        r#"| status | code | variant | kind | message |
           | 400 | bad | - | Rain | - |
           | 403 | bad | - | Rain | - |
           | 404 | bad | - | Rain | "no such thing" |
           | 401 | - | Good | Rain | - |
           | 500 | good | - | Rain | - |"#,
        "3 rows of `Fault` need a variant name\n\
         help: write in the column `variant`\n\
         `BadForbidden` for `bad` with `403`, because `Bad` is not unique\n\
         `NoSuchThing` for `\"no such thing\"`, because `Bad` is not unique\n\
         `GoodInternalServerError` for `good` with `500`, because `Good` is not unique",
    );
    // The row that has nothing but its type keeps the name.
    assert_fault(
        r#"| type | variant | kind | message |
           | bad | - | Rain | "one thing" |
           | bad | - | Rain | - |
           | bad | - | Rain | "another thing" |"#,
        "2 rows of `Fault` need a variant name\n\
         help: write in the column `variant`\n\
         `OneThing` for `\"one thing\"`, because `Bad` is not unique\n\
         `AnotherThing` for `\"another thing\"`, because `Bad` is not unique",
    );
}

#[test]
fn a_table_with_its_proposals_is_good() {
    assert_good(
        r#"| status | code | variant | kind | message |
           | 400 | bad | - | Rain | - |
           | 403 | bad | BadForbidden | Rain | - |
           | 404 | bad | NoSuchThing | Rain | "no such thing" |"#,
    );
}
