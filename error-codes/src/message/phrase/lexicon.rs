//! The words of patterns: which alternatives begin with a word, and of which it is the rarest.

use crate::cost;
use core::ops::Range;

/// One alternative of a group.
#[derive(Clone, Copy, Debug)]
pub(super) struct Alternative {
    pub(super) first: u32,
    /// Where its stems begin.
    pub(super) stems: u32,
    pub(super) length: u16,
    pub(super) pattern: u32,
    pub(super) group: u16,
    /// Whether words may come before it.
    pub(super) has_gap: bool,
    /// Whether one of its words is a negation.
    pub(super) negates: bool,
}

/// The last group of a pattern that is looked for beforehand.
const LAST: u16 = 6;

/// How many patterns; more are always candidates.
pub(super) const PATTERNS: usize = 512;

/// The words of all patterns, by their stems.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexicon {
    /// The alternatives of all groups, by the stem of their first word.
    alternatives: Vec<Alternative>,
    /// The stems of all alternatives.
    stems: Vec<u32>,
    /// For each hash, the position of a word counted from 1, or 0: at least half of them are free.
    slots: Box<[u32]>,
    words: Vec<Known>,
    anchors: Vec<Anchor>,
}

/// A word.
#[derive(Clone, Debug)]
struct Known {
    stem: u32,
    begins: (u32, u32),
    anchors: (u32, u32),
    /// A bit for each group of patterns to which the alternatives belong that begin with it.
    patterns: u64,
}

/// A group of a pattern that a word may belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Anchor {
    pub(super) pattern: u16,
    pub(super) group: u16,
    /// Whether no later group is looked for.
    pub(super) is_last: bool,
}

fn range((start, end): (u32, u32)) -> Range<usize> {
    start as usize..end as usize
}

impl Lexicon {
    /// Collects the words of alternatives. The patterns are told by their numbers of groups.
    pub(super) fn new(
        mut alternatives: Vec<Alternative>,
        stems: Vec<u32>,
        patterns: impl Fn(u32) -> u16,
    ) -> Self {
        alternatives.sort_by_key(|alternative| alternative.first);
        let mut lexicon = Lexicon {
            alternatives,
            stems,
            ..Lexicon::default()
        };
        let mut all: Vec<u32> = lexicon.stems.clone();
        all.sort_unstable();
        let rarity = |stem: u32| {
            let from = all.partition_point(|other| *other < stem);
            all[from..].partition_point(|other| *other == stem)
        };
        let mut anchored: Vec<(u32, Anchor)> = Vec::new();
        for alternative in &lexicon.alternatives {
            let stems = lexicon.stems_of(alternative).iter().copied();
            let rarest = stems.min_by_key(|stem| rarity(*stem));
            let last = patterns(alternative.pattern).min(LAST + 1) - 1;
            if let (Some(rarest), Ok(pattern)) = (rarest, u16::try_from(alternative.pattern))
                && usize::from(pattern) < PATTERNS
                && alternative.group <= last
            {
                let anchor = Anchor {
                    pattern,
                    group: alternative.group,
                    is_last: alternative.group == last,
                };
                anchored.push((rarest, anchor));
            }
        }
        anchored.sort_unstable_by_key(|(stem, anchor)| (*stem, anchor.group, anchor.pattern));
        anchored.dedup();
        all.dedup();
        lexicon.anchors = anchored.iter().map(|(_, anchor)| *anchor).collect();
        let (mut begin, mut anchor) = (0, 0);
        for stem in all {
            let begins = &lexicon.alternatives[begin..];
            let begins = begin + begins.partition_point(|one| one.first == stem);
            let anchors = &anchored[anchor..];
            let anchors = anchor + anchors.partition_point(|(own, _)| *own == stem);
            lexicon.words.push(Known {
                stem,
                begins: (place(begin), place(begins)),
                patterns: lexicon.alternatives[begin..begins]
                    .iter()
                    .fold(0, |bits, one| bits | group_of(one.pattern as usize)),
                anchors: (place(anchor), place(anchors)),
            });
            (begin, anchor) = (begins, anchors);
        }
        lexicon.fill();
        lexicon
    }

    fn fill(&mut self) {
        self.slots = vec![0; 2 * self.words.len().next_power_of_two()].into();
        let mask = self.slots.len() - 1;
        for (word, number) in self.words.iter().zip(1..) {
            let mut slot = word.stem as usize & mask;
            while self.slots[slot] != 0 {
                slot = (slot + 1) & mask;
            }
            self.slots[slot] = number;
        }
    }

    #[inline]
    fn entry(&self, stem: u32) -> Option<&Known> {
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = stem as usize & mask;
        loop {
            let number = *self.slots.get(slot)? as usize;
            let known = self.words.get(number.checked_sub(1)?)?;
            if known.stem == stem {
                return Some(known);
            }
            slot = (slot + 1) & mask;
        }
    }

    /// Returns the alternatives that begin with a word, if some may be those of these groups of patterns.
    #[inline]
    pub(super) fn begun_by(&self, stem: u32, groups: u64) -> &[Alternative] {
        let known = self
            .entry(stem)
            .filter(|known| known.patterns & groups != 0);
        let alternatives = known.and_then(|known| self.alternatives.get(range(known.begins)));
        alternatives.unwrap_or_default()
    }

    pub(super) fn stems_of(&self, alternative: &Alternative) -> &[u32] {
        let start = alternative.stems as usize;
        let stems = self
            .stems
            .get(start..start + usize::from(alternative.length));
        stems.unwrap_or_default()
    }

    /// Returns the groups of which an alternative has this word as its rarest, the first groups of patterns first.
    #[inline]
    pub(super) fn anchors_of(&self, stem: u32) -> &[Anchor] {
        let known = self.entry(stem);
        let anchors = known.and_then(|known| self.anchors.get(range(known.anchors)));
        anchors.unwrap_or_default()
    }
}

fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// A set of patterns, which those beyond the limit always belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Set([u64; WORDS]);

const WORDS: usize = PATTERNS / 64;

/// Returns the bit of a pattern's group.
fn group_of(pattern: usize) -> u64 {
    1 << (pattern % 64)
}

impl Set {
    pub(super) const EMPTY: Self = Set([0; WORDS]);

    /// Returns a bit for each group of patterns.
    pub(super) fn groups(&self) -> u64 {
        self.0.iter().fold(0, |groups, word| groups | word)
    }

    #[inline]
    pub(super) fn has(&self, pattern: usize) -> bool {
        let bits = self.0.get(pattern / 64);
        bits.is_none_or(|bits| bits >> (pattern % 64) & 1 == 1)
    }
}

/// The patterns of which the first groups were there, one after the other in one clause.
pub(super) struct Begun {
    /// For each number of groups.
    sets: [Set; Self::SETS],
    /// The largest number of groups of which there is a pattern.
    reach: u16,
    finished: Set,
}

impl Begun {
    const SETS: usize = 8;

    pub(super) const NONE: Self = Begun {
        sets: {
            let mut sets = [Set::EMPTY; Self::SETS];
            sets[0] = Set([u64::MAX; WORDS]);
            sets
        },
        reach: 0,
        finished: Set::EMPTY,
    };

    /// Takes a word of these groups, which are in order.
    #[inline]
    pub(super) fn go_on(&mut self, anchors: &[Anchor]) {
        for anchor in anchors {
            cost::charge(1);
            if anchor.group > self.reach {
                return;
            }
            let (at, bit) = (
                usize::from(anchor.pattern) / 64 % WORDS,
                anchor.pattern % 64,
            );
            let group = usize::from(anchor.group) % Self::SETS;
            let begun = self.sets[group].0[at] & 1 << bit;
            if begun == 0 {
                continue;
            }
            if anchor.is_last {
                self.finished.0[at] |= begun;
            } else {
                self.sets[(group + 1) % Self::SETS].0[at] |= begun;
                self.reach = self.reach.max(anchor.group + 1);
            }
        }
    }

    /// Returns the patterns of which all groups were there, and begins another clause.
    pub(super) fn end_clause(&mut self) -> Set {
        for set in self.sets.iter_mut().skip(1).take(usize::from(self.reach)) {
            *set = Set::EMPTY;
        }
        self.reach = 0;
        core::mem::replace(&mut self.finished, Set::EMPTY)
    }
}
