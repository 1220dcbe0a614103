//! Writes a row as a struct literal.

use crate::model::{Form, Names, Row, Status, Words};
use proc_macro2::{Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Ident;
use syn::ext::IdentExt;

/// Writes a row. What it does not have is left out.
pub(super) fn row(row: &Row, krate: &TokenStream) -> TokenStream {
    let key = &row.key;
    let messages = key.messages.iter().map(|message| &message.literal);
    let phrases = key.phrases.iter().map(|phrase| &phrase.literal);
    let mut fields = names("code", "aliases", key.code.as_ref());
    fields.extend(names("error_type", "type_aliases", key.error_type.as_ref()));
    fields.extend(list("messages", messages));
    fields.extend(list("phrases", phrases));
    fields.extend(status(&key.statuses, krate));
    let is_number = |code: &Names| code.canonical.form == Form::Number;
    if key.code.as_ref().is_some_and(is_number) {
        fields.extend(quote!(code_is_number: true,));
    }
    if let Some(summary) = &row.summary {
        fields.extend(quote!(summary: #summary,));
    }
    literal(&row.variant.unraw().to_string(), &row.words, &fields, krate)
}

fn status(statuses: &[Status], krate: &TokenStream) -> Option<TokenStream> {
    let number = |status: &Status| match status {
        Status::Exact(number) => Literal::u16_unsuffixed(*number),
        Status::Class(digit) => Literal::u8_unsuffixed(*digit),
    };
    let pattern = match statuses {
        [] => return None,
        [status @ Status::Class(_)] => {
            let digit = number(status);
            quote!(Class(#digit))
        }
        [status] => {
            let status = number(status);
            quote!(Exact(#status))
        }
        [..] => {
            let statuses = statuses.iter().map(number);
            quote!(AnyOf(&[#(#statuses),*]))
        }
    };
    Some(quote!(status: #krate::__private::StaticStatus::#pattern,))
}

/// Writes what a row says, without what it is compared with.
pub(super) fn words(variant: &str, words: &Words, krate: &TokenStream) -> TokenStream {
    literal(variant, words, &TokenStream::new(), krate)
}

fn literal(variant: &str, words: &Words, fields: &TokenStream, krate: &TokenStream) -> TokenStream {
    let kind = word("ErrorKind", &words.kind, krate);
    let tentative = words.wraps.then(|| quote!(is_tentative: true,));
    let optional = |field: &str, vocabulary: &str, given: &Option<Ident>| {
        let given = option(Some(word(vocabulary, given.as_ref()?, krate)));
        let field = Ident::new(field, Span::call_site());
        Some(quote!(#field: #given,))
    };
    let retry = optional("retry", "RetryHint", &words.retry);
    let scope = optional("scope", "Scope", &words.scope);
    quote! {
        #krate::__private::StaticRow {
            variant: #variant,
            kind: #kind,
            #tentative
            #retry
            #scope
            #fields
            ..#krate::__private::StaticRow::EMPTY
        }
    }
}

/// Writes a name and its aliases.
fn names(field: &str, aliases_field: &str, names: Option<&Names>) -> TokenStream {
    let Some(Names { canonical, aliases }) = names else {
        return TokenStream::new();
    };
    let (field, text) = (
        Ident::new(field, Span::call_site()),
        canonical.text.as_str(),
    );
    let aliases = aliases.iter().map(|alias| alias.text.as_str());
    let aliases = list(aliases_field, aliases);
    quote!(#field: #text, #aliases)
}

/// Writes a field with several values, if there are any.
fn list(field: &str, values: impl Iterator<Item = impl ToTokens>) -> Option<TokenStream> {
    let mut values = values.peekable();
    values.peek()?;
    let field = Ident::new(field, Span::call_site());
    Some(quote!(#field: &[#(#values),*],))
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
