//! The index of a table: open addressing over the hashes of its names, computed while the table is compiled.

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
#[expect(
    clippy::cast_possible_truncation,
    reason = "a table of four thousand million rows cannot be compiled"
)]
pub const fn build<const SIZE: usize>(rows: &[Row]) -> [u32; SIZE] {
    let mut index = [0; SIZE];
    let mut at = 0;
    while at < rows.len() {
        let mut name = 0;
        while name < rows[at].name_count() {
            let mut place = hash(rows[at].name_at(name).as_bytes()) & (SIZE - 1);
            while index[place] != 0 {
                place = (place + 1) & (SIZE - 1);
            }
            index[place] = at as u32 + 1;
            name += 1;
        }
        at += 1;
    }
    index
}

/// The rows that may have this name: those from the place of its hash up to a free place, or all if there is no index.
pub(crate) fn candidates(
    index: &'static [u32],
    rows: usize,
    name: &str,
) -> impl Iterator<Item = usize> + use<> {
    let start = hash(name.as_bytes());
    let steps = if index.is_empty() { rows } else { index.len() };
    (0..steps).map_while(move |step| {
        if index.is_empty() {
            return Some(step);
        }
        let entry = *index.get(start.wrapping_add(step) & (index.len() - 1))?;
        (entry as usize).checked_sub(1)
    })
}

/// Eight bytes at a time, as rustc's own hash of short keys does it.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the low bits are all that an index of this size uses"
)]
const fn hash(bytes: &[u8]) -> usize {
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
    (state ^ (state >> 32)) as usize
}
