//! Fast scans over bytes.

/// Returns the position of the first of two bytes, or the length.
#[inline]
pub(crate) fn find_either(bytes: &[u8], one: u8, other: u8) -> usize {
    // Most texts are short, and end within the first eight bytes.
    let first = bytes.first_chunk::<8>();
    match first.and_then(|first| find_either_of_eight(*first, one, other)) {
        Some(at) => at,
        None => find_either_in_long(bytes, one, other),
    }
}

fn find_either_in_long(bytes: &[u8], one: u8, other: u8) -> usize {
    let is_either = |byte: &u8| *byte == one || *byte == other;
    // Without a branch between them, compilers compare sixteen bytes at once.
    let has_either = |chunk: &[u8; 32]| chunk.iter().fold(false, |has, byte| has | is_either(byte));
    let (chunks, _) = bytes.as_chunks::<32>();
    let chunk = chunks.iter().position(has_either);
    let mut from = 32 * chunk.unwrap_or(chunks.len());
    while let Some(eight) = bytes[from..].first_chunk::<8>() {
        if let Some(at) = find_either_of_eight(*eight, one, other) {
            return from + at;
        }
        from += 8;
    }
    let rest = &bytes[from..];
    from + rest.iter().position(is_either).unwrap_or(rest.len())
}

/// Returns the position of the first of two bytes among eight, which are compared as one number.
fn find_either_of_eight(bytes: [u8; 8], one: u8, other: u8) -> Option<usize> {
    let found = bits_of(bytes, one) | bits_of(bytes, other);
    (found != 0).then(|| (found.trailing_zeros() / 8) as usize)
}

/// Sets the highest bit of the first byte that is this one, and perhaps of later ones that are not; none if there is no such
/// byte.
#[inline]
fn bits_of(bytes: [u8; 8], byte: u8) -> u64 {
    const LOW: u64 = u64::from_ne_bytes([0x01; 8]);
    const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);
    let word = u64::from_le_bytes(bytes) ^ (LOW * u64::from(byte));
    word.wrapping_sub(LOW) & !word & HIGH
}

/// Looks at each place of two bytes, in order, until one is it. Returns whether there is such.
#[inline]
pub(crate) fn any_of_two(
    bytes: &[u8],
    one: u8,
    other: u8,
    mut is_it: impl FnMut(usize, u8) -> bool,
) -> bool {
    let mut is_it = |at, byte| (byte == one || byte == other) && is_it(at, byte);
    let (words, rest) = bytes.as_chunks::<8>();
    let mut start = 0;
    for word in words {
        let mut found = bits_of(*word, one) | bits_of(*word, other);
        while found != 0 {
            let at = found.trailing_zeros() as usize / 8;
            found &= found - 1;
            if is_it(start + at, word[at]) {
                return true;
            }
        }
        start += 8;
    }
    let mut rest = rest.iter().zip(start..);
    rest.any(|(byte, at)| is_it(at, *byte))
}

/// Returns the last eight bytes, or all if there are fewer, as one number. Two texts of the same length have the same number
/// only if they end in the same bytes.
#[inline]
pub(crate) const fn last_word(bytes: &[u8]) -> u64 {
    if let Some(word) = bytes.last_chunk::<8>() {
        return u64::from_le_bytes(*word);
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        return (u32::from_le_bytes(*first) as u64) << 32 | u32::from_le_bytes(*last) as u64;
    }
    let mut word = 0;
    let mut at = 0;
    while at < bytes.len() {
        word = word << 8 | bytes[at] as u64;
        at += 1;
    }
    word
}

/// Trims whitespace. Most texts have none, and the standard library looks at them character by character.
pub(crate) fn trim(text: &str) -> &str {
    let is_bare = |end: Option<&u8>| end.is_some_and(u8::is_ascii_graphic);
    let bytes = text.as_bytes();
    if is_bare(bytes.first()) && is_bare(bytes.last()) {
        text
    } else {
        text.trim()
    }
}
