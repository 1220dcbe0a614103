//! A row between its cells and the model.

use crate::ast::Cell;
use crate::model::Key;
use crate::source::Text;
use proc_macro2::TokenStream;
use syn::Ident;

#[derive(Default)]
pub(super) struct Draft {
    pub(super) variant: Option<Ident>,
    /// The variant is not written in the table but derived from what the row is known by.
    pub(super) is_derived: bool,
    /// The names that a row without a certain one may have, for the code that uses it: the row has its fault already.
    pub(super) guesses: Vec<Ident>,
    pub(super) key: Key,
    /// The kind, and whether it has a question mark.
    pub(super) kind: Option<(Ident, bool)>,
    pub(super) retry: Option<Ident>,
    pub(super) scope: Option<Ident>,
    pub(super) summary: Option<Text>,
    pub(super) attributes: TokenStream,
    /// Its key could be read, so the row can be compared with others.
    pub(super) is_keyed: bool,
    /// It broke no rule of its own.
    pub(super) is_sound: bool,
    /// The cells where a fault of the whole row is shown.
    pub(super) variant_cell: Option<Cell>,
    pub(super) key_cell: Option<Cell>,
}

impl Draft {
    /// Returns how the fault of another row names this one.
    pub(super) fn title(&self) -> String {
        match &self.variant {
            Some(variant) => format!("the row `{variant}`"),
            None => format!("the row of `{}`", self.known_by()),
        }
    }

    /// Returns the most telling cell of its key.
    pub(super) fn known_by(&self) -> String {
        self.key_cell.as_ref().map(Cell::text).unwrap_or_default()
    }
}
