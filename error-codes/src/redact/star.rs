//! Credentials of which a provider shows a part: `ab12****yz34`.

use super::form;
use super::look::{has_letters_and_digits, is_elision};
use super::value;
use core::ops::Range;

/// Returns a word that contains three signs of elision from a place on, if the rest looks like parts of a credential and not
/// like emphasis, a rating or a pattern.
pub(super) fn hidden(text: &str, at: usize, from: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 128;
    const SHOWN: usize = 6;
    if text[from..at].ends_with(is_elision) {
        return None;
    }
    let is_part =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.') || is_elision(c);
    let before = text[from..at].char_indices().rev().take(LONGEST);
    let start = before.take_while(|&(_, c)| is_part(c)).last();
    let start = start.map_or(at, |(start, _)| from + start);
    let word = value::part(&text[start..]);
    let shown = word.bytes().filter(u8::is_ascii_alphanumeric).count();
    let is_credential = shown >= SHOWN
        && has_letters_and_digits(word)
        && !word.starts_with("**")
        && !form::is_masked(word);
    is_credential.then(|| start..value::end(text, start))
}
