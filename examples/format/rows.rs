//! Splits the tokens of a table into rows.

use crate::fault::Fault;
use proc_macro2::{Delimiter, Span, TokenTree};
use std::ops::Range;

/// A row, from its first pipe to its last.
pub(crate) struct Row {
    /// The place of each pipe in the source.
    pub(crate) pipes: Vec<Range<usize>>,
    first: Span,
}

impl Row {
    fn new(pipe: Span) -> Self {
        Row {
            pipes: vec![pipe.byte_range()],
            first: pipe,
        }
    }

    pub(crate) fn width(&self) -> usize {
        self.pipes.len() - 1
    }
}

/// Returns the rows, each of which has as many cells as the first.
///
/// Lines mean nothing, as in the macro: a row ends where two pipes meet, with nothing between them or only the attributes and
/// doc comments of the next row.
pub(crate) fn rows(table: &[TokenTree]) -> Result<Vec<Row>, Fault> {
    let mut rows: Vec<Row> = Vec::new();
    // Where the cell behind the last pipe begins.
    let mut cell: Option<Span> = None;
    let mut tokens = table;
    while let [token, rest @ ..] = tokens {
        if let Some(behind) = behind_attribute(tokens) {
            tokens = behind;
            continue;
        }
        tokens = rest;
        let place = token.span();
        if !is_punct(token, '|') {
            cell = cell.or(Some(place));
            continue;
        }
        match (rows.last_mut(), cell.take()) {
            (None, Some(cell)) => return Err(unopened(cell)),
            (Some(row), Some(_)) => row.pipes.push(place.byte_range()),
            (_, None) => rows.push(Row::new(place)),
        }
    }
    match cell {
        Some(cell) if rows.is_empty() => Err(unopened(cell)),
        Some(cell) => Err(Fault::new(cell, "expected `|` at the end of this row")),
        None => same_width(rows),
    }
}

/// Returns the tokens behind `#[…]` or `#![…]`, one of which a doc comment is as well.
fn behind_attribute(tokens: &[TokenTree]) -> Option<&[TokenTree]> {
    let [hash, rest @ ..] = tokens else {
        return None;
    };
    let rest = match rest {
        [mark, rest @ ..] if is_punct(mark, '!') => rest,
        _ => rest,
    };
    match rest {
        [TokenTree::Group(group), behind @ ..]
            if is_punct(hash, '#') && group.delimiter() == Delimiter::Bracket =>
        {
            Some(behind)
        }
        _ => None,
    }
}

fn is_punct(token: &TokenTree, character: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == character)
}

fn unopened(place: Span) -> Fault {
    Fault::new(place, "expected `|` at the beginning of a table")
}

fn same_width(rows: Vec<Row>) -> Result<Vec<Row>, Fault> {
    let width = rows.first().map_or(0, Row::width);
    match rows.iter().find(|row| row.width() != width) {
        None => Ok(rows),
        Some(row) => Err(Fault::new(
            row.first,
            format!(
                "the number of cells is {} in this row, and {width} in the first row of the table",
                row.width()
            ),
        )),
    }
}
