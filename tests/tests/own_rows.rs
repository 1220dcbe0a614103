//! Rows that strain the look-up of messages and phrases.

use error_codes::{BodyShape, ErrorKind, HeaderMap, Provider, ProviderRef, Reader, Row, Table};

fn provider(rows: Vec<Row>) -> Provider {
    Provider::new("own", "Own")
        .with_shape(BodyShape::OPENAI)
        .with_table(Table::new("OwnError", rows))
}

/// The same letters where the macro lays down the look-up.
mod letters {
    error_codes::provider_errors! {
        /// Letters of several scripts.
        provider "letters" {
            name: "Letters",
            docs: "https://letters.example/errors",
            retrieved: "2026-11-26",
        }

        pub enum LetterError {
            | message               | variant | kind        |
            | "模型不存在"          | Model   | NotFound    |
            | "İstek sınırı aşıldı" | Limit   | RateLimited |
            | "ＡPI 限流"           | Flow    | RateLimited |
        }
    }
}

/// Returns the position of the row that a message matches.
fn position(reader: &Reader, message: &str) -> Option<usize> {
    let body = serde_json::json!({ "error": { "message": message } }).to_string();
    let headers = HeaderMap::new();
    let error = reader.read(None, &headers, &body);
    error.matched().map(|matched| matched.position())
}

fn row(number: usize) -> Row {
    Row::new(format!("Row{number}"), ErrorKind::InvalidRequest)
}

#[test]
fn every_phrase_is_found_however_many_there_are() {
    let rows = (0..600).map(|number| {
        let phrase = format!("(gadget{number}) … (broke)");
        row(number).with_phrases([phrase])
    });
    let reader = Reader::from(provider(rows.collect()));
    for number in [0, 511, 512, 599] {
        let message = format!("the gadget{number} of yours broke");
        assert_eq!(position(&reader, &message), Some(number), "{message}");
    }
}

#[test]
fn of_equal_rows_the_first_is_found_however_many_fit() {
    for others in [1, 31, 32, 33, 200] {
        let first = row(0).with_message("zzzzzzzzz qqq {x} kkk");
        let others = (1..=others)
            .map(|number| row(number).with_message(format!("aaaaaaaaa bbb {{x{number}}} ccc")));
        let rows = core::iter::once(first).chain(others).collect();
        let reader = Reader::from(provider(rows));
        let message = "it is so. aaaaaaaaa bbb 1 ccc. zzzzzzzzz qqq 2 kkk";
        assert_eq!(position(&reader, message), Some(0));
    }
}

#[test]
fn a_template_is_found_by_its_own_letters_of_any_script() {
    for (template, messages) in [
        (
            "模型不存在",
            &["模型不存在", "模型 不存在", "模型\n不存在"][..],
        ),
        ("模型 不存在", &["模型不存在", "模型  不存在"]),
        ("İstek sınırı aşıldı", &["İstek sınırı aşıldı"]),
        ("ＡPI 限流", &["ＡPI 限流", "API限流", "api 限流"]),
        ("API 限流了", &["ＡＰＩ限流了", "ＡPI 限流了"]),
    ] {
        let reader = Reader::from(provider(vec![row(0).with_message(template)]));
        for message in messages {
            assert_eq!(position(&reader, message), Some(0), "{template}: {message}");
        }
        let shared = ProviderRef::from(provider(vec![row(0).with_message(template)]));
        let several = Reader::providers([shared]);
        assert_eq!(position(&several, messages[0]), Some(0), "{template}");
    }
}

#[test]
fn the_macro_lays_down_the_same_letters() {
    let reader = Reader::provider(&letters::PROVIDER);
    for (message, expected) in [
        ("模型 不存在", 0),
        ("İstek sınırı aşıldı", 1),
        ("ＡPI 限流", 2),
        ("api 限流", 2),
    ] {
        assert_eq!(position(&reader, message), Some(expected), "{message}");
    }
}
