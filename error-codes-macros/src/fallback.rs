//! What is written where a rule was broken, so that the code around a table sees one fault and no second wave.

use crate::model::{Entry, Provider};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{Ident, LitStr};

/// In place of a `provider` block that is missing.
pub(crate) fn provider() -> Provider {
    let unnamed = || LitStr::new("unnamed", Span::call_site());
    Provider {
        attributes: TokenStream::new(),
        id: unnamed(),
        name: unnamed(),
        docs: None,
        static_name: Ident::new("PROVIDER", Span::call_site()),
        retrieved: None,
        body: None,
        base: None,
    }
}

/// In place of a kind that is missing or could not be read.
pub(crate) fn kind(krate: &TokenStream) -> TokenStream {
    quote!(#krate::ErrorKind::Unknown)
}

/// The other names that broken rows may have. As constants they can be named wherever the variant can, and a `match` over
/// the enum that knows one of a row's names leaves no variant out.
pub(crate) fn guesses(name: &Ident, entries: &[Entry]) -> Option<TokenStream> {
    let constants: Vec<TokenStream> = entries
        .iter()
        .flat_map(|entry| {
            let variant = entry.variant();
            let guesses = entry.names().skip(1);
            guesses.map(move |guess| quote!(pub const #guess: Self = Self::#variant;))
        })
        .collect();
    (!constants.is_empty()).then(|| {
        quote! {
            #[allow(dead_code, missing_docs, non_upper_case_globals)]
            impl #name {
                #(#constants)*
            }
        }
    })
}
