//! Rows as the macro writes them.

use super::Row;
use crate::table::cells::{Cells, StaticCells, StaticRow};
use crate::table::index::short;
use crate::table::status::StatusPattern;
use crate::vocabulary::{ErrorKind, RetryHint, Scope};

/// What the rows of a table say besides their texts, as the macro writes it: what every row has for all rows, and what few
/// have with the position of the row, because rustc takes long for a value in each of many thousand rows.
#[derive(Clone, Copy, Debug)]
pub struct StaticFacts<const ROWS: usize> {
    /// The kind of each row.
    pub kinds: &'static [ErrorKind; ROWS],
    /// For each row four bytes: a sum of `TENTATIVE` and `NUMBER`; a bit for each cell of [`StaticCells`] that is not absent,
    /// the lowest for the first; and its status, the lower byte first: zero if it has none or several, a digit if it is a class.
    pub marks: &'static [u8],
    /// The retry hints other than that of the kind.
    pub retries: &'static [(usize, RetryHint)],
    /// The scopes other than that of the kind.
    pub scopes: &'static [(usize, Scope)],
    /// The lists of status codes.
    pub statuses: &'static [(usize, &'static [u16])],
}

impl<const ROWS: usize> StaticFacts<ROWS> {
    /// The mark of a kind that a message may refine.
    const TENTATIVE: u8 = 1;

    /// The mark of a code that is sent as a number.
    const NUMBER: u8 = 2;
}

/// Returns the rows of a table.
#[must_use]
pub const fn static_rows<const ROWS: usize>(
    cells: &'static StaticCells,
    facts: StaticFacts<ROWS>,
) -> [Row; ROWS] {
    let mut rows = [const { row(&StaticCells::EMPTY, 0, ErrorKind::Unknown, [0; 4]) }; ROWS];
    let (marks, _) = facts.marks.as_chunks();
    let mut at = 0;
    while at < ROWS && at < marks.len() {
        let row = row(cells, short(at), facts.kinds[at], marks[at]);
        // Nothing that has a destructor can be dropped in a constant.
        core::mem::forget(core::mem::replace(&mut rows[at], row));
        at += 1;
    }
    let mut retries = facts.retries;
    while let [(row, retry), rest @ ..] = retries {
        rows[*row].retry = Some(*retry);
        retries = rest;
    }
    let mut scopes = facts.scopes;
    while let [(row, scope), rest @ ..] = scopes {
        rows[*row].scope = Some(*scope);
        scopes = rest;
    }
    let mut statuses = facts.statuses;
    while let [(row, listed), rest @ ..] = statuses {
        let status = Some(StatusPattern::any_of(listed));
        core::mem::forget(core::mem::replace(&mut rows[*row].status, status));
        statuses = rest;
    }
    rows
}

const fn row(
    table: &'static StaticCells,
    row: u32,
    kind: ErrorKind,
    [marks, present, low, high]: [u8; 4],
) -> Row {
    Row {
        cells: Cells::Static(StaticRow {
            table,
            row,
            present,
        }),
        status: match [low, high] {
            [0, 0] => None,
            [class @ 1..=9, 0] => Some(StatusPattern::class(class)),
            _ => Some(StatusPattern::exact(u16::from_le_bytes([low, high]))),
        },
        kind,
        retry: None,
        scope: None,
        is_tentative: marks & StaticFacts::<0>::TENTATIVE != 0,
        code_is_number: marks & StaticFacts::<0>::NUMBER != 0,
    }
}
