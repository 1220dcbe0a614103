//! The grammar of a cell, one function for each kind of value. Each returns a value, nothing for an absent cell, or the
//! fault.

use crate::ast::Cell;
use crate::column::Column;
use crate::ident::is_name;
use crate::model::{Form, Name, Names, Status};
use crate::report::Fault;
use crate::source::{is_punct, quoting_help, source_text};
use crate::template::{self, Template};
use proc_macro2::{Literal, TokenStream, TokenTree};
use std::fmt::Display;
use syn::{Ident, Lit, LitStr};

type Reading<T> = Result<Option<T>, Fault>;

const DASH_HELP: &str = "write `-` for a cell without a value";

/// `429`, `5xx`
pub(crate) fn status(cell: &Cell) -> Reading<Status> {
    if cell.is_absent() {
        return Ok(None);
    }
    let text = cell.text();
    let status = match text.as_bytes() {
        [first @ b'1'..=b'9', b'x' | b'X', b'x' | b'X'] => Some(Status::Class(first - b'0')),
        [b'1'..=b'9', b'0'..=b'9', b'0'..=b'9'] => text.parse().ok().map(Status::Exact),
        _ => None,
    };
    let fault = || {
        let fault = format_args!("`{text}` is not a valid HTTP status code");
        Fault::new(cell, fault).with_help(
            "a status is a number from 100 to 999, a class such as `5xx`, or `-`, without quotes",
        )
    };
    status.map(Some).ok_or_else(fault)
}

/// `rate_limit`, `2007`, `"channel:invalid_key"`, `auth_error, invalid_token`
pub(crate) fn names(cell: &Cell, column: Column) -> Reading<Names> {
    if cell.is_absent() {
        return Ok(None);
    }
    let what = column.name();
    let mut names: Vec<Name> = Vec::new();
    for tokens in cell.tokens.split(|token| is_punct(token, ',')) {
        if tokens.is_empty() {
            let help = format_args!("a {what} with aliases is written `first, second`");
            return Err(
                Fault::new(cell, format_args!("missing {what} next to a comma")).with_help(help),
            );
        }
        let name = name(tokens, what)?;
        if names.iter().any(|other| other.text == name.text) {
            let fault = format_args!("duplicate {what} `{}` in one cell", name.text);
            return Err(fault_at(tokens, fault).with_help("write each alias once"));
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
    let invalid = |help: &dyn Display| {
        let fault = format!("`{}` is not a valid {what}", source_text(tokens));
        Err(fault_at(tokens, fault).with_help(help))
    };
    let (text, form, span) = match tokens {
        [TokenTree::Ident(word)] => {
            let text = word.to_string();
            let text = text.strip_prefix("r#").unwrap_or(&text).to_owned();
            (text, Form::Word, word.span())
        }
        [minus, TokenTree::Literal(literal)] if is_punct(minus, '-') => {
            (format!("-{literal}"), Form::Number, literal.span())
        }
        [TokenTree::Literal(literal)] => match Lit::new(literal.clone()) {
            Lit::Str(text) if !text.suffix().is_empty() => {
                let whole = literal.to_string();
                let quoted = whole.strip_suffix(text.suffix()).unwrap_or(&whole);
                return invalid(&format_args!(
                    "remove the suffix after the quotes: `{quoted}`"
                ));
            }
            Lit::Str(text) => (text.value(), Form::Text, text.span()),
            Lit::Int(_) | Lit::Float(_) => (literal.to_string(), Form::Number, literal.span()),
            _ => {
                return invalid(&format_args!(
                    "a {what} is an identifier, an integer, or a string literal"
                ));
            }
        },
        _ => {
            let written = source_text(tokens).replace('"', "");
            return invalid(&format_args!(
                "a {what} with characters other than letters, digits and `_` must be in quotes: `\"{written}\"`"
            ));
        }
    };
    plain_name(Name { text, form, span }, tokens, what)
}

/// A number is one that JSON could hold, so that it and its text are the same code. A text is compared without the
/// whitespace around it.
fn plain_name(name: Name, tokens: &[TokenTree], what: &str) -> Result<Name, Fault> {
    let text = &name.text;
    let number = text.parse::<i64>();
    if name.form == Form::Number && number.is_ok_and(|number| number.to_string() == *text) {
        return Ok(name);
    }
    let (fault, help) = if name.form == Form::Number {
        let help = format!("if the provider sends exactly this, write it in quotes: `\"{text}\"`");
        (format!("`{text}` is not a plain integer"), help)
    } else if text.trim().is_empty() {
        let fault = format!("the {what} `{}` is empty", source_text(tokens));
        (fault, DASH_HELP.to_owned())
    } else if text.trim() != text {
        let help = format!(
            "write `\"{}\"`: whitespace around the {what} of a response is ignored",
            text.trim()
        );
        (
            format!("the {what} `{text}` begins or ends with whitespace"),
            help,
        )
    } else {
        return Ok(name);
    };
    Err(fault_at(tokens, fault).with_help(help))
}

/// `"The {model} model Too many requests; please try again later."`
pub(crate) fn message(cell: &Cell) -> Reading<Template> {
    let Some(literal) = text(cell, Column::Message)? else {
        return Ok(None);
    };
    template::parse(literal).map(Some)
}

/// `"the model did not respond in time"`
pub(crate) fn text(cell: &Cell, column: Column) -> Reading<LitStr> {
    if cell.is_absent() {
        return Ok(None);
    }
    let what = column.name();
    let (written, literal) = (cell.text(), literal(cell));
    let Some(Lit::Str(literal)) = literal.map(|literal| Lit::new(literal.clone())) else {
        let fault =
            format_args!("expected a string literal in the column `{what}`, found `{written}`");
        let help = quoting_help(&cell.tokens, "", "");
        return Err(Fault::new(cell, fault).with_help(help));
    };
    if literal.value().trim().is_empty() {
        let fault = format_args!("the {what} `{written}` is empty");
        return Err(Fault::new(cell, fault).with_help(DASH_HELP));
    }
    Ok(Some(literal))
}

fn literal(cell: &Cell) -> Option<&Literal> {
    match cell.tokens.as_slice() {
        [TokenTree::Literal(literal)] => Some(literal),
        _ => None,
    }
}

/// An enum of the runtime crate. This crate knows none of its variants: rustc judges them, and says more about them.
pub(crate) struct Vocabulary {
    what: &'static str,
    name: &'static str,
}

pub(crate) const RETRY: Vocabulary = Vocabulary {
    what: "retry hint",
    name: "RetryHint",
};
pub(crate) const SCOPE: Vocabulary = Vocabulary {
    what: "scope",
    name: "Scope",
};
const KIND: Vocabulary = Vocabulary {
    what: "kind",
    name: "ErrorKind",
};

/// The name of a variant.
pub(crate) fn word(cell: &Cell, vocabulary: &Vocabulary) -> Reading<Ident> {
    if cell.is_absent() {
        return Ok(None);
    }
    vocabulary.word(&cell.tokens, cell).map(Some)
}

/// `Word`, or `Word?` for a kind that the message of a response may refine.
pub(crate) fn kind(cell: &Cell) -> Reading<(Ident, bool)> {
    if cell.is_empty() {
        return Ok(None);
    }
    let (tokens, wraps) = match cell.tokens.as_slice() {
        [tokens @ .., mark] if is_punct(mark, '?') => (tokens, true),
        tokens => (tokens, false),
    };
    if cell.is_absent() || tokens.is_empty() {
        let help = format_args!("every row needs a variant of `{}`", KIND.name);
        return Err(KIND.fault(cell, help));
    }
    let word = KIND.word(tokens, cell)?;
    Ok(Some((word, wraps)))
}

impl Vocabulary {
    fn word(&self, tokens: &[TokenTree], cell: &Cell) -> Result<Ident, Fault> {
        let help = match tokens {
            [TokenTree::Ident(word)] if is_name(word) => return Ok(word.clone()),
            [.., colon, TokenTree::Ident(word)] if is_punct(colon, ':') && is_name(word) => {
                Some(format!("write only the last segment: `{word}`"))
            }
            [TokenTree::Literal(literal)] => unquoted(literal),
            _ => None,
        };
        let general = || format!("a {} is a variant of `{}`", self.what, self.name);
        Err(self.fault(cell, help.unwrap_or_else(general)))
    }

    fn fault(&self, cell: &Cell, help: impl Display) -> Fault {
        let fault = format_args!("`{}` is not a valid {}", cell.text(), self.what);
        Fault::new(cell, fault).with_help(help)
    }
}

fn unquoted(literal: &Literal) -> Option<String> {
    let text = literal.to_string();
    let text = text.trim_matches('"');
    let is_word = !text.is_empty() && text.chars().all(char::is_alphabetic);
    is_word.then(|| format!("write it without quotes: `{text}`"))
}

fn fault_at(tokens: &[TokenTree], fault: impl Display) -> Fault {
    Fault::new(tokens.iter().cloned().collect::<TokenStream>(), fault)
}
