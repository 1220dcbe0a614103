//! Masking the messages of errors.

use crate::cases::Group;
use crate::mixed;
use error_codes::{ApiError, HeaderMap};

pub const TITLE: &str = "masking a message without a credential";
pub const NAME: &str = "error-codes";

pub fn group() -> Group {
    Group::new(TITLE).case(NAME, errors, |error| {
        error.message().map(|message| message.len())
    })
}

/// Returns the mean length of these messages in bytes.
pub fn mean_length() -> f64 {
    let errors = errors();
    let lengths = errors.iter().filter_map(|error| error.raw_message());
    lengths.map(str::len).sum::<usize>() as f64 / errors.len() as f64
}

/// Returns the mixed responses whose message has no credential, as they were read.
fn errors() -> Vec<ApiError<'static>> {
    let responses = mixed::responses().into_iter();
    let errors = responses
        .map(|response| error_codes::read(None, &HeaderMap::new(), &response.body).into_owned());
    errors
        .filter(|error| {
            error
                .message()
                .is_some_and(|shown| Some(&*shown) == error.raw_message())
        })
        .collect()
}
