//! Why a file cannot be formatted.

use proc_macro2::Span;
use std::fmt::{self, Display, Formatter};

/// A place where a source cannot be read, printed as `12: what is wrong there`.
pub(crate) struct Fault {
    line: usize,
    cause: String,
}

impl Fault {
    pub(crate) fn new(place: Span, cause: impl Into<String>) -> Self {
        Fault {
            line: place.start().line,
            cause: cause.into(),
        }
    }
}

impl Display for Fault {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.line, self.cause)
    }
}
