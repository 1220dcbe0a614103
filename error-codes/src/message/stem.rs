//! The stems of words: without case, width and inflection.

/// The hash of a character that is a word by itself.
pub(super) fn wide(c: char) -> u32 {
    mix(START, c as u32)
}

const START: u32 = 0x811c_9dc5;

const fn mix(hash: u32, unit: u32) -> u32 {
    (hash ^ unit).wrapping_mul(0x0100_0193)
}

/// The hash of every number.
pub(super) const NUMBER: u32 = 1;

/// Hashes a word without its inflection.
pub(super) struct Stemmer {
    /// The hashes of the word without its last 0, 1, 2 and 3 characters.
    hashes: [u32; 4],
    /// The last three characters, the last one first.
    last: [char; 3],
    length: usize,
    is_number: bool,
}

impl Stemmer {
    pub(super) const fn new() -> Self {
        Stemmer {
            hashes: [START; 4],
            last: [' '; 3],
            length: 0,
            is_number: false,
        }
    }

    /// Returns the stem of a word of ASCII letters in lower case.
    pub(super) const fn of(word: &str) -> u32 {
        let mut stemmer = Stemmer::new();
        let mut rest = word.as_bytes();
        while let [byte, after @ ..] = rest {
            stemmer.push(*byte as char);
            rest = after;
        }
        stemmer.stem()
    }

    pub(super) const fn push(&mut self, c: char) {
        if self.length == 0 {
            self.is_number = c.is_ascii_digit();
        }
        let [hash, one, two, _] = self.hashes;
        self.hashes = [mix(hash, c as u32), hash, one, two];
        let [last, before, _] = self.last;
        self.last = [c, last, before];
        self.length += 1;
    }

    /// Returns the stem of the word, if there is one, and starts the next.
    pub(super) fn take(&mut self) -> Option<u32> {
        let word = core::mem::replace(self, Stemmer::new());
        (word.length > 0).then(|| word.stem())
    }

    const fn stem(&self) -> u32 {
        if self.is_number {
            return NUMBER;
        }
        let cut = match (self.last, self.length) {
            (['g', 'n', 'i'], 7..) => 3,
            (['d', 'e', _] | ['s', 'e', 's' | 'h' | 'x'], 6..) => 2,
            (['s', 's' | 'u' | 'i', _], _) => 0,
            (['s', ..], 4..) | (['e', ..], 6..) => 1,
            _ => 0,
        };
        self.hashes[cut]
    }
}
