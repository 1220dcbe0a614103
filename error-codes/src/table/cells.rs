//! The texts of a row: part of the program where the macro wrote them, owned where the row was built at run time.

use core::fmt;
use std::borrow::Cow;

pub(super) type Text = Cow<'static, str>;

/// The texts of all rows of a table, as the macro writes them. Numbers are the bytes of each, the lowest first, because rustc takes
/// long for an array of many.
#[derive(Clone, Copy)]
pub struct StaticCells {
    /// One after the other.
    pub text: &'static str,
    /// Where each text begins, in four bytes, and where the last one ends.
    pub starts: &'static [u8],
    /// For each cell of the first row, of the second, and so on, in the order of `Cell`, the number of its first text, in four
    /// bytes; then how many there are. A cell that is absent has none.
    pub firsts: &'static [u8],
}

/// The number of texts and lists of texts that a row has.
const CELLS: usize = 8;

/// Their order in [`StaticCells`].
#[derive(Clone, Copy)]
enum Cell {
    Variant,
    Code,
    Aliases,
    Type,
    TypeAliases,
    Messages,
    Phrases,
    Summary,
}

impl StaticCells {
    /// Those of no rows.
    pub(super) const EMPTY: Self = StaticCells {
        text: "",
        starts: &[],
        firsts: &[],
    };

    /// Returns the numbers of the texts of a cell of a row: from one to another.
    const fn numbers(&self, row: u32, cell: Cell) -> (usize, usize) {
        pair(self.firsts, row as usize * CELLS + cell as usize)
    }

    const fn text(&self, number: usize) -> &str {
        let (start, end) = pair(self.starts, number);
        match self.text.split_at_checked(end) {
            Some((text, _)) => match text.split_at_checked(start) {
                Some((_, text)) => text,
                None => "",
            },
            None => "",
        }
    }
}

/// Returns a number and the next one, or zeros if there are not so many.
const fn pair(numbers: &[u8], at: usize) -> (usize, usize) {
    let (numbers, _) = numbers.as_chunks();
    if at + 1 >= numbers.len() {
        return (0, 0);
    }
    let (one, next) = (numbers[at], numbers[at + 1]);
    (
        u32::from_le_bytes(one) as usize,
        u32::from_le_bytes(next) as usize,
    )
}

/// Whose texts they are, because all of them are long.
impl fmt::Debug for StaticCells {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("StaticCells").field(&self.text(0)).finish()
    }
}

/// The texts of one row.
#[derive(Clone)]
pub(super) enum Cells {
    Static(StaticRow),
    Owned(Box<OwnedCells>),
}

/// A row among those of its table.
#[derive(Clone, Copy)]
pub(super) struct StaticRow {
    pub(super) table: &'static StaticCells,
    pub(super) row: u32,
    /// A bit for each cell that is not absent, the lowest for the first.
    pub(super) present: u8,
}

impl StaticRow {
    #[inline]
    const fn has(self, cell: Cell) -> bool {
        self.present >> cell as u8 & 1 == 1
    }

    #[inline]
    const fn list(self, cell: Cell) -> StaticTexts {
        let (next, end) = if self.has(cell) {
            self.table.numbers(self.row, cell)
        } else {
            (0, 0)
        };
        StaticTexts {
            table: self.table,
            next,
            end,
        }
    }

    #[inline]
    const fn first(self, cell: Cell) -> Option<&'static str> {
        if self.has(cell) {
            let (first, _) = self.table.numbers(self.row, cell);
            Some(self.table.text(first))
        } else {
            None
        }
    }
}

#[derive(Clone, Default)]
pub(super) struct OwnedCells {
    pub(super) variant: Text,
    pub(super) code: Option<Text>,
    pub(super) aliases: Vec<Text>,
    pub(super) error_type: Option<Text>,
    pub(super) type_aliases: Vec<Text>,
    pub(super) messages: Vec<Text>,
    pub(super) phrases: Vec<Text>,
    pub(super) summary: Option<Text>,
}

impl Cells {
    pub(super) const fn variant(&self) -> &str {
        match self {
            Cells::Static(row) => match row.first(Cell::Variant) {
                Some(variant) => variant,
                None => "",
            },
            Cells::Owned(owned) => as_str(&owned.variant),
        }
    }

    #[inline]
    pub(super) const fn code(&self) -> Option<&str> {
        match self {
            Cells::Static(row) => row.first(Cell::Code),
            Cells::Owned(owned) => as_deref(owned.code.as_ref()),
        }
    }

    #[inline]
    pub(super) const fn error_type(&self) -> Option<&str> {
        match self {
            Cells::Static(row) => row.first(Cell::Type),
            Cells::Owned(owned) => as_deref(owned.error_type.as_ref()),
        }
    }

    pub(super) const fn summary(&self) -> Option<&str> {
        match self {
            Cells::Static(row) => row.first(Cell::Summary),
            Cells::Owned(owned) => as_deref(owned.summary.as_ref()),
        }
    }

    /// Returns the first message.
    #[inline]
    pub(super) const fn message(&self) -> Option<&str> {
        match self {
            Cells::Static(row) => row.first(Cell::Messages),
            Cells::Owned(owned) => as_deref(owned.messages.as_slice().first()),
        }
    }

    pub(super) fn aliases(&self) -> Texts<'_> {
        self.list(Cell::Aliases, |owned| &owned.aliases)
    }

    pub(super) fn type_aliases(&self) -> Texts<'_> {
        self.list(Cell::TypeAliases, |owned| &owned.type_aliases)
    }

    pub(super) fn messages(&self) -> Texts<'_> {
        self.list(Cell::Messages, |owned| &owned.messages)
    }

    pub(super) fn phrases(&self) -> Texts<'_> {
        self.list(Cell::Phrases, |owned| &owned.phrases)
    }

    fn list(&self, cell: Cell, of_owned: impl Fn(&OwnedCells) -> &[Text]) -> Texts<'_> {
        match self {
            Cells::Static(row) => Texts::Static(row.list(cell)),
            Cells::Owned(owned) => Texts::Owned(of_owned(owned).iter()),
        }
    }

    /// Changes the texts. Those of the program are copied first.
    pub(super) fn change(&mut self, change: impl FnOnce(&mut OwnedCells)) {
        let mut cells = match self {
            Cells::Owned(cells) => core::mem::take(cells),
            Cells::Static(_) => Box::new(self.copied()),
        };
        change(&mut cells);
        *self = Cells::Owned(cells);
    }

    fn copied(&self) -> OwnedCells {
        let text = |text: &str| Text::Owned(text.to_owned());
        let list = |texts: Texts| texts.map(text).collect();
        OwnedCells {
            variant: text(self.variant()),
            code: self.code().map(text),
            aliases: list(self.aliases()),
            error_type: self.error_type().map(text),
            type_aliases: list(self.type_aliases()),
            messages: list(self.messages()),
            phrases: list(self.phrases()),
            summary: self.summary().map(text),
        }
    }
}

/// The texts of a list, in their order.
#[derive(Clone)]
pub(super) enum Texts<'t> {
    Static(StaticTexts),
    Owned(core::slice::Iter<'t, Text>),
}

/// Those of a cell, by their numbers.
#[derive(Clone)]
pub(super) struct StaticTexts {
    table: &'static StaticCells,
    next: usize,
    end: usize,
}

impl Texts<'_> {
    pub(super) const NONE: Self = Texts::Static(StaticTexts {
        table: &StaticCells::EMPTY,
        next: 0,
        end: 0,
    });
}

impl<'t> Iterator for Texts<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        match self {
            Texts::Static(texts) if texts.next < texts.end => {
                let text = texts.table.text(texts.next);
                texts.next += 1;
                Some(text)
            }
            Texts::Static(_) => None,
            Texts::Owned(texts) => texts.next().map(AsRef::as_ref),
        }
    }
}

pub(super) const fn as_str(text: &Text) -> &str {
    match text {
        Cow::Borrowed(text) => text,
        Cow::Owned(text) => text.as_str(),
    }
}

/// `as_deref` for constants.
pub(super) const fn as_deref(text: Option<&Text>) -> Option<&str> {
    match text {
        Some(text) => Some(as_str(text)),
        None => None,
    }
}

/// `Cow::Borrowed` for an optional text in constants.
pub(super) const fn borrowed(text: Option<&'static str>) -> Option<Text> {
    match text {
        Some(text) => Some(Cow::Borrowed(text)),
        None => None,
    }
}
