//! What a response means, and what decided it.

use crate::table::Row;
use crate::vocabulary::{ErrorKind, RetryHint, Scope, vocabulary};
use http::StatusCode;

vocabulary! {
    /// The sign that decided what a response means, the most specific first.
    pub enum MatchedBy("kind of match") {
        /// The code, which a row knows.
        Code = "code",
        /// The `type`, which a row knows as a code or as a type.
        Type = "type",
        /// The message, which matches the template of a row.
        Message = "message",
        /// The words of the message, or of an unknown code, in which people say what happened.
        Phrase = "phrase",
        /// The status, which a row knows.
        Status = "status",
        /// No row matched: the general meaning of the HTTP status code.
        Fallback = "fallback",
    }
}

/// What a row or a status code means.
#[derive(Clone, Copy)]
pub(crate) struct Meaning {
    pub(crate) kind: ErrorKind,
    pub(crate) retry: RetryHint,
    pub(crate) scope: Scope,
}

impl From<&Row> for Meaning {
    fn from(row: &Row) -> Self {
        Meaning {
            kind: row.kind(),
            retry: row.retry(),
            scope: row.scope(),
        }
    }
}

impl From<ErrorKind> for Meaning {
    fn from(kind: ErrorKind) -> Self {
        Meaning {
            kind,
            retry: kind.retry(),
            scope: kind.scope(),
        }
    }
}

/// A meaning and the sign that decided it.
#[derive(Clone, Copy)]
pub(crate) struct Verdict {
    pub(crate) meaning: Meaning,
    pub(crate) by: MatchedBy,
    /// Whether it is about a window that may renew soon.
    pub(crate) is_window: bool,
}

impl Verdict {
    /// Returns what a status code means by itself, if it means anything.
    pub(super) fn of_status(status: Option<StatusCode>) -> Option<Self> {
        let kind = ErrorKind::from_status(status?);
        (kind != ErrorKind::Unknown).then(|| Verdict {
            meaning: kind.into(),
            by: MatchedBy::Status,
            is_window: false,
        })
    }
}
