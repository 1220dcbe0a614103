//! Strings and numbers in text that is more or less JSON.

use crate::cost;
use crate::scan;
use core::ops::Range;
use std::borrow::Cow;

/// Text that is more or less JSON.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    bytes: &'a [u8],
    /// The same if all of it is UTF-8: one check of the whole is faster than a check of each string.
    text: Option<&'a str>,
}

/// A string or a number: where it begins and ends.
#[derive(Clone, Copy)]
pub(super) struct Scalar {
    start: u32,
    end: u32,
    /// Whether it is in quotes.
    is_text: bool,
    has_escapes: bool,
    /// Whether the text stops before its closing quote.
    is_cut: bool,
}

/// Nothing is read behind this position.
const LIMIT: usize = u32::MAX as usize;

impl Scalar {
    /// Takes a place.
    pub(super) const NONE: Self = Scalar {
        start: 0,
        end: 0,
        is_text: false,
        has_escapes: false,
        is_cut: false,
    };

    /// Creates one without quotes.
    pub(super) fn bare(start: usize, end: usize) -> Self {
        Scalar {
            start: position(start),
            end: position(end),
            ..Scalar::NONE
        }
    }

    pub(super) fn end(self) -> usize {
        self.end as usize
    }

    pub(super) fn has_escapes(self) -> bool {
        self.has_escapes
    }

    /// Returns whether the text is no longer than a word.
    pub(super) fn is_short(self) -> bool {
        self.end - self.start <= 16
    }

    /// Returns whether the text stops inside of it.
    pub(super) fn is_cut(self) -> bool {
        self.is_cut
    }

    fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

impl<'a> Source<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let bytes = bytes.get(..LIMIT).unwrap_or(bytes);
        Source {
            bytes,
            text: str::from_utf8(bytes).ok(),
        }
    }

    /// Returns the text between the quotes, or the digits; a copy only if there are escapes or bytes that are not UTF-8.
    pub(super) fn text(self, scalar: Scalar) -> Cow<'a, str> {
        if scalar.has_escapes {
            return Cow::Owned(unescape(self.raw(scalar)));
        }
        if let Some(text) = self.text.and_then(|text| text.get(scalar.range())) {
            return Cow::Borrowed(text);
        }
        let raw = self.raw(scalar);
        match str::from_utf8(raw) {
            Ok(text) => Cow::Borrowed(text),
            // `from_utf8_lossy` alone looks at valid text character by character.
            Err(_) => String::from_utf8_lossy(raw),
        }
    }

    /// Returns the string at the start of the text.
    pub(super) fn leading_string(self) -> Option<Cow<'a, str>> {
        let string = self.string(0, *self.bytes.first()?);
        (!self.is_blank(string)).then(|| self.text(string))
    }

    pub(super) fn bytes(self) -> &'a [u8] {
        self.bytes
    }

    /// Returns the text between the quotes as it is written.
    pub(super) fn raw(self, scalar: Scalar) -> &'a [u8] {
        self.bytes.get(scalar.range()).unwrap_or_default()
    }

    /// Returns whether a value is `false`, which is an answer in some places and nothing in others.
    pub(super) fn is_false(self, scalar: Scalar) -> bool {
        !scalar.is_text && self.raw(scalar) == b"false"
    }

    /// Returns whether a value is blank: whitespace, which may be escaped or not ASCII, or Go's `<nil>`, whose brackets Go
    /// itself escapes; and of values without quotes, everything but a number and `false`.
    pub(super) fn is_blank(self, scalar: Scalar) -> bool {
        const LONGEST_UNREAD: usize = 64;
        let raw = self.raw(scalar);
        if !scalar.is_text {
            let first = raw.first();
            let is_number = first.is_some_and(|first| first.is_ascii_digit() || *first == b'-');
            return !is_number && !self.is_false(scalar);
        }
        // An escape could stand for whitespace, and a bracket begins `<nil>`.
        let is_plain = |first: &u8| first.is_ascii_graphic() && !matches!(first, b'<' | b'\\');
        if raw.first().is_some_and(is_plain) {
            return false;
        }
        let trimmed = raw.trim_ascii();
        let Some(first) = trimmed.first() else {
            return true;
        };
        let is_unread = scalar.has_escapes || !first.is_ascii_graphic();
        if is_unread && trimmed.len() <= LONGEST_UNREAD {
            matches!(self.text(scalar).trim(), "" | "<nil>")
        } else {
            trimmed == b"<nil>"
        }
    }

    /// Returns the string after an opening quote, up to the closing one or to the end.
    #[inline]
    pub(super) fn string(self, quote_at: usize, quote: u8) -> Scalar {
        let start = quote_at + 1;
        let rest = self.bytes.get(start..).unwrap_or_default();
        let mut end = scan::find_either(rest, quote, b'\\');
        let mut has_escapes = false;
        while rest.get(end) == Some(&b'\\') {
            has_escapes = true;
            end = (end + 2).min(rest.len());
            end += scan::find_either(&rest[end..], quote, b'\\');
        }
        cost::charge(end);
        Scalar {
            start: position(start),
            end: position(start + end),
            is_text: true,
            has_escapes,
            is_cut: end >= rest.len(),
        }
    }
}

/// Resolves JSON's escapes, and Python's `\'` and `\xNN`; an invalid escape is kept as it is.
pub(super) fn unescape(raw: &[u8]) -> String {
    let raw = String::from_utf8_lossy(raw);
    let mut text = String::with_capacity(raw.len());
    let mut rest = &*raw;
    while let Some(at) = rest.find('\\') {
        cost::charge(at + 1);
        text.push_str(&rest[..at]);
        let escape = &rest[at + 1..];
        let mut letters = escape.chars();
        let letter = letters.next();
        rest = letters.as_str();
        match letter {
            Some('n') => text.push('\n'),
            Some('r') => text.push('\r'),
            Some('t') => text.push('\t'),
            Some('b') => text.push('\u{8}'),
            Some('f') => text.push('\u{c}'),
            Some('u') => rest = unescape_unit(rest, &mut text),
            Some('x') => match hex(rest, 2) {
                Some((unit, after)) => {
                    text.push(char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER));
                    rest = after;
                }
                None => text.push_str("\\x"),
            },
            Some(other) => text.push(other),
            None => text.push('\\'),
        }
    }
    text.push_str(rest);
    text
}

/// Resolves what follows `\u`: four digits, or a surrogate pair.
fn unescape_unit<'t>(rest: &'t str, text: &mut String) -> &'t str {
    let Some((unit, after)) = hex(rest, 4) else {
        text.push_str("\\u");
        return rest;
    };
    if (0xd800..0xdc00).contains(&unit)
        && let Some((low, after)) = after.strip_prefix("\\u").and_then(|rest| hex(rest, 4))
        && (0xdc00..0xe000).contains(&low)
    {
        let scalar = 0x1_0000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
        text.push(char::from_u32(scalar).unwrap_or(char::REPLACEMENT_CHARACTER));
        return after;
    }
    text.push(char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER));
    after
}

fn hex(text: &str, digits: usize) -> Option<(u32, &str)> {
    let (number, after) = text.split_at_checked(digits)?;
    let is_hex = number.bytes().all(|byte| byte.is_ascii_hexdigit());
    let unit = u32::from_str_radix(number, 16).ok()?;
    is_hex.then_some((unit, after))
}
