#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod answer;
mod body;
mod delay;
mod dialect;
mod error;
mod evidence;
mod headers;
mod index;
mod json;
mod kind;
mod message;
mod passed_on;
mod provider_error;
pub mod providers;
mod read;
mod render;
mod retry;
mod scope;
mod stream;
mod table;
mod template;
mod text;
mod word;
mod words;

pub use answer::{ApiError, Match, MatchedBy};
pub use body::{BodyShape, Place};
pub use delay::{DelaySource, RetryAfter};
pub use error::{UnknownCode, UnknownProvider, UnknownWord};
pub use http;
pub use index::{Index, Indexed, index_size};
pub use kind::ErrorKind;
pub use provider_error::ProviderError;
pub use providers::provider;
pub use read::{read, read_at};
pub use retry::RetryHint;
pub use scope::Scope;
pub use stream::{EventReader, error_in, error_in_event};
pub use table::{Provider, Row, Section, StatusPattern};

/// Turns a provider's error page into enums, look-up tables and documentation.
#[macro_export]
macro_rules! provider_errors {
    ($($table:tt)*) => {
        $crate::__private::provider_errors! { crate = $crate; $($table)* }
    };
}

/// What the macro's code refers to beside the public items. Not part of the interface.
#[doc(hidden)]
pub mod __private {
    pub use crate::provider_error::{deserialize, parse, serialize};
    pub use crate::table::{Declared, rows, variants};
    pub use error_codes_macros::provider_errors;
    pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
    pub use std::string::String;
}
