//! The formats that error bodies come in: JSON, event streams, HTML pages, plain text, and mixtures of them.

use super::fields::Fields;
use super::json::Source;
use super::shape::BodyShape;
use crate::cost;
use crate::message::status_in;

/// How much of a body that is not JSON is kept as its message, in bytes.
const TEXT_LIMIT: usize = 8 * 1024;

/// The format of a body.
enum Format<'a> {
    /// An object or an array.
    Json(&'a [u8]),
    /// A JSON string.
    Quoted(&'a [u8]),
    EventStream(&'a [u8]),
    Text(&'a [u8]),
}

impl<'a> Format<'a> {
    fn of(body: &'a [u8]) -> Self {
        let body = body
            .strip_prefix(b"\xef\xbb\xbf")
            .unwrap_or(body)
            .trim_ascii();
        match body {
            [b'{', ..] => Format::Json(body),
            // `[trace_id: 1] text` is not an array.
            [b'[', inside @ ..] if !begins_with_letter(inside) => Format::Json(body),
            [b'"', ..] => Format::Quoted(body),
            _ if is_event_stream(body) => Format::EventStream(body),
            _ => Format::Text(body),
        }
    }
}

/// Reads a body of any format. The provider's own shape comes first; if it finds nothing, every known one is tried.
pub(crate) fn read(body: &[u8], shape: Option<BodyShape>) -> Fields<'_> {
    match Format::of(body) {
        Format::Json(json) => read_json(json, shape),
        Format::Quoted(string) => Fields::of_message(Source::new(string).leading_string()),
        Format::EventStream(stream) => event_data(stream)
            .map(|data| read_json(data, shape))
            .find(Fields::says_something)
            .unwrap_or_default(),
        Format::Text(text) => read_text(text, shape),
    }
}

/// Reads the response of an upstream that is quoted in a message: a JSON object that says something, or what follows
/// `, err: `, as gateways written in Go put it.
pub(crate) fn read_nested(text: &str) -> Option<Fields<'_>> {
    let object = object_in(text.as_bytes()).map(|object| Fields::in_json(object, BodyShape::ANY));
    object.filter(Fields::says_something).or_else(|| {
        let (_, upstream) = text.rsplit_once(", err: ")?;
        Some(Fields::of_message(Some(upstream.into())))
    })
}

fn read_json(json: &[u8], shape: Option<BodyShape>) -> Fields<'_> {
    let own = shape.map(|shape| Fields::in_json(json, shape));
    own.filter(Fields::says_something)
        .unwrap_or_else(|| Fields::in_json(json, BodyShape::ANY))
}

/// Reads prose that is followed by JSON and may name a status code, a page, or a sentence.
fn read_text(body: &[u8], shape: Option<BodyShape>) -> Fields<'_> {
    let fields = object_in(body).map(|object| {
        let fields = read_json(object, shape);
        let prose = str::from_utf8(&body[..body.len() - object.len()]).ok();
        Fields {
            status: fields.status.or_else(|| status_in(prose?)),
            ..fields
        }
    });
    if let Some(fields) = fields.filter(Fields::says_something) {
        return fields;
    }
    let text = readable(body, TEXT_LIMIT);
    let page = text.filter(|text| text.starts_with('<'));
    Fields {
        is_page: page.is_some(),
        ..Fields::of_message(page.and_then(title).or(text).map(Into::into))
    }
}

fn begins_with_letter(text: &[u8]) -> bool {
    let first = text.trim_ascii_start().first();
    first.is_some_and(u8::is_ascii_alphabetic)
}

/// Returns the text from the first brace on that a key follows, which may be quoted once more.
fn object_in(text: &[u8]) -> Option<&[u8]> {
    cost::charge(text.len());
    let is_object = |rest: &[u8]| {
        let inside = rest.strip_prefix(b"{").map(<[u8]>::trim_ascii_start);
        cost::charge(inside.map_or(0, |inside| rest.len() - inside.len()));
        matches!(inside, Some([b'"' | b'\'' | b'\\', ..]))
    };
    let braces = text.iter().enumerate().filter(|(_, byte)| **byte == b'{');
    braces
        .map(|(at, _)| &text[at..])
        .find(|rest| is_object(rest))
}

fn is_event_stream(body: &[u8]) -> bool {
    const STARTS: [&[u8]; 5] = [b"data:", b"event:", b"id:", b"retry:", b":"];
    STARTS.iter().any(|start| body.starts_with(start))
}

/// Returns the data of each event, one line each.
fn event_data(body: &[u8]) -> impl Iterator<Item = &[u8]> {
    body.split(|byte| matches!(byte, b'\n' | b'\r'))
        .inspect(|line| cost::charge(line.len()))
        .filter_map(|line| line.strip_prefix(b"data:"))
        .map(<[u8]>::trim_ascii)
}

/// Returns the start of the bytes, at most `limit` of them, if it is text for people.
fn readable(bytes: &[u8], limit: usize) -> Option<&str> {
    let start = &bytes[..bytes.len().min(limit)];
    let text = match str::from_utf8(start) {
        Ok(text) => text,
        // The limit may split a character, which is left out; anything else that is not UTF-8 is not text.
        Err(error) if error.error_len().is_none() => {
            str::from_utf8(&start[..error.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return None,
    };
    let is_noise = |c: char| c.is_control() && !c.is_whitespace();
    let text = text.trim();
    (!text.is_empty() && !text.contains(is_noise)).then_some(text)
}

/// Returns the title of an HTML page.
fn title(page: &str) -> Option<&str> {
    let from = find_ignoring_case(page, "<title")?;
    let (_, inside) = page[from..].split_once('>')?;
    let end = find_ignoring_case(inside, "</title")?;
    Some(inside[..end].trim()).filter(|title| !title.is_empty())
}

fn find_ignoring_case(text: &str, word: &str) -> Option<usize> {
    text.as_bytes()
        .windows(word.len())
        .position(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}
