//! The shape of a section: an enum with a table in its braces.

use super::cursor::Cursor;
use super::item;
use crate::ast::{Cell, Input, Section};
use crate::ident;
use crate::report::{Fault, Report};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

const EXAMPLE: &str = "pub enum ErrorCode { | code | kind | … }";

/// Reads an enum as far as possible, from the keyword on.
pub(super) fn section(
    cursor: &mut Cursor,
    attributes: TokenStream,
    visibility: TokenStream,
    input: &mut Input,
    report: &mut Report,
) {
    let Some(keyword) = cursor.next() else { return };
    let word = match cursor.peek(0) {
        Some(token @ TokenTree::Ident(word)) => {
            cursor.skip(1);
            Some((token, word))
        }
        _ => None,
    };
    let name = word.filter(|(_, word)| ident::is_name(word));
    if name.is_none() {
        report.push(no_name(
            word.map_or(keyword, |(token, _)| token),
            word.is_some(),
        ));
    }
    let content = match (name, cursor.is_empty()) {
        (None, true) => None,
        _ => item::braces(
            cursor,
            EXAMPLE,
            word.map_or(keyword, |(token, _)| token),
            report,
        ),
    };
    let Some((_, name)) = name else {
        input.is_whole = false;
        return;
    };
    let is_whole = content.is_some();
    let cells = cells(&content.unwrap_or_default(), report);
    input.sections.push(Section {
        attributes,
        visibility,
        name: name.clone(),
        is_whole: is_whole && cells.is_ok(),
        cells: cells.unwrap_or_default(),
    });
}

fn no_name(at: &TokenTree, is_keyword: bool) -> Fault {
    let fault = if is_keyword {
        Fault::new(at, format_args!("`{at}` is not a valid name for an enum"))
    } else {
        Fault::new(at, "this enum has no name")
    };
    fault.with_help("give it a name in upper camel case, such as `ErrorCode`")
}

/// There are tokens and no pipe between them, which is reported.
struct NoTable;

/// Splits the content of an enum at the pipes.
fn cells(content: &[TokenTree], report: &mut Report) -> Result<Vec<Cell>, NoTable> {
    let mut cursor = Cursor::new(content);
    let mut cells = Vec::new();
    while !cursor.is_empty() {
        while let Some(attribute) = attribute(&mut cursor) {
            let fault = "attributes and doc comments are not allowed on a row";
            report.push(
                Fault::new(attribute, fault).with_help(
                    "document a row in the column `summary`; a comment starts with `//`",
                ),
            );
        }
        let tokens = cursor.take_until(|rest| rest.is_punct(0, '|'));
        let mut cell = Cell {
            tokens: tokens.to_vec(),
            closing: match cursor.next() {
                Some(TokenTree::Punct(pipe)) => Some(pipe.clone()),
                _ => None,
            },
        };
        if cell.is_frame() {
            cell.tokens.clear();
        }
        if cell.is_empty() && cell.closing.is_none() {
            break;
        }
        cells.push(cell);
    }
    match cells.as_slice() {
        [cell] if cell.closing.is_none() => {
            report.push(no_row(cell));
            Err(NoTable)
        }
        _ => Ok(cells),
    }
}

fn no_row(cell: &Cell) -> Fault {
    let first = cell.tokens.first();
    let text = first.map(TokenTree::to_string).unwrap_or_default();
    Fault::new(first, format_args!("`{text}` is not part of a row"))
        .with_help("a row is `| cell | cell | … |`, and the first row names the columns")
}

/// Takes `#[…]` or `#![…]`, one of which a doc comment is as well.
fn attribute(cursor: &mut Cursor) -> Option<TokenStream> {
    let is_bracket = |at| cursor.is_group(at, Delimiter::Bracket);
    let count = match cursor.is_punct(0, '#') {
        true if is_bracket(1) => 2,
        true if cursor.is_punct(1, '!') && is_bracket(2) => 3,
        _ => return None,
    };
    Some(cursor.take(count).iter().cloned().collect())
}
