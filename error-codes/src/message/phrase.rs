//! Phrases: patterns of words in which people say what happened.
//!
//! ```text
//! (credit|balance|funds) … (insufficient|too low|not enough)
//! ```
//!
//! A pattern is a sequence of groups, each of which lists alternatives of one or more words. Words and groups follow each other
//! directly, or with a few words between them where the pattern has `…`; all of it is in one clause. `#` is a number. Words are
//! compared by their stems, so `exceeds`, `exceeded` and `exceed` are one.

mod lexicon;

use super::fold::is_wide;
use super::speech::{Speech, Word};
use super::stem::{NUMBER, Stemmer, wide};
use crate::cost;
use core::cmp::Reverse;
use core::ops::Range;
use lexicon::{Alternative, Begun, Lexicon, PATTERNS, Set};

/// How many words `…` stands for at most.
const GAP: usize = 8;

/// How many patterns can be begun and not finished at a time.
const OPEN: usize = 24;

/// Words that deny what follows.
const NEGATIONS: [&str; 14] = [
    "not", "no", "never", "without", "isnt", "wasnt", "hasnt", "havent", "doesnt", "dont", "didnt",
    "未", "没", "无",
];

/// Words after which a message repeats what the caller sent.
const INPUTS: [&str; 12] = [
    "value",
    "parameter",
    "param",
    "field",
    "argument",
    "property",
    "process",
    "parse",
    "caller",
    "string",
    "参",
    "字",
];

/// Patterns that are searched for together.
///
/// Most messages contain few of the words that a pattern needs, so at first each pattern is asked whether a word of each of its
/// groups is there at all: the rarest of an alternative, because nearly every message has a `not` or an `is`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Phrases {
    patterns: Vec<Pattern>,
    lexicon: Lexicon,
    negations: Vec<u32>,
    inputs: Vec<u32>,
}

#[derive(Clone, Copy, Debug)]
struct Pattern {
    /// What the caller knows the phrase by.
    id: usize,
    is_tentative: bool,
    groups: u16,
}

/// A pattern that was begun.
#[derive(Clone, Copy, Default)]
struct Open {
    pattern: usize,
    /// The next group.
    group: u16,
    /// Where the last group ended, as a position after its last word.
    end: usize,
    start: usize,
    /// How many words matched.
    weight: usize,
}

/// A phrase that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) id: usize,
    pub(crate) clause: u16,
    /// The position of its first word.
    pub(crate) start: usize,
    pub(crate) weight: usize,
    /// Whether its clause is about what the caller sent: then it may be what the caller wrote.
    pub(crate) is_of_input: bool,
}

/// The phrases that were found.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Found {
    pub(crate) certain: Option<Said>,
    pub(crate) tentative: Option<Said>,
}

impl Found {
    fn keep(&mut self, said: Said, is_tentative: bool) {
        let best = if is_tentative {
            &mut self.tentative
        } else {
            &mut self.certain
        };
        // What is said of many things says the less the further down the list it is.
        let rank = |said: Said| {
            let id = if is_tentative {
                Reverse(said.id)
            } else {
                Reverse(0)
            };
            (id, Reverse(said.clause), said.weight, Reverse(said.id))
        };
        if best.is_none_or(|best| rank(said) > rank(best)) {
            *best = Some(said);
        }
    }
}

impl Phrases {
    /// Compiles patterns, each with what the caller knows it by and whether it is tentative.
    pub(crate) fn new<'p>(patterns: impl IntoIterator<Item = (usize, bool, &'p str)>) -> Self {
        let all_stems = |words: &[&str]| words.iter().flat_map(|word| stems(word)).collect();
        let mut phrases = Phrases {
            negations: all_stems(&NEGATIONS),
            inputs: all_stems(&INPUTS),
            ..Phrases::default()
        };
        let (mut alternatives, mut stems) = (Vec::new(), Vec::new());
        for (id, is_tentative, pattern) in patterns {
            let groups = phrases.alternatives(pattern, &mut alternatives, &mut stems);
            phrases.patterns.push(Pattern {
                id,
                is_tentative,
                groups,
            });
        }
        let groups = |pattern: u32| phrases.patterns[pattern as usize].groups;
        phrases.lexicon = Lexicon::new(alternatives, stems, groups);
        phrases
    }

    /// Collects the alternatives of the next pattern, and their stems, and returns the number of its groups.
    fn alternatives(
        &self,
        text: &str,
        all: &mut Vec<Alternative>,
        all_stems: &mut Vec<u32>,
    ) -> u16 {
        let groups = groups(text);
        for (group, at) in groups.iter().zip(0..) {
            for words in group.alternatives.split('|').map(stems) {
                let (Some(first), Ok(pattern), Ok(start), Ok(length)) = (
                    words.first().copied(),
                    self.patterns.len().try_into(),
                    all_stems.len().try_into(),
                    words.len().try_into(),
                ) else {
                    continue;
                };
                all.push(Alternative {
                    first,
                    stems: start,
                    length,
                    pattern,
                    group: at,
                    has_gap: group.has_gap,
                    negates: words.iter().any(|stem| self.negations.contains(stem)),
                });
                all_stems.extend(words);
            }
        }
        groups.len().try_into().unwrap_or(u16::MAX)
    }

    /// Returns the phrase that is said first and the tentative one that is said first; of those in one clause, the one of which
    /// the most words match, then the first of the list. `counts` says which phrases are looked for.
    pub(crate) fn find(&self, speech: &Speech, counts: impl Fn(usize) -> bool) -> Found {
        let mut best = Found::default();
        if self.patterns.is_empty() {
            return best;
        }
        let words = speech.words();
        let mut begun = Begun::NONE;
        let mut start = 0;
        for (at, word) in words.iter().enumerate() {
            begun.go_on(self.lexicon.anchors_of(word.stem));
            let next = words.get(at + 1).map(|next| next.clause);
            if next != Some(word.clause) {
                let candidates = begun.end_clause();
                if candidates != Set::EMPTY || self.patterns.len() > PATTERNS {
                    self.find_in(start..at + 1, words, &candidates, &counts, &mut best);
                }
                start = at + 1;
            }
        }
        best
    }

    /// Looks for candidates among the words of a clause: patterns of whose groups a word is there, one after the other.
    fn find_in(
        &self,
        clause: Range<usize>,
        words: &[Word],
        candidates: &Set,
        counts: impl Fn(usize) -> bool,
        best: &mut Found,
    ) {
        let mut search = Search {
            phrases: self,
            words,
            open: [Open::default(); OPEN],
            count: 0,
        };
        // Those beyond the limit are candidates anyway.
        let groups = if self.patterns.len() > PATTERNS {
            u64::MAX
        } else {
            candidates.groups()
        };
        for at in clause {
            let word = words[at];
            for alternative in self.lexicon.begun_by(word.stem, groups) {
                cost::charge(1);
                if !candidates.has(alternative.pattern as usize) {
                    continue;
                }
                let Some(next) = search.matched(alternative, at) else {
                    continue;
                };
                let pattern = self.patterns[next.pattern];
                if next.group < pattern.groups {
                    search.keep(next);
                } else if counts(pattern.id) {
                    let said = Said {
                        id: pattern.id,
                        clause: word.clause,
                        start: next.start,
                        weight: next.weight,
                        is_of_input: search.is_of_input(next.end),
                    };
                    best.keep(said, pattern.is_tentative);
                }
            }
            search.forget(at);
        }
    }

    /// Returns where an alternative ends that begins at a word.
    fn end_of(&self, alternative: &Alternative, words: &[Word], at: usize) -> Option<usize> {
        let length = usize::from(alternative.length);
        let stems = self.lexicon.stems_of(alternative).iter();
        let found = words.get(at..at + length)?;
        let clause = words[at].clause;
        let is_same = |(word, stem): (&Word, &u32)| word.stem == *stem && word.clause == clause;
        found.iter().zip(stems).all(is_same).then_some(at + length)
    }
}

/// The words of a message while they are looked through.
struct Search<'p> {
    phrases: &'p Phrases,
    words: &'p [Word],
    open: [Open; OPEN],
    count: usize,
}

impl Search<'_> {
    /// Returns the pattern that an alternative begins or continues, if its words are here.
    fn matched(&self, alternative: &Alternative, at: usize) -> Option<Open> {
        let (pattern, group) = (alternative.pattern as usize, alternative.group);
        let (start, weight) = match group {
            0 => (at, 0),
            _ => self.begun(alternative, at)?,
        };
        let end = self.phrases.end_of(alternative, self.words, at)?;
        Some(Open {
            pattern,
            group: group + 1,
            end,
            start,
            weight: weight + usize::from(alternative.length),
        })
    }

    /// Returns where a pattern began that an alternative continues, and how many words matched: the most.
    fn begun(&self, alternative: &Alternative, at: usize) -> Option<(usize, usize)> {
        let clause = self.words[at].clause;
        let begun = self.open[..self.count].iter().filter(|open| {
            open.pattern == alternative.pattern as usize
                && open.group == alternative.group
                && self.words[open.start].clause == clause
                && follows(open.end, at, alternative.has_gap)
                && (alternative.negates || !self.is_negated(open.end..at))
        });
        let best = begun.max_by_key(|open| open.weight)?;
        Some((best.start, best.weight))
    }

    /// Returns whether one of the last two words denies what follows.
    fn is_negated(&self, between: Range<usize>) -> bool {
        let near = between.start.max(between.end.saturating_sub(2))..between.end;
        let mut near = self.words[near].iter();
        near.any(|word| self.phrases.negations.contains(&word.stem))
    }

    /// Returns whether one of the words of a clause, up to a position, is one of input.
    fn is_of_input(&self, end: usize) -> bool {
        let mut words = self.words[..end].iter().rev();
        let Some(last) = words.next() else {
            return false;
        };
        let mut words = words.take_while(|word| word.clause == last.clause);
        words.any(|word| self.phrases.inputs.contains(&word.stem))
    }

    fn keep(&mut self, open: Open) {
        if let Some(place) = self.open.get_mut(self.count) {
            *place = open;
            self.count += 1;
        }
    }

    /// Forgets what is too far behind to go on.
    fn forget(&mut self, at: usize) {
        let mut kept = 0;
        for number in 0..self.count {
            if self.open[number].end + GAP > at {
                if kept < number {
                    self.open[kept] = self.open[number];
                }
                kept += 1;
            }
        }
        self.count = kept;
    }
}

fn follows(end: usize, at: usize, has_gap: bool) -> bool {
    at >= end && (at == end || has_gap && at - end <= GAP)
}

/// A group of a pattern, and whether words may come before it.
struct Group<'p> {
    /// Separated by `|`.
    alternatives: &'p str,
    has_gap: bool,
}

/// Takes a pattern apart.
fn groups(text: &str) -> Vec<Group<'_>> {
    let mut groups = Vec::new();
    let mut has_gap = false;
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let (part, after) = if let Some(inside) = rest.strip_prefix('(') {
            inside.split_once(')').unwrap_or((inside, ""))
        } else {
            let end = rest.find(['(', '…']).unwrap_or(rest.len());
            rest.split_at(if rest.starts_with('…') {
                '…'.len_utf8()
            } else {
                end
            })
        };
        rest = after.trim_start();
        if part == "…" {
            has_gap = true;
            continue;
        }
        groups.push(Group {
            alternatives: part,
            has_gap,
        });
        has_gap = false;
    }
    groups
}

/// Returns the stems of the words of an alternative.
fn stems(words: &str) -> Vec<u32> {
    let mut stems = Vec::new();
    let mut stemmer = Stemmer::new();
    for c in words.chars() {
        match c {
            '#' => stems.push(NUMBER),
            '\'' => {}
            _ if is_wide(c) => {
                stems.extend(stemmer.take());
                stems.push(wide(c));
            }
            _ if c.is_alphanumeric() => stemmer.push(c.to_ascii_lowercase()),
            _ => stems.extend(stemmer.take()),
        }
    }
    stems.extend(stemmer.take());
    stems
}
