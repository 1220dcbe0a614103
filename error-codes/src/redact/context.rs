//! From the name of a credential to its value.

use super::form;
use super::gap::Gap;
use super::header;
use super::look::{Look, is_plain};
use super::name::{Name, is_one_of};
use super::place;
use super::value;
use super::word::Word;
use core::ops::Range;

/// Returns the credential after a name, or before it, by the place of a part of the name.
pub(super) fn after_name(text: &str, stem: usize, from: usize) -> Option<Range<usize>> {
    let word = Word::around(text, stem, from)?;
    let after = &text[word.end..];
    let query = match word.is_parameter() {
        true if word.is_of_api() => Query::OfApi,
        true => Query::Some,
        false => Query::None,
    };
    let name = match query {
        Query::None => Name::of(word.text(), word.before(), after)?,
        Query::Some | Query::OfApi => Name::of_parameter(word.text(), after)?,
    };
    if name == Name::Sent && !word.is_about_key() {
        return None;
    }
    let is_named_after = matches!(name, Name::Key | Name::Token | Name::Words);
    let before = || {
        is_named_after
            .then(|| place::named_after(text, word.start))
            .flatten()
    };
    Context::new(name, query)
        .hidden(text, word.end)
        .or_else(before)
}

/// Returns the credential after a name that is not in Latin script.
pub(super) fn after_foreign_name(text: &str, at: usize) -> Option<Range<usize>> {
    let (foreign, name) = Name::of_foreign(&text[at..])?;
    Context::new(name, Query::None).hidden(text, at + foreign.len())
}

/// A name, and what the words between it and the value say.
#[derive(Clone, Copy)]
struct Context {
    name: Name,
    query: Query,
    is_separated: bool,
    is_loose: bool,
    /// The sentence says that the value was sent: `API key provided: …`.
    is_sent: bool,
}

/// Whether a name is that of a parameter in an address.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Query {
    None,
    Some,
    /// The address is that of an API.
    OfApi,
}

/// How many words may be between a name and its value.
const WORDS: usize = 8;

impl Context {
    fn new(name: Name, query: Query) -> Self {
        Context {
            name,
            query,
            is_separated: false,
            is_loose: false,
            is_sent: name == Name::Sent,
        }
    }

    fn is_parameter(self) -> bool {
        self.query != Query::None
    }

    /// Returns the part to hide of the value of a name that ends at a place of a text.
    fn hidden(mut self, text: &str, end: usize) -> Option<Range<usize>> {
        let mut at = end;
        for _ in 0..WORDS {
            let gap = Gap::read(text, at)?;
            self.is_separated |= gap.is_separated;
            self.is_loose |= gap.is_loose;
            let is_header = matches!(self.name, Name::Header | Name::Cookie);
            if is_header && let Some(value) = header::value(text, gap, self.is_separated, self.name)
            {
                return Some(value);
            }
            let word = value::part(&text[gap.end..]);
            let link = Link::of(word, self.name == Name::Part || !self.is_separated);
            let link = link.filter(|_| !self.is_parameter());
            if link.is_none() && !is_header {
                return self.expects(text, gap, word);
            }
            at = gap.end + word.len();
            match link? {
                Link::Leads => {}
                Link::Sent => self.is_sent = true,
                Link::Part => self.name = Name::Part,
                Link::State => self.is_loose = true,
            }
        }
        None
    }

    /// Returns the part to hide of the value after a gap.
    fn expects(self, text: &str, gap: Gap, word: &str) -> Option<Range<usize>> {
        let start = gap.end;
        // The name of another value is followed by that.
        if word.len() < value::DECIDING && Name::of(word, "", &text[start + word.len()..]).is_some()
        {
            return None;
        }
        let quoted = gap
            .quote
            .and_then(|quote| value::end_of_quoted(text, start, quote));
        let end = quoted.unwrap_or_else(|| value::deciding_end(text, start));
        let value = text.get(start..end).filter(|value| !value.is_empty())?;
        let last = value.rsplit(['=', ':']).next()?;
        if form::is_masked(last) || !self.fits(Look::of(value), value, word, &text[end..]) {
            return None;
        }
        let sign = form::sign(value).unwrap_or_default();
        let is_shown = Look::of(&value[sign.len()..]) != Look::Nothing;
        let end = end.max(value::end_of_lines(text, start));
        is_shown.then_some(start + sign.len()..end)
    }

    fn fits(self, look: Look, value: &str, word: &str, after: &str) -> bool {
        let is_close = !self.is_loose;
        let is_named = is_close && self.is_separated;
        let is_field = matches!(self.name, Name::Field | Name::Password) || self.is_parameter();
        if self.name == Name::Part && matches!(look, Look::Plain | Look::Number | Look::Compact) {
            return (3..=8).contains(&value.len())
                && !(look == Look::Plain && is_prose(word, after));
        }
        match look {
            Look::Elided => true,
            Look::Random => match self.name {
                Name::Token => self.is_separated || self.is_sent || value.len() >= 12,
                Name::Sent => self.is_separated,
                Name::Hint => self.is_separated || self.is_parameter(),
                _ => true,
            },
            Look::Compact => match self.name {
                Name::Key => is_close && value.len() >= 6,
                Name::Token => is_named && value.len() >= 6,
                Name::Hint => self.is_parameter() && value.len() >= 6,
                Name::Sent => false,
                _ => is_close && value.len() >= 4,
            },
            Look::Joined => match self.name {
                Name::Scheme => is_close && !after.starts_with('='),
                Name::Key | Name::Token => self.is_parameter() || (self.is_sent && is_named),
                Name::Words | Name::Field | Name::Password => is_named,
                _ => false,
            },
            Look::Plain => match self.name {
                Name::Scheme => is_close && !is_plain(value) && !after.starts_with('='),
                Name::Key if self.is_parameter() => self.query == Query::OfApi || !is_plain(value),
                Name::Hint | Name::Sent => false,
                _ => {
                    is_named
                        && (is_field || self.is_sent)
                        && value.len() >= 3
                        && !is_prose(word, after)
                }
            },
            Look::Number => self.name == Name::Password && is_named && value.len() >= 4,
            Look::Nothing => false,
        }
    }
}

/// A word between a name and its value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    Leads,
    Sent,
    Part,
    State,
}

impl Link {
    fn of(word: &str, may_count: bool) -> Option<Link> {
        let is_digit =
            may_count && word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_digit());
        match () {
            () if is_digit || is_one_of(word, LEADS) => Some(Link::Leads),
            () if is_one_of(word, SENT) => Some(Link::Sent),
            () if is_one_of(word, PART) => Some(Link::Part),
            () if is_one_of(word, STATES) => Some(Link::State),
            () => None,
        }
    }
}

/// Words that can come between a name and the credential.
const LEADS: &[&str] = &[
    "a",
    "api",
    "as",
    "b",
    "basic",
    "bearer",
    "chars",
    "characters",
    "eight",
    "error",
    "est",
    "es",
    "four",
    "has",
    "hash",
    "header",
    "in",
    "is",
    "ist",
    "of",
    "six",
    "string",
    "that",
    "the",
    "this",
    "value",
    "was",
    "which",
    "with",
    "your",
];

const SENT: &[&str] = &[
    "found", "given", "got", "passed", "provided", "received", "sent", "supplied", "used",
];

const PART: &[&str] = &[
    "beginning",
    "begins",
    "digits",
    "ending",
    "ends",
    "last",
    "prefix",
    "starting",
    "starts",
    "suffix",
    "terminating",
];

/// Words that say what is wrong with it, after which a value is told by its look.
const STATES: &[&str] = &[
    "denied",
    "disabled",
    "expired",
    "incorrect",
    "invalid",
    "mismatch",
    "not",
    "recognized",
    "rejected",
    "revoked",
    "unauthorized",
    "unknown",
    "valid",
    "wrong",
];

/// Returns whether a value is a word of a sentence.
fn is_prose(word: &str, after: &str) -> bool {
    let mut next = after.chars();
    let goes_on =
        next.next() == Some(' ') && next.next().is_some_and(|c| c.is_alphabetic() || c == '*');
    goes_on || is_one_of(word, PROSE)
}

/// Words in the place of a credential that say there is none.
const PROSE: &[&str] = &[
    "absent",
    "denied",
    "disabled",
    "empty",
    "enabled",
    "expired",
    "false",
    "invalid",
    "malformed",
    "missing",
    "nil",
    "no",
    "none",
    "not",
    "null",
    "optional",
    "redacted",
    "required",
    "sensitive",
    "true",
    "undefined",
    "unknown",
    "unset",
    "yes",
];
