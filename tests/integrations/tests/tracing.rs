//! What a subscriber sees.

use crate::ppio_error;
use error_codes::ApiError;
use serde_json::{Value, json};
use std::io::{self, Write};
use std::sync::{Arc, Mutex};
use tracing::Level;
use tracing::field::Empty;

/// The lines that a subscriber writes while `run` runs, as JSON.
fn lines(run: impl FnOnce()) -> Vec<Value> {
    let written = Written::default();
    let writer = written.clone();
    let subscriber = tracing_subscriber::fmt()
        .json()
        .without_time()
        .with_target(false)
        .with_max_level(Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    tracing::subscriber::with_default(subscriber, run);
    let text = written.0.lock().expect("no panic").clone();
    let text = String::from_utf8(text).expect("text");
    let lines = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"));
    lines.collect()
}

#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no panic").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn fields(error: &ApiError<'_>, level: Level) -> Value {
    let [line] = lines(|| error.report(level)).try_into().expect("one line");
    assert_eq!(line["level"], level.as_str());
    line["fields"].clone()
}

#[test]
fn an_error_is_an_event_with_opentelemetrys_names() {
    let headers = [("retry-after", "20"), ("x-request-id", "r-1")];
    let error = ppio_error(429, &headers, "RATE_LIMIT_EXCEEDED");
    assert_eq!(
        fields(&error, Level::WARN),
        json!({
            "message": "PPIO: rate_limited (RATE_LIMIT_EXCEEDED, 429): it failed",
            "error.type": "RATE_LIMIT_EXCEEDED",
            "http.response.status_code": 429,
            "gen_ai.provider.name": "ppio",
            "error.kind": "rate_limited",
            "error.retry": "after_reset",
            "error.retry_after_ms": 20_000,
            "error.scope": "key",
            "error.request_id": "r-1",
        })
    );
}

#[test]
fn a_code_that_no_table_knows_does_not_become_a_type() {
    let error_type =
        |status, code| fields(&ppio_error(status, &[], code), Level::INFO)["error.type"].clone();
    assert_eq!(error_type(503, "req-8e1f"), "unavailable");
    assert_eq!(error_type(302, "req-8e1f"), "_OTHER");
}

#[test]
fn every_level_is_kept() {
    let error = ppio_error(500, &[], "TASK_FAILED");
    for level in [
        Level::ERROR,
        Level::WARN,
        Level::INFO,
        Level::DEBUG,
        Level::TRACE,
    ] {
        assert_eq!(fields(&error, level)["error.kind"], "internal");
    }
}

#[test]
fn a_span_takes_the_fields_that_it_declares() {
    let error = ppio_error(500, &[], "TASK_FAILED");
    let lines = lines(|| {
        let span =
            tracing::info_span!("chat", error.type = Empty, http.response.status_code = Empty);
        error.record(&span);
        span.in_scope(|| tracing::info!("done"));
    });
    assert_eq!(lines[0]["span"]["error.type"], "TASK_FAILED");
    assert_eq!(lines[0]["span"]["http.response.status_code"], 500);
}
