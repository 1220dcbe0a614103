//! A provider's id that nobody knows.

use crate::redact::{self, OneLine};
use core::fmt;

/// An id that no provider has.
///
/// It is printed on one line, with credentials masked.
#[derive(Clone, PartialEq, Eq)]
pub struct UnknownProvider {
    id: Box<str>,
    suggestions: Vec<Box<str>>,
    all: Vec<Box<str>>,
    /// Whether a feature that is not enabled has it.
    is_disabled: bool,
}

/// The longest id that may be a misspelling of another.
const LONGEST: usize = 128;

impl UnknownProvider {
    pub(crate) fn new<'p>(id: &str, all: impl Iterator<Item = &'p str>) -> Self {
        let is_short = id.len() <= LONGEST;
        let lower = if is_short {
            id.to_lowercase()
        } else {
            String::new()
        };
        let is_similar = |known: &str| {
            is_short
                && (strsim::osa_distance(&lower, known) <= 1 + known.len() / 4
                    || (lower.len() > 2 && (known.contains(&lower) || lower.contains(known))))
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
            is_disabled: false,
        }
    }

    /// Says that the provider is known and its feature is not enabled.
    pub(crate) fn disabled(id: &str) -> Self {
        UnknownProvider {
            id: id.into(),
            suggestions: Vec::new(),
            all: Vec::new(),
            is_disabled: true,
        }
    }

    /// Returns the id that was asked for, as it was given. It may contain a credential.
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
        let id = OneLine::from(&*self.id);
        if self.is_disabled {
            return write!(
                f,
                "the provider `{id}` needs the feature `{id}` of `error-codes`"
            );
        }
        write!(f, "there is no provider `{id}`")?;
        let mut before = "; did you mean";
        for suggestion in self.suggestions() {
            write!(f, "{before} `{}`", OneLine::from(suggestion))?;
            before = " or";
        }
        let mut before = if self.suggestions.is_empty() {
            "; the providers are "
        } else {
            "? The providers are "
        };
        for id in &self.all {
            write!(f, "{before}{}", OneLine::from(&**id))?;
            before = ", ";
        }
        Ok(())
    }
}

impl fmt::Debug for UnknownProvider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnknownProvider")
            .field("id", &redact::mask(&self.id))
            .field("suggestions", &self.suggestions)
            .field("all", &self.all)
            .field("is_disabled", &self.is_disabled)
            .finish()
    }
}

impl core::error::Error for UnknownProvider {}
