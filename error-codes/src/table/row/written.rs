//! Rows as the macro writes them.

use super::Row;
use crate::table::status::StaticStatus;
use crate::table::text::{Text, Texts};
use crate::vocabulary::{ErrorKind, RetryHint, Scope};
use std::borrow::Cow;

/// A row as the macro writes it: a plain struct literal that names what the row has. A text that is absent is empty, because
/// an `Option` in each of many thousand fields takes rustc long.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "the fields are those of `Row`")]
pub struct StaticRow {
    pub variant: &'static str,
    pub kind: ErrorKind,
    pub is_tentative: bool,
    pub retry: Option<RetryHint>,
    pub scope: Option<Scope>,
    pub status: StaticStatus,
    pub code: &'static str,
    pub code_is_number: bool,
    pub aliases: &'static [&'static str],
    pub error_type: &'static str,
    pub type_aliases: &'static [&'static str],
    pub messages: &'static [&'static str],
    pub phrases: &'static [&'static str],
    pub summary: &'static str,
}

impl StaticRow {
    /// A row that has nothing.
    pub const EMPTY: Self = StaticRow {
        variant: "",
        kind: ErrorKind::Unknown,
        is_tentative: false,
        retry: None,
        scope: None,
        status: StaticStatus::Any,
        code: "",
        code_is_number: false,
        aliases: &[],
        error_type: "",
        type_aliases: &[],
        messages: &[],
        phrases: &[],
        summary: "",
    };

    /// Returns the row.
    #[must_use]
    pub const fn row(self) -> Row {
        Row {
            variant: Cow::Borrowed(self.variant),
            kind: self.kind,
            is_tentative: self.is_tentative,
            retry: self.retry,
            scope: self.scope,
            status: self.status.pattern(),
            code: some_text(self.code),
            code_is_number: self.code_is_number,
            aliases: Texts::Static(self.aliases),
            error_type: some_text(self.error_type),
            type_aliases: Texts::Static(self.type_aliases),
            messages: Texts::Static(self.messages),
            phrases: Texts::Static(self.phrases),
            summary: some_text(self.summary),
        }
    }
}

/// Returns the rows of a table.
#[must_use]
pub const fn static_rows<const COUNT: usize>(written: &[StaticRow; COUNT]) -> [Row; COUNT] {
    let mut rows = [const { StaticRow::EMPTY.row() }; COUNT];
    let mut at = 0;
    while at < COUNT {
        // Nothing that has a destructor can be dropped in a constant.
        core::mem::forget(core::mem::replace(&mut rows[at], written[at].row()));
        at += 1;
    }
    rows
}

const fn some_text(text: &'static str) -> Option<Text> {
    if text.is_empty() {
        None
    } else {
        Some(Cow::Borrowed(text))
    }
}
