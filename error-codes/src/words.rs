//! The words of messages and templates, as hashes, so that a message is compared with the few templates it may fit.
//!
//! A word is a run of ASCII letters and digits, folded like everything in a comparison, or two ideographs side by side.

use crate::template::fold;
use crate::text;

/// Words of a message beyond this count are not looked at.
const LIMIT: usize = 256;

/// The hash under which templates stand that have no word of their own.
const NO_WORD: u32 = START;

const START: u32 = 0x811c_9dc5;

/// FNV-1a, a byte at a time.
fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

/// What a message cannot lack if it fits a template.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Required {
    /// The word by which the template is indexed: the longest that touches no hole, or the last pair of ideographs.
    pub(crate) anchor: u32,
    /// A bit for each word.
    pub(crate) bits: u64,
}

/// The words of a template that touch no hole.
pub(crate) fn required(template: &str) -> Required {
    let bytes = template.as_bytes();
    let mut required = Required {
        anchor: NO_WORD,
        bits: 0,
    };
    let mut best_length = 0;
    let mut at = 0;
    let mut after_hole = false;
    while at < bytes.len() {
        if bytes[at].is_ascii_alphanumeric() {
            let start = at;
            let mut word = START;
            while at < bytes.len() && bytes[at].is_ascii_alphanumeric() {
                word = step(word, bytes[at].to_ascii_lowercase());
                at += 1;
            }
            if !after_hole && !is_hole(bytes, at) {
                required.bits |= bit(word);
                if at - start > best_length {
                    required.anchor = word;
                    best_length = at - start;
                }
            }
            after_hole = false;
        } else if is_hole(bytes, at) {
            while at < bytes.len() && bytes[at] != b'}' {
                at += 1;
            }
            at += 1;
            after_hole = true;
        } else if is_ideograph(bytes, at) && is_ideograph(bytes, at + 3) {
            let word = pair(bytes, at);
            required.bits |= bit(word);
            // A pair is worth more than a short word and less than a long one.
            if best_length <= 6 {
                required.anchor = word;
                best_length = 6;
            }
            at += 3;
            after_hole = false;
        } else {
            // The second brace of `{{` begins no hole.
            at += if bytes[at] == b'{' { 2 } else { 1 };
            after_hole = false;
        }
    }
    required
}

fn bit(word: u32) -> u64 {
    1 << (word >> 26)
}

fn is_hole(bytes: &[u8], at: usize) -> bool {
    at < bytes.len() && bytes[at] == b'{' && !(at + 1 < bytes.len() && bytes[at + 1] == b'{')
}

/// Whether a letter between U+4000 and U+9FFF begins here.
fn is_ideograph(bytes: &[u8], at: usize) -> bool {
    at + 2 < bytes.len() && matches!(bytes[at], 0xe4..=0xe9)
}

fn pair(bytes: &[u8], at: usize) -> u32 {
    bytes[at..at + 6].iter().copied().fold(START, step)
}

/// The words of a message.
#[derive(Debug)]
pub(crate) struct Words {
    hashes: [u32; LIMIT],
    count: usize,
    bits: u64,
}

impl Words {
    pub(crate) fn of(message: &str) -> Self {
        let mut words = Words {
            hashes: [NO_WORD; LIMIT],
            // The first place stays: templates without a word may fit any message.
            count: 1,
            bits: 0,
        };
        let mut word = START;
        let mut ideograph: Option<char> = None;
        let mut rest = message;
        loop {
            // Most of a message by far, which needs no folding beyond this.
            let ascii = rest.bytes().take_while(u8::is_ascii_alphanumeric);
            let ascii = ascii.fold(0, |count, byte| {
                // Of letters and digits, the lower case.
                word = step(word, byte | 0x20);
                count + 1
            });
            if ascii > 0 {
                ideograph = None;
            }
            let (letter, after) = text::split_first(&rest[ascii..]);
            let Some(letter) = letter else { break };
            rest = after;
            let folded = fold(letter);
            if folded.is_ascii_alphanumeric() {
                word = step(word, folded as u8);
                ideograph = None;
                continue;
            }
            words.push(&mut word);
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
                // Words that are not looked at may be anything.
                words.bits = u64::MAX;
                return words;
            }
        }
        words.push(&mut word);
        words
    }

    /// Adds a word, if it is one, and begins the next.
    fn push(&mut self, word: &mut u32) {
        if *word != START && self.count < LIMIT {
            self.hashes[self.count] = *word;
            self.count += 1;
            self.bits |= bit(*word);
        }
        *word = START;
    }

    /// A bit for each word: a template that requires another bit cannot fit.
    pub(crate) fn bits(&self) -> u64 {
        self.bits
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> {
        self.hashes.iter().take(self.count).copied()
    }

    /// Whether a word at this place stands before it already.
    pub(crate) fn is_repeated(&self, at: usize) -> bool {
        let (before, rest) = self.hashes.split_at(at.min(LIMIT));
        rest.first().is_some_and(|word| before.contains(word))
    }
}
