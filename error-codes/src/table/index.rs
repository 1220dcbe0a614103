//! The indexes of a table: by name, and by a keyword of each message; and the rows whose names have placeholders.
//!
//! An index is one array: the number of buckets; for each bucket the range of its entries; then the entries, bucket by
//! bucket, each a hash in the upper half and the position of a row in the lower. Filling it takes linear time however
//! many names share a bucket. The indexes of a table in the program are filled on first use, because rustc would take a
//! thousand times as long, into arrays that are part of the program: nothing is allocated.

mod hash;

use super::row::Row;
use crate::message::{Keywords, Phrases, Required};
use core::borrow::Borrow;
use core::ops::Range;
use hash::hash;
use std::sync::OnceLock;

/// The indexes of a table that is part of the program. `NAMES` is the [`index_size`] of the number of its names, aliases included.
#[derive(Debug)]
pub struct Index<const NAMES: usize> {
    filled: OnceLock<Option<Filled<NAMES>>>,
}

#[derive(Debug)]
struct Filled<const NAMES: usize> {
    names: [u64; NAMES],
    rest: Rest,
}

/// What is looked up after the names.
#[derive(Clone, Debug)]
struct Rest {
    anchors: Box<[u64]>,
    /// For each place in `anchors`, the keywords that its message requires.
    required: Box<[u64]>,
    /// The positions of the rows whose names have placeholders.
    templates: Box<[usize]>,
    has_status_rows: bool,
    phrases: Phrases,
}

impl Rest {
    fn of<R: Borrow<Row>>(rows: &[R]) -> Self {
        let messages = index_size(each(rows).flat_map(Row::messages).count());
        let mut anchors = vec![0; messages].into_boxed_slice();
        let mut required = anchors.clone();
        fill_messages(&mut anchors, &mut required, rows);
        Rest {
            anchors,
            required,
            templates: with_name_templates(rows).collect(),
            has_status_rows: each(rows).any(Row::is_status_only),
            phrases: phrases(rows),
        }
    }
}

/// Returns the size of an index with so many names or messages.
#[must_use]
pub const fn index_size(entries: usize) -> usize {
    1 + entries.next_power_of_two() + entries
}

impl<const NAMES: usize> Index<NAMES> {
    /// Creates an index that is filled on first use.
    #[must_use]
    pub const fn new() -> Self {
        Index {
            filled: OnceLock::new(),
        }
    }

    /// Returns the index of these rows, which must be the same at every call, or `None` if it does not have their size.
    #[inline]
    pub fn of(&'static self, rows: &'static [Row]) -> Option<IndexView<'static>> {
        let filled = self.filled.get_or_init(|| Filled::of(rows)).as_ref()?;
        Some(IndexView {
            names: &filled.names,
            rest: &filled.rest,
        })
    }
}

impl<const NAMES: usize> Default for Index<NAMES> {
    fn default() -> Self {
        Self::new()
    }
}

impl<const NAMES: usize> Filled<NAMES> {
    /// This alone is compiled for each table.
    fn of(rows: &[Row]) -> Option<Self> {
        let mut names = [0; NAMES];
        fill_names(&mut names, rows).then(|| Filled {
            names,
            rest: Rest::of(rows),
        })
    }
}

/// The indexes of a table that was built at run time, or of the tables of several providers.
#[derive(Clone, Debug)]
pub(super) struct OwnedIndex {
    names: Box<[u64]>,
    rest: Rest,
}

impl OwnedIndex {
    pub(super) fn of<R: Borrow<Row>>(rows: &[R]) -> Self {
        let count = each(rows).flat_map(Row::names).count();
        let mut names = vec![0; index_size(count)].into_boxed_slice();
        fill_names(&mut names, rows);
        OwnedIndex {
            names,
            rest: Rest::of(rows),
        }
    }

    pub(super) fn view(&self) -> IndexView<'_> {
        IndexView {
            names: &self.names,
            rest: &self.rest,
        }
    }
}

/// A filled index.
#[derive(Clone, Copy, Debug)]
pub struct IndexView<'t> {
    names: &'t [u64],
    rest: &'t Rest,
}

impl<'t> IndexView<'t> {
    /// Returns whether a row names nothing but a status.
    pub(super) fn has_status_rows(self) -> bool {
        self.rest.has_status_rows
    }

    /// Returns the phrases of the rows, each known by the position of its row.
    pub(super) fn phrases(self) -> &'t Phrases {
        &self.rest.phrases
    }

    /// Returns the positions of the rows whose names have placeholders.
    pub(super) fn with_name_templates(self) -> &'t [usize] {
        &self.rest.templates
    }

    /// Returns the positions of the rows that may have this name, in order.
    #[inline]
    pub(super) fn named(self, name: &str) -> Named<'t> {
        let hash = hash(name);
        let bucket = bucket_in(buckets(self.names), hash);
        Named {
            hash,
            entries: self.names.get(bucket).unwrap_or_default(),
        }
    }

    /// Calls `look` with the position of each row whose message has one of the keywords as its anchor and requires none
    /// that is missing.
    pub(super) fn each_worded(self, keywords: &Keywords, mut look: impl FnMut(usize)) {
        if self.rest.anchors.len() == index_size(0) {
            return;
        }
        let buckets = buckets(&self.rest.anchors);
        for (nth, word) in keywords.iter().enumerate() {
            let bucket = bucket_in(buckets, word);
            if bucket.is_empty() {
                continue;
            }
            let anchors = self.rest.anchors.get(bucket.clone()).unwrap_or_default();
            let required = self.rest.required.get(bucket).unwrap_or_default();
            for (entry, required) in anchors.iter().zip(required) {
                let may_fit = has(*entry, word) && *required & !keywords.bits() == 0;
                if may_fit && !keywords.is_repeated(nth) {
                    look(row_of(*entry));
                }
            }
        }
    }
}

/// The positions of the rows that may have a name.
#[derive(Clone)]
pub(super) struct Named<'t> {
    hash: u32,
    entries: &'t [u64],
}

impl Iterator for Named<'_> {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        while let Some((entry, rest)) = self.entries.split_first() {
            self.entries = rest;
            if has(*entry, self.hash) {
                return Some(row_of(*entry));
            }
        }
        None
    }
}

fn each<R: Borrow<Row>>(rows: &[R]) -> impl Iterator<Item = &Row> + Clone {
    rows.iter().map(Borrow::borrow)
}

fn fill_names<R: Borrow<Row>>(places: &mut [u64], rows: &[R]) -> bool {
    let rows = each(rows).enumerate();
    let entries = rows.flat_map(|(at, row)| row.names().map(move |name| (hash(name), at)));
    fill_buckets(places, entries)
}

fn phrases<R: Borrow<Row>>(rows: &[R]) -> Phrases {
    let rows = each(rows).enumerate();
    Phrases::new(rows.flat_map(|(at, row)| {
        let phrases = row.phrases();
        phrases.map(move |phrase| (at, row.is_tentative(), phrase))
    }))
}

/// Returns the positions of the rows whose names have placeholders.
fn with_name_templates<R: Borrow<Row>>(rows: &[R]) -> impl Iterator<Item = usize> {
    let rows = each(rows).enumerate();
    rows.filter_map(|(at, row)| row.name_templates().next().map(|_| at))
}

fn fill_messages<R: Borrow<Row>>(anchors: &mut [u64], required: &mut [u64], rows: &[R]) -> bool {
    let numbered = each(rows).enumerate();
    let entries = numbered.flat_map(|(at, row)| {
        let anchors = row.messages().map(|message| Required::by(message).anchor);
        anchors.map(move |anchor| (anchor, at))
    });
    if !fill_buckets(anchors, entries) {
        return false;
    }
    for (entry, required) in anchors.iter().zip(required) {
        if let Some(row) = rows.get(row_of(*entry)) {
            *required = required_at(*entry, row.borrow());
        }
    }
    true
}

/// Returns what all the messages of a row require that have the anchor of this entry.
fn required_at(entry: u64, row: &Row) -> u64 {
    let messages = row.messages().map(Required::by);
    let own = messages.filter(|message| has(entry, message.anchor));
    own.fold(u64::MAX, |bits, message| bits & message.bits)
}

/// Fills an index with these hashes and rows, if it is of the size for just so many.
fn fill_buckets(places: &mut [u64], entries: impl Iterator<Item = (u32, usize)> + Clone) -> bool {
    let count = entries.clone().count();
    if places.len() != index_size(count) {
        return false;
    }
    let buckets = count.next_power_of_two();
    let bucket = |hash: u32| 1 + (hash as usize & (buckets - 1));
    places[0] = buckets as u64;
    for (hash, _) in entries.clone() {
        places[bucket(hash)] += 1;
    }
    // Each range begins where the one before will end, and is empty yet.
    let mut start = 1 + buckets as u64;
    for place in &mut places[1..=buckets] {
        let count = *place;
        *place = start << 32 | start;
        start += count;
    }
    for (hash, row) in entries {
        let place = bucket(hash);
        let end = range(places[place]).end;
        places[end] = u64::from(hash) << 32 | row as u64;
        places[place] += 1;
    }
    true
}

/// The ranges of the buckets, a power of two of them.
#[inline]
fn buckets(places: &[u64]) -> &[u64] {
    let buckets = places.split_first();
    buckets.map_or(&[], |(count, rest)| {
        rest.get(..low(*count)).unwrap_or_default()
    })
}

/// The places of the entries in a hash's bucket.
#[inline]
fn bucket_in(buckets: &[u64], hash: u32) -> Range<usize> {
    let bucket = hash as usize & buckets.len().wrapping_sub(1);
    buckets.get(bucket).map_or(0..0, |place| range(*place))
}

fn range(place: u64) -> Range<usize> {
    low(place >> 32)..low(place)
}

fn has(entry: u64, hash: u32) -> bool {
    entry >> 32 == u64::from(hash)
}

fn row_of(entry: u64) -> usize {
    low(entry)
}

/// The low half, in which places and numbers of rows stand.
fn low(number: u64) -> usize {
    usize::try_from(number & 0xffff_ffff).unwrap_or(usize::MAX)
}
