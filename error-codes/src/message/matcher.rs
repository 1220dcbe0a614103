//! Matches a message with a template.
//!
//! Providers change a dash, a quote, a width or a capital without notice, so both sides are compared character by character
//! after folding: see [`Letters`]. A template with enough text of its own is found anywhere in a message; a short one must
//! be the message, or its beginning followed by a detail. What is quoted are somebody else's words and not the provider's:
//! no match begins there, and no text of a template is looked for in a quotation that the template does not open itself.

use super::clause::Clauses;
use super::envelope::strip_envelope;
use super::fold::{Letters, fold};
use super::quotation::Quotations;
use super::template::{Piece, Pieces, weight};
use crate::cost;
use crate::scan::trim;
use core::ops::Range;

/// Weight from which on anything may follow a template.
const SAFE_WEIGHT: usize = 18;

/// How much of a message is looked at, in bytes.
const LIMIT: usize = 4 * 1024;

/// Limits a message to the part that is looked at.
pub(super) fn limited(stem: &str) -> &str {
    let mut end = stem.len().min(LIMIT);
    while !stem.is_char_boundary(end) {
        end -= 1;
    }
    &stem[..end]
}

/// A template that a message matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Matched {
    /// Whether the message begins with it, or with a word for a placeholder that it begins with.
    pub(crate) begins_message: bool,
    /// How much text of its own the template has.
    pub(crate) weight: usize,
}

/// A message's stem, and what is known of it.
#[derive(Clone, Copy)]
pub(super) struct Stem<'s, 'm> {
    pub(super) text: &'m str,
    pub(super) quotations: &'s Quotations,
    pub(super) clauses: &'s Clauses,
}

/// Matches a message's stem with a template, at the beginning of one of its clauses.
pub(super) fn match_stem(template: &str, stem: Stem<'_, '_>) -> Option<Matched> {
    let own = template.trim_ascii_start().as_bytes();
    let may_begin = |start: &usize| may_begin(own, &stem.text.as_bytes()[*start..]);
    let mut starts = stem.clauses.iter().filter(may_begin);
    let start = starts.find_map(|start| match_at(template, stem, start, &mut |_, _| {}))?;
    // One without text of its own would match everything.
    let weight = Some(weight(template)).filter(|weight| *weight > 0)?;
    Some(Matched {
        begins_message: !stem.text[..start].contains(char::is_whitespace),
        weight,
    })
}

/// Returns whether a clause may begin with the words that a template begins with, as far as both are plain words. Nearly all
/// templates fail here.
fn may_begin(template: &[u8], clause: &[u8]) -> bool {
    let begins_word =
        |bytes: &[u8], at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    for (at, pair) in template.iter().zip(clause).enumerate() {
        cost::charge(1);
        match pair {
            (b' ', b' ') if begins_word(template, at + 1) && begins_word(clause, at + 1) => {}
            (one, other) if one.is_ascii_alphanumeric() && other.is_ascii() => {
                if !one.eq_ignore_ascii_case(other) {
                    return other.is_ascii_whitespace() && at == 0;
                }
            }
            _ => return true,
        }
    }
    true
}

/// Returns the values of the placeholders of a template that a message matches, by name.
pub(crate) fn placeholders<'t, 'm>(template: &'t str, message: &'m str) -> Vec<(&'t str, &'m str)> {
    let text = limited(strip_envelope(message).stem);
    let quotations = Quotations::of(text);
    let clauses = Clauses::of(text, &quotations);
    let stem = Stem {
        text,
        quotations: &quotations,
        clauses: &clauses,
    };
    let mut values = Vec::new();
    for start in clauses.iter() {
        values.clear();
        let matched = match_at(template, stem, start, &mut |name, value| {
            values.push((name, value));
        });
        if matched.is_some() {
            return values;
        }
    }
    Vec::new()
}

/// Returns where the text of a template begins that a clause matches.
fn match_at<'t, 'm>(
    template: &'t str,
    stem: Stem<'_, 'm>,
    start: usize,
    on_placeholder: &mut dyn FnMut(&'t str, &'m str),
) -> Option<usize> {
    let mut at = start;
    let mut placeholder: Option<&'t str> = None;
    let mut first = None;
    let mut ending = "";
    // Whether so little is known yet that the next placeholder must be a name.
    let mut is_vague = false;
    let mut pieces = Pieces(template).peekable();
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Placeholder(name) => placeholder = Some(name),
            Piece::Text(text) => {
                let begins = first.is_none() && placeholder.is_none();
                let is_last = pieces.peek().is_none();
                let literal = Literal::new(text, begins, is_last);
                if literal.text.is_empty() && (placeholder.is_none() || is_last) {
                    // Whitespace next to other text, or the final punctuation, up to which a placeholder reaches.
                    ending = trim(text);
                    continue;
                }
                // What a template begins with is in one clause.
                let limit = match first {
                    None => stem.clauses.next_after(start),
                    Some(_) => None,
                };
                let range = at..limit.unwrap_or(stem.text.len());
                let found = literal.find(stem, range, placeholder.is_some())?;
                if let Some(name) = placeholder.take() {
                    let value = trim(&stem.text[at..found.start]);
                    if is_vague && !is_name(value) {
                        return None;
                    }
                    on_placeholder(name, value);
                }
                is_vague = first.is_none() && literal.is_article();
                first = first.or(Some(found.start));
                at = found.end;
            }
        }
    }
    let rest = &stem.text[at..];
    if let Some(name) = placeholder {
        let value = trim(rest);
        on_placeholder(name, trim(value.strip_suffix(ending).unwrap_or(value)));
        return first;
    }
    first.filter(|_| is_detail(rest) || weight(template) >= SAFE_WEIGHT)
}

/// Returns whether a text can be the name of something, such as a model, rather than a part of a sentence.
fn is_name(text: &str) -> bool {
    text.split_whitespace().nth(3).is_none()
}

/// Returns whether this may follow a template that must be the beginning of a message: nothing, or punctuation and a
/// detail.
fn is_detail(rest: &str) -> bool {
    rest.trim_start()
        .chars()
        .next()
        .is_none_or(|c| !c.is_alphanumeric())
}

/// The text of a template between two placeholders.
struct Literal<'t> {
    text: &'t str,
    /// It must not begin in the middle of a word.
    begins_word: bool,
    /// It must not end in the middle of a word.
    ends_word: bool,
}

struct Found {
    start: usize,
    end: usize,
}

impl<'t> Literal<'t> {
    fn new(text: &'t str, is_first: bool, is_last: bool) -> Self {
        let trimmed = trim(text);
        Literal {
            text: if is_last {
                trimmed.trim_end_matches(['.', '!', '。', '！'])
            } else {
                trimmed
            },
            begins_word: is_first || text.starts_with(char::is_whitespace),
            ends_word: is_last || text.ends_with(char::is_whitespace),
        }
    }

    /// Returns whether it is so short that any sentence can begin with it.
    fn is_article(&self) -> bool {
        self.text.len() <= 8
    }

    /// Finds it in a message: right where the range begins, or anywhere in it if it floats.
    fn find(&self, stem: Stem<'_, '_>, range: Range<usize>, floats: bool) -> Option<Found> {
        let message = stem.text;
        let from = range.start;
        let Some(first) = Letters::new(self.text).next() else {
            return self.find_space(message, from);
        };
        let mut before = message[..from].chars().next_back();
        let mut start = from;
        loop {
            if floats {
                let end = stem.quotations.next_start(start).min(range.end);
                let skipped =
                    first.bytes_before(message.as_bytes().get(start..end).unwrap_or_default());
                if skipped > 0 {
                    cost::charge(skipped);
                    start += skipped;
                    before = message[..start].chars().next_back();
                }
            }
            let c = message[start..].chars().next()?;
            cost::charge(1);
            if let Some(end) = stem.quotations.end_of_one_opened(from..start) {
                before = message[..end].chars().next_back();
                start = end;
                continue;
            }
            if start >= range.end && start > from {
                return None;
            }
            let is_inside_word = self.begins_word && joins(before, c);
            if !is_inside_word
                && fold(c) == first.folded
                && let Some(end) = self.end_at(message, start)
            {
                return Some(Found { start, end });
            }
            if !floats && !c.is_whitespace() {
                return None;
            }
            before = Some(c);
            start += c.len_utf8();
            if self.begins_word && c.is_ascii_alphanumeric() {
                // No match begins inside a word.
                let inside = letters(&message.as_bytes()[start..]);
                cost::charge(inside);
                start += inside;
            }
        }
    }

    /// Finds whitespace alone, between two placeholders, which is after the first word; and nothing at all, which is right
    /// at `from`.
    fn find_space(&self, message: &str, from: usize) -> Option<Found> {
        let rest = &message[from..];
        let word = from + (rest.len() - rest.trim_start().len());
        let start = if self.begins_word && self.ends_word {
            word + message[word..].find(char::is_whitespace)?
        } else {
            from
        };
        Some(Found { start, end: start })
    }

    /// Returns where it ends if the message contains it at `start`.
    fn end_at(&self, message: &str, start: usize) -> Option<usize> {
        let from_start = &message[start..];
        let same = same_start(self.text, from_start);
        cost::charge(same);
        let mut letters = Letters::from(from_start, same);
        let mut end = start + same;
        for wanted in Letters::from(self.text, same) {
            cost::charge(1);
            let letter = letters.next()?;
            if letter.folded != wanted.folded {
                return None;
            }
            end = start + letter.end;
        }
        let last = message[..end].chars().next_back();
        let next = message[end..].chars().next();
        let is_cut = self.ends_word && next.is_some_and(|next| joins(last, next));
        (!is_cut).then_some(end)
    }
}

/// Returns how many bytes two texts have in common at their beginnings without folding, trailing whitespace not counted.
fn same_start(one: &str, other: &str) -> usize {
    let same = if other.starts_with(one) {
        one
    } else {
        let pairs = one.as_bytes().iter().zip(other.as_bytes());
        let mut same = pairs.take_while(|(one, other)| one == other).count();
        while !one.is_char_boundary(same) {
            same -= 1;
        }
        &one[..same]
    };
    same.trim_end().len()
}

/// Returns whether two adjacent characters belong to one word.
fn joins(before: Option<char>, after: char) -> bool {
    before.is_some_and(|before| before.is_ascii_alphanumeric()) && after.is_ascii_alphanumeric()
}

/// Returns how many ASCII letters and digits a text begins with.
fn letters(text: &[u8]) -> usize {
    let letters = text.iter().take_while(|byte| byte.is_ascii_alphanumeric());
    letters.count()
}
