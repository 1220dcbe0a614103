//! What is read from the responses of any provider: shapes, successes, delays, scopes, request ids, and the words of codes and
//! messages.

mod delays;
mod ids;
mod scopes;
mod shapes;
mod streams;
mod successes;
mod words;

use error_codes::{ApiError, HeaderMap, HeaderValue, Reader, StatusCode};
use std::fmt::Debug;
use std::time::{Duration, SystemTime};

/// Sunday, 6 November 1994, 08:49:37 GMT: the date in HTTP's own examples.
const NOW: Duration = Duration::from_secs(784_111_777);

/// A reader for an unknown provider, with a fixed clock.
fn reader() -> Reader {
    Reader::new().at(SystemTime::UNIX_EPOCH + NOW)
}

fn headers(lines: &[(&'static str, &str)]) -> HeaderMap {
    let lines = lines.iter();
    lines
        .map(|(name, value)| {
            let value = HeaderValue::from_str(value).unwrap();
            (name.parse().unwrap(), value)
        })
        .collect()
}

/// Reads a response of an unknown provider.
fn read(status: u16, lines: &[(&'static str, &str)], body: &str) -> ApiError<'static> {
    let status = StatusCode::from_u16(status).unwrap();
    reader().read(status, &headers(lines), body).into_owned()
}

/// Reads a message of which nothing else is known but the status.
fn read_message(status: u16, message: &str) -> ApiError<'static> {
    let body = serde_json::json!({ "error": { "message": message } }).to_string();
    read(status, &[], &body)
}

/// Compares several results, and shows all that differ.
#[derive(Default)]
struct Results(Vec<String>);

impl Results {
    fn expect<T: Copy + PartialEq + Debug>(&mut self, what: &str, found: T, expected: T) {
        if found != expected {
            self.0
                .push(format!("{what}: {found:?}, expected {expected:?}"));
        }
    }

    #[track_caller]
    fn assert_all(self) {
        assert!(self.0.is_empty(), "{:#?}", self.0);
    }
}
