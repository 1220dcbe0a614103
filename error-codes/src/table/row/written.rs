//! Rows as the macro writes them.

use super::Row;
use crate::table::cells::{Cells, StaticCells, StaticRow};
use crate::table::status::StatusPattern;
use crate::vocabulary::{ErrorKind, RetryHint, Scope};
use core::mem;

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

/// Returns the rows of a table. A compiler that evaluates this is slow at calls, so each row has few.
#[must_use]
pub const fn static_rows<const ROWS: usize>(
    table: &'static StaticCells,
    facts: StaticFacts<ROWS>,
) -> [Row; ROWS] {
    let mut rows = [EMPTY; ROWS];
    let (marks, _) = facts.marks.as_chunks();
    let (mut at, mut number) = (0, 0);
    while at < ROWS && at < marks.len() {
        let [signs, present, low, high] = marks[at];
        let row = &mut rows[at];
        if let Cells::Static(cells) = &mut row.cells {
            *cells = StaticRow {
                table,
                row: number,
                present,
            };
        }
        row.kind = facts.kinds[at];
        row.is_tentative = signs & StaticFacts::<0>::TENTATIVE != 0;
        row.code_is_number = signs & StaticFacts::<0>::NUMBER != 0;
        if low != 0 || high != 0 {
            set_status(row, StatusPattern::written([low, high]));
        }
        at += 1;
        number += 1;
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
        set_status(&mut rows[*row], StatusPattern::any_of(listed));
        statuses = rest;
    }
    rows
}

const fn set_status(row: &mut Row, status: StatusPattern) {
    // Nothing that has a destructor can be dropped in a constant.
    mem::forget(row.status.replace(status));
}

const EMPTY: Row = Row {
    cells: Cells::Static(StaticRow {
        table: &StaticCells::EMPTY,
        row: 0,
        present: 0,
    }),
    status: None,
    kind: ErrorKind::Unknown,
    retry: None,
    scope: None,
    is_tentative: false,
    code_is_number: false,
};
