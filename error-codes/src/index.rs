//! The two indexes of a table, by name and by a word of the message: open addressing over hashes, computed while the table
//! is compiled.

use crate::table::Row;

/// How many places the index of these rows has: a power of two, at least twice the number of names.
#[must_use]
pub const fn size(rows: &[Row]) -> usize {
    let mut names = 0;
    let mut at = 0;
    while at < rows.len() {
        names += rows[at].name_count();
        at += 1;
    }
    (names * 2 + 1).next_power_of_two()
}

/// The index of these rows: for each name its row's number and one, in the first free place from the name's hash on.
#[must_use]
pub const fn build<const SIZE: usize>(rows: &[Row]) -> [u64; SIZE] {
    let mut index = [0; SIZE];
    let mut at = 0;
    while at < rows.len() {
        let mut name = 0;
        while name < rows[at].name_count() {
            let hash = hash(rows[at].name_at(name).as_bytes());
            index[free_place(&index, hash)] = entry(hash, at);
            name += 1;
        }
        at += 1;
    }
    index
}

/// How many places the index of these rows' messages has.
#[must_use]
pub const fn word_size(rows: &[Row]) -> usize {
    let mut messages = 0;
    let mut at = 0;
    while at < rows.len() {
        if rows[at].message().is_some() {
            messages += 1;
        }
        at += 1;
    }
    (messages * 2 + 1_usize).next_power_of_two()
}

/// The index of these rows' messages by one word of each, which a message that fits cannot lack.
#[must_use]
pub const fn build_words<const SIZE: usize>(rows: &[Row]) -> [u64; SIZE] {
    let mut index = [0; SIZE];
    let mut at = 0;
    while at < rows.len() {
        if rows[at].message().is_some() {
            let hash = rows[at].required_words().anchor;
            index[free_place(&index, hash)] = entry(hash, at);
        }
        at += 1;
    }
    index
}

/// The rows that may have this name, or all if there is no index.
pub(crate) fn named(
    index: &'static [u64],
    rows: usize,
    name: &str,
) -> impl Iterator<Item = usize> + use<> {
    candidates(index, rows, hash(name.as_bytes()))
}

/// The rows whose message may have this word, or all if there is no index.
pub(crate) fn worded(
    index: &'static [u64],
    rows: usize,
    word: u32,
) -> impl Iterator<Item = usize> + use<> {
    candidates(index, rows, word)
}

/// The rows with this hash, which stand from its place up to a free one.
fn candidates(
    index: &'static [u64],
    rows: usize,
    hash: u32,
) -> impl Iterator<Item = usize> + use<> {
    let steps = if index.is_empty() { rows } else { index.len() };
    let entries = (0..steps).map_while(move |step| {
        if index.is_empty() {
            return Some(entry(hash, step));
        }
        let place = (hash as usize).wrapping_add(step) & (index.len() - 1);
        index.get(place).copied().filter(|entry| *entry != FREE)
    });
    entries
        .filter(move |entry| entry >> 32 == u64::from(hash))
        .map(row)
}

const FREE: u64 = 0;

/// A hash, and under it the row's number and one.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a table of four thousand million rows cannot be compiled"
)]
const fn entry(hash: u32, row: usize) -> u64 {
    (hash as u64) << 32 | (row as u32 + 1) as u64
}

/// The row's number in an entry.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the low half is what `entry` put there"
)]
const fn row(entry: u64) -> usize {
    (entry as u32).saturating_sub(1) as usize
}

const fn free_place<const SIZE: usize>(index: &[u64; SIZE], hash: u32) -> usize {
    let mut place = hash as usize & (SIZE - 1);
    while index[place] != FREE {
        place = (place + 1) & (SIZE - 1);
    }
    place
}

/// Eight bytes at a time, as rustc's own hash of short keys does it.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the low half is all that an index uses"
)]
const fn hash(bytes: &[u8]) -> u32 {
    const FACTOR: u64 = 0x517c_c1b7_2722_0a95;
    let mut state = bytes.len() as u64;
    let mut rest = bytes;
    while let Some((chunk, after)) = rest.split_first_chunk::<8>() {
        state = (state.rotate_left(5) ^ u64::from_le_bytes(*chunk)).wrapping_mul(FACTOR);
        rest = after;
    }
    let mut tail = 0;
    let mut at = 0;
    while at < rest.len() {
        tail = tail << 8 | rest[at] as u64;
        at += 1;
    }
    state = (state.rotate_left(5) ^ tail).wrapping_mul(FACTOR);
    (state ^ (state >> 32)) as u32
}
