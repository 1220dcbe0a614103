//! Any headers at any time: a delay only grows shorter as time goes by.
//!
//! The first four bytes are the time, each further line a header.

#![no_main]

use error_codes::http::{HeaderMap, HeaderName, HeaderValue};
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
    let first = error_codes::read_at(now, None, &headers, "").into_owned();
    let then = error_codes::read_at(now + passed, None, &headers, "").into_owned();
    let (first, then) = (first.retry_after(), then.retry_after());
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
