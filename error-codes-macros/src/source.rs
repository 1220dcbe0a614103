//! Where tokens are in the source, and how they are written there.
//!
//! Only a compiler knows places: tests have none, and an editor that runs the macro reports one line for everything.
//! So lines may decide how a broken table is read and how tokens are shown, but never whether a table is broken.

use proc_macro2::{Delimiter, Literal, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Lit, LitStr};

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
    let mut text = String::new();
    let mut before: Option<&TokenTree> = None;
    for token in tokens {
        if before.is_some_and(|before| are_apart(before, token)) {
            text.push(' ');
        }
        text.push_str(&token_text(token));
        before = Some(token);
    }
    text
}

/// Returns a token as it is written. A group prints with spaces inside its braces, which the source need not have.
fn token_text(token: &TokenTree) -> String {
    let TokenTree::Group(group) = token else {
        return token.to_string();
    };
    let (open, close) = match group.delimiter() {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    };
    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
    let written = known(group.span()).and_then(|place| place.source_text());
    written.unwrap_or_else(|| format!("{open}{}{close}", source_text(&inner)))
}

/// Returns whether whitespace separates two tokens; where places are unknown, only what has to be is apart.
fn are_apart(one: &TokenTree, other: &TokenTree) -> bool {
    // The quote of a lifetime has the place of the whole lifetime; only its spacing says that it touches the word.
    let touches = matches!(one, TokenTree::Punct(punct) if punct.spacing() == Spacing::Joint);
    let is_word = |token: &TokenTree| matches!(token, TokenTree::Ident(_) | TokenTree::Literal(_));
    let at = |place: proc_macro::Span| (place.line(), place.column());
    match (known(one.span()), known(other.span())) {
        // Tokens that the macro writes itself are all at the place of its call.
        (Some(before), Some(after)) if at(before.start()) != at(after.start()) => {
            !touches && at(before.end()) != at(after.start())
        }
        _ => is_punct(one, ',') || (is_word(one) && is_word(other)),
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

/// Returns what tokens say as a text: what is in quotes, if that is all, or else the tokens as they are written.
pub(crate) fn inner_text(tokens: &[TokenTree]) -> String {
    let is_glue =
        |token: &&TokenTree| is_punct(token, '+') || is_punct(token, ',') || is_punct(token, ';');
    let parts: Vec<&TokenTree> = tokens.iter().filter(|token| !is_glue(token)).collect();
    let text = |token: &&TokenTree| match token {
        TokenTree::Literal(literal) => text_of(&Lit::new(literal.clone()), parts.len() == 1),
        _ => None,
    };
    let texts: Option<Vec<String>> = parts.iter().map(text).collect();
    if let Some(texts) = texts.filter(|texts| !texts.is_empty()) {
        let is_sum = tokens.iter().any(|token| is_punct(token, '+'));
        return texts.join(if is_sum { "" } else { " " });
    }
    let written = source_text(tokens);
    let inner = written
        .strip_prefix('"')
        .and_then(|text| text.strip_suffix('"'));
    inner.map_or_else(|| written.clone(), ToOwned::to_owned)
}

/// Returns the text of a literal. A suffix is part of the text that follows, if there is any.
fn text_of(literal: &Lit, is_alone: bool) -> Option<String> {
    match literal {
        Lit::Str(text) if is_alone || text.suffix().is_empty() => Some(text.value()),
        Lit::ByteStr(text) => String::from_utf8(text.value()).ok(),
        Lit::CStr(text) => text.value().into_string().ok(),
        Lit::Char(text) => Some(text.value().to_string()),
        _ => None,
    }
}

/// Returns how to write tokens as text, with what goes around the quotes.
pub(crate) fn quoting_help(tokens: &[TokenTree], before: &str, after: &str) -> String {
    if tokens.last().is_some_and(|last| is_punct(last, ':')) {
        return "write it in quotes: outside of quotes, `//` starts a comment".to_owned();
    }
    let text = Literal::string(&inner_text(tokens));
    format!("write it in quotes: `{before}{text}{after}`")
}

/// A string literal of a cell, and what it says, which takes long to read.
pub(crate) struct Text {
    literal: LitStr,
    value: String,
}

impl Text {
    pub(crate) fn of(literal: LitStr) -> Self {
        Text {
            value: literal.value(),
            literal,
        }
    }

    pub(crate) fn value(&self) -> &str {
        &self.value
    }

    pub(crate) fn span(&self) -> Span {
        self.literal.span()
    }
}

impl ToTokens for Text {
    fn to_tokens(&self, output: &mut TokenStream) {
        self.literal.to_tokens(output);
    }
}
