//! The names of variants: given, or derived from a code or a type.

use super::reason;
use crate::ast::Cell;
use crate::cell;
use crate::characters::look_alike;
use crate::column::Column;
use crate::ident::{camel_case, identifier, is_camel_case};
use crate::model::{Form, Key, Name};
use crate::report::{Fault, fault};
use proc_macro2::{Span, TokenTree};
use syn::Ident;
use syn::ext::IdentExt;

/// The constant beside the variants.
const TAKEN: &str = "ALL";

/// A given variant is an identifier in upper camel case.
pub(super) fn given(cell: &Cell) -> Result<Option<Ident>, Fault> {
    if cell.is_absent() {
        return Ok(None);
    }
    if let Some(variant) = in_camel_case(cell) {
        return Ok(Some(variant));
    }
    let text = cell.text();
    Err(fault!(cell => "`{text}` is not a valid variant name",
        help: "it is an identifier in upper camel case, such as `InvalidToken`"))
}

fn in_camel_case(cell: &Cell) -> Option<Ident> {
    let is_sound = |text: &str| is_camel_case(text) && look_alike(text).is_none();
    as_written(cell).filter(|word| is_sound(&word.to_string()))
}

/// Returns the identifier of a cell in whatever case, for the code that uses it.
pub(super) fn as_written(cell: &Cell) -> Option<Ident> {
    match cell.tokens.as_slice() {
        [TokenTree::Ident(word)] => {
            variant(&word.to_string(), word.span()).filter(|word| *word == word.unraw())
        }
        _ => None,
    }
}

/// Derives the variant of a row from its code, or else from its type, or else from its status, if that is all it has.
pub(super) fn derived(key: &Key) -> Option<Ident> {
    if let Some(code) = &key.code {
        return from_name(&code.canonical, "Code");
    }
    if let Some(error_type) = &key.error_type {
        return from_name(&error_type.canonical, "Type");
    }
    let status = key.statuses.first().filter(|_| !key.has_sentences())?;
    variant(&reason::name(*status), Span::call_site())
}

/// Returns a variant of these words.
pub(super) fn of_words(words: &[&str]) -> Option<Ident> {
    let name = camel_case(&words.join(" "));
    variant(&name, Span::call_site()).filter(|_| is_camel_case(&name))
}

/// Returns the names that a cell could have meant, be it a variant or something to derive one from.
pub(super) fn guesses(cell: &Cell) -> Vec<Ident> {
    let words = cell.tokens.iter();
    let words = words.map(|token| Cell::new(vec![token.clone()]));
    let guesses = words.filter_map(|word| in_camel_case(&word).or_else(|| from_code(&word)));
    let whole = Name {
        text: cell.text(),
        form: Form::Word,
        span: cell.start(),
        template: None,
    };
    guesses.chain(from_text(&whole)).collect()
}

fn from_code(cell: &Cell) -> Option<Ident> {
    let names = cell::names(cell, Column::Code).ok()??;
    let name = &names.canonical;
    let is_sentence = name.text.contains(char::is_whitespace);
    from_text(name).filter(|_| !is_sentence && name.form != Form::Number)
}

/// Returns the variant of a code or type; of a number or a keyword, with a word before it.
fn from_name(name: &Name, before: &str) -> Option<Ident> {
    from_text(name).or_else(|| {
        let text = match name.form {
            Form::Number => name.text.replace('-', "minus "),
            Form::Word | Form::Text => name.own_text().to_owned(),
        };
        let text = Some(camel_case(&text)).filter(|text| !text.is_empty())?;
        let text = format!("{before}{text}");
        variant(&text, name.span).filter(|_| is_camel_case(&text))
    })
}

/// Returns the variant that a text gives by itself.
fn from_text(name: &Name) -> Option<Ident> {
    let text = camel_case(name.own_text());
    variant(&text, name.span).filter(|_| is_camel_case(&text))
}

/// Returns an identifier that no keyword and no constant takes.
fn variant(text: &str, span: Span) -> Option<Ident> {
    identifier(text, span).filter(|_| text != TAKEN)
}
