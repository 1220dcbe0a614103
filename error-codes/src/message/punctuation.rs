//! The marks that end a clause.

use super::fold::{fold, is_wide};

/// Returns whether a clause ends here. A comma does not: a phrase may go on after it.
pub(super) fn ends_clause(c: char, next: char) -> bool {
    match c {
        '\n' | '\r' | ';' | '!' | '?' | '|' => true,
        '.' | ':' => next.is_whitespace() || is_wide(next),
        _ => false,
    }
}

/// Returns where the first clause of a text ends.
pub(super) fn end_of_clause(text: &str) -> usize {
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let next = characters.peek().map_or(' ', |(_, next)| *next);
        if ends_clause(fold(c), next) {
            return at;
        }
    }
    text.len()
}
