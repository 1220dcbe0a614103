//! The rules of a `provider` block.

use super::names;
use crate::advice::SHAPES;
use crate::ast::{self, Field, StaticName};
use crate::fallback;
use crate::ident::{identifier, is_name, is_word as is_ident, upper_snake_case};
use crate::model::{Body, Provider};
use crate::report::{Report, fault};
use crate::source::{inner_text, quoting_help, source_text, tokens_of};
use crate::suggest::{list, nearest};
use proc_macro2::{TokenStream, TokenTree};
use std::collections::HashMap;
use syn::{Ident, LitStr};

const FIELDS: [&str; 5] = ["name", "docs", "retrieved", "body", "base"];

/// Reads the fields of a block as far as they broke no rule.
pub(super) fn provider(block: ast::Provider, report: &mut Report) -> Provider {
    valid_id(&block.id, report);
    let mut fields = known_fields(&block.fields, report);
    some_name(&block, &fields, report);
    fields.retain(|_, field| !field.value.is_empty());
    let name = text(&fields, "name", report);
    let static_name = static_name(block.static_name.as_ref(), &block.id, report);
    Provider {
        attributes: block.attributes,
        name: name.unwrap_or_else(|| LitStr::new(&block.id.value(), block.id.span())),
        docs: text(&fields, "docs", report).filter(|page| valid_address(page, report)),
        retrieved: text(&fields, "retrieved", report).filter(|date| valid_date(date, report)),
        body: body(&fields, report),
        base: base(&fields, &static_name, report),
        static_name,
        id: block.id,
    }
}

/// An id consists of lower-case letters, because it is part of paths, file names and command lines.
fn valid_id(id: &LitStr, report: &mut Report) {
    let text = id.value();
    let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if !text.starts_with(|c: char| c.is_ascii_lowercase()) || !text.chars().all(is_part) {
        let id_of_it = upper_snake_case(&text).to_lowercase();
        let proposal =
            if id_of_it.starts_with(|c: char| c.is_ascii_lowercase()) && id_of_it.is_ascii() {
                format!("write `\"{id_of_it}\"`: ")
            } else {
                String::new()
            };
        report.push(fault!(id => "`{text}` is not a valid provider id",
            help: "{proposal}an id consists of lower-case letters, digits and `_`; the display name belongs in `name`"));
    }
}

/// The static is named by an identifier in upper snake case. One in another case is kept as it is written, for the code
/// that uses it.
fn static_name(name: Option<&StaticName>, id: &LitStr, report: &mut Report) -> Ident {
    let Some(StaticName { keyword, tokens }) = name else {
        return fallback::static_name();
    };
    let text = source_text(tokens);
    let written = match tokens.as_slice() {
        [TokenTree::Ident(word)] if is_name(word) => Some(word.clone()),
        _ => None,
    };
    if let Some(name) = &written
        && text == text.to_uppercase()
    {
        return name.clone();
    }
    let proposals = [text.trim_start_matches("r#"), &id.value()].map(upper_snake_case);
    let mut proposals = proposals
        .iter()
        .filter_map(|name| identifier(name, id.span()));
    let proposal = proposals.next().unwrap_or_else(fallback::static_name);
    let help = format!("write it in upper snake case: `as {proposal}`");
    report.push(if tokens.is_empty() {
        fault!(keyword => "expected a name after `as`", help: "{help}")
    } else {
        fault!(tokens_of(tokens) => "`{text}` is not a valid name for the provider's static",
            help: "{help}")
    });
    written.unwrap_or(proposal)
}

type Fields<'f> = HashMap<&'static str, &'f Field>;

/// Each field is known, has a value and is written once.
fn known_fields<'f>(fields: &'f [Field], report: &mut Report) -> Fields<'f> {
    let mut names = Vec::new();
    for Field { name, value } in fields {
        names.push((current_name(name, report), name));
        if value.is_empty() {
            report.push(fault!(name => "the field `{name}` has no value",
                help: "write one after the colon, or remove the field"));
        }
    }
    let meant = |name: &str| nearest(name, &FIELDS);
    let known = names::known(&names, &FIELDS, "field", meant, report);
    let fields = known.into_iter().zip(fields);
    fields
        .filter_map(|(known, field)| Some((known?, field)))
        .collect()
}

/// The field `read` was renamed.
fn current_name(name: &Ident, report: &mut Report) -> String {
    if name != "read" {
        return name.to_string();
    }
    report.push(fault!(name => "the field `read` is now called `retrieved`",
        help: "rename it to `retrieved`"));
    "retrieved".to_owned()
}

/// A provider has a name.
fn some_name(block: &ast::Provider, fields: &Fields, report: &mut Report) {
    if block.is_whole && !fields.contains_key("name") {
        let id = block.id.value();
        report.push(fault!(block.id => "the provider `{id}` has no `name`",
            help: "add its display name: `name: \"Acme AI\",`"));
    }
}

/// Reads a field whose value is a string literal with something in it.
fn text(fields: &Fields, name: &str, report: &mut Report) -> Option<LitStr> {
    let tokens = &fields.get(name)?.value;
    let name = &fields.get(name)?.name;
    let value = tokens_of(tokens);
    let Ok(text) = syn::parse2::<LitStr>(value.clone()) else {
        let found = source_text(tokens);
        let help = quoting_help(tokens, &format!("{name}: "), ",");
        report.push(fault!(value =>
            "expected a string literal for the field `{name}`, found `{found}`",
            help: "{help}"));
        return None;
    };
    if text.value().trim().is_empty() {
        report.push(fault!(text => "the field `{name}` is empty",
            help: "give it a value, or remove the field"));
        return None;
    }
    Some(text)
}

/// Reads a field whose value has a type of its own: an identifier, a path or another expression, and neither a literal
/// nor several words.
fn path(fields: &Fields, name: &str, example: &str, report: &mut Report) -> Option<TokenStream> {
    let Field { name, value } = fields.get(name)?;
    let is_word = |token: &TokenTree| match token {
        TokenTree::Ident(word) => is_name(word),
        TokenTree::Literal(_) => true,
        _ => false,
    };
    let is_sentence = value.windows(2).any(|pair| pair.iter().all(is_word));
    if !is_sentence && !matches!(value.as_slice(), [TokenTree::Literal(_)]) {
        return Some(tokens_of(value));
    }
    let found = source_text(value);
    report.push(fault!(tokens_of(value) =>
        "expected an identifier or a path for the field `{name}`, found `{found}`",
        help: "name one, as in `{name}: {example},`"));
    None
}

/// The shape of the body is a constant of the crate, named by a word, or any other expression. A word that is certainly no
/// such constant is said here: rustc finds similar spellings only, and a constant of the caller's needs a path.
fn body(fields: &Fields, report: &mut Report) -> Option<Body> {
    let value = &fields.get("body")?.value;
    let (written, word) = (source_text(value), inner_text(value));
    let meant = SHAPES.corrected(&word);
    let is_known = |name: &str| {
        SHAPES
            .words
            .iter()
            .any(|word| strsim::osa_distance(word, name) < 3)
    };
    let is_constant = |name: &str| !name.contains(|c: char| c.is_lowercase());
    let own = (written == word && is_constant(&word) && !is_known(&word))
        .then(|| format!("self::{word}"));
    let meant = meant.map(ToOwned::to_owned).or(own);
    let quoted = (written != word && SHAPES.words.contains(&word.as_str())).then(|| word.clone());
    let is_word = matches!(
        value.as_slice(),
        [TokenTree::Ident(_) | TokenTree::Literal(_)]
    );
    if let Some(meant) = meant.or(quoted).filter(|_| is_word && is_ident(&word)) {
        let shapes = list(&SHAPES.words[..SHAPES.words.len().min(6)]);
        report.push(fault!(tokens_of(value) => "`{written}` is not a body shape",
            help: "write `{meant}`: the shapes are {shapes} and the other constants of `BodyShape`, and one of your own is named by its path"));
        return None;
    }
    let value = path(fields, "body", "OTHER_SHAPE", report)?;
    Some(syn::parse2::<Ident>(value.clone()).map_or(Body::Expression(value), Body::Word))
}

/// The base is another provider.
fn base(fields: &Fields, own: &Ident, report: &mut Report) -> Option<TokenStream> {
    let value = path(fields, "base", "super::acme::PROVIDER", report)?;
    let text = value.to_string().replace(' ', "");
    let text = text.trim_start_matches('&');
    if own == text.strip_prefix("self::").unwrap_or(text) {
        report.push(
            fault!(value => "`{own}` is the static of this provider itself",
            help: "name another provider by its path, such as `base: super::acme::{own}`"),
        );
        return None;
    }
    Some(value)
}

/// The page has an http(s) address.
fn valid_address(page: &LitStr, report: &mut Report) -> bool {
    let text = page.value();
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let is_address = host.is_some_and(|host| {
        !host.is_empty() && !host.starts_with('/') && !host.contains(char::is_whitespace)
    });
    if !is_address {
        report.push(fault!(page => "`{text}` is not a valid web address",
            help: "give the address of the error page, beginning with `https://`"));
    }
    is_address
}

/// The date is one of the calendar.
fn valid_date(date: &LitStr, report: &mut Report) -> bool {
    let text = date.value();
    let is_date = is_date(&text);
    if !is_date {
        report.push(fault!(date => "`{text}` is not a valid date",
            help: "give the date on which the page was retrieved, as `YYYY-MM-DD`"));
    }
    is_date
}

fn is_date(text: &str) -> bool {
    let number = |part: Option<&str>| {
        let digits = part.filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        digits
            .and_then(|digits| digits.parse::<u16>().ok())
            .unwrap_or(0)
    };
    let (year, month, day) = (
        number(text.get(..4)),
        number(text.get(5..7)),
        number(text.get(8..)),
    );
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u16::from(is_leap),
        _ => 0,
    };
    let has_dashes = text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
    text.len() == 10 && has_dashes && year > 0 && (1..=days).contains(&day)
}
