//! Identifiers of Rust and their cases.

use proc_macro2::Span;
use quote::ToTokens;
use syn::Ident;

/// Returns whether a text could be an identifier or a keyword.
pub(crate) fn is_word(text: &str) -> bool {
    let mut letters = text.chars();
    letters
        .next()
        .is_some_and(|first| first == '_' || unicode_ident::is_xid_start(first))
        && letters.all(unicode_ident::is_xid_continue)
}

/// Returns whether a word is not a keyword, so that a path can end with it.
pub(crate) fn is_name(word: &Ident) -> bool {
    syn::parse2::<Ident>(word.to_token_stream()).is_ok()
}

/// Returns a text as an identifier, unless it is a keyword or no identifier at all.
pub(crate) fn identifier(text: &str, span: Span) -> Option<Ident> {
    // The lexer would report a text that is not a word as an error of its own.
    let word = is_word(text.trim_start_matches("r#"));
    let mut ident: Ident = word.then(|| syn::parse_str(text).ok())??;
    ident.set_span(span);
    Some(ident)
}

/// Turns `param_error`, `INVALID_API_KEY` and `channel:no_key` into `ParamError`, `InvalidApiKey` and `ChannelNoKey`. Digits
/// stay apart: `1.0` turns into `1_0`.
pub(crate) fn camel_case(text: &str) -> String {
    let capitalized = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        let rest = if word.contains(char::is_lowercase) {
            letters.as_str().to_owned()
        } else {
            letters.as_str().to_lowercase()
        };
        first.chain(rest.chars()).collect::<String>()
    };
    let words = text.split(|c: char| !unicode_ident::is_xid_continue(c) || c == '_');
    let mut name = String::new();
    for word in words.map(capitalized) {
        if name.ends_with(char::is_numeric) && word.starts_with(char::is_numeric) {
            name.push('_');
        }
        name.push_str(&word);
    }
    name
}

/// Returns whether rustc takes a name for upper camel case: it begins with no lower-case letter, and has `_` only
/// between letters without case.
pub(crate) fn is_camel_case(text: &str) -> bool {
    let has_case = |c: &char| c.is_lowercase() || c.is_uppercase();
    let letters: Vec<char> = text.chars().collect();
    let begins = letters
        .first()
        .is_some_and(|first| !first.is_lowercase() && *first != '_');
    let is_parted = letters
        .windows(2)
        .any(|pair| pair.contains(&'_') && (pair.iter().any(has_case) || pair == ['_', '_']));
    begins && !is_parted && !text.ends_with('_')
}

/// Turns `acme-ai`, `acme_ai` and `AcmeAi` into `ACME_AI`.
pub(crate) fn upper_snake_case(text: &str) -> String {
    let mut name = String::new();
    let mut after_small = false;
    for c in text.chars() {
        let is_letter = c.is_alphanumeric();
        if (!is_letter && !name.is_empty() && !name.ends_with('_'))
            || (c.is_uppercase() && after_small)
        {
            name.push('_');
        }
        if is_letter {
            name.extend(c.to_uppercase());
        }
        after_small = c.is_lowercase() || c.is_numeric();
    }
    name.trim_end_matches('_').to_owned()
}
