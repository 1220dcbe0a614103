//! Errors in streams, in whatever way these are written.

use crate::{Results, reader};
use error_codes::{ErrorKind as Kind, HeaderMap, StatusCode};

const QUOTA: &str = r#"{"error":{"code":"insufficient_balance","message":"no money"}}"#;

#[test]
fn an_error_is_found_in_every_way_to_write_a_stream() {
    let before = "data: {\"choices\":[]}";
    let split = QUOTA.replace(",\"message\"", ",\ndata: \"message\"");
    let filler = "x".repeat(20_000);
    let mut results = Results::default();
    for (what, stream, kind) in [
        (
            "LF",
            format!("{before}\n\ndata: {QUOTA}\n\n"),
            Kind::QuotaExhausted,
        ),
        (
            "CRLF",
            format!("{before}\r\n\r\ndata: {QUOTA}\r\n\r\n"),
            Kind::QuotaExhausted,
        ),
        (
            "CR",
            format!("{before}\r\rdata: {QUOTA}\r\r"),
            Kind::QuotaExhausted,
        ),
        (
            "CRLF after the name",
            "event: error\r\ndata: Rate limit exceeded\r\n\r\n".to_owned(),
            Kind::RateLimited,
        ),
        (
            "several lines of data",
            format!("data: {split}\n\n"),
            Kind::QuotaExhausted,
        ),
        (
            "name after the data",
            "data: Rate limit exceeded\nevent: error\n\n".to_owned(),
            Kind::RateLimited,
        ),
        (
            "byte order mark",
            format!("\u{feff}data: {QUOTA}\n\n"),
            Kind::QuotaExhausted,
        ),
        (
            "byte order mark and name",
            "\u{feff}event: error\ndata: Rate limit exceeded\n\n".to_owned(),
            Kind::RateLimited,
        ),
        (
            "NDJSON",
            format!("{{\"choices\":[]}}\n{QUOTA}\n"),
            Kind::QuotaExhausted,
        ),
        (
            "array",
            format!("[{{\"candidates\":[]}},\n{QUOTA}]"),
            Kind::QuotaExhausted,
        ),
        (
            "error far into a line",
            format!(
                "data: {{\"id\":\"1\",\"object\":\"{filler}\",\"error\":{{\"code\":\"insufficient_balance\",\"message\":\"x\"}}}}\n\n"
            ),
            Kind::QuotaExhausted,
        ),
    ] {
        // By chunks of several sizes.
        for size in [1, 7, stream.len()] {
            let mut events = reader().event_reader();
            let mut chunks = stream.as_bytes().chunks(size);
            let found = chunks.find_map(|chunk| events.push(chunk));
            let found = found.or_else(|| events.finish());
            let found = found.map(|error| error.kind());
            results.expect(&format!("{what} by {size}"), found, Some(kind));
        }
        // As a complete body.
        let headers = HeaderMap::new();
        let found = reader().error_in(StatusCode::OK, &headers, &stream);
        results.expect(
            &format!("{what} as a body"),
            found.map(|error| error.kind()),
            Some(kind),
        );
    }
    results.assert_all();
}
