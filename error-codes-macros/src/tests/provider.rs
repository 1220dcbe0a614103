//! The `provider` block, and a call as a whole.

use super::{faults, first_lines, pipeline};

/// Returns the faults of the fields of a provider.
fn faults_of_provider(fields: &str) -> Vec<String> {
    faults(&format!(
        r#"provider "acme" {{ {fields} }} pub enum Fault {{ | code | kind | | a | Rain | }}"#
    ))
}

#[test]
fn a_provider_has_an_id_and_a_name() {
    assert_eq!(
        faults_of_provider(""),
        ["the provider `acme` has no `name`\n\
          help: add its display name: `name: \"Acme AI\",`"]
    );
    let table = "pub enum Fault { | code | kind | | a | Rain | }";
    for (id, message) in [
        (
            "\"Acme\"",
            "`Acme` is not a valid provider id\n\
             help: write `\"acme\"`: an id consists of lower-case letters, digits and `_`; the display name belongs in `name`",
        ),
        (
            "acme",
            "expected a string literal as the provider's id, found `acme`\nhelp: write `provider \"acme\" { … }`",
        ),
        (
            "= \"acme\"",
            "expected a string literal as the provider's id, found `=\"acme\"`\nhelp: write `provider \"acme\" { … }`",
        ),
        (
            "(\"acme\")",
            "expected a string literal as the provider's id, found `(\"acme\")`\nhelp: write `provider \"acme\" { … }`",
        ),
        (
            "b\"acme\"",
            "expected a string literal as the provider's id, found `b\"acme\"`\nhelp: write `provider \"acme\" { … }`",
        ),
        (
            "acme-ai",
            "expected a string literal as the provider's id, found `acme-ai`\nhelp: write `provider \"acme_ai\" { … }`",
        ),
        (
            "5",
            "expected a string literal as the provider's id, found `5`\nhelp: write `provider \"acme\" { … }`",
        ),
        (
            "",
            "the provider has no id\nhelp: write one in quotes: `provider \"acme\" { … }`",
        ),
    ] {
        assert_eq!(
            faults(&format!("provider {id} {{ name: \"A\" }} {table}")),
            [message]
        );
    }
}

#[test]
fn a_static_is_named_in_upper_snake_case() {
    let table = "pub enum Fault { | code | kind | | a | Rain | }";
    let call = |name: &str| format!("provider \"acme_ai\" {name} {{ name: \"A\" }} {table}");
    for (name, fault) in [
        (
            "as",
            "expected a name after `as`\nhelp: write it in upper snake case: `as ACME_AI`",
        ),
        (
            "as other",
            "`other` is not a valid name for the provider's static\nhelp: write it in upper snake case: `as OTHER`",
        ),
        (
            "as OtherAi2",
            "`OtherAi2` is not a valid name for the provider's static\nhelp: write it in upper snake case: `as OTHER_AI2`",
        ),
        (
            "as type",
            "`type` is not a valid name for the provider's static\nhelp: write it in upper snake case: `as TYPE`",
        ),
        (
            "as \"other-ai\"",
            "`\"other-ai\"` is not a valid name for the provider's static\n\
             help: write it in upper snake case: `as OTHER_AI`",
        ),
        (
            "as a::B",
            "`a::B` is not a valid name for the provider's static\nhelp: write it in upper snake case: `as A_B`",
        ),
        (
            "as 5",
            "`5` is not a valid name for the provider's static\nhelp: write it in upper snake case: `as ACME_AI`",
        ),
        (
            "as _",
            "`_` is not a valid name for the provider's static\nhelp: write it in upper snake case: `as ACME_AI`",
        ),
    ] {
        assert_eq!(faults(&call(name)), [fault], "{name}");
    }
    for (name, statics) in [("", "PROVIDER"), ("as OTHER_2", "OTHER_2")] {
        assert_eq!(faults(&call(name)), [""; 0], "{name}");
        let output = pipeline(
            format!("crate = ::error_codes; {}", call(name))
                .parse()
                .unwrap(),
        );
        let declaration = format!("pub static {statics} :");
        assert!(output.to_string().contains(&declaration), "{output}");
    }
}

#[test]
fn a_field_that_was_renamed_keeps_its_value() {
    assert_eq!(
        faults_of_provider("name: \"A\", read: \"2026-11-21\""),
        ["the field `read` is now called `retrieved`\nhelp: rename it to `retrieved`"]
    );
    assert_eq!(
        first_lines(&faults_of_provider("name: \"A\", read: \"today\"")),
        [
            "the field `read` is now called `retrieved`",
            "`today` is not a valid date"
        ]
    );
}

#[test]
fn a_field_is_known_has_a_value_and_is_named_once() {
    for (fields, messages) in [
        (
            "nmae: \"A\"",
            &["unknown field `nmae`\n\
               help: did you mean `name`? valid fields are `name`, `docs`, `retrieved`, `body`, `base`"]
                [..],
        ),
        (
            "name: \"A\", url: \"b\"",
            &[
                "unknown field `url`\nhelp: valid fields are `name`, `docs`, `retrieved`, `body`, `base`",
            ],
        ),
        (
            "name: \"A\", name: \"B\"",
            &["duplicate field `name`\nhelp: name each field once"],
        ),
        (
            "name:, ",
            &[
                "the field `name` has no value\nhelp: write one after the colon, or remove the field",
            ],
        ),
        (
            "name: \"A\" docs: \"https://a.example\"",
            &["missing `,` before `docs`\nhelp: end the field `name` with a comma"],
        ),
        (
            "name: Acme",
            &[
                "expected a string literal for the field `name`, found `Acme`\nhelp: write it in quotes: `name: \"Acme\",`",
            ],
        ),
        (
            "name: \"A\", docs: https: retrieved: \"2026-11-21\"",
            &[
                "expected a string literal for the field `docs`, found `https:`\n\
               help: write it in quotes: outside of quotes, `//` starts a comment",
            ],
        ),
        (
            "name: \"A\", retrieved: 2026-11-21",
            &[
                "expected a string literal for the field `retrieved`, found `2026-11-21`\nhelp: write it in quotes: `retrieved: \"2026-11-21\",`",
            ],
        ),
        (
            "name: \"A\"; retrieved: \"2026-11-21\"",
            &["the field `name` ends with `;`\nhelp: end a field with `,`"],
        ),
        (
            "\"name\": \"A\"",
            &["the field name `name` is in quotes\nhelp: remove the quotes: `name: value,`"],
        ),
        (
            "name = \"A\"",
            &["missing `:` after `name`\nhelp: a field is written `name: value,`"],
        ),
        (
            "name \"A\"",
            &["missing `:` after `name`\nhelp: a field is written `name: value,`"],
        ),
        (
            "name: \"A\",,",
            &["expected a field name, found `,`\nhelp: a field is written `name: \"Acme AI\",`"],
        ),
        (
            "5: \"B\", name: \"A\"",
            &["expected a field name, found `5`\nhelp: a field is written `name: \"Acme AI\",`"],
        ),
        (
            "/// The name.\nname: \"A\"",
            &[
                "attributes and doc comments are not allowed on a field\nhelp: a comment starts with `//`",
            ],
        ),
        (
            "name: \"A\", /// The end.\n",
            &[
                "attributes and doc comments are not allowed on a field\nhelp: a comment starts with `//`",
            ],
        ),
        (
            "pub name: \"A\"",
            &["expected a field name, found `pub`\nhelp: a field is written `name: \"Acme AI\",`"],
        ),
        (
            "name: \"A\", docs",
            &[
                "the field `docs` has no value\nhelp: write one after the colon, or remove the field",
            ],
        ),
        (
            "docs name: \"A\"",
            &[
                "the field `docs` has no value\nhelp: write one after the colon, or remove the field",
            ],
        ),
        (
            "name: \"\"",
            &["the field `name` is empty\nhelp: give it a value, or remove the field"],
        ),
        (
            "name: \"A\", body: \"B\"",
            &[
                "expected an identifier or a path for the field `body`, found `\"B\"`\n\
               help: name one, as in `body: OTHER_SHAPE,`",
            ],
        ),
        (
            "name: \"A\", base: one two",
            &[
                "expected an identifier or a path for the field `base`, found `one two`\n\
               help: name one, as in `base: super::acme::PROVIDER,`",
            ],
        ),
    ] {
        assert_eq!(faults_of_provider(fields), messages, "{fields}");
    }
}

#[test]
fn a_table_comes_after_the_provider_block() {
    let call = "provider \"acme\" { name: \"Acme\",
        /// Faults.
        pub enum Fault { | code | kind | | a | Rain | }
    }";
    assert_eq!(
        faults(call),
        ["the enum `Fault` is inside the `provider` block\n\
          help: close the block with `}` before the enum"]
    );
    let output = pipeline(format!("crate = ::error_codes; {call}").parse().unwrap());
    assert!(output.to_string().contains("pub enum Fault"));
}

#[test]
fn an_unfinished_item_is_one_fault() {
    let acme = "provider \"acme\" { name: \"Acme\" }";
    let item = "expected `provider \"id\" { … }` or `pub enum Name { … }`\n\
        help: a call has one `provider` block, followed by one enum for each table of its error page";
    for (end, message) in [
        ("pub", item),
        ("#[doc = \"d\"]", item),
        (
            "pub enum",
            "this enum has no name\nhelp: give it a name in upper camel case, such as `ErrorCode`",
        ),
        (
            "pub enum Fault",
            "expected `{`\nhelp: write `pub enum ErrorCode { | code | kind | … }`",
        ),
        (
            "provider",
            "the provider has no id\nhelp: write one in quotes: `provider \"acme\" { … }`",
        ),
    ] {
        assert_eq!(faults(&format!("{acme} {end}")), [message], "{end}");
    }
}

#[test]
fn an_expression_is_a_value() {
    for body in [
        "Word",
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
fn a_page_has_a_web_address() {
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
                "`{docs}` is not a valid web address\n\
                 help: give the address of the error page, beginning with `https://`"
            )]
        );
    }
}

#[test]
fn a_date_is_one_of_the_calendar() {
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
            faults_of_provider(&format!("name: \"A\", retrieved: \"{day}\"")),
            [format!(
                "`{day}` is not a valid date\n\
                 help: give the date on which the page was retrieved, as `YYYY-MM-DD`"
            )]
        );
    }
    for day in ["2024-02-29", "2000-02-29", "2026-12-31"] {
        assert_eq!(
            faults_of_provider(&format!("name: \"A\", retrieved: \"{day}\"")),
            [""; 0]
        );
    }
}

#[test]
fn a_call_has_one_provider_and_its_tables() {
    let table = "pub enum Fault { | code | kind | | a | Rain | }";
    let acme = "provider \"acme\" { name: \"Acme\" }";
    assert_eq!(
        faults(table),
        ["missing `provider` block before `Fault`\n\
          help: begin with the provider: `provider \"acme\" { name: \"Acme AI\" }`"]
    );
    assert_eq!(
        faults(acme),
        ["the provider `acme` has no table\n\
          help: add `pub enum ErrorCode { | code | kind | … }` after this block"]
    );
    assert_eq!(
        faults(&format!(
            "{acme} provider \"other\" {{ name: \"B\" }} {table}"
        )),
        ["a call has one provider, but `other` follows `acme`\n\
             help: give each provider a call of its own",]
    );
    assert_eq!(
        faults(&format!("{acme} {table} {table}")),
        ["duplicate enum `Fault`\n\
             help: name each table after its section of the error page",]
    );
    assert_eq!(
        faults(&format!("{acme} pub struct Fault {{ }} {table}")),
        [
            "expected `provider \"id\" { … }` or `pub enum Name { … }`\n\
          help: a call has one `provider` block, followed by one enum for each table of its error page"
        ]
    );
}

#[test]
fn a_provider_is_not_missing_where_something_was_skipped() {
    let table = "pub enum Fault { | code | kind | | a | Rain | }";
    let said = faults(&format!("struct Acme {{}} {table}"));
    assert_eq!(
        first_lines(&said),
        ["expected `provider \"id\" { … }` or `pub enum Name { … }`"]
    );
    assert_eq!(
        first_lines(&faults(table)),
        ["missing `provider` block before `Fault`"]
    );
}

#[test]
fn tables_of_the_same_name_are_written_as_one_enum() {
    let call = r#"crate = ::error_codes; provider "acme" { name: "Acme" }
        pub enum Fault { | code | kind | | first | Rain | | both | Rain | }
        pub enum Other { | code | kind | | else | Rain | }
        pub enum Fault { | code | kind | | both | Rain | | last | Rain | }"#;
    let output = pipeline(call.parse().unwrap()).to_string();
    assert_eq!(output.matches("pub enum Fault").count(), 1);
    assert_eq!(output.matches("pub enum Other").count(), 1);
    let enums: Vec<&str> = output.split("pub enum ").skip(1).collect();
    let [fault, other] = enums.as_slice() else {
        unreachable!("{output}")
    };
    for (variant, count) in [("First", 1), ("Both", 1), ("Last", 1), ("Else", 0)] {
        let variants = fault.split('}').next().unwrap();
        assert_eq!(
            variants.matches(&format!(" {variant} ,")).count(),
            count,
            "{variants}"
        );
    }
    assert!(other.contains(" Else ,"));
}
