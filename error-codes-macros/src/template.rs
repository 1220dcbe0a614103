//! A message template: text with `{holes}`.

use crate::word;
use syn::LitStr;

/// A template that broke no rule.
pub(crate) struct Template {
    pub(crate) literal: LitStr,
    /// The template with its holes' names left out: two templates of one form fit the same messages.
    pub(crate) form: String,
}

/// What is wrong with a template, and its cure.
pub(crate) struct Fault {
    pub(crate) fault: String,
    pub(crate) help: &'static str,
}

enum Piece {
    Text(String),
    Hole(String),
}

/// Reads a template: `{name}` is a hole, `{{` and `}}` are braces.
pub(crate) fn parse(literal: LitStr) -> Result<Template, Fault> {
    let pieces = pieces(&literal.value())?;
    let mut names: Vec<&str> = Vec::new();
    let mut after_hole = false;
    for piece in &pieces {
        match piece {
            Piece::Hole(name) if after_hole => {
                return Err(Fault {
                    fault: format!(
                        "nothing stands between the hole `{{{name}}}` and the one before it"
                    ),
                    help: "two holes that touch cannot be told apart: make them one, or write the text between them",
                });
            }
            Piece::Hole(name) if names.contains(&name.as_str()) => {
                return Err(Fault {
                    fault: format!("two holes are named `{{{name}}}`"),
                    help: "give each hole a name of its own",
                });
            }
            Piece::Hole(name) => names.push(name),
            Piece::Text(_) => {}
        }
        after_hole = matches!(piece, Piece::Hole(_));
    }
    let has_text =
        |piece: &Piece| matches!(piece, Piece::Text(text) if text.contains(char::is_alphanumeric));
    if !pieces.iter().any(has_text) {
        let text = literal.value();
        return Err(Fault {
            fault: if names.is_empty() {
                format!("`{text}` has no word by which a message could be known")
            } else {
                format!("`{text}` would fit any message")
            },
            help: "write at least one word outside the holes, or `-` where the message varies",
        });
    }
    let form = form(&pieces);
    Ok(Template { literal, form })
}

/// What the reader of messages compares: it ignores the mark at the end, and folds all letters before it.
fn form(pieces: &[Piece]) -> String {
    let mut form = String::new();
    for (at, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Hole(_) => form.push('\0'),
            Piece::Text(text) if at + 1 == pieces.len() => {
                let text = text.trim_end();
                push_folded(&mut form, text.trim_end_matches(['.', '!', '。', '！']));
            }
            Piece::Text(text) => push_folded(&mut form, text),
        }
    }
    form
}

/// Adds the letters of a text without case and width, with one form of each dash and quote, and with white space only
/// where it parts two words that are not Chinese, Japanese or Korean.
fn push_folded(form: &mut String, text: &str) {
    let mut before: Option<char> = None;
    let mut is_spaced = false;
    for c in text.chars() {
        if c.is_whitespace() {
            is_spaced = true;
            continue;
        }
        let folded = fold(c);
        if is_spaced && before.is_some_and(parts_words) && parts_words(folded) {
            form.push(' ');
        }
        form.push(folded);
        before = Some(folded);
        is_spaced = false;
    }
}

fn pieces(template: &str) -> Result<Vec<Piece>, Fault> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut rest = template;
    while let Some(at) = rest.find(['{', '}']) {
        text.push_str(&rest[..at]);
        let brace = &rest[at..=at];
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix(brace) {
            text.push_str(brace);
            rest = after;
        } else if brace == "}" {
            return Err(Fault {
                fault: "a `}` closes no hole".to_owned(),
                help: "write `}}` for the brace itself",
            });
        } else {
            let Some((name, after)) = rest.split_once('}') else {
                return Err(Fault {
                    fault: format!("the hole `{{{rest}` is not closed"),
                    help: "close it with `}`, or write `{{` for the brace itself",
                });
            };
            if !text.is_empty() {
                pieces.push(Piece::Text(std::mem::take(&mut text)));
            }
            pieces.push(Piece::Hole(hole_name(name)?));
            rest = after;
        }
    }
    text.push_str(rest);
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
    Ok(pieces)
}

fn hole_name(name: &str) -> Result<String, Fault> {
    if name.is_empty() {
        return Err(Fault {
            fault: "a hole `{}` has no name".to_owned(),
            help: "name what stands there, such as `{model}`, or write `{{}}` for the braces themselves",
        });
    }
    if !word::is_word(name) {
        return Err(Fault {
            fault: format!("`{{{name}}}` is no name for a hole"),
            help: "use letters, digits and `_`, such as `{model}`, or write `{{` and `}}` for the braces themselves",
        });
    }
    Ok(name.to_owned())
}

// The rest is what the reader of messages has to the letter; a test of the workspace holds the two together.

/// Whether white space beside this letter means something.
fn parts_words(c: char) -> bool {
    c.is_alphanumeric() && !is_wide(c)
}

/// The scripts that are written without spaces.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// One form for each letter and sign, whatever its case and width.
fn fold(c: char) -> char {
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
