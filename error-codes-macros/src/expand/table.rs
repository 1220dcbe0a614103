//! Writes one table: the enum, its rows, and what belongs to them.

use super::data;
use super::row::{Row, word};
use crate::attribute;
use crate::docs;
use crate::fallback::Rest;
use crate::model::{self, Section, Table, Words};
use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::{format_ident, quote};
use syn::Ident;
use syn::ext::IdentExt;

/// Writes the module of a table and brings its enum into sight.
///
/// What is left of its broken rows is among the others: as variants for the code that uses them, and as words for rustc to
/// look at.
pub(super) fn table(table: &Section, rest: &Rest, call: &Table) -> TokenStream {
    let krate = &call.krate;
    let Section {
        conditions,
        visibility,
        name,
        ..
    } = table;
    let module = module(table, call);
    let rows = rest.among(table.rows.iter().map(Row::Sound), Row::Broken);
    let label = name.unraw().to_string();
    let statics = data::statics(&rows, &label, krate);
    let item = item(table, &rows, call);
    let provider = &call.provider.static_name;
    // An enum without variants, which only a broken table gives, can be matched but not cast.
    let position = if rows.is_empty() {
        quote!(|variant| match variant {})
    } else {
        quote!(|variant| variant as ::core::primitive::usize)
    };
    let guesses = rest.constants(name);
    let nameless = rest.nameless().map(|own| words(own, krate));
    // The rows come first: an editor that completes a word in a cell looks for it at its distance from the beginning, and
    // the documentation repeats the word. What names the provider is beside its static, which may be in a function.
    quote! {
        #conditions
        #[allow(
            deprecated,
            non_camel_case_types,
            non_snake_case,
            unreachable_pub,
            unused_imports,
            clippy::wildcard_imports
        )]
        mod #module {
            use super::*;

            #statics
            #item
            #krate::__private::__table_items!(#name, #position);
            #guesses
            #(#nameless)*
        }

        #conditions
        #krate::__private::__provider_error!(#module::#name, #label, &#provider, &#module::TABLE, #position);

        #conditions
        #[allow(deprecated, unused_imports)]
        #visibility use #module::#name;
    }
}

/// Returns the name of a table's module, which contains the id, so that two tables of the same name have modules of their
/// own.
pub(super) fn module(table: &Section, call: &Table) -> Ident {
    let id = call.provider.id.value();
    let letters = id.chars().filter(char::is_ascii_alphanumeric);
    let id: String = letters.collect();
    format_ident!("__{id}_{}", table.name.unraw(), span = Span::call_site())
}

/// Writes the words of a broken row without a name, for rustc to look at.
fn words(words: &Words, krate: &TokenStream) -> TokenStream {
    let given = [
        ("ErrorKind", Some(&words.kind)),
        ("RetryHint", words.retry.as_ref()),
        ("Scope", words.scope.as_ref()),
    ];
    let given = given.into_iter().filter_map(|(vocabulary, given)| {
        let value = word(vocabulary, given?, krate);
        let vocabulary = Ident::new(vocabulary, Span::call_site());
        Some(quote!(const _: #krate::#vocabulary = #value;))
    });
    given.collect()
}

/// Writes the enum.
fn item(table: &Section, rows: &[Row], call: &Table) -> TokenStream {
    let Section {
        attributes,
        visibility,
        name,
        ..
    } = table;
    let cells = rows.iter().map(|row| row.sound().map(docs::Cells::of));
    let cells: Vec<Option<docs::Cells>> = cells.collect();
    let of_enum = docs::section(&call.provider, cells.iter().flatten());
    let visibility = one_level_deeper(visibility);
    // `Self::Variant` would be looked up among all variants by their names, one after the other.
    let all = rows.iter().map(|row| row.variant());
    let variants = rows.iter().zip(&cells).map(|(row, cells)| {
        let documentation = match (row.sound(), cells) {
            (Some(row), Some(cells)) => documentation(row, cells),
            // One that is not in upper camel case has been reported.
            _ => {
                let broken = docs::BROKEN;
                quote!(#[doc = #broken] #[allow(non_camel_case_types)])
            }
        };
        let variant = row.variant();
        quote!(#documentation #variant,)
    });
    quote! {
        #attributes
        #[doc = ""]
        #[doc = #of_enum]
        #[derive(
            ::core::clone::Clone,
            ::core::marker::Copy,
            ::core::cmp::PartialEq,
            ::core::cmp::Eq,
            ::core::cmp::PartialOrd,
            ::core::cmp::Ord,
            ::core::hash::Hash,
        )]
        #[non_exhaustive]
        #visibility enum #name {
            #(#variants)*
        }

        #[automatically_derived]
        #[allow(dead_code)]
        impl #name {
            /// Every variant, in the order of the table.
            pub const ALL: &'static [Self] = &[#(#name::#all),*];
        }
    }
}

/// Writes the attributes of a variant: those of the row, its documentation, and the names by which it can be searched for.
fn documentation(row: &model::Row, cells: &docs::Cells) -> TokenStream {
    let attributes = &row.attributes;
    let break_between = attribute::has_documentation(attributes).then(|| quote!(#[doc = ""]));
    let text = docs::variant(row, cells);
    let aliases = docs::aliases(row);
    let aliases = (!aliases.is_empty()).then(|| quote!(#[doc(alias(#(#aliases),*))]));
    quote!(#attributes #break_between #[doc = #text] #aliases)
}

/// Returns the visibility of an item one module deeper.
fn one_level_deeper(visibility: &TokenStream) -> TokenStream {
    let mut tokens = visibility.clone().into_iter();
    let (Some(keyword), group) = (tokens.next(), tokens.next()) else {
        return quote!(pub(super));
    };
    let Some(TokenTree::Group(group)) = group else {
        return visibility.clone();
    };
    let path: Vec<TokenTree> = group.stream().into_iter().collect();
    let is = |at: usize, word: &str| matches!(path.get(at), Some(TokenTree::Ident(ident)) if ident == word);
    let path = match path.as_slice() {
        [TokenTree::Ident(_), rest @ ..] if is(0, "in") && is(1, "self") => {
            let rest = &rest[1..];
            quote!(in super #(#rest)*)
        }
        [TokenTree::Ident(_), rest @ ..] if is(0, "in") && is(1, "super") => {
            quote!(in super::#(#rest)*)
        }
        [_] if is(0, "super") => quote!(in super::super),
        [_] if is(0, "self") => quote!(super),
        _ => return visibility.clone(),
    };
    let mut group = Group::new(Delimiter::Parenthesis, path);
    group.set_span(keyword.span());
    quote!(#keyword #group)
}
