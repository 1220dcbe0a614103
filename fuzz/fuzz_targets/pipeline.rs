//! Any tokens are a table or a list of faults, and the same each time.

#![no_main]
extern crate proc_macro;

/// The sources of the macro's crate, because nothing can link a procedural macro.
#[path = "../../error-codes-macros/src"]
mod sources {
    pub mod attribute;
    pub mod cell;
    pub mod check;
    pub mod docs;
    pub mod expand;
    pub mod fallback;
    pub mod line;
    pub mod model;
    pub mod parse;
    pub mod report;
    pub mod template;
    pub mod word;
}

use libfuzzer_sys::fuzz_target;
use proc_macro2::TokenStream;
// Where the sources look for each other.
use sources::{attribute, cell, check, docs, expand, fallback, line, model, parse, report, template, word};

fuzz_target!(|table: &str| {
    let Ok(tokens) = format!("crate = ::error_codes; {table}").parse::<TokenStream>() else {
        return;
    };
    let output = pipeline(tokens.clone());
    assert!(!output.is_empty());
    assert_eq!(output.to_string(), pipeline(tokens).to_string());
});

/// The macro, as the root of its crate puts it together.
fn pipeline(tokens: TokenStream) -> TokenStream {
    let mut report = report::Report::default();
    let input = parse::parse(tokens, &mut report);
    let table = input.map(|input| check::check(input, &mut report));
    let items = table.as_ref().map(expand::expand);
    report.into_errors(items.unwrap_or_default())
}
