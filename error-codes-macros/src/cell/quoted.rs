//! The rules of what is in quotes. Text that no response can have is refused here, because its row would be dead.

use crate::characters;
use crate::report::{Fault, fault};
use crate::source::Text;
use crate::stand_in;

/// A text has no character that cannot be seen or belongs to another alphabet than its word, and is not a dash.
pub(super) fn text(literal: &Text, what: &str) -> Result<(), Fault> {
    let text = literal.value();
    if let Some(c) = characters::invisible(text) {
        let code = u32::from(c);
        return Err(
            fault!(literal => "the {what} contains the invisible character U+{code:04X}",
            help: "a space matches any whitespace, and other invisible characters are left out"),
        );
    }
    if matches!(text.trim(), "-" | "–" | "—") {
        return Err(fault!(literal => "the {what} is a dash in quotes",
            help: "a cell without a value is a dash without quotes"));
    }
    word(text, literal, what)
}

/// A word has the letters of one alphabet.
pub(super) fn word(text: &str, at: impl quote::ToTokens, what: &str) -> Result<(), Fault> {
    let Some((other, latin)) = characters::look_alike(text) else {
        return Ok(());
    };
    let code = u32::from(other);
    Err(
        fault!(at => "the {what} `{text}` contains `{other}` (U+{code:04X}), which is not the letter `{latin}`",
        help: "all letters of a word belong to one alphabet"),
    )
}

/// What varies is a placeholder.
pub(super) fn placeholders(literal: &Text) -> Result<(), Fault> {
    let text = literal.value();
    stand_in::first(text).map_or(Ok(()), |stand_in| {
        let written = stand_in.written;
        Err(fault!(literal => "`{written}` is not a placeholder",
            help: "a placeholder is written `{{name}}`"))
    })
}

/// A code is one text, without signs that stand for others.
pub(super) fn one_name(literal: &Text, what: &str) -> Result<(), Fault> {
    let text = literal.value();
    placeholders(literal)?;
    if text.contains('*') {
        return Err(
            fault!(literal => "the `*` in the {what} `{text}` matches nothing but itself",
            help: "a placeholder is written `{{name}}`"),
        );
    }
    if listed(text).len() > 1 {
        return Err(
            fault!(literal => "the {what} `{text}` is a list in one pair of quotes",
            help: "aliases are separated by commas outside of quotes"),
        );
    }
    if text.len() > 1 && text.starts_with('`') && text.ends_with('`') {
        return Err(
            fault!(literal => "the {what} {text} has backticks inside its quotes",
            help: "only what the provider sends is in quotes"),
        );
    }
    Ok(())
}

/// Returns the parts of a text that is a list of words, `"a, b"` or `"[a, b]"`, or else the text.
pub(crate) fn listed(text: &str) -> Vec<&str> {
    let list = text.trim().trim_matches(['[', ']', '(', ')']);
    let parts = list.split([',', '，', '、', ';', '；']);
    let parts: Vec<&str> = parts
        .map(|part| part.trim().trim_matches(['"', '\'', '`']))
        .collect();
    let are_words = parts
        .iter()
        .all(|part| !part.is_empty() && !part.contains(char::is_whitespace));
    if are_words && parts.len() > 1 {
        parts
    } else {
        vec![text]
    }
}
