//! The codes of the benches as a `match`, an enum with `strum`, a map with `phf`, and a list to collect into a `HashMap`.

#![forbid(unsafe_code)]

include!(concat!(env!("OUT_DIR"), "/rivals.rs"));
