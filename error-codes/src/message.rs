//! What gateways wrap around a message, an id before it and ids behind it, and the status that they name in it.

use crate::steps;
use crate::text::{error_status, strip_end, trim};
use http::StatusCode;

/// A message without its wrapping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unwrapped<'a> {
    pub(crate) core: &'a str,
    /// The id that the outermost gateway gave the request.
    pub(crate) request_id: Option<&'a str>,
}

/// Takes off a status, `[trace_id: …] ` and the like in front and ` (request id: …)`, ` (tid: …)` behind, any number of
/// them.
pub(crate) fn unwrap(message: &str) -> Unwrapped<'_> {
    let mut core = trim(message);
    let mut request_id = None;
    while let Some((before, inside)) = last_group(core) {
        steps::count(core.len() - before.len());
        let Some(id) = id_in(inside) else { break };
        request_id = request_id.or((!id.is_empty()).then_some(id));
        core = before.trim_end();
    }
    core = without_status(core);
    while let Some((inside, after)) = first_group(core) {
        steps::count(core.len() - after.len());
        request_id = request_id.or_else(|| id_in(inside).filter(|id| !id.is_empty()));
        core = after.trim_start_matches([' ', ':']);
    }
    Unwrapped { core, request_id }
}

/// The id that a message gives its request: around it, or at its end.
pub(crate) fn request_id(message: &str) -> Option<&str> {
    let Unwrapped { core, request_id } = unwrap(message);
    request_id.or_else(|| {
        let (before, id) = core.rsplit_once(' ')?;
        (before.ends_with("trace_id:") && is_id(id)).then_some(id)
    })
}

/// The last HTTP status of an error that a message names: `status code: 429`, `HTTP 502`, `400 Bad Request`.
pub(crate) fn status(message: &str) -> Option<StatusCode> {
    steps::count(message.len());
    let bytes = message.bytes().enumerate().rev();
    let mut begin = bytes.filter(|(_, byte)| matches!(byte, b'4' | b'5'));
    begin.find_map(|(at, _)| {
        let (before, rest) = message.split_at(at);
        let (number, after) = rest.split_at_checked(3)?;
        let status = error_status(number)?;
        let is_inside =
            before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphanumeric);
        let is_named = !is_inside && (is_labelled(before) || has_reason(after, status));
        is_named.then_some(status)
    })
}

/// Whether what stands before a number says that it is a status.
fn is_labelled(before: &str) -> bool {
    const LABELS: [&str; 6] = [
        "status",
        "status code",
        "status_code",
        "statusCode",
        "error code",
        "http",
    ];
    let before = before.trim_end_matches([' ', ':', '=', '"']);
    LABELS
        .iter()
        .any(|label| strip_end(before, label).is_some())
}

/// Whether a status's reason phrase stands behind it.
fn has_reason(after: &str, status: StatusCode) -> bool {
    let reason = status.canonical_reason();
    let after = after.strip_prefix(' ').unwrap_or_default();
    reason.is_some_and(|reason| after.starts_with(reason))
}

/// `text (inside)`, and `text (inside` where the end was cut off.
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

/// `400 text` without the status, which some gateways put in front.
fn without_status(text: &str) -> &str {
    match text.as_bytes() {
        [b'4' | b'5', b'0'..=b'9', b'0'..=b'9', b' ' | b':', ..] => text[4..].trim_start(),
        _ => text,
    }
}

/// `[inside] text`, if something follows.
fn first_group(text: &str) -> Option<(&str, &str)> {
    let (inside, after) = text.strip_prefix('[')?.split_once(']')?;
    (!after.trim().is_empty()).then_some((inside, after))
}

/// The id in `request id: …`, `tid: …`, `trace_id: …`.
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
