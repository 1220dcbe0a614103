//! The outline of a JSON text that comes in pieces: how deeply it is nested, where it ends, and where its errors are.

use crate::cost;
use crate::scan;

/// The key whose value reports an error.
const ERROR_KEY: &[u8] = b"error";

/// How many objects, one in another, an error can be nested in: `{"response":{"error":…}}`.
const DEEPEST_ERROR: usize = 2;

/// Follows a text byte by byte, and keeps nothing of it.
///
/// A quote inside a JSON string is always escaped. So `"error":` is a key wherever it stands, and no text that a model or a
/// caller wrote can look like one.
#[derive(Clone, Debug, Default)]
pub(super) struct Outline {
    part: Part,
    /// How many brackets are open, and how many of them are braces.
    depth: usize,
    objects: usize,
    /// The quote that ends the current string.
    quote: Option<u8>,
    is_escaped: bool,
    /// How much of [`ERROR_KEY`] the current string consists of, or `None` if it is another one.
    matched: Option<usize>,
    /// Whether the string that has just ended is [`ERROR_KEY`].
    is_after_key: bool,
    /// The last byte outside strings that is not whitespace.
    last: u8,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    #[default]
    Before,
    Inside,
    /// Behind the bracket that closes the first one.
    After,
    /// In a text that is not JSON, or behind what follows the JSON.
    Prose,
}

/// Where following a text pauses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// Behind the colon of an `error` key in so many objects.
    ErrorKey(usize),
    /// Behind the bracket that closes the first one.
    End,
}

impl Outline {
    /// Returns whether the text is one JSON object or array as a whole.
    pub(super) fn is_complete(&self) -> bool {
        self.part == Part::After
    }

    /// Returns whether an object can begin here. Where it cannot, the text before was cut off.
    pub(super) fn can_open(&self) -> bool {
        self.quote.is_none() && matches!(self.last, b'[' | b',' | b':')
    }

    /// Follows the bytes up to the next stop or to their end. Returns how many were followed.
    pub(super) fn follow(&mut self, bytes: &[u8]) -> (usize, Option<Stop>) {
        let mut at = 0;
        while at < bytes.len() {
            let rest = &bytes[at..];
            let (length, stop) = match (self.part, self.quote) {
                (Part::Prose, _) => (rest.len(), None),
                (Part::Inside, Some(quote)) => (self.follow_string(rest, quote), None),
                (Part::Inside, None) => self.follow_structure(rest),
                (Part::Before | Part::After, _) => (1, self.follow_outside(rest[0])),
            };
            cost::charge(length);
            at += length;
            if stop.is_some() {
                return (at, stop);
            }
        }
        (at, None)
    }

    fn follow_outside(&mut self, byte: u8) -> Option<Stop> {
        if byte.is_ascii_whitespace() {
            return None;
        }
        let opens = self.part == Part::Before && matches!(byte, b'{' | b'[');
        self.part = if opens { Part::Inside } else { Part::Prose };
        opens.then(|| self.follow_structure(&[byte]).1).flatten()
    }

    /// Follows what is outside of strings, up to the next one. Returns by how many bytes.
    fn follow_structure(&mut self, bytes: &[u8]) -> (usize, Option<Stop>) {
        for (byte, length) in bytes.iter().zip(1..) {
            match byte {
                b'"' | b'\'' => {
                    self.last = *byte;
                    self.is_after_key = false;
                    self.quote = Some(*byte);
                    self.matched = Some(0);
                    return (length, None);
                }
                _ if byte.is_ascii_whitespace() => {}
                _ => {
                    self.last = *byte;
                    let stop = self.follow_sign(*byte);
                    if stop.is_some() {
                        return (length, stop);
                    }
                }
            }
        }
        (bytes.len(), None)
    }

    /// Follows a byte outside of strings that is no whitespace.
    #[inline]
    fn follow_sign(&mut self, byte: u8) -> Option<Stop> {
        let is_after_key = core::mem::take(&mut self.is_after_key);
        match byte {
            b'{' | b'[' => {
                self.depth += 1;
                self.objects += usize::from(byte == b'{');
            }
            b'}' | b']' => {
                self.depth -= 1;
                self.objects = self.objects.saturating_sub(usize::from(byte == b'}'));
                if self.depth == 0 {
                    self.part = Part::After;
                    return Some(Stop::End);
                }
            }
            b':' if is_after_key && self.objects <= DEEPEST_ERROR => {
                return Some(Stop::ErrorKey(self.objects));
            }
            _ => {}
        }
        None
    }

    /// Follows the inside of a string and the quote that ends it, and returns by how many bytes.
    fn follow_string(&mut self, bytes: &[u8], quote: u8) -> usize {
        if core::mem::take(&mut self.is_escaped) {
            return 1;
        }
        let end = scan::find_either(bytes, quote, b'\\');
        let text = &bytes[..end];
        let matched = self.matched.take();
        let matched = matched.filter(|matched| ERROR_KEY[*matched..].starts_with(text));
        let matched = matched.map(|matched| matched + end);
        match bytes.get(end) {
            Some(byte) if *byte == quote => {
                self.quote = None;
                self.is_after_key = matched == Some(ERROR_KEY.len());
            }
            Some(_) => self.is_escaped = true,
            None => {
                self.matched = matched;
                return end;
            }
        }
        end + 1
    }
}
