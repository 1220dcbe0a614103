//! The columns of a table. This is their only list: a new column is an entry here, its grammar in `cell`, its place in
//! a row of the `model`, and what `docs` and `expand` write for it.

use crate::advice::{self, Vocabulary};
use crate::ast::Cell;
use crate::characters::in_one_alphabet;
use crate::suggest;

macro_rules! columns {
    ($($column:ident = $name:literal,)*) => {
        #[derive(Clone, Copy, PartialEq, Eq, Hash)]
        pub(crate) enum Column {
            $($column,)*
        }

        impl Column {
            pub(crate) const ALL: &'static [Column] = &[$(Column::$column),*];
            pub(crate) const NAMES: &'static [&'static str] = &[$($name),*];

            /// Returns the name as the header writes it.
            pub(crate) const fn name(self) -> &'static str {
                match self {
                    $(Column::$column => $name,)*
                }
            }
        }
    };
}

columns! {
    Status = "status",
    Type = "type",
    Code = "code",
    Variant = "variant",
    Kind = "kind",
    Retry = "retry",
    Scope = "scope",
    Message = "message",
    Phrase = "phrase",
    Summary = "summary",
}

impl Column {
    /// Those that a response is matched by, the most telling first.
    pub(crate) const KEY: [Column; 5] = [
        Self::Code,
        Self::Message,
        Self::Phrase,
        Self::Type,
        Self::Status,
    ];

    /// Returns the column with exactly this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|column| column.name() == name)
    }

    /// Returns the column that another name means.
    pub(crate) fn meant_by(name: &str) -> Option<Self> {
        let known = Self::certainly(name);
        known.or_else(|| Self::named(suggest::nearest(name, Self::NAMES)?))
    }

    /// Returns the column that a name means if it is not just similar.
    pub(crate) fn certainly(name: &str) -> Option<Self> {
        Self::named(advice::column(&in_one_alphabet(name))?)
    }

    /// Returns the column of words that has this one, if it is not this column.
    pub(crate) fn elsewhere(self, word: &str) -> Option<Self> {
        let has = |column: &Self| {
            let vocabulary = column.vocabulary();
            vocabulary.is_some_and(|vocabulary| vocabulary.words.contains(&word))
        };
        let mut others = Self::ALL.iter().copied().filter(has);
        others
            .clone()
            .all(|column| column != self)
            .then(|| others.next())?
    }

    /// Returns the words that a column is limited to, as far as this crate knows them.
    pub(crate) fn vocabulary(self) -> Option<&'static Vocabulary> {
        match self {
            Self::Kind => Some(&advice::KINDS),
            Self::Retry => Some(&advice::HINTS),
            Self::Scope => Some(&advice::SCOPES),
            _ => None,
        }
    }
}

/// The columns of one table, in the order of its header.
#[derive(Default)]
pub(crate) struct Columns {
    pub(crate) headings: Vec<Heading>,
    /// A row with another number of cells is at fault itself, and not the header.
    pub(crate) is_counted: bool,
    /// Every column is known and `kind` is among them, so what is missing in a row is missing there alone.
    pub(crate) is_sound: bool,
}

/// A cell of the header.
pub(crate) struct Heading {
    /// The name; of a misspelt column, the name that was meant.
    pub(crate) name: String,
    /// Nothing for an unknown column, one without a name, and one that is there already.
    pub(crate) column: Option<Column>,
    /// It is written in another word, and what is below it may be text or not.
    pub(crate) is_guessed: bool,
}

impl Columns {
    pub(crate) fn width(&self) -> usize {
        self.headings.len()
    }

    pub(crate) fn names(&self) -> Vec<&str> {
        let headings = self.headings.iter();
        headings.map(|heading| heading.name.as_str()).collect()
    }

    pub(crate) fn has(&self, column: Column) -> bool {
        let mut headings = self.headings.iter();
        headings.any(|heading| heading.column == Some(column))
    }

    /// Returns the known columns of a row, each with its cell.
    pub(crate) fn of<'row>(&self, row: &'row [Cell]) -> impl Iterator<Item = (Column, &'row Cell)> {
        let cells = self.headings.iter().zip(row);
        cells.filter_map(|(heading, cell)| Some((heading.column?, cell)))
    }

    /// Returns whether it is open if this column is meant at all.
    pub(crate) fn is_guessed(&self, column: Column) -> bool {
        let mut headings = self.headings.iter();
        headings.any(|heading| heading.column == Some(column) && heading.is_guessed)
    }

    /// Returns the cell of a row in this column.
    pub(crate) fn cell<'row>(&self, row: &'row [Cell], column: Column) -> Option<&'row Cell> {
        let mut cells = self.of(row);
        cells.find_map(|(other, cell)| (other == column).then_some(cell))
    }
}
