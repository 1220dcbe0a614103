//! The crates with which people send and answer requests, each behind a feature of its name.
//!
//! What reads responses takes `impl Into<Reader>`: a provider such as `&ppio::PROVIDER`, a [`Reader`](crate::Reader), a
//! `&Registry`, or `None` for an unknown provider.

#[cfg(feature = "axum")]
pub mod axum;
#[cfg(feature = "backon")]
pub mod backon;
#[cfg(feature = "reqwest")]
pub mod reqwest;
#[cfg(feature = "reqwest-middleware")]
pub mod reqwest_middleware;
#[cfg(feature = "reqwest-retry")]
pub mod reqwest_retry;
#[cfg(feature = "tower")]
pub mod tower;
#[cfg(feature = "tracing")]
pub mod tracing;
