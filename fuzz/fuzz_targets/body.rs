//! Any body, with any status, read by anybody: it is an answer, it is kept, and it can be printed.
//!
//! The first byte chooses the reader, the second the status.

#![no_main]

use error_codes::http::{HeaderMap, StatusCode};
use error_codes::{BodyShape, providers};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let [reader, status, body @ ..] = input else {
        return;
    };
    let status = StatusCode::from_u16(u16::from(*status) * 3).ok();
    let headers = HeaderMap::new();
    let error = match providers::ALL.get(usize::from(*reader) % (providers::ALL.len() + 1)) {
        Some(provider) => provider.read(status, &headers, body),
        None => error_codes::read(status, &headers, body),
    };
    assert_eq!((error.status(), error.body()), (status, body));
    let printed = serde_json::to_value(&error).unwrap();
    assert_eq!(printed["kind"].as_str(), Some(error.kind().as_str()));
    for answer in [error.render(), error.render_in(BodyShape::ANTHROPIC)] {
        serde_json::from_str::<serde_json::Value>(answer.body()).unwrap();
    }
    let shown = (error.to_string(), format!("{error:?}"));
    let owned = error.into_owned();
    assert_eq!((owned.to_string(), format!("{owned:?}")), shown);
});
