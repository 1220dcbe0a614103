//! Finds the parts of a call: the provider's fields, the sections, their rows and cells. It knows the shape and no
//! rule, and every part keeps its tokens, so that a fault can be shown where it stands.

use crate::report::Report;
use proc_macro2::{Delimiter, Group, Punct, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, LitStr, Result, Token, braced};

mod keyword {
    syn::custom_keyword!(provider);
}

/// ```text
/// crate = $crate;
/// provider "id" { … }
/// pub enum Section { … } …
/// ```
#[derive(Default)]
pub(crate) struct Input {
    /// The path of the crate that the generated code refers to.
    pub(crate) krate: TokenStream,
    pub(crate) providers: Vec<Provider>,
    pub(crate) sections: Vec<Section>,
}

/// ```text
/// #[attribute] …
/// provider "id" { name: "…", docs: "…", … }
/// ```
pub(crate) struct Provider {
    pub(crate) attributes: TokenStream,
    pub(crate) keyword: Ident,
    pub(crate) id: LitStr,
    pub(crate) fields: Vec<Field>,
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
}

/// `| cell | cell | … |`
pub(crate) struct Row {
    pub(crate) opening: Punct,
    pub(crate) cells: Vec<Cell>,
}

/// What stands between two pipes: at least one token.
#[derive(Clone)]
pub(crate) struct Cell {
    pub(crate) tokens: Vec<TokenTree>,
}

impl ToTokens for Cell {
    fn to_tokens(&self, output: &mut TokenStream) {
        output.extend(self.tokens.iter().cloned());
    }
}

/// Reads a call as far as it can be read.
pub(crate) fn parse(tokens: TokenStream, report: &mut Report) -> Input {
    let mut input = Input::default();
    let parser = |stream: ParseStream| {
        input.krate = krate(stream)?;
        while !stream.is_empty() {
            item(stream, &mut input, report)?;
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
        match provider(stream, attributes, report) {
            Ok(provider) => input.providers.push(provider),
            Err(error) => report.push(error),
        }
        return Ok(());
    }
    let visibility = visibility(stream)?;
    if stream.peek(Token![enum]) {
        match section(stream, attributes, visibility, report) {
            Ok(section) => input.sections.push(section),
            Err(error) => report.push(error),
        }
        return Ok(());
    }
    report.push(stream.error(
        "expected `provider \"id\" { … }` or `pub enum Name { … }`\n\
         help: a call is one `provider` block, then one enum for each section of its error page",
    ));
    skip_past_braces(stream)
}

/// `#[…]`, any number, as they stand.
fn attributes(stream: ParseStream) -> Result<TokenStream> {
    let mut attributes = TokenStream::new();
    while stream.peek(Token![#]) {
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

fn skip_past_braces(stream: ParseStream) -> Result<()> {
    while !stream.is_empty() {
        if let TokenTree::Group(group) = stream.parse()?
            && group.delimiter() == Delimiter::Brace
        {
            break;
        }
    }
    Ok(())
}

fn provider(stream: ParseStream, attributes: TokenStream, report: &mut Report) -> Result<Provider> {
    let keyword: Ident = stream.parse()?;
    let id = if stream.peek(LitStr) {
        stream.parse()?
    } else {
        let error = stream.error(
            "expected the provider's id\nhelp: write it as text, such as `provider \"acme\" { … }`",
        );
        skip_past_braces(stream)?;
        return Err(error);
    };
    let content;
    braced!(content in stream);
    let mut fields = Vec::new();
    while !content.is_empty() {
        match field(&content) {
            Ok(field) => fields.push(field),
            Err(error) => {
                report.push(error);
                until_comma(&content)?;
            }
        }
        if !content.is_empty() {
            content.parse::<Token![,]>()?;
        }
    }
    Ok(Provider {
        attributes,
        keyword,
        id,
        fields,
    })
}

fn field(content: ParseStream) -> Result<Field> {
    let name = content.call(Ident::parse_any)?;
    content.parse::<Token![:]>()?;
    let value = until_comma(content)?;
    if value.is_empty() {
        return Err(syn::Error::new(
            name.span(),
            format!("`{name}` has no value"),
        ));
    }
    Ok(Field { name, value })
}

fn until_comma(content: ParseStream) -> Result<TokenStream> {
    let mut value = TokenStream::new();
    while !content.is_empty() && !content.peek(Token![,]) {
        value.extend([content.parse::<TokenTree>()?]);
    }
    Ok(value)
}

fn section(
    stream: ParseStream,
    attributes: TokenStream,
    visibility: TokenStream,
    report: &mut Report,
) -> Result<Section> {
    stream.parse::<Token![enum]>()?;
    let name = match stream.parse::<Ident>() {
        Ok(name) => name,
        Err(error) => {
            skip_past_braces(stream)?;
            return Err(error);
        }
    };
    let content;
    braced!(content in stream);
    let mut rows = rows(content.parse()?, report).into_iter();
    Ok(Section {
        attributes,
        visibility,
        name,
        header: rows.next(),
        rows: rows.filter(|row| !row.is_rule()).collect(),
    })
}

impl Row {
    /// The line under a header, `| --- | :-: |`, which pages written in Markdown have.
    fn is_rule(&self) -> bool {
        let is_dash = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if matches!(punct.as_char(), '-' | ':'));
        self.cells
            .iter()
            .all(|cell| cell.tokens.len() > 1 && cell.tokens.iter().all(is_dash))
    }
}

/// Splits at the pipes. Where two pipes meet, one row ends and the next begins: tokens have no lines.
fn rows(tokens: TokenStream, report: &mut Report) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut open: Option<Row> = None;
    let mut cell = Vec::new();
    for token in tokens {
        let pipe = match token {
            TokenTree::Punct(punct) if punct.as_char() == '|' => punct,
            other => {
                cell.push(other);
                continue;
            }
        };
        match &mut open {
            Some(row) if !cell.is_empty() => row.cells.push(take_cell(&mut cell)),
            Some(row) if row.cells.is_empty() => report.error_with_help(
                &pipe,
                "an empty cell",
                "write `-` where the page has nothing",
            ),
            _ => {
                if !cell.is_empty() {
                    stray(take_cell(&mut cell), report);
                }
                rows.extend(open.replace(Row::new(pipe)));
            }
        }
    }
    match (open, cell.is_empty()) {
        (Some(mut row), false) => {
            let cell = take_cell(&mut cell);
            report.error_with_help(
                &cell,
                "a `|` is missing after the last cell",
                "a row is `| cell | cell | … |`",
            );
            row.cells.push(cell);
            rows.push(row);
        }
        (Some(row), true) if !row.cells.is_empty() => rows.push(row),
        (None, false) => stray(take_cell(&mut cell), report),
        (Some(_) | None, true) => {}
    }
    rows
}

fn take_cell(tokens: &mut Vec<TokenTree>) -> Cell {
    Cell {
        tokens: std::mem::take(tokens),
    }
}

fn stray(cell: Cell, report: &mut Report) {
    report.error_with_help(
        cell,
        "expected a row",
        "a row begins with `|`, and the first row names the columns",
    );
}

impl Row {
    fn new(opening: Punct) -> Self {
        Row {
            opening,
            cells: Vec::new(),
        }
    }
}
