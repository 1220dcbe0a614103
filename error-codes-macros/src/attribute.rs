//! The attributes of an item, as far as the macro has to look at them. All others pass through unseen.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;
use syn::Ident;

/// `#[name …]` or `#[name(…)]`
pub(crate) struct Attribute {
    tokens: TokenStream,
    name: String,
    arguments: Option<Group>,
}

/// Takes a row of attributes apart.
pub(crate) fn attributes(tokens: &TokenStream) -> Vec<Attribute> {
    let groups = tokens.clone().into_iter().filter_map(|token| match token {
        TokenTree::Group(group) => Some(group),
        _ => None,
    });
    groups
        .map(|group| {
            let mut inner = group.stream().into_iter();
            Attribute {
                tokens: quote!(# #group),
                name: inner
                    .next()
                    .map_or_else(String::new, |name| name.to_string()),
                arguments: match inner.next() {
                    Some(TokenTree::Group(group)) => Some(group),
                    _ => None,
                },
            }
        })
        .collect()
}

/// Those that decide whether the item is there at all.
pub(crate) fn conditions(attributes: &TokenStream) -> TokenStream {
    let all = self::attributes(attributes).into_iter();
    all.filter(|attribute| attribute.name == "cfg")
        .map(|attribute| attribute.tokens)
        .collect()
}

/// The attributes without the derives of these traits, and where those stood.
pub(crate) fn without_derives(
    attributes: &TokenStream,
    traits: &[&str],
) -> (TokenStream, Vec<Ident>) {
    let mut rest = TokenStream::new();
    let mut found = Vec::new();
    for attribute in self::attributes(attributes) {
        let Some(arguments) = attribute.arguments.filter(|_| attribute.name == "derive") else {
            rest.extend(attribute.tokens);
            continue;
        };
        let paths: Vec<TokenTree> = arguments.stream().into_iter().collect();
        let mut kept = TokenStream::new();
        for path in
            paths.split(|token| matches!(token, TokenTree::Punct(comma) if comma.as_char() == ','))
        {
            match path.last() {
                Some(TokenTree::Ident(name)) if traits.iter().any(|known| name == known) => {
                    found.push(name.clone());
                }
                Some(_) => kept.extend(quote!(#(#path)*,)),
                None => {}
            }
        }
        let kept = Group::new(Delimiter::Parenthesis, kept);
        rest.extend(quote!(#[derive #kept]));
    }
    (rest, found)
}
