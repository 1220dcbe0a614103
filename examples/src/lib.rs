//! What the examples share: their arguments, the servers, which the tests talk to as well, and the reader of error pages.

#![forbid(unsafe_code)]

mod arguments;
mod events;
pub mod gateway;
pub mod mock;
mod names;
pub mod page;
mod server;
mod upstream;

pub use arguments::{arguments, refuse};
pub use names::provider;
pub use server::{Server, client};

use std::error::Error;
use std::process::ExitCode;

/// Ends a program: with its error in one line, if there is one, and the exit code 1.
#[must_use]
pub fn exit(program: &str, outcome: Result<(), Box<dyn Error>>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{program}: {error}");
            ExitCode::FAILURE
        }
    }
}
