//! Collects every fault of a table, so that one build shows them all.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use std::fmt::Display;

/// The faults found so far.
#[derive(Default)]
pub(crate) struct Report {
    errors: Vec<syn::Error>,
}

impl Report {
    /// A fault at these tokens, or at the macro's call where there are none.
    pub(crate) fn error(&mut self, at: impl ToTokens, fault: impl Display) {
        self.errors.push(syn::Error::new_spanned(at, fault));
    }

    /// A fault at these tokens with its cure, which becomes a second line.
    pub(crate) fn error_with_help(
        &mut self,
        at: impl ToTokens,
        fault: impl Display,
        help: impl Display,
    ) {
        self.error(at, format_args!("{fault}\nhelp: {help}"));
    }

    /// A fault of the whole call.
    pub(crate) fn error_at_call(&mut self, fault: impl Display) {
        self.errors.push(syn::Error::new(Span::call_site(), fault));
    }

    /// A fault that syn found.
    pub(crate) fn push(&mut self, error: syn::Error) {
        self.errors.push(error);
    }

    /// The items, and after them the faults as calls of `compile_error!`.
    pub(crate) fn into_errors(self, items: TokenStream) -> TokenStream {
        let mut output = items;
        output.extend(self.errors.into_iter().map(syn::Error::into_compile_error));
        output
    }
}
