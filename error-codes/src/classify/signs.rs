//! What a response shows that rows can be compared with.

use super::common::kind_of_telling;
use crate::message::{Message, PhrasesFound};
use crate::response::{CODES, Fields, Headers, status};
use crate::vocabulary::ErrorKind;
use core::cell::OnceCell;
use http::StatusCode;

/// What a response shows that rows can be compared with.
pub(crate) struct Signs<'a> {
    /// The status code of the error: that of the response, or one that the body repeats under a success.
    pub(super) status: Option<StatusCode>,
    /// The codes in the body, the more telling ones first; without any, that of a header.
    pub(super) codes: [Option<&'a str>; CODES],
    pub(super) error_type: Option<&'a str>,
    pub(super) message: Option<&'a Message<'a>>,
    /// The title of a page that was sent instead of an error.
    pub(super) title: Option<&'a Message<'a>>,
    /// A text beside the message that may hold the response of an upstream.
    pub(super) nested: Option<&'a str>,
    /// What people say in the message; see [`refine`](super::refine).
    pub(super) said: OnceCell<PhrasesFound>,
}

/// Returns the name behind the namespace that AWS writes before it: `com.amazon.coral.service#ThrottlingException`.
fn without_namespace(name: &str) -> &str {
    let behind = name.as_bytes().iter().rposition(|byte| *byte == b'#');
    behind.map_or(name, |at| &name[at + 1..])
}

impl<'a> Signs<'a> {
    /// `text` is the message of the fields.
    pub(crate) fn new(
        status: Option<StatusCode>,
        headers: Option<&Headers<'a>>,
        fields: &'a Fields<'_>,
        text: Option<&'a Message<'a>>,
    ) -> Self {
        let mut codes = fields.codes.each_ref().map(Option::as_deref);
        codes[0] = codes[0].or_else(|| headers?.code());
        codes[0] = codes[0].map(without_namespace);
        let message = text.filter(|_| !fields.is_page);
        let title = text.filter(|_| fields.is_page);
        Signs {
            status: status
                .filter(|status| status::is_error(*status))
                .or(fields.status)
                .or(status),
            codes,
            error_type: fields.error_type.as_deref().map(without_namespace),
            message,
            title,
            nested: fields.nested.as_deref(),
            said: OnceCell::new(),
        }
    }

    /// Returns the message.
    pub(crate) fn message(&self) -> Option<&'a Message<'a>> {
        self.message
    }

    /// Returns the status code if it is that of an error.
    pub(super) fn error_status(&self) -> Option<StatusCode> {
        self.status.filter(|status| status::is_error(*status))
    }

    /// Returns whether the code or type says no more than that the request is at fault, and the status code agrees: such a response
    /// repeats the request in its message, so only what its message begins with may say more.
    pub(super) fn is_generic_fault(&self) -> bool {
        const GENERIC: [&str; 11] = [
            "invalid_request_error",
            "invalid_request",
            "BadRequest",
            "bad_request",
            "validation_error",
            "InvalidParameter",
            "invalid_parameter",
            "invalid_parameter_error",
            "InvalidArgument",
            "INVALID_ARGUMENT",
            "ValidationException",
        ];
        let mut names = self.codes.iter().chain([&self.error_type]).flatten();
        let is_generic = names.any(|name| GENERIC.contains(name));
        let status = self.status.map(|status| status.as_u16());
        is_generic && matches!(status, None | Some(400 | 404 | 422))
    }

    /// Returns whether the code or type says enough for the message to be about something else: what the caller sent. Then only
    /// what the message begins with counts.
    pub(super) fn may_repeat_request(&self) -> bool {
        self.is_generic_fault()
            || self
                .error_type
                .is_some_and(|name| kind_of_telling(name).is_some())
    }

    /// Returns what a code of common use says happened, if one of the response's does clearly.
    pub(super) fn kind_of_common_code(&self) -> Option<ErrorKind> {
        let mut codes = self.codes.iter().flatten();
        codes.find_map(|code| kind_of_telling(code))
    }

    /// Returns what the status code means by itself.
    pub(super) fn kind_of_status(&self) -> ErrorKind {
        self.error_status()
            .map_or(ErrorKind::Unknown, ErrorKind::from_status)
    }
}
