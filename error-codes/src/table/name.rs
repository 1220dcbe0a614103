//! Codes and types with `{placeholders}`.
//!
//! Such a template is compared with the whole of a name, letter by letter; a placeholder stands for at least one character.

use crate::cost;
use crate::scan;

/// Returns whether a name of a table is not compared as it stands: it has placeholders or escaped braces.
pub(super) fn is_template(name: &str) -> bool {
    name.bytes().any(|byte| matches!(byte, b'{' | b'}'))
}

/// Returns whether a name that was sent matches a template.
pub(super) fn matches(template: &str, name: &str) -> bool {
    Ends::of(template).fit(name) && is_template(template) && values(template, name, &mut |_, _| {})
}

/// The first and the last byte of a template, where they are its own text: nearly all names differ there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ends {
    first: Option<u8>,
    last: Option<u8>,
}

impl Ends {
    pub(super) fn of(template: &str) -> Self {
        let bytes = template.as_bytes();
        let own = |byte: Option<&u8>| byte.copied().filter(|byte| !matches!(byte, b'{' | b'}'));
        Ends {
            first: own(bytes.first()),
            last: own(bytes.last()),
        }
    }

    /// Returns whether a name begins and ends so.
    pub(super) fn fit(self, name: &str) -> bool {
        let fits = |own: Option<u8>, other: Option<&u8>| own.is_none_or(|own| other == Some(&own));
        let bytes = name.as_bytes();
        fits(self.first, bytes.first()) && fits(self.last, bytes.last())
    }
}

/// Returns how much text of its own a template has.
pub(super) fn weight(template: &str) -> usize {
    let mut weight = 0;
    let mut rest = Some(template);
    while let Some(template) = rest {
        let (literal, placeholder) = literal_of(template);
        weight += length(literal);
        rest = placeholder.map(|(_, behind)| behind);
    }
    weight
}

/// Returns the values of the placeholders of the template that a name matches, the one with the most text of its own.
pub(crate) fn placeholders<'t>(
    templates: impl Iterator<Item = &'t str>,
    name: &'t str,
) -> Vec<(&'t str, &'t str)> {
    let matching = templates.filter(|template| matches(template, name));
    let mut found = Vec::new();
    if let Some(template) = matching.max_by_key(|template| weight(template)) {
        values(template, name, &mut |label, value| {
            found.push((label, value));
        });
    }
    found
}

/// Calls `on_placeholder` with the name and the value of each placeholder, up to the first difference. Returns whether the
/// name matches.
fn values<'t, 'n>(
    template: &'t str,
    name: &'n str,
    on_placeholder: &mut dyn FnMut(&'t str, &'n str),
) -> bool {
    let (literal, mut placeholder) = literal_of(template);
    let Some(mut rest) = strip(literal, name) else {
        return false;
    };
    while let Some((label, behind)) = placeholder {
        let (literal, next) = literal_of(behind);
        let found = match next {
            None => at_the_end(literal, rest),
            Some(_) => after_the_first(literal, rest),
        };
        let Some((value, after)) = found else {
            return false;
        };
        on_placeholder(label, value);
        rest = after;
        placeholder = next;
    }
    rest.is_empty()
}

/// Splits a template at its first placeholder: the text before it, then its name and what is behind it.
fn literal_of(template: &str) -> (&str, Option<(&str, &str)>) {
    let mut from = 0;
    loop {
        let at = from + scan::find_either(&template.as_bytes()[from..], b'{', b'{');
        if at == template.len() {
            return (template, None);
        }
        let inside = &template[at + 1..];
        if inside.starts_with('{') {
            from = at + 2;
            continue;
        }
        let named = inside.split_once('}').unwrap_or((inside, ""));
        return (&template[..at], Some(named));
    }
}

/// Iterates over the characters of a text in which braces are doubled.
fn letters(literal: &str) -> impl Iterator<Item = char> {
    let mut letters = literal.chars();
    core::iter::from_fn(move || {
        let letter = letters.next()?;
        if matches!(letter, '{' | '}') {
            letters.next();
        }
        Some(letter)
    })
}

fn length(literal: &str) -> usize {
    letters(literal).map(char::len_utf8).sum()
}

/// Returns what follows the text at the beginning of a name.
fn strip<'n>(literal: &str, name: &'n str) -> Option<&'n str> {
    let mut rest = name.chars();
    for letter in letters(literal) {
        cost::charge(1);
        if rest.next() != Some(letter) {
            return None;
        }
    }
    Some(rest.as_str())
}

/// Splits a name before the text at its end, which is not all of it.
fn at_the_end<'n>(literal: &str, name: &'n str) -> Option<(&'n str, &'n str)> {
    let at = name
        .len()
        .checked_sub(length(literal))
        .filter(|at| *at > 0)?;
    let (value, end) = name.split_at_checked(at)?;
    Some((value, strip(literal, end)?))
}

/// Splits a name around the first place of the text that is not its beginning.
fn after_the_first<'n>(literal: &str, name: &'n str) -> Option<(&'n str, &'n str)> {
    let first = literal.as_bytes().first();
    let places = name.char_indices().map(|(at, _)| at).skip(1);
    let mut begins = places.filter(|at| first.is_none_or(|first| name.as_bytes()[*at] == *first));
    begins.find_map(|at| Some((&name[..at], strip(literal, &name[at..])?)))
}

#[cfg(test)]
mod tests {
    use super::{values, weight};

    fn values_of<'n>(template: &'n str, name: &'n str) -> Option<Vec<(&'n str, &'n str)>> {
        let mut found = Vec::new();
        values(template, name, &mut |label, value| {
            found.push((label, value));
        })
        .then_some(found)
    }

    #[test]
    fn placeholders_are_found_between_the_texts() {
        for (template, name, expected) in [
            ("a.{x}", "a.b", Some(vec![("x", "b")])),
            ("a.{x}", "a.b.c", Some(vec![("x", "b.c")])),
            ("a.{x}", "a.", None),
            ("a.{x}", "A.b", None),
            ("{x}.a", "b.a", Some(vec![("x", "b")])),
            ("{x}.a", ".a", None),
            ("{x}.a", "b.a.a", Some(vec![("x", "b.a")])),
            ("{x}.a", "b.a.", None),
            ("{x}-{y}", "a-b-c", Some(vec![("x", "a"), ("y", "b-c")])),
            ("{x}-{y}!", "--c!", Some(vec![("x", "-"), ("y", "c")])),
            ("{x}错", "模型错", Some(vec![("x", "模型")])),
            ("{x}错", "模型", None),
            ("a{{b}}", "a{b}", Some(vec![])),
            ("a{{{x}}}", "a{b}", Some(vec![("x", "b")])),
            ("a", "ab", None),
        ] {
            assert_eq!(values_of(template, name), expected, "{template} {name}");
        }
    }

    #[test]
    fn a_template_weighs_as_much_as_its_own_text() {
        assert_eq!(weight("a.{param}"), 2);
        assert_eq!(weight("{{{x}}}"), 2);
    }
}
