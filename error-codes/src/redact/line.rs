//! Text of others on one line of a log.

use super::pieces::{MASK, Piece, Pieces};
use core::fmt::{self, Write as _};

/// How many characters of a text are printed.
const LIMIT: usize = 2000;

/// Displays a text on one line and without credentials: control characters and marks that change the direction of writing are
/// escaped, so that nobody can forge a line of a log or hide what it says, and a long text is cut. What is cut is not read.
pub(crate) struct OneLine<'t>(Pieces<'t>);

impl<'t> From<&'t str> for OneLine<'t> {
    fn from(text: &'t str) -> Self {
        OneLine(Pieces::new(text, Vec::new()))
    }
}

impl<'t> From<Pieces<'t>> for OneLine<'t> {
    fn from(pieces: Pieces<'t>) -> Self {
        OneLine(pieces)
    }
}

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut left = LIMIT;
        for piece in self.0.clone() {
            let text = match piece {
                Piece::Shown(text) => text,
                Piece::Hidden => MASK,
            };
            for c in text.chars() {
                match c {
                    _ if left == 0 => return f.write_char('…'),
                    _ if is_disruptive(c) => write!(f, "{}", c.escape_default())?,
                    _ => f.write_char(c)?,
                }
                left -= 1;
            }
        }
        Ok(())
    }
}

fn is_disruptive(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}
