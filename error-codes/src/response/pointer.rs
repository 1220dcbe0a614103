//! JSON pointers.

use crate::scan;

/// A JSON pointer (RFC 6901, without escapes). A step `*`, one of the first three, matches every key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pointer {
    text: &'static str,
    path: Path,
    count: usize,
    /// The first steps, by which most keys are compared.
    steps: [Step; STEPS],
}

const STEPS: usize = 3;

/// The step to an element of an array, which is no key.
const ELEMENT: &[u8] = b"0";

/// A hash of the keys on the way to a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Path(u64);

impl Path {
    pub(super) const ROOT: Self = Path(0xcbf2_9ce4_8422_2325);

    /// Returns the path to the value of a key.
    pub(super) const fn then(self, key: &[u8]) -> Self {
        let mut hash = Self::with(self.0, b'/');
        let mut rest = key;
        while let [byte, after @ ..] = rest {
            hash = Self::with(hash, *byte);
            rest = after;
        }
        Path(hash)
    }

    const fn with(hash: u64, byte: u8) -> u64 {
        (hash ^ byte as u64).wrapping_mul(0x0100_0000_01b3)
    }
}

/// The length and the last eight bytes of a key; most keys are not longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    length: usize,
    end: u64,
}

impl Step {
    /// Matches no key.
    pub(super) const NONE: Self = Step {
        length: usize::MAX,
        end: 0,
    };

    /// `*`, which matches every key.
    const ANY: Self = Step {
        length: usize::MAX - 1,
        end: 0,
    };

    #[inline]
    pub(super) const fn new(key: &[u8]) -> Self {
        Step {
            length: key.len(),
            end: scan::last_word(key),
        }
    }

    /// Returns whether two keys with this step are the same.
    pub(super) const fn is_whole_key(self) -> bool {
        self.length <= 8
    }

    #[inline]
    pub(super) const fn is(self, other: Self) -> bool {
        self.length == other.length && self.end == other.end
    }

    /// Returns a hash, whose upper bits are the best.
    #[inline]
    pub(super) const fn mixed(self) -> u64 {
        (self.end ^ self.length as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }
}

/// The keys of a pointer, one after the other; steps to elements are left out.
#[derive(Clone, Copy)]
pub(super) struct Keys(&'static [u8]);

impl Keys {
    pub(super) const fn of(pointer: &'static str) -> Self {
        Keys(pointer.as_bytes())
    }

    /// Splits off the first.
    pub(super) const fn split(self) -> Option<(&'static [u8], Self)> {
        let mut rest = self.0;
        while let [b'/', after @ ..] = rest {
            let mut length = 0;
            while length < after.len() && after[length] != b'/' {
                length += 1;
            }
            let (key, behind) = after.split_at(length);
            rest = behind;
            if let ELEMENT = key {
                continue;
            }
            return Some((key, Keys(behind)));
        }
        None
    }
}

impl Pointer {
    pub(super) const fn new(text: &'static str) -> Self {
        let mut pointer = Pointer {
            text,
            path: Path::ROOT,
            count: 0,
            steps: [Step::NONE; STEPS],
        };
        let mut keys = Keys::of(text);
        while let Some((key, rest)) = keys.split() {
            keys = rest;
            if pointer.count < STEPS {
                pointer.steps[pointer.count] = match key {
                    b"*" => Step::ANY,
                    _ => Step::new(key),
                };
            }
            pointer.count += 1;
            pointer.path = pointer.path.then(key);
        }
        pointer
    }

    pub(crate) const fn text(self) -> &'static str {
        self.text
    }

    pub(super) const fn path(&self) -> Path {
        self.path
    }

    /// Returns whether it has just so many steps.
    pub(super) fn ends_after(&self, steps: usize) -> bool {
        self.count == steps
    }

    /// Returns whether this key follows after so many steps.
    pub(super) fn leads_on(&self, steps_taken: usize, key: &[u8], step: Step) -> bool {
        match self.steps.get(steps_taken) {
            Some(own) if *own == Step::ANY => true,
            Some(own) if !own.is(step) => false,
            Some(_) if step.is_whole_key() => true,
            _ => {
                let all = Keys::of(self.text);
                let keys = core::iter::successors(all.split(), |(_, rest)| rest.split());
                keys.map(|(key, _)| key).nth(steps_taken) == Some(key)
            }
        }
    }
}

/// Returns whether two keys are the same.
pub(super) const fn same(one: &[u8], other: &[u8]) -> bool {
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
