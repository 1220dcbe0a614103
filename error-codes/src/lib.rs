#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod answer;
mod body;
mod delay;
mod dialect;
mod error;
mod evidence;
pub mod failover;
mod headers;
mod index;
mod integrations;
mod json;
mod kind;
mod message;
mod passed_on;
#[cfg(feature = "retry")]
mod policy;
mod provider_error;
pub mod providers;
mod read;
mod render;
mod retry;
mod scope;
mod secret;
mod steps;
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
#[allow(
    unused_imports,
    unreachable_pub,
    reason = "without features there are none"
)]
pub use integrations::*;
pub use kind::ErrorKind;
#[cfg(feature = "retry")]
pub use policy::{Retries, RetryPolicy};
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

/// What the macro's enums have with the feature `axum`, and nothing without it.
#[cfg(not(feature = "axum"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __into_response {
    ($name:ident) => {};
}

/// What the macro's code refers to beside the public items. Not part of the interface.
#[doc(hidden)]
pub mod __private {
    pub use crate::provider_error::{deserialize, parse, serialize};
    pub use crate::table::{Declared, rows, variants};
    #[cfg(feature = "axum")]
    pub use axum_core::response::{IntoResponse, Response as AxumResponse};
    pub use error_codes_macros::provider_errors;
    pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
    pub use std::string::String;
}
