//! The rules of a row by itself.

use super::column::{Cells, Columns};
use super::variant;
use crate::cell;
use crate::model::{Broken, Entry, Key, Row, Status, Words};
use crate::parse::Cell;
use crate::report::Report;
use syn::{Ident, LitStr};

/// A row on its way from cells to the model.
pub(super) struct Draft {
    pub(super) variant: Option<Ident>,
    /// The names that a row without a certain one may have. They only serve the code that uses it: the row has its fault
    /// already.
    pub(super) guesses: Vec<Ident>,
    pub(super) key: Key,
    words: Words,
    summary: Option<LitStr>,
    /// What an answer is compared with could be read, so that the row can be compared with others.
    pub(super) is_keyed: bool,
    /// Each cell could be read.
    pub(super) is_read: bool,
    /// It broke no rule.
    pub(super) is_sound: bool,
    pub(super) at: At,
}

/// The cells that a fault about the whole row is shown at.
#[derive(Default)]
pub(super) struct At {
    row: Option<Cell>,
    pub(super) variant: Option<Cell>,
    pub(super) key: Option<Cell>,
}

impl Draft {
    /// Reads each cell; one that cannot be read makes the row unsound and hides no other.
    pub(super) fn read(row: &Cells, columns: &Columns, report: &mut Report) -> Draft {
        let mut draft = Draft {
            variant: None,
            guesses: Vec::new(),
            key: Key::default(),
            words: Words::default(),
            summary: None,
            is_keyed: false,
            is_read: false,
            is_sound: row.is_sound && columns.is_sound,
            at: At {
                row: row.first().cloned(),
                ..At::default()
            },
        };
        let has_variant = columns.is_sound || columns.place("variant").is_some();
        if !row.is_aligned || !has_variant {
            draft.guesses = row.cells.iter().flat_map(variant::guesses).collect();
        }
        if !row.is_aligned {
            draft.words.kind = half_typed_kind(row, columns);
            return draft;
        }
        let cell = |column| columns.cell(row, column);
        draft.key = Key {
            status: draft.keep(cell("status").map(cell::status), report),
            error_type: draft.keep(cell("type").map(|cell| cell::names(cell, "type")), report),
            code: draft.keep(cell("code").map(|cell| cell::names(cell, "code")), report),
            message: draft.keep(cell("message").map(cell::message), report),
        };
        draft.is_keyed = draft.is_sound && draft.key.says_something();
        let kind = cell("kind").filter(|cell| row.is_sound || !cell::is_absent(cell));
        if let Some((kind, wraps)) = draft.keep(kind.map(cell::kind), report) {
            draft.words.kind = Some(kind);
            draft.words.wraps = wraps;
        }
        draft.words.retry = draft.keep(
            cell("retry").map(|cell| cell::word(cell, &cell::RETRY)),
            report,
        );
        draft.words.scope = draft.keep(
            cell("scope").map(|cell| cell::word(cell, &cell::SCOPE)),
            report,
        );
        draft.summary = draft.keep(cell("summary").map(cell::summary), report);

        let present = |column| cell(column).filter(|cell| !cell::is_absent(cell)).cloned();
        draft.at.key = ["code", "message", "type", "status"]
            .into_iter()
            .find_map(present);
        if draft.is_sound {
            something_to_match(&mut draft, report);
            success_needs_code(&mut draft, cell("status"), report);
        }
        let given = cell("variant").filter(|cell| !cell::is_absent(cell));
        draft.at.variant = given.cloned().or_else(|| draft.at.key.clone());
        draft.variant = match given {
            Some(cell) => variant::upper_camel_case(cell, &mut draft, report),
            None => variant::derived(&mut draft, report),
        };
        let is_certain = match given {
            Some(cell) => variant::given(cell).is_some(),
            None => draft.variant.is_some(),
        };
        if !is_certain {
            let sources = given.into_iter().chain(cell("code")).chain(cell("type"));
            draft.guesses.extend(sources.flat_map(variant::guesses));
        }
        draft.is_read = draft.is_sound;
        draft
    }

    fn keep<T>(
        &mut self,
        reading: Option<Result<Option<T>, syn::Error>>,
        report: &mut Report,
    ) -> Option<T> {
        reading?.unwrap_or_else(|error| {
            self.is_sound = false;
            report.push(error);
            None
        })
    }

    /// How another row's fault names this one.
    pub(super) fn title(&self) -> String {
        match &self.variant {
            Some(variant) => format!("the row `{variant}`"),
            None => format!("the row of `{}`", self.known_by()),
        }
    }

    /// The cell by which a row is known first of all.
    pub(super) fn known_by(&self) -> String {
        self.at
            .key
            .as_ref()
            .map(cell::as_written)
            .unwrap_or_default()
    }

    /// Its message as the table has it.
    pub(super) fn message(&self) -> String {
        let message = self.key.message.as_ref();
        message
            .map(|message| message.literal.value())
            .unwrap_or_default()
    }

    /// Its place in the enum, or what is left of a row that has none.
    pub(super) fn finish(self) -> Result<Entry, Words> {
        let Some(variant) = self.variant else {
            return Err(self.words);
        };
        Ok(if self.is_sound {
            Entry::Row(Row {
                variant,
                key: self.key,
                words: self.words,
                summary: self.summary,
            })
        } else {
            Entry::Broken(Broken {
                variant,
                guesses: self.guesses,
                words: self.words,
            })
        })
    }
}

/// The kind of a row that breaks off, for an editor to complete. A compiler would report a word that is half typed beside
/// the row's own fault.
fn half_typed_kind(row: &Cells, columns: &Columns) -> Option<Ident> {
    if columns.have_lines(row.cells.first()) || row.cells.len() > columns.width() {
        return None;
    }
    let (kind, _) = cell::kind(columns.cell(row, "kind")?).ok()??;
    Some(kind)
}

/// A row has something that an answer can be compared with.
fn something_to_match(draft: &mut Draft, report: &mut Report) {
    if !draft.key.says_something() {
        draft.is_sound = false;
        let first = draft.at.row.as_ref();
        let written = first.map(cell::as_written).unwrap_or_default();
        report.error_with_help(
            first,
            format_args!("no answer can be compared with the row `{written}`"),
            "fill at least one of `status`, `type`, `code` and `message`",
        );
    }
}

/// A success is an error only if the body says so with a code.
fn success_needs_code(draft: &mut Draft, status: Option<&Cell>, report: &mut Report) {
    let is_success = matches!(
        draft.key.status,
        Some(Status::Exact(200..=299) | Status::Class(2))
    );
    if is_success && draft.key.code.is_none() {
        draft.is_sound = false;
        let written = status.map(cell::as_written).unwrap_or_default();
        report.error_with_help(
            status,
            format_args!("`{written}` without a code is a success"),
            "give the code by which an error under this status is known",
        );
    }
}
