//! Reads any headers at any time: a delay never grows as time passes.
//!
//! The first four bytes are the time, each line after them is a header.

#![no_main]

use error_codes::{HeaderMap, HeaderValue, Reader};
use http::HeaderName;
use libfuzzer_sys::fuzz_target;
use std::time::{Duration, SystemTime};

fuzz_target!(|input: &[u8]| {
    let Some((now, lines)) = input.split_first_chunk::<4>() else {
        return;
    };
    let headers = lines.split(|byte| *byte == b'\n').filter_map(header);
    let headers: HeaderMap = headers.take(1000).collect();
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(u32::from_be_bytes(*now).into());
    let passed = Duration::from_millis(1500);
    let delay_at = |now| {
        let reader = Reader::new().at(now);
        reader.read(None, &headers, "").retry_after()
    };
    let (first, then) = (delay_at(now), delay_at(now + passed));
    assert_eq!(first.is_some(), then.is_some());
    let (first, then) = (first.unwrap_or_default(), then.unwrap_or_default());
    assert!(
        first >= then && first - then <= passed,
        "{first:?} {then:?}"
    );
});

fn header(line: &[u8]) -> Option<(HeaderName, HeaderValue)> {
    let colon = line.iter().position(|byte| *byte == b':')?;
    let name = HeaderName::from_bytes(&line[..colon]).ok()?;
    let value = HeaderValue::from_bytes(line[colon + 1..].trim_ascii()).ok()?;
    Some((name, value))
}
