//! The values of headers that are credentials to their end: `Authorization` and `Cookie`.

use super::form;
use super::gap::Gap;
use super::look::Look;
use super::name::{Name, is_one_of};
use super::value;
use core::ops::Range;

/// Returns the part to hide of the value after a gap.
pub(super) fn value(text: &str, gap: Gap, is_separated: bool, name: Name) -> Option<Range<usize>> {
    let start = gap.end;
    match name {
        Name::Cookie if is_separated => Some(start..end_of_pairs(text, start)?),
        Name::Cookie => None,
        _ => authorization(text, start, is_separated),
    }
}

fn authorization(text: &str, start: usize, is_separated: bool) -> Option<Range<usize>> {
    let scheme = value::deciding_end(text, start);
    let word = &text[start..scheme];
    let is_known = is_one_of(word, &SCHEMES) || word.contains("HMAC");
    // What is masked already, as a whole or from a sign on, is the value.
    let after = text[scheme..].trim_start_matches(' ');
    if form::is_masked(word) || form::is_masked(after) {
        return None;
    }
    let next = text[scheme..]
        .strip_prefix(' ')
        .or_else(|| text[scheme..].strip_prefix("%20"));
    if let Some(next) = next.filter(|next| next.starts_with(|c: char| c.is_ascii_alphanumeric())) {
        let next = text.len() - next.len();
        if let Some(end) = end_of_pairs(text, next).filter(|_| is_separated || is_known) {
            return Some(next..end);
        }
        let end = value::deciding_end(text, next);
        let is_credential = match Look::of(&text[next..end]) {
            Look::Random => is_separated || is_known,
            Look::Joined => is_known && Name::of(&text[next..end], "", "").is_none(),
            Look::Compact | Look::Elided => is_known,
            Look::Plain | Look::Number | Look::Nothing => false,
        };
        if is_credential {
            return Some(next..value::end(text, next));
        }
    }
    let is_credential = match Look::of(word) {
        Look::Random | Look::Elided => true,
        Look::Compact | Look::Joined => {
            is_separated && !is_known && Name::of(word, "", "").is_none()
        }
        Look::Plain | Look::Number | Look::Nothing => false,
    };
    is_credential.then(|| start..value::end(text, start))
}

/// The schemes of `Authorization`.
const SCHEMES: [&str; 14] = [
    "apikey",
    "api-key",
    "basic",
    "bearer",
    "bot",
    "digest",
    "hawk",
    "key",
    "negotiate",
    "oauth",
    "signature",
    "ssws",
    "token",
    "hmac",
];

/// Returns the end of `name=value` pairs that are joined by commas or semicolons, or `None` if there are none.
fn end_of_pairs(text: &str, start: usize) -> Option<usize> {
    let mut end = None;
    let mut at = start;
    while let Some(next) = end_of_pair(text, at) {
        end = Some(next);
        let rest = &text[next..];
        let Some(rest) = rest.strip_prefix([',', ';']) else {
            break;
        };
        at = text.len() - rest.trim_start_matches(' ').len();
    }
    end
}

fn end_of_pair(text: &str, start: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[start..];
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    let name = bytes
        .iter()
        .take(64)
        .take_while(|byte| is_name(byte))
        .count();
    let value = &bytes[name..];
    match value {
        _ if name == 0 => None,
        [b'=', b'"', quoted @ ..] => {
            let length = quoted.iter().take(1024).position(|&byte| byte == b'"')?;
            Some(start + name + 2 + length + 1)
        }
        [b'=', rest @ ..] => {
            let is_end = |byte: &u8| {
                byte.is_ascii_whitespace() || b",;\"'<>)\\".contains(byte) || !byte.is_ascii()
            };
            let length = rest.iter().position(is_end).unwrap_or(rest.len());
            (length > 0).then_some(start + name + 1 + length)
        }
        // `HttpOnly` and `Secure` stand alone.
        _ => is_one_of(
            &text[start..start + name],
            &["httponly", "secure", "partitioned"],
        )
        .then_some(start + name),
    }
}
