//! What a cell of text may mean.

use super::{dash, listed};
use crate::ast::Cell;
use crate::characters::{in_one_alphabet, visible};
use crate::ident::is_word;
use crate::source::{inner_text, is_punct};
use crate::stand_in::{self, placeholder_name};
use proc_macro2::{Literal, TokenTree};

/// The text in quotes, as it can be seen; in a template, with its placeholders as they are written here. A list of texts
/// stays one.
pub(super) fn proposals(cell: &Cell, is_template: bool) -> Vec<Vec<TokenTree>> {
    let items = cell.tokens.split(|token| is_punct(token, ','));
    let items: Vec<&[TokenTree]> = items.filter(|item| !item.is_empty()).collect();
    let are_texts = matches!(items.as_slice(), [[TokenTree::Literal(_)], ..]);
    let items = if is_template && are_texts {
        items
    } else {
        vec![cell.tokens.as_slice()]
    };
    let texts: Vec<Vec<TokenTree>> = items.iter().map(|item| text(item, is_template)).collect();
    vec![listed(texts.into_iter())]
}

fn text(tokens: &[TokenTree], is_template: bool) -> Vec<TokenTree> {
    let text = in_one_alphabet(&visible(&inner_text(tokens)));
    if matches!(text.trim(), "" | "-" | "–" | "—") {
        return dash();
    }
    let written = if is_template {
        with_placeholders(&text)
    } else {
        text
    };
    vec![Literal::string(&written).into()]
}

/// Writes a text so that all its braces are placeholders with different names, or braces.
pub(super) fn with_placeholders(text: &str) -> String {
    let mut output = Output::default();
    let mut rest = text;
    while !rest.is_empty() {
        let brace = rest.find(['{', '}']).unwrap_or(rest.len());
        if let Some(found) = stand_in::first(rest).filter(|found| found.before.len() <= brace) {
            output.text.push_str(found.before);
            output.placeholder(&found.name);
            rest = found.after;
        } else {
            let (before, braces) = rest.split_at(brace);
            output.text.push_str(before);
            rest = output.braces(braces);
        }
    }
    output.text
}

/// What is written for a text.
#[derive(Default)]
struct Output {
    text: String,
    names: Vec<String>,
}

impl Output {
    /// Adds a placeholder under a name of its own, unless another one is right before it: the two match as one.
    fn placeholder(&mut self, name: &str) {
        let last = self.names.last().map(|last| format!("{{{last}}}"));
        if last.is_some_and(|last| self.text.ends_with(&last)) {
            return;
        }
        let numbers = (2..).map(|number| format!("{name}_{number}"));
        let mut names = std::iter::once(name.to_owned()).chain(numbers);
        if let Some(name) = names.find(|name| !self.names.contains(name)) {
            self.text.extend(["{", &name, "}"]);
            self.names.push(name);
        }
    }

    /// Adds what begins with a brace, and returns what comes after it.
    fn braces<'t>(&mut self, rest: &'t str) -> &'t str {
        if let Some(brace) = ["{{", "}}"]
            .into_iter()
            .find(|brace| rest.starts_with(brace))
        {
            self.text.push_str(brace);
            return &rest[2..];
        }
        let Some(inner) = rest.strip_prefix('{') else {
            self.text.push_str(if rest.is_empty() { "" } else { "}}" });
            return rest.get(1..).unwrap_or_default();
        };
        let is_name = |c: char| c.is_alphanumeric() || "_-. ".contains(c);
        let word = inner.find(|c: char| !unicode_ident::is_xid_continue(c));
        let (word, after_word) = inner.split_at(word.unwrap_or(inner.len()));
        match inner.split_once('}') {
            Some((name, after)) if name.len() < 40 && name.chars().all(is_name) => {
                self.placeholder(&placeholder_name(name));
                after
            }
            None if is_word(word) => {
                self.placeholder(word);
                after_word
            }
            _ => {
                self.text.push_str("{{");
                inner
            }
        }
    }
}
