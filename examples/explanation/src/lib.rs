//! What the examples tell a person about an error: the same words in a terminal and in a browser.

#![forbid(unsafe_code)]

mod advice;
mod explanation;
mod head;
mod json;

pub use advice::{elsewhere, retry};
pub use explanation::{Explanation, Fact};
pub use head::{parse_header, parse_status, split_head};
pub use json::{object_to_json, to_json};
