//! The attributes of an item, as far as the macro has to look at them. All others pass through untouched.

use crate::source::is_punct;
use proc_macro2::{Group, TokenStream, TokenTree};
use quote::quote;
use syn::Ident;

/// `#[name …]` or `#[name(…)]`
struct Attribute {
    tokens: TokenStream,
    name: String,
    arguments: Option<Group>,
}

/// Takes a sequence of attributes apart.
fn attributes(tokens: &TokenStream) -> impl Iterator<Item = Attribute> {
    let mut mark = None;
    tokens.clone().into_iter().filter_map(move |token| {
        let TokenTree::Group(group) = token else {
            mark = Some(token);
            return None;
        };
        let mut inner = group.stream().into_iter();
        Some(Attribute {
            tokens: quote!(#mark #group),
            name: inner
                .next()
                .map(|name| name.to_string())
                .unwrap_or_default(),
            arguments: match inner.next() {
                Some(TokenTree::Group(group)) => Some(group),
                _ => None,
            },
        })
    })
}

/// Returns those that decide whether the item is compiled.
pub(crate) fn conditions(tokens: &TokenStream) -> TokenStream {
    let conditions = attributes(tokens).filter(|attribute| attribute.name == "cfg");
    conditions.map(|attribute| attribute.tokens).collect()
}

/// Returns those that decide whether a row is compiled.
pub(crate) fn row_conditions(tokens: &TokenStream) -> impl Iterator<Item = TokenStream> {
    let is_condition = |attribute: &Attribute| {
        let arguments = attribute.arguments.iter().flat_map(Group::stream);
        let mut words = arguments.filter(|token| matches!(token, TokenTree::Ident(_)));
        let has_condition = words.any(|word| word.to_string() == "cfg");
        attribute.name == "cfg" || (attribute.name == "cfg_attr" && has_condition)
    };
    attributes(tokens)
        .filter(is_condition)
        .map(|attribute| attribute.tokens)
}

/// Returns whether one of them documents the item.
pub(crate) fn has_documentation(tokens: &TokenStream) -> bool {
    attributes(tokens).any(|attribute| attribute.name == "doc" && attribute.arguments.is_none())
}

/// Returns whether a row is the default of its enum.
pub(crate) fn has_default(tokens: &TokenStream) -> bool {
    attributes(tokens).any(|attribute| attribute.name == "default")
}

/// Returns the attributes without the derives of some traits, and the names of those.
pub(crate) fn without_derives(
    tokens: &TokenStream,
    is_unwanted: impl Fn(&Ident) -> bool,
) -> (TokenStream, Vec<Ident>) {
    let mut rest = TokenStream::new();
    let mut found = Vec::new();
    for attribute in attributes(tokens) {
        let Some(arguments) = attribute.arguments.filter(|_| attribute.name == "derive") else {
            rest.extend(attribute.tokens);
            continue;
        };
        let paths: Vec<TokenTree> = arguments.stream().into_iter().collect();
        let mut kept = TokenStream::new();
        for path in paths.split(|token| is_punct(token, ',')) {
            match path.last() {
                Some(TokenTree::Ident(name)) if is_unwanted(name) => found.push(name.clone()),
                Some(_) => kept.extend(quote!(#(#path)*,)),
                None => {}
            }
        }
        rest.extend(quote!(#[derive(#kept)]));
    }
    (rest, found)
}
