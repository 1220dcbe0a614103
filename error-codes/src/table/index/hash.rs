//! The hash of a name.

use crate::scan::last_word;

/// Products of two words, folded, as good hashes of short texts use them. The last words overlap with those before them, so
/// that no byte stands alone.
#[expect(
    clippy::cast_possible_truncation,
    reason = "folding looks at either half, and an index at one"
)]
#[inline]
pub(super) fn hash(name: &str) -> u32 {
    const FACTOR: u64 = 0x517c_c1b7_2722_0a95;
    let fold = |one: u64, other: u64| {
        let product = u128::from(one) * u128::from(other);
        product as u64 ^ (product >> 64) as u64
    };
    let bytes = name.as_bytes();
    let mut state = FACTOR ^ bytes.len() as u64;
    let mut rest = bytes;
    while rest.len() > 16
        && let Some((word, behind)) = rest.split_first_chunk()
    {
        state = fold(state ^ u64::from_le_bytes(*word), FACTOR);
        rest = behind;
    }
    let first = rest
        .first_chunk()
        .map_or(0, |word| u64::from_le_bytes(*word));
    // With the same factor twice, two names would change places.
    fold(state ^ first, !FACTOR ^ last_word(bytes)) as u32
}

#[cfg(test)]
mod tests {
    use super::hash;
    use std::collections::HashSet;

    /// Names differ at the beginning, in the middle or at the end, and so do the places where they are looked for.
    #[test]
    fn names_that_are_alike_are_hashed_apart() {
        const NAMES: u32 = 4096;
        let numbered: [fn(u32) -> String; 6] = [
            |number| number.to_string(),
            |number| format!("{number}_error"),
            |number| format!("invalid_{number}"),
            |number| format!("model_{number}_not_found"),
            |number| format!("organization_project_{number}_spend_limit_exceeded"),
            |number| "x".repeat(number as usize),
        ];
        for name in numbered {
            let hashes: Vec<u32> = (0..NAMES).map(|number| hash(&name(number))).collect();
            let all: HashSet<u32> = hashes.iter().copied().collect();
            let places: HashSet<u32> = hashes.iter().map(|hash| hash % NAMES).collect();
            assert!(all.len() >= 4090, "{}: {}", name(1), all.len());
            // Of so many places chosen by chance, 63 % are taken.
            assert!(places.len() >= 2400, "{}: {}", name(1), places.len());
        }
    }
}
