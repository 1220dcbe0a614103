//! What the compiler has refused before the macro is called. It reports a character that begins no token, such as a
//! full-width `｜`, and leaves it out; it reports a literal such as `0x`, and passes it on. A fault of the same line would be
//! a second error for one slip.

use proc_macro::Span;
use proc_macro2::{Group, Literal, TokenStream, TokenTree};
use std::collections::HashSet;

/// The lines of a `{ … }` on which the compiler has refused something.
#[derive(Default)]
pub(crate) struct Refused {
    lines: HashSet<usize>,
}

impl Refused {
    /// Compares the tokens of a group with its source. Returns no lines where that cannot be done with certainty.
    pub(crate) fn within(group: &Group) -> Self {
        let lines = proc_macro::is_available().then(|| refused_lines(group));
        Refused {
            lines: lines.flatten().unwrap_or_default(),
        }
    }

    /// Returns whether the compiler has refused something on the line of one of these tokens.
    pub(crate) fn has(&self, tokens: &TokenStream) -> bool {
        let mut tokens = tokens.clone().into_iter();
        !self.lines.is_empty()
            // There are lines only inside a compiler, so each span is one of its own: see `source::known`.
            && tokens.any(|token| self.lines.contains(&token.span().unwrap().line()))
    }
}

/// Inside a compiler alone, where each span is one of its own and `unwrap` cannot fail: see `source::known`.
fn refused_lines(group: &Group) -> Option<HashSet<usize>> {
    let place = group.span().unwrap();
    let text = place.source_text()?;
    let mut source = Source {
        rest: text.strip_prefix('{')?,
        line: place.line(),
        column: place.column() + 1,
    };
    let mut lines = HashSet::new();
    for token in group.stream() {
        let place = token.span().unwrap();
        lines.extend(left_out(source.up_to(place.start())?));
        let own = source.up_to(place.end())?;
        if own.1 != place.source_text()? {
            return None;
        }
        if matches!(&token, TokenTree::Literal(literal) if is_refused(literal)) {
            lines.insert(place.line());
        }
    }
    Some(lines)
}

/// What is still to be compared, and where it begins.
struct Source<'t> {
    rest: &'t str,
    line: usize,
    column: usize,
}

impl<'t> Source<'t> {
    /// Returns the line here and the text up to a place, which must not be before this one.
    fn up_to(&mut self, place: Span) -> Option<(usize, &'t str)> {
        let (text, first) = (self.rest, self.line);
        let mut length = 0;
        for c in text.chars() {
            if (self.line, self.column) == (place.line(), place.column()) {
                break;
            }
            length += c.len_utf8();
            self.column += 1;
            if c == '\n' {
                (self.line, self.column) = (self.line + 1, 1);
            }
        }
        let is_there = (self.line, self.column) == (place.line(), place.column());
        self.rest = &text[length..];
        is_there.then_some((first, &text[..length]))
    }
}

/// Returns the lines of a text between two tokens that have something besides whitespace and comments.
fn left_out((first, text): (usize, &str)) -> Vec<usize> {
    if text.contains("/*") {
        return Vec::new();
    }
    let lines = text.lines().enumerate();
    let lines = lines.filter(|(_, line)| {
        let code = line.split("//").next().unwrap_or_default();
        !code.trim().is_empty()
    });
    lines.map(|(at, _)| first + at).collect()
}

/// Returns whether the compiler reports a literal by itself.
fn is_refused(literal: &Literal) -> bool {
    let text = literal.to_string().to_lowercase();
    let is_digit = |c: char| c.is_ascii_digit() || c == '_';
    let number = text.trim_start_matches(is_digit);
    let has_digits = |text: &str, base: u32| {
        let mut digits = text
            .chars()
            .filter(|c| *c != '_')
            .take_while(char::is_ascii_digit);
        let first = digits.next();
        first.is_some() && first.into_iter().chain(digits).all(|c| c.is_digit(base))
    };
    match number.chars().next() {
        Some('\'') => text.chars().count() > 3 && !text.contains('\\'),
        Some('b') if text.starts_with("0b") => !has_digits(&number[1..], 2),
        Some('o') if text.starts_with("0o") => !has_digits(&number[1..], 8),
        Some('e') => number == "e" && number.len() < text.len(),
        _ => text == "0x",
    }
}
