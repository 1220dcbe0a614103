//! The procedural macro of [`error-codes`](https://docs.rs/error-codes), where it is documented and from where it is
//! meant to be used.
//!
//! A table goes through four phases, each a file: `parse` finds rows and cells and nothing else, `check` holds every
//! rule and makes of them a `model`, `expand` writes that model down and cannot fail. What is wrong on the way is
//! gathered in a `report`, and for a row that broke a rule `fallback` says what is written in its place.

#![forbid(unsafe_code)]
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod attribute;
mod cell;
mod check;
mod docs;
mod expand;
mod fallback;
mod line;
mod model;
mod parse;
mod pipeline;
mod report;
mod template;
#[cfg(test)]
mod tests;
mod word;

/// The procedural half of `error_codes::provider_errors!`, which is the one to call: it passes the path of its own crate
/// along, so that the table compiles whatever a caller calls that crate.
#[proc_macro]
pub fn provider_errors(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    pipeline::run(input.into()).into()
}
