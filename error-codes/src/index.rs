//! The two indexes of a table, by name and by a word of the message, computed when the table is first looked into.
//!
//! An index is one array: the number of buckets; for each the range of its entries; and the entries, bucket by bucket,
//! each a hash over the number of a row. However many names fall into one bucket, computing it takes no longer. The
//! arrays are part of the program: nothing is allocated.

use crate::table::Row;
use crate::text;
use crate::words::{self, Words};
use core::ops::Range;
use std::sync::OnceLock;

/// The indexes of a table, for [`Section::with_index`](crate::Section::with_index). `NAMES` and `MESSAGES` are the
/// [`index_size`] of the number of its names, aliases among them, and of its messages.
///
/// ```
/// use error_codes::{ErrorKind, Index, Provider, Row, Section, index_size};
///
/// static ROWS: [Row; 1] = [Row::new("Slow", ErrorKind::RateLimited).with_code("slow")];
/// static INDEX: Index<{ index_size(1) }, { index_size(0) }> = Index::new();
/// static SECTION: Section =
///     Section::new("ErrorCode", || &PROVIDER, &ROWS).with_index(|| INDEX.of(&ROWS));
/// static PROVIDER: Provider = Provider::new("acme", "Acme AI").with_sections(&[&SECTION]);
/// ```
#[derive(Debug)]
pub struct Index<const NAMES: usize, const MESSAGES: usize> {
    computed: OnceLock<Computed<NAMES, MESSAGES>>,
}

#[derive(Debug)]
struct Computed<const NAMES: usize, const MESSAGES: usize> {
    names: [u64; NAMES],
    anchors: [u64; MESSAGES],
    /// Beside each entry of `anchors`, the words that its message requires.
    required: [u64; MESSAGES],
    has_bare_rows: bool,
}

/// How many places an index has for so many names or messages.
#[must_use]
pub const fn index_size(entries: usize) -> usize {
    1 + entries.next_power_of_two() + entries
}

impl<const NAMES: usize, const MESSAGES: usize> Index<NAMES, MESSAGES> {
    /// An index that is yet to be computed.
    #[must_use]
    pub const fn new() -> Self {
        Index {
            computed: OnceLock::new(),
        }
    }

    /// The index of these rows, which must be the same at every call. One that they do not fit into finds nothing out, and
    /// every look-up goes through all rows.
    pub fn of(&'static self, rows: &'static [Row]) -> Indexed {
        let computed = self.computed.get_or_init(|| {
            let mut computed = Computed {
                names: [0; NAMES],
                anchors: [0; MESSAGES],
                required: [0; MESSAGES],
                has_bare_rows: rows.iter().any(Row::is_bare),
            };
            fill_names(&mut computed.names, rows);
            fill_messages(&mut computed.anchors, &mut computed.required, rows);
            computed
        });
        Indexed {
            names: &computed.names,
            anchors: &computed.anchors,
            required: &computed.required,
            has_bare_rows: computed.has_bare_rows,
        }
    }
}

impl<const NAMES: usize, const MESSAGES: usize> Default for Index<NAMES, MESSAGES> {
    fn default() -> Self {
        Self::new()
    }
}

/// An index that has been computed.
#[derive(Clone, Copy, Debug)]
pub struct Indexed {
    names: &'static [u64],
    anchors: &'static [u64],
    required: &'static [u64],
    has_bare_rows: bool,
}

impl Indexed {
    /// Whether a row names nothing but a status.
    pub(crate) fn has_bare_rows(self) -> bool {
        self.has_bare_rows
    }

    /// The rows that may have this name, in their order; nothing if they are not indexed.
    #[inline]
    pub(crate) fn named(self, name: &str) -> Option<impl Iterator<Item = usize> + use<>> {
        let hash = hash(name);
        let entries = self.names.get(bucket_of(self.names, hash)?)?.iter();
        Some(
            entries
                .copied()
                .filter(move |entry| has(*entry, hash))
                .map(row_of),
        )
    }

    /// Calls `look` with each row whose message has one of the words as its anchor and requires none that they lack. It
    /// returns whether the messages are indexed.
    pub(crate) fn each_worded(self, words: &Words, mut look: impl FnMut(usize)) -> bool {
        let Some(buckets) = buckets(self.anchors) else {
            return false;
        };
        for (place, word) in words.iter().enumerate() {
            let range = bucket_in(buckets, word);
            if range.is_empty() {
                continue;
            }
            let anchors = self.anchors.get(range.clone()).unwrap_or_default();
            let required = self.required.get(range).unwrap_or_default();
            for (entry, required) in anchors.iter().zip(required) {
                let may_fit = has(*entry, word) && *required & !words.bits() == 0;
                if may_fit && !words.is_repeated(place) {
                    look(row_of(*entry));
                }
            }
        }
        true
    }
}

fn fill_names(places: &mut [u64], rows: &[Row]) {
    let rows = rows.iter().enumerate();
    let hashes = rows.flat_map(|(at, row)| row.names().map(move |name| (hash(name), at)));
    fill(places, hashes);
}

fn fill_messages(anchors: &mut [u64], required: &mut [u64], rows: &[Row]) {
    let messages = rows.iter().enumerate();
    let messages = messages.filter_map(|(at, row)| Some((at, row.message()?)));
    let hashes = messages.map(|(at, message)| (words::required(message).anchor, at));
    fill(anchors, hashes);
    for (entry, required) in anchors.iter().zip(required) {
        if let Some(message) = rows.get(row_of(*entry)).and_then(Row::message) {
            *required = words::required(message).bits;
        }
    }
}

/// Fills an index with the rows of these hashes, if it has the room for just so many.
fn fill(places: &mut [u64], hashes: impl Iterator<Item = (u32, usize)> + Clone) {
    let count = hashes.clone().count();
    let buckets = count.next_power_of_two();
    if places.len() != index_size(count) {
        return;
    }
    places[0] = buckets as u64;
    let bucket = |hash: u32| 1 + (hash as usize & (buckets - 1));
    for (hash, _) in hashes.clone() {
        places[bucket(hash)] += 1;
    }
    // Each range begins where the one before will end, and is empty yet.
    let mut start = 1 + buckets as u64;
    for place in &mut places[1..=buckets] {
        let count = *place;
        *place = start << 32 | start;
        start += count;
    }
    for (hash, row) in hashes {
        let place = bucket(hash);
        let end = range(places[place]).end;
        places[end] = u64::from(hash) << 32 | row as u64;
        places[place] += 1;
    }
}

/// The ranges of the buckets, a power of two of them.
#[inline]
fn buckets(places: &[u64]) -> Option<&[u64]> {
    let (count, rest) = places.split_first()?;
    rest.get(..low(*count))
        .filter(|buckets| !buckets.is_empty())
}

/// The places of the entries in a hash's bucket.
fn bucket_of(places: &[u64], hash: u32) -> Option<Range<usize>> {
    Some(bucket_in(buckets(places)?, hash))
}

#[inline]
fn bucket_in(buckets: &[u64], hash: u32) -> Range<usize> {
    let bucket = hash as usize & (buckets.len() - 1);
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

/// Eight bytes at a time, as rustc's own hash of short keys does it. The last eight overlap with those before them, so that
/// no byte stands alone.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the low half is all that an index uses"
)]
fn hash(name: &str) -> u32 {
    const FACTOR: u64 = 0x517c_c1b7_2722_0a95;
    let mix = |state: u64, word: u64| (state.rotate_left(5) ^ word).wrapping_mul(FACTOR);
    let bytes = name.as_bytes();
    let (words, _) = bytes.as_chunks::<8>();
    let words = words.iter().map(|word| u64::from_le_bytes(*word));
    let state = words.fold(bytes.len() as u64, mix);
    let state = mix(state, text::last_word(bytes));
    (state ^ (state >> 32)) as u32
}
