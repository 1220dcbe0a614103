//! A response to explain.

use crate::{json, text};
use error_codes::{ApiError, HeaderMap, Provider, Reader, StatusCode};
use error_codes_explanation::Explanation;
use std::io::{self, Write};
use std::time::SystemTime;

/// A response to explain.
pub(crate) struct Response {
    pub(crate) provider: Option<&'static Provider>,
    pub(crate) status: Option<StatusCode>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
    /// The time that dates are compared with, instead of the system's.
    pub(crate) now: Option<SystemTime>,
}

impl Response {
    fn reader(&self) -> Reader {
        let reader = Reader::from(self.provider);
        match self.now {
            Some(now) => reader.at(now),
            None => reader,
        }
    }

    /// Reads a response that is an error.
    pub(crate) fn read(&self) -> ApiError<'_> {
        self.reader().read(self.status, &self.headers, &self.body)
    }

    /// Returns the error in a response that may be a success.
    pub(crate) fn error_at(&self, status: StatusCode) -> Option<ApiError<'_>> {
        let reader = self.reader();
        reader.error_in(status, &self.headers, &self.body)
    }

    pub(crate) fn explain(&self, is_json: bool, out: &mut impl Write) -> io::Result<()> {
        if is_json {
            json::write(&self.read(), out)?;
            return writeln!(out);
        }
        let (reader, status) = (self.reader(), self.status);
        let explanation = Explanation::of_response(&reader, status, &self.headers, &self.body);
        text::explain(&explanation, out)
    }
}
