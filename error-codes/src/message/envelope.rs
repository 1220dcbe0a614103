//! What gateways wrap around a message: an id before it, ids after it, and the status code that they name in it.

use super::quotation::spoken;
use crate::cost;
use crate::response::status::parse_error;
use crate::scan::trim;
use http::StatusCode;

/// A message without its envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stripped<'a> {
    pub(super) stem: &'a str,
    /// The id that the outermost gateway gave the request.
    outer_id: Option<&'a str>,
}

impl<'a> Stripped<'a> {
    /// Returns the id that a message gives its request: around it, or at its end.
    pub(super) fn request_id(&self) -> Option<&'a str> {
        self.outer_id.or_else(|| {
            const LABELS: [&str; 6] = [
                "trace_id:",
                "request id:",
                "request_id:",
                "requestid:",
                "request-id:",
                "id:",
            ];
            let (before, id) = self.stem.trim_end_matches(['.', ')']).rsplit_once(' ')?;
            let mut labels = LABELS.iter();
            let is_labelled =
                labels.any(|label| strip_suffix_ignoring_case(before, label).is_some());
            (is_labelled && is_id(id)).then_some(id)
        })
    }
}

/// Takes off a status code, `[trace_id: …] ` and the like before the message, and ` (request id: …)`, ` (tid: …)` after
/// it, any number of them.
pub(super) fn strip_envelope(message: &str) -> Stripped<'_> {
    let mut stem = trim(message);
    let mut outer_id = None;
    while let Some((before, inside)) = last_group(stem) {
        cost::charge(stem.len() - before.len());
        let Some(id) = id_in(inside) else { break };
        outer_id = outer_id.or((!id.is_empty()).then_some(id));
        stem = before.trim_end();
    }
    stem = without_path(without_status(stem));
    while let Some((inside, after)) = first_group(stem) {
        cost::charge(stem.len() - after.len());
        outer_id = outer_id.or_else(|| id_in(inside).filter(|id| !id.is_empty()));
        stem = after.trim_start_matches([' ', ':']);
    }
    if let Some(inside) = stem
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        && !inside.contains(['[', ']'])
    {
        stem = inside.trim();
    }
    Stripped { stem, outer_id }
}

/// Returns the last HTTP status code of an error that a text names outside quotations: `status code: 429`, `HTTP 502`, `400
/// Bad Request`.
pub(crate) fn status_in(text: &str) -> Option<StatusCode> {
    spoken(text).rev().find_map(status_in_prose)
}

fn status_in_prose(text: &str) -> Option<StatusCode> {
    cost::charge(text.len());
    let bytes = text.bytes().enumerate().rev();
    let mut begin = bytes.filter(|(_, byte)| matches!(byte, b'4' | b'5'));
    begin.find_map(|(at, _)| {
        let (before, rest) = text.split_at_checked(at)?;
        let (number, after) = rest.split_at_checked(3)?;
        let status = parse_error(number)?;
        let is_part_of_word =
            before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphanumeric);
        let is_named = !is_part_of_word && (is_labelled(before) || has_reason(after, status));
        is_named.then_some(status)
    })
}

/// Returns whether the text before a number says that it is a status code.
fn is_labelled(before: &str) -> bool {
    const LABELS: [&str; 13] = [
        "status",
        "status code",
        "status_code",
        "statusCode",
        "error code",
        "http",
        "http error",
        "api error",
        "returned",
        "responded with",
        "状态码",
        "错误码",
        "返回",
    ];
    let before = before.trim_end_matches([' ', ':', '=', '：', '(']);
    LABELS
        .iter()
        .any(|label| strip_suffix_ignoring_case(before, label).is_some())
}

/// Returns whether the reason phrase of a status code follows it.
fn has_reason(after: &str, status: StatusCode) -> bool {
    let reason = status.canonical_reason();
    let after = after.strip_prefix(' ').unwrap_or_default();
    reason.is_some_and(|reason| after.starts_with(reason))
}

/// Splits `text (inside)`, and `text (inside` where the end is truncated.
fn last_group(text: &str) -> Option<(&str, &str)> {
    let open = text.rfind('(')?;
    let inside = &text[open + 1..];
    let inside = match inside.find(')') {
        Some(close) if close + 1 == inside.len() => &inside[..close],
        Some(_) => return None,
        None => inside,
    };
    Some((&text[..open], inside))
}

/// Takes the status code off `400 text`, which some gateways put there.
fn without_status(text: &str) -> &str {
    match text.as_bytes() {
        [b'4' | b'5', b'0'..=b'9', b'0'..=b'9', b' ' | b':', ..] => text[4..].trim_start(),
        _ => text,
    }
}

/// Takes off the place of what is wrong in the request, `messages.3.content.0: text`, as Anthropic and pydantic put it.
fn without_path(text: &str) -> &str {
    let is_step = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let end = text.find(|c| !is_step(c) && c != '.').unwrap_or(0);
    let (path, rest) = text.split_at(end);
    let has_index = path.split('.').any(|step| step.parse::<u32>().is_ok());
    match rest.strip_prefix(": ") {
        Some(text) if has_index && path.contains('.') => text,
        _ => text,
    }
}

/// Splits `[inside] text`, if some text follows. Where more is in brackets later on, they may quote what is between, unless the
/// first ones hold an id or another group follows.
fn first_group(text: &str) -> Option<(&str, &str)> {
    let (inside, after) = text.strip_prefix('[')?.split_once(']')?;
    if inside.contains('[') {
        return None;
    }
    let text = after.trim_start_matches([' ', ':']);
    let precedes_group = text.starts_with('[');
    let is_apart = precedes_group || text.len() < after.len() && !text.is_empty();
    let is_label = precedes_group || id_in(inside).is_some() || !text.contains(']');
    (is_apart && is_label).then_some((inside, after))
}

/// Returns the id in `request id: …`, `tid: …`, `trace_id: …`; it may be empty.
fn id_in(inside: &str) -> Option<&str> {
    let (label, id) = inside.split_once(':').unwrap_or((inside, ""));
    let label = label.trim();
    let is_label = label.len() <= 12
        && label.len() >= 2
        && label.as_bytes()[label.len() - 2..].eq_ignore_ascii_case(b"id");
    let id = id.trim();
    (is_label && (id.is_empty() || is_id(id))).then_some(id)
}

fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
}

/// Strips a suffix of ASCII letters in any case.
pub(crate) fn strip_suffix_ignoring_case<'t>(text: &'t str, suffix: &str) -> Option<&'t str> {
    let at = text.len().checked_sub(suffix.len())?;
    let (start, found) = text.split_at_checked(at)?;
    found.eq_ignore_ascii_case(suffix).then_some(start)
}
