//! Where tokens are in the source, and how they are written there.
//!
//! Only a compiler knows places: tests have none, and an editor that runs the macro reports one line for everything.
//! So lines may decide how a broken table is read and how tokens are shown, but never whether a table is broken.

use proc_macro2::{Spacing, Span, TokenStream, TokenTree};

/// Returns the place that the compiler knows, or nothing outside of one.
fn known(place: Span) -> Option<proc_macro::Span> {
    // `unwrap` panics on a span that does not come from the compiler. Inside a compiler proc-macro2 creates no other
    // span: it asks the same question, and nothing here turns it off with `fallback::force`.
    proc_macro::is_available().then(|| place.unwrap())
}

/// Returns whether the second place is known to begin on another line than the one on which the first ends.
pub(crate) fn is_line_break(before: Span, after: Span) -> bool {
    match (known(before), known(after)) {
        (Some(before), Some(after)) => before.end().line() != after.line(),
        _ => false,
    }
}

/// Returns the tokens as they are written in the source; where places are unknown, with spaces between words only.
pub(crate) fn source_text(tokens: &[TokenTree]) -> String {
    let is_word = |token: &TokenTree| matches!(token, TokenTree::Ident(_) | TokenTree::Literal(_));
    let mut text = String::new();
    let mut before: Option<&TokenTree> = None;
    for token in tokens {
        let is_apart = |before| (is_word(before) && is_word(token)) || are_apart(before, token);
        if before.is_some_and(is_apart) {
            text.push(' ');
        }
        text.push_str(&token.to_string());
        before = Some(token);
    }
    text
}

/// Returns whether whitespace is known to separate two tokens.
fn are_apart(one: &TokenTree, other: &TokenTree) -> bool {
    // The quote of a lifetime has the place of the whole lifetime; only its spacing says that it touches the word.
    let touches = matches!(one, TokenTree::Punct(punct) if punct.spacing() == Spacing::Joint);
    match (known(one.span()), known(other.span())) {
        (Some(one), Some(other)) if !touches => {
            let (end, start) = (one.end(), other.start());
            (end.line(), end.column()) != (start.line(), start.column())
        }
        _ => false,
    }
}

/// Returns tokens as a stream.
pub(crate) fn tokens_of(tokens: &[TokenTree]) -> TokenStream {
    tokens.iter().cloned().collect()
}

/// Returns whether a token is this punctuation character.
pub(crate) fn is_punct(token: &TokenTree, character: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == character)
}

/// Returns how to write tokens as text, with what goes around the quotes.
pub(crate) fn quoting_help(tokens: &[TokenTree], before: &str, after: &str) -> String {
    let written = source_text(tokens);
    if tokens.last().is_some_and(|last| is_punct(last, ':')) {
        "write it in quotes: outside of quotes, `//` starts a comment".to_owned()
    } else if written.contains('"') {
        "write a single string literal".to_owned()
    } else {
        format!("write it in quotes: `{before}\"{written}\"{after}`")
    }
}
