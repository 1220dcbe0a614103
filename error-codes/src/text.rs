//! Small things about text that the standard library has not.

/// The first letter and what follows it.
pub(crate) fn split_first(text: &str) -> (Option<char>, &str) {
    let mut letters = text.chars();
    (letters.next(), letters.as_str())
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
