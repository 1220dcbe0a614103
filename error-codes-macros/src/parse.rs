//! Finds the parts of a call: the provider's fields, the sections, their rows and cells. It knows the shape and no
//! rule, and every part keeps its tokens, so that a fault can be shown where it stands.

mod provider;

use crate::line;
use crate::report::Report;
use proc_macro2::{Delimiter, Group, Punct, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, LitStr, Result, Token};

mod keyword {
    syn::custom_keyword!(provider);
}

/// ```text
/// crate = $crate;
/// provider "id" { … }
/// pub enum Section { … } …
/// ```
pub(crate) struct Input {
    /// The path of the crate that the generated code refers to.
    pub(crate) krate: TokenStream,
    pub(crate) providers: Vec<Provider>,
    pub(crate) sections: Vec<Section>,
    /// Nothing was passed over, so that what is missing was never there.
    pub(crate) is_whole: bool,
}

/// ```text
/// #[attribute] …
/// provider "id" { name: "…", docs: "…", … }
/// ```
pub(crate) struct Provider {
    pub(crate) attributes: TokenStream,
    pub(crate) id: LitStr,
    pub(crate) fields: Vec<Field>,
    /// Nothing was passed over.
    pub(crate) is_whole: bool,
}

/// `name: value`
pub(crate) struct Field {
    pub(crate) name: Ident,
    pub(crate) value: TokenStream,
}

/// ```text
/// #[attribute] …
/// pub enum Name {
///     | column | column | …
///     | cell   | cell   | …
/// }
/// ```
pub(crate) struct Section {
    pub(crate) attributes: TokenStream,
    pub(crate) visibility: TokenStream,
    pub(crate) name: Ident,
    /// The first row, which names the columns.
    pub(crate) header: Option<Row>,
    pub(crate) rows: Vec<Row>,
    /// Nothing was passed over.
    pub(crate) is_whole: bool,
}

/// `| cell | cell | … |`
pub(crate) struct Row {
    /// The pipes before the first cell: one, or more where cells are empty.
    pub(crate) before: Vec<Punct>,
    /// At least one.
    pub(crate) cells: Vec<Cell>,
    /// The pipes behind the one that closes the last cell: none, or as many as empty cells.
    pub(crate) after: Vec<Punct>,
}

/// What stands between two pipes: at least one token.
#[derive(Clone)]
pub(crate) struct Cell {
    pub(crate) tokens: Vec<TokenTree>,
    /// The pipe behind it, if there is one.
    pub(crate) closing: Option<Punct>,
}

impl ToTokens for Cell {
    fn to_tokens(&self, output: &mut TokenStream) {
        output.extend(self.tokens.iter().cloned());
    }
}

impl ToTokens for Row {
    fn to_tokens(&self, output: &mut TokenStream) {
        for cell in &self.cells {
            cell.to_tokens(output);
        }
    }
}

/// Reads a call as far as it can be read: not at all if it does not say for which crate.
pub(crate) fn parse(tokens: TokenStream, report: &mut Report) -> Option<Input> {
    let mut input = None;
    let parser = |stream: ParseStream| {
        let input = input.insert(Input {
            krate: krate(stream)?,
            providers: Vec::new(),
            sections: Vec::new(),
            is_whole: true,
        });
        while !stream.is_empty() {
            if let Err(error) = item(stream, input, report) {
                input.is_whole = false;
                return Err(error);
            }
        }
        Ok(())
    };
    let read = Parser::parse2(parser, without_invisible_groups(tokens));
    if let Err(error) = read {
        report.push(error);
    }
    input
}

/// A value that came through another macro's `$x:literal` stands in an invisible group, which means nothing here.
fn without_invisible_groups(tokens: TokenStream) -> TokenStream {
    let mut output = TokenStream::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                output.extend(without_invisible_groups(group.stream()));
            }
            TokenTree::Group(group) => {
                let mut inner =
                    Group::new(group.delimiter(), without_invisible_groups(group.stream()));
                inner.set_span(group.span());
                output.extend([TokenTree::Group(inner)]);
            }
            other => output.extend([other]),
        }
    }
    output
}

/// `crate = $crate;`, which the `macro_rules!` front writes.
fn krate(stream: ParseStream) -> Result<TokenStream> {
    stream.parse::<Token![crate]>()?;
    stream.parse::<Token![=]>()?;
    let mut path = TokenStream::new();
    while !stream.peek(Token![;]) {
        path.extend([stream.parse::<TokenTree>()?]);
    }
    stream.parse::<Token![;]>()?;
    Ok(path)
}

/// One `provider` block or one section; anything else is passed over up to the next `}`.
fn item(stream: ParseStream, input: &mut Input, report: &mut Report) -> Result<()> {
    let attributes = attributes(stream)?;
    if stream.peek(keyword::provider) {
        return provider::provider(stream, attributes, input, report);
    }
    let visibility = visibility(stream)?;
    if stream.peek(Token![enum]) {
        match section(stream, attributes, visibility, report)? {
            Some(section) => input.sections.push(section),
            None => input.is_whole = false,
        }
        return Ok(());
    }
    input.is_whole = false;
    let fault = "expected `provider \"id\" { … }` or `pub enum Name { … }`\n\
        help: a call is one `provider` block, then one enum for each section of its error page";
    if stream.is_empty() {
        report.error(quote::quote!(#attributes #visibility), fault);
    } else {
        report.push(stream.error(fault));
    }
    pass_over_braces(stream)?;
    Ok(())
}

/// `#[…]`, any number, as they stand.
fn attributes(stream: ParseStream) -> Result<TokenStream> {
    let mut attributes = TokenStream::new();
    while stream.peek(Token![#]) && stream.peek2(syn::token::Bracket) {
        attributes.extend([stream.parse::<TokenTree>()?, stream.parse::<TokenTree>()?]);
    }
    Ok(attributes)
}

/// Nothing, `pub` or `pub(…)`.
fn visibility(stream: ParseStream) -> Result<TokenStream> {
    let mut visibility = TokenStream::new();
    if stream.peek(Token![pub]) {
        visibility.extend([stream.parse::<TokenTree>()?]);
        if stream.peek(syn::token::Paren) {
            visibility.extend([stream.parse::<TokenTree>()?]);
        }
    }
    Ok(visibility)
}

/// Goes past the next `{ … }` and gives what is in it, unless another item begins before.
fn pass_over_braces(stream: ParseStream) -> Result<Option<TokenStream>> {
    let mut is_first = true;
    while !stream.is_empty() {
        if begins_item(stream) && !is_first {
            break;
        }
        is_first = false;
        if let TokenTree::Group(group) = stream.parse()?
            && group.delimiter() == Delimiter::Brace
        {
            return Ok(Some(group.stream()));
        }
    }
    Ok(None)
}

fn begins_item(stream: ParseStream) -> bool {
    stream.peek(keyword::provider) || begins_section(stream) || stream.peek(Token![#])
}

fn begins_section(stream: ParseStream) -> bool {
    stream.peek(Token![pub]) || stream.peek(Token![enum])
}

/// `{ … }`. What stands before it is a fault, and passed over; nothing is a fault of what stands before.
fn braces(
    stream: ParseStream,
    content: &str,
    before: Span,
    report: &mut Report,
) -> Result<(TokenStream, Wholeness)> {
    if stream.peek(syn::token::Brace) {
        let content = pass_over_braces(stream)?.unwrap_or_default();
        return Ok((content, Wholeness::Whole));
    }
    let at = if stream.is_empty() {
        before
    } else {
        stream.span()
    };
    let fault = format_args!("expected `{{`\nhelp: write `{content}`");
    report.push(syn::Error::new(at, fault));
    let content = pass_over_braces(stream)?;
    Ok(match content {
        Some(content) => (content, Wholeness::Whole),
        None => (TokenStream::new(), Wholeness::Broken),
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Wholeness {
    Whole,
    Broken,
}

fn section(
    stream: ParseStream,
    attributes: TokenStream,
    visibility: TokenStream,
    report: &mut Report,
) -> Result<Option<Section>> {
    let keyword = stream.parse::<Token![enum]>()?;
    let at = keyword.span;
    let name = match stream.parse::<Ident>() {
        Ok(name) => Some(name),
        Err(_) if stream.peek(Ident::peek_any) => {
            let word = stream.call(Ident::parse_any)?;
            report.error_with_help(
                &word,
                format_args!("`{word}` is no name for an enum"),
                "give it a name in upper camel case, such as `ErrorCode`",
            );
            None
        }
        Err(_) => {
            report.error_with_help(
                keyword,
                "this enum has no name",
                "give it one in upper camel case, such as `ErrorCode`",
            );
            None
        }
    };
    if name.is_none() && stream.is_empty() {
        return Ok(None);
    }
    let (content, wholeness) = braces(
        stream,
        "pub enum ErrorCode { | code | kind | … }",
        name.as_ref().map_or(at, Ident::span),
        report,
    )?;
    let Some(name) = name else { return Ok(None) };
    let (rows, stray) = rows(content, report);
    let mut rows = rows
        .into_iter()
        .skip_while(|row| is_rule(&row.cells, false));
    let header = rows.next();
    let is_whole = stray.is_none() && wholeness == Wholeness::Whole;
    if let Some(stray) = stray {
        report.error_with_help(
            &stray,
            format_args!("`{stray}` stands in no row"),
            "a row is `| cell | cell | … |`, and the first row names the columns",
        );
    }
    let rows = rows
        .enumerate()
        .filter(|(at, row)| !is_rule(&row.cells, *at == 0));
    Ok(Some(Section {
        attributes,
        visibility,
        name,
        header,
        rows: rows.map(|(_, row)| row).collect(),
        is_whole,
    }))
}

impl Row {
    fn new(opening: Punct) -> Self {
        Row {
            before: vec![opening],
            cells: Vec::new(),
            after: Vec::new(),
        }
    }
}

/// The line under a header, `| --- | :-: |`, which pages written in Markdown have, or one as other pages have it, `|===|`.
/// Only under a header may it be as short as `|-|-|`.
pub(crate) fn is_rule(cells: &[Cell], is_under_header: bool) -> bool {
    cells
        .iter()
        .all(|cell| (is_under_header || cell.tokens.len() > 1) && cell.tokens.iter().all(is_stroke))
}

/// `+---+---+`, which some pages draw around a table.
fn is_frame(tokens: &[TokenTree]) -> bool {
    let is_corner =
        |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '+');
    matches!(tokens, [first, between @ .., last]
        if is_corner(first) && is_corner(last) && !between.is_empty() && between.iter().all(is_stroke))
}

/// What lines are drawn with.
fn is_stroke(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if matches!(punct.as_char(), '-' | '=' | '+' | ':'))
}

/// Splits at the pipes. Where two pipes meet, one row ends and the next begins: tokens have no lines. Gives what stands
/// in no row as well, if there is no row.
fn rows(tokens: TokenStream, report: &mut Report) -> (Vec<Row>, Option<TokenTree>) {
    let mut rows: Vec<Row> = Vec::new();
    let mut open: Option<Row> = None;
    let mut cell: Vec<TokenTree> = Vec::new();
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut rest = tokens.as_slice();
    while let [token, behind @ ..] = rest {
        if let Some(attribute) = attribute(rest).filter(|_| cell.is_empty()) {
            rest = &rest[attribute.len()..];
            report.error_with_help(
                attribute.iter().cloned().collect::<TokenStream>(),
                "an attribute or doc comment on a row",
                "the cell in the column `summary` documents a row; a remark begins with `//`",
            );
            rows.extend(open.take().filter(|row| !row.cells.is_empty()));
            continue;
        }
        rest = behind;
        let pipe = match token {
            TokenTree::Punct(punct) if punct.as_char() == '|' => punct.clone(),
            other => {
                cell.push(other.clone());
                continue;
            }
        };
        if is_frame(&cell) {
            cell.clear();
        }
        match &mut open {
            Some(row) if !cell.is_empty() => row.cells.push(Cell {
                tokens: std::mem::take(&mut cell),
                closing: Some(pipe),
            }),
            Some(row) if row.cells.is_empty() => row.before.push(pipe),
            Some(_) => rows.extend(open.replace(Row::new(pipe))),
            None if cell.is_empty() => open = Some(Row::new(pipe)),
            None => {
                let mut row = Row::new(pipe.clone());
                row.cells.push(Cell {
                    tokens: std::mem::take(&mut cell),
                    closing: Some(pipe),
                });
                report.error_with_help(
                    &row,
                    "a row that does not begin with `|`",
                    "a row is `| cell | cell | … |`",
                );
                open = Some(row);
            }
        }
    }
    if is_frame(&cell) {
        cell.clear();
    }
    let last = Cell {
        tokens: cell,
        closing: None,
    };
    match open {
        Some(mut row) if !last.tokens.is_empty() => {
            row.cells.push(last);
            rows.push(row);
        }
        Some(row) if !row.cells.is_empty() => rows.push(row),
        Some(row) => {
            if let Some(last) = rows.last_mut() {
                last.after = row.before;
            }
        }
        None => return (rows, last.tokens.into_iter().next()),
    }
    end_rows_with_lines(&mut rows);
    (rows, None)
}

/// Pipes before a row that stand on a line before it belong to the row there.
fn end_rows_with_lines(rows: &mut [Row]) {
    for at in 1..rows.len() {
        let row = &mut rows[at];
        let is_beside = |pipe: &Punct| {
            row.cells
                .first()
                .is_none_or(|cell| line::begins_beside(cell, pipe))
        };
        let own = row
            .before
            .iter()
            .rev()
            .take_while(|pipe| is_beside(pipe))
            .count()
            .max(1);
        let behind = row.before.len() - own;
        let after: Vec<Punct> = row.before.drain(..behind).collect();
        rows[at - 1].after = after;
    }
}

/// `#[…]` or `#![…]`, which a doc comment is as well, at the beginning of the tokens.
fn attribute(tokens: &[TokenTree]) -> Option<&[TokenTree]> {
    let is_punct = |token: &TokenTree, sign| matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign);
    let is_group = |token: &TokenTree| matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket);
    match tokens {
        [hash, group, ..] if is_punct(hash, '#') && is_group(group) => Some(&tokens[..2]),
        [hash, mark, group, ..]
            if is_punct(hash, '#') && is_punct(mark, '!') && is_group(group) =>
        {
            Some(&tokens[..3])
        }
        _ => None,
    }
}
