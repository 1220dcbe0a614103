//! Finds the calls of the macro, and the tables in them.

use crate::fault::Fault;
use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Returns the tokens of each table: `provider_errors! { enum Name { tokens } }`.
pub(crate) fn tables(source: &str) -> Result<Vec<Vec<TokenTree>>, Fault> {
    let tokens: TokenStream = source.parse().map_err(|error: proc_macro2::LexError| {
        Fault::new(
            error.span(),
            "this is not a token of Rust, or a bracket is missing",
        )
    })?;
    let mut tables = Vec::new();
    let mut streams = vec![tokens];
    while let Some(stream) = streams.pop() {
        let tokens = Vec::from_iter(stream);
        for (at, token) in tokens.iter().enumerate() {
            let TokenTree::Group(group) = token else {
                continue;
            };
            if is_call(&tokens[..at]) {
                tables.extend(enums(group.stream()));
            } else {
                streams.push(group.stream());
            }
        }
    }
    Ok(tables)
}

/// Returns whether what is before a bracket calls the macro, by whatever path.
fn is_call(before: &[TokenTree]) -> bool {
    matches!(before, [.., TokenTree::Ident(name), TokenTree::Punct(mark)]
        if name == "provider_errors" && mark.as_char() == '!')
}

/// Returns the tokens in the braces of each enum.
fn enums(call: TokenStream) -> Vec<Vec<TokenTree>> {
    let tokens = Vec::from_iter(call);
    let enums = tokens.windows(3).filter_map(|item| match item {
        [
            TokenTree::Ident(keyword),
            TokenTree::Ident(_),
            TokenTree::Group(table),
        ] if keyword == "enum" && table.delimiter() == Delimiter::Brace => {
            Some(Vec::from_iter(table.stream()))
        }
        _ => None,
    });
    enums.collect()
}
