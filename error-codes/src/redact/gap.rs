//! What stands between a name and its value.

use super::escape;
use super::look::is_elision;

/// The characters between a name and a value, or between two words of a sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Gap {
    /// Where the next word begins.
    pub(super) end: usize,
    /// A colon, an equals sign, a quotation mark or a bracket: the next word is a value.
    pub(super) is_separated: bool,
    /// A comma, a dash, or letters of another script: the next word may have nothing to do with the name.
    pub(super) is_loose: bool,
    /// The quotation mark directly before the next word.
    pub(super) quote: Option<u8>,
}

/// How many bytes may be between a name and its value.
const WIDEST: usize = 72;

impl Gap {
    /// Reads the characters from a place on, or `None` if they do not lead to a value.
    pub(super) fn read(text: &str, start: usize) -> Option<Gap> {
        let mut gap = Gap {
            end: start,
            ..Gap::default()
        };
        // A comma between two strings separates them: `("x-api-key", "…")`.
        let mut is_listed = false;
        let mut lines = 0;
        let mut dashes = 0;
        loop {
            let rest = &text[gap.end..];
            let c = rest.chars().next()?;
            if gap.end - start > WIDEST {
                return None;
            }
            if let Some(length) = markup(rest) {
                gap.end += length;
                continue;
            }
            if c.is_ascii_alphanumeric() || c == '_' || is_elision(c) || is_cut(rest) {
                if gap.end == start && !c.is_ascii_alphanumeric() {
                    return None;
                }
                gap.is_loose |= is_listed;
                return Some(gap);
            }
            let (c, length) = match escape::read(rest.as_bytes()) {
                Some((c, length)) => (char::from(c), length),
                None => (c, c.len_utf8()),
            };
            gap.end += length;
            let before = gap.quote.take();
            match c {
                '\n' if lines == 1 => return None,
                '\n' => lines += 1,
                ':' | '=' | '>' | '：' | '＝' | '→' => gap.is_separated = true,
                '"' | '\'' | '`' => {
                    gap.is_separated = true;
                    is_listed = false;
                    gap.quote = u8::try_from(c).ok();
                }
                '(' | '[' | '{' | '<' | '（' | '【' | '「' | '『' | '“' | '”' | '‘' | '’' | '«'
                | '»' => {
                    gap.is_separated = true;
                }
                ',' if before.is_some() => is_listed = true,
                '-' if dashes == 2 => return None,
                '-' => {
                    gap.is_loose = true;
                    dashes += 1;
                }
                ',' | ';' | '|' | '–' | '—' | '，' | '、' | '；' => gap.is_loose = true,
                ' ' | '\t' | '\r' | '\u{a0}' | '\u{3000}' => {
                    gap.quote = before.filter(|_| is_listed);
                }
                ')' | ']' | '}' | '）' | '】' | '」' | '』' | '\\' | '#' | '$' | '@' => {}
                '。' | '！' | '？' => return None,
                _ if LEADING.contains(c) => {}
                _ if c.is_alphabetic() && !c.is_ascii() => gap.is_loose = true,
                _ => return None,
            }
        }
    }
}

/// Letters of the words that lead from a name to its value: 无效, 错误, 为, 是, 不正确, 已过期, 您提供的, 后六位, 尾号.
const LEADING: &str = "无效错误为是不正确已过期您你提供的后六四位尾号";

/// Returns whether a value begins whose first part was left out: `...abcd`.
fn is_cut(rest: &str) -> bool {
    let shown = rest.strip_prefix("...");
    shown.is_some_and(|shown| shown.starts_with(|c: char| c.is_ascii_alphanumeric()))
}

/// Returns the length of what ends emphasis: `**` before a space or a colon, or a tag of HTML such as `</b>`.
fn markup(rest: &str) -> Option<usize> {
    const LONGEST: usize = 12;
    if rest.starts_with("</") {
        let close = rest.bytes().take(LONGEST).position(|byte| byte == b'>');
        return close.map(|close| close + 1);
    }
    let stars = rest
        .bytes()
        .take(3)
        .take_while(|&byte| byte == b'*')
        .count();
    let is_end = rest[stars..].starts_with([' ', ':']);
    ((1..=2).contains(&stars) && is_end).then_some(stars)
}
