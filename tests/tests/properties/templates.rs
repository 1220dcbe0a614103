//! Message templates: each matches the message that is rendered from it, and gives the values of its placeholders back.

use super::cases;
use error_codes::{ErrorKind, HeaderMap, Provider, Reader, Row, Table};
use proptest::prelude::*;
use proptest::sample::select;

/// Text between placeholders. No value is part of it.
fn text() -> impl Strategy<Value = String> {
    let piece = select(vec![
        "model",
        "is",
        "Not",
        "found",
        " ",
        " ",
        ", ",
        ": ",
        ".",
        "!",
        "?",
        " (",
        ") ",
        "-",
        "/",
        "_",
        "'",
        "模型",
        "不存在",
        "。",
        "，",
        "…",
        "！",
        "#",
        "=",
        "{{",
        "}}",
    ]);
    prop::collection::vec(piece, 1..4).prop_map(|pieces| pieces.concat())
}

fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[qz][0-9]{1,4}",
        1 => "[0-9]{1,2}",
        1 => select(vec!["甲", "乙丙", "丁q1"]).prop_map(str::to_owned),
    ]
}

/// A template in its parts, `text {a} text {b} text`, and a value for each placeholder.
fn template() -> impl Strategy<Value = (String, Vec<(String, String)>)> {
    let ends = || prop_oneof![1 => Just(String::new()), 3 => text()];
    let inner = prop::collection::vec((text(), value()), 0..3);
    (ends(), value(), inner, ends()).prop_map(|(first, value, inner, last)| {
        let mut template = format!("{first}{{p0}}");
        let mut values = vec![("p0".to_owned(), value)];
        for (at, (text, value)) in inner.into_iter().enumerate() {
            let name = format!("p{}", at + 1);
            template.extend([text.as_str(), "{", &name, "}"]);
            values.push((name, value));
        }
        template.push_str(&last);
        let texts = template.replace("{p", "");
        if !texts.contains(char::is_alphabetic) {
            // A table refuses a template without a word.
            template.insert_str(0, "gone ");
        }
        (template, values)
    })
}

/// Reads the message that a template is rendered to, and returns the placeholders of the row that was matched.
fn read_back(template: &str, values: &[(String, String)]) -> Option<Vec<(String, String)>> {
    let row = Row::new("Only", ErrorKind::Conflict).with_message(template.to_owned());
    let provider = Provider::new("acme", "Acme").with_table(Table::new("Fault", [row]));
    let values: Vec<(&str, &str)> = values
        .iter()
        .map(|(name, value)| (&**name, &**value))
        .collect();
    let response = provider.entries().next()?.render(&values);
    let reader = Reader::from(std::sync::Arc::new(provider));
    let error = reader.read_response(&response);
    error.matched()?;
    let params = error.params();
    let params = params
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
    Some(params.collect())
}

proptest! {
    #![proptest_config(cases(4000))]

    #[test]
    fn a_template_matches_its_own_rendering((template, values) in template()) {
        prop_assert_eq!(read_back(&template, &values), Some(values), "{}", template);
    }
}

#[test]
fn a_full_stop_after_a_placeholder_is_not_part_of_it() {
    for (template, value) in [
        ("this key belongs to {who}.", "q1"),
        ("this key belongs to {who}.", "q.1"),
        ("Key of {who}!", "q1"),
        ("密钥属于 {who}。", "甲"),
    ] {
        let values = vec![("who".to_owned(), value.to_owned())];
        assert_eq!(read_back(template, &values), Some(values), "{template}");
    }
}

/// The macro refuses the first order: its second row would never be found.
#[test]
fn of_two_messages_that_say_as_much_the_first_wins() {
    let first = |one: &'static str, other: &'static str| {
        let rows = [("One", one), ("Two", other)];
        let rows =
            rows.map(|(name, template)| Row::new(name, ErrorKind::Conflict).with_message(template));
        let provider = Provider::new("acme", "Acme").with_table(Table::new("Fault", rows));
        let body = r#"{"error":{"message":"Limit reached: 5 a day"}}"#;
        let reader = Reader::from(std::sync::Arc::new(provider));
        let headers = HeaderMap::new();
        let error = reader.read(None, &headers, body);
        error
            .matched()
            .map(|entry| entry.row().variant().to_owned())
    };
    let (short, long) = ("Limit reached", "Limit reached: {detail}");
    assert_eq!(first(short, long).as_deref(), Some("One"));
    assert_eq!(first(long, short).as_deref(), Some("One"));
}
