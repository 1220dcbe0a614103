//! The rules of columns, and of the cells that must stand in them.

use super::nearest::{choice, list, nearest};
use crate::parse::{Cell, Row};
use crate::report::Report;
use crate::{cell, line};
use proc_macro2::{Punct, Spacing, TokenTree};
use std::collections::HashMap;
use syn::Ident;

const COLUMNS: [&str; 9] = [
    "status", "type", "code", "variant", "kind", "retry", "scope", "message", "summary",
];

/// Where each column stands.
#[derive(Default)]
pub(super) struct Columns {
    /// The name of each; of a misspelt one the name that was meant.
    names: Vec<String>,
    /// The first cell of the header.
    begins: Option<Cell>,
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

/// Every column has a name, which a dash is not.
///
/// One without looks like the end of the header, so that the names behind it look like a row.
pub(super) fn whole_header(header: &mut Row, rows: &mut Vec<Row>, report: &mut Report) {
    let names_columns = |row: &Row| {
        let mut names = row.cells.iter().map(cell::as_written);
        names.all(|name| COLUMNS.contains(&name.as_str()))
    };
    let mut filled = Filled::default();
    filled.extend(header);
    while let Some(rest) = rows.first().filter(|rest| names_columns(rest)) {
        filled.join(rest);
        rows.remove(0);
    }
    for (at, unnamed) in filled.cells.iter().enumerate() {
        if !cell::is_absent(unnamed) {
            continue;
        }
        let before = at
            .checked_sub(1)
            .map(|before| cell::as_written(&filled.cells[before]));
        report.error_with_help(
            unnamed,
            match before {
                Some(name) => format!("the column after `{name}` has no name"),
                None => "the first column has no name".to_owned(),
            },
            format_args!("the columns are {}", list(&COLUMNS)),
        );
    }
    header.cells = filled.cells;
}

/// The columns are known, each stands once, and `kind` is among them.
pub(super) fn columns(header: &Row, section: &Ident, report: &mut Report) -> Columns {
    let mut names: Vec<String> = header.cells.iter().map(cell::as_written).collect();
    if !is_header(&names, header) {
        report.error_with_help(
            header.cells.first(),
            format_args!(
                "the first row of `{section}` does not name its columns: `{}` is none",
                names.first().map_or("", String::as_str)
            ),
            format_args!("the columns are {}", list(&COLUMNS)),
        );
        return Columns {
            names,
            begins: header.cells.first().cloned(),
            is_sound: false,
        };
    }
    let mut is_sound = true;
    let mut first: HashMap<&'static str, &Cell> = HashMap::new();
    let mut misspelt = Vec::new();
    for (at, (name, cell)) in names.iter().zip(&header.cells).enumerate() {
        if cell::is_absent(cell) {
            is_sound = false;
            continue;
        }
        let Some(column) = COLUMNS.iter().find(|column| *column == name) else {
            report.error_with_help(
                cell,
                format_args!("unknown column `{name}`"),
                choice(name, &COLUMNS, "columns"),
            );
            misspelt.push((at, cell));
            continue;
        };
        if let Some(first) = first.get(column) {
            report.error_with_help(
                cell,
                format_args!("a second column `{name}`"),
                "each column stands once",
            );
            report.error(first, format_args!("`{name}` first stands here"));
        } else {
            first.insert(column, cell);
        }
    }
    for (at, cell) in misspelt {
        match nearest(&names[at], &COLUMNS) {
            Some(meant) if !first.contains_key(meant) => {
                first.insert(meant, cell);
                meant.clone_into(&mut names[at]);
            }
            _ => is_sound = false,
        }
    }
    if !first.contains_key("kind") {
        is_sound = false;
        report.error_with_help(
            header,
            format_args!("the table of `{section}` has no column `kind`"),
            "add a column `kind` that says in one word of `ErrorKind` what each row means",
        );
    }
    Columns {
        names,
        begins: header.cells.first().cloned(),
        is_sound,
    }
}

/// Whether the cells are names of columns, however misspelt, and not an error.
fn is_header(names: &[String], header: &Row) -> bool {
    let is_word = |token: &TokenTree| matches!(token, TokenTree::Ident(_));
    let is_worded = |cell: &Cell| cell.tokens.iter().all(is_word);
    let is_known = |name: &String| COLUMNS.contains(&name.as_str());
    let is_alike = |name: &String| nearest(name, &COLUMNS).is_some();
    names.iter().any(is_known) || (header.cells.iter().all(is_worded) && names.iter().any(is_alike))
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
    let width = columns.width();
    let mut whole = Vec::new();
    let mut rest = rows;
    while let [row, after @ ..] = rest {
        rest = after;
        if row.cells.len() == width {
            closed(row, report);
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
    let cells: Vec<Cell> = std::iter::once(row)
        .chain(parts)
        .flat_map(|row| row.cells.iter().cloned())
        .collect();
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
struct Filled {
    cells: Vec<Cell>,
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

    fn extend(&mut self, row: &Row) {
        self.fill(row.before.iter().skip(1));
        self.cells.extend(row.cells.iter().cloned());
        self.fill(&row.after);
    }

    /// Adds a row whose first pipe closes an empty cell.
    fn join(&mut self, part: &Row) {
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
    let by_line = row
        .cells
        .chunk_by(|before, after| !line::is_break(before, after));
    let mut parts: Vec<&[Cell]> = by_line.collect();
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
    let mut whole = Vec::new();
    for part in parts {
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
fn closed(row: &Row, report: &mut Report) {
    if let (Some(first), Some(last)) = (row.cells.first(), row.cells.last())
        && last.closing.is_none()
    {
        unclosed(first, last, report);
    }
}

/// A row that another one follows begins and ends with a `|`. If it has a wrong number of cells as well, that is said
/// instead.
fn not_closed(row: &[Cell], next: &[Cell], width: usize, report: &mut Report) {
    let (Some(first), Some(last), Some(begins)) = (row.first(), row.last(), next.first()) else {
        return;
    };
    let ends_line = |pipe: &Punct| line::ends_beside(last, pipe) && line::is_break(last, begins);
    let lacks_beginning = last.closing.as_ref().is_some_and(ends_line);
    if lacks_beginning && next.len() == width {
        let written = cell::as_written(begins);
        report.error_with_help(
            begins,
            format_args!("the row `{written}` does not begin with `|`"),
            format_args!("write one before `{written}`"),
        );
    } else if !lacks_beginning && row.len() == width {
        unclosed(first, last, report);
    }
}

fn unclosed(first: &Cell, last: &Cell, report: &mut Report) {
    let (written, end) = (cell::as_written(first), cell::as_written(last));
    report.error_with_help(
        last,
        format_args!("the row `{written}` does not end with `|`"),
        format_args!("write one after `{end}`"),
    );
}

fn wrong_count(row: &[Cell], columns: &Columns, report: &mut Report) {
    let width = columns.width();
    let cells = match row.len() {
        1 => "1 cell".to_owned(),
        count => format!("{count} cells"),
    };
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
