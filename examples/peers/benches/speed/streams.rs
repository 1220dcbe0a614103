//! The events of a stream.

use crate::cases::Group;
use crate::received::Received;
use crate::responses;
use crate::typed;
use error_codes::providers::modelverse;
use error_codes::{EventReader, Reader};
use std::cell::RefCell;

/// An event of Chat Completions with a word of its text.
const CHUNK: &str = concat!(
    r#"{"id":"chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT","object":"chat.completion.chunk","created":1795000000,"#,
    r#""model":"gpt-5.4-2026-03-05","service_tier":"default","system_fingerprint":"fp_44709d6fcb","#,
    r#""choices":[{"index":0,"delta":{"content":"{word}"},"logprobs":null,"finish_reason":null}],"usage":null}"#,
);

pub fn groups() -> [Group; 2] {
    [events(), errors()]
}

fn events() -> Group {
    Group::new("an event of a stream")
        .case("serde_json, typed and borrowed", chunks, |chunk| {
            typed::read_chunk(chunk)
        })
        .case(
            "error-codes, error_in_event",
            || with_reader(chunks()),
            |(reader, chunk): &(Reader, String)| reader.error_in_event(chunk).is_some(),
        )
        .case(
            "error-codes, EventReader",
            || with_event_reader(chunks()),
            read,
        )
}

fn errors() -> Group {
    let bodies = || {
        let responses = responses::with_codes().into_iter();
        responses.map(|response| response.body).collect()
    };
    Group::new("an error in a stream")
        .case(
            "as a response",
            responses::with_codes,
            |response: &Received| responses::read(&modelverse::PROVIDER, response),
        )
        .case(
            "error-codes, EventReader",
            move || with_event_reader(bodies()),
            read,
        )
}

fn chunks() -> Vec<String> {
    let words = "The capital of France is Paris, a city of about two million people on the Seine";
    let chunks = words
        .split_inclusive(' ')
        .map(|word| CHUNK.replace("{word}", word));
    chunks.collect()
}

fn with_reader(events: Vec<String>) -> Vec<(Reader, String)> {
    let reader = Reader::provider(&modelverse::PROVIDER);
    events
        .into_iter()
        .map(|event| (reader.clone(), event))
        .collect()
}

/// Returns for each event a stream that consists of it alone, over and over.
fn with_event_reader(events: Vec<String>) -> Vec<(RefCell<EventReader>, String)> {
    let events = with_reader(events).into_iter();
    let streams = events.map(|(reader, event)| {
        let stream = RefCell::new(reader.event_reader());
        (stream, format!("data: {event}\n\n"))
    });
    streams.collect()
}

/// Reads an event to its end, whether it is an error or not.
fn read((stream, event): &(RefCell<EventReader>, String)) -> bool {
    let mut stream = stream.borrow_mut();
    let error = stream.push(event.as_bytes());
    if let Some(error) = &error {
        stream.push(&event.as_bytes()[error.end..]);
    }
    error.is_some()
}
