//! Messages as templates: what a page writes for a value that varies becomes a placeholder.

use super::values::{is_absent, is_varying};

/// Returns a message as a template, or `None` if the page does not say any.
pub(super) fn read(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = unquoted(&text);
    if is_absent(text) || is_varying(text) {
        return None;
    }
    let mut template = Template::default();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let taken = match placeholder(rest, template.text.as_str()) {
            Some((name, taken)) => {
                template.placeholder(&name, &rest[taken..]);
                taken
            }
            None => {
                template.text.push(c);
                if matches!(c, '{' | '}') {
                    template.text.push(c);
                }
                c.len_utf8()
            }
        };
        rest = &rest[taken..];
    }
    let text = template.text.trim().to_owned();
    has_word(&text).then_some(text)
}

fn has_word(template: &str) -> bool {
    let mut depth = 0;
    template.chars().any(|c| {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        depth == 0 && c.is_alphanumeric()
    })
}

fn unquoted(text: &str) -> &str {
    for (open, close) in [
        ("\"", "\""),
        ("“", "”"),
        ("'", "'"),
        ("`", "`"),
        ("「", "」"),
    ] {
        let inside = text
            .strip_prefix(open)
            .and_then(|text| text.strip_suffix(close));
        if let Some(inside) =
            inside.filter(|inside| !inside.contains(open) && !inside.contains(close))
        {
            return inside.trim();
        }
    }
    text
}

#[derive(Default)]
struct Template {
    text: String,
    names: Vec<String>,
}

impl Template {
    fn placeholder(&mut self, name: &str, rest: &str) {
        // Two values without a word between them are one.
        if self.text.trim_end().ends_with('}') && !self.text.trim_end().ends_with("}}") {
            return;
        }
        let name = if name.is_empty() {
            guess(&self.text, rest)
        } else {
            name.to_owned()
        };
        let mut unique = name.clone();
        let mut number = 2;
        while self.names.contains(&unique) {
            unique = format!("{name}{number}");
            number += 1;
        }
        self.text.push('{');
        self.text.push_str(&unique);
        self.text.push('}');
        self.names.push(unique);
    }
}

/// Returns the name of the placeholder that a text begins with, which may be empty, and how long it is.
fn placeholder(text: &str, before: &str) -> Option<(String, usize)> {
    let after_word = before
        .chars()
        .next_back()
        .is_some_and(|c| c.is_ascii_alphanumeric() || c == '_');
    delimited(text)
        .or_else(|| directive(text))
        .or_else(|| (!after_word).then(|| crosses(text)).flatten())
        .or_else(|| remark(text, before))
}

/// `{name}`, `{{name}}`, `${name}`, `<name>`
fn delimited(text: &str) -> Option<(String, usize)> {
    for (open, close) in [
        ("{{", "}}"),
        ("${", "}"),
        ("{", "}"),
        ("<", ">"),
        ("%{", "}"),
        ("[[", "]]"),
    ] {
        let Some(inside) = text.strip_prefix(open) else {
            continue;
        };
        let end = inside.find(close)?;
        let inside = &inside[..end];
        let is_name = !inside.is_empty()
            && inside.chars().count() <= 40
            && inside
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ' | '.'))
            || (inside.is_empty() && open == "{");
        return is_name.then(|| (identifier(inside), open.len() + end + close.len()));
    }
    None
}

/// `%s`, `%d`, `%v`, `%.2f`
fn directive(text: &str) -> Option<(String, usize)> {
    let rest = text.strip_prefix('%')?;
    let flags = rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '+' | '#' | '$'))?;
    let letter = rest[flags..].chars().next()?;
    let next = rest[flags + letter.len_utf8()..].chars().next();
    let is_end = next.is_none_or(|next| !next.is_ascii_alphanumeric());
    (matches!(letter, 's' | 'd' | 'v' | 'f' | 'q' | 'u' | 'i' | 'w') && is_end)
        .then(|| (String::new(), 2 + flags))
}

/// `xx`, `XXX`, `***`
fn crosses(text: &str) -> Option<(String, usize)> {
    let first = text
        .chars()
        .next()
        .filter(|c| matches!(c, 'x' | 'X' | '*'))?;
    let end = text.find(|c| c != first).unwrap_or(text.len());
    let next = text[end..].chars().next();
    let is_end = next.is_none_or(|next| !next.is_ascii_alphanumeric() && next != '_');
    (end >= 2 && is_end).then(|| (String::new(), end))
}

/// `key(last 6 digits of the key)`: what a remark right behind a word describes.
fn remark(text: &str, before: &str) -> Option<(String, usize)> {
    let inside = text.strip_prefix('(')?;
    let end = inside.find(')')?;
    let inside = &inside[..end];
    let is_attached =
        before.ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, ';' | ':' | ','));
    let is_prose = inside.is_ascii() && inside.split(' ').count() > 2;
    let last = inside.rsplit(' ').next().unwrap_or_default();
    (is_attached && is_prose).then(|| (identifier(last), end + 2))
}

/// Returns a description as the name of a placeholder.
fn identifier(text: &str) -> String {
    let name: String = text
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '_' })
        .collect();
    let name = name.trim_matches('_').to_lowercase();
    let is_name = name.chars().next().is_some_and(char::is_alphabetic);
    let is_cross = name.chars().all(|c| c == 'x');
    if is_name && !is_cross {
        name
    } else {
        String::new()
    }
}

/// Returns what a value is by the word beside it.
fn guess(before: &str, after: &str) -> String {
    let word = |text: &str| {
        text.trim_matches(|c: char| !c.is_ascii_alphabetic())
            .to_lowercase()
    };
    let next = after.split_whitespace().next().map(word);
    let previous = before.split_whitespace().next_back().map(word);
    let known = |word: &String| NOUNS.contains(&word.as_str());
    let found = next
        .filter(|_| after.starts_with(' '))
        .filter(known)
        .or(previous.filter(known));
    found.unwrap_or_else(|| "value".to_owned())
}

/// What values in messages are.
const NOUNS: [&str; 20] = [
    "model",
    "key",
    "user",
    "token",
    "tokens",
    "id",
    "ip",
    "group",
    "channel",
    "limit",
    "parameter",
    "param",
    "field",
    "region",
    "seconds",
    "requests",
    "file",
    "size",
    "account",
    "endpoint",
];
