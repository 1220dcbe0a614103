//! The two indexes of a table, by name and by a word of the message, computed while the table is compiled.
//!
//! An index is one array: the number of buckets; for each bucket the range of its entries; and the entries, bucket by
//! bucket, each a hash over the number of a row. However many names fall into one bucket, computing it takes no longer.

use crate::table::Row;

/// How many places the index of these rows has.
#[must_use]
pub const fn size(rows: &[Row]) -> usize {
    let names = name_count(rows);
    1 + buckets(names) + names
}

/// The index of these rows by name.
#[must_use]
pub const fn build<const SIZE: usize>(rows: &[Row]) -> [u64; SIZE] {
    let mut index = [0; SIZE];
    index[0] = buckets(name_count(rows)) as u64;
    let mut at = 0;
    while at < rows.len() {
        let mut name = 0;
        while name < rows[at].name_count() {
            count(&mut index, hash(rows[at].name_at(name).as_bytes()));
            name += 1;
        }
        at += 1;
    }
    lay_out(&mut index);
    at = 0;
    while at < rows.len() {
        let mut name = 0;
        while name < rows[at].name_count() {
            put(&mut index, hash(rows[at].name_at(name).as_bytes()), at);
            name += 1;
        }
        at += 1;
    }
    index
}

/// How many places the index of these rows' messages has.
#[must_use]
pub const fn word_size(rows: &[Row]) -> usize {
    let messages = message_count(rows);
    1 + buckets(messages) + messages
}

/// The index of these rows' messages by one word of each, which a message that fits cannot lack.
#[must_use]
pub const fn build_words<const SIZE: usize>(rows: &[Row]) -> [u64; SIZE] {
    let mut index = [0; SIZE];
    index[0] = buckets(message_count(rows)) as u64;
    let mut at = 0;
    while at < rows.len() {
        if rows[at].message().is_some() {
            count(&mut index, rows[at].required_words().anchor);
        }
        at += 1;
    }
    lay_out(&mut index);
    at = 0;
    while at < rows.len() {
        if rows[at].message().is_some() {
            put(&mut index, rows[at].required_words().anchor, at);
        }
        at += 1;
    }
    index
}

const fn name_count(rows: &[Row]) -> usize {
    let mut count = 0;
    let mut at = 0;
    while at < rows.len() {
        count += rows[at].name_count();
        at += 1;
    }
    count
}

const fn message_count(rows: &[Row]) -> usize {
    let mut count = 0;
    let mut at = 0;
    while at < rows.len() {
        if rows[at].message().is_some() {
            count += 1;
        }
        at += 1;
    }
    count
}

const fn buckets(entries: usize) -> usize {
    entries.next_power_of_two()
}

/// Where the range of a hash's bucket stands.
#[expect(
    clippy::cast_possible_truncation,
    reason = "`buckets` put the number there, from a `usize`"
)]
const fn bucket(index: &[u64], hash: u32) -> usize {
    1 + (hash as usize & (index[0] as usize).wrapping_sub(1))
}

const fn count(index: &mut [u64], hash: u32) {
    index[bucket(index, hash)] += 1;
}

/// Turns the counts into ranges that begin where the one before will end, and are empty yet.
const fn lay_out(index: &mut [u64]) {
    let mut start = 1 + index[0];
    let mut at = 1;
    while at as u64 <= index[0] {
        let count = index[at];
        index[at] = range(start, start);
        start += count;
        at += 1;
    }
}

/// Puts a row at the end of its bucket's range.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a range lies within the array"
)]
const fn put(index: &mut [u64], hash: u32, row: usize) {
    let bucket = bucket(index, hash);
    let (start, end) = ends(index[bucket]);
    index[end as usize] = (hash as u64) << 32 | row as u64;
    index[bucket] = range(start, end + 1);
}

const fn range(start: u64, end: u64) -> u64 {
    start << 32 | end
}

const fn ends(range: u64) -> (u64, u64) {
    (range >> 32, range & 0xffff_ffff)
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

/// The rows with this hash.
#[expect(
    clippy::cast_possible_truncation,
    reason = "ranges and numbers of rows are those of arrays"
)]
fn candidates(
    index: &'static [u64],
    rows: usize,
    hash: u32,
) -> impl Iterator<Item = usize> + use<> {
    let entries = (!index.is_empty())
        .then(|| ends(index[bucket(index, hash)]))
        .and_then(|(start, end)| index.get(start as usize..end as usize));
    let by_hash = entries
        .unwrap_or_default()
        .iter()
        .filter(move |entry| **entry >> 32 == u64::from(hash))
        .map(|entry| (entry & 0xffff_ffff) as usize);
    let unindexed = if index.is_empty() { rows } else { 0 };
    by_hash.chain(0..unindexed)
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
