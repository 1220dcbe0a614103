//! Several providers, and one index over the tables of all: how long a look-up takes does not depend on how many there are.

use super::index::{self, OwnedIndex};
use super::name::Ends;
use super::provider::{Provider, ProviderRef};
use super::row::Row;
use crate::message::{Keywords, Phrases, PhrasesFound, Speech};
use std::sync::OnceLock;

/// Several providers, any of which may have sent a response.
#[derive(Debug, Default)]
pub(crate) struct ProviderSet {
    providers: Vec<ProviderRef>,
    /// Whether a provider that is not among them may have sent a response, too.
    is_open: bool,
    /// Filled on first use.
    index: OnceLock<Index>,
}

/// A row of one of the providers.
#[derive(Clone, Copy)]
pub(crate) struct Member<'t> {
    pub(crate) provider: &'t ProviderRef,
    /// The position of its table and its own position there.
    pub(crate) at: (usize, usize),
    pub(crate) row: &'t Row,
}

#[derive(Debug)]
struct Index {
    tables: Box<[Place]>,
    /// The table of each row, by the position of the row among all rows.
    of_rows: Box<[u32]>,
    rows: OwnedIndex,
    /// The positions of the rows whose names have placeholders, once for each such name.
    templated: Box<[(Ends, usize)]>,
    /// Compiled on first use.
    phrases: OnceLock<Phrases>,
}

/// Where a table is.
#[derive(Clone, Copy, Debug)]
struct Place {
    provider: usize,
    /// Its position among the tables of its provider.
    table: usize,
    /// The position of its first row among all rows.
    first: usize,
}

impl ProviderSet {
    /// Adds the providers that nobody knows.
    pub(crate) fn open(self) -> Self {
        ProviderSet {
            is_open: true,
            ..self
        }
    }

    pub(crate) fn is_open(&self) -> bool {
        self.is_open
    }

    pub(crate) fn providers(&self) -> &[ProviderRef] {
        &self.providers
    }

    /// Returns the providers to change them.
    pub(crate) fn providers_mut(&mut self) -> &mut Vec<ProviderRef> {
        self.index = OnceLock::new();
        &mut self.providers
    }

    /// Returns the rows known by this text, those of a provider one after the other; see [`Table::rows_named`].
    ///
    /// [`Table::rows_named`]: super::Table::rows_named
    pub(crate) fn rows_named(&self, text: &str) -> impl Iterator<Item = Member<'_>> {
        let candidates = self.index().rows.view().named(text);
        let members = candidates.filter_map(|at| self.member(at));
        members.filter(move |member| member.row.is_named(text))
    }

    /// Returns the rows with a name whose placeholders fit this text, each with the most text that such a name has of its
    /// own.
    pub(crate) fn rows_templated(&self, text: &str) -> impl Iterator<Item = (Member<'_>, usize)> {
        let templated = self.index().templated.iter();
        let fitting = templated.filter(|(ends, _)| ends.fit(text));
        let members = fitting.filter_map(|(_, at)| self.member(*at));
        members.filter_map(move |member| Some((member, member.row.weight_of_name(text)?)))
    }

    /// Calls `look` with each row whose message could match one with these keywords.
    pub(crate) fn each_worded<'t>(&'t self, keywords: &Keywords, mut look: impl FnMut(Member<'t>)) {
        self.index().rows.view().each_worded(keywords, |at| {
            if let Some(member) = self.member(at) {
                look(member);
            }
        });
    }

    /// Returns what a message says of the phrases of the rows, each known by the position that [`member`](Self::member) takes.
    pub(crate) fn said(&self, speech: &Speech, counts: impl Fn(&Row) -> bool) -> PhrasesFound {
        let counts = |at| self.member(at).is_some_and(|member| counts(member.row));
        let index = self.index();
        let phrases = index.phrases.get_or_init(|| {
            let rows = (0..index.of_rows.len()).filter_map(|at| Some((at, self.member(at)?.row)));
            index::phrases(rows)
        });
        phrases.find(speech, counts)
    }

    /// Returns the row at a position among those of all providers.
    pub(crate) fn member(&self, at: usize) -> Option<Member<'_>> {
        let index = self.index();
        let place = index.tables.get(*index.of_rows.get(at)? as usize)?;
        let provider = self.providers.get(place.provider)?;
        let row = at - place.first;
        Some(Member {
            provider,
            at: (place.table, row),
            row: provider.table(place.table)?.rows().get(row)?,
        })
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::of(&self.providers))
    }
}

impl Index {
    fn of(providers: &[ProviderRef]) -> Self {
        let mut places = Vec::new();
        let mut of_rows = Vec::new();
        let mut indexes = Vec::new();
        let mut templated = Vec::new();
        for (provider, own) in providers.iter().enumerate() {
            for (at, table) in Provider::tables(own).enumerate() {
                let first = of_rows.len();
                of_rows.resize(first + table.rows().len(), index::short(places.len()));
                let index = table.index();
                for at in index.with_name_templates() {
                    let names = table.rows().get(*at).map(Row::name_templates);
                    let names = names.into_iter().flatten();
                    templated.extend(names.map(|name| (Ends::of(name), first + at)));
                }
                indexes.push((first, index));
                places.push(Place {
                    provider,
                    table: at,
                    first,
                });
            }
        }
        Index {
            tables: places.into(),
            of_rows: of_rows.into(),
            rows: OwnedIndex::merged(&indexes),
            templated: templated.into(),
            phrases: OnceLock::new(),
        }
    }
}

/// The index is filled again on first use.
impl Clone for ProviderSet {
    fn clone(&self) -> Self {
        ProviderSet {
            providers: self.providers.clone(),
            is_open: self.is_open,
            index: OnceLock::new(),
        }
    }
}

impl<P: Into<ProviderRef>> FromIterator<P> for ProviderSet {
    fn from_iter<I: IntoIterator<Item = P>>(providers: I) -> Self {
        ProviderSet {
            providers: providers.into_iter().map(Into::into).collect(),
            is_open: false,
            index: OnceLock::new(),
        }
    }
}
