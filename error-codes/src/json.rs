//! One pass over text that is more or less JSON.
//!
//! A provider's error answer is often not quite JSON: cut off, with prose behind it, printed by Python, with a line
//! break inside a string. So this reader refuses nothing. It walks the objects on the way to the places it was asked
//! for, passes over everything else by counting brackets, and stops where the text does. Arrays are transparent: a
//! pointer goes through them as if their elements stood there themselves.

use crate::steps;
use crate::text;
use std::borrow::Cow;

/// How many objects and arrays deep a place may stand; whatever is deeper is passed over.
const DEPTH: usize = 16;

/// Text that is more or less JSON.
#[derive(Clone, Copy)]
pub(crate) struct Source<'a> {
    bytes: &'a [u8],
    /// The same, if all of it is UTF-8: to look at it once takes less time than to look at each text.
    text: Option<&'a str>,
}

/// A text or a number: where it begins and ends.
#[derive(Clone, Copy)]
pub(crate) struct Scalar {
    start: usize,
    end: usize,
    /// Whether it stood in quotes.
    is_text: bool,
    has_escapes: bool,
}

impl<'a> Source<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Source {
            bytes,
            text: str::from_utf8(bytes).ok(),
        }
    }

    /// The text between the quotes, or the digits; a copy only where there are escapes or bytes that are not UTF-8.
    pub(crate) fn text(self, scalar: Scalar) -> Cow<'a, str> {
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
            // `from_utf8_lossy` alone goes through good text letter by letter.
            Err(_) => String::from_utf8_lossy(raw),
        }
    }

    /// The string that it begins with.
    pub(crate) fn leading_string(self) -> Option<Cow<'a, str>> {
        let string = self.string(0, *self.bytes.first()?);
        (!self.is_blank(string)).then(|| self.text(string))
    }

    fn raw(self, scalar: Scalar) -> &'a [u8] {
        self.bytes.get(scalar.start..scalar.end).unwrap_or_default()
    }

    /// Whether there is nothing in it: no letter, or a word for nothing. Go writes the brackets of its own as escapes, and
    /// not all white space is ASCII.
    fn is_blank(self, scalar: Scalar) -> bool {
        const LONGEST_UNREAD: usize = 64;
        let raw = self.raw(scalar);
        if !scalar.is_text {
            let first = raw.first();
            return !first.is_some_and(|first| first.is_ascii_digit() || *first == b'-');
        }
        // An escape could begin white space, a bracket the word for nothing.
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

    /// The string behind an opening quote, to the closing one or to the end.
    fn string(self, quote_at: usize, quote: u8) -> Scalar {
        let start = quote_at + 1;
        let rest = self.bytes.get(start..).unwrap_or_default();
        let mut end = text::find_either(rest, quote, b'\\');
        let mut has_escapes = false;
        while rest.get(end) == Some(&b'\\') {
            has_escapes = true;
            end = (end + 2).min(rest.len());
            end += text::find_either(&rest[end..], quote, b'\\');
        }
        steps::count(end);
        Scalar {
            start,
            end: start + end,
            is_text: true,
            has_escapes,
        }
    }
}

/// A place in JSON (RFC 6901, without escapes).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pointer {
    text: &'static str,
    count: usize,
    /// The first steps, by which keys that lead elsewhere are told apart at once.
    steps: [Step; STEPS],
}

const STEPS: usize = 3;

/// The length and the last eight bytes of a key, which are all of most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Step {
    length: usize,
    end: u64,
}

impl Step {
    /// No key has this one.
    const NONE: Self = Step {
        length: usize::MAX,
        end: 0,
    };

    const fn is_whole_key(self) -> bool {
        self.length <= 8
    }

    const fn new(key: &[u8]) -> Self {
        Step {
            length: key.len(),
            end: text::last_word(key),
        }
    }
}

impl Pointer {
    pub(crate) const fn new(text: &'static str) -> Self {
        let mut steps = [Step::NONE; STEPS];
        let mut rest = text.as_bytes();
        let mut count = 0;
        while let [b'/', after @ ..] = rest {
            let mut length = 0;
            while length < after.len() && after[length] != b'/' {
                length += 1;
            }
            let (key, behind) = after.split_at(length);
            if count < STEPS {
                steps[count] = Step::new(key);
            }
            count += 1;
            rest = behind;
        }
        Pointer { text, count, steps }
    }

    pub(crate) const fn text(self) -> &'static str {
        self.text
    }

    /// Whether it goes on with this key behind so many steps.
    fn leads_on(&self, behind: usize, key: &[u8], step: Step) -> bool {
        match self.steps.get(behind) {
            Some(own) if *own != step => false,
            Some(_) if step.is_whole_key() => true,
            _ => {
                let mut steps = self.text.split('/').skip(1);
                steps.nth(behind).map(str::as_bytes) == Some(key)
            }
        }
    }
}

/// How many pointers can be looked for at once.
pub(crate) const POINTERS: usize = 64;

/// Walks `source` and calls `found` for each text and number at one of the first `count` pointers, with the pointer's number.
/// Blank ones do not count.
pub(crate) fn walk(
    source: Source<'_>,
    count: usize,
    pointer: impl Fn(usize) -> &'static Pointer,
    found: impl FnMut(usize, Scalar),
) {
    let all = match count {
        0 => 0,
        _ => u64::MAX >> POINTERS.saturating_sub(count),
    };
    let mut walk = Walk {
        source,
        at: 0,
        pointer,
        found,
    };
    walk.run(Way {
        open: all,
        behind: 0,
    });
}

struct Walk<'a, P, F> {
    source: Source<'a>,
    at: usize,
    pointer: P,
    found: F,
}

/// The pointers that lead to where the walk is, as bits, and how many of their steps are behind it: the same for all of
/// them.
#[derive(Clone, Copy, Default)]
struct Way {
    open: u64,
    behind: usize,
}

#[derive(Clone, Copy, Default)]
struct Frame {
    way: Way,
    is_array: bool,
}

impl<P: Fn(usize) -> &'static Pointer, F: FnMut(usize, Scalar)> Walk<'_, P, F> {
    fn run(&mut self, root: Way) {
        // Those around the innermost one, the outermost of which stands for what is around the body.
        let mut outer = [Frame::default(); DEPTH];
        let mut depth = 0;
        let mut inner = Frame::default();
        let mut way = root;
        // Whether the next value belongs to a key or an array; a value that does not is passed over.
        let mut wanted = true;
        while let Some(&byte) = self.source.bytes.get(self.at) {
            steps::count(1);
            match byte {
                b'{' | b'[' if wanted && way.open != 0 && depth < DEPTH => {
                    outer[depth] = inner;
                    depth += 1;
                    inner = Frame {
                        way,
                        is_array: byte == b'[',
                    };
                    self.at += 1;
                }
                b'{' | b'[' => self.skip_nested(),
                b'}' | b']' => {
                    self.at += 1;
                    depth = depth.saturating_sub(1);
                    inner = outer[depth];
                }
                b'"' | b'\'' => {
                    let scalar = self.string(byte);
                    if self.takes_colon() {
                        way = self.enter(inner.way, scalar);
                        wanted = true;
                        continue;
                    }
                    self.offer(wanted, way, scalar);
                }
                b',' | b':' => self.at += 1,
                _ if byte.is_ascii_whitespace() => {
                    self.at += 1;
                    continue;
                }
                _ => {
                    let scalar = self.bare_word();
                    self.offer(wanted, way, scalar);
                }
            }
            // After a value, a bracket or a comma the walk is back in the innermost object or array.
            if depth == 0 {
                return;
            }
            way = inner.way;
            wanted = inner.is_array;
        }
    }

    /// The way from an object on under one of its keys.
    fn enter(&self, from: Way, key: Scalar) -> Way {
        if from.open == 0 {
            return from;
        }
        let unescaped;
        let key = if key.has_escapes {
            unescaped = unescape(self.source.raw(key));
            unescaped.as_bytes()
        } else {
            self.source.raw(key)
        };
        let step = Step::new(key);
        let mut open = 0;
        for at in bits(from.open) {
            if (self.pointer)(at).leads_on(from.behind, key, step) {
                open |= 1 << at;
            }
        }
        Way {
            open,
            behind: from.behind + 1,
        }
    }

    /// Reports a value to each pointer that ends here.
    fn offer(&mut self, wanted: bool, way: Way, scalar: Scalar) {
        if !wanted || way.open == 0 || self.source.is_blank(scalar) {
            return;
        }
        for at in bits(way.open) {
            if (self.pointer)(at).count == way.behind {
                (self.found)(at, scalar);
            }
        }
    }

    /// A colon after a string makes it a key, even where a value was expected.
    fn takes_colon(&mut self) -> bool {
        let rest = self.source.bytes.get(self.at..).unwrap_or_default();
        let spaces = rest
            .iter()
            .take_while(|byte| byte.is_ascii_whitespace())
            .count();
        steps::count(spaces);
        let is_key = rest.get(spaces) == Some(&b':');
        if is_key {
            self.at += spaces + 1;
        }
        is_key
    }

    /// From an opening quote past the closing one, or to the end.
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
        steps::count(length);
        let start = self.at;
        self.at += length.max(1);
        Scalar {
            start,
            end: start + length,
            is_text: false,
            has_escapes: false,
        }
    }

    /// From an opening bracket past the one that closes it, or to the end.
    fn skip_nested(&mut self) {
        let mut depth = 0_usize;
        while let Some(&byte) = self.source.bytes.get(self.at) {
            steps::count(1);
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

/// The numbers of the bits that are set.
fn bits(mut set: u64) -> impl Iterator<Item = usize> {
    core::iter::from_fn(move || {
        let at = (set != 0).then_some(set.trailing_zeros())?;
        set &= set - 1;
        Some(at as usize)
    })
}

/// Undoes JSON's escapes, and Python's `\'` and `\xNN`; what is none stays as it is.
fn unescape(raw: &[u8]) -> String {
    let raw = String::from_utf8_lossy(raw);
    let mut text = String::with_capacity(raw.len());
    let mut rest = &*raw;
    while let Some(at) = rest.find('\\') {
        steps::count(at + 1);
        text.push_str(&rest[..at]);
        let escape = &rest[at + 1..];
        let (letter, after) = text::split_first(escape);
        rest = after;
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

/// After `\u`: four digits, or two times four where the first are half of a pair.
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
