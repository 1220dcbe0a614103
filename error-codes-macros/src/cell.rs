//! The grammar of a cell, one function for each kind of value. Each returns a value, nothing for an absent cell, or the
//! fault.

use crate::ast::Cell;
use crate::column::Column;
use crate::ident::is_name;
use crate::model::{Form, Name, Names, Status};
use crate::phrase::{self, Phrase};
use crate::report::{Fault, fault};
use crate::source::{Text, is_punct, source_text, tokens_of};
use crate::suggest::list;
use crate::template::{self, Template};
use proc_macro2::TokenTree;
use syn::ext::IdentExt;
use syn::{Ident, Lit};

mod quoted;

pub(crate) use quoted::listed as listed_in;

type Reading<T> = Result<Option<T>, Fault>;

/// `429`, `400, 403`, `5xx`
pub(crate) fn statuses(cell: &Cell) -> Result<Vec<Status>, Fault> {
    let mut statuses = Vec::new();
    for tokens in items(cell, Column::Status, "400, 403")? {
        let (at, status) = (tokens_of(tokens), status(tokens)?);
        if statuses.contains(&status) {
            return Err(fault!(at => "duplicate status `{status}` in one cell",
                help: "each status is written once"));
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
            help: "a status is a number from 100 to 999, a list such as `400, 403`, or a class such as `5xx`, without quotes")
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
                help: "each alias is written once"));
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
    let invalid =
        |help: &str| Err(fault!(at => "`{written}` is not a valid {what}", help: "{help}"));
    let mut template = None;
    let (text, form, span) = match tokens {
        [TokenTree::Ident(word)] => {
            let text = word.unraw().to_string();
            quoted::word(&text, word, what)?;
            (text, Form::Word, word.span())
        }
        [minus, TokenTree::Literal(number)] if is_punct(minus, '-') => {
            (format!("-{number}"), Form::Number, number.span())
        }
        [TokenTree::Literal(literal)] => match Lit::new(literal.clone()) {
            Lit::Str(text) if !text.suffix().is_empty() => {
                return invalid("nothing follows the quotes");
            }
            Lit::Str(text) => {
                let text = Text::of(text);
                quoted::text(&text, what)?;
                quoted::one_name(&text, what)?;
                template = template::parse_name(&text, what)?;
                (text.value().to_owned(), Form::Text, text.span())
            }
            Lit::Int(_) | Lit::Float(_) => (written.clone(), Form::Number, literal.span()),
            _ => return invalid("it is an identifier, an integer, or a string literal"),
        },
        [.., colon, TokenTree::Ident(_)] if is_punct(colon, ':') && written.contains("::") => {
            return invalid("it is the text that the provider sends, and not a path");
        }
        [TokenTree::Group(_)] => {
            return invalid("aliases are separated by commas, without brackets");
        }
        _ => return invalid("characters other than letters, digits and `_` are written in quotes"),
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
                help: "any other number is written in quotes, as it is sent")
        });
    }
    if trimmed.is_empty() {
        return Some(empty(at, what, &source_text(tokens)));
    }
    (trimmed != text).then(|| {
        fault!(at => "the {what} `{text}` begins or ends with whitespace",
            help: "whitespace around the {what} of a response is ignored")
    })
}

fn empty(at: impl quote::ToTokens, what: &str, written: &str) -> Fault {
    fault!(at => "the {what} `{written}` is empty", help: "a dash is a cell without a value")
}

/// `"The {model} model is overloaded."`, or several wordings
pub(crate) fn messages(cell: &Cell) -> Result<Vec<Template>, Fault> {
    let read = |literal: Text| {
        quoted::placeholders(&literal)?;
        template::parse(literal, Column::Message.name())
    };
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
    read: impl Fn(Text) -> Result<T, Fault>,
    are_same: impl Fn(&T, &T) -> bool,
) -> Result<Vec<T>, Fault> {
    let mut texts: Vec<T> = Vec::new();
    for tokens in items(cell, column, "\"first\", \"second\"")? {
        let literal = literal(tokens, column)?;
        let (what, at, value) = (column.name(), tokens_of(tokens), literal.value().to_owned());
        let text = read(literal)?;
        if texts.iter().any(|other| are_same(other, &text)) {
            return Err(
                fault!(at => "duplicate {what} `{value}` in one cell", help: "each {what} is written once"),
            );
        }
        texts.push(text);
    }
    Ok(texts)
}

/// `"the model did not respond in time"`
pub(crate) fn text(cell: &Cell, column: Column) -> Reading<Text> {
    if cell.is_absent() {
        return Ok(None);
    }
    literal(&cell.tokens, column).map(Some)
}

/// One string literal with something in it.
fn literal(tokens: &[TokenTree], column: Column) -> Result<Text, Fault> {
    let (at, what, written) = (tokens_of(tokens), column.name(), source_text(tokens));
    let literal = match tokens {
        [TokenTree::Literal(literal)] => Some(Lit::new(literal.clone())),
        _ => None,
    };
    let text = match literal {
        Some(Lit::Str(text)) => Some((text.suffix().is_empty(), Text::of(text))),
        _ => None,
    };
    match text {
        Some((_, text)) if text.value().trim().is_empty() => Err(empty(at, what, &written)),
        Some((true, text)) => {
            quoted::text(&text, what)?;
            Ok(text)
        }
        _ => {
            let is_cut = tokens.last().is_some_and(|last| is_punct(last, ':'));
            let help = if is_cut {
                "outside of quotes, `//` starts a comment"
            } else {
                "text is a single string literal"
            };
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
        return Err(invalid_word(cell, Column::Kind, "every row needs one; "));
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

/// The name of a variant. Which there are is for rustc to judge; a word that is certainly another one is said here, because
/// rustc finds similar spellings only.
fn variant_of(tokens: &[TokenTree], cell: &Cell, column: Column) -> Result<Ident, Fault> {
    let [TokenTree::Ident(word)] = tokens else {
        return Err(invalid_word(cell, column, ""));
    };
    let text = word.to_string();
    let is_other = column
        .vocabulary()
        .is_some_and(|own| own.corrected(&text).is_some());
    match column.elsewhere(&text) {
        Some(other) => {
            let why = format!("`{text}` belongs in the column `{}`; ", other.name());
            Err(invalid_word(cell, column, &why))
        }
        None if is_other || !is_name(word) => Err(invalid_word(cell, column, "")),
        None => Ok(word.clone()),
    }
}

fn invalid_word(cell: &Cell, column: Column, why: &str) -> Fault {
    let text = cell.text();
    let (what, words) = match column.vocabulary() {
        Some(vocabulary) => (vocabulary.noun, list(vocabulary.words)),
        None => (column.name(), String::new()),
    };
    fault!(cell => "`{text}` is not a valid {what}", help: "{why}valid {what}s are {words}")
}
