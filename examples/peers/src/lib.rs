//! Libraries that say what an error response means, side by side, and the generated tables of the benches.

#![forbid(unsafe_code)]

pub mod readers;

include!(concat!(env!("OUT_DIR"), "/tables.rs"));
