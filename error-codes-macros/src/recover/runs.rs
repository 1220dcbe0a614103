//! Runs of cells between two places where pipes meet: the rows of a table, unless a pipe is missing or a cell is empty.

use crate::ast::Cell;
use crate::source::is_line_break;
use proc_macro2::TokenTree;
use std::collections::HashMap;

#[derive(Clone)]
pub(super) struct Run {
    /// The empty cell that ends with the first pipe of the row.
    pub(super) opening: Option<Cell>,
    /// The cells after that pipe. Those at both ends are empty if there are more pipes.
    pub(super) cells: Vec<Cell>,
}

impl Run {
    pub(super) fn new(cells: Vec<Cell>) -> Self {
        Run {
            opening: None,
            cells,
        }
    }

    /// Returns whether it could begin on the line on which another run ends.
    pub(super) fn is_beside(&self, before: &Run) -> bool {
        match (before.cells.last(), &self.opening) {
            (Some(last), Some(opening)) => !is_line_break(last.end(), opening.end()),
            _ => true,
        }
    }
}

/// Splits the cells of a table into runs, without the lines that are drawn between rows.
pub(super) fn split(cells: &[Cell]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut pipes: &[Cell] = &[];
    for part in cells.chunk_by(|one, other| one.is_empty() == other.is_empty()) {
        if filled(part) == 0 {
            pipes = part;
            continue;
        }
        let own = pipes_of_next(runs.last_mut(), pipes);
        let (opening, further) = own.split_at(own.len().min(1));
        runs.push(Run {
            opening: opening.first().cloned(),
            cells: [further, part].concat(),
        });
        pipes = &[];
    }
    if let Some(last) = runs.last_mut() {
        last.cells.extend_from_slice(pipes);
    }
    let rows = runs
        .into_iter()
        .skip_while(|run| is_rule(&run.cells, false));
    let rows = rows
        .enumerate()
        .filter(|(at, run)| !is_rule(&run.cells, *at == 1));
    rows.map(|(_, run)| run).collect()
}

/// Gives the pipes between two runs that are known to be on the line of the first to that one, and returns the others,
/// at least one of which opens the second.
fn pipes_of_next<'p>(before: Option<&mut Run>, pipes: &'p [Cell]) -> &'p [Cell] {
    let Some(before) = before else { return pipes };
    let is_next =
        |pair: &[Cell]| matches!(pair, [one, other] if is_line_break(one.end(), other.end()));
    let ends = before.cells.last().into_iter().chain(pipes).cloned();
    let ends: Vec<Cell> = ends.collect();
    let first = ends.windows(2).position(is_next).unwrap_or(0);
    let (of_before, own) = pipes.split_at(first.min(pipes.len().saturating_sub(1)));
    before.cells.extend_from_slice(of_before);
    own
}

/// Returns whether cells are a line between rows, such as `| --- | :-: |` or `|===|`. Only under a header it may be as
/// short as `|-|-|`.
pub(super) fn is_rule(cells: &[Cell], is_under_header: bool) -> bool {
    let mut filled = cells.iter().filter(|cell| !cell.is_empty());
    filled.all(|cell| cell.is_rule() && (is_under_header || cell.tokens.len() > 1))
}

/// Returns how many cells are not empty.
pub(super) fn filled(cells: &[Cell]) -> usize {
    cells.iter().filter(|cell| !cell.is_empty()).count()
}

/// Returns whether a row has one cell for each column, counting empty cells or leaving them out.
pub(super) fn fits(cells: &[Cell], width: usize) -> bool {
    cells.len() == width || filled(cells) == width
}

/// Returns the cells of a row that is torn into several runs, with an empty cell between each two.
pub(super) fn joined(run: &Run, parts: &[Run]) -> Vec<Cell> {
    let mut cells = run.cells.clone();
    for part in parts {
        cells.extend(part.opening.iter().chain(&part.cells).cloned());
    }
    cells
}

/// Returns the cells of each line. A cell with a line break in it is two cells without a pipe between them.
pub(super) fn lines(cells: &[Cell]) -> Vec<Vec<Cell>> {
    let mut lines: Vec<Vec<Cell>> = Vec::new();
    for cell in cells.iter().flat_map(cells_of_lines) {
        let before = lines.last().and_then(|line| line.last());
        let begins = before.is_none_or(|before| is_line_break(before.end(), cell.start()));
        match lines.last_mut().filter(|_| !begins) {
            Some(line) => line.push(cell),
            None => lines.push(vec![cell]),
        }
    }
    lines
}

fn cells_of_lines(cell: &Cell) -> Vec<Cell> {
    if cell.is_empty() {
        return vec![cell.clone()];
    }
    let is_beside = |one: &TokenTree, other: &TokenTree| !is_line_break(one.span(), other.span());
    let parts = cell.tokens.chunk_by(is_beside);
    let parts = parts.map(|tokens| Cell::new(tokens.to_vec()));
    let mut parts: Vec<Cell> = parts.collect();
    if let Some(first) = parts.first_mut() {
        first.attributes.clone_from(&cell.attributes);
    }
    if let Some(last) = parts.last_mut() {
        last.closing.clone_from(&cell.closing);
    }
    parts
}

/// A number of cells, and how many rows have it.
#[derive(Clone, Copy)]
pub(crate) struct Usual {
    pub(crate) cells: usize,
    pub(crate) rows: usize,
}

/// Returns how many cells most rows have.
pub(super) fn usual(runs: &[Run]) -> Option<Usual> {
    let mut counts: HashMap<usize, usize> = HashMap::new();
    for width in widths(runs) {
        *counts.entry(width).or_default() += 1;
    }
    let counts = counts
        .into_iter()
        .map(|(cells, rows)| Usual { cells, rows });
    counts.max_by_key(|usual| (usual.rows, usual.cells))
}

/// Returns how many cells each row has, as far as it can be seen.
pub(super) fn widths(runs: &[Run]) -> impl Iterator<Item = usize> {
    let lines = runs.iter().flat_map(|run| lines(&run.cells));
    lines.map(|line| filled(&line))
}
