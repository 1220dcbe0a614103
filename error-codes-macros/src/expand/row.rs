//! Writes a row as a struct literal.

use crate::model::{Form, Names, Row, Status, Words};
use proc_macro2::{Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Ident;
use syn::ext::IdentExt;

/// Writes a row.
pub(super) fn row(row: &Row, krate: &TokenStream) -> TokenStream {
    let key = &row.key;
    let (code, aliases) = spellings(key.code.as_ref());
    let code_is_number = key
        .code
        .as_ref()
        .is_some_and(|code| code.canonical.form == Form::Number);
    let (error_type, type_aliases) = spellings(key.error_type.as_ref());
    let messages = key.messages.iter().map(|message| &message.literal);
    let phrases = key.phrases.iter().map(|phrase| &phrase.literal);
    let summary = option(row.summary.as_ref());
    let status = status(&key.statuses, krate);
    let matched = quote! {
        status: #status,
        code: #code,
        code_is_number: #code_is_number,
        aliases: #aliases,
        error_type: #error_type,
        type_aliases: #type_aliases,
        messages: &[#(#messages),*],
        phrases: &[#(#phrases),*],
        summary: #summary,
    };
    literal(
        &row.variant.unraw().to_string(),
        &row.words,
        &matched,
        krate,
    )
}

fn status(statuses: &[Status], krate: &TokenStream) -> TokenStream {
    let status = quote!(#krate::__private::StaticStatus);
    match statuses {
        [] => quote!(#status::Any),
        [Status::Class(class)] => quote!(#status::Class(#class)),
        [..] => {
            let exact = statuses.iter().filter_map(|status| match status {
                Status::Exact(status) => Some(Literal::u16_unsuffixed(*status)),
                Status::Class(_) => None,
            });
            quote!(#status::AnyOf(&[#(#exact),*]))
        }
    }
}

/// Writes what a row says, without what it is compared with.
pub(super) fn words(variant: &str, words: &Words, krate: &TokenStream) -> TokenStream {
    let none = option(None::<TokenStream>);
    let status = status(&[], krate);
    let matched = quote! {
        status: #status,
        code: #none,
        code_is_number: false,
        aliases: &[],
        error_type: #none,
        type_aliases: &[],
        messages: &[],
        phrases: &[],
        summary: #none,
    };
    literal(variant, words, &matched, krate)
}

fn literal(
    variant: &str,
    words: &Words,
    matched: &TokenStream,
    krate: &TokenStream,
) -> TokenStream {
    let kind = word("ErrorKind", &words.kind, krate);
    let is_tentative = words.wraps;
    let retry = words.retry.as_ref();
    let retry = option(retry.map(|retry| word("RetryHint", retry, krate)));
    let scope = words.scope.as_ref();
    let scope = option(scope.map(|scope| word("Scope", scope, krate)));
    quote! {
        #krate::__private::StaticRow {
            variant: #variant,
            kind: #kind,
            is_tentative: #is_tentative,
            retry: #retry,
            scope: #scope,
            #matched
        }
    }
}

/// Writes a name and its aliases.
fn spellings(names: Option<&Names>) -> (TokenStream, TokenStream) {
    let canonical = option(names.map(|names| names.canonical.text.as_str()));
    let aliases = names.into_iter().flat_map(|names| &names.aliases);
    let aliases = aliases.map(|alias| alias.text.as_str());
    (canonical, quote!(&[#(#aliases),*]))
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
