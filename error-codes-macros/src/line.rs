//! Lines of the source. Tokens have none outside a compiler, so lines may choose between two ways to read a broken row or
//! to show what was written, and never decide whether a row is broken.

use crate::parse::Cell;
use proc_macro2::{Punct, Spacing, Span, TokenTree};

/// A place as the compiler knows it; nothing outside of one.
fn known(place: Span) -> Option<proc_macro::Span> {
    // `unwrap` panics on a span that is none of the compiler's. Where there is a compiler, proc-macro2 makes no other:
    // it asks the same question, and nothing here turns it off with `fallback::force`.
    proc_macro::is_available().then(|| place.unwrap())
}

/// Whether a place could begin on the line on which another ends.
fn on_one_line(one: Span, other: Span) -> bool {
    match (known(one), known(other)) {
        (Some(one), Some(other)) => one.end().line() == other.line(),
        _ => true,
    }
}

/// The cells of each line. A cell that goes on behind the end of one is two cells that no pipe parts.
pub(crate) fn lines(cells: &[Cell]) -> Vec<Vec<Cell>> {
    let mut lines: Vec<Vec<Cell>> = Vec::new();
    for cell in cells {
        let is_beside = |one: &TokenTree, other: &TokenTree| on_one_line(one.span(), other.span());
        let mut rest = cell.tokens.chunk_by(is_beside).peekable();
        while let Some(tokens) = rest.next() {
            let is_last = rest.peek().is_none();
            let part = Cell {
                tokens: tokens.to_vec(),
                closing: cell.closing.clone().filter(|_| is_last),
            };
            match lines.last_mut() {
                Some(line) if !line.last().is_some_and(|before| is_break(before, &part)) => {
                    line.push(part);
                }
                _ => lines.push(vec![part]),
            }
        }
    }
    lines
}

/// Whether a cell ends on the line of a pipe for certain.
pub(crate) fn is_known_beside(cell: &Cell, pipe: &Punct) -> bool {
    proc_macro::is_available() && ends_beside(cell, pipe)
}

/// Whether a cell could begin on the line of a pipe.
pub(crate) fn begins_beside(cell: &Cell, pipe: &Punct) -> bool {
    cell.tokens
        .first()
        .is_none_or(|token| on_one_line(token.span(), pipe.span()))
}

/// Whether a cell could end on the line of a pipe.
pub(crate) fn ends_beside(cell: &Cell, pipe: &Punct) -> bool {
    cell.tokens
        .last()
        .is_none_or(|token| on_one_line(token.span(), pipe.span()))
}

/// Whether the lines say that one cell ends a line and the other begins the next.
pub(crate) fn is_break(before: &Cell, after: &Cell) -> bool {
    match (before.tokens.last(), after.tokens.first()) {
        (Some(last), Some(first)) => !on_one_line(last.span(), TokenTree::span(first)),
        _ => false,
    }
}

/// Whether white space is known to stand between two tokens. The quote of a lifetime has the place of the whole, and says by
/// its spacing that it touches the word.
pub(crate) fn are_apart(one: &TokenTree, other: &TokenTree) -> bool {
    let touches = matches!(one, TokenTree::Punct(sign) if sign.spacing() == Spacing::Joint);
    match (known(one.span()), known(other.span())) {
        (Some(one), Some(other)) if !touches => {
            let (end, start) = (one.end(), other.start());
            (end.line(), end.column()) != (start.line(), start.column())
        }
        _ => false,
    }
}
