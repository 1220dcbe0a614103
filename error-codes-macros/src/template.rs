//! A template of a message, code or type: text with `{placeholders}`.

use crate::ident;
use crate::report::{Fault, fault};
use crate::source::Text;

/// A template that broke no rule.
pub(crate) struct Template {
    pub(crate) literal: Text,
    /// The template without the names of its placeholders: two templates of one form match the same messages.
    pub(crate) form: String,
}

/// What a code or type with placeholders or escaped braces is.
pub(crate) struct NameTemplate {
    /// The text without the names of its placeholders: two templates of one form match the same names.
    pub(crate) form: String,
    /// The text without its placeholders.
    pub(crate) own_text: String,
    pub(crate) has_placeholders: bool,
}

enum Piece {
    Text(String),
    Placeholder(String),
}

/// Reads a template: `{name}` is a placeholder, `{{` and `}}` are braces. `what` says what it is a template of.
pub(crate) fn parse(literal: Text, what: &str) -> Result<Template, Fault> {
    let pieces = valid_pieces(&literal, what)?;
    let form = form(&pieces);
    Ok(Template { literal, form })
}

/// Reads a code or type in quotes. Returns nothing for one without braces.
pub(crate) fn parse_name(literal: &Text, what: &str) -> Result<Option<NameTemplate>, Fault> {
    if !literal.value().contains(['{', '}']) {
        return Ok(None);
    }
    let pieces = valid_pieces(literal, what)?;
    let text = |between: &str| {
        let texts = pieces.iter().map(|piece| match piece {
            Piece::Text(text) => text,
            Piece::Placeholder(_) => between,
        });
        texts.collect::<String>()
    };
    let is_placeholder = |piece: &Piece| matches!(piece, Piece::Placeholder(_));
    Ok(Some(NameTemplate {
        form: text("\0"),
        own_text: text(" "),
        has_placeholders: pieces.iter().any(is_placeholder),
    }))
}

fn valid_pieces(literal: &Text, what: &str) -> Result<Vec<Piece>, Fault> {
    let pieces = pieces(literal, what)?;
    distinct_placeholders(&pieces, literal)?;
    some_word(&pieces, literal, what)?;
    Ok(pieces)
}

/// Placeholders have names of their own and text between them.
fn distinct_placeholders(pieces: &[Piece], at: &Text) -> Result<(), Fault> {
    let mut names: Vec<&str> = Vec::new();
    let mut before = None;
    for piece in pieces {
        let Piece::Placeholder(name) = piece else {
            before = None;
            continue;
        };
        if let Some(before) = before {
            return Err(fault!(at =>
                "no text between the placeholders `{{{before}}}` and `{{{name}}}`",
                help: "adjacent placeholders cannot be told apart"));
        }
        if names.contains(&name.as_str()) {
            return Err(fault!(at => "duplicate placeholder `{{{name}}}`",
                help: "each has a name of its own"));
        }
        names.push(name);
        before = Some(name);
    }
    Ok(())
}

/// A template has a word outside its placeholders.
fn some_word(pieces: &[Piece], at: &Text, what: &str) -> Result<(), Fault> {
    let has_word =
        |piece: &Piece| matches!(piece, Piece::Text(text) if text.contains(char::is_alphanumeric));
    if pieces.iter().any(has_word) {
        return Ok(());
    }
    let text = at.value();
    let is_text = |piece: &Piece| matches!(piece, Piece::Text(_));
    let fault = if pieces.iter().all(is_text) {
        format!("has no word to recognize a {what} by")
    } else {
        format!("would match any {what}")
    };
    Err(fault!(at => "`{text}` {fault}",
        help: "write at least one word outside the placeholders, or `-` if the {what} varies"))
}

/// Returns what the reader of messages compares: it ignores the punctuation at the end, and folds all letters before it.
fn form(pieces: &[Piece]) -> String {
    let mut form = String::new();
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Placeholder(_) => form.push('\0'),
            Piece::Text(text) if at + 1 == pieces.len() => {
                let text = text.trim_end();
                push_folded(&mut form, text.trim_end_matches(['.', '!', '。', '！']));
            }
            Piece::Text(text) => push_folded(&mut form, text),
        }
    }
    form
}

/// Adds the letters of a text without case and width, with one form of each dash and quote, and with whitespace only
/// where it separates two words that are not Chinese, Japanese or Korean.
fn push_folded(form: &mut String, text: &str) {
    let mut before: Option<char> = None;
    let mut is_spaced = false;
    for c in text.chars() {
        if c.is_whitespace() {
            is_spaced = true;
            continue;
        }
        let folded = fold(c);
        if is_spaced && before.is_some_and(separates_words) && separates_words(folded) {
            form.push(' ');
        }
        form.push(folded);
        before = Some(folded);
        is_spaced = false;
    }
}

fn pieces(literal: &Text, what: &str) -> Result<Vec<Piece>, Fault> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut rest = literal.value();
    while let Some(at) = rest.find(['{', '}']) {
        let (before, brace, after) = (&rest[..at], &rest[at..=at], &rest[at + 1..]);
        text.push_str(before);
        if let Some(after) = after.strip_prefix(brace) {
            text.push_str(brace);
            rest = after;
            continue;
        }
        let (name, after) = placeholder(brace, after, literal, what)?;
        if !text.is_empty() {
            pieces.push(Piece::Text(std::mem::take(&mut text)));
        }
        pieces.push(Piece::Placeholder(name.to_owned()));
        rest = after;
    }
    text.push_str(rest);
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
    Ok(pieces)
}

/// Reads the name after an opening brace. Returns what comes after the placeholder as well.
fn placeholder<'t>(
    brace: &str,
    rest: &'t str,
    at: &Text,
    what: &str,
) -> Result<(&'t str, &'t str), Fault> {
    Err(match rest.split_once('}') {
        _ if brace == "}" => fault!(at => "unmatched `}}` in the {what}",
            help: "a literal brace is written twice"),
        None => fault!(at => "the placeholder `{{{rest}` is not closed",
            help: "a placeholder is written `{{name}}`, and a literal brace twice"),
        Some(("", _)) => fault!(at => "the placeholder `{{}}` has no name",
            help: "a placeholder is written `{{name}}`, and a literal brace twice"),
        Some((name, _)) if !ident::is_word(name) => {
            fault!(at => "`{{{name}}}` is not a valid placeholder",
            help: "a placeholder is written `{{name}}`, and a literal brace twice")
        }
        Some(found) => return Ok(found),
    })
}

// The rest is the same as in the reader of messages, letter by letter, which a test of the workspace checks.

/// Returns whether whitespace next to this character is significant.
fn separates_words(c: char) -> bool {
    c.is_alphanumeric() && !is_wide(c)
}

/// Returns whether a character belongs to a script that is written without spaces.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Returns one form for each letter and sign, whatever its case and width.
fn fold(c: char) -> char {
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
