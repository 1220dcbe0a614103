//! The pipeline called as a function: each rule with the words that it says, and tables torn apart at random.
//!
//! The words of the vocabulary are made up, because the pipeline knows none.

use super::pipeline;
use proc_macro2::{Delimiter, Group, Punct, Spacing, TokenStream, TokenTree};
use proptest::prelude::*;

/// What the pipeline says about a call.
fn faults(call: &str) -> Vec<String> {
    let output = pipeline(format!("crate = ::error_codes; {call}").parse().unwrap());
    messages(output)
}

/// The texts of `compile_error!` calls.
fn messages(output: TokenStream) -> Vec<String> {
    let tokens: Vec<TokenTree> = output.into_iter().collect();
    let calls = tokens.windows(3).filter_map(|call| match call {
        [
            TokenTree::Ident(name),
            TokenTree::Punct(_),
            TokenTree::Group(text),
        ] if name == "compile_error" => Some(text.stream()),
        _ => None,
    });
    calls
        .map(|text| syn::parse2::<syn::LitStr>(text).unwrap().value())
        .collect()
}

/// What the pipeline says about a table.
fn faults_of(rows: &str) -> Vec<String> {
    faults(&call(rows))
}

fn call(rows: &str) -> String {
    format!(r#"provider "acme" {{ name: "Acme" }} pub enum Fault {{ {rows} }}"#)
}

/// What the pipeline says about the fields of a provider.
fn faults_of_provider(fields: &str) -> Vec<String> {
    faults(&format!(
        r#"provider "acme" {{ {fields} }} pub enum Fault {{ | code | kind | | a | Rain | }}"#
    ))
}

#[track_caller]
fn assert_fault(rows: &str, message: &str) {
    assert_eq!(faults_of(rows), [message], "{rows}");
}

#[track_caller]
fn assert_good(rows: &str) {
    assert_eq!(faults_of(rows), [""; 0], "{rows}");
}

#[test]
fn a_header_is_known_by_names_that_are_alike() {
    let faults = faults_of("| Status Code | Error Code | Kind | | 429 | a | Rain |");
    let first_words: Vec<&str> = faults
        .iter()
        .filter_map(|fault| fault.lines().next())
        .collect();
    assert_eq!(
        first_words,
        [
            "unknown column `Status Code`",
            "unknown column `Error Code`",
            "unknown column `Kind`"
        ]
    );
    assert_eq!(faults.len(), 3);
}

const COLUMNS: &str = "the columns are `status`, `type`, `code`, `variant`, `kind`, `retry`, `scope`, `message`, `summary`";

#[test]
fn a_good_table_has_no_fault() {
    assert_good(
        r#"| status | type | code | variant | kind | retry | scope | message | summary |
           |:---|---:|:---:|---|---|---|---|---|---|
           | 429 | rate | 2007, "2008", old | PerMinute | Rain? | Later | Roof | "limit of {n}" | "too fast" |
           | 5xx | - | - | Storm | Rain | - | - | - | - |
           | - | - | r#type | - | Rain | - | - | - | - |
           | - | - | match | - | Rain | - | - | - | - |
           | - | - | Ok | - | Rain | - | - | - | - |
           | - | - | Err | - | Rain | - | - | - | - |
           | - | - | async | - | Rain | - | - | - | - |
           | - | - | true | - | Rain | - | - | - | - |
           | - | - | -12 | Minus | Rain | - | - | - | - |
           | - | - | "参数错误" | - | Rain | - | - | r"\d {x}" | - |
           | 499 | - | - | Gone | Rain | - | - | - | - |
           | 529 | - | - | Over | Rain | - | - | - | - |
           | 200 | - | in_success | - | Rain | - | - | - | - |"#,
    );
}

#[test]
fn a_rule_of_single_dashes_stands_under_a_header_only() {
    assert_good("| code | kind | |-|-| | a | Rain |");
    assert_eq!(faults_of("| code | kind | | a | Rain | | - | - |").len(), 1);
}

#[test]
fn a_code_stands_once() {
    assert_eq!(
        faults_of(r#"| code | variant | kind | | 7 | One | Rain | | "7" | Two | Snow |"#),
        [
            "the code `7` stands twice: the row `One` fits the same answers\n\
             help: tell the two rows apart by status, type or message, or make them one",
            "the code `7` first stands here; the row `Two` repeats it",
        ]
    );
}

#[test]
fn an_alias_is_a_code_and_both_clashes_are_told() {
    let faults = faults_of("| code | kind | | a, b | Rain | | c, d | Rain | | e, b, d | Rain |");
    assert_eq!(
        faults,
        [
            "the code `b` stands twice: the row `A` fits the same answers\n\
             help: tell the two rows apart by status, type or message, or make them one",
            "the code `b` first stands here; the row `E` repeats it",
            "the code `d` stands twice: the row `C` fits the same answers\n\
             help: tell the two rows apart by status, type or message, or make them one",
            "the code `d` first stands here; the row `E` repeats it",
        ]
    );
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
fn messages_are_compared_without_case_white_space_full_stop_and_names_of_holes() {
    assert_eq!(
        faults_of(
            r#"| variant | kind | message |
               | One | Rain | "The model {model} is  gone." |
               | Two | Rain | "the model {name} is gone" |"#
        ),
        [
            "the message `the model {name} is gone` stands twice: the row `One` fits the same answers\n\
             help: tell the two rows apart by status, type or message, or make them one",
            "the message `the model {name} is gone` first stands here; the row `Two` repeats it",
        ]
    );
    assert_good(
        r#"| variant | kind | message | | One | Rain | "a {{}}" | | Two | Rain | "a {x}" |"#,
    );
}

#[test]
fn a_status_or_type_by_itself_stands_once() {
    assert_eq!(
        faults_of("| status | variant | kind | | 503 | One | Rain | | 503 | Two | Rain |")[1],
        "the status `503` first stands here; the row `Two` repeats it"
    );
    assert_eq!(
        faults_of("| type | variant | kind | | t, u | One | Rain | | u | Two | Rain |")[1],
        "the type `u` first stands here; the row `Two` repeats it"
    );
}

#[test]
fn a_cell_lists_a_spelling_once() {
    assert_fault(
        r#"| code | kind | | a, b, "a" | Rain |"#,
        "`a` stands twice in this cell\nhelp: each spelling stands once",
    );
}

#[test]
fn a_variant_stands_once() {
    assert_eq!(
        faults_of("| code | variant | kind | | 1 | Same | Rain | | 2 | Same | Rain |"),
        [
            "a second row is named `Same`, after the row of `1`\n\
             help: give this one another name in the column `variant`",
            "`Same` first stands here; the row of `2` repeats it",
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
            "no answer can reach the row `Second`: `a` is the code of the row `First`, which always comes first\n\
             help: the code is looked for in an answer's `type` too: leave this row out, or give it a code of its own",
            "`a` is a code here; the row `Second` has it as its type alone",
        ]
    );
}

#[test]
fn a_row_that_some_answer_reaches_is_no_fault() {
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

#[test]
fn a_column_is_known_and_stands_once() {
    assert_fault(
        "| cod | kind | | a | Rain |",
        &format!(
            "unknown column `cod`\nhelp: did you mean `code`? The {}",
            &COLUMNS[4..]
        ),
    );
    assert_fault(
        "| code | kind | owner | | a | Rain | me |",
        &format!("unknown column `owner`\nhelp: {COLUMNS}"),
    );
    assert_eq!(
        faults_of("| code | kind | code | | a | Rain | - |"),
        [
            "a second column `code`\nhelp: each column stands once",
            "`code` first stands here",
        ]
    );
}

#[test]
fn a_table_has_a_column_of_kinds() {
    assert_fault(
        "| code | summary | | a | - |",
        "the table of `Fault` has no column `kind`\n\
         help: add a column `kind` that says in one word of `ErrorKind` what each row means",
    );
}

#[test]
fn a_table_has_a_header_and_a_row() {
    let no_row = "the table of `Fault` has no row\n\
        help: the first row names the columns, each further row is an error: `| code | kind |`, `| rate_limit | … |`";
    assert_fault("", no_row);
    assert_fault("| code | kind |", no_row);
    assert_fault("| code | kind | |---|---|", no_row);
    assert_fault(
        "| 429 | Rain | | 400 | Snow |",
        &format!(
            "the first row of `Fault` does not name its columns: `429` is none\nhelp: {COLUMNS}"
        ),
    );
    assert_fault(
        "One, Two",
        "`One` stands in no row\n\
         help: a row is `| cell | cell | … |`, and the first row names the columns",
    );
}

#[test]
fn a_row_has_a_cell_for_each_column() {
    assert_fault(
        "| status | code | kind | | 400 | a | Rain | | b |",
        "the row `b` has 1 cell, the table has 3 columns\n\
         help: the columns are `status`, `code`, `kind`; write `-` where the page has nothing",
    );
    assert_fault(
        "| code | kind | | a | Rain | 429 | | b | Rain |",
        "the row `a` has 3 cells, the table has 2 columns\n\
         help: the columns are `code`, `kind`; a `|` inside a cell stands in quotes",
    );
}

#[test]
fn a_cell_is_not_empty() {
    let help = "help: write `-` where the page has nothing";
    assert_fault(
        "| status | code | kind | | 400 | | Rain |",
        &format!("the row `400` has an empty cell: `code`\n{help}"),
    );
    assert_fault(
        "| status | code | kind | | | a | Rain |",
        &format!("the row `a` has an empty cell: `status`\n{help}"),
    );
    assert_fault(
        "| code | kind | summary | | a | Rain | |",
        &format!("the row `a` has an empty cell: `summary`\n{help}"),
    );
    assert_fault(
        "| code | | kind | | a | b | Rain |",
        &format!("the column after `code` has no name\nhelp: {COLUMNS}"),
    );
}

#[test]
fn a_row_begins_and_ends_with_a_pipe() {
    assert_fault(
        "| code | kind | | a | Rain | b | Rain |",
        "the row `a` does not end with `|`\nhelp: write one after `Rain`",
    );
    assert_fault(
        "| code | kind | | a | Rain | | b | Rain",
        "the row `b` does not end with `|`\nhelp: write one after `Rain`",
    );
    assert_fault(
        "| code | kind | | | a | Rain |",
        "the row `a` has a `|` too many\n\
         help: a row is `| cell | cell | … |`; a cell without a value is `-`",
    );
    assert_fault(
        "code | kind | | a | Rain |",
        "a row that does not begin with `|`\nhelp: a row is `| cell | cell | … |`",
    );
}

#[test]
fn a_row_has_no_attribute() {
    assert_fault(
        "| code | kind |
         /// Rain.
         | a | Rain |",
        "an attribute or doc comment on a row\n\
         help: the cell in the column `summary` documents a row; a remark begins with `//`",
    );
}

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

#[test]
fn a_provider_has_an_id_and_a_name() {
    assert_eq!(
        faults_of_provider(""),
        ["the provider `acme` has no `name`\n\
          help: write the name that people know it by: `name: \"Acme AI\",`"]
    );
    let table = "pub enum Fault { | code | kind | | a | Rain | }";
    for (id, message) in [
        (
            "\"Acme\"",
            "`Acme` is no id for a provider\n\
             help: an id is a lower-case word such as `acme` or `acme_ai`; the name for people goes into `name`",
        ),
        (
            "acme",
            "the provider's id `acme` is not a text\nhelp: write it in quotes: `provider \"acme\" { … }`",
        ),
        (
            "",
            "the provider has no id\nhelp: write it as text: `provider \"acme\" { … }`",
        ),
    ] {
        assert_eq!(
            faults(&format!("provider {id} {{ name: \"A\" }} {table}")),
            [message]
        );
    }
}

#[test]
fn a_field_is_known_has_a_value_and_stands_once() {
    for (fields, messages) in [
        (
            "nmae: \"A\"",
            &["unknown field `nmae`\n\
               help: did you mean `name`? The fields are `name`, `docs`, `read`, `body`, `base`"][..],
        ),
        (
            "name: \"A\", url: \"b\"",
            &["unknown field `url`\nhelp: the fields are `name`, `docs`, `read`, `body`, `base`"],
        ),
        (
            "name: \"A\", name: \"B\"",
            &[
                "a second field `name`\nhelp: each field stands once",
                "`name` first stands here",
            ],
        ),
        (
            "name:, ",
            &["`name` has no value\nhelp: write one behind the colon, or leave the field out"],
        ),
        (
            "name: \"A\" docs: \"https://a.example\"",
            &["a `,` is missing before `docs`\nhelp: end the field `name` with a comma"],
        ),
        (
            "name: Acme",
            &["`name` is no text: `Acme`\nhelp: write it in quotes, `name: \"Acme\",`"],
        ),
        (
            "name: \"\"",
            &["`name` is an empty text\nhelp: write what it is, or leave the field out"],
        ),
        (
            "name: \"A\", body: \"B\"",
            &["`body` is no word or path: `\"B\"`\n\
               help: write one without quotes, such as `body: OTHER_SHAPE,`"],
        ),
        (
            "name: \"A\", base: one two",
            &["`base` is no word or path: `one two`\n\
               help: write one without quotes, such as `base: super::acme::PROVIDER,`"],
        ),
    ] {
        assert_eq!(faults_of_provider(fields), messages, "{fields}");
    }
}

#[test]
fn an_expression_is_a_value() {
    for body in [
        "WORD",
        "self::path::SHAPE",
        "const { shape() }",
        "match 1 { _ => SHAPE }",
        "BodyShape::new(&[Place::code(\"/a\")])",
    ] {
        assert_eq!(
            faults_of_provider(&format!("name: \"A\", body: {body},")),
            [""; 0],
            "{body}"
        );
    }
}

#[test]
fn a_page_is_a_web_address() {
    for docs in [
        "acme.example",
        "ftp://acme.example",
        "https://",
        "https:///errors",
        "https://a b",
    ] {
        assert_eq!(
            faults_of_provider(&format!("name: \"A\", docs: \"{docs}\"")),
            [format!(
                "`{docs}` is no web address\n\
                 help: give the address of the error page, beginning with `https://`"
            )]
        );
    }
}

#[test]
fn a_day_is_one_of_the_calendar() {
    for day in [
        "2026-02-29",
        "2100-02-29",
        "2026-13-01",
        "2026-04-31",
        "2026-1-1",
        "0000-01-01",
        "today",
    ] {
        assert_eq!(
            faults_of_provider(&format!("name: \"A\", read: \"{day}\"")),
            [format!(
                "`{day}` is no day of the calendar\n\
                 help: give the day on which the page was read as `YYYY-MM-DD`"
            )]
        );
    }
    for day in ["2024-02-29", "2000-02-29", "2026-12-31"] {
        assert_eq!(
            faults_of_provider(&format!("name: \"A\", read: \"{day}\"")),
            [""; 0]
        );
    }
}

#[test]
fn a_call_holds_one_provider_and_its_tables() {
    let table = "pub enum Fault { | code | kind | | a | Rain | }";
    let acme = "provider \"acme\" { name: \"Acme\" }";
    assert_eq!(
        faults(table),
        ["no `provider` block before `Fault`\n\
          help: say first whose table it is: `provider \"acme\" { name: \"Acme AI\" }`"]
    );
    assert_eq!(
        faults(acme),
        ["the provider `acme` has no table\n\
          help: write `pub enum ErrorCode { | code | kind | … }` after this block"]
    );
    assert_eq!(
        faults(&format!(
            "{acme} provider \"other\" {{ name: \"B\" }} {table}"
        )),
        [
            "a second provider, `other`, in the call of `acme`\n\
             help: give each provider a call of its own",
            "`acme` first stands here; `other` follows it",
        ]
    );
    assert_eq!(
        faults(&format!("{acme} {table} {table}")),
        [
            "a second section is named `Fault`\n\
             help: name each section of the page by what it is about",
            "`Fault` first stands here",
        ]
    );
    assert_eq!(
        faults(&format!("{acme} pub struct Fault {{ }} {table}")),
        [
            "expected `provider \"id\" { … }` or `pub enum Name { … }`\n\
          help: a call is one `provider` block, then one enum for each section of its error page"
        ]
    );
}

#[test]
fn faults_do_not_hide_each_other() {
    let faults = faults(
        r#"provider "acme" { nmae: "Acme", read: "today" }
           pub enum One {
               | stauts | code | kind |
               | 42 | a | Rain |
               | 400 | b |
               | 401 | "" | Rain |
               | 402 | 7 | Rain |
           }
           pub enum Two { | code | kind | | a | Rain | | a | Rain | }"#,
    );
    let first_words: Vec<&str> = faults
        .iter()
        .filter_map(|fault| fault.lines().next())
        .collect();
    assert_eq!(
        first_words,
        [
            "unknown field `nmae`",
            "`today` is no day of the calendar",
            "unknown column `stauts`",
            "the row `400` has 2 cells, the table has 3 columns",
            "`42` is no HTTP status",
            "`\"\"` is an empty code",
            "no variant name can be derived from the code `7`",
            "the code `a` stands twice: the row `A` fits the same answers",
            "the code `a` first stands here; the row `A` repeats it",
        ]
    );
}

#[test]
fn a_broken_row_stays_a_variant() {
    let rows = "| status | code | variant | kind |
                | 42 | a | Status | Rain |
                | 400 | short | Short |
                | 400 | 7 | lower | Rain |
                | 400 | long | Long | Rain | more |";
    let tokens = format!("crate = ::error_codes; {}", call(rows));
    let output = pipeline(tokens.parse().unwrap()).to_string();
    for variant in ["Status", "Short", "lower", "Long"] {
        assert!(
            output.contains(&format!("Fault :: {variant} ,")),
            "{variant}: {output}"
        );
    }
}

#[test]
fn without_a_crate_nothing_is_written() {
    let output = pipeline("pub enum Fault { }".parse().unwrap());
    assert_eq!(messages(output), ["expected `crate`"]);
}

#[test]
fn an_enum_derives_nothing_twice() {
    let call = |derives: &str| {
        let table = "pub enum Fault { | code | kind | | a | Rain | }";
        format!("provider \"acme\" {{ name: \"A\" }} #[doc = \"d\"] #[derive({derives})] {table}")
    };
    let help = "help: leave it out, as well as any of `Clone`, `Copy`, `Debug`, `Deserialize`, `Display`, `Eq`, \
                `Error`, `Hash`, `Ord`, `PartialEq`, `PartialOrd`, `Serialize`";
    assert_eq!(
        faults(&call("Debug, Other, serde::Serialize")),
        ["Debug", "Serialize"]
            .map(|name| format!("a table's enum implements `{name}` already\n{help}"))
    );
    assert_eq!(faults(&call("Other, other::Another,")), [""; 0]);
}

const WHOLE: &str = r#"
    #[doc = "Acme."]
    provider "acme" { name: "Acme", docs: "https://acme.example", read: "2026-11-21", body: SHAPE, base: super::other::PROVIDER }

    #[doc = "One."]
    pub enum One {
        | status | type | code | variant | kind | retry | scope | message | summary |
        |---|---|---|---|---|---|---|---|---|
        | 429 | rate | 2007, "2008" | PerMinute | Rain? | Later | Roof | "limit of {n}" | "too fast" |
        | 5xx | - | - | Storm | Rain | - | - | - | - |
        | - | - | -12 | Minus | Rain | - | - | r"a {b} c" | - |
    }
    pub(crate) enum Two { | code | kind | | r#type | Rain | | "a:b", c | Snow | }
"#;

/// A change to the tokens of one level.
#[derive(Clone, Debug)]
enum Change {
    Drop,
    Double,
    Swap,
    Replace(TokenTree),
    Insert(TokenTree),
    Empty,
}

fn token() -> impl Strategy<Value = TokenTree> {
    let text = prop_oneof![
        prop::sample::select(vec![
            "a",
            "_",
            "type",
            "r#fn",
            "Self",
            "kind",
            "code",
            "variant",
            "5xx",
            "200",
            "0",
            "1.5",
            "07",
            "\"\"",
            "\" \"",
            "\"{\"",
            "\"}{a}{a}\"",
            "\"①\"",
            "'a'",
            "b\"x\"",
            "c\"x\"",
            "1u8",
            "\"s\"suffix",
            "r\"{{}}\"",
            "b'a'",
            "99999999999999999999",
            "provider",
            "enum",
            "pub",
            "crate",
            "true",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,6}".prop_map(|text| format!("{text:?}")),
    ];
    let word = text.prop_filter_map("no token", |text| {
        text.parse::<TokenStream>().ok()?.into_iter().next()
    });
    let punct = prop::sample::select(vec!['|', '-', ',', ':', '?', '#', '!', ';', '=', '.'])
        .prop_map(|punct| TokenTree::Punct(Punct::new(punct, Spacing::Alone)));
    let group = prop::sample::select(vec![
        Delimiter::None,
        Delimiter::Brace,
        Delimiter::Bracket,
        Delimiter::Parenthesis,
    ])
    .prop_map(|delimiter| TokenTree::Group(Group::new(delimiter, "a | 5 |".parse().unwrap())));
    prop_oneof![3 => word, 3 => punct, 1 => group]
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        Just(Change::Drop),
        Just(Change::Double),
        Just(Change::Swap),
        token().prop_map(Change::Replace),
        token().prop_map(Change::Insert),
        Just(Change::Empty),
    ]
}

/// Changes the token at a place, counted through all levels.
fn changed(stream: TokenStream, at: &mut usize, change: &Change) -> TokenStream {
    let mut output: Vec<TokenTree> = Vec::new();
    let mut tokens = stream.into_iter();
    while let Some(token) = tokens.next() {
        let here = *at == 0;
        *at = at.wrapping_sub(1);
        match (here, token) {
            (true, token) => match change {
                Change::Drop => {}
                Change::Double => output.extend([token.clone(), token]),
                Change::Swap => output.extend(tokens.next().into_iter().chain([token])),
                Change::Replace(other) => output.push(other.clone()),
                Change::Insert(other) => output.extend([other.clone(), token]),
                Change::Empty => {
                    if let TokenTree::Group(group) = token {
                        output.push(Group::new(group.delimiter(), TokenStream::new()).into());
                    }
                }
            },
            (false, TokenTree::Group(group)) => {
                let inner = changed(group.stream(), at, change);
                output.push(Group::new(group.delimiter(), inner).into());
            }
            (false, token) => output.push(token),
        }
    }
    output.into_iter().collect()
}

fn count(stream: TokenStream) -> usize {
    let size = |token| match token {
        TokenTree::Group(group) => 1 + count(group.stream()),
        _ => 1,
    };
    stream.into_iter().map(size).sum()
}

fn whole() -> TokenStream {
    format!("crate = ::error_codes; {WHOLE}").parse().unwrap()
}

#[test]
fn the_table_that_is_torn_apart_is_good() {
    assert_eq!(messages(pipeline(whole())), [""; 0]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// A panic fails the test; beyond that, the output must be tokens that the compiler can read again.
    #[test]
    fn a_torn_table_gives_tokens_or_faults(
        changes in prop::collection::vec((any::<prop::sample::Index>(), change()), 1..8),
    ) {
        let mut tokens = whole();
        for (place, change) in &changes {
            let size = count(tokens.clone());
            prop_assume!(size > 0);
            tokens = changed(tokens, &mut place.index(size), change);
        }
        let output = pipeline(tokens);
        prop_assert!(output.to_string().parse::<TokenStream>().is_ok());
    }

    /// A table that is written in full with whatever cells gives items that can be parsed: a fault must not break the
    /// code around it.
    #[test]
    fn any_cells_give_items(cells in prop::collection::vec(prop::collection::vec(token(), 1..3), 1..30)) {
        let rows = cells.chunks(9).map(|cells| quote::quote!(| #(#(#cells)* |)*));
        let call = quote::quote! {
            crate = ::error_codes;
            provider "acme" { name: "A" }
            pub enum Fault {
                | status | type | code | variant | kind | retry | scope | message | summary |
                #(#rows)*
            }
        };
        let items = syn::parse2::<syn::File>(pipeline(call));
        prop_assert!(items.is_ok(), "{}", items.err().unwrap());
    }

    /// Rows of whatever tokens give items; and tokens that are no call give a fault.
    #[test]
    fn any_tokens_give_tokens_or_faults(tokens in prop::collection::vec(token(), 0..40)) {
        let rows: TokenStream = tokens.into_iter().collect();
        let body = TokenTree::Group(Group::new(Delimiter::Brace, rows.clone()));
        let call = quote::quote!(crate = ::error_codes; provider "acme" { name: "A" } pub enum Fault #body);
        let items = syn::parse2::<syn::File>(pipeline(call));
        prop_assert!(items.is_ok(), "{}", items.err().unwrap());
        let output = pipeline(quote::quote!(crate = ::error_codes; #rows));
        prop_assert!(!messages(output).is_empty());
    }
}
