//! The grammar of a cell, one function a column. Each takes the tokens between two pipes and gives a value, nothing for
//! `-`, or the fault.

use crate::line;
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
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit()) && !text.starts_with('0');
    let class = match text.as_bytes() {
        [first @ b'1'..=b'9', b'x' | b'X', b'x' | b'X'] => Some(Status::Class(first - b'0')),
        _ => None,
    };
    let exact = || {
        text.parse()
            .ok()
            .filter(|status| is_number && (100..=999).contains(status))
    };
    class
        .or_else(|| exact().map(Status::Exact))
        .map(Some)
        .ok_or_else(|| {
            fault(
                cell,
                format_args!("`{}` is no HTTP status", as_written(cell)),
                "a status is a number from 100 to 999, a class such as `5xx`, or `-`, without quotes",
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
            closing: None,
        };
        if tokens.is_empty() {
            return Err(fault(
                cell,
                format_args!("a spelling of this {column} is missing beside the comma"),
                format_args!("a {column} with other spellings is `first, second`"),
            ));
        }
        let name = name(&spelling, column)?;
        if names.iter().any(|other: &Name| other.text == name.text) {
            return Err(fault(
                &spelling,
                format_args!("`{}` stands twice in this cell", name.text),
                "each spelling stands once",
            ));
        }
        names.push(name);
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
            Lit::Str(text) if !text.suffix().is_empty() => {
                let alone = literal.to_string();
                let alone = alone.strip_suffix(text.suffix()).unwrap_or(&alone);
                return Err(fault(
                    spelling,
                    format_args!("`{literal}` is no {column}"),
                    format_args!("nothing stands behind the closing quote: `{alone}`"),
                ));
            }
            Lit::Str(text) => (text.value(), Form::Text, text.span()),
            Lit::Int(_) | Lit::Float(_) => (literal.to_string(), Form::Number, literal.span()),
            _ => {
                return Err(fault(
                    spelling,
                    format_args!("`{literal}` is no {column}"),
                    format_args!("a {column} is a word, a whole number, or text in double quotes"),
                ));
            }
        },
        [TokenTree::Punct(sign), TokenTree::Literal(literal)] if sign.as_char() == '-' => {
            (format!("-{literal}"), Form::Number, literal.span())
        }
        _ => {
            let written = as_written(spelling).replace('"', "");
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
    if text.trim().is_empty() {
        return refuse(
            &format!("`{}` is an empty {column}", as_written(spelling)),
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
            format_args!("`{written}` is no text for the column `{column}`"),
            format_args!(
                "{}, or `-` where there is none",
                as_text(&cell.tokens, "", "")
            ),
        )
    })?;
    if literal.value().trim().is_empty() {
        return Err(fault(
            cell,
            format_args!("`{}` is an empty {column}", as_written(cell)),
            "write `-` where the page has nothing",
        ));
    }
    Ok(Some(literal))
}

/// One word of a vocabulary, whatever it is.
pub(crate) fn word(cell: &Cell, vocabulary: &Vocabulary) -> Reading<Ident> {
    if is_absent(cell) {
        return Ok(None);
    }
    vocabulary.word(&cell.tokens, cell).map(Some)
}

/// A set of words that the crate at run time knows and this one does not.
pub(crate) struct Vocabulary {
    /// What a word of it is.
    what: &'static str,
    /// Its type.
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

impl Vocabulary {
    fn word(&self, tokens: &[TokenTree], cell: &Cell) -> Result<Ident, syn::Error> {
        let help = match tokens {
            [TokenTree::Ident(word)] if is_name(word) => return Ok(word.clone()),
            [.., TokenTree::Punct(colon), TokenTree::Ident(word)]
                if colon.as_char() == ':' && is_name(word) =>
            {
                format!("write the last word alone, `{word}`")
            }
            [TokenTree::Literal(literal)] => {
                let text = literal.to_string();
                let text = text.trim_matches('"');
                if !text.is_empty() && text.chars().all(char::is_alphabetic) {
                    format!("write it without quotes, `{text}`")
                } else {
                    self.help()
                }
            }
            _ => self.help(),
        };
        Err(self.fault(cell, help))
    }

    fn help(&self) -> String {
        format!("a {} is one word of `{}`", self.what, self.name)
    }

    fn fault(&self, cell: &Cell, help: impl Display) -> syn::Error {
        let written = as_written(cell);
        fault(cell, format_args!("`{written}` is no {}", self.what), help)
    }
}

/// Whether a path can end with it: a keyword there would break the code around the table.
fn is_name(word: &Ident) -> bool {
    syn::parse2::<Ident>(word.to_token_stream()).is_ok()
}

/// `Word`, or `Word?` for a row that only wraps an upstream's answer.
pub(crate) fn kind(cell: &Cell) -> Reading<(Ident, bool)> {
    let (tokens, wraps) = match cell.tokens.as_slice() {
        [tokens @ .., TokenTree::Punct(mark)] if mark.as_char() == '?' => (tokens, true),
        tokens => (tokens, false),
    };
    if is_absent(cell) || tokens.is_empty() {
        let help = format!(
            "every row says in one word of `{}` what happened",
            KIND.name
        );
        return Err(KIND.fault(cell, help));
    }
    let word = KIND.word(tokens, cell)?;
    Ok(Some((word, wraps)))
}

/// A cell as it stands in the source.
pub(crate) fn as_written(cell: &Cell) -> String {
    written(&cell.tokens)
}

/// The tokens as they stand in the source; where nobody knows, with spaces between words and nowhere else.
pub(crate) fn written(tokens: &[TokenTree]) -> String {
    let is_word = |token: &TokenTree| matches!(token, TokenTree::Ident(_) | TokenTree::Literal(_));
    let mut text = String::new();
    let mut before: Option<&TokenTree> = None;
    for token in tokens {
        if before.is_some_and(|before| {
            (is_word(before) && is_word(token)) || line::are_apart(before, token)
        }) {
            text.push(' ');
        }
        text.push_str(&token.to_string());
        before = Some(token);
    }
    text
}

/// How to write as a text what is none.
pub(crate) fn as_text(tokens: &[TokenTree], before: &str, after: &str) -> String {
    let written = written(tokens);
    match tokens.last() {
        Some(TokenTree::Punct(colon)) if colon.as_char() == ':' => {
            "write it in quotes: outside of them, `//` begins a remark".to_owned()
        }
        _ if written.contains('"') => "write one text in double quotes".to_owned(),
        _ => format!("write it in quotes, `{before}\"{written}\"{after}`"),
    }
}

fn fault(at: &Cell, fault: impl Display, help: impl Display) -> syn::Error {
    syn::Error::new_spanned(at, format_args!("{fault}\nhelp: {help}"))
}
