//! The escapes of JSON, of addresses and of HTML, which a text that was quoted inside another still has.

/// Returns the ASCII character that is written at the start of a text, and the length of how it is written: `=` is written
/// `=`, `%3D`, `\u003d` or `&#61;`. Characters that are not ASCII, and what is not an escape, are returned as `None`.
pub(super) fn read(text: &[u8]) -> Option<(u8, usize)> {
    let (&first, rest) = text.split_first()?;
    match first {
        b'%' => {
            // An escaped percent sign may begin another escape: `%253D`.
            let rest = rest.strip_prefix(b"25").unwrap_or(rest);
            match hex(rest.first_chunk::<2>()) {
                Some(code) if code < 128 => Some((as_byte(code), text.len() - rest.len() + 2)),
                _ => Some((b'%', 1)),
            }
        }
        b'\\' => Some(after_backslash(rest)),
        b'&' => Some(entity(rest)),
        _ => first.is_ascii().then_some((first, 1)),
    }
}

fn after_backslash(rest: &[u8]) -> (u8, usize) {
    match rest {
        [b'u', code @ ..] => match hex(code.first_chunk::<4>()) {
            Some(code) if code < 128 => (as_byte(code), 6),
            _ => (b'\\', 1),
        },
        [b'x', code @ ..] => hex(code.first_chunk::<2>()).map_or((b'\\', 1), |c| (as_byte(c), 4)),
        [b'n' | b'r', ..] => (b'\n', 2),
        [b't', ..] => (b' ', 2),
        [quote @ (b'"' | b'\''), ..] => (*quote, 2),
        _ => (b'\\', 1),
    }
}

fn entity(rest: &[u8]) -> (u8, usize) {
    const ENTITIES: [(&[u8], u8); 6] = [
        (b"amp;", b'&'),
        (b"quot;", b'"'),
        (b"#34;", b'"'),
        (b"#39;", b'\''),
        (b"#x27;", b'\''),
        (b"#61;", b'='),
    ];
    let mut entities = ENTITIES.iter();
    let found = entities.find(|(name, _)| rest.starts_with(name));
    found.map_or((b'&', 1), |(name, byte)| (*byte, 1 + name.len()))
}

/// Returns how many of the first characters of a word belong to an escape, as in `\nkey` or `%3Fkey`.
pub(super) fn tail(text: &[u8], word: usize) -> usize {
    let before = word.checked_sub(1).map(|before| &text[before..]);
    match before {
        Some(escape @ [b'%' | b'\\', ..]) => read(escape).map_or(0, |(_, length)| length - 1),
        _ => 0,
    }
}

fn hex<const N: usize>(digits: Option<&[u8; N]>) -> Option<u32> {
    digits?.iter().try_fold(0, |code, &digit| {
        Some(16 * code + char::from(digit).to_digit(16)?)
    })
}

fn as_byte(code: u32) -> u8 {
    u8::try_from(code).unwrap_or(b'?')
}
