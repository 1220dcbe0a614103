//! The shape of a `provider` block, and what is written in its place by mistake.

use super::cursor::Cursor;
use super::{item, section};
use crate::ast::{Field, Input, Provider, StaticName};
use crate::report::{Report, fault};
use crate::source::{is_punct, source_text, tokens_of};
use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::{Ident, LitStr};

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
    let content = content.map_or_else(Vec::new, |braces| Vec::from_iter(braces.stream()));
    let mut content = Cursor::new(&content);
    while !content.is_empty() {
        entry(&mut content, &mut provider, input, report);
    }
    input.providers.push(provider);
}

fn ends_head(cursor: &Cursor) -> bool {
    cursor.is_group(0, Delimiter::Brace) || item::begins_item(cursor)
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
    let tokens = cursor.take_until(|rest| ends_head(rest) || rest.is_word(0, "as"));
    let Some(last) = tokens.last() else {
        report.push(fault!(keyword => "the provider has no id",
            help: "write one in quotes: `provider \"acme\" {{ … }}`"));
        let unnamed = LitStr::new("unnamed", keyword.span());
        return (!cursor.is_empty()).then_some((keyword, unnamed));
    };
    let found = source_text(tokens);
    let text = found.split('"').nth(1).unwrap_or(&found).to_lowercase();
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let id = words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("_");
    let is_id = id.starts_with(|c: char| c.is_ascii_lowercase());
    let id = if is_id { id } else { "acme".to_owned() };
    report.push(fault!(tokens_of(tokens) => "expected a string literal as the provider's id, found `{found}`",
        help: "write `provider \"{id}\" {{ … }}`"));
    Some((last, LitStr::new(&id, last.span())))
}

/// Takes `as NAME`, with whatever is in the place of the name.
fn static_name(cursor: &mut Cursor) -> Option<StaticName> {
    if !cursor.is_word(0, "as") {
        return None;
    }
    Some(StaticName {
        keyword: cursor.next()?.clone(),
        tokens: cursor.take_until(ends_head).to_vec(),
    })
}

/// Takes one field, or what is not allowed in the block.
fn entry(cursor: &mut Cursor, provider: &mut Provider, input: &mut Input, report: &mut Report) {
    let attributes = item::attributes(cursor);
    if item::begins_section(cursor) {
        return section_in_provider(cursor, attributes, input, report);
    }
    if !attributes.is_empty() {
        let fault = "attributes and doc comments are not allowed on a field";
        report.push(fault!(attributes => "{fault}", help: "a comment starts with `//`"));
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
        let fault = fault!(visibility => "expected a field name, found `{visibility}`",
            help: "{FIELD_HELP}");
        return report.push(fault);
    }
    let before = input.sections.len();
    section::section(cursor, attributes, visibility, input, report);
    if let Some(name) = input.sections.get(before).map(|section| &section.name) {
        report.push(fault!(name =>
            "the enum `{name}` is inside the `provider` block",
            help: "close the block with `}}` before the enum"));
    }
}

/// Takes the name of a field. Anything else is skipped up to the next field.
fn field_name(cursor: &mut Cursor, report: &mut Report) -> Option<Ident> {
    if let Some(TokenTree::Ident(name)) = cursor.peek(0) {
        cursor.next();
        return Some(name.clone());
    }
    let first = cursor.peek(0)?;
    let text = cursor
        .text(0)
        .filter(|_| cursor.is_punct(1, ':') || cursor.is_punct(1, '='));
    if let Some(Ok(name)) = text.map(|text| text.parse_with(Ident::parse_any)) {
        cursor.next();
        report.push(fault!(first => "the field name `{name}` is in quotes",
            help: "remove the quotes: `{name}: value,`"));
        return Some(name);
    }
    report.push(fault!(first => "expected a field name, found `{first}`", help: "{FIELD_HELP}"));
    value(cursor);
    cursor.take(usize::from(ends_field(cursor)));
    None
}

/// Takes `: value,`. If the comma is missing, the field ends where the next one begins.
fn field_value(cursor: &mut Cursor, name: &Ident, report: &mut Report) -> Vec<TokenTree> {
    if cursor.is_punct(0, ':') {
        cursor.next();
    } else if begins_field(cursor) {
        return Vec::new();
    } else if !cursor.is_empty() && !ends_field(cursor) {
        report.push(fault!(cursor.peek(0) => "missing `:` after `{name}`",
            help: "a field is written `{name}: value,`"));
        cursor.take_until(|rest| !rest.is_punct(0, '=') && !rest.is_punct(0, '>'));
    }
    let value = value(cursor);
    // The end of an address without quotes is a comment, and the comma with it.
    let is_cut = value.last().is_some_and(|last| is_punct(last, ':'));
    let end = cursor.peek(0);
    if cursor.is_punct(0, ';') {
        report.push(fault!(end => "the field `{name}` ends with `;`",
            help: "end a field with `,`"));
    } else if let Some(next) = end.filter(|_| begins_field(cursor) && !is_cut) {
        report.push(fault!(next => "missing `,` before `{next}`",
            help: "end the field `{name}` with a comma"));
    }
    cursor.take(usize::from(ends_field(cursor)));
    value.to_vec()
}

/// Takes the tokens up to the end of a field or to what can only come after it.
fn value<'t>(cursor: &mut Cursor<'t>) -> &'t [TokenTree] {
    if ends_field(cursor) {
        return &[];
    }
    let mut behind = *cursor;
    behind.take(1);
    let is_end = |rest: &Cursor| {
        ends_field(rest)
            || begins_field(rest)
            || item::begins_section(rest)
            || rest.is_punct(0, '#')
    };
    cursor.take(1 + behind.take_until(is_end).len())
}

/// `name:`, but not the `path::` of a value.
fn begins_field(cursor: &Cursor) -> bool {
    matches!(cursor.peek(0), Some(TokenTree::Ident(_)))
        && matches!(cursor.peek(1), Some(TokenTree::Punct(colon))
            if colon.as_char() == ':' && colon.spacing() == Spacing::Alone)
}

fn ends_field(cursor: &Cursor) -> bool {
    cursor.is_punct(0, ',') || cursor.is_punct(0, ';')
}
