//! One pass over text that is more or less JSON.
//!
//! An error body is often not quite JSON: truncated, followed by prose, printed by Python, with a line break inside a
//! string. So this reader rejects nothing. It descends into the objects on the way to the pointers it was given, skips
//! everything else by counting brackets, and stops where the text does. Arrays are transparent: a pointer passes through
//! them as if their elements stood in their place.

use super::shape::{Index, Place};
use crate::cost;
use crate::scan;
use std::borrow::Cow;

/// The deepest nesting at which a pointer is followed; what is nested deeper is skipped.
const DEPTH: usize = 16;

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
    start: usize,
    end: usize,
    /// Whether it is in quotes.
    is_text: bool,
    has_escapes: bool,
    /// Whether the text stops before its closing quote.
    is_cut: bool,
}

impl Scalar {
    /// Returns whether the text is no longer than a word.
    pub(super) fn is_short(self) -> bool {
        self.end - self.start <= 16
    }

    /// Returns whether the text stops inside of it.
    pub(super) fn is_cut(self) -> bool {
        self.is_cut
    }
}

impl<'a> Source<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
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
        if let Some(text) = self
            .text
            .and_then(|text| text.get(scalar.start..scalar.end))
        {
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

    fn raw(self, scalar: Scalar) -> &'a [u8] {
        self.bytes.get(scalar.start..scalar.end).unwrap_or_default()
    }

    /// Returns whether a value is `false`, which is an answer in some places and nothing in others.
    pub(super) fn is_false(self, scalar: Scalar) -> bool {
        !scalar.is_text && self.raw(scalar) == b"false"
    }

    /// Returns whether a value is blank: whitespace, which may be escaped or not ASCII, or Go's `<nil>`, whose brackets Go
    /// itself escapes; and of values without quotes, everything but a number and `false`.
    fn is_blank(self, scalar: Scalar) -> bool {
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
    fn string(self, quote_at: usize, quote: u8) -> Scalar {
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
            start,
            end: start + end,
            is_text: true,
            has_escapes,
            is_cut: end >= rest.len(),
        }
    }
}

/// A JSON pointer (RFC 6901, without escapes). A step `*`, one of the first three, matches every key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pointer {
    text: &'static str,
    count: usize,
    /// The first steps, by which most keys are compared.
    steps: [Step; STEPS],
}

const STEPS: usize = 3;

/// The step to an element of an array, which is no key.
const ELEMENT: &[u8] = b"0";

/// The length and the last eight bytes of a key; most keys are not longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Step {
    length: usize,
    end: u64,
}

impl Step {
    /// Matches no key.
    const NONE: Self = Step {
        length: usize::MAX,
        end: 0,
    };

    /// `*`, which matches every key.
    const ANY: Self = Step {
        length: usize::MAX - 1,
        end: 0,
    };

    const fn is_whole_key(self) -> bool {
        self.length <= 8
    }

    #[inline]
    pub(crate) const fn new(key: &[u8]) -> Self {
        Step {
            length: key.len(),
            end: scan::last_word(key),
        }
    }

    /// Returns a hash, the upper bits of which are the best.
    #[inline]
    pub(crate) const fn mixed(self) -> u64 {
        (self.end ^ self.length as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }
}

/// The keys of a pointer that are still to come.
#[derive(Clone, Copy)]
pub(crate) struct Keys(&'static [u8]);

impl Keys {
    /// Splits off the next one; steps to elements are left out.
    pub(crate) const fn split(self) -> Option<(&'static [u8], Self)> {
        let mut rest = self.0;
        while let [b'/', after @ ..] = rest {
            let mut length = 0;
            while length < after.len() && after[length] != b'/' {
                length += 1;
            }
            let (key, behind) = after.split_at(length);
            rest = behind;
            if let ELEMENT = key {
                continue;
            }
            return Some((key, Keys(behind)));
        }
        None
    }
}

impl Pointer {
    pub(super) const fn new(text: &'static str) -> Self {
        let mut steps = [Step::NONE; STEPS];
        let mut keys = Keys(text.as_bytes());
        let mut count = 0;
        while let Some((key, rest)) = keys.split() {
            keys = rest;
            if count < STEPS {
                steps[count] = match key {
                    b"*" => Step::ANY,
                    _ => Step::new(key),
                };
            }
            count += 1;
        }
        Pointer { text, count, steps }
    }

    pub(crate) const fn text(self) -> &'static str {
        self.text
    }

    pub(crate) const fn keys(self) -> Keys {
        Keys(self.text.as_bytes())
    }

    /// Returns whether this key follows after so many steps.
    #[inline]
    fn leads_on(&self, steps_taken: usize, key: &[u8], step: Step) -> bool {
        match self.steps.get(steps_taken) {
            Some(own) if *own == Step::ANY => true,
            Some(own) if *own != step => false,
            Some(_) if step.is_whole_key() => true,
            _ => {
                let keys = core::iter::successors(self.keys().split(), |(_, rest)| rest.split());
                keys.map(|(key, _)| key).nth(steps_taken) == Some(key)
            }
        }
    }
}

/// How many pointers can be looked for at once: one bit each.
pub(super) const MAX_POINTERS: usize = 128;

/// A value at the end of some pointers: those of the index and those of the shape, as bits.
pub(super) struct Value {
    pub(super) any: u128,
    pub(super) own: u128,
    pub(super) scalar: Scalar,
}

/// Walks a text once and hands over each string and number to which a pointer of the index or a place of the shape leads. Blank
/// values are left out.
pub(super) fn walk(source: Source<'_>, index: &Index, own: &[Place], on_value: impl FnMut(Value)) {
    let all = |count: usize| match count {
        0 => 0,
        _ => u128::MAX >> MAX_POINTERS.saturating_sub(count),
    };
    let walk = Walk {
        source,
        index,
        own,
        on_value,
        at: 0,
        outer: [Frame::default(); DEPTH],
        depth: 0,
        inner: Frame::default(),
        way: Way {
            any: all(index.count()),
            own: all(own.len()),
            steps: 0,
        },
        is_value: true,
    };
    walk.run();
}

/// See [`walk`].
struct Walk<'a, 'p, F> {
    source: Source<'a>,
    index: &'p Index,
    own: &'p [Place],
    on_value: F,
    at: usize,
    /// The objects and arrays around the innermost one, the outermost of which stands for what surrounds the body.
    outer: [Frame; DEPTH],
    depth: usize,
    inner: Frame,
    way: Way,
    /// Whether the next value belongs to a key or an array; one that does not is skipped.
    is_value: bool,
}

/// The pointers that lead to where the walk is, as bits, and how many of their steps are taken: the same number for all.
#[derive(Clone, Copy, Default)]
struct Way {
    any: u128,
    own: u128,
    steps: usize,
}

impl Way {
    fn is_open(self) -> bool {
        self.any | self.own != 0
    }
}

#[derive(Clone, Copy, Default)]
struct Frame {
    way: Way,
    is_array: bool,
}

impl<F: FnMut(Value)> Walk<'_, '_, F> {
    /// Takes one token after the other, until the text or its first value ends.
    fn run(mut self) {
        while let Some(&byte) = self.source.bytes.get(self.at) {
            cost::charge(1);
            match byte {
                b'"' | b'\'' => {
                    let string = self.string(byte);
                    if self.takes_colon() {
                        self.enter(string);
                        continue;
                    }
                    self.offer(string);
                }
                b',' | b':' => self.at += 1,
                b'{' | b'[' if self.is_value && self.way.is_open() && self.depth < DEPTH => {
                    self.open(byte == b'[');
                }
                b'{' | b'[' => self.skip_nested(),
                b'}' | b']' => self.close(),
                _ if byte.is_ascii_whitespace() => {
                    self.at += 1;
                    continue;
                }
                _ => {
                    let word = self.bare_word();
                    self.offer(word);
                }
            }
            if self.depth == 0 {
                return;
            }
            // After a value, a bracket or a comma the walk is back in the innermost object or array.
            self.way = self.inner.way;
            self.is_value = self.inner.is_array;
        }
    }

    fn open(&mut self, is_array: bool) {
        self.outer[self.depth] = self.inner;
        self.depth += 1;
        self.inner = Frame {
            way: self.way,
            is_array,
        };
        self.at += 1;
    }

    fn close(&mut self) {
        self.at += 1;
        self.depth = self.depth.saturating_sub(1);
        self.inner = self.outer[self.depth];
    }

    /// Goes from the innermost object to one of its keys.
    fn enter(&mut self, key: Scalar) {
        self.is_value = true;
        let from = self.inner.way;
        self.way = from;
        if !from.is_open() {
            return;
        }
        let unescaped;
        let key = if key.has_escapes {
            unescaped = unescape(self.source.raw(key));
            unescaped.as_bytes()
        } else {
            self.source.raw(key)
        };
        let step = Step::new(key);
        let own = bits(from.own).filter(|at| {
            let place = self.own.get(*at);
            place.is_some_and(|place| place.pointer().leads_on(from.steps, key, step))
        });
        self.way = Way {
            own: own.fold(0, |open, at| open | 1 << at),
            any: match from.any {
                0 => 0,
                open => open & self.index.leading(from.steps, key, step),
            },
            steps: from.steps + 1,
        };
    }

    /// Hands over a value if pointers end at it.
    fn offer(&mut self, scalar: Scalar) {
        if !self.is_value || !self.way.is_open() {
            return;
        }
        let Way { any, own, steps } = self.way;
        let any = any & self.index.ending(steps);
        let own = bits(own).filter(|at| {
            let place = self.own.get(*at);
            place.is_some_and(|place| place.pointer().count == steps)
        });
        let own = own.fold(0, |found, at| found | 1 << at);
        if any | own != 0 && !self.source.is_blank(scalar) {
            (self.on_value)(Value { any, own, scalar });
        }
    }

    /// Takes a colon: it makes the string before it a key, even where a value was expected.
    fn takes_colon(&mut self) -> bool {
        let rest = self.source.bytes.get(self.at..).unwrap_or_default();
        let spaces = rest
            .iter()
            .take_while(|byte| byte.is_ascii_whitespace())
            .count();
        cost::charge(spaces);
        let is_key = rest.get(spaces) == Some(&b':');
        if is_key {
            self.at += spaces + 1;
        }
        is_key
    }

    /// Takes a string from its opening quote past the closing one, or to the end.
    fn string(&mut self, quote: u8) -> Scalar {
        let string = self.source.string(self.at, quote);
        self.at = string.end + 1;
        string
    }

    fn bare_word(&mut self) -> Scalar {
        let rest = self.source.bytes.get(self.at..).unwrap_or_default();
        let is_end = |byte: &u8| matches!(byte, b',' | b'}' | b']' | b'{' | b'[' | b':' | b'"');
        let length = rest
            .iter()
            .position(|byte| is_end(byte) || byte.is_ascii_whitespace())
            .unwrap_or(rest.len());
        cost::charge(length);
        let start = self.at;
        self.at += length.max(1);
        Scalar {
            start,
            end: start + length,
            is_text: false,
            has_escapes: false,
            is_cut: false,
        }
    }

    /// Skips from an opening bracket past the one that closes it, or to the end.
    fn skip_nested(&mut self) {
        let mut depth = 0_usize;
        while let Some(&byte) = self.source.bytes.get(self.at) {
            cost::charge(1);
            match byte {
                b'"' | b'\'' => {
                    self.string(byte);
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth -= 1,
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return;
            }
        }
    }
}

/// Returns the positions of the bits that are set.
pub(super) fn bits(mut set: u128) -> impl Iterator<Item = usize> {
    core::iter::from_fn(move || {
        let at = (set != 0).then_some(set.trailing_zeros())?;
        set &= set - 1;
        Some(at as usize)
    })
}

/// Resolves JSON's escapes, and Python's `\'` and `\xNN`; an invalid escape is kept as it is.
fn unescape(raw: &[u8]) -> String {
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
