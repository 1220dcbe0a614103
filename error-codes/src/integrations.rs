//! The crates with which people send and answer requests, each behind a feature of its name.
//!
//! The documentation of each says which status codes and bodies it sees, when it waits, and what it does with a request that
//! cannot be cloned.
//!
//! What reads responses takes `impl Into<Reader>`: a provider such as `&ppio::PROVIDER`, a [`Reader`](crate::Reader), a
//! `&Registry`, or `None` for an unknown provider.

#[cfg(any(
    feature = "reqwest-middleware",
    all(feature = "reqwest", feature = "tower")
))]
mod attempt;
#[cfg(feature = "axum")]
pub mod axum;
#[cfg(feature = "backon")]
pub mod backon;
#[cfg(any(feature = "reqwest-middleware", feature = "tower"))]
mod clock;
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
