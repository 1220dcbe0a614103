//! The formats that error bodies come in: JSON, event streams, HTML pages, plain text, and mixtures of them.

use super::fields::Fields;
use super::json::Source;
use super::shape::{self, BodyShape};
use super::status;
use crate::cost;
use crate::message::{is_enclosed, status_in};

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
            [b'[', inside @ ..] if begins_element(inside) => Format::Json(body),
            [b'"', ..] => Format::Quoted(body),
            _ if is_event_stream(body) => Format::EventStream(body),
            _ => Format::Text(body),
        }
    }
}

/// Reads a body of any format. The provider's own shape comes first; if it finds nothing, every known one is tried.
pub(crate) fn read(body: &[u8], shape: Option<BodyShape>) -> Fields<'_> {
    match Format::of(body) {
        Format::Json(json) => read_lines(json, shape),
        Format::Quoted(string) => Fields::of_message(Source::new(string).leading_string()),
        Format::EventStream(stream) => events(stream)
            .map(|event| event.read(shape))
            .find(Fields::says_something)
            .unwrap_or_default(),
        Format::Text(text) => read_text(text, shape),
    }
}

/// Returns whether a body can report an error by itself, at a glance: `false` is certain.
pub(crate) fn may_report_error(body: &[u8], shape: Option<BodyShape>) -> bool {
    match Format::of(body) {
        Format::Json(json) => shape::may_report_error(json, shape),
        Format::Quoted(_) | Format::EventStream(_) | Format::Text(_) => true,
    }
}

/// Reads the response of an upstream inside a message: a JSON object that says something, if it is the whole message or the
/// words before it introduce it, or what follows `, err: `, as gateways written in Go put it.
pub(crate) fn read_nested(text: &str) -> Option<Fields<'_>> {
    let object = object_in(text.as_bytes()).filter(|object| {
        let before = &text[..text.len() - object.len()];
        let after = text.get(before.len() + end_of_object(object)..);
        is_introduced(before) && !is_enclosed(before, after.unwrap_or_default())
    });
    let fields = object.map(|object| Fields::in_json(object, None));
    fields.filter(Fields::says_something).or_else(|| {
        // One character is found much faster than several.
        let mut commas = text.rmatch_indices(',');
        let rests = commas.find_map(|(at, _)| Some((at, text[at..].strip_prefix(", err: ")?)));
        let (before, upstream) = rests.map(|(at, upstream)| (&text[..at], upstream))?;
        (!is_enclosed(before, upstream)).then(|| Fields::of_message(Some(upstream.into())))
    })
}

/// Returns where an object ends.
fn end_of_object(object: &[u8]) -> usize {
    let (mut depth, mut is_quoted, mut is_escaped) = (0_usize, false, false);
    for (at, byte) in object.iter().enumerate() {
        match (is_quoted, byte) {
            _ if is_escaped => is_escaped = false,
            (_, b'\\') => is_escaped = true,
            (true, b'"') => is_quoted = false,
            (false, b'"') => is_quoted = true,
            (false, b'{' | b'[') => depth += 1,
            (false, b'}' | b']') => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
    }
    object.len()
}

/// The words that introduce a response: whose it is, or how it came about.
const OF_RESPONSE: [&str; 22] = [
    "err",
    "error",
    "errors",
    "exception",
    "code",
    "status",
    "body",
    "response",
    "upstream",
    "failed",
    "failure",
    "message",
    "details",
    "detail",
    "reason",
    "cause",
    "returned",
    "api",
    "data",
    "msg",
    "错误",
    "响应",
];

/// The words that introduce what a caller wrote.
const OF_INPUT: [&str; 18] = [
    "value",
    "values",
    "parameter",
    "param",
    "field",
    "argument",
    "input",
    "prompt",
    "process",
    "parse",
    "property",
    "content",
    "text",
    "string",
    "schema",
    "got",
    "provided",
    "tool",
];

/// Returns whether the words before an object say that it is the response of somebody: a caller's object is introduced by
/// other words, or quoted.
fn is_introduced(before: &str) -> bool {
    let before = before.trim_end();
    let before = before
        .strip_suffix("b'")
        .or(before.strip_suffix("b\""))
        .unwrap_or(before);
    if before.ends_with(['"', '\'', '`', '“', '「', '\\']) {
        return false;
    }
    let words = before.rsplit(|c: char| !c.is_alphanumeric());
    let mut last = words.filter(|word| !word.is_empty()).take(6);
    let ends_in = |word: &str, end: &str| {
        let at = word.len().checked_sub(end.len());
        at.and_then(|at| word.get(at..))
            .is_some_and(|tail| tail.eq_ignore_ascii_case(end))
    };
    let is_input = |word: &str| {
        OF_INPUT
            .iter()
            .any(|input| word.eq_ignore_ascii_case(input))
    };
    let introduces = |word: &str| OF_RESPONSE.iter().any(|end| ends_in(word, end));
    let is_response = last.clone().any(introduces) && !last.clone().take(2).any(is_input);
    let is_numbered = last
        .next()
        .is_some_and(|word| status::parse_error(word).is_some());
    let end = before.len().saturating_sub(40);
    let end = (end..=before.len())
        .find(|at| before.is_char_boundary(*at))
        .unwrap_or(0);
    let names_status = status_in(&before[end..]).is_some();
    before.is_empty() || names_status || is_numbered || is_response
}

/// Reads an array, an object, or one object a line: the first that says something.
fn read_lines(json: &[u8], shape: Option<BodyShape>) -> Fields<'_> {
    let first = Fields::in_json(json, shape);
    if first.says_something() || !json.starts_with(b"{") {
        return first;
    }
    let lines = lines(json).skip(1).filter(|line| line.starts_with(b"{"));
    let mut others = lines.map(|line| Fields::in_json(line, shape));
    others.find(Fields::says_something).unwrap_or(first)
}

/// Reads prose that is followed by JSON and may name a status code, a page, or a sentence.
fn read_text(body: &[u8], shape: Option<BodyShape>) -> Fields<'_> {
    let fields = object_in(body).map(|object| {
        let fields = Fields::in_json(object, shape);
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

/// Returns whether an element of an array begins here that can hold an error, or the array ends.
fn begins_element(inside: &[u8]) -> bool {
    let first = inside.trim_ascii_start().first();
    matches!(first, None | Some(b'{' | b'[' | b'"' | b']'))
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

fn lines(body: &[u8]) -> impl Iterator<Item = &[u8]> {
    body.split(|byte| matches!(byte, b'\n' | b'\r'))
        .inspect(|line| cost::charge(line.len()))
        .filter(|line| !line.is_empty())
}

/// An event of a stream: a line of its data, and whether its name says that this is an error.
struct Event<'a> {
    data: &'a [u8],
    is_error: bool,
}

impl<'a> Event<'a> {
    fn read(self, shape: Option<BodyShape>) -> Fields<'a> {
        let fields = match self.data {
            [b'{' | b'[', ..] => Fields::in_json(self.data, shape),
            data if self.is_error => Fields::of_message(readable(data, TEXT_LIMIT).map(Into::into)),
            _ => Fields::default(),
        };
        if self.is_error {
            fields.in_error()
        } else {
            fields
        }
    }
}

/// Returns the events of a stream. Its name may be before the data or right behind it.
fn events(body: &[u8]) -> impl Iterator<Item = Event<'_>> {
    let mut lines = lines(body).peekable();
    let mut is_error = false;
    core::iter::from_fn(move || {
        loop {
            let line = lines.next()?;
            if let Some(name) = line.strip_prefix(b"event:") {
                is_error = name.trim_ascii() == b"error";
                continue;
            }
            let Some(data) = line.strip_prefix(b"data:") else {
                continue;
            };
            let is_named_behind = lines
                .peek()
                .and_then(|next| next.strip_prefix(b"event:"))
                .is_some_and(|name| name.trim_ascii() == b"error");
            let event = Event {
                data: data.trim_ascii(),
                is_error: is_error || is_named_behind,
            };
            is_error = false;
            return Some(event);
        }
    })
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
