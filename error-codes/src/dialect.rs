//! The words and statuses that a shape has for the kinds, so that an answer in it has nobody else's.

use crate::kind::ErrorKind;
use http::StatusCode;

/// Whose words stand in the fields of a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    OpenAi,
    Anthropic,
    Google,
    /// No words are known, so this library's own stand there.
    Own,
}

impl Dialect {
    pub(crate) fn error_type(self, kind: ErrorKind) -> &'static str {
        match self {
            Dialect::OpenAi => kind.openai_type(),
            Dialect::Anthropic => kind.anthropic_type(),
            Dialect::Google | Dialect::Own => kind.as_str(),
        }
    }

    /// The code: a closed list at Google, free elsewhere.
    pub(crate) fn code(self, kind: ErrorKind, sent: Option<&str>) -> Option<&str> {
        match self {
            Dialect::Google => Some(kind.grpc_code()),
            _ => sent,
        }
    }

    /// The status that goes with the words, where it is not the usual one of the kind.
    pub(crate) fn status(self, kind: ErrorKind) -> Option<StatusCode> {
        match (self, kind) {
            (Dialect::Anthropic, ErrorKind::Unavailable) => OVERLOADED,
            _ => None,
        }
    }

    /// Whether a status that says what the kind says may stay. OpenAI's clients choose their exception by the status: they
    /// know a few below 500, and all from there on are one to them.
    pub(crate) fn keeps(self, status: StatusCode, kind: ErrorKind) -> bool {
        match (self, status.as_u16()) {
            (Dialect::OpenAi, 400 | 401 | 403 | 404 | 409 | 422 | 429) => true,
            (Dialect::OpenAi, _) => status.is_server_error() && kind.status().is_server_error(),
            _ => status.is_client_error() || status.is_server_error(),
        }
    }

    /// Whether a field without a value is written as `null` and not left out.
    pub(crate) fn writes_null(self) -> bool {
        self == Dialect::OpenAi
    }
}

/// Anthropic's `529`, which its page pairs with `overloaded_error`.
const OVERLOADED: Option<StatusCode> = match StatusCode::from_u16(529) {
    Ok(status) => Some(status),
    Err(_) => None,
};
