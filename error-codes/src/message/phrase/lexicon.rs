//! The words of patterns: which alternatives begin with a word, and of which it is the rarest.

use super::Phrases;
use core::ops::Range;

/// How many groups of a pattern are asked for beforehand.
pub(super) const GROUPS: usize = 5;

/// How many patterns; more are always candidates.
pub(super) const PATTERNS: usize = 512;

/// The words of all patterns, by their stems.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexicon {
    /// For each hash, the position of a word counted from 1, or 0: at least half of them are free.
    slots: Box<[u32]>,
    words: Vec<Known>,
    anchors: Vec<Anchor>,
    /// The patterns that have no such group.
    pub(super) without: [Set; GROUPS],
}

/// A word.
#[derive(Clone, Debug)]
pub(super) struct Known {
    stem: u32,
    begins: (u32, u32),
    anchors: (u32, u32),
}

impl Known {
    /// Returns the positions of the alternatives that begin with it.
    pub(super) fn begins(&self) -> Range<usize> {
        range(self.begins)
    }
}

/// A group of a pattern that a word may belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Anchor {
    pub(super) pattern: u16,
    pub(super) group: u16,
}

fn range((start, end): (u32, u32)) -> Range<usize> {
    start as usize..end as usize
}

impl Lexicon {
    /// Collects the words of patterns whose alternatives are sorted by their first words.
    pub(super) fn of(phrases: &Phrases) -> Self {
        let stems_of = |at: usize| {
            let alternative = phrases.alternatives.get(at)?;
            let start = alternative.stems as usize;
            phrases.stems.get(start..start + usize::from(alternative.length))
        };
        let mut all: Vec<u32> = phrases.stems.clone();
        all.sort_unstable();
        let rarity = |stem: u32| {
            let from = all.partition_point(|other| *other < stem);
            all[from..].partition_point(|other| *other == stem)
        };
        let mut anchored: Vec<(u32, Anchor)> = Vec::new();
        for (at, alternative) in phrases.alternatives.iter().enumerate() {
            let stems = stems_of(at).unwrap_or_default();
            let rarest = stems.iter().copied().min_by_key(|stem| rarity(*stem));
            if let (Some(rarest), Ok(pattern)) = (rarest, alternative.pattern.try_into()) {
                let group = alternative.group;
                anchored.push((rarest, Anchor { pattern, group }));
            }
        }
        anchored.sort_unstable();
        anchored.dedup();
        all.dedup();
        let mut lexicon = Lexicon {
            without: without(phrases),
            anchors: anchored.iter().map(|(_, anchor)| *anchor).collect(),
            ..Lexicon::default()
        };
        let (mut begin, mut anchor) = (0, 0);
        for stem in all {
            let begins = &phrases.alternatives[begin..];
            let begins = begin + begins.partition_point(|one| one.first == stem);
            let anchors = &anchored[anchor..];
            let anchors = anchor + anchors.partition_point(|(own, _)| *own == stem);
            lexicon.words.push(Known {
                stem,
                begins: (place(begin), place(begins)),
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
    pub(super) fn entry(&self, stem: u32) -> Option<&Known> {
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

    /// Returns the groups of which an alternative has this word as its rarest.
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

fn without(phrases: &Phrases) -> [Set; GROUPS] {
    let mut without = [Set::EMPTY; GROUPS];
    for (group, set) in without.iter_mut().enumerate() {
        for (at, pattern) in phrases.patterns.iter().enumerate() {
            if usize::from(pattern.groups) <= group {
                set.add(at);
            }
        }
    }
    without
}

/// A set of patterns, which those beyond the limit always belong to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Set([u64; PATTERNS / 64]);

impl Set {
    pub(super) const EMPTY: Self = Set([0; PATTERNS / 64]);

    pub(super) const ALL: Self = Set([u64::MAX; PATTERNS / 64]);

    pub(super) fn add(&mut self, pattern: usize) {
        if let Some(bits) = self.0.get_mut(pattern / 64) {
            *bits |= 1 << (pattern % 64);
        }
    }

    #[inline]
    pub(super) fn has(self, pattern: usize) -> bool {
        let bits = self.0.get(pattern / 64);
        bits.is_none_or(|bits| bits >> (pattern % 64) & 1 == 1)
    }

    pub(super) fn and(self, other: Self) -> Self {
        Set(core::array::from_fn(|at| self.0[at] & other.0[at]))
    }

    pub(super) fn or(self, other: Self) -> Self {
        Set(core::array::from_fn(|at| self.0[at] | other.0[at]))
    }
}
