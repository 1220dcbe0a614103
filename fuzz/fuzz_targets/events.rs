//! Reads any stream in chunks of any length: the result does not depend on where the stream is split.
//!
//! The first byte selects the reader, the second the length of the chunks.

#![no_main]

use error_codes::{Reader, providers};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let [reader, length, stream @ ..] = input else {
        return;
    };
    let provider = providers::ALL.get(usize::from(*reader) % (providers::ALL.len() + 1));
    let reader = Reader::from(provider.copied());
    let whole = first(&reader, [stream].into_iter());
    let split = first(&reader, stream.chunks(usize::from(*length).max(1)));
    assert_eq!(whole, split);
});

/// Returns the first error of a stream as JSON.
fn first<'s>(reader: &Reader, mut chunks: impl Iterator<Item = &'s [u8]>) -> Option<String> {
    let mut events = reader.event_reader();
    let error = chunks.find_map(|chunk| events.push(chunk));
    let error = error.or_else(|| events.finish())?;
    Some(serde_json::to_string(&error).unwrap())
}
