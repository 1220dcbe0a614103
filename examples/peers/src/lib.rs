//! Generated tables for the benches.

#![forbid(unsafe_code)]

include!(concat!(env!("OUT_DIR"), "/tables.rs"));
