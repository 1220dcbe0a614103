//! What a message says in its own voice: its words, clause by clause. What is quoted is a single word without a meaning.

use super::fold::{fold, is_wide};
use super::punctuation::ends_clause;
use super::quotation::Quotations;
use super::stem::{Stemmer, wide};
use crate::cost;

/// Words beyond this count are not read.
const LIMIT: usize = 256;

/// The stem of `please`, with which advice begins: a clause of its own.
const PLEASE: u32 = Stemmer::of("please");

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
        let mut writer = Writer::new();
        let mut at = 0;
        for quotation in quotations.iter() {
            writer.read(&message[at..quotation.start]);
            writer.quotation();
            at = quotation.end;
        }
        writer.read(&message[at..]);
        writer.finish()
    }

    /// Reads an identifier, such as `model_max_prompt_tokens_exceeded` or `InsufficientFunds`, as one clause.
    pub(crate) fn of_identifier(identifier: &str) -> Self {
        let mut writer = Writer::new();
        for part in identifier.split(|c: char| !c.is_alphanumeric()) {
            writer.read(part);
            writer.end_word();
        }
        writer.finish()
    }

    pub(super) fn words(&self) -> &[Word] {
        &self.words[..self.count]
    }
}

struct Writer {
    speech: Speech,
    clause: u16,
    stemmer: Stemmer,
    before: char,
}

impl Writer {
    fn new() -> Self {
        Writer {
            speech: Speech {
                words: [Word::default(); LIMIT],
                count: 0,
            },
            clause: 0,
            stemmer: Stemmer::new(),
            before: ' ',
        }
    }

    fn read(&mut self, text: &str) {
        cost::charge(text.len());
        let mut rest = text.chars();
        while let Some(c) = rest.next() {
            let next = rest.clone().next().unwrap_or(' ');
            self.character(c, next);
            self.before = c;
            if self.speech.count == LIMIT {
                return;
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
            if stem == PLEASE {
                self.end_clause();
            }
            self.push(stem);
        }
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

    fn finish(mut self) -> Speech {
        self.end_word();
        self.speech
    }
}
