//! The crates that people send and answer requests with, each behind a feature of its name.

#[cfg(any(feature = "reqwest", feature = "tower"))]
mod answer;
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
mod tracing;
