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

/// Returns the stem of a word of ASCII letters and digits. It is that of a [`Stemmer`], found faster.
pub(super) const fn stem_of(word: &[u8]) -> u32 {
    let [first, ..] = word else {
        return START;
    };
    if first.is_ascii_digit() {
        return NUMBER;
    }
    let last = match word {
        [.., c, b, a] => [lower(*a), lower(*b), lower(*c)],
        [b, a] => [lower(*a), lower(*b), ' '],
        _ => [lower(*first), ' ', ' '],
    };
    let mut hash = START;
    let mut rest = word.split_at(word.len() - cut(last, word.len())).0;
    while let [byte, after @ ..] = rest {
        hash = mix(hash, byte.to_ascii_lowercase() as u32);
        rest = after;
    }
    hash
}

const fn lower(byte: u8) -> char {
    byte.to_ascii_lowercase() as char
}

/// Returns how many characters of a word are inflection, given its last three, the last one first, and its length.
const fn cut(last: [char; 3], length: usize) -> usize {
    match (last, length) {
        (['g', 'n', 'i'], 7..) => 3,
        (['d', 'e', _] | ['s', 'e', 's' | 'h' | 'x'], 6..) => 2,
        (['s', 's' | 'u' | 'i', _], _) => 0,
        (['s', ..], 4..) | (['e', ..], 6..) => 1,
        _ => 0,
    }
}

/// Hashes a word without its inflection, a character at a time.
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

    pub(super) fn push(&mut self, c: char) {
        if self.length == 0 {
            self.is_number = c.is_ascii_digit();
        }
        let [hash, one, two, _] = self.hashes;
        self.hashes = [mix(hash, c as u32), hash, one, two];
        let [last, before, _] = self.last;
        self.last = [c, last, before];
        self.length += 1;
    }

    /// Returns whether no word has begun.
    pub(super) fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Returns the stem of the word, if there is one, and starts the next.
    pub(super) fn take(&mut self) -> Option<u32> {
        if self.is_empty() {
            return None;
        }
        let word = core::mem::replace(self, Stemmer::new());
        Some(if word.is_number {
            NUMBER
        } else {
            word.hashes[cut(word.last, word.length)]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Stemmer, stem_of};

    #[test]
    fn a_word_has_the_same_stem_however_it_is_read() {
        for word in [
            "a", "is", "us", "has", "less", "Error", "exceeded", "LIMITS", "tokens", "using",
            "billing", "boxes", "4o", "status", "quota2", "red", "speed", "use", "usage", "ies",
        ] {
            let mut stemmer = Stemmer::new();
            word.chars()
                .for_each(|c| stemmer.push(c.to_ascii_lowercase()));
            assert_eq!(stemmer.take(), Some(stem_of(word.as_bytes())), "{word}");
        }
    }
}
