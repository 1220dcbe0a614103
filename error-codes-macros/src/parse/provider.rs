//! The shape of a `provider` block, and what is written in its place by mistake.

use super::cursor::Cursor;
use super::{item, section};
use crate::ast::{Field, Input, Provider, StaticName};
use crate::report::{Fault, Report};
use crate::source::{self, source_text};
use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::{Ident, Lit, LitStr};

const FIELD_HELP: &str = "a field is written `name: \"Acme AI\",`";
const EXAMPLE: &str = "provider \"acme\" { name: \"Acme AI\", … }";

/// Reads a block as far as possible, from the keyword on.
pub(super) fn provider(
    cursor: &mut Cursor,
    attributes: TokenStream,
    input: &mut Input,
    report: &mut Report,
) {
    let Some(keyword) = cursor.next() else { return };
    let Some((last, id)) = id(cursor, keyword, report) else {
        input.is_whole = false;
        return;
    };
    let static_name = static_name(cursor);
    let content = item::braces(cursor, EXAMPLE, last, report);
    let mut provider = Provider {
        attributes,
        id,
        static_name,
        fields: Vec::new(),
        is_whole: content.is_some(),
    };
    input.is_whole &= provider.is_whole;
    let content = content.unwrap_or_default();
    let mut content = Cursor::new(&content);
    while !content.is_empty() {
        entry(&mut content, &mut provider, input, report);
    }
    input.providers.push(provider);
}

/// Takes an id in quotes, and returns its last token with it. One that is written in another way is a fault that leaves
/// little doubt which id is meant.
fn id<'t>(
    cursor: &mut Cursor<'t>,
    keyword: &'t TokenTree,
    report: &mut Report,
) -> Option<(&'t TokenTree, LitStr)> {
    if let Some(id) = cursor.text(0) {
        return Some((cursor.next()?, id));
    }
    let tokens = cursor.take_until(|rest| {
        rest.is_group(0, Delimiter::Brace) || rest.is_word(0, "as") || item::begins_item(rest)
    });
    let Some(last) = tokens.last() else {
        let fault = Fault::new(keyword, "the provider has no id");
        report.push(fault.with_help("write one in quotes: `provider \"acme\" { … }`"));
        let unnamed = LitStr::new("unnamed", keyword.span());
        return (!cursor.is_empty()).then_some((keyword, unnamed));
    };
    let id = likely_id(tokens);
    let found = source_text(tokens);
    let at: TokenStream = tokens.iter().cloned().collect();
    let fault = format_args!("expected a string literal as the provider's id, found `{found}`");
    let help = format_args!("write `provider \"{id}\" {{ … }}`");
    report.push(Fault::new(at, fault).with_help(help));
    Some((last, LitStr::new(&id, last.span())))
}

/// Returns the text among the tokens, or their words.
fn likely_id(tokens: &[TokenTree]) -> String {
    let text = tokens.iter().find_map(|token| {
        let literal: TokenStream = match token {
            TokenTree::Group(group) => group.stream(),
            other => other.clone().into(),
        };
        match syn::parse2(literal).ok()? {
            Lit::Str(text) => Some(text.value()),
            Lit::ByteStr(text) => String::from_utf8(text.value()).ok(),
            _ => None,
        }
    });
    let text = text.unwrap_or_else(|| source_text(tokens));
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let id = words.join("_").to_lowercase();
    if id.starts_with(|c: char| c.is_ascii_lowercase()) {
        id
    } else {
        "acme".to_owned()
    }
}

/// Takes `as NAME`, with whatever is in the place of the name.
fn static_name(cursor: &mut Cursor) -> Option<StaticName> {
    let Some(TokenTree::Ident(keyword)) = cursor.peek(0) else {
        return None;
    };
    if keyword != "as" {
        return None;
    }
    cursor.skip(1);
    let is_end = |rest: &Cursor| rest.is_group(0, Delimiter::Brace) || item::begins_item(rest);
    Some(StaticName {
        keyword: keyword.clone(),
        tokens: cursor.take_until(is_end).to_vec(),
    })
}

/// One field, or what is not allowed in the block.
fn entry(cursor: &mut Cursor, provider: &mut Provider, input: &mut Input, report: &mut Report) {
    let attributes = item::attributes(cursor);
    if item::begins_section(cursor) {
        return section_in_provider(cursor, attributes, input, report);
    }
    if !attributes.is_empty() {
        let fault = "attributes and doc comments are not allowed on a field";
        report.push(Fault::new(attributes, fault).with_help("a comment starts with `//`"));
        return;
    }
    match field_name(cursor, report) {
        Some(name) => {
            let value = field_value(cursor, &name, report);
            provider.fields.push(Field { name, value });
        }
        None => provider.is_whole = false,
    }
}

/// A table belongs after the block.
fn section_in_provider(
    cursor: &mut Cursor,
    attributes: TokenStream,
    input: &mut Input,
    report: &mut Report,
) {
    let visibility = item::visibility(cursor);
    if !cursor.is_word(0, "enum") {
        let fault = format_args!("expected a field name, found `{visibility}`");
        report.push(Fault::new(&visibility, fault).with_help(FIELD_HELP));
        return;
    }
    let count = input.sections.len();
    section::section(cursor, attributes, visibility, input, report);
    if let Some(section) = input.sections.get(count) {
        let name = &section.name;
        let fault = format_args!("the enum `{name}` is inside the `provider` block");
        report.push(Fault::new(name, fault).with_help("close the block with `}` before the enum"));
    }
}

/// Takes the name of a field. Anything else is skipped up to the next field.
fn field_name(cursor: &mut Cursor, report: &mut Report) -> Option<Ident> {
    if let Some(TokenTree::Ident(name)) = cursor.peek(0) {
        cursor.skip(1);
        return Some(name.clone());
    }
    let is_name = cursor.is_punct(1, ':') || cursor.is_punct(1, '=');
    if let Some(text) = cursor.text(0).filter(|_| is_name)
        && let Ok(name) = text.parse_with(Ident::parse_any)
    {
        cursor.skip(1);
        let fault = format_args!("the field name `{name}` is in quotes");
        let help = format_args!("remove the quotes: `{name}: value,`");
        report.push(Fault::new(text, fault).with_help(help));
        return Some(name);
    }
    let first = cursor.peek(0)?;
    let fault = format_args!("expected a field name, found `{first}`");
    report.push(Fault::new(first, fault).with_help(FIELD_HELP));
    value(cursor);
    if ends_field(cursor) {
        cursor.skip(1);
    }
    None
}

/// Takes `: value,`. If the comma is missing, the field ends where the next one begins.
fn field_value(cursor: &mut Cursor, name: &Ident, report: &mut Report) -> Vec<TokenTree> {
    if cursor.is_punct(0, ':') {
        cursor.skip(1);
    } else if begins_field(cursor) {
        return Vec::new();
    } else if !cursor.is_empty() && !ends_field(cursor) {
        let fault = format_args!("missing `:` after `{name}`");
        let help = format_args!("a field is written `{name}: value,`");
        report.push(Fault::new(cursor.peek(0), fault).with_help(help));
        cursor.take_until(|rest| !rest.is_punct(0, '=') && !rest.is_punct(0, '>'));
    }
    let value = value(cursor);
    let end = cursor.peek(0);
    if ends_field(cursor) {
        if cursor.is_punct(0, ';') {
            let fault = format_args!("the field `{name}` ends with `;`");
            report.push(Fault::new(end, fault).with_help("end a field with `,`"));
        }
        cursor.skip(1);
    } else if let Some(next) = end.filter(|_| begins_field(cursor))
        // The rest of an address without quotes is a comment, and the comma with it.
        && !value.last().is_some_and(|last| source::is_punct(last, ':'))
    {
        let fault = format_args!("missing `,` before `{next}`");
        let help = format_args!("end the field `{name}` with a comma");
        report.push(Fault::new(next, fault).with_help(help));
    }
    value.to_vec()
}

/// Takes the tokens up to the end of a field or to what can only come after it.
fn value<'t>(cursor: &mut Cursor<'t>) -> &'t [TokenTree] {
    if ends_field(cursor) {
        return &[];
    }
    let mut behind = *cursor;
    behind.skip(1);
    let further = behind.take_until(|rest| {
        ends_field(rest)
            || begins_field(rest)
            || item::begins_section(rest)
            || rest.is_punct(0, '#')
    });
    cursor.take(1 + further.len())
}

/// `name:`, but not the `path::` of a value.
fn begins_field(cursor: &Cursor) -> bool {
    let is_name = matches!(cursor.peek(0), Some(TokenTree::Ident(_)));
    is_name
        && matches!(cursor.peek(1), Some(TokenTree::Punct(colon))
            if colon.as_char() == ':' && colon.spacing() == Spacing::Alone)
}

fn ends_field(cursor: &Cursor) -> bool {
    cursor.is_punct(0, ',') || cursor.is_punct(0, ';')
}
