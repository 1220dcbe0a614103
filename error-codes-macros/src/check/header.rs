//! The rules of the header, the row that names the columns.

use super::names;
use crate::ast::Cell;
use crate::column::{Column, Columns, Heading};
use crate::recover::{Rows, Usual};
use crate::report::{Fault, Report, both, fault};
use crate::suggest::{choice, counted, list};
use quote::quote;
use syn::Ident;

/// Reads the names of the columns. If the header has a fault, the number of cells that most rows have says which columns
/// were meant.
pub(super) fn columns(rows: &Rows, section: &Ident, report: &mut Report) -> Columns {
    let cells = rows.header.as_slice();
    if cells.is_empty() {
        return Columns::default();
    }
    no_attribute(cells, report);
    let faults = report.len();
    let mut columns = Columns {
        headings: headings(cells, report),
        ..Columns::default()
    };
    // The column without a name may be the one that is missing.
    if !columns.has(Column::Kind) && !cells.iter().any(Cell::is_absent) {
        report.push(fault!(quote!(#(#cells)*) =>
            "the table of `{section}` has no column `kind`",
            help: "add a column `kind` that gives each row a variant of `ErrorKind`"));
    }
    let has_fault = report.len() > faults;
    // A column without a name of its own may be one that no row has.
    let is_spare = |heading: &Heading| {
        let name = heading.name.as_str();
        heading.column.is_none() && (matches!(name, "" | "-") || Column::named(name).is_some())
    };
    let headings = columns.headings.iter();
    let spare = headings.filter(|heading| is_spare(heading)).count();
    if rows
        .usual()
        .is_some_and(|usual| usual.cells + spare == cells.len())
    {
        columns.headings.retain(|heading| !is_spare(heading));
    }
    let unfit = rows.unfit(columns.width());
    let unfit = unfit.filter(|usual| has_fault || usual.rows > 1);
    if let Some(usual) = unfit.filter(|_| !has_fault) {
        report.push(wrong_count(cells, usual));
    }
    columns.is_counted = unfit.is_none();
    let is_known = columns
        .headings
        .iter()
        .all(|heading| heading.column.is_some());
    columns.is_sound = columns.is_counted && is_known && columns.has(Column::Kind);
    columns
}

/// Every column is known and has one place.
fn headings(cells: &[Cell], report: &mut Report) -> Vec<Heading> {
    let names = cells.iter().filter(|cell| !cell.is_absent());
    let names: Vec<_> = names.map(|cell| (cell.text(), cell)).collect();
    let mut known = known(&names, report).into_iter();
    let mut headings: Vec<Heading> = Vec::new();
    for cell in cells {
        let known = if cell.is_absent() {
            report.push(unnamed(cell, headings.last()));
            None
        } else {
            known.next().flatten()
        };
        let column = known.and_then(Column::named);
        let is_text = matches!(column, Some(Column::Message | Column::Summary));
        headings.push(Heading {
            is_guessed: is_text && known != Some(cell.text().as_str()),
            name: known.map_or_else(|| cell.text(), ToOwned::to_owned),
            column,
        });
    }
    headings
}

/// A heading with its text.
type Named<'row> = (String, &'row Cell);

/// Every column is in the list. Headings of a page that are nearly all written in other words are one slip.
fn known(names: &[Named], report: &mut Report) -> Vec<Option<&'static str>> {
    let meant = |name: &str| Column::meant_by(name).map(Column::name);
    let mut unsaid = Report::default();
    let found = names::known(names, Column::NAMES, "column", meant, &mut unsaid);
    let pairs = names.iter().zip(&found);
    let others = pairs.filter_map(|((text, cell), found)| {
        let name = found.filter(|name| name != text)?;
        Some((text.as_str(), name, *cell))
    });
    let others: Vec<(&str, &str, &Cell)> = others.collect();
    let [(.., first), .., (.., last)] = others.as_slice() else {
        report.extend(unsaid);
        return found;
    };
    if others.len() < 3 {
        report.extend(unsaid);
        return found;
    }
    let written: Vec<&str> = others.iter().map(|(text, ..)| *text).collect();
    let columns: Vec<&str> = others.iter().map(|(_, name, _)| *name).collect();
    let (written, columns) = (list(&written), list(&columns));
    let valid = choice(None, Column::NAMES, "columns");
    report.push(fault!(both(first, last) => "unknown columns {written}",
        help: "did you mean {columns}? {valid}"));
    let renamed = names.iter().zip(&found);
    let renamed = renamed.map(|((text, cell), found)| {
        (found.map_or_else(|| text.clone(), ToOwned::to_owned), *cell)
    });
    names::known(
        &renamed.collect::<Vec<_>>(),
        Column::NAMES,
        "column",
        meant,
        report,
    )
}

/// The header has no attributes.
fn no_attribute(cells: &[Cell], report: &mut Report) {
    let attributes = cells.iter().map(|cell| &cell.attributes);
    for attribute in attributes.filter(|attributes| !attributes.is_empty()) {
        report.push(fault!(attribute => "an attribute or doc comment is before the names of the columns",
            help: "write it before the row or the `enum` that it is for; a comment starts with `//`"));
    }
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
