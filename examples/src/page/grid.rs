//! A table with its spans resolved.

use super::text::Text;

/// The cells of a table: every row has one for each column.
#[derive(Debug)]
pub(super) struct Grid {
    /// The rows of headings at the top.
    pub(super) heads: usize,
    pub(super) rows: Vec<Vec<Cell>>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Cell {
    pub(super) text: Text,
    /// Whether the row is shorter than the others, and this cell does not exist.
    pub(super) is_missing: bool,
    /// Whether it belongs to the cell on its left.
    pub(super) is_covered: bool,
}

/// Stands in a cell that a row of a text table lacks. It is no character, so no page has it.
pub(super) const MISSING: char = '\u{fdd0}';

/// The most columns that a table has; more are those of a page that is no table.
const COLUMNS: usize = 100;

/// The most rows that one cell covers.
const ROW_SPAN: usize = 1000;

#[derive(Default)]
pub(super) struct GridBuilder {
    rows: Vec<Vec<Cell>>,
    /// For each column, the cell that reaches down into the next rows, and how many.
    reaching: Vec<Option<(Cell, usize)>>,
    heads: usize,
    in_head: bool,
    row_is_head: bool,
    open: Option<Open>,
    outside: Text,
}

struct Open {
    cell: Text,
    columns: usize,
    rows: usize,
}

impl GridBuilder {
    pub(super) fn open<'e>(&mut self, name: &str, attribute: impl Fn(&str) -> Option<&'e str>) {
        match name {
            "thead" => self.in_head = true,
            "tr" => {
                self.end_row();
                self.rows.push(Vec::new());
                self.row_is_head = true;
            }
            "td" | "th" => {
                self.end_cell();
                self.row_is_head &= name == "th" || self.in_head;
                let span = |name| attribute(name).and_then(|span| span.trim().parse().ok());
                self.open = Some(Open {
                    cell: Text::default(),
                    columns: span("colspan").unwrap_or(1).clamp(1, COLUMNS),
                    rows: span("rowspan").unwrap_or(1).clamp(1, ROW_SPAN),
                });
            }
            _ => {}
        }
    }

    pub(super) fn close(&mut self, name: &str) {
        match name {
            "thead" => self.in_head = false,
            "td" | "th" => self.end_cell(),
            "tr" => self.end_row(),
            _ => {}
        }
    }

    /// Returns where text goes; what is in no cell is no part of the table.
    pub(super) fn sink(&mut self) -> &mut Text {
        match &mut self.open {
            Some(open) => &mut open.cell,
            None => {
                self.outside = Text::default();
                &mut self.outside
            }
        }
    }

    pub(super) fn finish(mut self) -> Grid {
        self.end_row();
        self.rows.retain(|row| !row.is_empty());
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let missing = Cell {
            is_missing: true,
            ..Cell::default()
        };
        for row in &mut self.rows {
            row.resize(width, missing.clone());
        }
        Grid {
            heads: self.heads.min(self.rows.len()),
            rows: self.rows,
        }
    }

    fn end_cell(&mut self) {
        let Some(open) = self.open.take() else { return };
        let mut text = open.cell;
        let is_missing = text.text.contains(MISSING);
        text.text.retain(|c| c != MISSING);
        text.text.truncate(text.text.trim_end().len());
        self.fill_from_above();
        for at in 0..open.columns {
            let cell = Cell {
                text: text.clone(),
                is_missing,
                is_covered: at > 0,
            };
            self.push(cell, open.rows - 1);
        }
    }

    fn push(&mut self, cell: Cell, rows_below: usize) {
        let Some(row) = self.rows.last_mut().filter(|row| row.len() < COLUMNS) else {
            return;
        };
        let at = row.len();
        if self.reaching.len() <= at {
            self.reaching.resize(at + 1, None);
        }
        self.reaching[at] = (rows_below > 0).then(|| (cell.clone(), rows_below));
        row.push(cell);
    }

    /// Adds the cells of rows above that reach down to where the row has come.
    fn fill_from_above(&mut self) {
        loop {
            let at = self.rows.last().map_or(0, Vec::len);
            let Some((cell, left)) = self.reaching.get_mut(at).and_then(Option::take) else {
                return;
            };
            self.push(cell, left - 1);
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        let Some(row) = self
            .rows
            .last()
            .filter(|row| !row.is_empty() || !self.reaching.is_empty())
        else {
            return;
        };
        let begins = !row.is_empty();
        self.fill_from_above();
        if begins && self.row_is_head && self.heads + 1 == self.rows.len() {
            self.heads += 1;
        }
        self.row_is_head = false;
    }
}
