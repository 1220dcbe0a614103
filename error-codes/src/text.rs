//! Small things about text that the standard library has not.

use http::StatusCode;

/// The first letter and what follows it.
pub(crate) fn split_first(text: &str) -> (Option<char>, &str) {
    let mut letters = text.chars();
    (letters.next(), letters.as_str())
}

/// The last eight bytes as one number, or all of them where there are no more. Texts of one length have the same only if
/// they end the same.
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

/// Where the first of either byte stands, or else the end.
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

/// The place of the first of either byte among eight that are looked at as one number.
fn find_either_of_eight(bytes: [u8; 8], one: u8, other: u8) -> Option<usize> {
    const LOW: u64 = u64::from_ne_bytes([0x01; 8]);
    const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);
    let word = u64::from_le_bytes(bytes);
    // The highest bit of the first byte that is zero, and perhaps of others behind it.
    let zeros = |word: u64| word.wrapping_sub(LOW) & !word & HIGH;
    let found = zeros(word ^ (LOW * u64::from(one))) | zeros(word ^ (LOW * u64::from(other)));
    (found != 0).then(|| (found.trailing_zeros() / 8) as usize)
}

/// A text without white space around it. What the standard library does letter by letter is rarely needed.
pub(crate) fn trim(text: &str) -> &str {
    let is_bare = |end: Option<&u8>| end.is_some_and(u8::is_ascii_graphic);
    let bytes = text.as_bytes();
    if is_bare(bytes.first()) && is_bare(bytes.last()) {
        text
    } else {
        text.trim()
    }
}

/// The text without this end, whatever its case.
pub(crate) fn strip_end<'t>(text: &'t str, end: &str) -> Option<&'t str> {
    let at = text.len().checked_sub(end.len())?;
    let (start, found) = text.split_at_checked(at)?;
    found.eq_ignore_ascii_case(end).then_some(start)
}

/// The HTTP status of an error, if the text is one.
pub(crate) fn error_status(text: &str) -> Option<StatusCode> {
    let is_error = matches!(text.as_bytes(), [b'4' | b'5', ..]);
    StatusCode::from_bytes(text.as_bytes())
        .ok()
        .filter(|_| is_error)
}

/// The start of the bytes as text, `limit` bytes at the most, if that is something to read.
pub(crate) fn readable(bytes: &[u8], limit: usize) -> Option<&str> {
    let start = &bytes[..bytes.len().min(limit)];
    let text = match str::from_utf8(start) {
        Ok(text) => text,
        // What the limit cut in two is left out; anything else that is not UTF-8 is not text.
        Err(error) if error.error_len().is_none() => {
            str::from_utf8(&start[..error.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return None,
    };
    let is_noise = |c: char| c.is_control() && !c.is_whitespace();
    let text = text.trim();
    (!text.is_empty() && !text.contains(is_noise)).then_some(text)
}

/// Of an HTML page the title, of other text all of it.
pub(crate) fn title_or_all(text: &str) -> &str {
    let title = || {
        let from = find_ignoring_case(text, "<title")?;
        let (_, inside) = text[from..].split_once('>')?;
        let end = find_ignoring_case(inside, "</title")?;
        Some(inside[..end].trim()).filter(|title| !title.is_empty())
    };
    if text.starts_with('<') {
        title().unwrap_or(text)
    } else {
        text
    }
}

fn find_ignoring_case(text: &str, word: &str) -> Option<usize> {
    text.as_bytes()
        .windows(word.len())
        .position(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}
