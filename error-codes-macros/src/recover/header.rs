//! Finds the header of a table where its pipes are torn.

use super::faults::{ends_line, title, unclosed, unopened};
use super::runs::{self, Run, joined, lines};
use crate::ast::Cell;
use crate::column::Column;
use crate::report::{Report, fault};
use crate::suggest::choice;
use proc_macro2::TokenTree;
use syn::Ident;

/// Takes the header, all of it and nothing else. Returns no cells if the first row does not name columns.
pub(super) fn take(runs: &mut Vec<Run>, section: &Ident, report: &mut Report) -> Vec<Cell> {
    if runs.is_empty() {
        return Vec::new();
    }
    let first = runs.remove(0);
    if first.opening.is_none() {
        report.push(unopened(&first.cells));
    }
    // A column without a name looks like the end of the header, and the names after it like a row.
    let is_part = |run: &&Run| are_names(&run.cells) && !is_same(&run.cells, &first.cells);
    let parts = runs.iter().take_while(is_part).count();
    let parts: Vec<Run> = runs.drain(..parts).collect();
    let cells = ended(joined(&first, &parts), runs, report);
    let cells = parted(cells, runs, report);
    if is_header(&cells) {
        return cells;
    }
    let (first, text) = title(&cells);
    let valid = choice(None, Column::NAMES, "columns");
    report.push(fault!(first =>
        "the first row of `{section}` must name the columns, but `{text}` is not a column",
        help: "{valid}"));
    if is_data(&cells) {
        runs.insert(0, Run::new(cells));
    }
    Vec::new()
}

/// Removes the rows that name the columns again.
pub(super) fn drop_repeated(runs: &mut Vec<Run>, header: &[Cell], report: &mut Report) {
    runs.retain(|run| {
        let is_repeated = !header.is_empty() && is_same(&run.cells, header);
        if is_repeated {
            let first = title(&run.cells).0;
            report.push(
                fault!(first => "the header is repeated",
                help: "remove this row: the columns are named once, in the first row")
                .of("repeated header", 1),
            );
        }
        !is_repeated
    });
}

/// Returns whether cells have the same texts.
fn is_same(one: &[Cell], other: &[Cell]) -> bool {
    let texts = |cells: &[Cell]| {
        let filled = cells.iter().filter(|cell| !cell.is_empty());
        filled.map(Cell::text).collect::<Vec<_>>()
    };
    texts(one) == texts(other)
}

fn are_names(cells: &[Cell]) -> bool {
    let mut names = cells.iter().filter(|cell| !cell.is_empty());
    names.all(|name| Column::named(&name.text()).is_some())
}

/// Ends the header with the line of its last name, if it is not closed or the row after it is not opened.
fn ended(cells: Vec<Cell>, runs: &mut Vec<Run>, report: &mut Report) -> Vec<Cell> {
    let lines = lines(&cells);
    let further = lines.iter().skip(1).take_while(|line| are_names(line));
    let (own, behind) = lines.split_at((1 + further.count()).min(lines.len()));
    let (own, behind) = (own.concat(), behind.concat());
    if behind.is_empty() {
        return cells;
    }
    if ends_line(&own, &behind) {
        report.push(unopened(&behind));
    } else {
        report.extend(unclosed(&own));
    }
    if !runs::is_rule(&behind, true) {
        runs.insert(0, Run::new(behind));
    }
    own
}

/// Separates names without a pipe between them, if the rows have a cell for each.
fn parted(cells: Vec<Cell>, runs: &[Run], report: &mut Report) -> Vec<Cell> {
    let parted: Vec<Vec<Cell>> = cells.iter().map(names_in).collect();
    let count = parted.iter().map(Vec::len).sum();
    if count == cells.len() || runs::usual(runs).is_none_or(|usual| usual.cells != count) {
        return cells;
    }
    for names in &parted {
        for (before, name) in names.iter().zip(names.iter().skip(1)) {
            let (one, other) = (before.text(), name.text());
            report.push(fault!(name =>
                "missing `|` between the columns `{one}` and `{other}`",
                help: "add one before `{other}`"));
        }
    }
    parted.concat()
}

/// Returns the cell, or one for each of the names that are in it.
fn names_in(cell: &Cell) -> Vec<Cell> {
    let names = cell.tokens.iter().map(|name| Cell {
        closing: cell.closing.clone(),
        ..Cell::new(vec![name.clone()])
    });
    let names: Vec<Cell> = names.collect();
    if cell.is_empty() || !are_names(&names) {
        vec![cell.clone()]
    } else {
        names
    }
}

/// Returns whether cells name columns, even if misspelt, and are not an error.
fn is_header(cells: &[Cell]) -> bool {
    let is_word = |token: &TokenTree| matches!(token, TokenTree::Ident(_));
    let are_words = cells.iter().all(|cell| cell.tokens.iter().all(is_word));
    let names: Vec<String> = cells.iter().map(Cell::text).collect();
    let certain = names
        .iter()
        .filter(|name| Column::certainly(name).is_some());
    let is_name = |name: &String| {
        Column::named(name).is_some() || (are_words && Column::meant_by(name).is_some())
    };
    names.iter().any(is_name) || 2 * certain.count() > names.len()
}

/// Returns whether cells are certainly an error.
fn is_data(cells: &[Cell]) -> bool {
    let mut tokens = cells.iter().flat_map(|cell| &cell.tokens);
    tokens.any(|token| matches!(token, TokenTree::Literal(_)))
}
