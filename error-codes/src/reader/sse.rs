//! Errors in streams: of events, of JSON lines, of the elements of a JSON array.

use super::Reader;
use super::event::Found;
use super::kept::Kept;
use super::lines::Lines;
use super::stream_error::StreamError;
use core::fmt;

impl Reader {
    /// Creates a reader of one stream.
    #[must_use]
    pub fn event_reader(&self) -> EventReader {
        EventReader {
            lines: Lines::new(self.clone()),
        }
    }
}

/// Watches a stream chunk by chunk and returns the error when one comes.
///
/// The stream is one of events (`text/event-stream`), of JSON objects, one a line or printed over many lines, or of the
/// elements of a JSON array; a body that is one JSON object is a stream of one. Chunks can be split anywhere, and lines end in
/// `\n`, `\r\n` or `\r`. An error is returned with the byte that completes it: the end of a line of `data:` that completes its
/// JSON, the empty line after any other event, or the closing brace of an object outside events.
///
/// Nothing is kept but the event that has not ended yet, and of that at most [`LINE_LIMIT`](Self::LINE_LIMIT) bytes. Of a
/// longer one the beginning is read, and whatever follows an `error` key further on.
///
/// ```
/// use error_codes::{ErrorKind, Reader, providers::ppio};
///
/// let mut events = Reader::provider(&ppio::PROVIDER).event_reader();
/// assert!(events.push(b"data: {\"choices\":[]}\n\ndata: {\"reason\":\"RATE_LIM").is_none());
/// let error = events.push(b"IT_EXCEEDED\",\"message\":\"slow down\"}\n");
/// assert_eq!(error.map(|error| error.kind()), Some(ErrorKind::RateLimited));
/// ```
///
/// Where an error begins, and how much is [pending](Self::pending), says what can be passed on:
///
/// ```
/// use error_codes::{EventReader, StreamError};
///
/// /// Passes on what came before an error, and holds back the event that has not ended.
/// fn pass_on(
///     events: &mut EventReader,
///     chunk: &[u8],
///     held: &mut Vec<u8>,
///     out: &mut Vec<u8>,
/// ) -> Result<(), StreamError> {
///     if let Some(error) = events.push(chunk) {
///         out.extend(held.drain(..held.len() - error.before));
///         out.extend(&chunk[..error.start]);
///         return Err(error);
///     }
///     held.extend(chunk);
///     out.extend(held.drain(..held.len() - events.pending()));
///     Ok(())
/// }
///
/// let (mut events, mut held, mut out) = (EventReader::default(), Vec::new(), Vec::new());
/// for chunk in ["data: {}\n\nda", "ta: {\"error\":", "{\"code\":\"x\"}}\n\n"] {
///     if let Err(error) = pass_on(&mut events, chunk.as_bytes(), &mut held, &mut out) {
///         assert_eq!(error.code(), Some("x"));
///     }
/// }
/// assert_eq!(out, b"data: {}\n\n");
/// ```
#[derive(Clone)]
pub struct EventReader {
    lines: Lines,
}

/// A reader for the stream of an unknown provider.
impl Default for EventReader {
    fn default() -> Self {
        Reader::new().event_reader()
    }
}

/// Of the event that has not ended yet only its length, because nobody can tell what it contains.
impl fmt::Debug for EventReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventReader")
            .field("reader", self.lines.reader())
            .field("pending", &format_args!("{} bytes", self.pending()))
            .finish()
    }
}

impl EventReader {
    /// How much of an event is kept, in bytes.
    pub const LINE_LIMIT: usize = Kept::LIMIT;

    /// Reads the next chunk of the body, up to the first error that it completes or to its end.
    pub fn push(&mut self, chunk: &[u8]) -> Option<StreamError> {
        let from = self.lines.position();
        let found = self.lines.read(chunk)?;
        Some(located(found, from, self.lines.position()))
    }

    /// Reads one line, with or without its line end, for a caller who splits the stream into lines. The positions of an error
    /// are those in the line.
    pub fn line(&mut self, line: &[u8]) -> Option<StreamError> {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let from = self.lines.position();
        if let Some(found) = self.lines.read(line) {
            let error = located(found, from, self.lines.position());
            self.lines.skip_line();
            return Some(error);
        }
        let to = self.lines.position();
        let found = self.lines.end_line()?;
        Some(located(found, from, to))
    }

    /// Returns the error of an event that the end of the body completes. It is in no chunk: `start` and `end` are 0.
    #[must_use]
    pub fn finish(mut self) -> Option<StreamError> {
        let found = self.lines.finish()?;
        let end = self.lines.position();
        Some(located(found, end, end))
    }

    /// Returns how many of the bytes read last belong to an event that has not ended, and that may still turn out to report
    /// an error.
    #[must_use]
    pub fn pending(&self) -> usize {
        bytes_between(self.lines.start(), self.lines.position())
    }
}

/// Returns the error with its position in a chunk that begins and ends at these positions of the stream.
fn located(found: Found, from: u64, to: u64) -> StreamError {
    StreamError {
        error: found.error,
        start: bytes_between(from, found.start),
        before: bytes_between(found.start, from),
        end: bytes_between(from, to),
    }
}

/// Returns 0 if the end is before the beginning.
fn bytes_between(from: u64, to: u64) -> usize {
    usize::try_from(to.saturating_sub(from)).unwrap_or(usize::MAX)
}
