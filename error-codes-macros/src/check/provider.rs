//! The rules of a `provider` block.

use crate::ast::{self, Field, StaticName};
use crate::fallback;
use crate::ident::{identifier, is_name, upper_snake_case};
use crate::model::{Body, Provider};
use crate::report::{Fault, Report};
use crate::source::{quoting_help, source_text};
use crate::suggest::{choice, nearest};
use proc_macro2::{Span, TokenStream, TokenTree};
use std::collections::HashMap;
use syn::{Ident, LitStr};

const FIELDS: [&str; 5] = ["name", "docs", "retrieved", "body", "base"];

/// Reads the fields of a block as far as they broke no rule.
pub(super) fn provider(block: ast::Provider, report: &mut Report) -> Provider {
    valid_id(&block.id, report);
    let fields = known_fields(&block.fields, report);
    some_name(&block, &fields, report);
    let fields: Fields = fields
        .into_iter()
        .filter(|(_, field)| !field.value.is_empty())
        .collect();
    let name = text(&fields, "name", report);
    Provider {
        attributes: block.attributes,
        static_name: static_name(block.static_name.as_ref(), &block.id, report),
        name: name.unwrap_or_else(|| LitStr::new(&block.id.value(), block.id.span())),
        docs: text(&fields, "docs", report).filter(|page| valid_address(page, report)),
        retrieved: text(&fields, "retrieved", report).filter(|date| valid_date(date, report)),
        body: path(&fields, "body", "OTHER_SHAPE", report).map(body),
        base: path(&fields, "base", "super::acme::PROVIDER", report),
        id: block.id,
    }
}

/// An id consists of lower-case letters, because it is part of paths, file names and command lines.
fn valid_id(id: &LitStr, report: &mut Report) {
    let text = id.value();
    let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if !text.starts_with(|c: char| c.is_ascii_lowercase()) || !text.chars().all(is_part) {
        let fault = format_args!("`{text}` is not a valid provider id");
        report.push(Fault::new(id, fault).with_help(
            "an id consists of lower-case letters, digits and `_`, such as `acme_ai`; the display name belongs in `name`",
        ));
    }
}

/// The static is named by an identifier in upper snake case. One in another case is kept as it is written, for the code
/// that uses it.
fn static_name(name: Option<&StaticName>, id: &LitStr, report: &mut Report) -> Ident {
    let Some(StaticName { keyword, tokens }) = name else {
        return fallback::static_name();
    };
    let written = match tokens.as_slice() {
        [TokenTree::Ident(word)] if is_name(word) => Some(word.clone()),
        _ => None,
    };
    let text = source_text(tokens);
    if let Some(name) = &written
        && text == text.to_uppercase()
        && !text.starts_with("r#")
    {
        return name.clone();
    }
    let proposals = [text.trim_start_matches("r#"), &id.value(), "ACME"].map(upper_snake_case);
    let valid = proposals
        .iter()
        .find_map(|name| identifier(name, Span::call_site()));
    let proposal = valid.unwrap_or_else(fallback::static_name);
    let fault = if tokens.is_empty() {
        Fault::new(keyword, "expected a name after `as`")
    } else {
        let at: TokenStream = tokens.iter().cloned().collect();
        Fault::new(
            at,
            format_args!("`{text}` is not a valid name for the provider's static"),
        )
    };
    report.push(fault.with_help(format_args!(
        "write it in upper snake case: `as {proposal}`"
    )));
    written.unwrap_or(proposal)
}

type Fields<'f> = HashMap<&'static str, &'f Field>;

/// Each field is known, has a value and is written once. One that is misspelt is taken for the one that was meant.
fn known_fields<'f>(fields: &'f [Field], report: &mut Report) -> Fields<'f> {
    let mut known = Fields::new();
    let mut misspelt = Vec::new();
    for field in fields {
        let name = &field.name;
        let text = name.to_string();
        if field.value.is_empty() {
            let fault = Fault::new(name, format_args!("the field `{name}` has no value"));
            report.push(fault.with_help("write one after the colon, or remove the field"));
        }
        let Some(known_name) = FIELDS.into_iter().find(|known| *known == text) else {
            let (fault, meant) = unknown_field(name);
            report.push(fault);
            misspelt.extend(meant.map(|meant| (meant, field)));
            continue;
        };
        if let Some(first) = known.get(known_name) {
            let fault = Fault::new(name, format_args!("duplicate field `{name}`"));
            report.push(fault.with_help("write each field once"));
            let fault = format_args!("the field `{name}` is first written here");
            report.push(Fault::new(&first.name, fault));
        } else {
            known.insert(known_name, field);
        }
    }
    for (meant, field) in misspelt {
        known.entry(meant).or_insert(field);
    }
    known
}

/// Returns the fault of a field that is not known, and the one that was meant.
fn unknown_field(name: &Ident) -> (Fault, Option<&'static str>) {
    if name == "read" {
        let fault = Fault::new(name, "the field `read` is now called `retrieved`");
        return (
            fault.with_help("rename it to `retrieved`"),
            Some("retrieved"),
        );
    }
    let meant = nearest(&name.to_string(), &FIELDS);
    let fault = Fault::new(name, format_args!("unknown field `{name}`"));
    (fault.with_help(choice(meant, &FIELDS, "fields")), meant)
}

/// A provider has a name.
fn some_name(block: &ast::Provider, fields: &Fields, report: &mut Report) {
    if block.is_whole && !fields.contains_key("name") {
        let id = &block.id;
        let fault = format_args!("the provider `{}` has no `name`", id.value());
        report.push(Fault::new(id, fault).with_help("add its display name: `name: \"Acme AI\",`"));
    }
}

/// Reads a field whose value is a text with something in it.
fn text(fields: &Fields, name: &str, report: &mut Report) -> Option<LitStr> {
    let field = fields.get(name)?;
    let name = &field.name;
    let value: TokenStream = field.value.iter().cloned().collect();
    let Ok(text) = syn::parse2::<LitStr>(value.clone()) else {
        let found = source_text(&field.value);
        let fault =
            format_args!("expected a string literal for the field `{name}`, found `{found}`");
        let help = quoting_help(&field.value, &format!("{name}: "), ",");
        report.push(Fault::new(value, fault).with_help(help));
        return None;
    };
    if text.value().trim().is_empty() {
        let fault = Fault::new(&text, format_args!("the field `{name}` is empty"));
        report.push(fault.with_help("give it a value, or remove the field"));
        return None;
    }
    Some(text)
}

/// Reads a field whose value has a type of its own: an identifier, a path or another expression, and neither a literal
/// nor several words.
fn path(fields: &Fields, name: &str, example: &str, report: &mut Report) -> Option<TokenStream> {
    let field = fields.get(name)?;
    let tokens = field.value.as_slice();
    let value: TokenStream = tokens.iter().cloned().collect();
    let is_literal = matches!(tokens, [TokenTree::Literal(_)]);
    let is_word = |token: &TokenTree| match token {
        TokenTree::Ident(word) => is_name(word),
        TokenTree::Literal(_) => true,
        _ => false,
    };
    let is_sentence = tokens.windows(2).any(|pair| pair.iter().all(is_word));
    if !is_literal && !is_sentence {
        return Some(value);
    }
    let (name, found) = (&field.name, source_text(tokens));
    let fault =
        format_args!("expected an identifier or a path for the field `{name}`, found `{found}`");
    let help = format_args!("name one, as in `{name}: {example},`");
    report.push(Fault::new(value, fault).with_help(help));
    None
}

fn body(value: TokenStream) -> Body {
    syn::parse2::<Ident>(value.clone()).map_or(Body::Expression(value), Body::Word)
}

/// The page has an http(s) address.
fn valid_address(page: &LitStr, report: &mut Report) -> bool {
    let text = page.value();
    let schemes = ["https://", "http://"].into_iter();
    let host = schemes
        .filter_map(|scheme| text.strip_prefix(scheme))
        .next();
    let is_host = |host: &str| {
        !host.is_empty() && !host.starts_with('/') && !host.contains(char::is_whitespace)
    };
    let is_address = host.is_some_and(is_host);
    if !is_address {
        let fault = Fault::new(page, format_args!("`{text}` is not a valid web address"));
        report
            .push(fault.with_help("give the address of the error page, beginning with `https://`"));
    }
    is_address
}

/// The date is one of the calendar.
fn valid_date(date: &LitStr, report: &mut Report) -> bool {
    let text = date.value();
    let is_date = is_date(&text);
    if !is_date {
        let fault = Fault::new(date, format_args!("`{text}` is not a valid date"));
        report.push(
            fault.with_help("give the date on which the page was retrieved, as `YYYY-MM-DD`"),
        );
    }
    is_date
}

fn is_date(text: &str) -> bool {
    let is_form = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let mut parts = text.split('-').map(|part| part.parse::<u16>().unwrap_or(0));
    let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => 0,
    };
    is_form && year > 0 && (1..=days).contains(&day)
}
