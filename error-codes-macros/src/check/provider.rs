//! The rules of a `provider` block.

use super::nearest::{choice, nearest};
use crate::cell;
use crate::model::{Body, Provider};
use crate::parse::{self, Field};
use crate::report::Report;
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use std::collections::HashMap;
use syn::{Ident, LitStr};

const FIELDS: [&str; 5] = ["name", "docs", "retrieved", "body", "base"];

/// The fields of a `provider` block: known, each once, each of its form, and `name` among them.
pub(super) fn provider(block: parse::Provider, report: &mut Report) -> Provider {
    lower_case_id(&block.id, report);
    let fields = unlike_fields(&block.fields, report);
    some_name(&block, &fields, report);
    let field = |name| {
        fields
            .get(name)
            .copied()
            .filter(|field| !field.value.is_empty())
    };
    Provider {
        attributes: block.attributes,
        name: field("name")
            .and_then(|field| text(field, report))
            .unwrap_or_else(|| LitStr::new(&block.id.value(), block.id.span())),
        docs: field("docs")
            .and_then(|field| text(field, report))
            .filter(|page| web_address(page, report)),
        static_name: Ident::new("PROVIDER", block.id.span()),
        retrieved: field("retrieved")
            .and_then(|field| text(field, report))
            .filter(|date| day(date, report)),
        body: field("body")
            .filter(|field| named(field, "OTHER_SHAPE", report))
            .map(|field| body(&field.value)),
        base: field("base")
            .filter(|field| named(field, "super::acme::PROVIDER", report))
            .map(|field| field.value.clone()),
        id: block.id,
    }
}

/// Each field is known, has a value and stands once. One that is misspelt is taken for the one that was meant.
fn unlike_fields<'f>(fields: &'f [Field], report: &mut Report) -> HashMap<&'static str, &'f Field> {
    let mut known: HashMap<&'static str, &Field> = HashMap::new();
    let mut misspelt = Vec::new();
    for field in fields {
        let word = field.name.to_string();
        let name = &field.name;
        if field.value.is_empty() {
            report.error_with_help(
                name,
                format_args!("`{name}` has no value"),
                "write one behind the colon, or leave the field out",
            );
        }
        let Some(column) = FIELDS.iter().find(|field| **field == word) else {
            report.error_with_help(
                name,
                format_args!("unknown field `{word}`"),
                choice(nearest(&word, &FIELDS), &FIELDS, "fields"),
            );
            misspelt.extend(nearest(&word, &FIELDS).map(|meant| (meant, field)));
            continue;
        };
        if let Some(first) = known.get(column) {
            report.error_with_help(
                name,
                format_args!("a second field `{word}`"),
                "each field stands once",
            );
            report.error(&first.name, format_args!("`{word}` first stands here"));
        } else {
            known.insert(column, field);
        }
    }
    for (meant, field) in misspelt {
        known.entry(meant).or_insert(field);
    }
    known
}

/// A provider has a name.
fn some_name(block: &parse::Provider, fields: &HashMap<&'static str, &Field>, report: &mut Report) {
    if block.is_whole && !fields.contains_key("name") {
        report.error_with_help(
            &block.id,
            format_args!("the provider `{}` has no `name`", block.id.value()),
            "write the name that people know it by: `name: \"Acme AI\",`",
        );
    }
}

/// The value of a field that is text is a string with something in it.
fn text(field: &Field, report: &mut Report) -> Option<LitStr> {
    let name = &field.name;
    let Ok(text) = syn::parse2::<LitStr>(field.value.clone()) else {
        let tokens: Vec<TokenTree> = field.value.clone().into_iter().collect();
        report.error_with_help(
            &field.value,
            format_args!("`{name}` is no text: `{}`", cell::written(&tokens)),
            cell::as_text(&tokens, &format!("{name}: "), ","),
        );
        return None;
    };
    if text.value().trim().is_empty() {
        report.error_with_help(
            &text,
            format_args!("`{name}` is an empty text"),
            "write what it is, or leave the field out",
        );
        return None;
    }
    Some(text)
}

/// What has a type of its own is named: by a word, a path or another expression, and not by a text or several words.
fn named(field: &Field, example: &str, report: &mut Report) -> bool {
    let tokens: Vec<TokenTree> = field.value.clone().into_iter().collect();
    let is_literal = matches!(tokens.as_slice(), [TokenTree::Literal(_)]);
    let is_word = |token: &TokenTree| match token {
        TokenTree::Ident(word) => syn::parse2::<Ident>(word.to_token_stream()).is_ok(),
        TokenTree::Literal(_) => true,
        _ => false,
    };
    let is_sentence = tokens.windows(2).any(|pair| pair.iter().all(is_word));
    if !is_literal && !is_sentence {
        return true;
    }
    let name = &field.name;
    report.error_with_help(
        &field.value,
        format_args!("`{name}` is no word or path: `{}`", cell::written(&tokens)),
        format_args!("write one without quotes, such as `{name}: {example},`"),
    );
    false
}

fn body(value: &TokenStream) -> Body {
    syn::parse2::<Ident>(value.clone()).map_or_else(|_| Body::Expression(value.clone()), Body::Word)
}

/// An id is a lower-case word, because it stands in paths, file names and command lines.
fn lower_case_id(id: &LitStr, report: &mut Report) {
    let text = id.value();
    let is_word = text.starts_with(|c: char| c.is_ascii_lowercase())
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    if !is_word {
        report.error_with_help(
            id,
            format_args!("`{text}` is no id for a provider"),
            "an id is a lower-case word such as `acme` or `acme_ai`; the name for people goes into `name`",
        );
    }
}

/// The page is an http(s) address.
fn web_address(docs: &LitStr, report: &mut Report) -> bool {
    let text = docs.value();
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let is_address = host.is_some_and(|host| {
        !host.is_empty() && !host.starts_with('/') && !host.contains(char::is_whitespace)
    });
    if !is_address {
        report.error_with_help(
            docs,
            format_args!("`{text}` is no web address"),
            "give the address of the error page, beginning with `https://`",
        );
    }
    is_address
}

/// The day is one of the calendar.
fn day(read: &LitStr, report: &mut Report) -> bool {
    let text = read.value();
    let is_day = is_day(&text);
    if !is_day {
        report.error_with_help(
            read,
            format_args!("`{text}` is no day of the calendar"),
            "give the day on which the page was read as `YYYY-MM-DD`",
        );
    }
    is_day
}

fn is_day(text: &str) -> bool {
    let shape = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let mut parts = text.split('-').map(|part| part.parse::<u16>().unwrap_or(0));
    let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    };
    shape && year > 0 && (1..=days).contains(&day)
}
