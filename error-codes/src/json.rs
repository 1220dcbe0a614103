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

/// A text or a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scalar<'a> {
    raw: &'a [u8],
    /// Whether it stood in quotes.
    is_text: bool,
    has_escapes: bool,
}

impl<'a> Scalar<'a> {
    /// The text between the quotes, or the digits; a copy only where there are escapes or bytes that are not UTF-8.
    pub(crate) fn text(self) -> Cow<'a, str> {
        if self.has_escapes {
            return Cow::Owned(unescape(self.raw));
        }
        match str::from_utf8(self.raw) {
            Ok(text) => Cow::Borrowed(text),
            // `from_utf8_lossy` alone goes through good text letter by letter.
            Err(_) => String::from_utf8_lossy(self.raw),
        }
    }

    /// Whether there is nothing in it: no letter, or a word for nothing. Go writes the brackets of its own as escapes, and
    /// not all white space is ASCII.
    fn is_blank(self) -> bool {
        const LONGEST_UNREAD: usize = 64;
        let trimmed = self.raw.trim_ascii();
        let Some(first) = trimmed.first() else {
            return true;
        };
        if !self.is_text {
            return !(first.is_ascii_digit() || *first == b'-');
        }
        let is_unread = self.has_escapes || !first.is_ascii_graphic();
        if is_unread && trimmed.len() <= LONGEST_UNREAD {
            matches!(self.text().trim(), "" | "<nil>")
        } else {
            trimmed == b"<nil>"
        }
    }
}

/// How many pointers can be looked for at once.
pub(crate) const POINTERS: usize = 64;

/// Walks `body` and calls `found` for each text and number at one of the first `count` pointers (RFC 6901, without escapes),
/// with the pointer's number. Blank ones do not count.
pub(crate) fn walk<'a>(
    body: &'a [u8],
    count: usize,
    pointer: impl Fn(usize) -> &'static str,
    found: impl FnMut(usize, Scalar<'a>),
) {
    let all = match count {
        0 => 0,
        _ => u64::MAX >> POINTERS.saturating_sub(count),
    };
    let mut walk = Walk {
        body,
        at: 0,
        pointer,
        found,
    };
    walk.run(Way {
        open: all,
        behind: 0,
    });
}

/// The string that the text begins with.
pub(crate) fn leading_string(text: &[u8]) -> Option<Scalar<'_>> {
    let mut walk = Walk {
        body: text,
        at: 0,
        pointer: |_| "",
        found: |_, _| {},
    };
    let scalar = walk.string(*text.first()?);
    (!scalar.is_blank()).then_some(scalar)
}

struct Walk<'a, P, F> {
    body: &'a [u8],
    at: usize,
    pointer: P,
    found: F,
}

/// The pointers that lead to where the walk is, as bits, and how much of them is behind it: the same for all of them.
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

impl<'a, P: Fn(usize) -> &'static str, F: FnMut(usize, Scalar<'a>)> Walk<'a, P, F> {
    fn run(&mut self, root: Way) {
        // Those around the innermost one, the outermost of which stands for what is around the body.
        let mut outer = [Frame::default(); DEPTH];
        let mut depth = 0;
        let mut inner = Frame::default();
        let mut way = root;
        // Whether the next value belongs to a key or an array; a value that does not is passed over.
        let mut wanted = true;
        while let Some(&byte) = self.body.get(self.at) {
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
    fn enter(&self, from: Way, key: Scalar<'a>) -> Way {
        if from.open == 0 {
            return from;
        }
        let unescaped;
        let key = if key.has_escapes {
            unescaped = unescape(key.raw);
            unescaped.as_bytes()
        } else {
            key.raw
        };
        let mut open = 0;
        for at in bits(from.open) {
            if leads_on((self.pointer)(at).as_bytes(), from.behind, key) {
                open |= 1 << at;
            }
        }
        Way {
            open,
            behind: from.behind + 1 + key.len(),
        }
    }

    /// Reports a value to each pointer that ends here.
    fn offer(&mut self, wanted: bool, way: Way, scalar: Scalar<'a>) {
        if !wanted || way.open == 0 || scalar.is_blank() {
            return;
        }
        for at in bits(way.open) {
            if (self.pointer)(at).len() == way.behind {
                (self.found)(at, scalar);
            }
        }
    }

    /// A colon after a string makes it a key, even where a value was expected.
    fn takes_colon(&mut self) -> bool {
        let rest = self.body.get(self.at..).unwrap_or_default();
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
    fn string(&mut self, quote: u8) -> Scalar<'a> {
        let rest = self.body.get(self.at + 1..).unwrap_or_default();
        let mut end = 0;
        let mut has_escapes = false;
        loop {
            end += text::find_either(&rest[end..], quote, b'\\');
            if rest.get(end) != Some(&b'\\') {
                break;
            }
            has_escapes = true;
            end = (end + 2).min(rest.len());
        }
        steps::count(end);
        self.at += end + 2;
        Scalar {
            raw: &rest[..end],
            is_text: true,
            has_escapes,
        }
    }

    fn bare_word(&mut self) -> Scalar<'a> {
        let rest = self.body.get(self.at..).unwrap_or_default();
        let is_end = |byte: &u8| matches!(byte, b',' | b'}' | b']' | b'{' | b'[' | b':' | b'"');
        let length = rest
            .iter()
            .position(|byte| is_end(byte) || byte.is_ascii_whitespace())
            .unwrap_or(rest.len());
        steps::count(length);
        self.at += length.max(1);
        Scalar {
            raw: &rest[..length],
            is_text: false,
            has_escapes: false,
        }
    }

    /// From an opening bracket past the one that closes it, or to the end.
    fn skip_nested(&mut self) {
        let mut depth = 0_usize;
        while let Some(&byte) = self.body.get(self.at) {
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

/// Whether a pointer goes on with this key after what is behind.
fn leads_on(pointer: &[u8], behind: usize, key: &[u8]) -> bool {
    // The length rules most of them out.
    matches!(pointer.get(behind + 1 + key.len()), None | Some(b'/'))
        && pointer.get(behind) == Some(&b'/')
        && pointer.get(behind + 1..behind + 1 + key.len()) == Some(key)
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
