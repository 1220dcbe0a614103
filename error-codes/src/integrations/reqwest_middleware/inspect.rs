//! What a response says, read without taking anything from it.

use super::body::{Beginning, put_back};
use crate::error::Error;
use crate::integrations::reqwest::{BodyLimits, End, read_body};
use crate::reader::Reader;
use crate::response::status::is_error;
use ::reqwest::Response;
use http::{HeaderMap, header};

/// Which responses are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// Those whose status code is an error.
    Errors,
    /// Those with status codes of successes, too.
    All,
}

/// Returns the response, still whole, and the error that it reports.
pub(super) async fn inspect(
    mut response: Response,
    reader: &Reader,
    scope: Scope,
    limits: BodyLimits,
) -> (Response, Option<Error>) {
    if !is_error(response.status()) {
        match (scope, Content::of(response.headers())) {
            (Scope::All, Content::Json) => {}
            (Scope::All, Content::Stream) => return first_event(response, reader, limits).await,
            _ => return (response, None),
        }
    }
    let read = read(&mut response, limits, |_| false).await;
    let error = error_in(&response, reader, &read, limits);
    (put_back(response, read, error.clone()), error)
}

async fn read(
    response: &mut Response,
    limits: BodyLimits,
    is_enough: impl FnMut(&[u8]) -> bool,
) -> Beginning {
    let mut bytes = Vec::new();
    let end = read_body(response, limits, &mut bytes, is_enough).await;
    Beginning { bytes, end }
}

/// A success is only an error in disguise if its body could be read as a whole, because of half a body nobody can tell.
fn error_in(
    response: &Response,
    reader: &Reader,
    read: &Beginning,
    limits: BodyLimits,
) -> Option<Error> {
    let (status, headers) = (response.status(), response.headers());
    let bytes = &read.bytes[..read.bytes.len().min(limits.bytes)];
    if is_error(status) {
        Some(reader.read_owned(status, headers, bytes))
    } else if matches!(read.end, Ok(End::Complete)) {
        reader.error_in(status, headers, bytes).map(Error::from)
    } else {
        None
    }
}

/// Reads a stream up to its first event, which reports the error of a stream that never began. Comments come before it.
async fn first_event(
    mut response: Response,
    reader: &Reader,
    limits: BodyLimits,
) -> (Response, Option<Error>) {
    let mut events = reader.event_reader();
    let (mut line, mut has_data) = (Line::Start, false);
    let mut error = None;
    let read = read(&mut response, limits, |chunk| {
        error = events.push(chunk);
        has_data = has_data || line.reaches_data(chunk);
        error.is_some() || (has_data && events.pending() == 0)
    })
    .await;
    if matches!(read.end, Ok(End::Complete)) && error.is_none() {
        error = events.finish();
    }
    let error = error.map(Error::from);
    (put_back(response, read, error.clone()), error)
}

/// Where in the lines of a stream a chunk ended, as long as there was no data.
enum Line {
    Start,
    Comment,
}

impl Line {
    /// Reads on, and returns whether there is more than comments and white space, which keep a connection open.
    fn reaches_data(&mut self, chunk: &[u8]) -> bool {
        for byte in chunk {
            match (&self, byte) {
                (_, b'\r' | b'\n') => *self = Line::Start,
                (Line::Start, b':') => *self = Line::Comment,
                (Line::Start, byte) if !byte.is_ascii_whitespace() => return true,
                _ => {}
            }
        }
        false
    }
}

/// What a body is, by its content type.
enum Content {
    Json,
    /// Events, or JSON objects one a line.
    Stream,
    Other,
}

impl Content {
    fn of(headers: &HeaderMap) -> Self {
        let named = headers.get(header::CONTENT_TYPE);
        let name = named.and_then(|value| value.to_str().ok());
        let name = name.unwrap_or_default().to_ascii_lowercase();
        let essence = name.split(';').next().unwrap_or_default().trim();
        match essence {
            "text/event-stream" | "application/x-ndjson" | "application/jsonl" => Content::Stream,
            _ if essence.ends_with("/json") || essence.ends_with("+json") => Content::Json,
            _ => Content::Other,
        }
    }
}
