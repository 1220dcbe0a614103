//! The names of variants: given, or derived from a code.

use super::row::Draft;
use crate::cell;
use crate::model::{Form, Key, Name};
use crate::parse::Cell;
use crate::report::Report;
use crate::word;
use proc_macro2::{Span, TokenTree};
use syn::Ident;
use syn::ext::IdentExt;

/// A given variant is an identifier in upper camel case.
///
/// One in another case stands in the enum as it is written, for the code that uses it.
pub(super) fn upper_camel_case(
    cell: &Cell,
    draft: &mut Draft,
    report: &mut Report,
) -> Option<Ident> {
    if let Some(variant) = given(cell) {
        return Some(variant);
    }
    draft.is_sound = false;
    let written = cell::as_written(cell);
    let proposal = camel_case(written.trim_start_matches("r#"));
    let is_name = is_camel_case(&proposal) && identifier(&proposal, Span::call_site()).is_some();
    report.error_with_help(
        cell,
        format_args!("`{written}` is no name for a variant"),
        if is_name {
            format!("write it in upper camel case, `{proposal}`")
        } else {
            "a variant is a word in upper camel case, such as `InvalidToken`".to_owned()
        },
    );
    ident(cell)
}

/// The names that a cell could have meant, be it a variant's or one to derive it from.
pub(super) fn guesses(cell: &Cell) -> Vec<Ident> {
    let words = cell.tokens.iter().map(|token| Cell {
        tokens: vec![token.clone()],
        closing: None,
    });
    let mut guesses: Vec<Ident> = words
        .filter_map(|word| given(&word).or_else(|| from_names(&word)))
        .collect();
    let whole = Name {
        text: cell::as_written(cell),
        form: Form::Word,
        span: cell
            .tokens
            .first()
            .map_or_else(Span::call_site, TokenTree::span),
    };
    guesses.extend(from_name(&whole));
    guesses
}

fn from_names(cell: &Cell) -> Option<Ident> {
    let names = cell::names(cell, "code").ok()??;
    let is_sentence = names.canonical.text.contains(char::is_whitespace);
    from_name(&names.canonical).filter(|_| !is_sentence)
}

/// The variant in a cell, if it is good.
pub(super) fn given(cell: &Cell) -> Option<Ident> {
    ident(cell).filter(|word| is_camel_case(&word.to_string()))
}

fn ident(cell: &Cell) -> Option<Ident> {
    match cell.tokens.as_slice() {
        [TokenTree::Ident(word)] => {
            identifier(&word.to_string(), word.span()).filter(|word| *word == word.unraw())
        }
        _ => None,
    }
}

/// A row without a variant has a code or a type to derive it from.
pub(super) fn derived(draft: &mut Draft, report: &mut Report) -> Option<Ident> {
    let source = draft.key.code.as_ref().or(draft.key.error_type.as_ref());
    let derived = source.and_then(|names| from_name(&names.canonical));
    if derived.is_some() || !draft.is_sound {
        return derived;
    }
    draft.is_sound = false;
    let (what, proposal) = proposal(&draft.key);
    report.error_with_help(
        draft.at.key.as_ref(),
        format_args!("no variant name can be derived from {what}"),
        format_args!("give this row one in the column `variant`, such as `{proposal}`"),
    );
    None
}

/// The variant of a spelling, unless it is a number or leads to no identifier.
fn from_name(name: &Name) -> Option<Ident> {
    (name.form != Form::Number)
        .then(|| camel_case(&name.text))
        .filter(|text| is_camel_case(text))
        .and_then(|text| identifier(&text, name.span))
}

/// What a row is known by, and a name for it.
fn proposal(key: &Key) -> (String, String) {
    let usable = |prefix: &str, text: &str, other: &str| {
        let name = camel_case(&text.replace('-', "minus "));
        let proposal = format!("{prefix}{name}");
        let is_name = !name.is_empty() && identifier(&proposal, Span::call_site()).is_some();
        if is_name { proposal } else { other.to_owned() }
    };
    if let Some(code) = &key.code {
        let text = &code.canonical.text;
        return (
            format!("the code `{text}`"),
            usable("Code", text, "InvalidToken"),
        );
    }
    if let Some(message) = &key.message {
        let words: Vec<&str> = message
            .form
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty())
            .take(4)
            .collect();
        let text = message.literal.value();
        let name = usable("", &words.join(" "), "ModelOverloaded");
        return (format!("the message `{text}`"), name);
    }
    match (&key.error_type, key.status) {
        (Some(names), _) => {
            let text = &names.canonical.text;
            (
                format!("the type `{text}`"),
                usable("Type", text, "InvalidToken"),
            )
        }
        (None, Some(status)) => (format!("the status `{status}`"), format!("Status{status}")),
        (None, None) => ("nothing".to_owned(), "InvalidToken".to_owned()),
    }
}

/// `param_error`, `INVALID_API_KEY` and `channel:no_key` as `ParamError`, `InvalidApiKey` and `ChannelNoKey`.
fn camel_case(text: &str) -> String {
    text.split(|c: char| !unicode_ident::is_xid_continue(c) || c == '_')
        .map(|word| {
            let shouted = !word.contains(char::is_lowercase);
            let mut letters = word.chars();
            let first = letters.next().into_iter().flat_map(char::to_uppercase);
            let rest = letters.as_str();
            let rest = if shouted {
                rest.to_lowercase()
            } else {
                rest.to_owned()
            };
            first.chain(rest.chars()).collect::<String>()
        })
        .collect()
}

/// What rustc takes for upper camel case: no small letter first, and `_` only between letters that have no case.
fn is_camel_case(text: &str) -> bool {
    let has_case = |c: &char| c.is_lowercase() || c.is_uppercase();
    let letters: Vec<char> = text.chars().collect();
    let begins = letters
        .first()
        .is_some_and(|first| !first.is_lowercase() && *first != '_');
    let is_parted = letters
        .windows(2)
        .any(|pair| pair.contains(&'_') && (pair.iter().any(has_case) || pair == ['_', '_']));
    begins && !is_parted && !text.ends_with('_')
}

/// The constant beside the variants, a list of them.
const TAKEN: &str = "ALL";

/// An identifier that is neither a keyword nor taken.
fn identifier(text: &str, span: Span) -> Option<Ident> {
    if !word::is_word(text.trim_start_matches("r#")) || text == TAKEN {
        return None;
    }
    let mut ident: Ident = syn::parse_str(text).ok()?;
    ident.set_span(span);
    Some(ident)
}
