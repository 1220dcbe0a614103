//! Reads any stream in chunks of any length: the result does not depend on where the stream is split.
//!
//! The first byte selects the reader, the second the length of the chunks.

#![no_main]

use error_codes::{Reader, StreamError, providers};
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

/// Returns the first error of a stream as JSON, where its event begins, and how far the stream was read.
fn first<'s>(
    reader: &Reader,
    chunks: impl Iterator<Item = &'s [u8]>,
) -> Option<(String, usize, usize)> {
    let mut events = reader.event_reader();
    let mut length = 0;
    for chunk in chunks {
        if let Some(error) = events.push(chunk) {
            return Some(located(&error, length));
        }
        length += chunk.len();
        assert!(events.pending() <= length);
    }
    Some(located(&events.finish()?, length))
}

fn located(error: &StreamError, before: usize) -> (String, usize, usize) {
    let json = serde_json::to_string(&error.error).unwrap();
    (json, before + error.start - error.before, before + error.end)
}
