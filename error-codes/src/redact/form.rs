//! What credentials look like.

use super::label::label;

/// Returns the prefix of a key and whether the text is one, or `None` if it has no such prefix.
pub(super) fn own_form(text: &str, is_cut: bool) -> Option<(&'static str, bool)> {
    let is_elided = |rest: &str| is_elided(rest) || (is_cut && !rest.is_empty());
    if let Some(rest) = text.strip_prefix("sk-") {
        let is_whole = rest.len() >= 8 || rest.bytes().any(|byte| byte.is_ascii_digit());
        return Some(("sk-", (is_whole || is_elided(rest)) && !is_mask(rest)));
    }
    if let Some(rest) = text.strip_prefix("eyJ") {
        let is_token = rest.len() >= 16 && rest.matches('.').count() >= 2;
        return (is_token || is_elided(rest)).then(|| ("eyJ", !is_mask(rest)));
    }
    // Most words are shorter than every key.
    if text.len() < SHORTEST && !is_cut && !may_be_elided(text) {
        return None;
    }
    PREFIXES.iter().find_map(|&(prefix, least)| {
        let rest = text.strip_prefix(prefix)?;
        let is_whole = rest.len() >= least && is_mixed(rest, 8);
        (is_whole || is_elided(rest)).then(|| (prefix, !is_mask(rest)))
    })
}

/// The prefixes of keys, and how many characters must follow at least.
const PREFIXES: [(&str, usize); 18] = [
    ("sk_", 16),
    ("AIza", 16),
    ("gsk_", 16),
    ("xai-", 16),
    ("hf_", 16),
    ("AKIA", 12),
    ("ASIA", 12),
    ("AKID", 16),
    ("LTAI", 12),
    ("r8_", 16),
    ("pplx-", 16),
    ("nvapi-", 16),
    ("tgp_v1_", 16),
    ("fw_", 16),
    ("csk-", 16),
    ("ya29.", 16),
    ("ghp_", 16),
    ("github_pat_", 16),
];

/// The length of the shortest key.
const SHORTEST: usize = {
    let mut shortest = usize::MAX;
    let mut at = 0;
    while at < PREFIXES.len() {
        let (prefix, least) = PREFIXES[at];
        if prefix.len() + least < shortest {
            shortest = prefix.len() + least;
        }
        at += 1;
    }
    shortest
};

fn is_mask(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_elision)
}

/// Returns whether a part was starred out, as in `ab***yz` or `****wxyz`. Stars on both sides are emphasis, and `key***` shows
/// nothing of a credential.
pub(super) fn is_starred(text: &str) -> bool {
    let is_star = |c: char| is_elision(c) && c != '…';
    let stars = ["***", "•••", "●●●", "＊＊＊"];
    may_be_elided(text)
        && stars.iter().any(|stars| text.contains(stars))
        && !(text.starts_with(is_star) && text.ends_with(is_star))
        && label(text.trim_end_matches(is_star)).is_none()
}

/// Returns whether a part was left out.
pub(super) fn is_elided(text: &str) -> bool {
    text.contains(is_elision) || text.contains("...")
}

/// Returns whether the text has a byte of a character that replaces a part.
fn may_be_elided(text: &str) -> bool {
    text.bytes()
        .any(|byte| !byte.is_ascii() || matches!(byte, b'*' | b'.'))
}

/// Returns whether providers replace parts of credentials by this character.
pub(super) fn is_elision(c: char) -> bool {
    matches!(c, '*' | '•' | '●' | '＊' | '…')
}

/// Returns whether a part between joints has both letters and digits and at least this length.
pub(super) fn is_mixed(text: &str, least: usize) -> bool {
    let mut parts = text.split(|c: char| !c.is_ascii_alphanumeric());
    parts.any(|part| {
        part.len() >= least && !is_letters(part) && part.bytes().any(|b| b.is_ascii_alphabetic())
    })
}

pub(super) fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

pub(super) fn is_number(text: &str) -> bool {
    text.len() < 16
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'/'))
}

/// Returns whether the text looks like a word of a language.
pub(super) fn is_plain(text: &str) -> bool {
    let is_capital = |byte: u8| byte.is_ascii_uppercase();
    let rest = text.as_bytes().get(1..).unwrap_or_default();
    let has_one_case =
        rest.iter().all(|&byte| is_capital(byte)) || !rest.iter().any(|&byte| is_capital(byte));
    is_letters(text) && text.len() < 20 && has_one_case
}

pub(super) fn is_letters(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphabetic())
}
