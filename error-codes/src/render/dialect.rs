//! The types, codes and status codes that the clients of a shape know for each kind.

use crate::vocabulary::ErrorKind;
use http::StatusCode;

/// Whose types and codes a shape uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    OpenAi,
    Anthropic,
    Google,
    /// None are known: this library's own names.
    Own,
}

impl Dialect {
    /// Returns the value of `type`.
    pub(crate) fn error_type(self, kind: ErrorKind) -> &'static str {
        match self {
            Dialect::OpenAi => kind.openai_type(),
            Dialect::Anthropic => kind.anthropic_type(),
            Dialect::Google | Dialect::Own => kind.as_str(),
        }
    }

    /// Returns the code: Google has a closed list, elsewhere any code is allowed.
    pub(crate) fn code(self, kind: ErrorKind, sent: Option<&str>) -> Option<&str> {
        match self {
            Dialect::Google => Some(kind.grpc_code()),
            _ => sent,
        }
    }

    /// Returns the status code that goes with the type, if it is not the usual one of the kind.
    pub(crate) fn status(self, kind: ErrorKind) -> Option<StatusCode> {
        match (self, kind) {
            (Dialect::Anthropic, ErrorKind::Unavailable) => OVERLOADED,
            _ => None,
        }
    }

    /// Returns whether a status code that means what the kind means may be kept. OpenAI's clients choose their exception
    /// by the status code: they know a few below 500, and treat all others alike.
    pub(crate) fn keeps(self, status: StatusCode, kind: ErrorKind) -> bool {
        match (self, status.as_u16()) {
            (Dialect::OpenAi, 400 | 401 | 403 | 404 | 409 | 422 | 429) => true,
            (Dialect::OpenAi, _) => status.is_server_error() && kind.status().is_server_error(),
            _ => status.is_client_error() || status.is_server_error(),
        }
    }

    /// Returns whether a field without a value is rendered as `null` rather than left out.
    pub(crate) fn writes_null(self) -> bool {
        self == Dialect::OpenAi
    }
}

/// Anthropic's `529`, which its error page pairs with `overloaded_error`.
const OVERLOADED: Option<StatusCode> = match StatusCode::from_u16(529) {
    Ok(status) => Some(status),
    Err(_) => None,
};
