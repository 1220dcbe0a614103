//! Writes the methods and traits of an enum. They forward to ordinary functions of the crate at run time, and are inline so
//! that a crate with a table compiles those that it calls and no others.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Ident;

/// Writes what a caller asks without importing a trait, and in constants.
pub(super) fn methods(name: &Ident, is_empty: bool, krate: &TokenStream) -> TokenStream {
    let facts = facts(krate);
    let row = row(is_empty);
    let option = quote!(::core::option::Option);
    let str = quote!(::core::primitive::str);
    let http = quote!(#krate::__private::http);
    quote! {
        #[automatically_derived]
        #[allow(dead_code)]
        impl #name {
            /// Returns the row of the table.
            #[inline]
            #[must_use]
            pub const fn row(self) -> &'static #krate::Row {
                #row
            }

            #facts

            /// Returns the aliases of the code: accepted, never emitted.
            #[inline]
            pub fn aliases(self) -> impl ::core::iter::Iterator<Item = &'static #str> {
                self.row().aliases()
            }

            /// Returns the first variant with this code or alias, or else the one whose placeholders fit it best.
            #[inline]
            #[must_use]
            pub fn from_code(code: &#str) -> #option<Self> {
                <Self as #krate::ProviderError>::from_code(code)
            }

            /// Reads an HTTP response with this table alone. Pass `None` for an unknown status.
            #[must_use]
            pub fn read<'response>(
                status: impl ::core::convert::Into<#option<#http::StatusCode>>,
                headers: &'response #http::HeaderMap,
                body: &'response (impl ::core::convert::AsRef<[::core::primitive::u8]> + ?::core::marker::Sized),
            ) -> #krate::ApiError<'response> {
                #krate::Reader::table::<Self>().read(status, headers, body)
            }

            /// Renders the response by which the provider reports this error, with the placeholders of its code, type and
            /// message filled from `params`.
            #[inline]
            #[must_use]
            pub fn render(self, params: &[(&#str, &#str)]) -> #http::Response<#krate::__private::String> {
                #krate::__private::render(self, params)
            }
        }
    }
}

/// Writes the methods that return a fact of the row, in constants too.
fn facts(krate: &TokenStream) -> TokenStream {
    let text = quote!(::core::option::Option<&'static ::core::primitive::str>);
    let status = quote!(::core::option::Option<#krate::__private::http::StatusCode>);
    let kind = quote!(#krate::ErrorKind);
    let retry = quote!(#krate::RetryHint);
    let scope = quote!(#krate::Scope);
    let facts = [
        (
            "kind",
            &kind,
            "Returns what happened, in the words that all providers share.",
        ),
        (
            "retry",
            &retry,
            "Returns what to do with the same request at the same place.",
        ),
        ("scope", &scope, "Returns how far the failure reaches."),
        (
            "status",
            &status,
            "Returns the HTTP status code, the first of several, or `None` if the row has none or a class such as `5xx`.",
        ),
        (
            "code",
            &text,
            "Returns the code as the provider writes it, which may have `{placeholders}`.",
        ),
        ("error_type", &text, "Returns the provider's `type`."),
        (
            "message",
            &text,
            "Returns the message template, the first of several, which may have `{placeholders}`.",
        ),
        ("summary", &text, "Returns a one-sentence description."),
    ];
    let methods = facts.map(|(name, returned, documentation)| {
        let name = format_ident!("{name}");
        quote! {
            #[doc = #documentation]
            #[inline]
            #[must_use]
            pub const fn #name(self) -> #returned {
                self.row().#name()
            }
        }
    });
    quote! {
        #(#methods)*

        /// Returns whether the same request may succeed later without anybody changing anything.
        #[inline]
        #[must_use]
        pub const fn is_retryable(self) -> ::core::primitive::bool {
            self.retry().is_retryable()
        }
    }
}

/// Writes the row of `self`. An enum without variants, which only a broken table gives, can be matched but not cast.
fn row(is_empty: bool) -> TokenStream {
    if is_empty {
        quote!(match self {})
    } else {
        quote!(&ROWS[self as ::core::primitive::usize])
    }
}

/// Writes the implementations of traits.
pub(super) fn traits(
    name: &Ident,
    label: &str,
    is_empty: bool,
    krate: &TokenStream,
) -> TokenStream {
    let position = if is_empty {
        quote!(match self {})
    } else {
        quote!(self as ::core::primitive::usize)
    };
    let text = text_traits(name, krate);
    let option = quote!(::core::option::Option);
    quote! {
        #[automatically_derived]
        impl #krate::ProviderError for #name {
            const TABLE: &'static ::core::primitive::str = #label;
            const ALL: &'static [Self] = Self::ALL;

            #[inline]
            fn provider() -> &'static #krate::Provider {
                <__Declaration as #krate::__private::Declared>::provider()
            }

            #[inline]
            fn table() -> #option<&'static #krate::Table> {
                #option::Some(&TABLE)
            }

            #[inline]
            fn position(self) -> ::core::primitive::usize {
                #position
            }
        }

        #[automatically_derived]
        impl ::core::convert::From<#name> for #krate::ErrorKind {
            #[inline]
            fn from(code: #name) -> Self {
                code.kind()
            }
        }

        #text
    }
}

/// Writes the conversions from and to text.
fn text_traits(name: &Ident, krate: &TokenStream) -> TokenStream {
    let result = quote!(::core::result::Result);
    let str = quote!(::core::primitive::str);
    let private = quote!(#krate::__private);
    quote! {
        #[automatically_derived]
        impl ::core::fmt::Debug for #name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.row().variant())
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Display for #name {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(self.row(), f)
            }
        }

        #[automatically_derived]
        impl ::core::error::Error for #name {}

        #[automatically_derived]
        impl ::core::str::FromStr for #name {
            type Err = #krate::UnknownCode;

            #[inline]
            fn from_str(code: &#str) -> #result<Self, #krate::UnknownCode> {
                #private::parse(code)
            }
        }

        #[automatically_derived]
        impl ::core::convert::TryFrom<&#str> for #name {
            type Error = #krate::UnknownCode;

            #[inline]
            fn try_from(code: &#str) -> #result<Self, #krate::UnknownCode> {
                #private::parse(code)
            }
        }

        #[automatically_derived]
        impl #private::Serialize for #name {
            fn serialize<S: #private::Serializer>(&self, serializer: S) -> #result<S::Ok, S::Error> {
                #private::serialize(&TABLE, self.row(), serializer)
            }
        }

        #[automatically_derived]
        impl<'de> #private::Deserialize<'de> for #name {
            fn deserialize<D: #private::Deserializer<'de>>(deserializer: D) -> #result<Self, D::Error> {
                #private::deserialize(deserializer)
            }
        }
    }
}
