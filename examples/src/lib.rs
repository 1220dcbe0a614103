//! The servers of the examples, as a library, because some examples and the tests talk to them.

#![forbid(unsafe_code)]

mod events;
pub mod gateway;
pub mod mock;
mod names;
mod server;
mod upstream;

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
