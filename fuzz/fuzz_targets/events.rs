//! Any stream, in chunks of any length: where it is cut changes nothing.
//!
//! The first byte chooses the reader, the second the length of the chunks.

#![no_main]

use error_codes::{Provider, providers};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let [reader, length, stream @ ..] = input else {
        return;
    };
    let reader = providers::ALL.get(usize::from(*reader) % (providers::ALL.len() + 1));
    let whole = first(reader, [stream].into_iter());
    let cut = first(reader, stream.chunks(usize::from(*length).max(1)));
    assert_eq!(whole, cut);
});

/// The first error of a stream, as it is printed.
fn first<'s>(
    reader: Option<&&'static Provider>,
    mut chunks: impl Iterator<Item = &'s [u8]>,
) -> Option<String> {
    let mut events = reader.map_or_else(Default::default, |provider| provider.event_reader());
    let error = chunks.find_map(|chunk| events.push(chunk));
    let error = error.or_else(|| events.finish())?;
    Some(serde_json::to_string(&error).unwrap())
}
