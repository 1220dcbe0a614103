//! The pipeline called as a function: each rule with its message, and what is written for a broken table.
//!
//! Kinds, hints and scopes are invented, because the pipeline knows none.

use super::pipeline::run as pipeline;
use proc_macro2::{TokenStream, TokenTree};

mod attributes;
mod cells;
mod columns;
mod lists;
mod mangled;
mod names;
mod phrases;
mod provider;
mod rows;
mod slips;

/// Returns the faults of a call.
fn faults(call: &str) -> Vec<String> {
    let output = pipeline(format!("crate = ::error_codes; {call}").parse().unwrap());
    messages(output)
}

/// Returns the texts of `compile_error!` calls.
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

/// Returns the first line of each, without the help.
fn first_lines(faults: &[String]) -> Vec<&str> {
    let lines = faults.iter();
    lines.filter_map(|fault| fault.lines().next()).collect()
}

/// Returns the faults of a table.
fn faults_of(rows: &str) -> Vec<String> {
    faults(&call(rows))
}

fn call(rows: &str) -> String {
    format!(r#"provider "acme" {{ name: "Acme" }} pub enum Fault {{ {rows} }}"#)
}

/// Returns what is written for a table that has no fault.
#[track_caller]
fn written(rows: &str) -> String {
    let tokens = format!("crate = ::error_codes; {}", call(rows));
    let output = pipeline(tokens.parse().unwrap());
    assert_eq!(messages(output.clone()), [""; 0], "{rows}");
    output.to_string()
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
fn faults_do_not_hide_each_other() {
    let faults = faults(
        r#"provider "acme" { nmae: "Acme", retrieved: "today" }
           pub enum One {
               | stauts | code | kind |
               | 42 | a | Rain |
               | 400 | b |
               | 401 | "" | Rain |
               | 402 | 7 | Rain |
           }
           pub enum Two { | code | kind | | a | Rain | | a | Rain | }"#,
    );
    assert_eq!(
        first_lines(&faults),
        [
            "unknown field `nmae`",
            "`today` is not a valid date",
            "unknown column `stauts`",
            "the row `400` has 2 cells, but the table has 3 columns",
            "`42` is not a valid HTTP status code",
            "the code `\"\"` is empty",
            "duplicate code `a`: two rows match the same responses",
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
            output.contains(&format!("Fault :: {variant}")),
            "{variant}: {output}"
        );
    }
}

#[test]
fn a_row_that_cannot_be_read_has_each_name_that_it_could_have() {
    let rows = "| status | code | variant | kind |
                | 400 | 7 | Given Rain |
                | 401 | Other some_code | Rain |
                | 402 | a-b | - | Rain |
                | 402 | 8 | lower_case | Rain |
                | 403 | good | Given | Snow |";
    let tokens = format!("crate = ::error_codes; {}", call(rows));
    let output = pipeline(tokens.parse().unwrap()).to_string();
    let (_, variants) = output.split_once("enum Fault").unwrap();
    let (variants, _) = variants.split_once('}').unwrap();
    for (variant, count) in [
        ("Given", 1),
        ("Rain", 1),
        ("Other", 1),
        ("A", 1),
        ("SomeCode", 0),
    ] {
        let found = variants.matches(&format!(" {variant} ,")).count();
        assert_eq!(found, count, "{variant}: {variants}");
    }
    for (guess, variant) in [
        ("GivenRain", "Rain"),
        ("SomeCode", "Other"),
        ("AB", "A"),
        ("LowerCase", "lower_case"),
    ] {
        let constant = format!("pub const {guess} : Self = Self :: {variant} ;");
        assert!(output.contains(&constant), "{constant}: {output}");
    }
}

#[test]
fn the_words_of_a_row_without_a_variant_are_left_to_the_compiler() {
    let rows = "| status | code | kind | retry | scope |
                | 42 | 7 | Rain? | Later | Roof |";
    let tokens = format!("crate = ::error_codes; {}", call(rows));
    let output = pipeline(tokens.parse().unwrap()).to_string();
    for word in ["ErrorKind :: Rain", "RetryHint :: Later", "Scope :: Roof"] {
        assert!(output.contains(word), "{word}: {output}");
    }
}

/// An editor looks for a word where it was before the row was complete.
#[test]
fn a_row_that_is_typed_keeps_its_place_and_its_kind() {
    let rows = "| code | kind | summary |
                | a | Rain | - |
                | b | Sno
                | c | Hail | - |";
    let tokens = format!("crate = ::error_codes; {}", call(rows));
    let output = pipeline(tokens.parse().unwrap()).to_string();
    let place = |text: &str| {
        output
            .find(text)
            .unwrap_or_else(|| panic!("{text}: {output}"))
    };
    assert!(place("ErrorKind :: Rain") < place("ErrorKind :: Sno"));
    assert!(place("ErrorKind :: Sno") < place("ErrorKind :: Hail"));
    let (_, variants) = output.split_once("enum Fault").unwrap();
    let names = ["A ,", "B ,", "C ,"].map(|variant| variants.find(&format!(" {variant}")).unwrap());
    assert!(names.is_sorted(), "{variants}");
}

#[test]
fn without_a_crate_nothing_is_written() {
    let output = pipeline("pub enum Fault { }".parse().unwrap());
    assert_eq!(
        messages(output),
        ["expected `crate`\nhelp: call the macro as `error_codes::provider_errors!`"]
    );
}

#[test]
fn an_enum_derives_nothing_twice() {
    let call = |derives: &str| {
        let table = "pub enum Fault { | code | kind | | a | Rain | }";
        format!("provider \"acme\" {{ name: \"A\" }} #[doc = \"d\"] #[derive({derives})] {table}")
    };
    let help = "help: remove it, and any of `Clone`, `Copy`, `Debug`, `Deserialize`, `Display`, `Eq`, \
                `Error`, `Hash`, `Ord`, `PartialEq`, `PartialOrd`, `Serialize`";
    assert_eq!(
        faults(&call("Debug, Other, serde::Serialize")),
        ["Debug", "Serialize"]
            .map(|name| format!("the enum of a table already implements `{name}`\n{help}"))
    );
    assert_eq!(faults(&call("Other, other::Another,")), [""; 0]);
}
