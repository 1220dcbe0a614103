//! The clauses of a message.

use super::fold::{fold, is_wide};
use super::punctuation::ends_clause;
use super::quotation::Quotations;
use crate::cost;
use core::ops::Range;

/// Clauses beyond this count are not looked for.
const CLAUSES: usize = 24;

/// Where the clauses of a message begin, be it with a quotation. Those inside of quotations are somebody else's.
pub(super) struct Clauses {
    starts: [usize; CLAUSES],
    count: usize,
}

impl Clauses {
    pub(super) fn of(message: &str, quotations: &Quotations) -> Self {
        let mut clauses = Clauses {
            starts: [0; CLAUSES],
            count: 0,
        };
        let mut at = 0;
        let mut is_start = true;
        for span in quotations.iter() {
            clauses.read(message, at..span.start, &mut is_start);
            if is_start {
                // A sentence may begin with what it quotes.
                clauses.add(span.start);
            }
            is_start = false;
            at = span.end;
        }
        clauses.read(message, at..message.len(), &mut is_start);
        clauses
    }

    /// Returns the positions, in bytes.
    pub(super) fn iter(&self) -> impl Iterator<Item = usize> {
        self.starts.iter().take(self.count).copied()
    }

    /// Returns the first position after another.
    pub(super) fn next_after(&self, position: usize) -> Option<usize> {
        self.iter().find(|start| *start > position)
    }

    fn add(&mut self, start: usize) {
        if let Some(place) = self.starts.get_mut(self.count) {
            *place = start;
            self.count += 1;
        }
    }

    fn read(&mut self, message: &str, range: Range<usize>, is_start: &mut bool) {
        let text = &message[range.clone()];
        let mut at = 0;
        while at < text.len() {
            if !*is_start {
                // Nothing else ends a clause.
                at += text.as_bytes()[at..]
                    .iter()
                    .take_while(|byte| !may_end_clause(**byte))
                    .count();
            }
            let mut characters = text[at..].chars();
            let Some(c) = characters.next() else { break };
            let next = characters.next().unwrap_or(' ');
            let ends_other = begins_clause(fold(c), next);
            // A message begins with its first character, whatever that is.
            let is_first = self.count == 0 || !ends_other;
            if *is_start && is_first && !c.is_whitespace() {
                *is_start = false;
                self.add(range.start + at);
            }
            *is_start |= ends_other;
            at += c.len_utf8();
        }
        cost::charge(text.len());
    }
}

/// Returns whether this may be, or begin, a character after which a sentence begins.
fn may_end_clause(byte: u8) -> bool {
    const ENDS: [bool; 256] = {
        let ends = b"\n\r;!?|.:,()-";
        let mut table = [false; 256];
        let (_, wide) = table.split_at_mut(0x80);
        let mut at = 0;
        while at < wide.len() {
            wide[at] = true;
            at += 1;
        }
        at = 0;
        while at < ends.len() {
            table[ends[at] as usize] = true;
            at += 1;
        }
        table
    };
    ENDS[usize::from(byte)]
}

/// Returns whether a sentence may begin after a character.
fn begins_clause(c: char, next: char) -> bool {
    ends_clause(c, next)
        || matches!(c, ',' | '(' | ')' | '-' if next.is_whitespace() || !next.is_ascii_alphanumeric())
        || matches!(c, '(' | '，' | '。' | '—')
        || matches!(c, '.' | ':' | ',') && is_wide(next)
}
