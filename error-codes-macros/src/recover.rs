//! Finds the header and the rows of a table, and repairs them where their pipes are torn.
//!
//! Tokens have no lines, so a row ends where two pipes meet. An empty cell then looks like the end of a row, and a row
//! that is not closed runs into the next one. Whatever comes out of here is a row with one cell for each column, or a
//! torn row whose fault is reported.

mod faults;
mod header;
mod runs;

use crate::ast::Cell;
use crate::cell;
use crate::column::{Column, Columns};
use crate::report::Report;
pub(crate) use runs::Usual;
use runs::{Run, filled, fits, is_rule, joined, lines};
use syn::Ident;

/// A table whose columns are not known yet.
pub(crate) struct Rows {
    /// The cells that name the columns; empty if there are none.
    pub(crate) header: Vec<Cell>,
    runs: Vec<Run>,
    /// The compiler knows the lines of this table, and they are several.
    has_lines: bool,
}

/// A row in relation to the columns of its table.
pub(crate) enum Row {
    /// One cell for each column. Where one was empty, that is reported.
    Aligned(Vec<Cell>),
    /// Cells that no column can be told for, which is reported.
    Torn {
        cells: Vec<Cell>,
        /// What an editor completes as the kind while the row is typed. A compiler would report half a word beside the
        /// fault of the row.
        kind: Option<Cell>,
    },
}

/// Finds the header of a table, which is the row that every other is compared with.
pub(crate) fn rows(cells: &[Cell], section: &Ident, report: &mut Report) -> Rows {
    let has_lines = lines(cells).len() > 1;
    let mut runs = runs::split(cells);
    let header = header::take(&mut runs, section, report);
    header::drop_repeated(&mut runs, &header, report);
    Rows {
        header,
        runs,
        has_lines,
    }
}

impl Rows {
    pub(crate) fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Returns how many cells most rows have.
    pub(crate) fn usual(&self) -> Option<Usual> {
        runs::usual(&self.runs)
    }

    /// Returns what most rows agree on, if few of them have this number of cells.
    pub(crate) fn unfit(&self, width: usize) -> Option<Usual> {
        let fitting = |at: usize| match self.runs.split_at(at).1 {
            [run, ..] if filled(&run.cells) == width => 1,
            [run, after @ ..] if parts_that_fill(run, after, width).is_some() => 1,
            [run, ..] => runs::widths(std::slice::from_ref(run))
                .filter(|cells| *cells == width)
                .count(),
            [] => 0,
        };
        let fitting: usize = (0..self.runs.len()).map(fitting).sum();
        // Fragments of another macro are on lines of their own, so lines must not speak against a good table.
        self.usual()
            .filter(|usual| fitting < self.runs.len() && usual.rows > 3 * fitting)
    }

    /// Aligns each row with the columns. Faults of rows are reported only if the header is not at fault itself.
    pub(crate) fn align(&self, columns: &Columns, report: &mut Report) -> Vec<Row> {
        let (mut rows, mut unsaid) = (Vec::new(), Report::default());
        let is_counted = columns.is_counted;
        let report = if is_counted { report } else { &mut unsaid };
        let mut rest = self.runs.as_slice();
        while let [run, after @ ..] = rest {
            let (parts, behind) = after.split_at(self.parts_of(run, after, columns.width()));
            rest = behind;
            let pieces = self.pieces(joined(run, parts), columns);
            faults::pipes(&pieces, columns, report);
            let pieces = pieces.into_iter();
            rows.extend(pieces.filter_map(|piece| self.row(piece, columns)));
        }
        rows
    }

    /// Returns how many of the runs after a run belong to the same row.
    fn parts_of(&self, run: &Run, after: &[Run], width: usize) -> usize {
        if filled(&run.cells) == width {
            return 0;
        }
        parts_that_fill(run, after, width).unwrap_or_else(|| {
            let parts = after.iter().take_while(|part| part.is_beside(run));
            if self.has_lines { parts.count() } else { 0 }
        })
    }

    /// Splits the cells of one row or of several that are not closed.
    fn pieces(&self, cells: Vec<Cell>, columns: &Columns) -> Vec<Vec<Cell>> {
        let width = columns.width();
        if fits(&cells, width) || cells.len() < width {
            return vec![cells];
        }
        let lines = lines(&cells);
        if lines.len() > 1 || width == 0 {
            lines
        } else if cells.len().is_multiple_of(width) {
            cells.chunks(width).map(<[Cell]>::to_vec).collect()
        } else if self.breaks_off(&cells, columns) {
            let (torn, whole) = cells.split_at(cells.len() - width);
            vec![torn.to_vec(), whole.to_vec()]
        } else {
            vec![cells]
        }
    }

    /// Returns whether the last cells look like a whole row behind one that breaks off, where no lines tell them apart.
    fn breaks_off(&self, cells: &[Cell], columns: &Columns) -> bool {
        let whole = cells.split_at(cells.len() - columns.width()).1;
        let kind = columns.cell(whole, Column::Kind).map(cell::kind);
        let is_kind = matches!(kind, Some(Ok(Some((word, _))))
            if word.to_string().starts_with(char::is_uppercase));
        !self.has_lines && is_kind
    }

    /// Turns the cells of one row into an aligned or a torn one. A line between rows is neither.
    fn row(&self, mut cells: Vec<Cell>, columns: &Columns) -> Option<Row> {
        let width = columns.width();
        if filled(&cells) == width {
            cells.retain(|cell| !cell.is_empty());
        }
        if is_rule(&cells, false) {
            return None;
        }
        if cells.len() == width && columns.is_counted {
            return Some(Row::Aligned(cells));
        }
        let may_be_typed = !self.has_lines && columns.is_counted && cells.len() <= width;
        let kind = columns.cell(&cells, Column::Kind).cloned();
        Some(Row::Torn {
            kind: kind.filter(|_| may_be_typed),
            cells,
        })
    }
}

/// Returns how many of the runs after a run fill it up to a whole row, if an empty cell is before each of them.
fn parts_that_fill(run: &Run, after: &[Run], width: usize) -> Option<usize> {
    let mut cells = run.cells.len();
    let mut parts = 0;
    while cells < width
        && let Some(part) = after.get(parts)
        && part.is_beside(run)
    {
        cells += 1 + part.cells.len();
        parts += 1;
    }
    (cells == width).then_some(parts)
}
