//! A row with the table and the provider that it belongs to.

use super::provider::{Provider, Table};
use super::row::Row;
use core::fmt;
use core::hash::{Hash, Hasher};

/// A row together with the table and the provider that it belongs to.
#[derive(Clone, Copy)]
pub struct Entry<'t> {
    provider: &'t Provider,
    table: &'t Table,
    row: &'t Row,
    position: usize,
}

impl<'t> Entry<'t> {
    fn new(provider: &'t Provider, table: &'t Table, position: usize) -> Option<Self> {
        Some(Entry {
            provider,
            table,
            row: table.rows().get(position)?,
            position,
        })
    }

    /// Returns the provider.
    #[must_use]
    pub const fn provider(&self) -> &'t Provider {
        self.provider
    }

    /// Returns the table.
    #[must_use]
    pub const fn table(&self) -> &'t Table {
        self.table
    }

    /// Returns the row.
    #[must_use]
    pub const fn row(&self) -> &'t Row {
        self.row
    }

    /// Returns the position of the row in its table, counted from 0.
    #[must_use]
    pub const fn position(&self) -> usize {
        self.position
    }
}

impl Provider {
    /// Returns every row of every table.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.tables().flat_map(move |table| {
            let positions = 0..table.rows().len();
            positions.filter_map(move |position| Entry::new(self, table, position))
        })
    }

    /// Returns the rows of every table that are known by this code or alias.
    pub(crate) fn entries_with_code<'t>(
        &'t self,
        code: &'t str,
    ) -> impl Iterator<Item = Entry<'t>> {
        self.tables().flat_map(move |table| {
            let rows = table.rows_named(code);
            let coded = rows.filter(|(_, row)| row.code().is_some());
            coded.filter_map(move |(position, _)| Entry::new(self, table, position))
        })
    }

    /// Returns the entry of a row, given the position of its table and its own.
    pub(crate) fn entry(&self, table: usize, row: usize) -> Option<Entry<'_>> {
        Entry::new(self, self.tables().nth(table)?, row)
    }
}

/// Whether both are the same row, not merely equal ones.
impl PartialEq for Entry<'_> {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.row, other.row)
    }
}

impl Eq for Entry<'_> {}

impl Hash for Entry<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        core::ptr::hash(self.row, state);
    }
}

/// The provider, the table and the variant.
impl fmt::Debug for Entry<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}::{}::{}",
            self.provider.id(),
            self.table.name(),
            self.row.variant()
        )
    }
}
