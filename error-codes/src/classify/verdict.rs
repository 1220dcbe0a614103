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
    pub(super) fn with_scope(self, scope: Scope) -> Self {
        let meaning = Meaning {
            scope,
            ..self.meaning
        };
        Verdict { meaning, ..self }
    }

    /// Takes the hint and the scope of the row that was refined where a sign says that the same happened and leaves them open.
    pub(super) fn completed_by(self, row: &Row) -> Self {
        let Meaning { kind, retry, scope } = self.meaning;
        if kind != row.kind() {
            return self;
        }
        let is_open = (retry == kind.retry(), scope == kind.scope());
        Verdict {
            meaning: Meaning {
                kind,
                retry: if is_open.0 { row.retry() } else { retry },
                scope: if is_open.1 { row.scope() } else { scope },
            },
            ..self
        }
    }

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
