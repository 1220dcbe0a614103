//! Writes a table as Rust. A row is written in two places: the variant of the enum, and its part of the data of the table,
//! which is a few literals for all rows. Everything that works on them is an ordinary function of the crate at run time.
//!
//! ```text
//! pub static PROVIDER: Provider = …;      where the call stands
//! mod __acme_ErrorCode {                  nothing of the caller's can clash with it
//!     static CELLS, ROWS, TABLE
//!     pub enum ErrorCode { … }
//!     impl ErrorCode { … } and its traits, by a macro of the crate at run time
//! }
//! pub use __acme_ErrorCode::ErrorCode;    where the call stands
//! ```
//!
//! The enum and its impls are in a module so that a second enum of the same name is one error, at that name, and not one for
//! each impl.

mod data;
mod hash;
mod index;
mod row;
mod table;

use crate::docs;
use crate::fallback::Leftovers;
use crate::model::{Body, Provider, Table};
use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use row::{generated_at, option, word};

/// Writes the items of a call.
pub(crate) fn expand(call: &Table, leftovers: &Leftovers) -> TokenStream {
    let provider = provider(call);
    let tables = call.sections.iter();
    let tables = tables.map(|table| table::table(table, leftovers.of(&table.name), call));
    quote! {
        #(#tables)*
        #provider
    }
}

/// Writes the static of the provider.
fn provider(call: &Table) -> TokenStream {
    let krate = &call.krate;
    let Provider {
        attributes,
        id,
        static_name,
        name,
        docs,
        retrieved,
        body,
        base,
    } = &call.provider;
    let docs = option(docs.as_ref());
    let retrieved = option(retrieved.as_ref());
    let shape = option(body.as_ref().map(|body| match body {
        Body::Word(shape) => word("BodyShape", shape, krate),
        Body::Expression(expression) => expression.clone(),
    }));
    let base = option(base.as_ref().map(|base| {
        let first = base.clone().into_iter().next();
        let span = first.map_or_else(Span::call_site, |first| generated_at(first.span()));
        quote_spanned!(span=> &#base)
    }));
    let tables = call.sections.iter().map(|table| {
        let conditions = &table.conditions;
        let module = table::module(table, call);
        quote!(#conditions &#module::TABLE)
    });
    let documentation = docs::source(&call.provider);
    quote! {
        #attributes
        #[doc = ""]
        #[doc = #documentation]
        // A lone word is a constant of the crate's, so one of the caller's may have to be in braces.
        #[allow(dead_code, deprecated, non_upper_case_globals, unreachable_pub, unused_braces, unused_parens)]
        pub static #static_name: #krate::Provider = #krate::__private::StaticProvider {
            id: #id,
            name: #name,
            docs: #docs,
            retrieved: #retrieved,
            shape: #shape,
            base: #base,
            tables: &[#(#tables),*],
        }
        .provider();
    }
}
