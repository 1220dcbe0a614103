//! The rules of the header, the row that names the columns.

use super::column::{self, Columns, Filled};
use super::nearest::{choice, counted, list, nearest};
use crate::parse::{self, Cell, Row};
use crate::report::Report;
use crate::{cell, line};
use proc_macro2::TokenTree;
use std::collections::HashMap;
use syn::Ident;

const COLUMNS: [&str; 9] = [
    "status", "type", "code", "variant", "kind", "retry", "scope", "message", "summary",
];

const KIND: &str = "kind";

/// Reads the first row, all of it and nothing else.
///
/// Where it has a fault, the number of cells that most rows have says which columns were meant.
pub(super) fn columns(
    header: &Row,
    rows: &mut Vec<Row>,
    section: &Ident,
    report: &mut Report,
) -> Columns {
    let cells = whole_header(header, rows);
    let cells = ended_header(cells, rows, report);
    let usual = usual_width(rows);
    let cells = parted_names(cells, usual, report);
    let begins = cells.first().cloned();
    if !is_header(&cells) {
        no_header(&cells, section, report);
        if is_data(&cells) {
            rows.insert(0, row(cells));
        }
        return Columns {
            begins,
            ..Columns::default()
        };
    }
    let mut columns = known_columns(&cells, report);
    some_kind(&mut columns, &cells, section, report);
    let spare = std::mem::take(&mut columns.spare);
    if usual.is_some_and(|usual| usual.cells + spare.len() == cells.len()) {
        for at in spare.into_iter().rev() {
            columns.names.remove(at);
        }
    }
    let Known {
        names, has_fault, ..
    } = columns;
    let fitting = column::fitting(rows, names.len());
    let unfit = usual.filter(|usual| usual.rows > 3 * fitting && (has_fault || usual.rows > 1));
    if let Some(usual) = unfit.filter(|_| !has_fault) {
        unlike_rows(&cells, usual, report);
    }
    let is_counted = unfit.is_none();
    let is_known = |name: &String| COLUMNS.contains(&name.as_str());
    Columns {
        is_sound: is_counted && names.iter().all(is_known) && names.iter().any(|name| name == KIND),
        is_counted,
        names,
        begins,
    }
}

/// The cells of the header. A column without a name looks like the end of it, so that the names behind it look like a row.
fn whole_header(header: &Row, rows: &mut Vec<Row>) -> Vec<Cell> {
    let mut filled = Filled::default();
    filled.extend(header);
    while let Some(rest) = rows.first().filter(|rest| names_columns(&rest.cells)) {
        filled.join(rest);
        rows.remove(0);
    }
    filled.cells
}

fn names_columns(cells: &[Cell]) -> bool {
    let mut names = cells.iter().map(cell::as_written);
    names.all(|name| COLUMNS.contains(&name.as_str()))
}

/// The header ends with a `|`, and the row after it begins with one. If either is missing, the header ends with the line
/// on which its last name stands.
fn ended_header(cells: Vec<Cell>, rows: &mut Vec<Row>, report: &mut Report) -> Vec<Cell> {
    let lines = line::lines(&cells);
    let further = lines.iter().skip(1);
    let own = 1 + further.take_while(|line| names_columns(line)).count();
    let Some((own, behind)) = lines
        .split_at_checked(own)
        .filter(|(_, rest)| !rest.is_empty())
    else {
        return cells;
    };
    let (own, behind) = (own.concat(), behind.concat());
    let missing = column::missing_pipe(&own, &behind);
    missing.report(&own, &behind, report);
    if !parse::is_rule(&behind, true) {
        rows.insert(0, row(behind));
    }
    own
}

/// A number of cells, and how many rows have it.
#[derive(Clone, Copy)]
struct Usual {
    cells: usize,
    rows: usize,
}

/// How many cells most rows have.
fn usual_width(rows: &[Row]) -> Option<Usual> {
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for width in widths(rows) {
        *counts.entry(width).or_default() += 1;
    }
    let most = counts
        .into_iter()
        .max_by_key(|(cells, rows)| (*rows, *cells));
    most.map(|(cells, rows)| Usual { cells, rows })
}

/// How many cells each row has, as far as it can be seen.
fn widths(rows: &[Row]) -> impl Iterator<Item = usize> {
    let lines = rows.iter().flat_map(|row| line::lines(&row.cells));
    lines.map(|line| line.len())
}

/// A `|` stands between two names. Where it is missing, the rows have a cell for each.
fn parted_names(cells: Vec<Cell>, usual: Option<Usual>, report: &mut Report) -> Vec<Cell> {
    let parted: Vec<Vec<Cell>> = cells.iter().map(names_in).collect();
    let count = parted.iter().map(Vec::len).sum();
    if count == cells.len() || usual.is_none_or(|usual| usual.cells != count) {
        return cells;
    }
    for names in &parted {
        for pair in names.windows(2) {
            let (before, name) = (cell::as_written(&pair[0]), cell::as_written(&pair[1]));
            report.error_with_help(
                &pair[1],
                format_args!("no `|` stands between the columns `{before}` and `{name}`"),
                format_args!("write one before `{name}`"),
            );
        }
    }
    parted.concat()
}

/// The cell, or one for each of the names that it holds.
fn names_in(cell: &Cell) -> Vec<Cell> {
    let names: Vec<Cell> = cell
        .tokens
        .iter()
        .map(|name| Cell {
            tokens: vec![name.clone()],
            closing: cell.closing.clone(),
        })
        .collect();
    if names_columns(&names) {
        names
    } else {
        vec![cell.clone()]
    }
}

/// The columns of a header, before they are compared with the rows.
struct Known {
    /// The name of each; of a misspelt one the name that was meant.
    names: Vec<String>,
    /// The places of those that have no name, or another one's.
    spare: Vec<usize>,
    has_fault: bool,
}

/// The columns are known, and each stands once.
fn known_columns(cells: &[Cell], report: &mut Report) -> Known {
    let mut names: Vec<String> = cells.iter().map(cell::as_written).collect();
    let mut first: HashMap<&'static str, &Cell> = HashMap::new();
    let (mut spare, mut misspelt) = (Vec::new(), Vec::new());
    for (at, (name, cell)) in names.iter().zip(cells).enumerate() {
        if cell::is_absent(cell) {
            unnamed(at, &names, cell, report);
            spare.push(at);
            continue;
        }
        let Some(column) = COLUMNS.iter().find(|column| *column == name) else {
            report.error_with_help(
                cell,
                format_args!("unknown column `{name}`"),
                choice(meant(name), &COLUMNS, "columns"),
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
            spare.push(at);
        } else {
            first.insert(column, cell);
        }
    }
    let has_fault = !spare.is_empty() || !misspelt.is_empty();
    for (at, cell) in misspelt {
        if let Some(meant) = meant(&names[at])
            && !first.contains_key(meant)
        {
            first.insert(meant, cell);
            meant.clone_into(&mut names[at]);
        }
    }
    Known {
        names,
        spare,
        has_fault,
    }
}

/// The column that somebody meant. An `HTTP code` is a status.
fn meant(name: &str) -> Option<&'static str> {
    let is_status =
        name.to_lowercase().starts_with("http") && name.to_lowercase().ends_with("code");
    if is_status {
        Some("status")
    } else {
        nearest(name, &COLUMNS)
    }
}

/// `kind` is among the columns, unless it is the one without a name.
fn some_kind(columns: &mut Known, cells: &[Cell], section: &Ident, report: &mut Report) {
    let is_there = columns.names.iter().any(|name| name == KIND);
    if is_there || cells.iter().any(cell::is_absent) {
        return;
    }
    columns.has_fault = true;
    report.error_with_help(
        row(cells.to_vec()),
        format_args!("the table of `{section}` has no column `kind`"),
        "add a column `kind` that says in one word of `ErrorKind` what each row means",
    );
}

fn row(cells: Vec<Cell>) -> Row {
    Row {
        before: Vec::new(),
        cells,
        after: Vec::new(),
    }
}

/// Whether the cells are names of columns, however misspelt, and not an error.
fn is_header(cells: &[Cell]) -> bool {
    let is_word = |token: &TokenTree| matches!(token, TokenTree::Ident(_));
    let is_worded = |cell: &Cell| cell.tokens.iter().all(is_word);
    let is_alike = |name: &String| meant(name).is_some();
    let names: Vec<String> = cells.iter().map(cell::as_written).collect();
    names.iter().any(|name| COLUMNS.contains(&name.as_str()))
        || (cells.iter().all(is_worded) && names.iter().any(is_alike))
}

/// Whether the cells are an error for certain.
fn is_data(cells: &[Cell]) -> bool {
    let mut tokens = cells.iter().flat_map(|cell| &cell.tokens);
    tokens.any(|token| matches!(token, TokenTree::Literal(_)))
}

fn no_header(cells: &[Cell], section: &Ident, report: &mut Report) {
    let first = cells.first();
    let written = first.map(cell::as_written).unwrap_or_default();
    report.error_with_help(
        first,
        format_args!("the first row of `{section}` does not name its columns: `{written}` is none"),
        format_args!("the columns are {}", list(&COLUMNS)),
    );
}

/// A column has a name, which a dash is not.
fn unnamed(at: usize, names: &[String], cell: &Cell, report: &mut Report) {
    let before = at.checked_sub(1).and_then(|before| names.get(before));
    report.error_with_help(
        cell,
        match before {
            Some(name) => format!("the column after `{name}` has no name"),
            None => "the first column has no name".to_owned(),
        },
        format_args!("the columns are {}", list(&COLUMNS)),
    );
}

/// A header has as many columns as the rows have cells: if most of them agree with each other, the fault is the header's.
fn unlike_rows(cells: &[Cell], usual: Usual, report: &mut Report) {
    let help = if cells.len() < usual.cells {
        "name the one that is missing"
    } else {
        "leave out the one that no row has, or write `-` in each row"
    };
    let columns = counted(cells.len(), "column");
    let in_rows = counted(usual.cells, "cell");
    report.error_with_help(
        row(cells.to_vec()),
        format_args!("the header has {columns}, the rows have {in_rows}"),
        format_args!("{help}; the columns are {}", list(&COLUMNS)),
    );
}
