//! The indexes of a table: by name, and by a keyword of each message; and the rows whose names have placeholders.
//!
//! An index is one array of words of four bytes: the number of buckets, which is a power of two; for each bucket the number of
//! its first entry, counted from one, or zero; then the entries, each of which has the number of the next one of its bucket.
//! The macro lays down the indexes of its tables as bytes, so nothing has to be filled before the first response is read.

mod hash;

use super::row::Row;
use crate::message::{Keywords, Phrases, Required};
use core::mem;
use hash::hash;
use std::sync::OnceLock;

/// A number of an index, the lowest byte first.
pub(super) type Word = [u8; 4];

/// An entry of an index by name: the hash of the name, the position of its row, and the next entry of its bucket.
type Name = [u32; 3];

/// An entry of an index by message: the keyword, the position of the row, the next entry of its bucket, and a bit for each
/// keyword that the message requires, the lower half first.
type Message = [u32; 5];

/// The indexes of a table as the macro writes them.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "the fields are those of an `IndexView`")]
pub struct StaticIndex {
    pub names: &'static [u8],
    pub messages: &'static [u8],
    pub templates: &'static [usize],
    pub has_status_rows: bool,
}

/// The phrases of a table that is part of the program, compiled on first use.
#[derive(Debug, Default)]
pub struct StaticPhrases(OnceLock<Phrases>);

impl StaticPhrases {
    /// Creates the phrases of a table.
    #[must_use]
    pub const fn new() -> Self {
        StaticPhrases(OnceLock::new())
    }

    pub(super) fn of(&self, rows: &[Row]) -> &Phrases {
        self.0.get_or_init(|| phrases(rows.iter().enumerate()))
    }
}

impl StaticIndex {
    pub(super) fn view(&self) -> IndexView<'_> {
        IndexView {
            names: self.names.as_chunks().0,
            messages: self.messages.as_chunks().0,
            templates: self.templates,
            has_status_rows: self.has_status_rows,
        }
    }
}

/// The indexes of a table that was built at run time, or of the tables of several providers.
#[derive(Clone, Debug)]
pub(super) struct OwnedIndex {
    names: Box<[Word]>,
    messages: Box<[Word]>,
    templates: Box<[usize]>,
    has_status_rows: bool,
}

impl OwnedIndex {
    /// Indexes the rows of a table.
    pub(super) fn of(rows: &[Row]) -> Self {
        let numbered = || (0..).zip(rows);
        let names =
            numbered().flat_map(|(at, row)| row.names().map(move |name| [hash(name), at, 0]));
        let messages = numbered().flat_map(|(at, row)| {
            let required = row.messages().map(Required::by);
            required.map(move |Required { anchor, bits }| {
                let [low, high] = halves(bits);
                [anchor, at, 0, low, high]
            })
        });
        let templates = rows.iter().enumerate();
        let templates = templates.filter(|(_, row)| row.name_templates().next().is_some());
        OwnedIndex {
            names: filled(&names.collect::<Vec<Name>>()),
            messages: filled(&messages.collect::<Vec<Message>>()),
            templates: templates.map(|(at, _)| at).collect(),
            has_status_rows: rows.iter().any(Row::is_status_only),
        }
    }

    /// Indexes the rows of several tables, each given with the position of its first row.
    pub(super) fn merged(tables: &[(usize, IndexView<'_>)]) -> Self {
        let templates = tables.iter().flat_map(|(first, index)| {
            let positions = index.templates.iter();
            positions.map(move |at| first + at)
        });
        OwnedIndex {
            names: merged(tables, |index| buckets::<3>(index.names).1),
            messages: merged(tables, |index| buckets::<5>(index.messages).1),
            templates: templates.collect(),
            has_status_rows: tables.iter().any(|(_, index)| index.has_status_rows),
        }
    }

    pub(super) fn view(&self) -> IndexView<'_> {
        IndexView {
            names: &self.names,
            messages: &self.messages,
            templates: &self.templates,
            has_status_rows: self.has_status_rows,
        }
    }
}

/// The indexes of a table.
#[derive(Clone, Copy, Debug)]
pub(super) struct IndexView<'t> {
    names: &'t [Word],
    messages: &'t [Word],
    /// The positions of the rows whose names have placeholders.
    templates: &'t [usize],
    has_status_rows: bool,
}

impl<'t> IndexView<'t> {
    /// Returns whether a row names nothing but a status.
    pub(super) fn has_status_rows(self) -> bool {
        self.has_status_rows
    }

    /// Returns the positions of the rows whose names have placeholders.
    pub(super) fn with_name_templates(self) -> &'t [usize] {
        self.templates
    }

    /// Returns the positions of the rows that may have this name, in order.
    #[inline]
    pub(super) fn named(self, name: &str) -> Named<'t> {
        let hash = hash(name);
        let (heads, entries) = buckets(self.names);
        Named {
            hash,
            next: first_of(heads, hash),
            entries,
        }
    }

    /// Calls `look` with the position of each row whose message has one of the keywords as its anchor and requires none
    /// that is missing: once for each, in the order of the rows.
    pub(super) fn each_worded(self, keywords: &Keywords, look: impl FnMut(usize)) {
        let (heads, entries) = buckets::<5>(self.messages);
        if entries.is_empty() {
            return;
        }
        let mut found = Positions::NONE;
        let missing = !keywords.bits();
        for word in keywords.iter() {
            let mut next = first_of(heads, word);
            while let Some(entry) = entry(entries, next) {
                let [anchor, row, behind, low, high] = entry.map(u32::from_le_bytes);
                let required = u64::from(low) | u64::from(high) << 32;
                if anchor == word && required & missing == 0 {
                    found.add(row);
                }
                next = behind;
            }
        }
        found.each(look);
    }
}

/// Positions that are found in any order, some of them more than once.
struct Positions {
    first: [u32; POSITIONS],
    count: usize,
    /// Those beyond.
    others: Vec<u32>,
}

/// How many positions are kept without an allocation: more than nearly any message leads to.
const POSITIONS: usize = 32;

impl Positions {
    const NONE: Self = Positions {
        first: [0; POSITIONS],
        count: 0,
        others: Vec::new(),
    };

    fn add(&mut self, position: u32) {
        // A word that is said again and again leads to the same rows.
        if self.count == POSITIONS {
            self.count = sort_once(&mut self.first);
        }
        if let Some(place) = self.first.get_mut(self.count) {
            *place = position;
            self.count += 1;
            return;
        }
        if self.others.len() == self.others.capacity() {
            let count = sort_once(&mut self.others);
            self.others.truncate(count);
        }
        self.others.push(position);
    }

    /// Looks at each of them once, in order.
    fn each(mut self, mut look: impl FnMut(usize)) {
        let first = &mut self.first[..self.count];
        let sorted = if self.others.is_empty() {
            first
        } else {
            self.others.extend_from_slice(first);
            &mut self.others
        };
        let count = sort_once(sorted);
        for position in &sorted[..count] {
            look(*position as usize);
        }
    }
}

/// Orders positions, each of them once, and returns how many there are.
fn sort_once(positions: &mut [u32]) -> usize {
    positions.sort_unstable();
    let mut count = 0;
    for at in 0..positions.len() {
        if count == 0 || positions[count - 1] != positions[at] {
            positions[count] = positions[at];
            count += 1;
        }
    }
    count
}

/// The positions of the rows that may have a name.
#[derive(Clone)]
pub(super) struct Named<'t> {
    hash: u32,
    next: u32,
    entries: &'t [[Word; 3]],
}

impl Iterator for Named<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        loop {
            let [hash, row, next] = entry(self.entries, self.next)?.map(u32::from_le_bytes);
            self.next = next;
            if hash == self.hash {
                return Some(row as usize);
            }
        }
    }
}

/// Compiles the phrases of rows, each known by the number of its row.
pub(super) fn phrases<'t>(rows: impl Iterator<Item = (usize, &'t Row)>) -> Phrases {
    Phrases::new(rows.flat_map(|(at, row)| {
        let phrases = row.phrases();
        phrases.map(move |phrase| (at, row.is_tentative(), phrase))
    }))
}

/// Returns the heads of the buckets and the entries.
#[inline]
fn buckets<const WIDTH: usize>(index: &[Word]) -> (&[Word], &[[Word; WIDTH]]) {
    let Some((count, rest)) = index.split_first() else {
        return (&[], &[]);
    };
    let (heads, entries) = rest
        .split_at_checked(u32::from_le_bytes(*count) as usize)
        .unwrap_or_default();
    (heads, entries.as_chunks().0)
}

/// Returns the number of the first entry in the bucket of a hash.
#[inline]
fn first_of(heads: &[Word], hash: u32) -> u32 {
    let bucket = hash as usize & heads.len().wrapping_sub(1);
    heads
        .get(bucket)
        .map_or(0, |first| u32::from_le_bytes(*first))
}

/// Returns an entry, given its number counted from one.
#[inline]
fn entry<const WIDTH: usize>(entries: &[[Word; WIDTH]], number: u32) -> Option<[Word; WIDTH]> {
    entries.get((number as usize).wrapping_sub(1)).copied()
}

/// An index that is filled from its last entry to its first, so that each bucket has its entries in order.
struct Filling<const WIDTH: usize> {
    index: Box<[Word]>,
    buckets: usize,
    /// The number of entries that are not there yet.
    left: usize,
}

impl<const WIDTH: usize> Filling<WIDTH> {
    fn new(count: usize) -> Self {
        let buckets = count.next_power_of_two();
        let mut index = vec![Word::default(); 1 + buckets + count * WIDTH].into_boxed_slice();
        index[0] = short(buckets).to_le_bytes();
        Filling {
            index,
            buckets,
            left: count,
        }
    }

    fn add(&mut self, entry: [u32; WIDTH]) {
        let bucket = entry[0] as usize & (self.buckets - 1);
        let head = &mut self.index[1 + bucket];
        let next = mem::replace(head, short(self.left).to_le_bytes());
        self.left -= 1;
        let place = 1 + self.buckets + self.left * WIDTH;
        let place = &mut self.index[place..][..WIDTH];
        place.copy_from_slice(&entry.map(u32::to_le_bytes));
        place[2] = next;
    }
}

fn filled<const WIDTH: usize>(entries: &[[u32; WIDTH]]) -> Box<[Word]> {
    let mut filling = Filling::new(entries.len());
    for entry in entries.iter().rev() {
        filling.add(*entry);
    }
    filling.index
}

/// Fills an index with the entries of several tables.
fn merged<'t, const WIDTH: usize>(
    tables: &[(usize, IndexView<'t>)],
    entries: impl Fn(&IndexView<'t>) -> &'t [[Word; WIDTH]],
) -> Box<[Word]> {
    let count = tables.iter().map(|(_, index)| entries(index).len()).sum();
    let mut filling = Filling::new(count);
    for (first, index) in tables.iter().rev() {
        for entry in entries(index).iter().rev() {
            let mut entry = entry.map(u32::from_le_bytes);
            entry[1] += short(*first);
            filling.add(entry);
        }
    }
    filling.index
}

/// Returns the position of a row or table as it is kept.
#[expect(
    clippy::cast_possible_truncation,
    reason = "no program has so many rows"
)]
pub(super) const fn short(position: usize) -> u32 {
    position as u32
}

#[expect(clippy::cast_possible_truncation, reason = "one half after the other")]
fn halves(bits: u64) -> [u32; 2] {
    [bits as u32, (bits >> 32) as u32]
}

#[cfg(test)]
mod tests {
    use super::{OwnedIndex, Row, buckets};
    use crate::message::Keywords;
    use crate::providers;

    /// The macro hashes names and keywords by functions of its own.
    #[test]
    fn the_macro_lays_down_the_index_that_a_table_built_at_run_time_has() {
        let tables = providers::ALL.iter().flat_map(|provider| provider.tables());
        for table in tables {
            let (written, filled) = (table.index(), OwnedIndex::of(table.rows()));
            let filled = filled.view();
            assert_eq!(written.names, filled.names, "{table:?}");
            assert_eq!(written.templates, filled.templates, "{table:?}");
            assert_eq!(written.has_status_rows, filled.has_status_rows);
            let messages = table.rows().iter().flat_map(Row::messages);
            let written = buckets::<5>(written.messages).1;
            let filled = buckets::<5>(filled.messages).1;
            assert_eq!(written.len(), filled.len(), "{table:?}");
            for ((message, own), other) in messages.zip(written).zip(filled) {
                assert_eq!((own[1], &own[3..]), (other[1], &other[3..]), "{message}");
                // Which keyword it is found by may differ.
                let anchor = u32::from_le_bytes(own[0]);
                let keywords = Keywords::of(message);
                assert!(keywords.iter().any(|word| word == anchor), "{message}");
            }
        }
    }
}
