//! The grammar of a cell, one function a column. Each takes the tokens between two pipes and gives a value, nothing for
//! `-`, or the fault.

use crate::model::{Form, Name, Names, Status};
use crate::parse::Cell;
use crate::template::{self, Template};
use proc_macro2::TokenTree;
use quote::ToTokens;
use std::fmt::Display;
use syn::{Ident, Lit, LitStr};

/// A value, nothing, or what is wrong.
type Reading<T> = Result<Option<T>, syn::Error>;

/// `-`
pub(crate) fn is_absent(cell: &Cell) -> bool {
    matches!(cell.tokens.as_slice(), [TokenTree::Punct(dash)] if dash.as_char() == '-')
}

/// `429`, `5xx`
pub(crate) fn status(cell: &Cell) -> Reading<Status> {
    if is_absent(cell) {
        return Ok(None);
    }
    let text = cell.to_token_stream().to_string();
    let class = match text.as_bytes() {
        [first @ b'1'..=b'9', b'x' | b'X', b'x' | b'X'] => Some(Status::Class(first - b'0')),
        _ => None,
    };
    let exact = || {
        text.parse()
            .ok()
            .filter(|status| (100..=999).contains(status))
    };
    class
        .or_else(|| exact().map(Status::Exact))
        .map(Some)
        .ok_or_else(|| {
            let text = unquoted(cell).unwrap_or(text);
            fault(
                cell,
                format_args!("`{text}` is no HTTP status"),
                "a status is a number from 100 to 999, a class such as `5xx`, or `-`",
            )
        })
}

/// `rate_limit`, `2007`, `"channel:invalid_key"`, `auth_error, invalid_token`
pub(crate) fn names(cell: &Cell, column: &str) -> Reading<Names> {
    if is_absent(cell) {
        return Ok(None);
    }
    let mut names = Vec::new();
    for tokens in cell.tokens.split(is_comma) {
        let spelling = Cell {
            tokens: tokens.to_vec(),
        };
        if tokens.is_empty() {
            return Err(fault(
                cell,
                format_args!("a spelling of this {column} is missing beside the comma"),
                format_args!("a {column} with other spellings is `first, second`"),
            ));
        }
        names.push(name(&spelling, column)?);
    }
    let mut names = names.into_iter();
    Ok(names.next().map(|canonical| Names {
        canonical,
        aliases: names.collect(),
    }))
}

fn is_comma(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(comma) if comma.as_char() == ',')
}

fn name(spelling: &Cell, column: &str) -> Result<Name, syn::Error> {
    let (text, form, span) = match spelling.tokens.as_slice() {
        [TokenTree::Ident(word)] => {
            let text = word.to_string();
            let text = text.strip_prefix("r#").unwrap_or(&text).to_owned();
            (text, Form::Word, word.span())
        }
        [TokenTree::Literal(literal)] => match Lit::new(literal.clone()) {
            Lit::Str(text) => (text.value(), Form::Text, text.span()),
            _ => (literal.to_string(), Form::Number, literal.span()),
        },
        [TokenTree::Punct(sign), TokenTree::Literal(literal)] if sign.as_char() == '-' => {
            (format!("-{literal}"), Form::Number, literal.span())
        }
        _ => {
            let written = as_written(spelling);
            return Err(fault(
                spelling,
                format_args!("`{written}` is no {column}"),
                format_args!(
                    "a {column} with other signs than letters, digits and `_` is text: `\"{written}\"`"
                ),
            ));
        }
    };
    let refuse = |what: &str, help: &dyn Display| Err(fault(spelling, what, help));
    if form == Form::Number && !is_plain_number(&text) {
        return refuse(
            &format!("`{text}` is no plain number"),
            &format_args!("write `\"{text}\"` if that is what the provider sends"),
        );
    }
    if text.is_empty() {
        return refuse(
            &format!("an empty {column}"),
            &"write `-` where the page has nothing",
        );
    }
    if text.trim() != text {
        return refuse(
            &format!("`{text}` begins or ends with white space"),
            &format_args!(
                "write `\"{}\"`: an answer is read without white space around its {column}",
                text.trim()
            ),
        );
    }
    Ok(Name { text, form, span })
}

/// Digits that a JSON number could be, so that number and text of one code are the same text.
fn is_plain_number(text: &str) -> bool {
    text.parse::<i64>()
        .is_ok_and(|number| number.to_string() == text)
}

/// `"The {model} model Too many requests; please try again later."`
pub(crate) fn message(cell: &Cell) -> Reading<Template> {
    let Some(literal) = text(cell, "message")? else {
        return Ok(None);
    };
    template::parse(literal)
        .map(Some)
        .map_err(|found| fault(cell, found.fault, found.help))
}

/// `"the model gave no answer in time"`
pub(crate) fn summary(cell: &Cell) -> Reading<LitStr> {
    text(cell, "summary")
}

fn text(cell: &Cell, column: &str) -> Reading<LitStr> {
    if is_absent(cell) {
        return Ok(None);
    }
    let literal: LitStr = match cell.tokens.as_slice() {
        [TokenTree::Literal(literal)] => match Lit::new(literal.clone()) {
            Lit::Str(text) => Some(text),
            _ => None,
        },
        _ => None,
    }
    .ok_or_else(|| {
        let written = as_written(cell);
        fault(
            cell,
            format_args!("expected the {column} as text, found `{written}`"),
            format_args!("write it in quotes, `\"{written}\"`, or `-` where there is none"),
        )
    })?;
    if literal.value().trim().is_empty() {
        return Err(fault(
            cell,
            format_args!("an empty {column}"),
            "write `-` where the page has nothing",
        ));
    }
    Ok(Some(literal))
}

/// One word of the vocabulary, whatever it is.
pub(crate) fn word(cell: &Cell, column: &str) -> Reading<Ident> {
    match cell.tokens.as_slice() {
        _ if is_absent(cell) => Ok(None),
        [TokenTree::Ident(word)] => Ok(Some(word.clone())),
        _ => Err(fault(
            cell,
            format_args!(
                "expected one word as the {column}, found `{}`",
                as_written(cell)
            ),
            format_args!("write a {column} of the vocabulary as it stands, without quotes or path"),
        )),
    }
}

/// `Word`, or `Word?` for a row that only wraps an upstream's answer.
pub(crate) fn kind(cell: &Cell) -> Result<(Ident, bool), syn::Error> {
    let (tokens, wraps) = match cell.tokens.as_slice() {
        [tokens @ .., TokenTree::Punct(mark)] if mark.as_char() == '?' => (tokens, true),
        tokens => (tokens, false),
    };
    let before_mark = Cell {
        tokens: tokens.to_vec(),
    };
    let word = if tokens.is_empty() {
        None
    } else {
        word(&before_mark, "kind")?
    };
    word.map(|word| (word, wraps)).ok_or_else(|| {
        fault(
            cell,
            "this row has no kind",
            "say in one word of `ErrorKind` what happened",
        )
    })
}

/// The text of a cell that holds one string literal.
fn unquoted(cell: &Cell) -> Option<String> {
    match cell.tokens.as_slice() {
        [TokenTree::Literal(literal)] => match Lit::new(literal.clone()) {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

/// The tokens without the spaces that printing them puts between.
pub(crate) fn as_written(cell: &Cell) -> String {
    unquoted(cell).unwrap_or_else(|| cell.tokens.iter().map(ToString::to_string).collect())
}

fn fault(at: &Cell, fault: impl Display, help: impl Display) -> syn::Error {
    syn::Error::new_spanned(at, format_args!("{fault}\nhelp: {help}"))
}
