//! The shape of a section: an enum with a table in its braces.

use super::cursor::Cursor;
use super::item;
use crate::ast::{Cell, Input, Section};
use crate::ident::is_name;
use crate::report::{Report, fault};
use crate::source::{is_punct, tokens_of};
use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

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
    let help = "give it a name in upper camel case, such as `ErrorCode`";
    let (last, name) = match cursor.peek(0) {
        Some(word @ TokenTree::Ident(name)) => {
            cursor.next();
            let name = Some(name).filter(|name| is_name(name));
            if name.is_none() {
                report.push(fault!(word => "`{word}` is not a valid name for an enum",
                    help: "{help}"));
            }
            (word, name)
        }
        _ => {
            report.push(fault!(keyword => "this enum has no name", help: "{help}"));
            (keyword, None)
        }
    };
    let ends = name.is_none() && cursor.is_empty();
    let content = if ends {
        None
    } else {
        item::braces(cursor, EXAMPLE, last, report)
    };
    let cells = content.and_then(|braces| cells(&Vec::from_iter(braces.stream()), report));
    input.is_whole &= name.is_some();
    input.sections.extend(name.map(|name| Section {
        attributes,
        visibility,
        name: name.clone(),
        braces: content.cloned(),
        is_whole: cells.is_some(),
        cells: cells.unwrap_or_default(),
    }));
}

/// Splits the content of an enum at the pipes. Returns nothing if there are tokens and no pipe.
fn cells(content: &[TokenTree], report: &mut Report) -> Option<Vec<Cell>> {
    let content = single_pipes(content, report);
    let mut cursor = Cursor::new(&content);
    let mut cells = Vec::new();
    let mut pending = TokenStream::new();
    while !cursor.is_empty() {
        pending.extend(attributes(&mut cursor, report));
        let mut tokens = cursor.take_until(|rest| rest.is_punct(0, '|')).to_vec();
        if Cell::is_frame(&tokens) || is_separator(&tokens, report) {
            tokens.clear();
        }
        let closing = match cursor.next() {
            Some(TokenTree::Punct(pipe)) => Some(pipe.clone()),
            _ => None,
        };
        if closing.is_none() && tokens.is_empty() {
            continue;
        }
        let mut cell = Cell {
            closing,
            ..Cell::new(tokens)
        };
        // The attributes of a row are before its first pipe, which ends an empty cell.
        let is_line = cell.is_rule() && cell.tokens.len() > 1;
        if !cell.is_empty() && !is_line {
            cell.attributes = std::mem::take(&mut pending);
        }
        cells.push(cell);
    }
    if !pending.is_empty() {
        report.push(fault!(pending => "no row follows this attribute or doc comment",
            help: "it belongs before the `|` of the row that it is for; a comment starts with `//`"));
    }
    if let [cell @ Cell { closing: None, .. }] = cells.as_slice()
        && let Some(first) = cell.tokens.first()
    {
        report.push(fault!(first => "`{first}` is not part of a row",
            help: "a row is `| cell | cell | … |`, and the first row names the columns"));
        return None;
    }
    Some(cells)
}

/// A row that is written `|| cell || cell ||` stands for `| cell | cell |`.
fn single_pipes(content: &[TokenTree], report: &mut Report) -> Vec<TokenTree> {
    let is_pipe = |at: usize| content.get(at).is_some_and(|token| is_punct(token, '|'));
    let is_pair = |at: usize| {
        let touches = matches!(content.get(at), Some(TokenTree::Punct(pipe)) if pipe.spacing() == Spacing::Joint);
        touches && is_pipe(at) && is_pipe(at + 1)
    };
    let ends = |at: usize| at >= content.len() || is_pipe(at);
    let next_pipe = |at: usize| {
        (at..content.len())
            .find(|at| is_pipe(*at))
            .unwrap_or(content.len())
    };
    let mut second: Vec<usize> = Vec::new();
    let mut at = next_pipe(0);
    while at < content.len() {
        let mut pairs = Vec::new();
        while is_pair(at) && pairs.last().is_none_or(|last| last + 1 < at) {
            pairs.push(at + 1);
            at = if ends(at + 2) {
                at + 2
            } else {
                next_pipe(at + 2)
            };
        }
        if pairs.len() > 1 && pairs.last().is_some_and(|last| ends(last + 1)) {
            second.extend(pairs);
        } else {
            at = next_pipe(at + 1);
        }
    }
    if let Some(first) = second.first() {
        let pair = tokens_of(&content[first - 1..=*first]);
        report.push(fault!(pair => "the cells are separated by `||`",
            help: "write a single `|` between two cells"));
    }
    let tokens = content.iter().enumerate();
    let tokens = tokens.filter(|(at, _)| second.binary_search(at).is_err());
    tokens.map(|(_, token)| token.clone()).collect()
}

/// Rows are not separated by commas.
fn is_separator(tokens: &[TokenTree], report: &mut Report) -> bool {
    let [token] = tokens else { return false };
    let is_separator = is_punct(token, ',') || is_punct(token, ';');
    if is_separator {
        report.push(
            fault!(token => "unexpected `{token}` between two pipes",
            help: "remove it: a row ends with its last `|`")
            .of("separator", 1),
        );
    }
    is_separator
}

/// Takes any number of `#[…]`, one of which a doc comment is as well.
fn attributes(cursor: &mut Cursor, report: &mut Report) -> TokenStream {
    let mut attributes = item::attributes(cursor);
    while cursor.is_punct(0, '#')
        && cursor.is_punct(1, '!')
        && cursor.is_group(2, Delimiter::Bracket)
    {
        report.push(
            fault!(tokens_of(cursor.take(3)) => "an inner attribute is not allowed on a row",
            help: "write `///` or `#[…]` before the row"),
        );
        attributes.extend(item::attributes(cursor));
    }
    attributes
}
