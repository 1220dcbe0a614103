//! Writes one table: the enum, its rows, and what belongs to them.

use super::{code, row};
use crate::attribute;
use crate::docs;
use crate::fallback::Rest;
use crate::model::{Names, Row, Section, Table};
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
    let statics = statics(table, rest, call);
    let item = item(table, rest, call);
    let provider = &call.provider.static_name;
    let is_empty = table.rows.is_empty() && rest.is_nameless();
    let methods = code::methods(name, is_empty, krate);
    let traits = code::traits(name, &name.unraw().to_string(), is_empty, krate);
    let guesses = rest.constants(name);
    let nameless = rest.nameless().map(|words| row::words("", words, krate));
    // The rows come first: an editor that completes a word in a cell looks for it at its distance from the beginning, and
    // the documentation repeats the word.
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
            #methods
            #traits
            #guesses
            #(const _: #krate::Row = #nameless.row();)*
            #krate::__into_response!(#name);

            // The static of the provider may be in a function, where only code beside it can name it.
            pub(super) struct __Declaration;
        }

        #conditions
        #[automatically_derived]
        impl #krate::__private::Declared for #module::__Declaration {
            fn provider() -> &'static #krate::Provider {
                &#provider
            }
        }

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

fn statics(table: &Section, rest: &Rest, call: &Table) -> TokenStream {
    let krate = &call.krate;
    let Section { name, rows, .. } = table;
    let names = count_names(rows);
    let rows = rows.iter().map(|row| row::row(row, krate));
    let broken = |variant: &Ident, words: &_| row::words(&variant.to_string(), words, krate);
    let rows = rest.among(rows, broken);
    let count = rows.len();
    let label = name.unraw().to_string();
    quote! {
        static ROWS: [#krate::Row; #count] = #krate::__private::static_rows(&[#(#rows),*]);
        static INDEX: #krate::__private::Index<{ #krate::__private::index_size(#names) }> =
            #krate::__private::Index::new();
        pub(super) static TABLE: #krate::Table = #krate::__private::StaticTable {
            name: #label,
            rows: &ROWS,
            index: || INDEX.of(&ROWS),
        }
        .table();
    }
}

/// Returns how many names the rows are looked up by: a row has its code, or its type if it has neither a code nor anything that a
/// message is compared with.
fn count_names(rows: &[Row]) -> usize {
    let names = rows.iter().flat_map(|Row { key, .. }| {
        let by_type = key.error_type.as_ref().filter(|_| !key.has_sentences());
        let known_by = key.code.as_ref().or(by_type);
        known_by.into_iter().flat_map(Names::iter)
    });
    names.count()
}

/// Writes the enum.
fn item(table: &Section, rest: &Rest, call: &Table) -> TokenStream {
    let Section {
        attributes,
        visibility,
        name,
        rows,
        ..
    } = table;
    // `Self::Variant` would be looked up among all variants by their names, one after the other.
    let of_enum = docs::section(&call.provider, rows);
    let visibility = one_level_deeper(visibility);
    let all = rest.among(rows.iter().map(|row| row.variant.clone()), |variant, _| {
        variant.clone()
    });
    let variants = rows.iter().map(|row| {
        let documentation = documentation(row);
        let variant = &row.variant;
        quote!(#documentation #variant,)
    });
    let variants = rest.among(variants, |variant, _| {
        let documentation = docs::BROKEN;
        // One that is not in upper camel case has been reported.
        quote!(#[doc = #documentation] #[allow(non_camel_case_types)] #variant,)
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
fn documentation(row: &Row) -> TokenStream {
    let attributes = &row.attributes;
    let break_between = attribute::has_documentation(attributes).then(|| quote!(#[doc = ""]));
    let text = docs::variant(row);
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
