//! The rules of the cells that must stand in the columns.

use super::nearest::{counted, list};
use crate::parse::{self, Cell, Row};
use crate::report::Report;
use crate::{cell, line};
use proc_macro2::{Punct, Spacing, TokenTree};

/// Where each column stands.
#[derive(Default)]
pub(super) struct Columns {
    /// The name of each; of a misspelt one the name that was meant.
    pub(super) names: Vec<String>,
    /// The first cell of the header.
    pub(super) begins: Option<Cell>,
    /// A row of another number of cells is the row's own fault.
    pub(super) is_counted: bool,
    /// Every column is known and `kind` is among them, so that what is missing in a row is the row's own fault.
    pub(super) is_sound: bool,
}

impl Columns {
    pub(super) fn width(&self) -> usize {
        self.names.len()
    }

    pub(super) fn place(&self, column: &str) -> Option<usize> {
        self.names.iter().position(|name| name == column)
    }

    /// Whether lines tell a row that begins with this cell from the header. An editor, which runs the macro at every letter
    /// that is typed, has none.
    pub(super) fn have_lines(&self, begins: Option<&Cell>) -> bool {
        let header = self.begins.as_ref().zip(begins);
        header.is_some_and(|(header, begins)| line::is_break(header, begins))
    }

    /// The cell of this column.
    pub(super) fn cell<'row>(&self, row: &'row Cells, column: &str) -> Option<&'row Cell> {
        row.cells.get(self.place(column)?)
    }
}

/// The cells of a row, mended where they could be.
pub(super) struct Cells {
    pub(super) cells: Vec<Cell>,
    /// Nothing had to be mended.
    pub(super) is_sound: bool,
    /// Each cell stands in its own column, so that its faults mean something.
    pub(super) is_aligned: bool,
}

impl Cells {
    /// The first cell that holds something, by which a fault can name the row.
    pub(super) fn first(&self) -> Option<&Cell> {
        let holds = |cell: &&Cell| !cell::is_absent(cell);
        self.cells.iter().find(holds).or(self.cells.first())
    }
}

/// Every row has as many cells as the table has columns.
///
/// Two pipes that meet end a row. So a cell left empty shows up as two rows that are too short, and a row that is not
/// closed as one that is too long; both are told apart here and mended.
pub(super) fn with_all_cells(rows: &[Row], columns: &Columns, report: &mut Report) -> Vec<Cells> {
    if !columns.is_counted {
        return uncounted(rows);
    }
    let width = columns.width();
    let mut whole = Vec::new();
    let mut rest = rows;
    while let [row, after @ ..] = rest {
        rest = after;
        if row.cells.len() == width {
            closed(&row.cells, report);
            let stray = row.before.iter().skip(1).chain(&row.after).next();
            if let Some(pipe) = stray {
                stray_pipe(pipe, row, report);
            }
            whole.push(Cells {
                cells: row.cells.clone(),
                is_sound: stray.is_none(),
                is_aligned: true,
            });
        } else if let Some(filled) = with_empty_cells(row, after, width) {
            no_empty_cell(&filled, row, columns, report);
            rest = &after[filled.parts..];
            whole.push(Cells {
                cells: filled.cells,
                is_sound: false,
                is_aligned: true,
            });
        } else if let Some(parts) = parts_on_the_line(row, after) {
            rest = &after[parts..];
            whole.push(one_row(row, &after[..parts], columns, report));
        } else {
            whole.extend(split(row, columns, report));
        }
    }
    whole
}

/// How many rows have this number of cells, those counted in that were left empty.
pub(super) fn fitting(rows: &[Row], width: usize) -> usize {
    let behind = (0..rows.len()).map(|at| &rows[at..]);
    let fitting = behind.map(|rows| match rows {
        [row, after @ ..] if row.cells.len() < width => {
            usize::from(with_empty_cells(row, after, width).is_some())
        }
        [row, ..] => {
            let lines = line::lines(&row.cells);
            let is_whole = usize::from(row.cells.len() == width);
            is_whole.max(lines.iter().filter(|line| line.len() == width).count())
        }
        [] => 0,
    });
    fitting.sum()
}

/// The rows under a header whose columns they do not have.
fn uncounted(rows: &[Row]) -> Vec<Cells> {
    let mut lines = Vec::new();
    let mut rest = rows;
    while let [row, after @ ..] = rest {
        let (parts, behind) = after.split_at(parts_on_the_line(row, after).unwrap_or(0));
        rest = behind;
        lines.extend(line::lines(&joined(row, parts)));
    }
    let unread = |cells| Cells {
        cells,
        is_sound: false,
        is_aligned: false,
    };
    lines.into_iter().map(unread).collect()
}

/// The cells of a row and of the parts that are torn off it.
fn joined(row: &Row, parts: &[Row]) -> Vec<Cell> {
    let all = std::iter::once(row).chain(parts);
    all.flat_map(|row| row.cells.iter().cloned()).collect()
}

/// How many of the rows after a row are parts of it for certain.
fn parts_on_the_line(row: &Row, after: &[Row]) -> Option<usize> {
    let last = row.cells.last()?;
    let parts = after.iter().take_while(|part| {
        let mut pipes = part.before.iter();
        pipes.all(|pipe| line::is_known_beside(last, pipe))
    });
    Some(parts.count()).filter(|count| *count > 0)
}

/// A row that two pipes in its middle tear apart, though it has too many cells for one to be empty there.
fn one_row(row: &Row, parts: &[Row], columns: &Columns, report: &mut Report) -> Cells {
    let cells = joined(row, parts);
    let is_aligned = cells.len() == columns.width();
    match parts.first().and_then(|part| part.before.first()) {
        Some(pipe) if is_aligned => stray_pipe(pipe, row, report),
        _ => wrong_count(&cells, columns, report),
    }
    Cells {
        cells,
        is_sound: false,
        is_aligned,
    }
}

/// A row with dashes in its empty cells.
#[derive(Default)]
pub(super) struct Filled {
    pub(super) cells: Vec<Cell>,
    /// The places of the empty cells.
    empty: Vec<usize>,
    /// How many of the rows behind it belong to it.
    parts: usize,
}

impl Filled {
    fn fill<'p>(&mut self, pipes: impl IntoIterator<Item = &'p Punct>) {
        for pipe in pipes {
            self.empty.push(self.cells.len());
            self.cells.push(dash(pipe));
        }
    }

    pub(super) fn extend(&mut self, row: &Row) {
        self.fill(row.before.iter().skip(1));
        self.cells.extend(row.cells.iter().cloned());
        self.fill(&row.after);
    }

    /// Adds a row whose first pipe closes an empty cell.
    pub(super) fn join(&mut self, part: &Row) {
        self.fill(part.before.first());
        self.extend(part);
        self.parts += 1;
    }
}

/// A row that the rows after it fill up, if an empty cell stands before each of them.
fn with_empty_cells(row: &Row, after: &[Row], width: usize) -> Option<Filled> {
    let mut filled = Filled::default();
    filled.extend(row);
    for part in after {
        let is_beside = |last| part.before.iter().all(|pipe| line::ends_beside(last, pipe));
        if filled.cells.len() >= width || !row.cells.last().is_none_or(is_beside) {
            break;
        }
        filled.join(part);
    }
    (filled.cells.len() == width).then_some(filled)
}

fn dash(pipe: &Punct) -> Cell {
    let mut dash = Punct::new('-', Spacing::Alone);
    dash.set_span(pipe.span());
    Cell {
        tokens: vec![TokenTree::Punct(dash)],
        closing: Some(pipe.clone()),
    }
}

/// The cells of a row that are none: those of the wrong number, taken for the rows that they look like.
fn split(row: &Row, columns: &Columns, report: &mut Report) -> Vec<Cells> {
    let width = columns.width();
    let count = row.cells.len();
    let lines = line::lines(&row.cells);
    let mut parts: Vec<&[Cell]> = lines.iter().map(Vec::as_slice).collect();
    if parts.len() == 1 && width > 0 && count > width {
        if count.is_multiple_of(width) {
            parts = row.cells.chunks(width).collect();
        } else if let Some(torn) = torn_off(&row.cells, columns) {
            parts = torn.into();
        }
    }
    if count < width {
        parts = vec![&row.cells];
    }
    for pair in parts.windows(2) {
        not_closed(pair[0], pair[1], width, report);
    }
    if let Some(last) = parts.last().filter(|last| last.len() == width) {
        closed(last, report);
    }
    let mut whole = Vec::new();
    for part in parts {
        if parse::is_rule(part, false) {
            continue;
        }
        let is_aligned = part.len() == width;
        if !is_aligned {
            wrong_count(part, columns, report);
        }
        whole.push(Cells {
            cells: part.to_vec(),
            is_sound: is_aligned,
            is_aligned,
        });
    }
    whole
}

/// A row that breaks off and the whole row behind it, where lines cannot tell them apart.
fn torn_off<'row>(cells: &'row [Cell], columns: &Columns) -> Option<[&'row [Cell]; 2]> {
    let have_lines = columns.have_lines(cells.first());
    let (torn, whole) = cells.split_at_checked(cells.len() - columns.width())?;
    let kind = cell::kind(whole.get(columns.place("kind")?)?).ok()?;
    let is_word = kind.is_some_and(|(word, _)| word.to_string().starts_with(char::is_uppercase));
    (!have_lines && is_word).then_some([torn, whole])
}

/// The last row ends with a `|`.
fn closed(row: &[Cell], report: &mut Report) {
    if let (Some(first), Some(last)) = (row.first(), row.last())
        && last.closing.is_none()
    {
        unclosed(first, last, report);
    }
}

/// A row that another one follows begins and ends with a `|`. If it has a wrong number of cells as well, that is said
/// instead.
fn not_closed(row: &[Cell], next: &[Cell], width: usize, report: &mut Report) {
    match missing_pipe(row, next) {
        Missing::Beginning if next.len() != width => {}
        Missing::End if row.len() != width => {}
        missing => missing.report(row, next, report),
    }
}

/// Which `|` is missing between two rows of which one ends a line.
pub(super) enum Missing {
    /// That of the second.
    Beginning,
    /// That of the first, or both.
    End,
}

pub(super) fn missing_pipe(row: &[Cell], next: &[Cell]) -> Missing {
    let ends_line = |last: &Cell, begins: &Cell| {
        let closing = last.closing.as_ref();
        closing.is_some_and(|pipe| line::ends_beside(last, pipe)) && line::is_break(last, begins)
    };
    match (row.last(), next.first()) {
        (Some(last), Some(begins)) if ends_line(last, begins) => Missing::Beginning,
        _ => Missing::End,
    }
}

impl Missing {
    pub(super) fn report(&self, row: &[Cell], next: &[Cell], report: &mut Report) {
        match self {
            Missing::Beginning => {
                let begins = next.first();
                let written = begins.map(cell::as_written).unwrap_or_default();
                report.error_with_help(
                    begins,
                    format_args!("the row `{written}` does not begin with `|`"),
                    format_args!("write one before `{written}`"),
                );
            }
            Missing::End => {
                if let (Some(first), Some(last)) = (row.first(), row.last()) {
                    unclosed(first, last, report);
                }
            }
        }
    }
}

/// A row whose last cell ends with a colon has its end in the remark that `//` begins, which is that cell's fault.
fn unclosed(first: &Cell, last: &Cell, report: &mut Report) {
    if matches!(last.tokens.last(), Some(TokenTree::Punct(colon)) if colon.as_char() == ':') {
        return;
    }
    let (written, end) = (cell::as_written(first), cell::as_written(last));
    report.error_with_help(
        last,
        format_args!("the row `{written}` does not end with `|`"),
        format_args!("write one after `{end}`"),
    );
}

fn wrong_count(row: &[Cell], columns: &Columns, report: &mut Report) {
    let (cells, width) = (counted(row.len(), "cell"), columns.width());
    let cure = if row.len() < width {
        "write `-` where the page has nothing"
    } else {
        "a `|` inside a cell stands in quotes"
    };
    let first = row.first();
    let written = first.map(cell::as_written).unwrap_or_default();
    report.error_with_help(
        first,
        format_args!("the row `{written}` has {cells}, the table has {width} columns"),
        format_args!("the columns are {}; {cure}", list(&columns.names)),
    );
}

/// No cell is empty.
fn no_empty_cell(filled: &Filled, row: &Row, columns: &Columns, report: &mut Report) {
    let names: Vec<&String> = filled
        .empty
        .iter()
        .filter_map(|at| columns.names.get(*at))
        .collect();
    let first = row.cells.first();
    let written = first.map(cell::as_written).unwrap_or_default();
    let what = if names.len() == 1 {
        "an empty cell"
    } else {
        "empty cells"
    };
    report.error_with_help(
        first,
        format_args!("the row `{written}` has {what}: {}", list(&names)),
        "write `-` where the page has nothing",
    );
}

/// A row has one `|` before its first cell and one behind its last.
fn stray_pipe(pipe: &Punct, row: &Row, report: &mut Report) {
    let first = row.cells.first();
    let written = first.map(cell::as_written).unwrap_or_default();
    report.error_with_help(
        pipe,
        format_args!("the row `{written}` has a `|` too many"),
        "a row is `| cell | cell | … |`; a cell without a value is `-`",
    );
}
