//! Masks any text: the mask takes the place of a part of it and leaves the rest, a key of a known form does not show whatever
//! stands around it, and what is displayed is one line.

#![no_main]

use error_codes::HeaderMap;
use libfuzzer_sys::fuzz_target;

const KEY: &str = "sk-proj-a0B1c2D3e4F5g6H7i8J9k0L1m2N3";

fuzz_target!(|text: &str| {
    let (masked, line) = printed(text);
    // Stars of the text cannot be told from those of a mask.
    let is_kept = text.contains('*') || is_left(&masked, text);
    assert!(is_kept, "{masked:?} is not what is left of {text:?}");
    assert!(!line.contains(char::is_control), "{line:?}");
    // A text in the middle of which a key stands, behind what is not a letter.
    let middle = (0..=text.len() / 2)
        .rev()
        .find(|&at| text.is_char_boundary(at));
    let (before, after) = text.split_at(middle.unwrap_or(0));
    let (masked, line) = printed(&format!("{before} {KEY} {after}"));
    // The fuzzer learns the key.
    let is_shown = masked.contains(&KEY[8..]) || line.contains(&KEY[8..]);
    assert!(!is_shown || text.contains(&KEY[8..]), "{masked:?}");
});

/// Returns the message and the line that an error with this message shows.
fn printed(text: &str) -> (String, String) {
    let body = serde_json::json!({ "error": { "message": text } }).to_string();
    let headers = HeaderMap::new();
    let error = error_codes::read(None, &headers, &body);
    (
        error.message().unwrap_or_default().into_owned(),
        error.to_string(),
    )
}

/// Returns whether the parts between the masks are in the text, in this order.
fn is_left(masked: &str, text: &str) -> bool {
    let mut rest = Some(text);
    for part in masked.split("***") {
        rest = rest.and_then(|rest| Some(&rest[rest.find(part)? + part.len()..]));
    }
    rest.is_some()
}
