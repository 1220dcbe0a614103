//! Aligns the cells of rows.

use crate::rows::Row;
use std::ops::Range;
use unicode_width::UnicodeWidthStr;

/// What is to be written in the place of a part of the source.
pub(crate) struct Line {
    pub(crate) place: Range<usize>,
    pub(crate) text: String,
}

/// A row that begins a line.
struct Cells<'s> {
    /// From the beginning of the line to the last pipe.
    place: Range<usize>,
    indentation: &'s str,
    /// The cells on the line, up to the first that goes on on the next.
    cells: Vec<&'s str>,
    /// That cell and everything behind it.
    rest: &'s str,
}

/// Returns the rows with their cells as wide as the widest of the column.
///
/// Rows that begin within a line stay as they are, and so does what is not on the first line of a row.
pub(crate) fn lines(source: &str, rows: &[Row]) -> Vec<Line> {
    let rows: Vec<Cells> = rows.iter().filter_map(|row| cells(source, row)).collect();
    let Some(first) = rows.first() else {
        return Vec::new();
    };
    let indentation = first.indentation;
    let is_rule = |at: usize, row: &Cells| is_rule(row, at == 1);
    let mut widths: Vec<usize> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        widths.resize(widths.len().max(row.cells.len()), MIN_WIDTH);
        for (width, cell) in widths.iter_mut().zip(&row.cells) {
            let own = if is_rule(at, row) {
                0
            } else {
                cell.trim().width()
            };
            *width = own.max(*width);
        }
    }
    let lines = rows.iter().enumerate().map(|(at, row)| {
        let mut text = format!("{indentation}|");
        for (cell, width) in row.cells.iter().zip(&widths) {
            if is_rule(at, row) {
                push_rule(&mut text, cell, *width);
            } else {
                push_cell(&mut text, cell.trim(), *width);
            }
        }
        text.push_str(row.rest);
        Line {
            place: row.place.clone(),
            text,
        }
    });
    lines.collect()
}

/// The width of `:-:`.
const MIN_WIDTH: usize = 3;

/// Returns the cells of a row, unless something else is before it on its line.
fn cells<'s>(source: &'s str, row: &Row) -> Option<Cells<'s>> {
    let (first, last) = (row.pipes.first()?, row.pipes.last()?);
    let before = &source[..first.start];
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    let indentation = &before[line..];
    if !indentation.trim().is_empty() {
        return None;
    }
    let between = row.pipes.iter().zip(row.pipes.iter().skip(1));
    let between = between.map(|(pipe, next)| (pipe.end, &source[pipe.end..next.start]));
    let mut cells = Vec::new();
    let mut end = first.end;
    for (start, cell) in between {
        if cell.contains('\n') {
            break;
        }
        end = start + cell.len() + 1;
        cells.push(cell);
    }
    Some(Cells {
        place: line..last.end,
        indentation,
        cells,
        rest: &source[end..last.end],
    })
}

/// Returns whether a row is a line between rows, such as `|---|:-:|` or `|===|===|`. Only under the header it may be as short
/// as `|-|-|`.
fn is_rule(row: &Cells, is_under_header: bool) -> bool {
    let is_rule = |cell: &&str| {
        let cell = cell.trim();
        let dashes = cell.trim_matches(':');
        let is_long = is_under_header || cell.len() > 1;
        is_long && !dashes.is_empty() && dashes.bytes().all(|byte| matches!(byte, b'-' | b'='))
    };
    row.rest.is_empty() && row.cells.iter().all(is_rule)
}

fn push_cell(text: &mut String, cell: &str, width: usize) {
    let padding = width.saturating_sub(cell.width());
    text.push(' ');
    text.push_str(cell);
    text.extend(std::iter::repeat_n(' ', padding));
    text.push_str(" |");
}

/// Draws the line with its colons, up to the pipes unless spaces are beside them.
fn push_rule(text: &mut String, cell: &str, width: usize) {
    let rule = cell.trim();
    let space = if rule.len() < cell.len() { " " } else { "" };
    let colon = |is_there| if is_there { ":" } else { "" };
    let (left, right) = (colon(rule.starts_with(':')), colon(rule.ends_with(':')));
    let dash = rule.trim_matches(':').chars().next().unwrap_or('-');
    let width = width + 2 - 2 * space.len() - left.len() - right.len();
    let dashes = dash.to_string().repeat(width);
    text.extend([space, left, &dashes, right, space, "|"]);
}
