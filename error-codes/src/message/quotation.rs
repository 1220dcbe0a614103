//! What is quoted in a message.
//!
//! A response repeats what the caller wrote, most often between marks: quotation marks of any script, brackets and braces.
//! Between the first and the last mark of one kind everything is quoted, because a caller's text may contain that mark; an
//! opening mark that is never closed quotes no more than its clause.

use super::punctuation::end_of_clause;
use crate::cost;
use core::ops::Range;

/// Quotations beyond this count are not told apart: everything after the last is quoted.
const QUOTATIONS: usize = 8;

/// Returns the parts of a text that are not quoted, in order.
pub(crate) fn spoken(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    let quotations = Quotations::of(text);
    let count = quotations.count;
    let end_of = move |at: usize| match at {
        0 => 0,
        _ => quotations.spans[at - 1].end,
    };
    (0..=count).map(move |at| {
        let end = match at {
            _ if at == count => text.len(),
            _ => quotations.spans[at].start,
        };
        &text[end_of(at)..end]
    })
}

/// A quoted span, with its marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Quotation {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The quoted spans of a message, in order and without overlap.
#[derive(Clone, Copy)]
pub(super) struct Quotations {
    spans: [Quotation; QUOTATIONS],
    count: usize,
}

impl Quotations {
    pub(super) fn of(message: &str) -> Self {
        let mut quotations = Quotations {
            spans: [Quotation::default(); QUOTATIONS],
            count: 0,
        };
        let mut from = 0;
        while let Some(span) = next_quotation(message, from) {
            if quotations.count == QUOTATIONS {
                quotations.spans[QUOTATIONS - 1].end = message.len();
                break;
            }
            quotations.spans[quotations.count] = span;
            quotations.count += 1;
            from = span.end;
        }
        quotations
    }

    /// Returns where the quotation ends that begins in a range and goes on after it.
    pub(super) fn end_of_one_opened(&self, range: Range<usize>) -> Option<usize> {
        let mut opened = self.iter().filter(|span| range.contains(&span.start));
        opened
            .find(|span| range.end < span.end)
            .map(|span| span.end)
    }

    /// Returns where the next quotation begins, from a position on.
    pub(super) fn next_start(&self, from: usize) -> usize {
        let mut starts = self.iter().map(|span| span.start);
        starts.find(|start| *start >= from).unwrap_or(usize::MAX)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Quotation> {
        self.spans.iter().take(self.count).copied()
    }
}

/// Returns the first quotation from a position on: from its opening mark to the last mark that could close it.
fn next_quotation(message: &str, from: usize) -> Option<Quotation> {
    let mut at = from;
    loop {
        // Most messages quote nothing.
        at += message.as_bytes()[at..]
            .iter()
            .position(|byte| MAY_QUOTE[usize::from(*byte)])?;
        let start = at;
        let c = message[start..].chars().next()?;
        let before = message[..start].chars().next_back();
        at += c.len_utf8();
        let after = &message[at..];
        if let Some(closing) = closing_mark(before, c, after) {
            cost::charge(after.len());
            let closed = match c {
                // A label in front of a message.
                '[' if message[..start].trim().is_empty() => {
                    let is_label = |end: &usize| {
                        let inside = &after[..*end];
                        inside.contains(": ") && !inside.contains('[')
                    };
                    let label = after.find(']').filter(is_label);
                    label
                        .map(|end| end + 1)
                        .or_else(|| last_closing(after, c, closing))
                }
                _ => last_closing(after, c, closing),
            };
            let end = match closed {
                Some(end) => start + c.len_utf8() + end,
                None => start + c.len_utf8() + end_of_clause(after),
            };
            return Some(Quotation { start, end });
        }
    }
}

/// Whether a byte is or begins a mark that may open a quotation.
const MAY_QUOTE: [bool; 256] = {
    let marks = b"\"'`{[<";
    let mut table = [false; 256];
    let mut at = 0;
    while at < marks.len() {
        table[marks[at] as usize] = true;
        at += 1;
    }
    let (_, wide) = table.split_at_mut(0xc0);
    at = 0;
    while at < wide.len() {
        wide[at] = true;
        at += 1;
    }
    table
};

/// Returns whether the text between two others is quoted: a mark before it is still open, or one that occurs before it occurs
/// after it as well.
pub(crate) fn is_enclosed(before: &str, after: &str) -> bool {
    const MARKS: [(char, char); 14] = [
        ('"', '"'),
        ('\'', '\''),
        ('`', '`'),
        ('＂', '＂'),
        ('“', '”'),
        ('‘', '’'),
        ('«', '»'),
        ('‹', '›'),
        ('「', '」'),
        ('『', '』'),
        ('《', '》'),
        ('<', '>'),
        ('„', '“'),
        ('﹁', '﹂'),
    ];
    const BRACKETS: [(char, char); 3] = [('[', ']'), ('{', '}'), ('【', '】')];
    let count = |text: &str, mark: char| {
        let marks = text.match_indices(mark);
        marks
            .filter(|(at, found)| {
                let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                let is_apostrophe = is_letter(text[..*at].chars().next_back())
                    && is_letter(text[at + found.len()..].chars().next());
                !is_apostrophe
            })
            .count()
    };
    let encloses = |(opening, closing): (char, char)| {
        let opened = count(before, opening);
        let is_open = if opening == closing {
            opened % 2 == 1
        } else {
            opened > count(before, closing)
        };
        is_open || (opened > 0 && count(after, closing) > 0)
    };
    let is_in_bracket =
        |(opening, closing): (char, char)| count(before, opening) > count(before, closing);
    MARKS.into_iter().any(encloses) || BRACKETS.into_iter().any(is_in_bracket)
}

/// Returns the mark that closes a quotation, if a character opens one.
fn closing_mark(before: Option<char>, c: char, after: &str) -> Option<char> {
    let follows_word = before.is_some_and(char::is_alphanumeric);
    Some(match c {
        '"' | '`' | '＂' => c,
        '\'' | '‘' if follows_word => return None,
        '\'' => '\'',
        '‘' | '‚' => '’',
        '“' | '„' => '”',
        '«' => '»',
        '»' => '«',
        '‹' => '›',
        '「' => '」',
        '『' => '』',
        '《' => '》',
        '﹁' => '﹂',
        '【' => '】',
        '{' => '}',
        '[' => ']',
        '<' if !is_comparison(after) => '>',
        _ => return None,
    })
}

/// Returns whether what follows `<` makes it a sign of comparison: `<= 5`, `< 5`.
fn is_comparison(after: &str) -> bool {
    let operand = after.trim_start();
    let is_apart = operand.len() < after.len();
    after.starts_with('=') || is_apart && operand.starts_with(|c: char| c.is_ascii_digit())
}

/// Returns where the last mark that could close a quotation ends.
fn last_closing(after: &str, opening: char, closing: char) -> Option<usize> {
    let is_closing = |at: usize, mark: &str| {
        // An apostrophe inside a word closes nothing.
        let next = after[at + mark.len()..].chars().next();
        closing != '\'' || !next.is_some_and(char::is_alphanumeric)
    };
    let also = match opening {
        '„' => '“',
        '‘' => '\'',
        _ => closing,
    };
    let mut marks = after.rmatch_indices([closing, also]);
    let (at, mark) = marks.find(|(at, mark)| is_closing(*at, mark))?;
    Some(at + mark.len())
}
