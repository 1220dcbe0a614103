//! The message of an error: without what gateways wrap around it, compared with templates.

mod envelope;
mod fold;
mod keywords;
mod matcher;
mod template;

pub(crate) use envelope::{status_in, strip_suffix_ignoring_case};
pub(crate) use keywords::{Keywords, Required};
pub(crate) use matcher::{best_of, placeholders, weigh};
pub(crate) use template::fill;

use core::cell::OnceCell;
use core::ops::Range;
use envelope::Stripped;

/// A message while a response is read. What is needed of it is found when it is asked for, and once.
pub(crate) struct Message<'m> {
    raw: &'m str,
    stripped: OnceCell<Stripped<'m>>,
    keywords: OnceCell<Keywords>,
}

impl<'m> Message<'m> {
    pub(crate) fn new(raw: &'m str) -> Self {
        Message {
            raw,
            stripped: OnceCell::new(),
            keywords: OnceCell::new(),
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

    /// Returns the keywords of the stem.
    pub(crate) fn keywords(&self) -> &Keywords {
        self.keywords.get_or_init(|| Keywords::of(self.stem()))
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
