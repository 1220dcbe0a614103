//! The rules of the header, the row that names the columns.

use crate::ast::Cell;
use crate::column::{Column, Columns, Heading};
use crate::recover::{Rows, Usual};
use crate::report::{Fault, Report, fault};
use crate::suggest::{choice, counted};
use quote::quote;
use std::collections::HashMap;
use syn::Ident;

/// Reads the names of the columns. If the header has a fault, the number of cells that most rows have says which columns
/// were meant.
pub(super) fn columns(rows: &Rows, section: &Ident, report: &mut Report) -> Columns {
    let cells = rows.header.as_slice();
    if cells.is_empty() {
        return Columns::default();
    }
    let mut names = known_columns(cells, report);
    let is_missing = |column| {
        !names
            .headings
            .iter()
            .any(|heading| heading.column == Some(column))
    };
    // The column without a name may be the one that is missing.
    if is_missing(Column::Kind) && !cells.iter().any(Cell::is_absent) {
        report.push(fault!(quote!(#(#cells)*) =>
            "the table of `{section}` has no column `kind`",
            help: "add a column `kind` that gives each row a variant of `ErrorKind`"));
        names.has_fault = true;
    }
    let usual = rows.usual();
    if usual.is_some_and(|usual| usual.cells + names.spare.len() == cells.len()) {
        for at in names.spare.iter().rev() {
            names.headings.remove(*at);
        }
    }
    let width = names.headings.len();
    let unfit = rows
        .unfit(width)
        .filter(|usual| names.has_fault || usual.rows > 1);
    if let Some(usual) = unfit.filter(|_| !names.has_fault) {
        report.push(wrong_count(cells, usual));
    }
    let is_counted = unfit.is_none();
    let columns = Columns {
        headings: names.headings,
        is_counted,
        is_sound: false,
    };
    let is_known = columns
        .headings
        .iter()
        .all(|heading| heading.column.is_some());
    Columns {
        is_sound: is_counted && is_known && columns.has(Column::Kind),
        ..columns
    }
}

/// The columns of a header, before they are compared with the rows.
struct Names {
    headings: Vec<Heading>,
    /// The places of those without a name, or with the name of another.
    spare: Vec<usize>,
    has_fault: bool,
}

/// Every column is known and has one place.
fn known_columns(cells: &[Cell], report: &mut Report) -> Names {
    let mut first: HashMap<Column, &Cell> = HashMap::new();
    let (mut spare, mut unknown) = (Vec::new(), Vec::new());
    let mut headings: Vec<Heading> = Vec::new();
    for (at, cell) in cells.iter().enumerate() {
        let name = cell.text();
        let mut column = Column::named(&name);
        if cell.is_absent() {
            report.push(unnamed(cell, headings.last()));
            spare.push(at);
        } else if let Some(known) = column {
            if let Some(first) = first.get(&known) {
                report.push(fault!(cell => "duplicate column `{name}`",
                    help: "name each column once"));
                report.push(fault!(first => "the column `{name}` is first named here"));
                spare.push(at);
                column = None;
            } else {
                first.insert(known, cell);
            }
        } else {
            report.push(unknown_column(cell));
            unknown.push(at);
        }
        headings.push(Heading { name, column });
    }
    let has_fault = !spare.is_empty() || !unknown.is_empty();
    for at in unknown {
        let is_there = |column: &Column| headings.iter().any(|other| other.column == Some(*column));
        let meant = Column::meant_by(&headings[at].name).filter(|column| !is_there(column));
        if let Some(meant) = meant {
            headings[at] = Heading {
                name: meant.name().to_owned(),
                column: Some(meant),
            };
        }
    }
    Names {
        headings,
        spare,
        has_fault,
    }
}

fn unknown_column(cell: &Cell) -> Fault {
    let name = cell.text();
    let meant = Column::meant_by(&name).map(Column::name);
    let help = choice(meant, Column::NAMES, "columns");
    fault!(cell => "unknown column `{name}`", help: "{help}")
}

/// A column has a name, and `-` is not one.
fn unnamed(cell: &Cell, before: Option<&Heading>) -> Fault {
    let which = match before {
        Some(Heading { name, .. }) => format!("the column after `{name}`"),
        None => "the first column".to_owned(),
    };
    let help = choice(None, Column::NAMES, "columns");
    fault!(cell => "{which} has no name", help: "{help}")
}

/// A header has as many columns as the rows have cells: if most rows agree with each other, the header is at fault.
fn wrong_count(cells: &[Cell], usual: Usual) -> Fault {
    let cure = if cells.len() < usual.cells {
        "name the missing column"
    } else {
        "remove the column that no row has, or write `-` in each row"
    };
    let (columns, in_rows) = (counted(cells.len(), "column"), counted(usual.cells, "cell"));
    let valid = choice(None, Column::NAMES, "columns");
    fault!(quote!(#(#cells)*) => "the header has {columns}, but the rows have {in_rows}",
        help: "{cure}; {valid}")
}
