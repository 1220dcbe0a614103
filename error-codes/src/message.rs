//! The message of an error: without what gateways wrap around it, compared with templates.

mod clause;
mod envelope;
mod fold;
mod keywords;
mod matcher;
mod phrase;
mod punctuation;
mod quotation;
mod speech;
mod stem;
mod template;

pub(crate) use envelope::{status_in, strip_suffix_ignoring_case};
pub(crate) use keywords::{Keywords, Required};
pub(crate) use matcher::{Matched, placeholders};
pub(crate) use phrase::{Found as PhrasesFound, Phrases, Said};
pub(crate) use quotation::{is_enclosed, spoken};
pub(crate) use speech::Speech;
pub(crate) use template::fill;

use clause::Clauses;
use core::cell::OnceCell;
use core::ops::Range;
use envelope::Stripped;
use matcher::Stem;
use quotation::Quotations;

/// A message while a response is read. What is needed of it is found when it is asked for, and once.
pub(crate) struct Message<'m> {
    raw: &'m str,
    stripped: OnceCell<Stripped<'m>>,
    keywords: OnceCell<Keywords>,
    speech: OnceCell<Speech>,
    clauses: OnceCell<Clauses>,
    quotations: OnceCell<Quotations>,
}

impl<'m> Message<'m> {
    pub(crate) fn new(raw: &'m str) -> Self {
        Message {
            raw,
            stripped: OnceCell::new(),
            keywords: OnceCell::new(),
            speech: OnceCell::new(),
            clauses: OnceCell::new(),
            quotations: OnceCell::new(),
        }
    }

    /// Returns the message as it was sent.
    pub(crate) fn raw(&self) -> &'m str {
        self.raw
    }

    /// Returns the part that is compared with templates.
    pub(crate) fn stem(&self) -> &'m str {
        matcher::limited(self.stripped().stem)
    }

    /// Matches the stem with a template.
    pub(crate) fn match_template(&self, template: &str) -> Option<Matched> {
        let stem = self.stem();
        let clauses = self
            .clauses
            .get_or_init(|| Clauses::of(stem, self.quotations()));
        let stem = Stem {
            text: stem,
            quotations: self.quotations(),
            clauses,
        };
        matcher::match_stem(template, stem)
    }

    /// Returns, of the templates that the stem matches, the one with the most text of its own, the first of several.
    pub(crate) fn best_of<'t>(
        &self,
        templates: impl Iterator<Item = &'t str>,
    ) -> Option<(&'t str, Matched)> {
        let matched =
            templates.filter_map(|template| Some((template, self.match_template(template)?)));
        matched.reduce(|best, next| {
            if next.1.weight > best.1.weight {
                next
            } else {
                best
            }
        })
    }

    /// Returns the keywords of the stem.
    pub(crate) fn keywords(&self) -> &Keywords {
        self.keywords.get_or_init(|| Keywords::of(self.stem()))
    }

    /// Returns what the message says in its own voice.
    pub(crate) fn speech(&self) -> &Speech {
        let stem = self.stem();
        self.speech
            .get_or_init(|| Speech::of(stem, self.quotations()))
    }

    fn quotations(&self) -> &Quotations {
        self.quotations.get_or_init(|| Quotations::of(self.stem()))
    }

    /// Returns where the message names the id of the request.
    pub(crate) fn request_id(&self) -> Option<Range<usize>> {
        let id = self.stripped().request_id()?;
        let start = id.as_ptr().addr() - self.raw.as_ptr().addr();
        Some(start..start + id.len())
    }

    fn stripped(&self) -> &Stripped<'m> {
        self.stripped
            .get_or_init(|| envelope::strip_envelope(self.raw))
    }
}
