//! How far a value reaches.

use super::escape;
use super::look::{is_elision, is_random};
use crate::cost;

/// Returns the end of the value that begins at a place of a text.
///
/// Everything that hangs on a credential is a part of it, so that no half of it stays: `user:pass`, `id/secret`, `a%2Fb`.
pub(super) fn end(text: &str, start: usize) -> usize {
    end_within(text, start, text.len())
}

/// Returns the end of what decides whether it is a credential: the end of the value, unless it is far away.
pub(super) fn deciding_end(text: &str, start: usize) -> usize {
    end_within(text, start, start + DECIDING)
}

/// How much of a value decides.
pub(super) const DECIDING: usize = 256;

fn end_within(text: &str, start: usize, limit: usize) -> usize {
    let (mut at, mut end) = (start, start);
    while let Some(c) = text[at..].chars().next().filter(|_| at < limit) {
        let rest = &text[at..];
        let length = match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '_' => 1,
            '%' => escaped(rest),
            '(' | '[' if is_gap(rest) => 5,
            _ if is_elision(c) => c.len_utf8(),
            // What only joins does not end a value.
            '-' | '.' | '+' | '/' | '~' | ':' | '@' | '!' | '$' | '#' | '^' | '?' => {
                at += 1;
                continue;
            }
            '=' => {
                at += 1;
                let is_padding = end + 1 == at && !text[at..].starts_with(['"', '\'']);
                end += usize::from(is_padding);
                continue;
            }
            _ => break,
        };
        if length == 0 {
            break;
        }
        at += length;
        end = at;
    }
    cost::charge(at - start);
    end
}

/// Returns the end of a key, which may go on in the next line where a line was too short for it.
pub(super) fn end_of_lines(text: &str, start: usize) -> usize {
    let first = end(text, start);
    let rest = &text[first..];
    let Some(line) = rest.strip_prefix("\r\n").or(rest.strip_prefix('\n')) else {
        return first;
    };
    let next = text.len() - line.len();
    let run = line.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let is_alone = line[run..].is_empty() || line[run..].starts_with(char::is_whitespace);
    if is_alone && is_random(&line[..run]) {
        next + run
    } else {
        first
    }
}

/// Returns the end of a value in quotation marks, which may contain any sign but a space, or `None` if it is not near.
pub(super) fn end_of_quoted(text: &str, start: usize, quote: u8) -> Option<usize> {
    let bytes = text.as_bytes()[start..].iter().take(DECIDING);
    let is_end = |byte: &u8| *byte == quote || byte.is_ascii_whitespace() || *byte == b'\\';
    let length = bytes.clone().position(is_end).unwrap_or(0);
    cost::charge(length);
    let is_closed = length > 0 && text.as_bytes()[start + length] != b' ';
    is_closed.then_some(start + length)
}

/// Returns the letters, digits, joints and signs of elision at the start of a text, without the full stops at their end.
pub(super) fn part(text: &str) -> &str {
    let is_part =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.') || is_elision(c);
    let mut chars = text.char_indices();
    let end = chars.find(|&(at, c)| at >= DECIDING || !is_part(c));
    let run = &text[..end.map_or(text.len(), |(at, _)| at)];
    cost::charge(run.len());
    run.trim_end_matches(['.', '-'])
}

/// Returns whether a part was left out in brackets: `(...)`, `[...]`.
fn is_gap(rest: &str) -> bool {
    rest.starts_with("(...)") || rest.starts_with("[...]")
}

/// Returns the length of an escape of an address if it stands for a character of a value, or 0.
fn escaped(rest: &str) -> usize {
    match escape::read(rest.as_bytes()) {
        Some((c, length)) if c.is_ascii_alphanumeric() || b"+/=_-.~:@!$*".contains(&c) => length,
        Some((b'%', 1)) => 1,
        _ => 0,
    }
}
