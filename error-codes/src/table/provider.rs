//! Providers and their tables.

use super::cells::{Text, as_deref, borrowed};
use super::index::{self, IndexView, Named, OwnedIndex, StaticIndex, StaticPhrases};
use super::row::Row;
use crate::message::{Keywords, Phrases, PhrasesFound, Speech};
use crate::response::BodyShape;
use core::fmt;
use core::iter;
use core::ops::Deref;
use std::borrow::Cow;
use std::sync::Arc;

/// A provider: whose errors they are, where they are documented, and their tables.
///
/// [`provider_errors!`](crate::provider_errors) declares one as a static. One that is only known at run time, from a file
/// for example, is built with [`new`](Self::new) and given to a [`Reader`](crate::Reader) or a
/// [`Registry`](crate::Registry).
///
/// ```
/// use error_codes::{BodyShape, ErrorKind, Provider, Reader, Row, StatusCode, Table};
///
/// let rows = [Row::new("Slow", ErrorKind::RateLimited).with_code("slow")];
/// let acme = Provider::new("acme", "Acme AI")
///     .with_shape(BodyShape::OPENAI)
///     .with_table(Table::new("ErrorCode", rows));
///
/// let reader = Reader::provider(acme);
/// let headers = error_codes::HeaderMap::new();
/// let error = reader.read(StatusCode::OK, &headers, r#"{"error":{"code":"slow"}}"#);
/// assert_eq!(error.kind(), ErrorKind::RateLimited);
/// assert_eq!(error.provider().map(Provider::name), Some("Acme AI"));
/// ```
#[derive(Clone)]
pub struct Provider {
    id: Text,
    name: Text,
    docs: Option<Text>,
    retrieved: Option<Text>,
    shape: Option<BodyShape>,
    base: Option<ProviderRef>,
    tables: Tables,
}

/// How many providers may be built on each other: statics can form a circle.
pub(crate) const BASES: usize = 8;

#[derive(Clone)]
enum Tables {
    Static(&'static [&'static Table]),
    Owned(Vec<Table>),
}

impl Provider {
    /// Creates a provider without tables. `id` identifies it in a program, by convention a lower-case word, which is not
    /// checked; `name` is what people call it.
    #[must_use]
    pub fn new(id: impl Into<Cow<'static, str>>, name: impl Into<Cow<'static, str>>) -> Self {
        Provider {
            id: id.into(),
            name: name.into(),
            docs: None,
            retrieved: None,
            shape: None,
            base: None,
            tables: Tables::Owned(Vec::new()),
        }
    }

    /// Sets the address of its error page. Default: that of the base.
    #[must_use]
    pub fn with_docs(mut self, page: impl Into<Cow<'static, str>>) -> Self {
        self.docs = Some(page.into());
        self
    }

    /// Sets the day on which that page was retrieved, `YYYY-MM-DD`.
    #[must_use]
    pub fn with_retrieved(mut self, day: impl Into<Cow<'static, str>>) -> Self {
        self.retrieved = Some(day.into());
        self
    }

    /// Sets the shape of its error bodies, which is tried before all others. Default: that of the base.
    #[must_use]
    pub fn with_shape(mut self, shape: BodyShape) -> Self {
        self.shape = Some(shape);
        self
    }

    /// Sets the provider that it is built on, where the look-up continues if none of its own rows matches. Of a chain of
    /// providers that are built on each other, at most eight are consulted.
    #[must_use]
    pub fn with_base(mut self, base: impl Into<ProviderRef>) -> Self {
        self.base = Some(base.into());
        self
    }

    /// Adds a table.
    #[must_use]
    pub fn with_table(mut self, table: Table) -> Self {
        match &mut self.tables {
            Tables::Owned(tables) => tables.push(table),
            // Only a static of the macro's has these, and nobody owns one.
            Tables::Static(_) => self.tables = Tables::Owned(vec![table]),
        }
        self
    }

    /// Returns the id, a lower-case word.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Returns the name that people know it by.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the address of its error page, or else that of the provider that it is built on.
    #[must_use]
    pub fn docs(&self) -> Option<&str> {
        self.lineage().find_map(|own| own.docs.as_deref())
    }

    /// Returns the day on which that page was retrieved, `YYYY-MM-DD`.
    #[must_use]
    pub const fn retrieved(&self) -> Option<&str> {
        as_deref(self.retrieved.as_ref())
    }

    /// Returns the shape of its error bodies, or else that of the provider that it is built on.
    #[must_use]
    pub fn shape(&self) -> Option<BodyShape> {
        self.lineage().find_map(|own| own.shape)
    }

    /// Returns the provider that it is built on.
    #[must_use]
    pub fn base(&self) -> Option<&Provider> {
        self.base.as_deref()
    }

    /// Returns this provider, the one that it is built on, and so on.
    pub(crate) fn lineage(&self) -> impl Iterator<Item = &Provider> {
        iter::successors(Some(self), |own| own.base()).take(BASES)
    }

    /// Returns its tables, one for each section of its error page.
    #[must_use]
    pub fn tables(&self) -> impl ExactSizeIterator<Item = &Table> {
        (0..self.table_count()).map(|at| match &self.tables {
            Tables::Static(tables) => tables[at],
            Tables::Owned(tables) => &tables[at],
        })
    }

    /// Returns the table at a position among its own.
    pub(crate) fn table(&self, at: usize) -> Option<&Table> {
        match &self.tables {
            Tables::Static(tables) => tables.get(at).copied(),
            Tables::Owned(tables) => tables.get(at),
        }
    }

    fn table_count(&self) -> usize {
        match &self.tables {
            Tables::Static(tables) => tables.len(),
            Tables::Owned(tables) => tables.len(),
        }
    }
}

/// The id alone: the tables are long.
impl fmt::Debug for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Provider").field(&self.id).finish()
    }
}

/// A provider that many can hold: a static one, or one that was built at run time and is shared.
///
/// Converts from `&'static Provider`, [`Provider`] and `Arc<Provider>`; cloning it is cheap.
#[derive(Clone, Debug)]
pub struct ProviderRef(Held);

#[derive(Clone)]
enum Held {
    Static(&'static Provider),
    Shared(Arc<Provider>),
}

impl fmt::Debug for Held {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Held::Static(provider) => provider.id(),
            Held::Shared(provider) => provider.id(),
        })
    }
}

impl Deref for ProviderRef {
    type Target = Provider;

    fn deref(&self) -> &Provider {
        match &self.0 {
            Held::Static(provider) => provider,
            Held::Shared(provider) => provider,
        }
    }
}

impl From<&'static Provider> for ProviderRef {
    fn from(provider: &'static Provider) -> Self {
        ProviderRef(Held::Static(provider))
    }
}

impl From<&ProviderRef> for ProviderRef {
    fn from(provider: &ProviderRef) -> Self {
        provider.clone()
    }
}

impl From<Arc<Provider>> for ProviderRef {
    fn from(provider: Arc<Provider>) -> Self {
        ProviderRef(Held::Shared(provider))
    }
}

impl From<Provider> for ProviderRef {
    fn from(provider: Provider) -> Self {
        ProviderRef::from(Arc::new(provider))
    }
}

/// A provider while a response is read, without counting who holds it.
#[derive(Clone, Copy)]
pub(crate) enum Source<'t> {
    Static(&'static Provider),
    Held(&'t ProviderRef),
    /// Cannot be kept beyond the reading.
    Borrowed(&'t Provider),
}

impl<'t> Source<'t> {
    pub(crate) fn provider(self) -> &'t Provider {
        match self {
            Source::Static(provider) | Source::Borrowed(provider) => provider,
            Source::Held(provider) => provider,
        }
    }

    pub(crate) fn to_ref(self) -> Option<ProviderRef> {
        match self {
            Source::Static(provider) => Some(provider.into()),
            Source::Held(provider) => Some(provider.clone()),
            Source::Borrowed(_) => None,
        }
    }

    /// Returns the provider that this one is built on.
    pub(crate) fn base(self) -> Option<Self> {
        self.provider().base.as_ref().map(Source::Held)
    }
}

/// One table of a provider.
#[derive(Clone)]
pub struct Table {
    name: Text,
    rows: Cow<'static, [Row]>,
    index: Index,
}

#[derive(Clone)]
enum Index {
    Static {
        index: StaticIndex,
        phrases: Option<&'static StaticPhrases>,
    },
    Owned(Box<(OwnedIndex, Phrases)>),
}

impl Table {
    /// Creates a table from rows. `name` is what the macro would call its enum, in upper camel case.
    #[must_use]
    pub fn new(name: impl Into<Cow<'static, str>>, rows: impl IntoIterator<Item = Row>) -> Self {
        let rows: Vec<Row> = rows.into_iter().collect();
        let phrases = index::phrases(rows.iter().enumerate());
        Table {
            name: name.into(),
            index: Index::Owned(Box::new((OwnedIndex::of(&rows), phrases))),
            rows: Cow::Owned(rows),
        }
    }

    /// Returns the name, that of the enum.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the rows in the order of the page.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Returns the rows known by this text, in order: by their code or one of its aliases, or by their type if they have
    /// nothing more specific. A row can come twice.
    #[inline]
    pub(crate) fn rows_named<'t, 's>(&'t self, text: &'s str) -> RowsNamed<'t, 's> {
        RowsNamed {
            text,
            rows: &self.rows,
            candidates: self.index().named(text),
        }
    }

    /// Returns the rows with a name whose placeholders fit this text, each with the most text that such a name has of its
    /// own. A name that is spelt out is more telling than all of them.
    pub(crate) fn rows_templated(&self, text: &str) -> impl Iterator<Item = (usize, &Row, usize)> {
        let positions = self.index().with_name_templates();
        positions.iter().filter_map(move |at| {
            let row = self.rows.get(*at)?;
            Some((*at, row, row.weight_of_name(text)?))
        })
    }

    /// Returns the rows that name nothing but a status.
    pub(crate) fn status_rows(&self) -> impl Iterator<Item = (usize, &Row)> {
        let has_some = self.index().has_status_rows();
        let rows = if has_some { self.rows() } else { &[] };
        let rows = rows.iter().enumerate();
        rows.filter(|(_, row)| row.is_status_only())
    }

    /// Calls `look` with each row whose message could match one with these keywords.
    pub(crate) fn each_worded<'t>(
        &'t self,
        keywords: &Keywords,
        mut look: impl FnMut(usize, &'t Row),
    ) {
        self.index().each_worded(keywords, |at| {
            if let Some(row) = self.rows.get(at) {
                look(at, row);
            }
        });
    }

    /// Returns what a message says of the phrases of the rows, each known by the position of its row.
    pub(crate) fn said(&self, speech: &Speech, counts: impl Fn(usize) -> bool) -> PhrasesFound {
        let phrases = match &self.index {
            Index::Static { phrases, .. } => phrases.map(|phrases| phrases.of(&self.rows)),
            Index::Owned(owned) => Some(&owned.1),
        };
        phrases.map_or_else(PhrasesFound::default, |phrases| {
            phrases.find(speech, counts)
        })
    }

    #[inline]
    pub(super) fn index(&self) -> IndexView<'_> {
        match &self.index {
            Index::Static { index, .. } => index.view(),
            Index::Owned(owned) => owned.0.view(),
        }
    }
}

/// The rows known by a text, each with its position.
pub(crate) struct RowsNamed<'t, 's> {
    text: &'s str,
    rows: &'t [Row],
    candidates: Named<'t>,
}

impl<'t> Iterator for RowsNamed<'t, '_> {
    type Item = (usize, &'t Row);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let at = self.candidates.next()?;
            let row = self.rows.get(at)?;
            if row.is_named(self.text) {
                return Some((at, row));
            }
        }
    }
}

/// The name and the number of rows.
impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Table")
            .field("name", &self.name)
            .field("rows", &self.rows.len())
            .finish_non_exhaustive()
    }
}

/// A provider as the macro writes it.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "the fields are those of `Provider`")]
pub struct StaticProvider {
    pub id: &'static str,
    pub name: &'static str,
    pub docs: Option<&'static str>,
    pub retrieved: Option<&'static str>,
    pub shape: Option<BodyShape>,
    pub base: Option<&'static Provider>,
    pub tables: &'static [&'static Table],
}

impl StaticProvider {
    /// Returns the provider.
    #[must_use]
    pub const fn provider(self) -> Provider {
        Provider {
            id: Cow::Borrowed(self.id),
            name: Cow::Borrowed(self.name),
            docs: borrowed(self.docs),
            retrieved: borrowed(self.retrieved),
            shape: self.shape,
            base: match self.base {
                Some(base) => Some(ProviderRef(Held::Static(base))),
                None => None,
            },
            tables: Tables::Static(self.tables),
        }
    }
}

/// A table as the macro writes it.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "the fields are those of `Table`")]
pub struct StaticTable {
    pub name: &'static str,
    pub rows: &'static [Row],
    pub index: StaticIndex,
    pub phrases: Option<&'static StaticPhrases>,
}

impl StaticTable {
    /// Returns the table.
    #[must_use]
    pub const fn table(self) -> Table {
        Table {
            name: Cow::Borrowed(self.name),
            rows: Cow::Borrowed(self.rows),
            index: Index::Static {
                index: self.index,
                phrases: self.phrases,
            },
        }
    }
}
