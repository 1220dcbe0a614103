//! The procedural macro of [`error-codes`](https://docs.rs/error-codes), which documents and re-exports it.
//!
//! A call goes through the phases of `pipeline`, each a file:
//!
//! | phase | takes | gives |
//! |---|---|---|
//! | `parse` | tokens | `ast`, what was written |
//! | `check` | `ast` | `model`, a table that broke no rule, and what is left of the rest for `fallback` |
//! | `expand` | `model` | items; it cannot fail |
//!
//! On the way `recover` finds the rows of a table, `cell`, `template` and `phrase` read a cell, `check/cure` proposes what a
//! wrong one may mean, and `report` collects the faults.

#![forbid(unsafe_code)]
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod advice;
mod ast;
mod attribute;
mod cell;
mod characters;
mod check;
mod column;
mod docs;
mod expand;
mod fallback;
mod ident;
mod lexer;
mod markdown;
mod model;
mod parse;
mod phrase;
mod pipeline;
mod recover;
mod report;
mod source;
mod stand_in;
mod suggest;
mod template;
#[cfg(test)]
mod tests;

/// Implements `error_codes::provider_errors!`, which is the macro to call: it passes on the path of its own crate, so
/// that the table compiles whatever a caller calls that crate.
#[proc_macro]
pub fn provider_errors(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    pipeline::run(input.into()).into()
}
