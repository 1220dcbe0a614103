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
        let is_similar = |known: &str| {
            strsim::osa_distance(&lower, known) <= 1 + known.len() / 4
                || (lower.len() > 2 && (known.contains(&lower) || lower.contains(known)))
        };
        let all: Vec<Box<str>> = all.map(Into::into).collect();
        UnknownProvider {
            id: id.into(),
            suggestions: all
                .iter()
                .filter(|known| is_similar(known))
                .cloned()
                .collect(),
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
        let all = self.all.join(", ");
        if !self.suggestions.is_empty() {
            let suggestions = self.suggestions.join("` or `");
            write!(f, "; did you mean `{suggestions}`? The providers are {all}")
        } else if !self.all.is_empty() {
            write!(f, "; the providers are {all}")
        } else {
            Ok(())
        }
    }
}

impl core::error::Error for UnknownProvider {}
