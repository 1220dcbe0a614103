//! The phases in their order.

use crate::{check, expand, parse, report};
use proc_macro2::TokenStream;

/// Tokens to tokens, callable without a compiler.
pub(crate) fn run(tokens: TokenStream) -> TokenStream {
    let mut report = report::Report::default();
    let input = parse::parse(tokens, &mut report);
    let table = input.map(|input| check::check(input, &mut report));
    let items = table.as_ref().map(expand::expand);
    report.into_errors(items.unwrap_or_default())
}
