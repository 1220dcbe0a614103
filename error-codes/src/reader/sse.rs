//! Errors in event streams.

use super::Reader;
use crate::error::ApiError;
use core::fmt;

impl Reader {
    /// Creates a reader of one event stream.
    #[must_use]
    pub fn event_reader(&self) -> EventReader {
        EventReader {
            reader: self.clone(),
            line: Vec::new(),
            is_error_event: false,
        }
    }
}

/// Watches an event stream (`text/event-stream`) chunk by chunk and returns the error when one comes.
///
/// Chunks can be split anywhere. Nothing is kept but the line that has not ended yet, and of that at most
/// [`LINE_LIMIT`](Self::LINE_LIMIT) bytes: the rest of a longer line is skipped, and what was kept is read.
///
/// ```
/// use error_codes::{ErrorKind, Reader, providers::ppio};
///
/// let mut events = Reader::provider(&ppio::PROVIDER).event_reader();
/// assert!(events.push(b"data: {\"choices\":[]}\n\ndata: {\"reason\":\"RATE_LIM").is_none());
/// let error = events.push(b"IT_EXCEEDED\",\"message\":\"slow down\"}\n");
/// assert_eq!(error.map(|error| error.kind()), Some(ErrorKind::RateLimited));
/// ```
#[derive(Clone)]
pub struct EventReader {
    reader: Reader,
    line: Vec<u8>,
    is_error_event: bool,
}

/// A reader for the stream of an unknown provider.
impl Default for EventReader {
    fn default() -> Self {
        Reader::new().event_reader()
    }
}

/// Of the line that has not ended yet only its length, because nobody can tell what it contains.
impl fmt::Debug for EventReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventReader")
            .field("reader", &self.reader)
            .field("line", &format_args!("{} bytes", self.line.len()))
            .field("is_error_event", &self.is_error_event)
            .finish()
    }
}

impl EventReader {
    /// How much of a line is kept, in bytes.
    pub const LINE_LIMIT: usize = 64 * 1024;

    /// Takes the next chunk of the body, and returns the first error whose line ends in it. What follows that line in the
    /// chunk is ignored.
    pub fn push(&mut self, chunk: &[u8]) -> Option<ApiError<'static>> {
        let mut rest = chunk;
        while let Some(end) = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')) {
            self.keep(&rest[..end]);
            rest = &rest[end + 1..];
            let line = std::mem::take(&mut self.line);
            let error = self.line(&line);
            // The next line reuses the allocation.
            self.line = line;
            self.line.clear();
            if error.is_some() {
                return error;
            }
        }
        self.keep(rest);
        None
    }

    /// Returns the error of a last line without a line end, once the body has ended.
    #[must_use]
    pub fn finish(mut self) -> Option<ApiError<'static>> {
        let line = std::mem::take(&mut self.line);
        self.line(&line)
    }

    fn keep(&mut self, part: &[u8]) {
        let room = Self::LINE_LIMIT.saturating_sub(self.line.len());
        self.line.extend_from_slice(&part[..part.len().min(room)]);
    }

    /// Takes one line, for a caller who splits the stream into lines.
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
            Some(self.reader.read_event(data))
        } else {
            self.reader.error_in_event(data)
        };
        error.map(ApiError::into_owned)
    }
}
