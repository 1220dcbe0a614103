//! What gateways wrap around a message: an id before it, ids behind it.

use crate::steps;
use crate::text::{error_status, trim};
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
    let is_delimiter = |letter: char| !letter.is_alphanumeric();
    let mut found = None;
    let mut is_labelled = false;
    let mut rest = message.trim_start_matches(is_delimiter);
    while !rest.is_empty() {
        let (word, after) = rest.split_at(rest.find(is_delimiter).unwrap_or(rest.len()));
        let is = |label: &str| word.eq_ignore_ascii_case(label);
        if let Some(status) = error_status(word)
            && (is_labelled || has_reason(after, status))
        {
            found = Some(status);
        }
        is_labelled = ["status", "statusCode", "http", "error"]
            .into_iter()
            .any(is)
            || (is_labelled && is("code"));
        rest = after.trim_start_matches(is_delimiter);
    }
    found
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
