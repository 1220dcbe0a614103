//! Writes the rows of a table: a path for each word of a vocabulary, which rustc judges, and the texts and numbers of all rows
//! one after the other in a few literals, because rustc takes long for each expression.

use super::index::{self, short};
use super::row::{Row, known_by, word};
use crate::model::{Form, Status};
use crate::source::Text;
use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;

/// Writes the statics of a table.
pub(super) fn statics(rows: &[Row], label: &str, krate: &TokenStream) -> TokenStream {
    let count = rows.len();
    let kinds = rows.iter();
    let kinds = kinds.map(|row| word("ErrorKind", &row.words().kind, krate));
    let retries = few(rows, |row| {
        let retry = row.words().retry.as_ref()?;
        Some(word("RetryHint", retry, krate))
    });
    let scopes = few(rows, |row| {
        let scope = row.words().scope.as_ref()?;
        Some(word("Scope", scope, krate))
    });
    let statuses = few(rows, |row| match row.statuses() {
        [] | [_] => None,
        several => {
            let codes = several
                .iter()
                .map(|status| Literal::u16_unsuffixed(number(*status)));
            Some(quote!(&[#(#codes),*]))
        }
    });
    let cells = Cells::of(rows);
    let marks = marks(rows, &cells);
    let (text, starts, firsts) = (cells.text, numbers(cells.starts), numbers(cells.firsts));
    let names = numbers(index::names(rows));
    let messages = numbers(index::messages(rows));
    let sound = || {
        rows.iter()
            .enumerate()
            .filter_map(|(at, row)| Some((at, row.sound()?)))
    };
    let templates = sound().filter(|(_, row)| known_by(row).any(|name| name.template.is_some()));
    let templates = templates.map(|(at, _)| Literal::usize_unsuffixed(at));
    let has_status_rows = sound().any(|(_, row)| row.key.is_status_only());
    let has_phrases = sound().any(|(_, row)| !row.key.phrases.is_empty());
    let option = quote!(::core::option::Option);
    let own = quote!(#krate::__private);
    let (phrases, own_phrases) = if has_phrases {
        let phrases = quote!(static PHRASES: #own::StaticPhrases = #own::StaticPhrases::new(););
        (phrases, quote!(#option::Some(&PHRASES)))
    } else {
        (TokenStream::new(), quote!(#option::None))
    };
    quote! {
        static CELLS: #own::StaticCells = #own::StaticCells {
            text: #text,
            starts: #starts,
            firsts: #firsts,
        };
        static ROWS: [#krate::Row; #count] = #own::static_rows(&CELLS, #own::StaticFacts {
            kinds: &[#(#kinds),*],
            marks: #marks,
            retries: #retries,
            scopes: #scopes,
            statuses: #statuses,
        });
        #phrases
        pub(super) static TABLE: #krate::Table = #own::StaticTable {
            name: #label,
            rows: &ROWS,
            index: #own::StaticIndex {
                names: #names,
                messages: #messages,
                templates: &[#(#templates),*],
                has_status_rows: #has_status_rows,
            },
            phrases: #own_phrases,
        }
        .table();
    }
}

/// Writes the values that few rows have, each with the position of its row.
fn few<T: ToTokens>(rows: &[Row], value: impl Fn(&Row) -> Option<T>) -> TokenStream {
    let values = rows.iter().enumerate().filter_map(|(at, row)| {
        let (at, value) = (Literal::usize_unsuffixed(at), value(row)?);
        Some(quote!((#at, #value)))
    });
    quote!(&[#(#values),*])
}

/// The number of texts and lists of texts that a row has.
const CELLS: usize = 8;

/// The texts of all rows, as `StaticCells` in the crate at run time has them.
#[derive(Default)]
struct Cells {
    text: String,
    starts: Vec<u32>,
    firsts: Vec<u32>,
}

impl Cells {
    fn of(rows: &[Row]) -> Self {
        let mut cells = Cells::default();
        for row in rows {
            let sound = row.sound();
            let key = sound.map(|row| &row.key);
            let (code, error_type) = key.map_or((None, None), |key| {
                (key.code.as_ref(), key.error_type.as_ref())
            });
            cells.add([row.variant().unraw().to_string()]);
            for names in [code, error_type] {
                let aliases = names.into_iter().flat_map(|names| &names.aliases);
                cells.add(names.map(|names| &names.canonical.text));
                cells.add(aliases.map(|alias| &alias.text));
            }
            let messages = key.into_iter().flat_map(|key| &key.messages);
            cells.add(messages.map(|message| message.literal.value()));
            let phrases = key.into_iter().flat_map(|key| &key.phrases);
            cells.add(phrases.map(|phrase| phrase.literal.value()));
            let summary = sound.and_then(|row| row.summary.as_ref());
            cells.add(summary.map(Text::value));
        }
        cells.firsts.push(short(cells.starts.len()));
        cells.starts.push(short(cells.text.len()));
        cells
    }

    /// Returns a bit for each cell of a row that has a text.
    fn present(&self, row: usize) -> u8 {
        let firsts = self.firsts[row * CELLS..].windows(2).take(CELLS);
        let bits = firsts.zip(0..);
        bits.fold(0, |present, (cell, bit)| {
            present | u8::from(cell[0] < cell[1]) << bit
        })
    }

    fn add(&mut self, texts: impl IntoIterator<Item = impl AsRef<str>>) {
        self.firsts.push(short(self.starts.len()));
        for text in texts {
            self.starts.push(short(self.text.len()));
            self.text.push_str(text.as_ref());
        }
    }
}

/// Returns what the rows say in numbers, as `StaticFacts` has it.
fn marks(rows: &[Row], cells: &Cells) -> Literal {
    let mut marks = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let code = row.sound().and_then(|row| row.key.code.as_ref());
        let is_number = code.is_some_and(|code| code.canonical.form == Form::Number);
        let status = match row.statuses() {
            [status] => number(*status),
            _ => 0,
        };
        marks.push(u8::from(row.words().wraps) + 2 * u8::from(is_number));
        marks.push(cells.present(at));
        marks.extend(status.to_le_bytes());
    }
    Literal::byte_string(&marks)
}

/// Returns a status code, or the digit of a class.
fn number(status: Status) -> u16 {
    match status {
        Status::Exact(status) => status,
        Status::Class(class) => class.into(),
    }
}

/// Writes numbers as the bytes of each, the lowest first. As an array they would take rustc long.
fn numbers(numbers: impl IntoIterator<Item = u32>) -> Literal {
    let bytes: Vec<u8> = numbers.into_iter().flat_map(u32::to_le_bytes).collect();
    Literal::byte_string(&bytes)
}
