//! The keys of many pointers at once: one look-up finds out which of them a key leads on.

use super::{DELAYS, Place};
use crate::response::json::{Pointer, Step};

/// The places of a shape, then those of delays, by the keys on the way to them.
pub(crate) struct Index {
    places: &'static [Place],
    /// For each hash, the number of a key, counted from 1.
    slots: [u8; SLOTS],
    keys: [Key; KEYS],
    /// The pointers with `*` for each step.
    any: [u128; STEPS],
    /// The pointers that have just so many steps.
    ends: [u128; STEPS + 1],
}

const SLOTS: usize = 256;
const KEYS: usize = 96;

/// The most steps of a pointer that is indexed.
const STEPS: usize = 4;

/// A key, and the pointers that have it for each step.
#[derive(Clone, Copy)]
struct Key {
    text: &'static [u8],
    leads: [u128; STEPS],
}

impl Index {
    /// Indexes places. If there are too many keys or steps, it does not compile.
    pub(super) const fn of(places: &'static [Place]) -> Self {
        let mut index = Index {
            places,
            slots: [0; SLOTS],
            keys: [Key {
                text: &[],
                leads: [0; STEPS],
            }; KEYS],
            any: [0; STEPS],
            ends: [0; STEPS + 1],
        };
        let mut number = 0;
        while number < index.count() {
            index.add(number);
            number += 1;
        }
        index
    }

    const fn add(&mut self, number: usize) {
        let bit = 1_u128 << number;
        let pointer: &Pointer = self.place(number).pointer();
        let mut steps = pointer.keys();
        let mut step = 0;
        while let Some((key, rest)) = steps.split() {
            steps = rest;
            match key {
                b"*" => self.any[step] |= bit,
                _ => {
                    let key = self.number_of(key);
                    self.keys[key].leads[step] |= bit;
                }
            }
            step += 1;
        }
        self.ends[step] |= bit;
    }

    /// Returns the number of a key, which is added if it is new.
    const fn number_of(&mut self, text: &'static [u8]) -> usize {
        let mut slot = slot_of(Step::new(text));
        while self.slots[slot] > 0 {
            let number = self.slots[slot] as usize - 1;
            if same(self.keys[number].text, text) {
                return number;
            }
            slot = (slot + 1) % SLOTS;
        }
        let mut number = 0;
        while !self.keys[number].text.is_empty() {
            number += 1;
        }
        self.keys[number].text = text;
        self.slots[slot] = number as u8 + 1;
        number
    }

    /// Returns how many places there are.
    pub(crate) const fn count(&self) -> usize {
        self.places.len() + DELAYS.len()
    }

    /// Returns a place by its number.
    pub(crate) const fn place(&self, number: usize) -> &'static Place {
        if number < self.places.len() {
            &self.places[number]
        } else {
            &DELAYS[(number - self.places.len()) % DELAYS.len()]
        }
    }

    /// Returns the pointers, as bits, that a key may be the next step of after so many.
    #[inline]
    pub(crate) fn leading(&self, steps: usize, key: &[u8], step: Step) -> u128 {
        let Some(any) = self.any.get(steps) else {
            return 0;
        };
        let mut slot = slot_of(step);
        while let Some(number) = self.slots[slot].checked_sub(1) {
            match self.keys.get(usize::from(number)) {
                Some(own) if own.text == key => return own.leads[steps % STEPS] | any,
                _ => slot = (slot + 1) % SLOTS,
            }
        }
        *any
    }

    /// Returns the pointers, as bits, that end after so many steps.
    #[inline]
    pub(crate) fn ending(&self, steps: usize) -> u128 {
        self.ends.get(steps).copied().unwrap_or_default()
    }
}

const fn slot_of(step: Step) -> usize {
    (step.mixed() >> 56) as usize % SLOTS
}

const fn same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}
