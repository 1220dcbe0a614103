//! Errors inside an answer that began as a success: in its body, or as an event of a stream.

use crate::answer::ApiError;
use crate::read::Tables;
use crate::table::Provider;
use core::fmt;
use http::{HeaderMap, StatusCode};

impl Provider {
    /// The error in an answer that may be a success: none if the status is one and the body speaks of no error.
    ///
    /// ```
    /// use error_codes::http::{HeaderMap, StatusCode};
    /// use error_codes::providers::ppio::PROVIDER;
    ///
    /// let headers = HeaderMap::new();
    /// assert!(PROVIDER.error_in(StatusCode::OK, &headers, r#"{"id":"1","choices":[]}"#).is_none());
    ///
    /// let body = r#"{"code":429,"reason":"RATE_LIMIT_EXCEEDED","message":"Too many requests"}"#;
    /// assert!(PROVIDER.error_in(StatusCode::OK, &headers, body).is_some());
    /// ```
    #[must_use]
    pub fn error_in<'a>(
        &'static self,
        status: impl Into<Option<StatusCode>>,
        headers: &'a HeaderMap,
        body: &'a (impl AsRef<[u8]> + ?Sized),
    ) -> Option<ApiError<'a>> {
        Tables::Provider(self).error_in(status.into(), headers, body.as_ref())
    }

    /// The error in the data of a stream's event, what stands behind `data:`; none if the event is an ordinary one.
    ///
    /// ```
    /// use error_codes::providers::modelverse::PROVIDER;
    ///
    /// assert!(PROVIDER.error_in_event(r#"{"choices":[{"delta":{"content":"error"}}]}"#).is_none());
    /// assert!(PROVIDER.error_in_event(r#"{"error":{"code":"rate_limit"}}"#).is_some());
    /// ```
    #[must_use]
    pub fn error_in_event<'a>(
        &'static self,
        data: &'a (impl AsRef<[u8]> + ?Sized),
    ) -> Option<ApiError<'a>> {
        Tables::Provider(self).error_in_event(data.as_ref())
    }

    /// A reader of this provider's event streams.
    #[must_use]
    pub fn event_reader(&'static self) -> EventReader {
        EventReader::new(Tables::Provider(self))
    }
}

/// The error in an answer of a provider that is not known: like [`Provider::error_in`], with every shape and all built-in
/// tables.
///
/// ```
/// use error_codes::http::{HeaderMap, StatusCode};
///
/// let headers = HeaderMap::new();
/// assert!(error_codes::error_in(StatusCode::OK, &headers, r#"{"choices":[]}"#).is_none());
///
/// let body = r#"{"base_resp":{"status_code":1008,"status_msg":"insufficient balance"}}"#;
/// let error = error_codes::error_in(StatusCode::OK, &headers, body);
/// assert!(error.is_some_and(|error| error.kind().is_quota_exhausted()));
/// ```
#[must_use]
pub fn error_in<'a>(
    status: impl Into<Option<StatusCode>>,
    headers: &'a HeaderMap,
    body: &'a (impl AsRef<[u8]> + ?Sized),
) -> Option<ApiError<'a>> {
    Tables::All.error_in(status.into(), headers, body.as_ref())
}

/// The error in the data of an event of a provider that is not known: like [`Provider::error_in_event`], with every shape
/// and all built-in tables.
///
/// ```
/// assert!(error_codes::error_in_event(r#"{"choices":[]}"#).is_none());
///
/// let error = error_codes::error_in_event(r#"{"error":{"code":"rate_limit_exceeded","message":"Slow down"}}"#);
/// assert!(error.is_some_and(|error| error.kind().is_rate_limited()));
/// ```
#[must_use]
pub fn error_in_event(data: &(impl AsRef<[u8]> + ?Sized)) -> Option<ApiError<'_>> {
    Tables::All.error_in_event(data.as_ref())
}

/// Watches the lines of an event stream (`text/event-stream`) and yields the error when one comes.
///
/// Chunks may be cut anywhere. Nothing is kept beyond the line that has not ended yet, and of that no more than
/// [`LINE_LIMIT`](Self::LINE_LIMIT) bytes: what exceeds it is passed over, and the line is read as far as it was kept.
///
/// ```
/// use error_codes::{ErrorKind, providers::ppio};
///
/// let mut events = ppio::PROVIDER.event_reader();
/// assert!(events.push(b"data: {\"choices\":[]}\n\ndata: {\"reason\":\"RATE_LIM").is_none());
/// let error = events.push(b"IT_EXCEEDED\",\"message\":\"slow down\"}\n");
/// assert_eq!(error.map(|error| error.kind()), Some(ErrorKind::RateLimited));
/// ```
#[derive(Clone)]
pub struct EventReader {
    tables: Tables,
    line: Vec<u8>,
    is_error_event: bool,
}

/// A reader for a provider that is not known.
impl Default for EventReader {
    fn default() -> Self {
        EventReader::new(Tables::All)
    }
}

/// Of the line that has not ended yet its length, because nobody can tell what stands in it.
impl fmt::Debug for EventReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventReader")
            .field("tables", &self.tables)
            .field("line", &format_args!("{} bytes", self.line.len()))
            .field("is_error_event", &self.is_error_event)
            .finish()
    }
}

impl EventReader {
    /// How much of a line is kept, in bytes.
    pub const LINE_LIMIT: usize = 64 * 1024;

    fn new(tables: Tables) -> Self {
        EventReader {
            tables,
            line: Vec::new(),
            is_error_event: false,
        }
    }

    /// Takes the next chunk of the body, and yields the first error whose line ends in it. What follows that line in the
    /// same chunk is not looked at.
    pub fn push(&mut self, chunk: &[u8]) -> Option<ApiError<'static>> {
        let mut rest = chunk;
        while let Some(end) = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
            self.keep(&rest[..end]);
            rest = &rest[end + 1..];
            let line = std::mem::take(&mut self.line);
            let error = self.line(&line);
            // The allocation serves the next line.
            self.line = line;
            self.line.clear();
            if error.is_some() {
                return error;
            }
        }
        self.keep(rest);
        None
    }

    /// The body has ended: yields the error of a last line without an end.
    #[must_use]
    pub fn finish(mut self) -> Option<ApiError<'static>> {
        let line = std::mem::take(&mut self.line);
        self.line(&line)
    }

    fn keep(&mut self, part: &[u8]) {
        let room = Self::LINE_LIMIT.saturating_sub(self.line.len());
        self.line.extend_from_slice(&part[..part.len().min(room)]);
    }

    /// Takes a whole line, for a caller who has lines already.
    pub fn line(&mut self, line: &[u8]) -> Option<ApiError<'static>> {
        let line = line.trim_ascii();
        if line.is_empty() {
            self.is_error_event = false;
            return None;
        }
        if let Some(name) = line.strip_prefix(b"event:") {
            self.is_error_event = name.trim_ascii() == b"error";
            return None;
        }
        let data = line.strip_prefix(b"data:")?.trim_ascii();
        let error = if self.is_error_event {
            Some(self.tables.read_event(data))
        } else {
            self.tables.error_in_event(data)
        };
        error.map(ApiError::into_owned)
    }
}
