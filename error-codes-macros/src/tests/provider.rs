//! The `provider` block, and what stands beside it.

use super::{faults, first_lines, pipeline};

/// What the pipeline says about the fields of a provider.
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
            "= \"acme\"",
            "the provider's id `=\"acme\"` is not a text\nhelp: write it in quotes: `provider \"acme\" { … }`",
        ),
        (
            "(\"acme\")",
            "the provider's id `(\"acme\")` is not a text\nhelp: write it in quotes: `provider \"acme\" { … }`",
        ),
        (
            "b\"acme\"",
            "the provider's id `b\"acme\"` is not a text\nhelp: write it in quotes: `provider \"acme\" { … }`",
        ),
        (
            "acme-ai",
            "the provider's id `acme-ai` is not a text\nhelp: write it in quotes: `provider \"acme_ai\" { … }`",
        ),
        (
            "5",
            "the provider's id `5` is not a text\nhelp: write it in quotes: `provider \"acme\" { … }`",
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
            "name: \"A\", docs: https: read: \"2026-11-21\"",
            &["`docs` is no text: `https:`\n\
               help: write it in quotes: outside of them, `//` begins a remark"],
        ),
        (
            "name: \"A\", read: 2026-11-21",
            &["`read` is no text: `2026-11-21`\nhelp: write it in quotes, `read: \"2026-11-21\",`"],
        ),
        (
            "name: \"A\"; read: \"2026-11-21\"",
            &["the field `name` ends with a `;`\nhelp: end a field with `,`"],
        ),
        (
            "\"name\": \"A\"",
            &["the field `name` has its name in quotes\nhelp: write it without: `name: value,`"],
        ),
        (
            "name = \"A\"",
            &["a `:` is missing after `name`\nhelp: a field is `name: value,`"],
        ),
        (
            "name \"A\"",
            &["a `:` is missing after `name`\nhelp: a field is `name: value,`"],
        ),
        (
            "name: \"A\",,",
            &["`,` begins no field\nhelp: a field is `name: \"Acme AI\",`"],
        ),
        (
            "5: \"B\", name: \"A\"",
            &["`5` begins no field\nhelp: a field is `name: \"Acme AI\",`"],
        ),
        (
            "/// The name.\nname: \"A\"",
            &["an attribute or doc comment on a field\nhelp: a remark begins with `//`"],
        ),
        (
            "name: \"A\", /// The end.\n",
            &["an attribute or doc comment on a field\nhelp: a remark begins with `//`"],
        ),
        (
            "pub name: \"A\"",
            &["`pub` begins no field\nhelp: a field is `name: \"Acme AI\",`"],
        ),
        (
            "name: \"A\", docs",
            &["`docs` has no value\nhelp: write one behind the colon, or leave the field out"],
        ),
        (
            "docs name: \"A\"",
            &["`docs` has no value\nhelp: write one behind the colon, or leave the field out"],
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
fn a_table_stands_behind_the_block_of_the_provider() {
    let call = "provider \"acme\" { name: \"Acme\",
        /// Faults.
        pub enum Fault { | code | kind | | a | Rain | }
    }";
    assert_eq!(
        faults(call),
        ["the table of `Fault` stands in the `provider` block\n\
          help: close the block with `}` before the table"]
    );
    let output = pipeline(format!("crate = ::error_codes; {call}").parse().unwrap());
    assert!(output.to_string().contains("pub enum Fault"));
}

#[test]
fn what_breaks_off_is_one_fault() {
    let acme = "provider \"acme\" { name: \"Acme\" }";
    let item = "expected `provider \"id\" { … }` or `pub enum Name { … }`\n\
        help: a call is one `provider` block, then one enum for each section of its error page";
    for (end, message) in [
        ("pub", item),
        ("#[doc = \"d\"]", item),
        (
            "pub enum",
            "this enum has no name\nhelp: give it one in upper camel case, such as `ErrorCode`",
        ),
        (
            "pub enum Fault",
            "expected `{`\nhelp: write `pub enum ErrorCode { | code | kind | … }`",
        ),
        (
            "provider",
            "the provider has no id\nhelp: write it as text: `provider \"acme\" { … }`",
        ),
    ] {
        assert_eq!(faults(&format!("{acme} {end}")), [message], "{end}");
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
fn a_call_of_which_a_part_was_passed_over_lacks_no_provider() {
    let table = "pub enum Fault { | code | kind | | a | Rain | }";
    let said = faults(&format!("struct Acme {{}} {table}"));
    assert_eq!(
        first_lines(&said),
        ["expected `provider \"id\" { … }` or `pub enum Name { … }`"]
    );
    assert_eq!(
        first_lines(&faults(table)),
        ["no `provider` block before `Fault`"]
    );
}

#[test]
fn sections_of_one_name_are_written_as_one_enum() {
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
