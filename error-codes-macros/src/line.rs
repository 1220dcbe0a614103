//! Lines of the source. Tokens have none outside a compiler, so lines may choose between two ways to read a broken row
//! and never decide whether a row is broken.

use crate::parse::Cell;
use proc_macro2::{Punct, Span, TokenTree};

/// Whether two places could be on one line.
fn on_one_line(one: Span, other: Span) -> bool {
    // `unwrap` panics on a span that is none of the compiler's. Where there is a compiler, proc-macro2 makes no other:
    // it asks the same question, and nothing here turns it off with `fallback::force`.
    !proc_macro::is_available() || one.unwrap().line() == other.unwrap().line()
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
