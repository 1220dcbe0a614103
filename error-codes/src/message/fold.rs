//! How characters are compared.

/// A character as it is compared.
pub(super) struct Letter {
    pub(super) folded: char,
    /// Where it ends in the text, in bytes.
    pub(super) end: usize,
}

impl Letter {
    /// Returns how many bytes a text begins with that are no such letter.
    pub(super) fn bytes_before(&self, text: &[u8]) -> usize {
        let Some(own) = u8::try_from(self.folded)
            .ok()
            .filter(u8::is_ascii_alphanumeric)
        else {
            return 0;
        };
        let is_other = |byte: &&u8| byte.is_ascii() && !byte.eq_ignore_ascii_case(&own);
        text.iter().take_while(is_other).count()
    }
}

/// The characters of a text, folded: without case and width, with one form of each dash and quotation mark, and with
/// whitespace only where it separates two words that are not Chinese, Japanese or Korean.
pub(super) struct Letters<'t> {
    text: &'t str,
    at: usize,
    before: Option<char>,
}

impl<'t> Letters<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self::from(text, 0)
    }

    /// Returns the characters from `at` on, which must not follow whitespace.
    pub(super) fn from(text: &'t str, at: usize) -> Self {
        Letters {
            text,
            at,
            before: text[..at].chars().next_back().map(fold),
        }
    }
}

impl Iterator for Letters<'_> {
    type Item = Letter;

    fn next(&mut self) -> Option<Letter> {
        let start = self.at + spaces(&self.text.as_bytes()[self.at..]);
        let (start, c) = match self.text.as_bytes().get(start) {
            Some(byte) if byte.is_ascii_graphic() => (start, char::from(*byte)),
            _ => {
                let rest = self.text[start..].trim_start();
                (self.text.len() - rest.len(), rest.chars().next()?)
            }
        };
        let folded = fold(c);
        let is_spaced = start > self.at;
        if is_spaced && self.before.is_some_and(separates_words) && separates_words(folded) {
            self.at = start;
            self.before = Some(' ');
            return Some(Letter {
                folded: ' ',
                end: self.at,
            });
        }
        self.at = start + c.len_utf8();
        self.before = Some(folded);
        Some(Letter {
            folded,
            end: self.at,
        })
    }
}

/// Returns how many spaces a text begins with, other whitespace not counted.
fn spaces(text: &[u8]) -> usize {
    text.iter().take_while(|byte| **byte == b' ').count()
}

/// Returns whether whitespace next to this character is significant.
fn separates_words(c: char) -> bool {
    c.is_alphanumeric() && !is_wide(c)
}

/// Returns whether a character belongs to a script that is written without spaces.
pub(super) fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Returns one form for each letter and sign, whatever its case and width.
pub(super) fn fold(c: char) -> char {
    if c.is_ascii() {
        return match c {
            '"' | '`' => '\'',
            _ => c.to_ascii_lowercase(),
        };
    }
    match c {
        // Chinese, Japanese and Korean characters have no case.
        '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' => c,
        '\u{ff01}'..='\u{ff5e}' => {
            let narrow = u32::from(c) - 0xff01 + 0x21;
            char::from_u32(narrow).map_or(c, fold)
        }
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => '-',
        '‘' | '’' | '‚' | '‛' | '“' | '”' | '„' | '‟' | '′' | '″' | '«' | '»' | '「' | '」' => {
            '\''
        }
        '。' | '…' => '.',
        '、' => ',',
        '￥' => '¥',
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}
