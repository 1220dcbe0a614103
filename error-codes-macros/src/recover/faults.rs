//! What is wrong with the pipes of a row.

use super::runs::{self, filled, fits};
use crate::ast::Cell;
use crate::column::Columns;
use crate::report::{Fault, Report, fault};
use crate::source::{is_line_break, is_punct};
use crate::suggest::{counted, list};

const DASH_HELP: &str = "write `-` for a cell without a value";

/// Every row has as many cells as the table has columns, none of them empty, and begins and ends with a pipe. Of a row
/// with a wrong number of cells only that is said.
pub(super) fn pipes(rows: &[Vec<Cell>], columns: &Columns, report: &mut Report) {
    let width = columns.width();
    for (at, row) in rows.iter().enumerate() {
        if runs::is_rule(row, false) {
            continue;
        }
        if !fits(row, width) {
            report.push(wrong_count(row, columns));
            continue;
        }
        let before = at.checked_sub(1).and_then(|before| rows.get(before));
        let is_unopened = |before: &Vec<Cell>| {
            let closing = before.last().and_then(|last| last.closing.as_ref());
            closing.is_none() || ends_line(before, row)
        };
        if before.is_some_and(is_unopened) {
            report.push(unopened(row));
        }
        if filled(row) < width {
            report.push(empty_cells(row, columns));
        } else if row.len() > width {
            report.push(stray_pipe(row));
        }
        let is_closed = match (rows.get(at + 1), row.last()) {
            (Some(next), _) => ends_line(row, next),
            (None, last) => last.is_none_or(|last| last.closing.is_some()),
        };
        if !is_closed {
            report.extend(unclosed(row));
        }
    }
}

/// Returns whether a row is known to end with a pipe and its line, so that the next row lacks its own first pipe.
pub(super) fn ends_line(row: &[Cell], next: &[Cell]) -> bool {
    let (Some(last), Some(next)) = (row.last(), next.first()) else {
        return false;
    };
    let is_beside = |pipe: &proc_macro2::Punct| !is_line_break(last.end(), pipe.span());
    last.closing.as_ref().is_some_and(is_beside) && is_line_break(last.end(), next.start())
}

/// Names a row by the first thing that is written in it.
pub(super) fn title(row: &[Cell]) -> (Option<&Cell>, String) {
    let first = row.iter().find(|cell| !cell.is_empty());
    (first, first.map(Cell::text).unwrap_or_default())
}

pub(super) fn unopened(row: &[Cell]) -> Fault {
    let (first, text) = title(row);
    fault!(first => "the row `{text}` does not begin with `|`", help: "add one before `{text}`")
        .of("pipe", 2)
}

/// The end of a row whose last cell ends with a colon is in the comment that `//` starts, which is the fault of that
/// cell.
pub(super) fn unclosed(row: &[Cell]) -> Option<Fault> {
    let last = row.last()?;
    let is_cut = last.tokens.last().is_some_and(|token| is_punct(token, ':'));
    let (text, end) = (title(row).1, last.text());
    let fault =
        fault!(last => "the row `{text}` does not end with `|`", help: "add one after `{end}`");
    (!is_cut).then_some(fault.of("pipe", 2))
}

fn wrong_count(row: &[Cell], columns: &Columns) -> Fault {
    let (first, text) = title(row);
    let (cells, width) = (counted(row.len(), "cell"), columns.width());
    let names = list(&columns.names());
    let cure = if row.len() < width {
        DASH_HELP
    } else {
        "a `|` inside a cell must be in quotes"
    };
    fault!(first => "the row `{text}` has {cells}, but the table has {width} columns",
        help: "the columns are {names}; {cure}")
}

fn empty_cells(row: &[Cell], columns: &Columns) -> Fault {
    let (first, text) = title(row);
    let mut names = columns.names();
    let mut cells = row.iter();
    names.retain(|_| cells.next().is_some_and(Cell::is_empty));
    let what = match names.len() {
        1 => "an empty cell",
        _ => "empty cells",
    };
    let names = list(&names);
    fault!(first => "the row `{text}` has {what}: {names}", help: "{DASH_HELP}")
}

fn stray_pipe(row: &[Cell]) -> Fault {
    let (pipe, text) = (row.iter().find(|cell| cell.is_empty()), title(row).1);
    fault!(pipe => "the row `{text}` has an extra `|`",
        help: "remove it; a cell without a value is written `-`")
}
