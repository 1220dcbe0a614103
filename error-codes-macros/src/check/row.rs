//! The rules of a row by itself.

use super::draft::Draft;
use super::{cure, variant};
use crate::ast::Cell;
use crate::attribute;
use crate::cell;
use crate::column::{Column, Columns};
use crate::fallback::{self, Leftover};
use crate::ident::is_camel_case;
use crate::model::{Key, Row, Status, Words};
use crate::recover;
use crate::report::{Fault, Report, fault};
use proc_macro2::TokenStream;
use syn::Ident;

/// Reads a row. A cell that cannot be read hides the fault of no other.
pub(super) fn read(row: &recover::Row, columns: &Columns, report: &mut Report) -> Draft {
    match row {
        recover::Row::Aligned(cells) => aligned(cells, columns, report),
        recover::Row::Torn { cells, kind } => Draft {
            guesses: cells.iter().flat_map(variant::guesses).collect(),
            kind: kind.as_ref().and_then(|kind| cell::kind(kind).ok()?),
            ..Draft::default()
        },
    }
}

/// Reads a row with a cell for each column. Cells that are in each other's place are one fault.
fn aligned(cells: &[Cell], columns: &Columns, report: &mut Report) -> Draft {
    let before = report.len();
    let draft = in_place(cells, columns, report);
    let kind = columns.cell(cells, Column::Kind);
    let is_odd = report.len() > before || kind.is_some_and(cure::is_no_kind);
    let swapped = is_odd.then(|| cure::swapped(cells, columns));
    let Some(cure::Swap { fault, cells }) = swapped.flatten() else {
        return draft;
    };
    report.retain(before, |_| false);
    report.push(fault);
    let mut draft = aligned(&cells, columns, report);
    draft.is_sound = false;
    draft
}

fn in_place(cells: &[Cell], columns: &Columns, report: &mut Report) -> Draft {
    let is_sound = columns.is_sound && !cells.iter().any(Cell::is_empty);
    let mut draft = Draft {
        is_sound,
        is_keyed: is_sound,
        ..Draft::default()
    };
    for (column, cell) in columns.of(cells) {
        let before = report.len();
        let is_read = read_cell(column, cell, &mut draft, report);
        if columns.is_guessed(column) {
            report.retain(before, |_| false);
        } else if !is_read {
            report.cure_last(cure::of(column, cell));
        }
        draft.is_sound &= is_read;
        draft.is_keyed &= is_read || !Column::KEY.contains(&column);
    }
    let present = |column| columns.cell(cells, column).filter(|cell| !cell.is_absent());
    draft.is_keyed &= draft.key.is_present();
    draft.key_cell = Column::KEY.into_iter().find_map(present).cloned();
    if draft.is_sound {
        let fault = something_to_match(&draft, cells)
            .or_else(|| success_needs_sign(&draft, present(Column::Status)));
        draft.is_sound = fault.is_none();
        report.extend(fault);
    }
    name(&mut draft, present(Column::Variant), report);
    draft.guesses = guesses(&draft, cells, columns);
    draft.attributes = attributes(cells, report);
    draft
}

/// The attributes of a row are before it, and it is not conditional: the rows of a table are numbered.
fn attributes(cells: &[Cell], report: &mut Report) -> TokenStream {
    let inside = cells.iter().skip(1).map(|cell| &cell.attributes);
    for attribute in inside.filter(|attributes| !attributes.is_empty()) {
        report.push(
            fault!(attribute => "an attribute or doc comment is inside of a row",
            help: "write it before the first `|` of the row"),
        );
    }
    let attributes = cells.first().map(|cell| cell.attributes.clone());
    let attributes = attributes.unwrap_or_default();
    let conditions: Vec<TokenStream> = attribute::row_conditions(&attributes).collect();
    if conditions.is_empty() {
        return attributes;
    }
    for condition in conditions {
        report.push(fault!(condition => "a row is never conditional",
            help: "move the row to an enum of its own in this call, with the attribute before that `enum`"));
    }
    TokenStream::new()
}

/// Reads one cell into its place. Returns whether it could be read.
fn read_cell(column: Column, cell: &Cell, draft: &mut Draft, report: &mut Report) -> bool {
    match column {
        Column::Status => report.keep(cell::statuses(cell), &mut draft.key.statuses),
        Column::Type => report.keep(cell::names(cell, column), &mut draft.key.error_type),
        Column::Code => report.keep(cell::names(cell, column), &mut draft.key.code),
        Column::Message => report.keep(cell::messages(cell), &mut draft.key.messages),
        Column::Phrase => report.keep(cell::phrases(cell), &mut draft.key.phrases),
        Column::Variant => true, // last, because other cells may give the name
        Column::Kind => report.keep(cell::kind(cell), &mut draft.kind),
        Column::Retry => report.keep(cell::word(cell, column), &mut draft.retry),
        Column::Scope => report.keep(cell::word(cell, column), &mut draft.scope),
        Column::Summary => report.keep(cell::text(cell, column), &mut draft.summary),
    }
}

/// Names a row by its variant, or else by what it is known by.
fn name(draft: &mut Draft, given: Option<&Cell>, report: &mut Report) {
    draft.variant_cell = given.or(draft.key_cell.as_ref()).cloned();
    let Some(cell) = given else {
        let is_known = draft.is_keyed || draft.key.code.is_some();
        draft.variant = is_known.then(|| variant::derived(&draft.key)).flatten();
        draft.is_derived = true;
        return;
    };
    if !report.keep(variant::given(cell), &mut draft.variant) {
        report.cure_last(cure::of(Column::Variant, cell));
        draft.is_sound = false;
        draft.variant = variant::as_written(cell);
    }
}

/// Returns the names that the row may have besides its variant.
fn guesses(draft: &Draft, cells: &[Cell], columns: &Columns) -> Vec<Ident> {
    if !columns.is_sound && !columns.has(Column::Variant) {
        return cells.iter().flat_map(variant::guesses).collect();
    }
    let variant = draft.variant.as_ref();
    if variant.is_some_and(|variant| is_camel_case(&variant.to_string())) {
        return Vec::new();
    }
    let sources = [Column::Variant, Column::Code, Column::Type];
    let sources = sources
        .iter()
        .filter_map(|column| columns.cell(cells, *column));
    sources.flat_map(variant::guesses).collect()
}

/// A row has something that a response can be matched by.
fn something_to_match(draft: &Draft, cells: &[Cell]) -> Option<Fault> {
    if draft.key.is_present() {
        return None;
    }
    let first = cells.iter().find(|cell| !cell.is_absent());
    let first = first.or(cells.first());
    let text = first.map(Cell::text).unwrap_or_default();
    Some(fault!(first => "no response can match the row `{text}`",
        help: "fill in at least one of `status`, `type`, `code`, `message` and `phrase`"))
}

/// A successful response is an error only if its body says so.
fn success_needs_sign(draft: &Draft, status: Option<&Cell>) -> Option<Fault> {
    let Key {
        statuses,
        code,
        error_type,
        ..
    } = &draft.key;
    let is_success =
        |status: &&Status| matches!(status, Status::Exact(200..=299) | Status::Class(2));
    let success = statuses.iter().find(is_success)?;
    let has_sign = code.is_some() || error_type.is_some() || draft.key.has_sentences();
    (!has_sign).then(|| {
        fault!(status =>
            "the status `{success}` by itself is a success",
            help: "add the code, type, message or phrase that marks an error under this status")
    })
}

/// Adds a row to the model if it broke no rule, or else what is left of it to the leftovers.
pub(super) fn finish(
    draft: Draft,
    is_refused: bool,
    rows: &mut Vec<Row>,
    leftovers: &mut Vec<Leftover>,
) {
    let is_sound = draft.is_sound && !is_refused && draft.kind.is_some();
    let (kind, wraps) = draft.kind.unwrap_or_else(|| (fallback::kind(), false));
    let words = Words {
        kind,
        wraps,
        retry: draft.retry,
        scope: draft.scope,
    };
    match draft.variant {
        Some(variant) if is_sound => rows.push(Row {
            variant,
            key: draft.key,
            words,
            summary: draft.summary,
            attributes: draft.attributes,
        }),
        variant => leftovers.push(Leftover {
            place: rows.len(),
            variant,
            guesses: draft.guesses,
            words,
        }),
    }
}

/// Turns a row of an enum that is a duplicate into what is left of it, behind the rows of the first.
pub(super) fn leftover(row: Row) -> Leftover {
    Leftover {
        place: usize::MAX,
        variant: Some(row.variant),
        guesses: Vec::new(),
        words: row.words,
    }
}
