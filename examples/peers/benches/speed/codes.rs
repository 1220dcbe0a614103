//! From a code to a variant.

use crate::cases::Group;
use error_codes_peers::{codes_26, codes_500, codes_5000};
use rivals::{of_26, of_500, of_5000};
use std::collections::HashMap;
use std::sync::LazyLock;

/// More look-ups than a branch predictor can learn.
const QUERIES: usize = 1 << 12;

macro_rules! groups {
    ($($size:literal: $own:ident, $rivals:ident;)*) => {
        [$(
            {
                static MAP: LazyLock<HashMap<&str, $rivals::Code>> =
                    LazyLock::new(|| $rivals::ENTRIES.iter().copied().collect());
                [("hit", hits as fn(usize) -> Vec<String>), ("miss", misses)].map(|(what, queries)| {
                    let queries = move || queries($size);
                    Group::new(format!("code of {}, {what}", $size))
                        .case("phf::Map", queries, |code| $rivals::BY_PHF.get(code.as_str()).copied())
                        .case("error-codes", queries, |code| $own::Code::from_code(code))
                        .case("match", queries, |code| $rivals::by_match(code))
                        .case("strum::EnumString", queries, |code| code.parse::<$rivals::Code>().ok())
                        .case("HashMap", queries, |code| MAP.get(code.as_str()).copied())
                })
            },
        )*]
    };
}

pub fn groups() -> Vec<Group> {
    let groups = groups! {
        26: codes_26, of_26;
        500: codes_500, of_500;
        5000: codes_5000, of_5000;
    };
    groups.into_iter().flatten().collect()
}

fn hits(size: usize) -> Vec<String> {
    shuffled(&generated::codes(size))
}

/// Returns other texts of similar lengths: with one letter changed, with one letter more, or reversed.
fn misses(size: usize) -> Vec<String> {
    let codes = generated::codes(size).into_iter().enumerate();
    let misses = codes.map(|(at, code)| match at % 3 {
        0 => code.replacen(['e', 'E'], "#", 1),
        1 => code + "s",
        _ => code.chars().rev().collect(),
    });
    shuffled(&misses.collect::<Vec<_>>())
}

/// Returns codes in an order without a pattern, some more than once and some not at all.
fn shuffled(codes: &[String]) -> Vec<String> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as usize % codes.len()
    };
    (0..QUERIES).map(|_| codes[next()].clone()).collect()
}
