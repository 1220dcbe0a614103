//! The words of messages and templates, as hashes, so that a message is compared only with the few templates it may match.
//!
//! A keyword is a run of ASCII letters and digits, folded as in every comparison, or two adjacent ideographs.

use super::fold::fold;

/// Keywords of a message beyond this count are not looked at.
const LIMIT: usize = 256;

/// The hash that stands for the keyword of a template without any.
const NO_WORD: u32 = START;

const START: u32 = 0x811c_9dc5;

/// FNV-1a, a byte at a time.
fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

/// What a message must contain to match a template.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Required {
    /// The keyword by which the template is indexed: the longest that touches no placeholder, or the last pair of ideographs.
    pub(crate) anchor: u32,
    /// A bit for each keyword.
    pub(crate) bits: u64,
}

impl Required {
    /// Returns what a template requires: its keywords that touch no placeholder.
    pub(crate) fn by(template: &str) -> Self {
        let bytes = template.as_bytes();
        let mut required = Required {
            anchor: NO_WORD,
            bits: 0,
        };
        let mut best_length = 0;
        let mut at = 0;
        let mut after_placeholder = false;
        while at < bytes.len() {
            if bytes[at].is_ascii_alphanumeric() {
                let start = at;
                let mut word = START;
                while at < bytes.len() && bytes[at].is_ascii_alphanumeric() {
                    word = step(word, bytes[at].to_ascii_lowercase());
                    at += 1;
                }
                let is_whole = !joins_after(&template[..start]) && !joins_before(&template[at..]);
                if is_whole && !after_placeholder && !begins_placeholder(bytes, at) {
                    required.bits |= bit(word);
                    if at - start > best_length {
                        required.anchor = word;
                        best_length = at - start;
                    }
                }
                after_placeholder = false;
            } else if begins_placeholder(bytes, at) {
                while at < bytes.len() && bytes[at] != b'}' {
                    at += 1;
                }
                at += 1;
                after_placeholder = true;
            } else if is_ideograph(bytes, at) && is_ideograph(bytes, at + 3) {
                let word = pair(bytes, at);
                required.bits |= bit(word);
                // A pair is more telling than a short word and less than a long one.
                if best_length <= 6 {
                    required.anchor = word;
                    best_length = 6;
                }
                at += 3;
                after_placeholder = false;
            } else {
                // The second brace of `{{` does not begin a placeholder.
                at += if bytes[at] == b'{' { 2 } else { 1 };
                after_placeholder = false;
            }
        }
        required
    }
}

fn bit(word: u32) -> u64 {
    1 << (word >> 26)
}

/// Returns whether a text ends with a character that is compared as a letter or digit of ASCII and is none.
fn joins_after(text: &str) -> bool {
    text.chars().next_back().is_some_and(joins)
}

fn joins_before(text: &str) -> bool {
    text.chars().next().is_some_and(joins)
}

fn joins(c: char) -> bool {
    !c.is_ascii() && fold(c).is_ascii_alphanumeric()
}

fn begins_placeholder(bytes: &[u8], at: usize) -> bool {
    at < bytes.len() && bytes[at] == b'{' && !(at + 1 < bytes.len() && bytes[at + 1] == b'{')
}

/// Returns whether a character between U+4000 and U+9FFF begins here.
fn is_ideograph(bytes: &[u8], at: usize) -> bool {
    at + 2 < bytes.len() && matches!(bytes[at], 0xe4..=0xe9)
}

fn pair(bytes: &[u8], at: usize) -> u32 {
    bytes[at..at + 6].iter().copied().fold(START, step)
}

/// The keywords of a message.
#[derive(Debug)]
pub(crate) struct Keywords {
    hashes: [u32; LIMIT],
    count: usize,
    bits: u64,
}

impl Keywords {
    pub(crate) fn of(message: &str) -> Self {
        let mut words = Keywords {
            hashes: [NO_WORD; LIMIT],
            // The first place is taken: a template without keywords may match any message.
            count: 1,
            bits: 0,
        };
        let mut word = START;
        let mut ideograph: Option<char> = None;
        let mut rest = message;
        loop {
            // By far the most of a message, which needs no folding beyond this.
            let mut ascii = 0;
            while let Some(byte) = rest.as_bytes().get(ascii)
                && byte.is_ascii_alphanumeric()
            {
                // The lower case of letters, and digits as they are.
                word = step(word, byte | 0x20);
                ascii += 1;
            }
            if ascii > 0 {
                ideograph = None;
            }
            let mut letters = rest[ascii..].chars();
            let Some(letter) = letters.next() else { break };
            rest = letters.as_str();
            let folded = fold(letter);
            if folded.is_ascii_alphanumeric() {
                word = step(word, folded as u8);
                ideograph = None;
                continue;
            }
            words.push(&mut word);
            if folded.is_whitespace() && ideograph.is_some() {
                // Ideographs are adjacent whatever whitespace is between them.
                continue;
            }
            let is_ideograph = matches!(folded, '\u{4000}'..='\u{9fff}');
            if let (Some(before), true) = (ideograph, is_ideograph) {
                let mut hash = before
                    .encode_utf8(&mut [0; 4])
                    .bytes()
                    .chain(folded.encode_utf8(&mut [0; 4]).bytes())
                    .fold(START, step);
                words.push(&mut hash);
            }
            ideograph = is_ideograph.then_some(folded);
            if words.count == LIMIT {
                // Keywords that are not looked at may be anything.
                words.bits = u64::MAX;
                return words;
            }
        }
        words.push(&mut word);
        words
    }

    /// Adds a keyword, if there is one, and begins the next.
    fn push(&mut self, word: &mut u32) {
        if *word != START && self.count < LIMIT {
            self.hashes[self.count] = *word;
            self.count += 1;
            self.bits |= bit(*word);
        }
        *word = START;
    }

    /// Returns a bit for each keyword: a template that requires another bit cannot match.
    pub(crate) fn bits(&self) -> u64 {
        self.bits
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> {
        self.hashes.iter().take(self.count).copied()
    }
}
