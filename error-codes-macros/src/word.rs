//! What is a word in Rust.

/// Whether a text could be an identifier, a keyword among them.
pub(crate) fn is_word(text: &str) -> bool {
    let mut letters = text.chars();
    letters
        .next()
        .is_some_and(|first| first == '_' || unicode_ident::is_xid_start(first))
        && letters.all(unicode_ident::is_xid_continue)
}
