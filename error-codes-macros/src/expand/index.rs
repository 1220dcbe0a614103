//! Lays down the indexes of a table, as the crate at run time looks into them: see `table/index.rs` there.

use super::hash;
use super::row::{Row, known_by};
use std::cmp::Reverse;
use std::collections::HashMap;

/// Returns the index by name.
pub(super) fn names(rows: &[Row]) -> Vec<u32> {
    let mut names = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        if let Some(row) = row.sound() {
            for name in known_by(row) {
                names.push([hash::of_name(&name.text), short(at), 0]);
            }
        }
    }
    filled(names)
}

/// The words that most messages of errors have, the most common first.
const COMMON: &str = "the request model please error is to your not for limit message code you api this or in exceeded \
    invalid rate id try tokens a again type of and have at too key has on account reached access failed \
    requests be more maximum input with no status quota";

/// Returns the index by message: by the rarest of its keywords. That is one that is not common at all, then the one that the
/// fewest messages of the table have, then the longest.
pub(super) fn messages(rows: &[Row]) -> Vec<u32> {
    let mut common = HashMap::new();
    for (rank, (word, _)) in hash::keywords(COMMON).into_iter().rev().enumerate() {
        common.insert(word, rank);
    }
    let mut messages = Vec::new();
    let mut uses: HashMap<u32, usize> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        let Some(row) = row.sound() else { continue };
        for message in &row.key.messages {
            let keywords = hash::keywords(message.literal.value());
            for (word, _) in &keywords {
                *uses.entry(*word).or_default() += 1;
            }
            messages.push((short(at), keywords));
        }
    }
    let mut entries = Vec::new();
    for (at, keywords) in messages {
        let rarest = keywords
            .iter()
            .min_by_key(|(word, length)| (common.get(word), uses.get(word), Reverse(*length)));
        let anchor = rarest.map_or(hash::NO_WORD, |(word, _)| *word);
        let [low, high] = hash::bits(&keywords);
        entries.push([anchor, at, 0, low, high]);
    }
    filled(entries)
}

/// Links the entries of each bucket.
fn filled<const WIDTH: usize>(mut entries: Vec<[u32; WIDTH]>) -> Vec<u32> {
    let buckets = entries.len().next_power_of_two();
    let mut heads = vec![0; buckets];
    for (at, entry) in entries.iter_mut().enumerate().rev() {
        let head = &mut heads[entry[0] as usize & (buckets - 1)];
        entry[2] = std::mem::replace(head, short(at + 1));
    }
    let mut words = vec![short(buckets)];
    words.extend_from_slice(&heads);
    for entry in &entries {
        words.extend_from_slice(entry);
    }
    words
}

/// No table has so many rows that a position in it does not fit.
pub(super) fn short(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
