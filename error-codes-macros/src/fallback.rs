//! What is written where a rule was broken, so that the code around a table sees one fault and no second wave.

use crate::model::{Broken, Provider};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::LitStr;

/// In place of a `provider` block that is missing.
pub(crate) fn provider() -> Provider {
    let unnamed = || LitStr::new("unnamed", Span::call_site());
    Provider {
        attributes: TokenStream::new(),
        id: unnamed(),
        name: unnamed(),
        docs: None,
        read: None,
        body: None,
        base: None,
    }
}

/// In place of a broken row: its variant, and of its words those that could be read, for rustc to look at.
pub(crate) fn entry(row: &Broken, krate: &TokenStream) -> TokenStream {
    let name = row.variant.to_string();
    let kind = match &row.words.kind {
        Some(kind) => quote!(#krate::ErrorKind::#kind),
        None => quote!(#krate::ErrorKind::DEFAULT),
    };
    let retry = row.words.retry.iter();
    let scope = row.words.scope.iter();
    quote! {
        #krate::Row::new(#name, #kind)
            #(.with_retry(#krate::RetryHint::#retry))*
            #(.with_scope(#krate::Scope::#scope))*
    }
}
