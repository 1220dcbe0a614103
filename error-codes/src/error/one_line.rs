//! Text of others on one line of a log.

use core::fmt::{self, Write as _};

/// How many characters of a text are printed.
const LIMIT: usize = 2000;

/// Displays a text on one line: control characters and marks that change the direction of writing are escaped, so that
/// nobody can forge a line of a log or hide what it says, and a long text is cut.
pub(super) struct OneLine<'a>(pub(super) &'a str);

impl fmt::Display for OneLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, c) in self.0.chars().enumerate() {
            match c {
                _ if at == LIMIT => return f.write_char('…'),
                _ if is_disruptive(c) => write!(f, "{}", c.escape_default())?,
                _ => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

fn is_disruptive(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}
