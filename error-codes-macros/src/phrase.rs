//! A phrase: the words in which people say something, `"(balance|credit) … (too low|used up)"`.
//!
//! ```text
//! phrase  = part ( "…"? part )+           `…` is a gap
//! part    = word | group
//! group   = "(" words ( "|" words )* ")"
//! words   = word+
//! ```
//!
//! `#` is a word that stands for a number. Only the form is checked here; the reader of messages knows what it means.

use crate::report::{Fault, fault};
use crate::source::Text;

/// A phrase that broke no rule.
pub(crate) struct Phrase {
    pub(crate) literal: Text,
    /// Its parts without case and further whitespace: two phrases of one form match the same messages.
    pub(crate) form: Vec<Part>,
}

/// A part of a phrase.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) enum Part {
    Gap,
    Word(String),
    /// The alternatives.
    Group(Vec<String>),
}

const GAP: char = '…';

/// Reads a phrase.
pub(crate) fn parse(literal: Text) -> Result<Phrase, Fault> {
    let form = parts(literal.value(), &literal)?;
    gaps_between_parts(&form, &literal)?;
    subject_and_predicate(&form, &literal)?;
    Ok(Phrase { literal, form })
}

fn parts(text: &str, at: &Text) -> Result<Vec<Part>, Fault> {
    if text.contains(['{', '}']) {
        return Err(fault!(at => "the phrase `{text}` has braces",
            help: "a phrase has no placeholders: write `…` for what varies, and `#` for a number"));
    }
    if text.contains("...") {
        let written = text.replace("...", "…");
        return Err(fault!(at => "the phrase `{text}` has three dots",
            help: "write the character `…` for a gap: `\"{written}\"`"));
    }
    let mut parts = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let behind = &rest[first.len_utf8()..];
        let (part, after) = match first {
            GAP => (Part::Gap, behind),
            '(' => group(behind, at)?,
            ')' => return Err(unbalanced(at, "no `(` before a `)`")),
            '|' => return Err(outside_of_a_group(text, at)),
            _ => word(rest),
        };
        parts.push(part);
        rest = after.trim_start();
    }
    Ok(parts)
}

/// Takes what follows an opening parenthesis, up to the closing one.
fn group<'t>(text: &'t str, at: &Text) -> Result<(Part, &'t str), Fault> {
    let (inside, after) = text
        .split_once(')')
        .ok_or_else(|| unbalanced(at, "no `)` after a `(`"))?;
    if inside.contains('(') {
        return Err(fault!(at => "the phrase has a group inside of a group",
            help: "write the alternatives of one group side by side: `(a|b|c)`"));
    }
    if inside.contains(GAP) {
        return Err(fault!(at => "the group `({inside})` has a gap",
            help: "a gap stands between two groups or words: `(a|b) … (c|d)`"));
    }
    let alternatives: Vec<String> = inside.split('|').map(folded).collect();
    if alternatives.iter().any(String::is_empty) {
        return Err(
            fault!(at => "the group `({inside})` has an empty alternative",
            help: "remove it, and the `|` next to it"),
        );
    }
    Ok((Part::Group(alternatives), after))
}

fn word(text: &str) -> (Part, &str) {
    let is_end = |c: char| c.is_whitespace() || matches!(c, GAP | '(' | ')' | '|');
    let end = text.find(is_end).unwrap_or(text.len());
    (Part::Word(folded(&text[..end])), &text[end..])
}

fn folded(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

fn unbalanced(at: &Text, fault: &str) -> Fault {
    fault!(at => "the phrase has {fault}",
        help: "a group is written `(first|second)`")
}

fn outside_of_a_group(text: &str, at: &Text) -> Fault {
    fault!(at => "the phrase `{text}` has a `|` outside of a group",
        help: "write alternatives in parentheses, `(first|second)`, and several phrases as `\"first\", \"second\"`")
}

/// A gap has something on both sides.
fn gaps_between_parts(parts: &[Part], at: &Text) -> Result<(), Fault> {
    let is_gap = |part: Option<&Part>| part == Some(&Part::Gap);
    let is_doubled = |pair: &[Part]| pair.iter().all(|part| *part == Part::Gap);
    let is_open = is_gap(parts.first()) || is_gap(parts.last());
    if is_open || parts.windows(2).any(is_doubled) {
        let text = at.value();
        return Err(
            fault!(at => "the phrase `{text}` has a gap with nothing beside it",
            help: "a phrase may stand anywhere in a message: write one `…` between two groups or words, and none at the ends"),
        );
    }
    Ok(())
}

/// A phrase has a subject and a predicate: one word never decides. A character of a script without spaces is a word.
fn subject_and_predicate(parts: &[Part], at: &Text) -> Result<(), Fault> {
    let words: usize = parts.iter().map(fewest_words).sum();
    if words < 2 {
        let text = at.value();
        return Err(fault!(at => "the phrase `{text}` can be a single word",
            help: "write what it is about and what is said of it: `(balance|credit) … (too low|used up)`"));
    }
    Ok(())
}

/// Returns how many words the shortest alternative of a part has.
fn fewest_words(part: &Part) -> usize {
    match part {
        Part::Gap => 0,
        Part::Word(word) => words(word),
        Part::Group(alternatives) => {
            let counts = alternatives.iter().map(|alternative| words(alternative));
            counts.min().unwrap_or_default()
        }
    }
}

fn words(text: &str) -> usize {
    let is_wide = |c: &char| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}');
    let of_letters = text.split(|c: char| !c.is_alphanumeric() || is_wide(&c));
    let of_letters = of_letters.filter(|word| !word.is_empty()).count();
    text.chars().filter(is_wide).count() + of_letters + text.matches('#').count()
}
