//! The phases in their order.

use crate::{check, expand, parse, report};
use proc_macro2::TokenStream;

/// Turns tokens into tokens. Callable without a compiler.
pub(crate) fn run(tokens: TokenStream) -> TokenStream {
    let mut report = report::Report::default();
    let input = parse::parse(tokens, &mut report);
    let checked = input.map(|input| check::check(input, &mut report));
    let items = checked.map(|(table, leftovers)| expand::expand(&table, &leftovers));
    report.into_errors(items.unwrap_or_default())
}
