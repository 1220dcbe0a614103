//! Matches a message with a template.
//!
//! Providers change a dash, a quote, a width or a capital without notice, so both sides are compared letter by letter
//! after folding: see [`Letters`]. A template with enough text of its own is found anywhere in a message; a short one must
//! be the message, or its beginning with a detail behind it. What stands in quotes is somebody's words and not the
//! provider's: no match begins there.

use crate::message;
use crate::steps;
use crate::text::{find_either, trim};

/// Letters that a template must have to be looked for anywhere; a Chinese, Japanese or Korean one counts for three.
const SAFE_WEIGHT: usize = 18;

/// How much of a message is looked at, in bytes.
const LIMIT: usize = 4 * 1024;

/// The part of a message that templates are compared with: without what gateways add, and not without end.
pub(crate) fn core(message: &str) -> &str {
    let core = message::unwrap(message).core;
    let mut end = core.len().min(LIMIT);
    while !core.is_char_boundary(end) {
        end -= 1;
    }
    &core[..end]
}

/// Whether a message's core fits the template. The more letters fit, the greater the weight.
pub(crate) fn weigh(template: &str, core: &str) -> Option<usize> {
    fit(template, core, &mut |_, _| {})
}

/// What stands in the holes of a template that the message fits, by the holes' names.
pub(crate) fn holes<'m>(template: &'static str, message: &'m str) -> Vec<(&'static str, &'m str)> {
    let mut holes = Vec::new();
    let fits = fit(template, core(message), &mut |name, text| {
        holes.push((name, text));
    });
    if fits.is_none() {
        holes.clear();
    }
    holes
}

fn fit<'t, 'm>(
    template: &'t str,
    core: &'m str,
    on_hole: &mut dyn FnMut(&'t str, &'m str),
) -> Option<usize> {
    let weight = weight(template);
    let anywhere = weight >= SAFE_WEIGHT;
    let mut at = 0;
    let mut hole: Option<&'t str> = None;
    let mut is_first = true;
    let mut pieces = Pieces(template).peekable();
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Hole(name) => hole = Some(name),
            Piece::Text(text) => {
                let literal = Literal::new(text, is_first, pieces.peek().is_none());
                let floats = hole.is_some() || (is_first && anywhere);
                let found = literal.find(core, at, floats)?;
                if let Some(name) = hole.take() {
                    on_hole(name, trim(&core[at..found.start]));
                }
                at = found.end;
            }
        }
        is_first = false;
    }
    let rest = &core[at..];
    if let Some(name) = hole {
        on_hole(name, trim(rest));
    } else if !anywhere && !is_detail(rest) {
        return None;
    }
    Some(weight)
}

/// What may follow a template that is not safe to be found anywhere: nothing, or punctuation and a detail.
fn is_detail(rest: &str) -> bool {
    rest.trim_start()
        .chars()
        .next()
        .is_none_or(|c| !c.is_alphanumeric())
}

fn weight(template: &str) -> usize {
    Pieces(template)
        .map(|piece| match piece {
            Piece::Hole(_) => 0,
            Piece::Text(text) if text.is_ascii() => {
                let letters = text.bytes().filter(u8::is_ascii_alphanumeric);
                letters.count()
            }
            Piece::Text(text) => text.chars().map(letter_weight).sum(),
        })
        .sum()
}

fn letter_weight(c: char) -> usize {
    match c {
        _ if is_wide(c) => 3,
        _ if c.is_alphanumeric() => 1,
        _ => 0,
    }
}

enum Piece<'t> {
    Text(&'t str),
    Hole(&'t str),
}

/// Takes a template apart. `{{` and `}}` end a piece after their first brace: pieces without a hole between them follow
/// each other.
struct Pieces<'t>(&'t str);

impl<'t> Iterator for Pieces<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Piece<'t>> {
        let rest = self.0;
        if rest.is_empty() {
            return None;
        }
        let at = find_either(rest.as_bytes(), b'{', b'}');
        if at == rest.len() {
            self.0 = "";
            return Some(Piece::Text(rest));
        }
        let doubled = rest[at..].starts_with("{{") || rest[at..].starts_with("}}");
        if doubled {
            self.0 = &rest[at + 2..];
            return Some(Piece::Text(&rest[..=at]));
        }
        if at > 0 {
            self.0 = &rest[at..];
            return Some(Piece::Text(&rest[..at]));
        }
        let (name, after) = rest[1..].split_once('}').unwrap_or((&rest[1..], ""));
        self.0 = after;
        Some(Piece::Hole(name))
    }
}

/// Text of a template between two holes.
struct Literal<'t> {
    text: &'t str,
    /// It begins the template, so that nothing before it is part of the match.
    is_first: bool,
    /// It does not begin in the middle of a word.
    begins_word: bool,
    /// It does not end in the middle of a word.
    ends_word: bool,
}

struct Found {
    start: usize,
    end: usize,
}

impl<'t> Literal<'t> {
    fn new(text: &'t str, is_first: bool, is_last: bool) -> Self {
        let trimmed = trim(text);
        Literal {
            text: if is_last {
                trimmed.trim_end_matches(['.', '!', '。', '！'])
            } else {
                trimmed
            },
            is_first,
            begins_word: is_first || text.starts_with(char::is_whitespace),
            ends_word: is_last || text.ends_with(char::is_whitespace),
        }
    }

    /// Finds it in a message from `from` on: right there, or anywhere if it floats.
    fn find(&self, message: &str, from: usize, floats: bool) -> Option<Found> {
        let Some(first) = Letters::new(self.text).next() else {
            return self.find_space(message, from);
        };
        let mut quotes = Quotes::default();
        let mut before = message[..from].chars().next_back();
        let mut start = from;
        while let Some(c) = message[start..].chars().next() {
            steps::count(1);
            let is_quoted = self.is_first && quotes.step(before, c, &message[start..]);
            let is_inside = is_quoted || (self.begins_word && joins(before, c));
            if !is_inside
                && fold(c) == first.folded
                && let Some(end) = self.end_at(message, start)
            {
                return Some(Found { start, end });
            }
            if !floats && !c.is_whitespace() {
                return None;
            }
            before = Some(c);
            start += c.len_utf8();
            if self.begins_word && c.is_ascii_alphanumeric() {
                // Neither a match nor a quote begins inside a word.
                let inside = letters(&message.as_bytes()[start..]);
                steps::count(inside);
                start += inside;
            }
        }
        None
    }

    /// Of white space alone, between two holes: the end of the first word from `from` on. Of nothing: right there.
    fn find_space(&self, message: &str, from: usize) -> Option<Found> {
        let rest = &message[from..];
        let word = from + (rest.len() - rest.trim_start().len());
        let start = if self.begins_word && self.ends_word {
            word + message[word..].find(char::is_whitespace)?
        } else {
            from
        };
        Some(Found { start, end: start })
    }

    /// Where it ends if the message has it at `start`.
    fn end_at(&self, message: &str, start: usize) -> Option<usize> {
        let from_start = &message[start..];
        let same = same_start(self.text, from_start);
        steps::count(same);
        let mut letters = Letters::behind(from_start, same);
        let mut end = start + same;
        for wanted in Letters::behind(self.text, same) {
            steps::count(1);
            let letter = letters.next()?;
            if letter.folded != wanted.folded {
                return None;
            }
            end = start + letter.end;
        }
        let last = message[..end].chars().next_back();
        let next = message[end..].chars().next();
        let is_cut = self.ends_word && next.is_some_and(|next| joins(last, next));
        (!is_cut).then_some(end)
    }
}

/// How many bytes two texts begin with that are the same without folding, white space at the end of them not counted.
fn same_start(one: &str, other: &str) -> usize {
    let same = if other.starts_with(one) {
        one
    } else {
        let pairs = one.as_bytes().iter().zip(other.as_bytes());
        let mut same = pairs.take_while(|(one, other)| one == other).count();
        while !one.is_char_boundary(same) {
            same -= 1;
        }
        &one[..same]
    };
    same.trim_end().len()
}

/// Whether two letters next to each other belong to one word.
fn joins(before: Option<char>, after: char) -> bool {
    before.is_some_and(|before| before.is_ascii_alphanumeric()) && after.is_ascii_alphanumeric()
}

/// Follows the quotes in a text.
#[derive(Default)]
struct Quotes {
    closing: Option<char>,
}

impl Quotes {
    /// Whether this letter is inside quotes.
    fn step(&mut self, before: Option<char>, c: char, rest: &str) -> bool {
        if let Some(closing) = self.closing {
            let after = rest.chars().nth(1);
            let is_apostrophe = c == '\'' && after.is_some_and(char::is_alphanumeric);
            if c == closing && !is_apostrophe {
                self.closing = None;
            }
            return true;
        }
        let after_letter = before.is_some_and(char::is_alphanumeric);
        self.closing = match c {
            '"' => Some('"'),
            '`' => Some('`'),
            '“' => Some('”'),
            '‘' if !after_letter => Some('’'),
            '「' => Some('」'),
            '\'' if !after_letter => Some('\''),
            _ => None,
        };
        false
    }
}

/// A letter as it is compared.
struct Letter {
    folded: char,
    /// Where it ends in the text, in bytes.
    end: usize,
}

/// The letters of a text, folded: without case and width, with one form of each dash and quote, and with white space only
/// where it parts two words that are not Chinese, Japanese or Korean.
struct Letters<'t> {
    text: &'t str,
    at: usize,
    before: Option<char>,
}

impl<'t> Letters<'t> {
    fn new(text: &'t str) -> Self {
        Self::behind(text, 0)
    }

    /// The letters behind a start that does not end with white space.
    fn behind(text: &'t str, at: usize) -> Self {
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
        if is_spaced && self.before.is_some_and(parts_words) && parts_words(folded) {
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

/// How many letters and digits of ASCII the text begins with.
fn letters(text: &[u8]) -> usize {
    let letters = text.iter().take_while(|byte| byte.is_ascii_alphanumeric());
    letters.count()
}

/// How many spaces the text begins with, white space of other kinds not counted.
fn spaces(text: &[u8]) -> usize {
    text.iter().take_while(|byte| **byte == b' ').count()
}

/// Whether white space beside this letter means something.
fn parts_words(c: char) -> bool {
    c.is_alphanumeric() && !is_wide(c)
}

/// The scripts that are written without spaces.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// One form for each letter and sign, whatever its case and width.
pub(crate) fn fold(c: char) -> char {
    if c.is_ascii() {
        return match c {
            '"' | '`' => '\'',
            _ => c.to_ascii_lowercase(),
        };
    }
    match c {
        // Chinese, Japanese and Korean letters have no case.
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

/// Writes a template with its holes filled. A hole that has no value keeps its name.
pub(crate) fn fill(template: &str, params: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(template.len());
    for piece in Pieces(template) {
        match piece {
            Piece::Text(literal) => text.push_str(literal),
            Piece::Hole(hole) => {
                let value = params.iter().find(|(name, _)| *name == hole);
                text.push_str(value.map_or(hole, |(_, value)| value));
            }
        }
    }
    text
}
