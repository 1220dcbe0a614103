//! What a cell of codes or types may mean.

use super::{dash, listed, token};
use crate::ast::Cell;
use crate::cell::listed_in;
use crate::characters::{in_one_alphabet, visible};
use crate::source::{inner_text, is_punct, source_text};
use proc_macro2::TokenTree;
use syn::{Lit, ext::IdentExt};

/// A list of codes may be one text, and a text may be a list of codes.
pub(super) fn proposals(cell: &Cell) -> Vec<Vec<TokenTree>> {
    let mut names: Vec<String> = Vec::new();
    for name in values(&cell.tokens) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.iter().all(|name| is_nothing(name)) {
        return vec![dash()];
    }
    vec![listed(names.iter().map(|name| token(name)))]
}

fn is_nothing(name: &str) -> bool {
    matches!(name.trim(), "" | "-" | "–" | "—" | "*")
}

/// Returns the codes of a cell, as the provider sends them.
fn values(tokens: &[TokenTree]) -> Vec<String> {
    let parts = tokens.split(|token| is_punct(token, ',') || is_punct(token, ';'));
    let parts = parts.filter(|part| !part.is_empty());
    parts.flat_map(values_of).collect()
}

fn values_of(tokens: &[TokenTree]) -> Vec<String> {
    match tokens {
        [TokenTree::Group(group)] => values(&Vec::from_iter(group.stream())),
        [TokenTree::Ident(word)] => vec![in_one_alphabet(&word.unraw().to_string())],
        [TokenTree::Literal(literal)] => match Lit::new(literal.clone()) {
            Lit::Str(text) => quoted(&text.value()),
            Lit::Int(_) | Lit::Float(_) => vec![crossed(&literal.to_string())],
            _ => vec![inner_text(tokens)],
        },
        [.., colon, TokenTree::Ident(last)] if is_path(tokens) && is_punct(colon, ':') => {
            vec![last.unraw().to_string()]
        }
        _ => written(&source_text(tokens)),
    }
}

fn is_path(tokens: &[TokenTree]) -> bool {
    let is_colon = |token: &TokenTree| is_punct(token, ':');
    tokens.windows(2).any(|pair| pair.iter().all(is_colon))
}

/// What is in quotes: one code, or several.
fn quoted(text: &str) -> Vec<String> {
    let text = in_one_alphabet(&visible(text));
    let inner = text.trim().trim_matches('`');
    listed_in(inner)
        .into_iter()
        .map(with_placeholders)
        .collect()
}

/// What is not in quotes: `a / b`, `a or b`, `1001-1003`, `a*`, or one code.
fn written(text: &str) -> Vec<String> {
    let text = text.replace('"', "");
    for between in [" / ", " or ", " and "] {
        if text.contains(between) {
            return text
                .split(between)
                .map(|name| name.trim().to_owned())
                .collect();
        }
    }
    if let Some(range) = range(&text) {
        return range;
    }
    vec![with_placeholders(text.trim())]
}

/// `1001-1003`, `1000-1999`
fn range(text: &str) -> Option<Vec<String>> {
    let (first, last) = text.split_once(['-', '~', '–'])?;
    let (first, last) = (first.trim(), last.trim());
    let (from, to): (u32, u32) = (first.parse().ok()?, last.parse().ok()?);
    if (from..from.saturating_add(20)).contains(&to) {
        return Some((from..=to).map(|code| code.to_string()).collect());
    }
    let prefix = first.trim_end_matches('0');
    let is_whole = first.len() == last.len() && last.trim_end_matches('9') == prefix;
    (is_whole && !prefix.is_empty()).then(|| vec![format!("{prefix}{{rest}}")])
}

/// `10xx`
fn crossed(number: &str) -> String {
    let digits = number.trim_end_matches(['x', 'X']);
    let is_crossed = digits.len() < number.len() && digits.chars().all(|c| c.is_ascii_digit());
    if is_crossed {
        format!("{digits}{{rest}}")
    } else {
        number.to_owned()
    }
}

/// Writes what stands for other text as a placeholder.
fn with_placeholders(text: &str) -> String {
    if is_nothing(text) {
        return text.to_owned();
    }
    super::text::with_placeholders(&text.replace('*', "<rest>"))
}
