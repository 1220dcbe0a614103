//! What gateways wrap around a message: an id before it, ids behind it.

use crate::steps;
use crate::text::trim;

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
        let (_, id) = core.rsplit_once("trace_id: ")?;
        Some(id.trim()).filter(|id| is_id(id))
    })
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
