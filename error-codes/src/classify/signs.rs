//! What a response shows that rows can be compared with.

use crate::message::Message;
use crate::response::{CODES, Fields, Headers, status};
use crate::vocabulary::ErrorKind;
use http::StatusCode;

/// What a response shows that rows can be compared with.
pub(crate) struct Signs<'a> {
    /// The status code of the error: that of the response, or one that the body repeats under a success.
    pub(super) status: Option<StatusCode>,
    /// The codes in the body, the more telling ones first; without any, that of a header.
    pub(super) codes: [Option<&'a str>; CODES],
    pub(super) error_type: Option<&'a str>,
    pub(super) message: Option<Message<'a>>,
    /// A text beside the message that may hold the response of an upstream.
    pub(super) nested: Option<&'a str>,
}

impl<'a> Signs<'a> {
    pub(crate) fn new(
        status: Option<StatusCode>,
        headers: Option<&Headers<'a>>,
        fields: &'a Fields<'_>,
    ) -> Self {
        let mut codes = fields.codes.each_ref().map(Option::as_deref);
        codes[0] = codes[0].or_else(|| headers?.code());
        let message = fields.message.as_deref().filter(|_| !fields.is_page);
        Signs {
            status: status
                .filter(|status| status::is_error(*status))
                .or(fields.status)
                .or(status),
            codes,
            error_type: fields.error_type.as_deref(),
            message: message.map(Message::new),
            nested: fields.nested.as_deref(),
        }
    }

    /// Returns the message.
    pub(crate) fn message(&self) -> Option<&Message<'a>> {
        self.message.as_ref()
    }

    /// Returns the status code if it is that of an error.
    pub(super) fn error_status(&self) -> Option<StatusCode> {
        self.status.filter(|status| status::is_error(*status))
    }

    /// Returns what the status code means by itself.
    pub(super) fn kind_of_status(&self) -> ErrorKind {
        self.error_status()
            .map_or(ErrorKind::Unknown, ErrorKind::from_status)
    }
}
