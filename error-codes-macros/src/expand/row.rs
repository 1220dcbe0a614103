//! A row as it is written, be it one that broke a rule or not.

use crate::model::{self, Name, Names, Status, Words};
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Ident;

/// A row of the model, or what is left of one.
#[derive(Clone, Copy)]
pub(super) enum Row<'m> {
    Sound(&'m model::Row),
    Broken(&'m Ident, &'m Words),
}

impl<'m> Row<'m> {
    pub(super) fn variant(self) -> &'m Ident {
        match self {
            Row::Sound(row) => &row.variant,
            Row::Broken(variant, _) => variant,
        }
    }

    pub(super) fn words(self) -> &'m Words {
        match self {
            Row::Sound(row) => &row.words,
            Row::Broken(_, words) => words,
        }
    }

    pub(super) fn sound(self) -> Option<&'m model::Row> {
        match self {
            Row::Sound(row) => Some(row),
            Row::Broken(..) => None,
        }
    }

    pub(super) fn statuses(self) -> &'m [Status] {
        self.sound().map_or(&[], |row| &row.key.statuses)
    }
}

/// Returns the names that a row is looked up by: its code, or its type if it has neither a code nor anything that a message
/// is compared with.
pub(super) fn known_by(row: &model::Row) -> impl Iterator<Item = &Name> {
    let key = &row.key;
    let by_type = key.error_type.as_ref().filter(|_| !key.has_sentences());
    let known_by = key.code.as_ref().or(by_type);
    known_by.into_iter().flat_map(Names::iter)
}

/// Writes an optional value.
pub(super) fn option(value: Option<impl ToTokens>) -> TokenStream {
    match value {
        Some(value) => quote!(::core::option::Option::Some(#value)),
        None => quote!(::core::option::Option::None),
    }
}

/// Writes a word of a vocabulary as a path. All of it has the place of the word, so that rustc shows that place even for a
/// word that exists and means something else.
pub(super) fn word(vocabulary: &str, word: &Ident, krate: &TokenStream) -> TokenStream {
    let span = generated_at(word.span());
    let vocabulary = Ident::new(vocabulary, span);
    let krate = krate.clone().into_iter().map(|mut token| {
        token.set_span(token.span().located_at(span));
        token
    });
    quote_spanned!(span=> #(#krate)*::#vocabulary::#word)
}

/// Returns a place in the table, for code that is not the caller's.
pub(super) fn generated_at(place: Span) -> Span {
    Span::call_site().located_at(place)
}
