//! The places of a text at which a credential, or the name of one, may begin.
//!
//! Most texts have few of them, so all that is done for the rest of a text is to look up each three bytes in one table.

use super::form::{FORMS, Form};
use super::name::{FOREIGN, STEMS};
use crate::cost;

/// What may be at a place.
pub(super) enum Sign {
    Form(&'static Form),
    /// A part of a name in Latin letters.
    Stem,
    /// A name in other letters.
    Foreign,
    /// `://`
    Address,
    /// `-----BEGIN`
    Pem,
    /// Three signs of elision.
    Stars,
    /// A full stop between what may be hexadecimal digits and a letter or digit.
    Stop,
}

/// The bytes of signs, in the order of `sign`.
const fn bytes(at: usize) -> &'static [u8] {
    let (forms, stems, foreign) = (FORMS.len(), FORMS.len() + STEMS.len(), NAMES);
    if at < forms {
        FORMS[at].sign.as_bytes()
    } else if at < stems {
        STEMS[at - forms].as_bytes()
    } else if at < foreign {
        FOREIGN[at - stems].0.as_bytes()
    } else {
        OTHERS[at - foreign].as_bytes()
    }
}

const NAMES: usize = FORMS.len() + STEMS.len() + FOREIGN.len();

const OTHERS: [&str; 6] = ["://", "-----BEGIN", "***", "•••", "●●●", "＊＊＊"];

const COUNT: usize = NAMES + OTHERS.len();

/// Searches a part of a text.
pub(super) struct Screen<'t> {
    text: &'t str,
    at: usize,
    end: usize,
    key: u32,
    /// The next sign to compare at the last place.
    next: u8,
}

impl<'t> Screen<'t> {
    pub(super) fn new(text: &'t str, from: usize, end: usize) -> Self {
        Screen {
            text,
            at: from,
            end,
            key: 0,
            next: 0,
        }
    }

    /// Searches on to a place, and no further.
    pub(super) fn end_at(&mut self, end: usize) {
        self.end = end;
    }

    /// Returns the next sign and its place.
    pub(super) fn next(&mut self) -> Option<(usize, Sign)> {
        let bytes = self.text.as_bytes();
        loop {
            while self.next > 0 {
                let sign = usize::from(self.next - 1);
                self.next = NEXT[sign];
                // The three bytes that were looked up are the last of a form's sign, and the first of all others.
                let start = if sign < FORMS.len() {
                    self.at.checked_sub(self::bytes(sign).len())
                } else {
                    self.at.checked_sub(3)
                };
                if let Some(found) = start.and_then(|start| self.compare(sign, start)) {
                    return Some(found);
                }
            }
            let rest = bytes.get(self.at..self.end)?;
            let found = rest.iter().position(|&byte| {
                self.key = (self.key | u32::from(FOLDED[usize::from(byte)])) << 8;
                SLOTS[slot(self.key)] != 0
            });
            let passed = found.map_or(rest.len(), |found| found + 1);
            cost::charge(passed);
            self.at += passed;
            found?;
            self.next = SLOTS[slot(self.key)];
            let stop = self.at.checked_sub(2).filter(|&stop| bytes[stop] == b'.');
            if self.next == STOP {
                self.next = 0;
            }
            if let Some(stop) = stop {
                return Some((stop, Sign::Stop));
            }
        }
    }

    /// Compares a sign with the text at a place.
    fn compare(&self, sign: usize, start: usize) -> Option<(usize, Sign)> {
        let wanted = self::bytes(sign);
        let found = self.text.as_bytes().get(start..start + wanted.len())?;
        let is_same = if sign < FORMS.len() || sign >= FORMS.len() + STEMS.len() {
            found == wanted
        } else {
            found.eq_ignore_ascii_case(wanted)
        };
        let kind = match sign {
            _ if sign < FORMS.len() => Sign::Form(&FORMS[sign]),
            _ if sign < FORMS.len() + STEMS.len() => Sign::Stem,
            _ if sign < NAMES => Sign::Foreign,
            _ => match sign - NAMES {
                0 => Sign::Address,
                1 => Sign::Pem,
                _ => Sign::Stars,
            },
        };
        is_same.then_some((start, kind))
    }
}

/// Bytes by which a sign is looked up: letters in lower case, and one digit for all.
static FOLDED: [u8; 256] = {
    let mut folded = [0; 256];
    let mut byte = u8::MAX;
    loop {
        folded[byte as usize] = fold(byte);
        if byte == 0 {
            break folded;
        }
        byte -= 1;
    }
};

const fn fold(byte: u8) -> u8 {
    if byte.is_ascii_digit() {
        b'0'
    } else {
        byte.to_ascii_lowercase()
    }
}

const SLOT_BITS: u32 = 13;

/// Returns the slot of three bytes, which are the upper ones of a number.
const fn slot(key: u32) -> usize {
    (key.wrapping_mul(0x9E37_79B1) >> (u32::BITS - SLOT_BITS)) as usize
}

/// Marks the slot of a full stop that only joins parts of a credential.
const STOP: u8 = u8::MAX;

/// The first sign that is looked up by three bytes, counted from 1, and the next ones in the same slot.
const TABLES: ([u8; 1 << SLOT_BITS], [u8; COUNT]) = {
    let mut slots = [0; 1 << SLOT_BITS];
    let mut next = [0; COUNT];
    let mut sign = 0;
    let mut number: u8 = 1;
    while sign < COUNT {
        let bytes = bytes(sign);
        let from = if sign < FORMS.len() {
            bytes.len() - 3
        } else {
            0
        };
        let slot = slot(key(bytes[from], bytes[from + 1], bytes[from + 2]));
        next[sign] = slots[slot];
        slots[slot] = number;
        // This fails to compile if there are more signs than a byte counts.
        number += 1;
        sign += 1;
    }
    assert!(number < STOP, "the last number marks a full stop");
    let hex = b"0abcdef";
    let mut before = 0;
    while before < hex.len() {
        let mut after = b'a' - 1;
        while after <= b'z' {
            let letter = if after < b'a' { b'0' } else { after };
            let slot = slot(key(hex[before], b'.', letter));
            if slots[slot] == 0 {
                slots[slot] = STOP;
            }
            after += 1;
        }
        before += 1;
    }
    (slots, next)
};

static SLOTS: [u8; 1 << SLOT_BITS] = TABLES.0;
static NEXT: [u8; COUNT] = TABLES.1;

const fn key(one: u8, two: u8, three: u8) -> u32 {
    u32::from_be_bytes([fold(one), fold(two), fold(three), 0])
}
