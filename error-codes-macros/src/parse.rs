//! Finds the parts of a call. It knows their shape and no rule, and every part keeps its tokens, so that a fault can be
//! shown where it was written.

mod cursor;
mod item;
mod provider;
mod section;

use crate::ast::Input;
use crate::report::{Report, fault};
use crate::source::tokens_of;
use cursor::Cursor;
use proc_macro2::TokenStream;
use quote::quote;

/// Reads a call as far as possible. Returns nothing if the call does not name the crate.
pub(crate) fn parse(tokens: TokenStream, report: &mut Report) -> Option<Input> {
    let tokens = cursor::without_invisible_groups(tokens);
    let mut cursor = Cursor::new(&tokens);
    let mut input = Input {
        krate: krate(&mut cursor, report)?,
        providers: Vec::new(),
        sections: Vec::new(),
        is_whole: true,
    };
    while !cursor.is_empty() {
        item(&mut cursor, &mut input, report);
    }
    Some(input)
}

/// `crate = $crate;`, which the `macro_rules!` front writes.
fn krate(cursor: &mut Cursor, report: &mut Report) -> Option<TokenStream> {
    if !(cursor.is_word(0, "crate") && cursor.is_punct(1, '=')) {
        report.push(fault!(cursor.peek(0) => "expected `crate`",
            help: "call the macro as `error_codes::provider_errors!`"));
        return None;
    }
    cursor.take(2);
    let path = cursor.take_until(|rest| rest.is_punct(0, ';'));
    cursor.take(1);
    Some(tokens_of(path))
}

/// One `provider` block or one section; anything else is skipped up to the next `}`.
fn item(cursor: &mut Cursor, input: &mut Input, report: &mut Report) {
    let attributes = item::attributes(cursor);
    if cursor.is_word(0, "provider") {
        return provider::provider(cursor, attributes, input, report);
    }
    if let Some(separator) = item::separator(cursor) {
        return report.push(
            fault!(separator => "unexpected `{separator}` between two items",
            help: "remove it: an item ends with its `}}`"),
        );
    }
    let visibility = item::visibility(cursor);
    if item::is_other_item(cursor) {
        let keyword = cursor.peek(0);
        let text = keyword.map(ToString::to_string).unwrap_or_default();
        report
            .push(fault!(keyword => "expected `enum`, found `{text}`", help: "a table is an enum"));
        return section::section(cursor, attributes, visibility, input, report);
    }
    if !visibility.is_empty() && cursor.is_word(0, "provider") {
        report.push(
            fault!(visibility => "`{visibility}` is not allowed before `provider`",
            help: "remove it: the static is public"),
        );
        return provider::provider(cursor, attributes, input, report);
    }
    if cursor.is_word(0, "enum") {
        return section::section(cursor, attributes, visibility, input, report);
    }
    input.is_whole = false;
    let at = match cursor.peek(0) {
        Some(token) => quote!(#token),
        None => quote!(#attributes #visibility),
    };
    report.push(fault!(at => "expected `provider \"id\" {{ … }}` or `pub enum Name {{ … }}`",
        help: "a call has one `provider` block, followed by one enum for each table of its error page"));
    item::skip_braces(cursor);
}
