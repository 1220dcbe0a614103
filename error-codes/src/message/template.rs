//! Message templates: text with `{placeholders}`.

use super::fold::is_wide;
use crate::scan::find_either;

/// A part of a template.
pub(super) enum Piece<'t> {
    Text(&'t str),
    Placeholder(&'t str),
}

/// Iterates over the parts of a template. `{{` and `}}` end a text after their first brace, so two texts can follow each
/// other.
pub(super) struct Pieces<'t>(pub(super) &'t str);

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
        Some(Piece::Placeholder(name))
    }
}

/// Returns how much text of its own a template has: letters and digits, a Chinese, Japanese or Korean one counting three.
pub(super) fn weight(template: &str) -> usize {
    Pieces(template)
        .map(|piece| match piece {
            Piece::Placeholder(_) => 0,
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

/// Renders a template. A placeholder without a value is replaced by its name.
pub(crate) fn fill(template: &str, params: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(template.len());
    for piece in Pieces(template) {
        match piece {
            Piece::Text(literal) => text.push_str(literal),
            Piece::Placeholder(placeholder) => {
                let value = params.iter().find(|(name, _)| *name == placeholder);
                text.push_str(value.map_or(placeholder, |(_, value)| value));
            }
        }
    }
    text
}
