//! Credentials that are known by their place: in an address, between the lines of a PEM block, before their name.

use super::look::{Look, is_elision};
use super::name::is_one_of;
use core::ops::Range;

/// Returns user and password of an address, `scheme://user:password@host`, by the place of its `://`. A user alone is kept if
/// it is a plain name.
pub(super) fn userinfo(text: &str, colon: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 512;
    let start = colon + "://".len();
    let authority = text.as_bytes()[start..].iter().take(LONGEST);
    let is_end = |byte: &u8| byte.is_ascii_whitespace() || b"/?#\"'<>\\`".contains(byte);
    let length = authority.take_while(|byte| !is_end(byte)).count();
    let authority = &text.as_bytes()[start..start + length];
    let at = authority.iter().rposition(|&byte| byte == b'@')?;
    let userinfo = &text[start..start + at];
    let is_credential = match userinfo.split_once(':') {
        Some((_, password)) => !password.chars().all(is_elision),
        None => matches!(Look::of(userinfo), Look::Random | Look::Elided),
    };
    is_credential.then_some(start..start + at)
}

/// Returns what is between the lines of a PEM block of a private key, by the place of its `-----BEGIN`.
pub(super) fn pem(text: &str, begin: usize) -> Option<Range<usize>> {
    const LONGEST_LABEL: usize = 64;
    let label = begin + "-----BEGIN".len();
    let dashes = text[label..]
        .find("-----")
        .filter(|&length| length < LONGEST_LABEL)?;
    if !text[label..label + dashes].contains("KEY") {
        return None;
    }
    let start = label + dashes + "-----".len();
    let end = text[start..].find("-----END").unwrap_or(text.len() - start);
    let is_shown = text[start..start + end].contains(|c: char| c.is_ascii_alphanumeric());
    is_shown.then_some(start..start + end)
}

/// Returns a value that is named after it: `a1B2c3D4 is not a valid API key`, by the place of the name.
pub(super) fn named_after(text: &str, name: usize) -> Option<Range<usize>> {
    const WIDEST: usize = 48;
    const LONGEST: usize = 256;
    let is_word = |c: char| c.is_ascii_alphabetic() || c == '\'';
    let from =
        (name.saturating_sub(WIDEST + LONGEST)..name).find(|&at| text.is_char_boundary(at))?;
    let text = &text[from..name];
    let mut before = text.trim_end();
    let mut is_said = false;
    while text.len() - before.len() < WIDEST {
        let rest = before.trim_end_matches(is_word);
        let word = &before[rest.len()..];
        if is_one_of(word, &SAYING) {
            is_said = true;
        } else if !is_one_of(word, &BETWEEN) {
            break;
        }
        before = rest.trim_end();
    }
    if !is_said {
        return None;
    }
    let before = before.trim_end_matches(['"', '\'', '`', ')', ']']);
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '+' | '/');
    let start = before.trim_end_matches(is_part).len();
    let is_credential = Look::of(&before[start..]) == Look::Random;
    is_credential.then_some(from + start..from + before.len())
}

/// Words that say of what is before them that it is what comes after them.
const SAYING: [&str; 6] = ["is", "isn't", "was", "wasn't", "as", "matches"];

/// Words between them.
const BETWEEN: [&str; 18] = [
    "a",
    "access",
    "active",
    "an",
    "any",
    "api",
    "correct",
    "expired",
    "invalid",
    "known",
    "no",
    "not",
    "recognized",
    "registered",
    "revoked",
    "the",
    "valid",
    "your",
];
