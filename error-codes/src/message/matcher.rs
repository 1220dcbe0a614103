//! Matches a message with a template.
//!
//! Providers change a dash, a quote, a width or a capital without notice, so both sides are compared character by character
//! after folding: see [`Letters`]. A template with enough text of its own is found anywhere in a message; a short one must
//! be the message, or its beginning followed by a detail. What is quoted are somebody else's words and not the provider's:
//! no match begins there.

use super::envelope::strip_envelope;
use super::fold::{Letters, fold};
use super::template::{Piece, Pieces, weight};
use crate::cost;
use crate::scan::trim;

/// Weight from which on a template is found anywhere.
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

/// Returns the weight of a template that a message's stem matches: the more text of its own, the greater.
pub(crate) fn weigh(template: &str, stem: &str) -> Option<usize> {
    match_template(template, stem, &mut |_, _| {})
}

/// Returns, of the templates that a message matches, the one with the most text of its own, or else the first template.
pub(crate) fn best_of<'t>(
    templates: impl Iterator<Item = &'t str> + Clone,
    message: &str,
) -> Option<&'t str> {
    let first = templates.clone().next()?;
    if templates.clone().nth(1).is_none() {
        return Some(first);
    }
    let stem = limited(strip_envelope(message).stem);
    let weighed = templates.filter_map(|template| Some((weigh(template, stem)?, template)));
    let best = weighed.reduce(|best, next| if next.0 > best.0 { next } else { best });
    Some(best.map_or(first, |(_, template)| template))
}

/// Returns the values of the placeholders of a template that a message matches, by name.
pub(crate) fn placeholders<'t, 'm>(template: &'t str, message: &'m str) -> Vec<(&'t str, &'m str)> {
    let stem = limited(strip_envelope(message).stem);
    let mut values = Vec::new();
    let weight = match_template(template, stem, &mut |name, value| {
        values.push((name, value));
    });
    if weight.is_none() {
        values.clear();
    }
    values
}

fn match_template<'t, 'm>(
    template: &'t str,
    stem: &'m str,
    on_placeholder: &mut dyn FnMut(&'t str, &'m str),
) -> Option<usize> {
    let weight = weight(template);
    let anywhere = weight >= SAFE_WEIGHT;
    let mut at = 0;
    let mut placeholder: Option<&'t str> = None;
    let mut ending = "";
    let mut is_first = true;
    let mut pieces = Pieces(template).peekable();
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Placeholder(name) => placeholder = Some(name),
            Piece::Text(text) => {
                let literal = Literal::new(text, is_first, pieces.peek().is_none());
                let is_last = pieces.peek().is_none();
                if literal.text.is_empty() && (placeholder.is_none() || is_last) {
                    // Whitespace next to other text, or the final punctuation, up to which a placeholder reaches.
                    ending = trim(text);
                    continue;
                }
                let floats = placeholder.is_some() || (is_first && anywhere);
                let found = literal.find(stem, at, floats)?;
                if let Some(name) = placeholder.take() {
                    on_placeholder(name, trim(&stem[at..found.start]));
                }
                at = found.end;
            }
        }
        is_first = false;
    }
    let rest = &stem[at..];
    if let Some(name) = placeholder {
        let value = trim(rest);
        on_placeholder(name, trim(value.strip_suffix(ending).unwrap_or(value)));
    } else if !anywhere && !is_detail(rest) {
        return None;
    }
    Some(weight)
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
    /// It is the beginning of the template, so nothing before it is part of the match.
    is_first: bool,
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
            is_first,
            begins_word: is_first || text.starts_with(char::is_whitespace),
            ends_word: is_last || text.ends_with(char::is_whitespace),
        }
    }

    /// Finds it in a message: right at `from`, or anywhere after it if it floats.
    fn find(&self, message: &str, from: usize, floats: bool) -> Option<Found> {
        let Some(first) = Letters::new(self.text).next() else {
            return self.find_space(message, from);
        };
        let mut quotes = Quotes::default();
        let mut before = message[..from].chars().next_back();
        let mut start = from;
        while let Some(c) = message[start..].chars().next() {
            cost::charge(1);
            let is_quoted = self.is_first && quotes.step(before, c, &message[start..]);
            let is_inside = is_quoted || (self.begins_word && joins(before, c));
            if !is_inside
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
                // Neither a match nor a quotation begins inside a word.
                let inside = letters(&message.as_bytes()[start..]);
                cost::charge(inside);
                start += inside;
            }
        }
        None
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

/// Tracks the quotation marks in a text.
#[derive(Default)]
struct Quotes {
    closing: Option<char>,
}

impl Quotes {
    /// Returns whether this character is inside quotation marks.
    fn step(&mut self, before: Option<char>, c: char, rest: &str) -> bool {
        if let Some(closing) = self.closing {
            let after = rest.chars().nth(1);
            let is_apostrophe = c == '\'' && after.is_some_and(char::is_alphanumeric);
            if c == closing && !is_apostrophe {
                self.closing = None;
            }
            return true;
        }
        let after_letter = before.is_some_and(char::is_alphanumeric);
        self.closing = match c {
            '"' => Some('"'),
            '`' => Some('`'),
            '“' => Some('”'),
            '‘' if !after_letter => Some('’'),
            '「' => Some('」'),
            '\'' if !after_letter => Some('\''),
            _ => None,
        };
        false
    }
}

/// Returns how many ASCII letters and digits a text begins with.
fn letters(text: &[u8]) -> usize {
    let letters = text.iter().take_while(|byte| byte.is_ascii_alphanumeric());
    letters.count()
}
