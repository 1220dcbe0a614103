//! From bytes to text.

use super::Unreadable;

/// Returns the text of a page, with `\n` at the end of its lines and without a byte order mark.
pub(super) fn decode(bytes: &[u8]) -> Result<String, Unreadable> {
    for (magic, what) in MAGIC {
        if bytes.starts_with(magic) {
            return Err(Unreadable::NotText(what));
        }
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    // Without a mark, UTF-16 shows by the zeros between the letters.
    let begin = &bytes[..bytes.len().min(512)];
    if begin.contains(&0) {
        let pairs = begin.chunks_exact(2).filter(|pair| pair.contains(&0));
        let is_wide = pairs.count() * 4 >= begin.len();
        let what = if is_wide {
            "UTF-16 text"
        } else {
            "binary data"
        };
        return Err(Unreadable::NotText(what));
    }
    let text = str::from_utf8(bytes).map_err(|error| Unreadable::NotUtf8(error.valid_up_to()))?;
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

const MAGIC: [(&[u8], &str); 7] = [
    (b"\xff\xfe", "UTF-16 text"),
    (b"\xfe\xff", "UTF-16 text"),
    (b"%PDF", "a PDF"),
    (
        b"PK\x03\x04",
        "an archive, or a document of an office program",
    ),
    (b"\x1f\x8b", "gzip"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
];
