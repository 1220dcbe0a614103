//! A word of a text that may be the name of a credential.

use super::escape;
use super::name::is_one_of;

#[derive(Clone, Copy)]
pub(super) struct Word<'t> {
    all: &'t str,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// How long a name may be before and after the part by which it is found.
const BEFORE: usize = 64;
const AFTER: usize = 24;

impl<'t> Word<'t> {
    /// Returns the word around a place, or `None` if it is longer than names are.
    pub(super) fn around(all: &'t str, at: usize, from: usize) -> Option<Self> {
        let is_joint = |byte: u8| matches!(byte, b'_' | b'-');
        let bytes = all.as_bytes();
        let after = bytes[at..].iter().take(AFTER + 1);
        let after = after
            .take_while(|&&byte| byte.is_ascii_alphanumeric() || is_joint(byte))
            .count();
        let before = bytes[from.min(at)..at].iter().rev().take(BEFORE);
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || is_joint(byte) || byte == b'.';
        let before = before.take_while(|byte| is_part(**byte)).count();
        let start = (at - before + escape::tail(bytes, at - before)).min(at);
        let end = start + all[start..at + after].trim_end_matches(['-', '_']).len();
        (after <= AFTER && start < end).then_some(Word { all, start, end })
    }

    pub(super) fn text(self) -> &'t str {
        &self.all[self.start..self.end]
    }

    /// Returns the word before this one, if nothing but a space or a quotation mark is between them.
    pub(super) fn before(self) -> &'t str {
        const LONGEST: usize = 24;
        let bytes = self.all.as_bytes()[..self.start].iter().rev();
        let gap = bytes
            .clone()
            .take(2)
            .take_while(|byte| b" \"'`-_".contains(byte))
            .count();
        let letters = bytes
            .skip(gap)
            .take(LONGEST)
            .take_while(|byte| byte.is_ascii_alphabetic());
        let end = self.start - gap;
        &self.all[end - letters.count()..end]
    }

    /// Returns whether this is the name in `?name=value`, however its signs are escaped.
    pub(super) fn is_parameter(self) -> bool {
        let before = &self.all[..self.start];
        let opens = [
            "?", "&", ";", "%3F", "%3f", "%26", "u0026", "u003f", "u003F",
        ];
        let rest = &self.all.as_bytes()[self.end..];
        matches!(escape::read(rest), Some((b'=', _)))
            && opens.iter().any(|open| before.ends_with(open))
    }

    /// Returns whether the address before the parameter has a version, as those of APIs do.
    pub(super) fn is_of_api(self) -> bool {
        let bytes = self.tail(128).windows(3);
        let mut bytes = bytes.rev();
        bytes.any(|three| three[0] == b'/' && three[1] == b'v' && three[2].is_ascii_digit())
    }

    /// Returns whether the text before speaks of a key.
    pub(super) fn is_about_key(self) -> bool {
        let words = self.tail(128).split(|byte| !byte.is_ascii_alphabetic());
        let mut words = words.filter_map(|word| core::str::from_utf8(word).ok());
        words.any(|word| {
            is_one_of(
                word,
                &["key", "token", "secret", "credential", "credentials"],
            )
        })
    }

    /// Returns the end of the text before the word.
    fn tail(self, length: usize) -> &'t [u8] {
        &self.all.as_bytes()[self.start.saturating_sub(length)..self.start]
    }
}
