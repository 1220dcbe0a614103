//! The names of variants: given, or derived from a code or a type.

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

/// Derives the variant of a row from its code, or else from its type.
pub(super) fn derived(key: &Key) -> Option<Ident> {
    let names = key.code.as_ref().or(key.error_type.as_ref())?;
    from_name(&names.canonical)
}

/// A row without a variant has a code or a type to derive it from.
pub(super) fn not_derived(key: &Key, at: Option<&Cell>) -> Fault {
    let (source, name) = if let Some(names) = &key.code {
        let text = &names.canonical.text;
        (format!("the code `{text}`"), proposal("Code", text))
    } else if let Some(message) = &key.message {
        let words = message.form.split(|c: char| !c.is_ascii_alphanumeric());
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).take(4).collect();
        let text = message.literal.value();
        (
            format!("the message `{text}`"),
            proposal("", &words.join(" ")),
        )
    } else if let Some(names) = &key.error_type {
        let text = &names.canonical.text;
        (format!("the type `{text}`"), proposal("Type", text))
    } else {
        let status = key.status.map(|status| status.to_string());
        let text = status.unwrap_or_default();
        (format!("the status `{text}`"), proposal("Status", &text))
    };
    fault!(at => "no variant name can be derived from {source}",
        help: "name this row in the column `variant`, for example `{name}`")
}

fn proposal(prefix: &str, text: &str) -> String {
    let name = camel_case(&text.replace('-', "minus "));
    let proposal = format!("{prefix}{name}");
    let is_name = !name.is_empty() && variant(&proposal, Span::call_site()).is_some();
    if is_name {
        proposal
    } else {
        "InvalidToken".to_owned()
    }
}

/// Returns the names that a cell could have meant, be it a variant or something to derive one from.
pub(super) fn guesses(cell: &Cell) -> Vec<Ident> {
    let words = cell.tokens.iter().map(|token| Cell {
        tokens: vec![token.clone()],
        closing: None,
    });
    let guesses = words.filter_map(|word| in_camel_case(&word).or_else(|| from_code(&word)));
    let whole = Name {
        text: cell.text(),
        form: Form::Word,
        span: cell.start(),
    };
    guesses.chain(from_name(&whole)).collect()
}

fn from_code(cell: &Cell) -> Option<Ident> {
    let names = cell::names(cell, Column::Code).ok()??;
    let is_sentence = names.canonical.text.contains(char::is_whitespace);
    from_name(&names.canonical).filter(|_| !is_sentence)
}

/// Returns the variant of a code or type, unless it is a number or leads to no identifier.
fn from_name(name: &Name) -> Option<Ident> {
    let text = camel_case(&name.text);
    let is_variant = name.form != Form::Number && is_camel_case(&text);
    variant(&text, name.span).filter(|_| is_variant)
}

/// Returns an identifier that no keyword and no constant takes.
fn variant(text: &str, span: Span) -> Option<Ident> {
    identifier(text, span).filter(|_| text != TAKEN)
}
