//! Reads any body with any status code and any reader: it gives an error that keeps the body and can be printed and rendered.
//!
//! The first byte selects the reader, the second the status code.

#![no_main]

use error_codes::{BodyShape, HeaderMap, Reader, StatusCode, providers};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let [reader, status, body @ ..] = input else {
        return;
    };
    let status = StatusCode::from_u16(u16::from(*status) * 3).ok();
    let headers = HeaderMap::new();
    let provider = providers::ALL.get(usize::from(*reader) % (providers::ALL.len() + 1));
    let error = Reader::from(provider.copied()).read(status, &headers, body);
    assert_eq!((error.status(), error.body()), (status, body));
    let printed = serde_json::to_value(&error).unwrap();
    assert_eq!(printed["kind"].as_str(), Some(error.kind().as_str()));
    for response in [error.render(), error.render_in(BodyShape::ANTHROPIC)] {
        serde_json::from_str::<serde_json::Value>(response.body()).unwrap();
    }
    let shown = (error.to_string(), format!("{error:?}"));
    let owned = error.into_owned();
    assert_eq!((owned.to_string(), format!("{owned:?}")), shown);
});
