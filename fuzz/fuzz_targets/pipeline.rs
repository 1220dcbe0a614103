//! Expands any tokens: the result is never empty, and the same each time.

#![no_main]
extern crate proc_macro;

/// The sources of the macro's crate, because a procedural macro cannot be linked.
#[path = "../../error-codes-macros/src"]
mod sources {
    pub mod advice;
    pub mod ast;
    pub mod attribute;
    pub mod cell;
    pub mod characters;
    pub mod check;
    pub mod column;
    pub mod docs;
    pub mod expand;
    pub mod fallback;
    pub mod ident;
    pub mod lexer;
    pub mod markdown;
    pub mod model;
    pub mod parse;
    pub mod phrase;
    pub mod pipeline;
    pub mod recover;
    pub mod report;
    pub mod source;
    pub mod stand_in;
    pub mod suggest;
    pub mod template;
}

use libfuzzer_sys::fuzz_target;
use proc_macro2::TokenStream;
// Where the sources look for each other.
use sources::{
    advice, ast, attribute, cell, characters, check, column, docs, expand, fallback, ident, lexer,
    markdown, model, parse, phrase, pipeline, recover, report, source, stand_in, suggest, template,
};

fuzz_target!(|table: &str| {
    let Ok(tokens) = format!("crate = ::error_codes; {table}").parse::<TokenStream>() else {
        return;
    };
    let output = pipeline::run(tokens.clone());
    assert!(!output.is_empty());
    assert_eq!(output.to_string(), pipeline::run(tokens).to_string());
});
