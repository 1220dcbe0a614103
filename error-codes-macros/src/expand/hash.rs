//! The hashes by which names and messages are looked up. The same functions are in the crate at run time; a test of the
//! workspace looks every row up by them.

/// The hash of a code or type.
#[expect(
    clippy::cast_possible_truncation,
    reason = "folding looks at either half, and an index at one"
)]
pub(super) fn of_name(name: &str) -> u32 {
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
    fold(state ^ first, !FACTOR ^ last_word(bytes)) as u32
}

/// The last eight bytes, or all if there are fewer, as one number.
fn last_word(bytes: &[u8]) -> u64 {
    if let Some(word) = bytes.last_chunk::<8>() {
        return u64::from_le_bytes(*word);
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        return u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last));
    }
    bytes
        .iter()
        .fold(0, |word, byte| word << 8 | u64::from(*byte))
}

/// The keyword of a template without any.
pub(super) const NO_WORD: u32 = 0x811c_9dc5;

/// Returns the keywords of a template that touch no placeholder, each with its length. A pair of ideographs counts as more
/// than a short word and less than a long one.
pub(super) fn keywords(template: &str) -> Vec<(u32, usize)> {
    let bytes = template.as_bytes();
    let begins_placeholder =
        |at: usize| bytes.get(at) == Some(&b'{') && bytes.get(at + 1) != Some(&b'{');
    let is_ideograph = |at: usize| at + 2 < bytes.len() && matches!(bytes[at], 0xe4..=0xe9);
    let mut keywords = Vec::new();
    let mut after_placeholder = false;
    let mut at = 0;
    while at < bytes.len() {
        let was_after_placeholder = std::mem::take(&mut after_placeholder);
        if bytes[at].is_ascii_alphanumeric() {
            let word = bytes[at..].iter();
            let length = word.take_while(|byte| byte.is_ascii_alphanumeric()).count();
            let word = &bytes[at..at + length];
            let joins = template[..at]
                .chars()
                .next_back()
                .is_some_and(is_other_letter)
                || template[at + length..]
                    .chars()
                    .next()
                    .is_some_and(is_other_letter);
            at += length;
            if !joins && !was_after_placeholder && !begins_placeholder(at) {
                keywords.push((of_keyword(word), length));
            }
        } else if begins_placeholder(at) {
            let inside = bytes[at..].iter().take_while(|byte| **byte != b'}');
            at += inside.count() + 1;
            after_placeholder = true;
        } else if is_ideograph(at) && is_ideograph(at + 3) {
            keywords.push((of_keyword(&bytes[at..at + 6]), 6));
            at += 3;
        } else {
            // The second brace of `{{` does not begin a placeholder.
            at += if bytes[at] == b'{' { 2 } else { 1 };
        }
    }
    keywords
}

/// Returns whether a character is compared as a letter or digit of ASCII and is none: a wide one, the capital `i` with a dot, the
/// sign of kelvin.
fn is_other_letter(c: char) -> bool {
    matches!(c, '\u{130}' | '\u{212a}' | '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}')
}

/// FNV-1a.
fn of_keyword(word: &[u8]) -> u32 {
    word.iter().fold(NO_WORD, |hash, byte| {
        (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193)
    })
}

/// Returns the bits that a message with these keywords has, the lower half first.
pub(super) fn bits(keywords: &[(u32, usize)]) -> [u32; 2] {
    let mut bits = [0; 2];
    for (word, _) in keywords {
        let bit = word >> 26;
        bits[bit as usize / 32] |= 1 << (bit % 32);
    }
    bits
}
