//! What pages write for a varying part of a text, in other notations than `{name}`.

use crate::ident::is_word;

/// A stand-in: where it is in its text, and the name of the placeholder that is meant.
pub(crate) struct StandIn<'t> {
    pub(crate) before: &'t str,
    pub(crate) written: &'t str,
    pub(crate) after: &'t str,
    pub(crate) name: String,
}

/// What is written in angle brackets and means itself: how programs print nothing, and tags of HTML.
const LITERAL: &[&str] = &[
    "nil",
    "null",
    "none",
    "undefined",
    "empty",
    "a",
    "b",
    "br",
    "code",
    "div",
    "em",
    "html",
    "i",
    "li",
    "p",
    "pre",
    "script",
    "span",
    "strong",
    "ul",
];

/// What stands behind the sign of a currency.
const MONEY: &[&str] = &[
    "amount", "balance", "budget", "cost", "credit", "limit", "price", "spend", "usage", "usd",
];

/// Finds the first stand-in of a text: `%s`, `%1$d`, `${x}`, `%{x}`, `<x>`, `xxx`.
pub(crate) fn first(text: &str) -> Option<StandIn<'_>> {
    let mut places = text.char_indices();
    places.find_map(|(at, c)| {
        let (before, rest) = text.split_at(at);
        let (length, name) = match c {
            '%' if !before.ends_with('%') => verb(rest).or_else(|| interpolated(rest)),
            '$' => interpolated(rest),
            '<' => bracketed(rest),
            'x' | 'X' => crosses(before, rest),
            _ => None,
        }?;
        let (written, after) = rest.split_at(length);
        Some(StandIn {
            before,
            written,
            after,
            name: placeholder_name(name),
        })
    })
}

/// `%s`, `%5.2f`, `%1$s`, `%v`
fn verb(rest: &str) -> Option<(usize, &str)> {
    let verb = rest[1..].trim_start_matches(|c: char| c.is_ascii_digit() || "$.+-".contains(c));
    let mut letters = verb.chars();
    let is_verb = letters
        .next()
        .is_some_and(|c| "sdvqwfFxXtpgeiu@".contains(c));
    let ends = letters.next().is_none_or(|c| !c.is_ascii_alphanumeric());
    let has_precision = rest[..rest.len() - verb.len()].contains('.');
    (is_verb && (ends || has_precision)).then(|| (rest.len() - verb.len() + 1, ""))
}

/// `${name}`, `%{name}`, but not the dollars of `${amount}`
fn interpolated(rest: &str) -> Option<(usize, &str)> {
    let (name, _) = rest[1..].strip_prefix('{')?.split_once('}')?;
    let is_money = rest.starts_with('$') && MONEY.iter().any(|word| name.contains(word));
    (!name.is_empty() && !name.contains('{') && !is_money).then_some((name.len() + 3, name))
}

/// `<name>`
fn bracketed(rest: &str) -> Option<(usize, &str)> {
    let (name, _) = rest[1..].split_once('>')?;
    let is_name = name.starts_with(char::is_alphabetic)
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || "_- ".contains(c));
    (is_name && !LITERAL.contains(&name.to_lowercase().as_str())).then_some((name.len() + 2, name))
}

/// `xxx`, as a word of its own
fn crosses(before: &str, rest: &str) -> Option<(usize, &'static str)> {
    let cross = rest.chars().next()?;
    let after = rest.trim_start_matches(cross);
    let length = rest.len() - after.len();
    let is_word =
        !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
    (length >= 3 && is_word).then_some((length, ""))
}

/// Returns a name as a placeholder can have it.
pub(crate) fn placeholder_name(written: &str) -> String {
    let is_letter = |c: char| unicode_ident::is_xid_continue(c);
    let words = written
        .split(|c: char| !is_letter(c))
        .filter(|word| !word.is_empty());
    let name = words.collect::<Vec<_>>().join("_");
    if is_word(&name) {
        name
    } else {
        "value".to_owned()
    }
}
