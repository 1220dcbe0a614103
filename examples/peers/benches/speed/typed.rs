//! The least code that reads a body: parsed into the required fields, with borrowed text.

use serde::Deserialize;
use std::borrow::Cow;

/// Reads code and message from their known places, and returns their lengths.
pub fn read(body: &str) -> Option<(usize, usize)> {
    #[derive(Deserialize)]
    struct Body<'a> {
        #[serde(borrow)]
        error: Fields<'a>,
    }
    let body: Body<'_> = serde_json::from_slice(body.as_bytes()).ok()?;
    Some((body.error.code.len(), body.error.message.len()))
}

/// Reads the same from bodies of two shapes. Returns `None` for any other.
pub fn read_mixed(body: &str) -> Option<(usize, usize)> {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Body<'a> {
        #[serde(borrow)]
        error: Option<Fields<'a>>,
        #[serde(borrow)]
        reason: Cow<'a, str>,
        #[serde(borrow)]
        message: Cow<'a, str>,
    }
    let body: Body<'_> = serde_json::from_slice(body.as_bytes()).ok()?;
    let lengths = (body.reason.len(), body.message.len());
    let inside = body
        .error
        .map(|error| (error.code.len(), error.message.len()));
    Some(inside.unwrap_or(lengths))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Fields<'a> {
    #[serde(borrow)]
    code: Cow<'a, str>,
    #[serde(borrow)]
    message: Cow<'a, str>,
}

/// Reads the text of an event of Chat Completions, and returns its length.
pub fn read_chunk(event: &str) -> Option<usize> {
    #[derive(Deserialize)]
    struct Chunk<'a> {
        #[serde(borrow)]
        choices: [Choice<'a>; 1],
    }
    #[derive(Deserialize)]
    struct Choice<'a> {
        #[serde(borrow)]
        delta: Delta<'a>,
    }
    #[derive(Deserialize)]
    struct Delta<'a> {
        #[serde(borrow)]
        content: Cow<'a, str>,
    }
    let chunk: Chunk<'_> = serde_json::from_slice(event.as_bytes()).ok()?;
    let [choice] = chunk.choices;
    Some(choice.delta.content.len())
}
