//! Writes the rows of a table: a path for each word of a vocabulary, which rustc judges, and the texts and numbers of all rows
//! one after the other in a few literals, because rustc takes long for each expression.

use super::index::{self, short};
use super::row::{Row, known_by, word};
use crate::model::{Form, Status};
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::ext::IdentExt;

/// Writes the statics of a table.
pub(super) fn statics(rows: &[Row], label: &str, krate: &TokenStream) -> TokenStream {
    let count = rows.len();
    let kinds = rows.iter();
    let kinds = kinds.map(|row| word("ErrorKind", &row.words().kind, krate));
    let mut retries = TokenStream::new();
    let mut scopes = TokenStream::new();
    let mut statuses = TokenStream::new();
    let mut templates = TokenStream::new();
    let (mut has_status_rows, mut has_phrases) = (false, false);
    for (at, row) in rows.iter().enumerate() {
        let at = Literal::usize_unsuffixed(at);
        if let Some(retry) = &row.words().retry {
            let retry = word("RetryHint", retry, krate);
            retries.extend(quote!((#at, #retry),));
        }
        if let Some(scope) = &row.words().scope {
            let scope = word("Scope", scope, krate);
            scopes.extend(quote!((#at, #scope),));
        }
        if let several @ [_, _, ..] = row.statuses() {
            let codes = several.iter();
            let codes = codes.map(|status| Literal::u16_unsuffixed(number(*status)));
            statuses.extend(quote!((#at, &[#(#codes),*]),));
        }
        if let Some(row) = row.sound() {
            has_status_rows |= row.key.is_status_only();
            has_phrases |= !row.key.phrases.is_empty();
            if known_by(row).any(|name| name.template.is_some()) {
                templates.extend(quote!(#at,));
            }
        }
    }
    let cells = Cells::of(rows);
    let marks = marks(rows, &cells);
    let text = &cells.text;
    let [starts, firsts] = [&cells.starts, &cells.firsts].map(|list| numbers(list));
    let names = numbers(&index::names(rows));
    let messages = numbers(&index::messages(rows));
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
            retries: &[#retries],
            scopes: &[#scopes],
            statuses: &[#statuses],
        });
        #phrases
        pub(super) static TABLE: #krate::Table = #own::StaticTable {
            name: #label,
            rows: &ROWS,
            index: #own::StaticIndex {
                names: #names,
                messages: #messages,
                templates: &[#templates],
                has_status_rows: #has_status_rows,
            },
            phrases: #own_phrases,
        }
        .table();
    }
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
            cells.begin();
            cells.add(&row.variant().unraw().to_string());
            let names = key.map_or([None, None], |key| {
                [&key.code, &key.error_type].map(Option::as_ref)
            });
            for names in names {
                cells.begin();
                if let Some(names) = names {
                    cells.add(&names.canonical.text);
                }
                cells.begin();
                if let Some(names) = names {
                    for alias in &names.aliases {
                        cells.add(&alias.text);
                    }
                }
            }
            cells.begin();
            if let Some(key) = key {
                for message in &key.messages {
                    cells.add(message.literal.value());
                }
            }
            cells.begin();
            if let Some(key) = key {
                for phrase in &key.phrases {
                    cells.add(phrase.literal.value());
                }
            }
            cells.begin();
            if let Some(summary) = sound.and_then(|row| row.summary.as_ref()) {
                cells.add(summary.value());
            }
        }
        cells.begin();
        cells.starts.push(short(cells.text.len()));
        cells
    }

    /// Returns a bit for each cell of a row that has a text.
    fn present(&self, row: usize) -> u8 {
        let firsts = &self.firsts[row * CELLS..];
        let mut present = 0;
        for cell in 0..CELLS {
            present |= u8::from(firsts[cell] < firsts[cell + 1]) << cell;
        }
        present
    }

    /// Begins the next cell.
    fn begin(&mut self) {
        self.firsts.push(short(self.starts.len()));
    }

    /// Adds a text to the cell.
    fn add(&mut self, text: &str) {
        self.starts.push(short(self.text.len()));
        self.text.push_str(text);
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
        marks.extend_from_slice(&status.to_le_bytes());
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
fn numbers(numbers: &[u32]) -> Literal {
    let mut bytes = Vec::new();
    for number in numbers {
        bytes.extend_from_slice(&number.to_le_bytes());
    }
    Literal::byte_string(&bytes)
}
