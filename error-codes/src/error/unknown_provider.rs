//! A provider's id that nobody knows.

use core::fmt;

/// An id that no provider has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownProvider {
    id: Box<str>,
    suggestions: Vec<Box<str>>,
    all: Vec<Box<str>>,
}

impl UnknownProvider {
    pub(crate) fn new<'p>(id: &str, all: impl Iterator<Item = &'p str>) -> Self {
        let lower = id.to_lowercase();
        let is_similar = |known: &&Box<str>| {
            strsim::osa_distance(&lower, known) <= 1 + known.len() / 4
                || (lower.len() > 2 && (known.contains(&lower) || lower.contains(&***known)))
        };
        let all: Vec<Box<str>> = all.map(Into::into).collect();
        UnknownProvider {
            id: id.into(),
            suggestions: all.iter().filter(is_similar).cloned().collect(),
            all,
        }
    }

    /// Returns the id that was asked for.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Returns the ids with a similar spelling.
    pub fn suggestions(&self) -> impl ExactSizeIterator<Item = &str> {
        self.suggestions.iter().map(AsRef::as_ref)
    }
}

impl fmt::Display for UnknownProvider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no provider `{}`", self.id)?;
        if !self.suggestions.is_empty() {
            write!(f, "; did you mean `{}`?", self.suggestions.join("` or `"))?;
        }
        write!(f, " The providers are {}", self.all.join(", "))
    }
}

impl core::error::Error for UnknownProvider {}
