//! The servers of the examples, as a library, because some examples and the tests talk to them.

#![forbid(unsafe_code)]

mod events;
pub mod gateway;
pub mod mock;
mod server;

pub use server::{Server, client};
