#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod classify;
mod cost;
mod error;
pub mod integrations;
mod message;
mod policy;
pub mod providers;
mod reader;
mod redact;
mod registry;
mod render;
mod response;
mod scan;
mod table;
mod vocabulary;

pub use classify::MatchedBy;
pub use error::{ApiError, Error, UnknownProvider};
#[doc(no_inline)]
pub use http::{HeaderMap, HeaderValue, StatusCode};
pub use policy::failover;
#[cfg(feature = "retry")]
pub use policy::{Resend, Retries, RetryBudget, RetryPolicy};
pub use providers::provider;
pub use reader::{ErrorParts, EventReader, Reader, StreamError, read};
pub use registry::Registry;
pub use response::{BodyShape, DelaySource, Place, RetryAfter};
pub use table::{
    Entry, InvalidStatusPattern, Provider, ProviderError, ProviderRef, Row, StatusPattern, Table,
    UnknownCode,
};
pub use vocabulary::{ErrorKind, RetryHint, Scope, UnknownWord};

#[doc = include_str!("provider_errors.md")]
#[macro_export]
macro_rules! provider_errors {
    ($($table:tt)*) => {
        $crate::__private::provider_errors! { crate = $crate; $($table)* }
    };
}

/// What the macro's enums implement with the feature `axum`, and nothing without it.
#[cfg(not(feature = "axum"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __into_response {
    ($name:ident) => {};
}

/// What the macro's code refers to besides the public items. Not part of the interface.
#[doc(hidden)]
pub mod __private {
    pub use crate::render::render;
    pub use crate::table::generated::*;
    pub use crate::{__provider_error, __table_items};
    #[cfg(feature = "axum")]
    pub use axum_core::response::{IntoResponse, Response as AxumResponse};
    pub use error_codes_macros::provider_errors;
    pub use http;
    pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
    pub use std::string::String;
}
