//! What the `provider` block and the sections have in common.

use super::cursor::Cursor;
use crate::report::{Report, fault};
use crate::source::{is_punct, tokens_of};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// Takes any number of `#[…]`.
pub(super) fn attributes(cursor: &mut Cursor) -> TokenStream {
    let mut attributes = TokenStream::new();
    while cursor.is_punct(0, '#') && cursor.is_group(1, Delimiter::Bracket) {
        attributes.extend(tokens_of(cursor.take(2)));
    }
    attributes
}

/// Takes nothing, `pub` or `pub(…)`.
pub(super) fn visibility(cursor: &mut Cursor) -> TokenStream {
    let is_pub = cursor.is_word(0, "pub");
    let has_scope = cursor.is_group(1, Delimiter::Parenthesis);
    tokens_of(cursor.take(usize::from(is_pub) + usize::from(is_pub && has_scope)))
}

/// Takes `;` or `,` behind an item.
pub(super) fn separator(cursor: &mut Cursor) -> Option<TokenTree> {
    let is_separator = cursor.is_punct(0, ';') || cursor.is_punct(0, ',');
    is_separator.then(|| cursor.next().cloned())?
}

/// Returns whether a table is written in an item of another kind: `struct Name { | … }`
pub(super) fn is_other_item(cursor: &Cursor) -> bool {
    let is_pipe = |token: TokenTree| is_punct(&token, '|');
    let has_table = matches!(cursor.peek(2), Some(TokenTree::Group(group)) if group.stream().into_iter().any(is_pipe));
    let keywords = ["struct", "mod", "type", "union", "trait"];
    has_table && keywords.iter().any(|keyword| cursor.is_word(0, keyword))
}

pub(super) fn begins_item(cursor: &Cursor) -> bool {
    cursor.is_word(0, "provider") || begins_section(cursor) || cursor.is_punct(0, '#')
}

pub(super) fn begins_section(cursor: &Cursor) -> bool {
    cursor.is_word(0, "pub") || cursor.is_word(0, "enum")
}

/// Skips at least one token and everything past the next `{ … }`, unless another item begins before. Returns the
/// braces.
pub(super) fn skip_braces<'t>(cursor: &mut Cursor<'t>) -> Option<&'t Group> {
    let mut next = cursor.next();
    while let Some(token) = next {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                return Some(group);
            }
            _ if begins_item(cursor) => return None,
            _ => next = cursor.next(),
        }
    }
    None
}

/// Takes `{ … }`. Other tokens before it are a fault and are skipped; if there are none, the fault is shown at `before`.
/// Returns nothing if the braces are missing.
pub(super) fn braces<'t>(
    cursor: &mut Cursor<'t>,
    example: &str,
    before: &TokenTree,
    report: &mut Report,
) -> Option<&'t Group> {
    if let Some(TokenTree::Group(group)) = cursor
        .peek(0)
        .filter(|_| !cursor.is_group(0, Delimiter::Brace))
    {
        let bracket = group.to_string().chars().next().unwrap_or_default();
        report.push(
            fault!(before => "expected `{{`, found `{bracket}` after `{before}`",
            help: "write `{example}`"),
        );
        cursor.next();
        return Some(group);
    }
    if !cursor.is_group(0, Delimiter::Brace) {
        let at = cursor.peek(0).unwrap_or(before);
        report.push(fault!(at => "expected `{{`", help: "write `{example}`"));
    }
    skip_braces(cursor)
}
