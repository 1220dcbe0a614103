//! Text of a table as Markdown that shows it as it is.

/// Returns a text as a sentence: it begins with a capital unless its first word is a name, an address or code, and ends with
/// a full stop if it has none.
pub(crate) fn sentence(text: &str) -> String {
    let text = text.trim();
    let mut sentence = if begins_with_word(text) {
        prose(&capitalized(text))
    } else {
        prose(text)
    };
    if !ends_sentence(text) {
        let is_wide = text.ends_with(|c: char| matches!(c, '\u{2e80}'..='\u{9fff}'));
        sentence.push(if is_wide { '。' } else { '.' });
    }
    sentence
}

/// Returns whether the first word is one that a capital does not change: it has letters only.
fn begins_with_word(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let first = first.trim_end_matches([',', ':', ';', '.', '!', '?']);
    let mut letters = first.chars();
    letters.all(|c| c.is_lowercase() || matches!(c, '-' | '\'' | '’'))
}

pub(crate) fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// Returns whether a text ends with a stop, be it inside of quotes or parentheses.
fn ends_sentence(text: &str) -> bool {
    let end = text.trim_end_matches(['"', '\'', ')', '”', '’', '」', '）']);
    end.ends_with(['.', '!', '?', ':', '…', '。', '！', '？', '：', '｡'])
}

/// Returns a text as Markdown in one line. What is between backticks is code and an address is a link; everything else is
/// shown as it is.
pub(crate) fn prose(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    let mut markdown = String::new();
    let mut inside = parts.iter().skip(1).step_by(2);
    // An odd number of parts has all its backticks in pairs.
    if parts.len() % 2 == 1 && inside.all(|part| !part.is_empty()) {
        for (at, part) in parts.iter().enumerate() {
            if at % 2 == 1 {
                markdown.push_str(&code(part));
            } else {
                push_text(&mut markdown, part);
            }
        }
    } else {
        push_text(&mut markdown, text);
    }
    markdown
}

/// Adds a text without code. Addresses become links.
fn push_text(markdown: &mut String, text: &str) {
    let mut rest = text;
    while let Some((before, address, after)) = next_address(rest) {
        push_escaped(markdown, before);
        markdown.push('<');
        markdown.push_str(address);
        markdown.push('>');
        rest = after;
    }
    push_escaped(markdown, rest);
}

/// Returns the text before the next web address, the address, and the text after it.
fn next_address(text: &str) -> Option<(&str, &str, &str)> {
    let schemes = ["https://", "http://"].iter();
    let start = schemes.filter_map(|scheme| text.find(scheme)).min()?;
    let (before, rest) = text.split_at(start);
    let is_end = |c: char| !c.is_ascii_graphic() || matches!(c, '<' | '>' | '"' | '`' | '\\');
    let end = rest.find(is_end).unwrap_or(rest.len());
    let address = rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'', '*', '_']);
    Some((before, address, &rest[address.len()..]))
}

fn push_escaped(markdown: &mut String, text: &str) {
    for c in text.chars() {
        if c.is_whitespace() {
            if !markdown.ends_with(' ') {
                markdown.push(' ');
            }
        } else if c.is_control() {
            markdown.extend(c.escape_unicode());
        } else {
            let begins_block = markdown.is_empty() && matches!(c, '#' | '-' | '+' | '=' | ':');
            let is_numbered = matches!(c, '.' | ')') && is_number(markdown);
            if begins_block || is_numbered || is_markup(c) {
                markdown.push('\\');
            }
            markdown.push(c);
        }
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_markup(c: char) -> bool {
    matches!(
        c,
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '$'
    )
}

/// Returns text as inline code, between more backticks than it has itself in a row.
pub(crate) fn code(text: &str) -> String {
    let mut shown = String::new();
    for c in text.chars() {
        if c.is_control() {
            shown.extend(c.escape_default());
        } else {
            shown.push(c);
        }
    }
    let runs = shown.split(|c| c != '`').map(str::len);
    let fence = "`".repeat(runs.max().unwrap_or(0) + 1);
    let is_bare = |c: char| c == '`' || c == ' ';
    if shown.starts_with(is_bare) || shown.ends_with(is_bare) {
        format!("{fence} {shown} {fence}")
    } else {
        format!("{fence}{shown}{fence}")
    }
}

/// Returns Markdown as the cell of a table.
pub(crate) fn in_table(markdown: &str) -> String {
    markdown.replace('|', "\\|")
}

/// Returns a link, whatever is in its text and address.
pub(crate) fn link(text: &str, address: &str) -> String {
    let address = address
        .replace('<', "%3C")
        .replace('>', "%3E")
        .replace('\\', "%5C");
    format!("[{}](<{address}>)", prose(text))
}
