//! Masks the credentials that providers echo.
//!
//! A credential is recognised by its own form (`sk-…`, `AIza…`, a JSON web token, a key that the provider has already starred
//! out), or by the words before it (`Bearer …`, `x-api-key: …`, `key abc123`). Nothing is kept of it but a prefix that all such
//! keys share: `sk-***`, `Bearer ***`, `***`. Text that is merely long and random is kept, because request ids look like that.

mod form;
mod label;

use crate::cost;
use crate::message::placeholders;
use form::{
    is_elided, is_elision, is_letters, is_mixed, is_number, is_plain, is_starred, is_uuid, own_form,
};
use label::{LABELS, Label, is_one_of, is_signature, label};
use std::borrow::Cow;

/// Replaces a credential, or what follows its prefix.
const MASK: &str = "***";

/// Masks the credentials in a text. Returns the text itself if there are none.
pub(crate) fn mask(text: &str) -> Cow<'_, str> {
    let mut masked = Masked::new(text);
    let mut context = None;
    let mut before = "";
    let mut at = 0;
    while let Some(word) = Word::next(text, at) {
        context = Context::across(context, &text[at..word.start]);
        at = word.end;
        if let Some(prefix) = word.credential(context) {
            at = word.value().end;
            masked.hide(word.start..at, prefix);
            context = None;
            before = "";
        } else {
            context = word.context(context, before);
            before = word.text();
        }
    }
    masked.finish()
}

/// Masks the credentials in a message that matches the template of a row: the value of a placeholder named `key`, `token` or
/// `secret` is one, whatever it looks like.
pub(crate) fn mask_message<'m>(message: &'m str, template: Option<&str>) -> Cow<'m, str> {
    let Some(template) = template.filter(|template| has_credential(template)) else {
        return mask(message);
    };
    let mut masked = String::new();
    let mut shown = 0;
    for (name, value) in placeholders(template, message) {
        if SECRETS.contains(&name) && !value.is_empty() {
            let start = value.as_ptr().addr() - message.as_ptr().addr();
            masked.push_str(&mask(&message[shown..start]));
            masked.push_str(MASK);
            shown = start + value.len();
        }
    }
    if shown == 0 {
        return mask(message);
    }
    masked.push_str(&mask(&message[shown..]));
    Cow::Owned(masked)
}

/// The names of placeholders for a credential or a part of one.
const SECRETS: [&str; 3] = ["key", "token", "secret"];

fn has_credential(template: &str) -> bool {
    let mut names = template.split('{').skip(1);
    names.any(|rest| {
        rest.split('}')
            .next()
            .is_some_and(|name| SECRETS.contains(&name))
    })
}

/// A text, and a masked copy of it from the first credential on.
struct Masked<'t> {
    text: &'t str,
    copy: Option<String>,
    copied: usize,
}

impl<'t> Masked<'t> {
    fn new(text: &'t str) -> Self {
        Masked {
            text,
            copy: None,
            copied: 0,
        }
    }

    fn hide(&mut self, range: core::ops::Range<usize>, prefix: &str) {
        let copy = self.copy.get_or_insert_default();
        copy.push_str(&self.text[self.copied..range.start]);
        copy.push_str(prefix);
        copy.push_str(MASK);
        self.copied = range.end;
    }

    fn finish(self) -> Cow<'t, str> {
        match self.copy {
            Some(mut copy) => {
                copy.push_str(&self.text[self.copied..]);
                Cow::Owned(copy)
            }
            None => Cow::Borrowed(self.text),
        }
    }
}

/// A run of letters, digits and the characters that join them.
#[derive(Clone, Copy)]
struct Word<'t> {
    all: &'t str,
    start: usize,
    end: usize,
    /// A full stop follows, so the words before it say nothing about the words after it.
    ends_sentence: bool,
    /// Three full stops follow.
    is_cut: bool,
}

impl<'t> Word<'t> {
    fn next(all: &'t str, from: usize) -> Option<Self> {
        let skipped = all[from..].find(|c| is_part(c) && c != '-')?;
        let start = from + skipped;
        let run = parts(&all[start..]);
        cost::charge(skipped + run.len());
        let text = run.trim_end_matches(['.', '-']);
        // A run of nothing but joints is skipped whole.
        let kept = if text.is_empty() {
            run.len()
        } else {
            text.len()
        };
        Some(Word {
            all,
            start,
            end: start + kept,
            ends_sentence: run[kept..].starts_with('.') && !run[kept..].starts_with(".."),
            is_cut: run[kept..].starts_with("..."),
        })
    }

    fn text(self) -> &'t str {
        &self.all[self.start..self.end]
    }

    fn rest(self) -> &'t str {
        &self.all[self.end..]
    }

    /// Returns the word extended by the characters that only join the parts of a credential.
    fn value(self) -> Word<'t> {
        let run = until(&self.all[self.start..], |c| {
            is_part(c) || matches!(c, '+' | '/' | '~')
        });
        cost::charge(run.len());
        let trimmed = run.trim_end_matches(['.', '-', '/']);
        let end = self.start + trimmed.len().max(self.end - self.start);
        let padding = until(&self.all[end..], |c| c == '=');
        let next = self.all[end + padding.len()..].chars().next();
        let is_padded = !next.is_some_and(|c| is_part(c) || matches!(c, '"' | '\''));
        Word {
            end: if is_padded { end + padding.len() } else { end },
            ..self
        }
    }

    /// Returns the prefix to show if this is a credential.
    fn credential(self, context: Option<Context>) -> Option<&'static str> {
        let text = self.text();
        if let Some((prefix, is_credential)) = own_form(text, self.is_cut) {
            return is_credential.then_some(prefix);
        }
        let is_shown = text.bytes().any(|byte| byte.is_ascii_alphanumeric());
        let is_credential =
            is_starred(text) || context.is_some_and(|context| context.expects(self.value()));
        (is_credential && is_shown).then_some("")
    }

    /// Returns what this word says about the next.
    fn context(self, context: Option<Context>, before: &str) -> Option<Context> {
        if self.ends_sentence {
            return None;
        }
        let label = label(self.text());
        let context = if self.is_in_query() && (label.is_some() || is_signature(self.text())) {
            Context::new(Label::Query)
        } else {
            match label {
                Some(label) => Context::new(label),
                None => context?.after(self.text())?,
            }
        };
        (!is_one_of(before, &OTHER_KEYS)).then_some(context)
    }

    /// Returns whether this is the name in `?name=value`.
    fn is_in_query(self) -> bool {
        self.rest().starts_with('=') && self.all[..self.start].ends_with(['?', '&'])
    }

    /// Returns whether this is a word of a sentence rather than a value.
    fn is_prose(self) -> bool {
        let mut next = self.rest().chars();
        let is_space = next.next() == Some(' ');
        let goes_on = is_space
            && next
                .next()
                .is_some_and(|c| c.is_alphabetic() || is_elision(c));
        is_letters(self.text()) && (goes_on || is_one_of(self.text(), &PROSE))
    }
}

fn is_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.') || is_elision(c)
}

/// Returns the letters, digits and joints at the start of a text.
fn parts(text: &str) -> &str {
    let is_joint = |byte: &u8| matches!(byte, b'_' | b'-' | b'.' | b'*');
    let mut bytes = text.bytes();
    let end = bytes.position(|byte| !byte.is_ascii_alphanumeric() && !is_joint(&byte));
    match end {
        Some(end) if text.as_bytes()[end].is_ascii() => &text[..end],
        Some(_) => until(text, is_part),
        None => text,
    }
}

fn until(text: &str, goes_on: impl Fn(char) -> bool) -> &str {
    let end = text.find(|c| !goes_on(c)).unwrap_or(text.len());
    &text[..end]
}

/// Words after which a credential may follow.
#[derive(Clone, Copy)]
struct Context {
    label: Label,
    /// A colon, an equals sign, a quotation mark or a bracket comes before the next word.
    is_separated: bool,
    /// The sentence says that the next word was sent: `API key provided: …`.
    is_sent: bool,
    /// The sentence says that the next word is a part of it: `key ending in …`.
    is_part: bool,
}

impl Context {
    fn new(label: Label) -> Self {
        Context {
            label,
            is_separated: false,
            is_sent: false,
            is_part: false,
        }
    }

    /// Returns the context after the characters between two words, which may contain a label that is not in Latin script.
    fn across(context: Option<Context>, gap: &str) -> Option<Context> {
        let named = || {
            let labels = LABELS.iter();
            labels
                .filter_map(|&(name, label)| Some((gap.rfind(name)? + name.len(), label)))
                .max_by_key(|&(end, _)| end)
        };
        let (mut context, signs) = match (!gap.is_ascii()).then(named).flatten() {
            Some((end, label)) => (Context::new(label), &gap[end..]),
            None => (context?, gap),
        };
        if !signs.chars().all(leads_on) || (context.label == Label::Query && signs != "=") {
            return None;
        }
        context.is_separated |= signs.contains(separates);
        Some(context)
    }

    /// Returns the context after a word that is neither a credential nor a label.
    fn after(mut self, word: &str) -> Option<Context> {
        let is_sent = is_one_of(word, &["provided", "supplied", "given", "received", "used"]);
        let is_part = is_one_of(word, &["ending", "ends", "digits"]);
        let is_digit = word.len() == 1 && is_number(word);
        self.is_sent |= is_sent;
        self.is_part |= is_part;
        (is_sent || is_part || is_digit || is_one_of(word, &LINKS)).then_some(self)
    }

    /// Returns whether a value is the credential.
    fn expects(self, value: Word<'_>) -> bool {
        let text = value.text();
        if is_number(text) {
            return self.is_part && text.len() >= 3;
        }
        let is_named = self.is_separated && (self.is_sent || self.label == Label::Name);
        let least = match self.label {
            Label::Query => return true,
            Label::Scheme => return !is_plain(text) && !is_attribute(value),
            Label::Token if !self.is_separated => 16,
            Label::Token => 6,
            Label::Key | Label::Name => 4,
        };
        let word = until(text, is_part);
        is_elided(word)
            || is_mixed(text, least)
            || is_uuid(text)
            || (text.len() >= 32 && !text.contains(['.', '/']))
            || (is_named && text.len() >= 3 && !value.is_prose() && label(word).is_none())
            || (self.is_part && (3..=8).contains(&word.len()) && !is_one_of(word, &LINKS))
    }
}

/// Words that can come between a label and the credential.
const LINKS: [&str; 13] = [
    "basic",
    "chars",
    "characters",
    "error",
    "four",
    "in",
    "is",
    "last",
    "six",
    "the",
    "was",
    "with",
    "your",
];

/// Words before `key` and `token` that give them another meaning.
const OTHER_KEYS: [&str; 8] = [
    "cache",
    "continuation",
    "eos",
    "idempotency",
    "next",
    "page",
    "stop",
    "unexpected",
];

/// Words in the place of a credential that say there is none.
const PROSE: [&str; 14] = [
    "empty",
    "expired",
    "false",
    "invalid",
    "malformed",
    "missing",
    "nil",
    "none",
    "not",
    "null",
    "required",
    "true",
    "undefined",
    "unknown",
];

/// Returns whether a character between two words keeps them connected.
fn leads_on(c: char) -> bool {
    c.is_whitespace() || separates(c) || matches!(c, '\\' | ')' | ']' | '}' | '）' | '】')
        // 无效, 错误, 为, 是, and 后六位, 尾号: "invalid", "wrong", "is", "last six", "ending".
        || "无效错误为是后六四位尾号".contains(c)
}

fn separates(c: char) -> bool {
    matches!(c, ':' | '=' | ';' | '：' | '＝' | '；')
        || matches!(c, '"' | '\'' | '`' | '“' | '”' | '‘' | '’' | '「' | '『')
        || matches!(c, '(' | '[' | '{' | '<' | '$' | '（' | '【')
}

/// Returns whether a value is an attribute of a scheme, such as `realm="…"`.
fn is_attribute(value: Word<'_>) -> bool {
    let mut next = value.rest().chars();
    next.next() == Some('=') && matches!(next.next(), Some('"' | '\''))
}
