//! What a message says in its own voice: its words, clause by clause. What is quoted is a single word without a meaning.

use super::fold::{fold, is_wide};
use super::punctuation::ends_clause;
use super::quotation::Quotations;
use super::stem::{Stemmer, stem_of, wide};
use crate::cost;

/// Words beyond this count are not read.
const LIMIT: usize = 256;

/// The stem of `please`, with which advice begins: a clause of its own.
const PLEASE: u32 = stem_of(b"please");

/// The hash of a quotation, which no word has.
const QUOTED: u32 = 0;

/// A word of a message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    /// The hash of its stem, without case, width and inflection.
    pub(super) stem: u32,
    /// The clause that it belongs to, counted from 0.
    pub(super) clause: u16,
}

/// The words of a message.
pub(crate) struct Speech {
    words: [Word; LIMIT],
    count: usize,
}

impl Speech {
    /// Reads a message.
    pub(super) fn of(message: &str, quotations: &Quotations) -> Self {
        let mut speech = Speech::new();
        let mut writer = Writer::new(&mut speech);
        let mut at = 0;
        for quotation in quotations.iter() {
            writer.read(&message[at..quotation.start]);
            writer.quotation();
            at = quotation.end;
        }
        writer.read(&message[at..]);
        writer.end_word();
        speech
    }

    /// Reads an identifier, such as `model_max_prompt_tokens_exceeded` or `InsufficientFunds`, as one clause.
    pub(crate) fn of_identifier(identifier: &str) -> Self {
        let mut speech = Speech::new();
        let mut writer = Writer::new(&mut speech);
        for part in identifier.split(|c: char| !c.is_alphanumeric()) {
            writer.read(part);
            writer.end_word();
        }
        speech
    }

    fn new() -> Self {
        Speech {
            words: [Word::default(); LIMIT],
            count: 0,
        }
    }

    pub(super) fn words(&self) -> &[Word] {
        &self.words[..self.count]
    }
}

struct Writer<'s> {
    speech: &'s mut Speech,
    clause: u16,
    stemmer: Stemmer,
    before: char,
}

impl<'s> Writer<'s> {
    fn new(speech: &'s mut Speech) -> Self {
        Writer {
            speech,
            clause: 0,
            stemmer: Stemmer::new(),
            before: ' ',
        }
    }

    fn read(&mut self, text: &str) {
        cost::charge(text.len());
        let mut at = 0;
        while self.speech.count < LIMIT {
            let rest = &text.as_bytes()[at..];
            let length = if self.stemmer.is_empty() {
                plain_word(rest)
            } else {
                0
            };
            if let (word @ [.., last], _) = rest.split_at(length) {
                self.push_word(stem_of(word));
                self.before = char::from(*last);
                at += length;
            } else if let [b' ', ..] = rest
                && self.stemmer.is_empty()
            {
                self.before = ' ';
                at += 1;
            } else {
                let mut characters = text[at..].chars();
                let Some(c) = characters.next() else {
                    return;
                };
                self.character(c, characters.next().unwrap_or(' '));
                self.before = c;
                at += c.len_utf8();
            }
        }
    }

    fn character(&mut self, c: char, next: char) {
        let folded = if c.is_ascii() {
            c.to_ascii_lowercase()
        } else {
            fold(c)
        };
        if is_wide(folded) {
            self.end_word();
            self.push(wide(folded));
        } else if folded.is_alphanumeric() {
            let begins_hump = c.is_uppercase()
                && (self.before.is_lowercase()
                    || self.before.is_uppercase() && next.is_lowercase());
            if begins_hump {
                self.end_word();
            }
            self.stemmer.push(folded);
        } else if folded == '\'' && self.before.is_alphanumeric() && next.is_alphabetic() {
            // `don't` is one word, and so is `organization's`.
        } else if matches!(folded, '.' | ',')
            && self.before.is_ascii_digit()
            && next.is_ascii_digit()
        {
            // `1,000` and `2.5` are numbers.
        } else {
            self.end_word();
            if ends_clause(folded, next) {
                self.end_clause();
            }
        }
    }

    fn quotation(&mut self) {
        self.end_word();
        self.push(QUOTED);
        self.before = ' ';
    }

    fn end_word(&mut self) {
        if let Some(stem) = self.stemmer.take() {
            self.push_word(stem);
        }
    }

    fn push_word(&mut self, stem: u32) {
        if stem == PLEASE {
            self.end_clause();
        }
        self.push(stem);
    }

    fn end_clause(&mut self) {
        let has_words = self
            .speech
            .words()
            .last()
            .is_some_and(|last| last.clause == self.clause);
        self.clause += u16::from(has_words);
    }

    fn push(&mut self, stem: u32) {
        if let Some(place) = self.speech.words.get_mut(self.speech.count) {
            *place = Word {
                stem,
                clause: self.clause,
            };
            self.speech.count += 1;
        }
    }
}

/// Returns the length of a word of ASCII letters and digits that a text begins with, if it is certain that it is one, ends there
/// and is not several: `limit`, `Error`, `429`, `API`. Most words are.
#[inline]
fn plain_word(text: &[u8]) -> usize {
    let (mut length, others) = match text {
        [b'A'..=b'Z', b'A'..=b'Z', ..] => (2, CAPITAL),
        [b'A'..=b'Z', ..] => (1, SMALL),
        _ => (0, SMALL),
    };
    while let Some(byte) = text.get(length)
        && CLASSES[usize::from(*byte)] & others != 0
    {
        length += 1;
    }
    match text.get(length) {
        Some(byte) if CLASSES[usize::from(*byte)] != 0 => 0,
        _ => length,
    }
}

/// Small letters and digits.
const SMALL: u8 = 1;
const CAPITAL: u8 = 2;
/// What may go on with a word.
const JOINT: u8 = 4;

const CLASSES: [u8; 256] = {
    let mut classes = [0; 256];
    let mut byte = 0_u8;
    loop {
        classes[byte as usize] = match byte {
            b'a'..=b'z' | b'0'..=b'9' => SMALL,
            b'A'..=b'Z' => CAPITAL,
            b'\'' | b'.' | b',' | 0x80.. => JOINT,
            _ => 0,
        };
        if byte == u8::MAX {
            break classes;
        }
        byte += 1;
    }
};
