//! The grammar of a cell, one function for each kind of value. Each returns a value, nothing for an absent cell, or the
//! fault.

use crate::ast::Cell;
use crate::column::Column;
use crate::ident::is_name;
use crate::model::{Form, Name, Names, Status};
use crate::phrase::{self, Phrase};
use crate::report::{Fault, fault};
use crate::source::{is_punct, quoting_help, source_text, tokens_of};
use crate::template::{self, Template};
use proc_macro2::TokenTree;
use syn::{Ident, Lit, LitStr};

type Reading<T> = Result<Option<T>, Fault>;

/// `429`, `400, 403`, `5xx`
pub(crate) fn statuses(cell: &Cell) -> Result<Vec<Status>, Fault> {
    let mut statuses = Vec::new();
    for tokens in items(cell, Column::Status, "400, 403")? {
        let (at, status) = (tokens_of(tokens), status(tokens)?);
        if statuses.contains(&status) {
            return Err(fault!(at => "duplicate status `{status}` in one cell",
                help: "write each status once"));
        }
        statuses.push(status);
    }
    let class = statuses
        .iter()
        .find(|status| matches!(status, Status::Class(_)));
    match class.filter(|_| statuses.len() > 1) {
        Some(class) => Err(fault!(cell => "the class `{class}` is in a list",
            help: "write the class alone, or list the status codes")),
        None => Ok(statuses),
    }
}

/// One status code or class.
fn status(tokens: &[TokenTree]) -> Result<Status, Fault> {
    let (at, text) = (tokens_of(tokens), source_text(tokens));
    let status = match text.as_bytes() {
        [first @ b'1'..=b'9', b'x' | b'X', b'x' | b'X'] => Some(Status::Class(first - b'0')),
        [b'1'..=b'9', b'0'..=b'9', b'0'..=b'9'] => text.parse().ok().map(Status::Exact),
        _ => None,
    };
    status.ok_or_else(|| {
        fault!(at => "`{text}` is not a valid HTTP status code",
            help: "a status is a number from 100 to 999, a list such as `400, 403`, a class such as `5xx`, or `-`, without quotes")
    })
}

/// Splits a cell at its commas. An absent cell has no items.
fn items<'c>(cell: &'c Cell, column: Column, example: &str) -> Result<Vec<&'c [TokenTree]>, Fault> {
    if cell.is_absent() {
        return Ok(Vec::new());
    }
    let what = column.name();
    let items = cell.tokens.split(|token| is_punct(token, ','));
    let items: Vec<&[TokenTree]> = items.collect();
    if items.iter().any(|item| item.is_empty()) {
        return Err(fault!(cell => "missing {what} next to a comma",
            help: "several values are written `{example}`"));
    }
    Ok(items)
}

/// `rate_limit`, `2007`, `"channel:invalid_key"`, `auth_error, invalid_token`
pub(crate) fn names(cell: &Cell, column: Column) -> Reading<Names> {
    let what = column.name();
    let mut names: Vec<Name> = Vec::new();
    for tokens in items(cell, column, "first, second")? {
        let (at, name) = (tokens_of(tokens), name(tokens, what)?);
        let text = &name.text;
        if names.iter().any(|other| other.key() == name.key()) {
            return Err(fault!(at => "duplicate {what} `{text}` in one cell",
                help: "write each alias once"));
        }
        names.push(name);
    }
    let mut names = names.into_iter();
    Ok(names.next().map(|canonical| Names {
        canonical,
        aliases: names.collect(),
    }))
}

/// One code or type.
fn name(tokens: &[TokenTree], what: &str) -> Result<Name, Fault> {
    let (at, written) = (tokens_of(tokens), source_text(tokens));
    let invalid = |help: String| fault!(at => "`{written}` is not a valid {what}", help: "{help}");
    let mut template = None;
    let (text, form, span) = match tokens {
        [TokenTree::Ident(word)] => {
            let text = word.to_string();
            let text = text.strip_prefix("r#").unwrap_or(&text);
            (text.to_owned(), Form::Word, word.span())
        }
        [minus, TokenTree::Literal(number)] if is_punct(minus, '-') => {
            (format!("-{number}"), Form::Number, number.span())
        }
        [TokenTree::Literal(literal)] => match Lit::new(literal.clone()) {
            Lit::Str(text) if !text.suffix().is_empty() => {
                let quoted = written.strip_suffix(text.suffix()).unwrap_or(&written);
                return Err(invalid(format!(
                    "remove the suffix after the quotes: `{quoted}`"
                )));
            }
            Lit::Str(text) => {
                template = template::parse_name(&text, what)?;
                (text.value(), Form::Text, text.span())
            }
            Lit::Int(_) | Lit::Float(_) => (written.clone(), Form::Number, literal.span()),
            _ => {
                let help = format!("a {what} is an identifier, an integer, or a string literal");
                return Err(invalid(help));
            }
        },
        _ => {
            let text = written.replace('"', "");
            return Err(invalid(format!(
                "a {what} with characters other than letters, digits and `_` must be in quotes: `\"{text}\"`"
            )));
        }
    };
    let name = Name {
        text,
        form,
        span,
        template,
    };
    plain(&name, tokens, what).map_or(Ok(name), Err)
}

/// A number is one that JSON could hold, so that it and its text are the same code. A text is compared without the
/// whitespace around it.
fn plain(name: &Name, tokens: &[TokenTree], what: &str) -> Option<Fault> {
    let (at, text, trimmed) = (tokens_of(tokens), &name.text, name.text.trim());
    let is_plain = |number: i64| number.to_string() == *text;
    if name.form == Form::Number {
        let is_plain = text.parse().is_ok_and(is_plain);
        return (!is_plain).then(|| {
            fault!(at => "`{text}` is not a plain integer",
                help: "if the provider sends exactly this, write it in quotes: `\"{text}\"`")
        });
    }
    if trimmed.is_empty() {
        return Some(empty(at, what, &source_text(tokens)));
    }
    (trimmed != text).then(|| {
        fault!(at => "the {what} `{text}` begins or ends with whitespace",
            help: "write `\"{trimmed}\"`: whitespace around the {what} of a response is ignored")
    })
}

fn empty(at: impl quote::ToTokens, what: &str, written: &str) -> Fault {
    fault!(at => "the {what} `{written}` is empty", help: "write `-` for a cell without a value")
}

/// `"The {model} model is overloaded."`, or several wordings
pub(crate) fn messages(cell: &Cell) -> Result<Vec<Template>, Fault> {
    let read = |literal| template::parse(literal, Column::Message.name());
    texts(cell, Column::Message, read, |one, other| {
        one.form == other.form
    })
}

/// `"(balance|credit) … (too low|used up)"`, or several phrases
pub(crate) fn phrases(cell: &Cell) -> Result<Vec<Phrase>, Fault> {
    texts(cell, Column::Phrase, phrase::parse, |one, other| {
        one.form == other.form
    })
}

/// Reads string literals that say different things.
fn texts<T>(
    cell: &Cell,
    column: Column,
    read: impl Fn(LitStr) -> Result<T, Fault>,
    are_same: impl Fn(&T, &T) -> bool,
) -> Result<Vec<T>, Fault> {
    let mut texts: Vec<T> = Vec::new();
    for tokens in items(cell, column, "\"first\", \"second\"")? {
        let literal = literal(tokens, column)?;
        let (what, at, value) = (column.name(), tokens_of(tokens), literal.value());
        let text = read(literal)?;
        if texts.iter().any(|other| are_same(other, &text)) {
            return Err(
                fault!(at => "duplicate {what} `{value}` in one cell", help: "write each {what} once"),
            );
        }
        texts.push(text);
    }
    Ok(texts)
}

/// `"the model did not respond in time"`
pub(crate) fn text(cell: &Cell, column: Column) -> Reading<LitStr> {
    if cell.is_absent() {
        return Ok(None);
    }
    literal(&cell.tokens, column).map(Some)
}

/// One string literal with something in it.
fn literal(tokens: &[TokenTree], column: Column) -> Result<LitStr, Fault> {
    let (at, what, written) = (tokens_of(tokens), column.name(), source_text(tokens));
    let literal = match tokens {
        [TokenTree::Literal(literal)] => Some(Lit::new(literal.clone())),
        _ => None,
    };
    match literal {
        Some(Lit::Str(text)) if text.value().trim().is_empty() => Err(empty(at, what, &written)),
        Some(Lit::Str(text)) => Ok(text),
        _ => {
            let help = quoting_help(tokens, "", "");
            Err(fault!(at =>
                "expected a string literal in the column `{what}`, found `{written}`",
                help: "{help}"))
        }
    }
}

/// `Word`, or `Word?` for a kind that the message of a response may refine.
pub(crate) fn kind(cell: &Cell) -> Reading<(Ident, bool)> {
    let (tokens, wraps) = match cell.tokens.as_slice() {
        [tokens @ .., mark] if is_punct(mark, '?') => (tokens, true),
        tokens => (tokens, false),
    };
    if cell.is_empty() {
        return Ok(None);
    }
    if cell.is_absent() || tokens.is_empty() {
        let help = "every row needs a variant of `ErrorKind`".to_owned();
        return Err(invalid_word(cell, Column::Kind, Some(help)));
    }
    Ok(Some((variant_of(tokens, cell, Column::Kind)?, wraps)))
}

/// A word of the vocabulary of a column.
pub(crate) fn word(cell: &Cell, column: Column) -> Reading<Ident> {
    if cell.is_absent() {
        return Ok(None);
    }
    variant_of(&cell.tokens, cell, column).map(Some)
}

/// The name of a variant. This crate knows none of them: rustc judges them, and says more about them.
fn variant_of(tokens: &[TokenTree], cell: &Cell, column: Column) -> Result<Ident, Fault> {
    let help = match tokens {
        [TokenTree::Ident(word)] if is_name(word) => return Ok(word.clone()),
        [.., colon, TokenTree::Ident(word)] if is_punct(colon, ':') && is_name(word) => {
            Some(format!("write only the last segment: `{word}`"))
        }
        [TokenTree::Literal(literal)] => {
            let text = literal.to_string();
            let text = text.trim_matches('"');
            let is_word = !text.is_empty() && text.chars().all(char::is_alphabetic);
            is_word.then(|| format!("write it without quotes: `{text}`"))
        }
        _ => None,
    };
    Err(invalid_word(cell, column, help))
}

fn invalid_word(cell: &Cell, column: Column, help: Option<String>) -> Fault {
    let (what, vocabulary) = match column {
        Column::Retry => ("retry hint", "RetryHint"),
        Column::Scope => ("scope", "Scope"),
        _ => ("kind", "ErrorKind"),
    };
    let text = cell.text();
    let help = help.unwrap_or_else(|| format!("a {what} is a variant of `{vocabulary}`"));
    fault!(cell => "`{text}` is not a valid {what}", help: "{help}")
}
