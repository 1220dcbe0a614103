//! What is written where a rule was broken, so that the code around a table sees one fault and no second wave.

use crate::model::Provider;
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

/// In place of a kind that is missing or could not be read.
pub(crate) fn kind(krate: &TokenStream) -> TokenStream {
    quote!(#krate::ErrorKind::DEFAULT)
}
