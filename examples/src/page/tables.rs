//! The rows of one table.

use super::Context;
use super::PageRow;
use super::columns::{self, Role};
use super::grid::Grid;
use super::headings;
use super::reading::{Above, Reading};
use super::refusal::refusal;
use super::values::statuses;

/// What became of a table.
pub(super) enum Outcome {
    Rows(Rows),
    /// It is no table of errors, and why.
    LeftOut(&'static str),
}

#[derive(Default)]
pub(super) struct Rows {
    pub(super) rows: Vec<PageRow>,
    /// How many rows have more or fewer cells than there are columns, so that none can be told from another.
    pub(super) ragged: usize,
}

/// Reads a table.
pub(super) fn read(mut grid: Grid, context: &Context) -> Outcome {
    find_headings(&mut grid);
    let headings = headings(&grid);
    let roles = columns::roles(&headings, &grid);
    match refusal(&headings, &roles, &grid, context) {
        Some(why) => Outcome::LeftOut(why),
        None => Outcome::Rows(rows(&grid, &headings, &roles, context)),
    }
}

/// A first row that names columns is one of headings, and one that has status codes is not, whatever the markup says.
fn find_headings(grid: &mut Grid) {
    let Some(first) = grid.rows.first() else {
        return;
    };
    let texts = || {
        first
            .iter()
            .map(|cell| cell.text.text.as_str())
            .filter(|text| !text.trim().is_empty())
    };
    if grid.heads == 0 && texts().count() > 1 && texts().all(|text| text.chars().count() < 60) {
        let named = texts().filter(|text| headings::is_heading(text)).count();
        grid.heads = usize::from(named * 2 >= texts().count());
    } else if grid.heads > 0
        && texts().any(|text| statuses(text).is_some_and(|found| !found.pattern.ends_with("xx")))
    {
        grid.heads = 0;
    }
}

/// Returns the heading of each column; of several rows of headings, all that are above it.
fn headings(grid: &Grid) -> Vec<String> {
    let width = grid.rows.first().map_or(0, Vec::len);
    let heading = |at: usize| {
        let mut texts: Vec<&str> = grid.rows[..grid.heads]
            .iter()
            .map(|row| row[at].text.text.as_str())
            .collect();
        texts.dedup();
        texts.join(" ")
    };
    (0..width).map(heading).collect()
}

fn rows(grid: &Grid, headings: &[String], roles: &[Role], context: &Context) -> Rows {
    let mut found = Rows::default();
    let mut above = Above {
        status: context.status.clone(),
        error_type: None,
        code: None,
    };
    for cells in &grid.rows[grid.heads..] {
        let texts: Vec<&str> = cells.iter().map(|cell| cell.text.text.as_str()).collect();
        if texts == *headings || texts.iter().all(|text| text.trim().is_empty()) {
            continue;
        }
        if cells.len() > 1 && cells[1..].iter().all(|cell| cell.is_covered) {
            // A line across the table is a heading of the rows below.
            if let Some(status) = statuses(texts[0]) {
                above.status = Some(status.pattern);
            }
            continue;
        }
        let is_key = |role: &Role| matches!(role, Role::Status | Role::Type | Role::Code);
        let lacks = cells
            .iter()
            .zip(roles)
            .any(|(cell, role)| cell.is_missing && is_key(role));
        let exceeds = cells.iter().zip(headings).any(|(cell, heading)| {
            grid.heads > 0 && heading.is_empty() && !cell.text.is_blank() && roles.len() > 1
        });
        found.ragged += usize::from(lacks || exceeds);
        let mut reading = Reading::default();
        for (cell, role) in cells.iter().zip(roles) {
            if !cell.is_covered {
                reading.cell(cell, *role, roles);
            }
        }
        if !roles.contains(&Role::Type) {
            reading.error_type = reading.error_type.or_else(|| context.name.clone());
        }
        reading.inherit(&mut above, roles, cells);
        reading.finish(&mut found.rows);
    }
    found
}
