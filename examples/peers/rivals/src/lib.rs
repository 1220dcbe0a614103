//! The codes of the benches as a `match`, an enum of `strum`'s, a map of `phf`'s, and a list to make a `HashMap` of.

#![forbid(unsafe_code)]

include!(concat!(env!("OUT_DIR"), "/rivals.rs"));
