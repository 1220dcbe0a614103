//! What a response says: its headers, the fields of its body, how long to wait, and whether it is an error at all.

mod body;
mod delay;
mod fields;
mod glance;
mod headers;
mod json;
mod paths;
mod pointer;
mod shape;
pub(crate) mod status;
mod walk;

pub use delay::{DelaySource, RetryAfter};
pub use shape::{BodyShape, Place};

pub(crate) use body::{may_report_error, read, read_nested};
pub(crate) use delay::{Clock, delay, delay_in_message, in_prose};
pub(crate) use fields::{CODES, Fields};
pub(crate) use headers::{Headers, is_request_id};
pub(crate) use shape::Field;
