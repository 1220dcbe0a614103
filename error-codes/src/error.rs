//! What is said about a code, a word or a provider's id that nobody knows.

use core::fmt;
use std::error::Error;

/// Text that is none of a vocabulary's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownWord {
    what: &'static str,
    text: Box<str>,
}

impl UnknownWord {
    pub(crate) fn new(what: &'static str, text: &str) -> Self {
        UnknownWord {
            what,
            text: text.into(),
        }
    }
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not {}", self.text, self.what)
    }
}

impl Error for UnknownWord {}

/// A code that a table does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownCode {
    provider: &'static str,
    code: Box<str>,
}

impl UnknownCode {
    pub(crate) fn new(provider: &'static str, code: &str) -> Self {
        UnknownCode {
            provider,
            code: code.into(),
        }
    }

    /// The code.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }
}

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no error code of {}", self.code, self.provider)
    }
}

impl Error for UnknownCode {}

/// An id that no built-in provider has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownProvider {
    id: Box<str>,
    near: Vec<&'static str>,
    all: Vec<&'static str>,
}

impl UnknownProvider {
    pub(crate) fn new(id: &str, all: Vec<&'static str>) -> Self {
        let lower = id.to_lowercase();
        let is_near = |known: &&str| {
            strsim::osa_distance(&lower, known) <= 1 + known.len() / 4
                || (lower.len() > 2 && (known.contains(&lower) || lower.contains(*known)))
        };
        UnknownProvider {
            id: id.into(),
            near: all.iter().copied().filter(is_near).collect(),
            all,
        }
    }

    /// The ids that are spelled alike.
    #[must_use]
    pub fn near(&self) -> &[&'static str] {
        &self.near
    }
}

impl fmt::Display for UnknownProvider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no provider has the id `{}`", self.id)?;
        if !self.near.is_empty() {
            write!(f, ", did you mean `{}`?", self.near.join("` or `"))?;
            return write!(f, " All: {}", self.all.join(", "));
        }
        write!(f, "; there are {}", self.all.join(", "))
    }
}

impl Error for UnknownProvider {}
