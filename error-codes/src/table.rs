//! A provider's table and the look-up in it. The macro writes the static, the functions here do the rest, for a table
//! written by hand as well.

use crate::body::BodyShape;
use crate::index::{Indexed, Named};
use crate::kind::ErrorKind;
use crate::retry::RetryHint;
use crate::scope::Scope;
use crate::words::Words;
use core::fmt;
use core::ops::Range;
use http::StatusCode;

/// A provider: whose errors they are, where they are documented, and its tables.
///
/// [`provider_errors!`](crate::provider_errors) writes one as the static `PROVIDER`.
pub struct Provider {
    id: &'static str,
    name: &'static str,
    docs: Option<&'static str>,
    read_on: Option<&'static str>,
    body: Option<BodyShape>,
    base: Option<&'static Provider>,
    sections: &'static [&'static Section],
}

impl Provider {
    /// A provider with no table yet.
    #[must_use]
    pub const fn new(id: &'static str, name: &'static str) -> Self {
        Provider {
            id,
            name,
            docs: None,
            read_on: None,
            body: None,
            base: None,
            sections: &[],
        }
    }

    /// With the address of its error page.
    #[must_use]
    pub const fn with_docs(mut self, page: &'static str) -> Self {
        self.docs = Some(page);
        self
    }

    /// With the day on which that page was read, `YYYY-MM-DD`.
    #[must_use]
    pub const fn with_read_on(mut self, day: &'static str) -> Self {
        self.read_on = Some(day);
        self
    }

    /// With the shape of its answers, which is looked for first.
    #[must_use]
    pub const fn with_body(mut self, shape: BodyShape) -> Self {
        self.body = Some(shape);
        self
    }

    /// With the provider that it stands on, where a look-up continues.
    #[must_use]
    pub const fn with_base(mut self, base: &'static Provider) -> Self {
        self.base = Some(base);
        self
    }

    /// With its tables.
    #[must_use]
    pub const fn with_sections(mut self, sections: &'static [&'static Section]) -> Self {
        self.sections = sections;
        self
    }

    /// The id, a lower-case word.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// The name that people know it by.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The address of its error page.
    #[must_use]
    pub const fn docs(&self) -> Option<&'static str> {
        self.docs
    }

    /// The day on which that page was read, `YYYY-MM-DD`.
    #[must_use]
    pub const fn read_on(&self) -> Option<&'static str> {
        self.read_on
    }

    /// The shape of its answers, if it keeps to one.
    #[must_use]
    pub const fn body(&self) -> Option<&BodyShape> {
        self.body.as_ref()
    }

    /// The provider that it stands on.
    #[must_use]
    pub const fn base(&self) -> Option<&'static Provider> {
        self.base
    }

    /// Its tables, one for each section of its error page.
    #[must_use]
    pub const fn sections(&self) -> &'static [&'static Section] {
        self.sections
    }
}

/// Its id: the tables, which lead back to it, are long.
impl fmt::Debug for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Provider").field(&self.id).finish()
    }
}

/// One table of a provider: an enum of the macro's, or written by hand.
pub struct Section {
    name: &'static str,
    /// A function, because the provider leads back here and two statics cannot be evaluated in a circle.
    provider: fn() -> &'static Provider,
    rows: &'static [Row],
    index: Option<fn() -> Option<Indexed>>,
}

impl Section {
    /// A table of a provider: `Section::new("ErrorCode", || &PROVIDER, &ROWS)`. Its look-ups go through all its rows;
    /// [`with_index`](Self::with_index) makes them direct.
    #[must_use]
    pub const fn new(
        name: &'static str,
        provider: fn() -> &'static Provider,
        rows: &'static [Row],
    ) -> Self {
        Section {
            name,
            provider,
            rows,
            index: None,
        }
    }

    /// With an index of these very rows.
    #[must_use]
    pub const fn with_index(mut self, index: fn() -> Option<Indexed>) -> Self {
        self.index = Some(index);
        self
    }

    /// The name, that of the enum.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Whose table it is.
    #[must_use]
    pub fn provider(&self) -> &'static Provider {
        (self.provider)()
    }

    /// The rows in the order of the page.
    #[must_use]
    pub const fn rows(&self) -> &'static [Row] {
        self.rows
    }

    /// The rows known by this text, in their order: by their code in any spelling, or by their type if they have nothing
    /// better. A row may come twice.
    #[inline]
    pub(crate) fn rows_named<'text>(&self, text: &'text str) -> RowsNamed<'text> {
        RowsNamed {
            text,
            rows: self.rows,
            candidates: match self.indexed() {
                Some(indexed) => Candidates::Indexed(indexed.named(text)),
                None => Candidates::All(0..self.rows.len()),
            },
        }
    }

    /// The rows that name nothing but a status.
    pub(crate) fn bare_rows(&self) -> impl Iterator<Item = (usize, &'static Row)> + use<> {
        let may_have = self.indexed().is_none_or(Indexed::has_bare_rows);
        let rows = if may_have { self.rows } else { &[] };
        rows.iter().enumerate().filter(|(_, row)| row.is_bare())
    }

    /// Calls `look` with each row whose message may fit one with these words.
    pub(crate) fn each_worded(&self, words: &Words, mut look: impl FnMut(usize, &'static Row)) {
        let rows = self.rows;
        let look = |at: usize| {
            if let Some(row) = rows.get(at) {
                look(at, row);
            }
        };
        match self.indexed() {
            Some(indexed) => indexed.each_worded(words, look),
            None => (0..rows.len()).for_each(look),
        }
    }

    #[inline]
    fn indexed(&self) -> Option<Indexed> {
        (self.index?)()
    }
}

/// The rows known by a text, each with its place.
pub(crate) struct RowsNamed<'text> {
    text: &'text str,
    rows: &'static [Row],
    candidates: Candidates,
}

enum Candidates {
    Indexed(Named),
    All(Range<usize>),
}

impl Iterator for RowsNamed<'_> {
    type Item = (usize, &'static Row);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let at = match &mut self.candidates {
                Candidates::Indexed(these) => these.next(),
                Candidates::All(all) => all.next(),
            }?;
            let row = self.rows.get(at)?;
            if row.is_named(self.text) {
                return Some((at, row));
            }
        }
    }
}

/// The provider's id and its own name.
impl fmt::Debug for Section {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Section")
            .field(&self.provider().id)
            .field(&self.name)
            .finish()
    }
}

/// A row of a table: what an answer is compared with, and what that says.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    variant: &'static str,
    kind: ErrorKind,
    wraps: bool,
    retry: Option<RetryHint>,
    scope: Option<Scope>,
    status: Option<StatusPattern>,
    code: Option<&'static str>,
    code_is_number: bool,
    aliases: &'static [&'static str],
    error_type: Option<&'static str>,
    type_aliases: &'static [&'static str],
    message: Option<&'static str>,
    summary: Option<&'static str>,
}

impl Row {
    /// A row with nothing to compare yet. `variant` names it in upper camel case.
    #[must_use]
    pub const fn new(variant: &'static str, kind: ErrorKind) -> Self {
        Row {
            variant,
            kind,
            wraps: false,
            retry: None,
            scope: None,
            status: None,
            code: None,
            code_is_number: false,
            aliases: &[],
            error_type: None,
            type_aliases: &[],
            message: None,
            summary: None,
        }
    }

    /// With a mark that it only wraps an upstream's answer: its kind holds unless the message tells more.
    #[must_use]
    pub const fn wrapping(mut self) -> Self {
        self.wraps = true;
        self
    }

    /// With another retry hint than its kind's.
    #[must_use]
    pub const fn with_retry(mut self, retry: RetryHint) -> Self {
        self.retry = Some(retry);
        self
    }

    /// With another scope than its kind's.
    #[must_use]
    pub const fn with_scope(mut self, scope: Scope) -> Self {
        self.scope = Some(scope);
        self
    }

    /// With an HTTP status.
    #[must_use]
    pub const fn with_status(mut self, status: u16) -> Self {
        self.status = Some(StatusPattern::Exact(status));
        self
    }

    /// With a class of HTTP statuses, given by its first digit.
    #[must_use]
    pub const fn with_status_class(mut self, class: u8) -> Self {
        self.status = Some(StatusPattern::Class(class));
        self
    }

    /// With a code.
    #[must_use]
    pub const fn with_code(mut self, code: &'static str) -> Self {
        self.code = Some(code);
        self
    }

    /// With a code that the provider sends as a number, given by its digits.
    #[must_use]
    pub const fn with_number(mut self, digits: &'static str) -> Self {
        self.code_is_number = true;
        self.with_code(digits)
    }

    /// With other spellings of the code.
    #[must_use]
    pub const fn with_aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    /// With a `type`.
    #[must_use]
    pub const fn with_type(mut self, error_type: &'static str) -> Self {
        self.error_type = Some(error_type);
        self
    }

    /// With other spellings of the type.
    #[must_use]
    pub const fn with_type_aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.type_aliases = aliases;
        self
    }

    /// With a message: `{name}` is a hole that fits any text, `{{` and `}}` are braces.
    #[must_use]
    pub const fn with_message(mut self, template: &'static str) -> Self {
        self.message = Some(template);
        self
    }

    /// With one sentence on what happened.
    #[must_use]
    pub const fn with_summary(mut self, summary: &'static str) -> Self {
        self.summary = Some(summary);
        self
    }

    /// The name in upper camel case.
    #[must_use]
    pub const fn variant(&self) -> &'static str {
        self.variant
    }

    /// What happened.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// Whether it only wraps an upstream's answer: its kind holds unless the message tells more.
    #[must_use]
    pub const fn wraps(&self) -> bool {
        self.wraps
    }

    /// What to do with the same request at the same place.
    #[must_use]
    pub const fn retry(&self) -> RetryHint {
        match self.retry {
            Some(retry) => retry,
            None => self.kind.retry(),
        }
    }

    /// How far the failure reaches.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        match self.scope {
            Some(scope) => scope,
            None => self.kind.scope(),
        }
    }

    /// The HTTP status, if the row names one and not a class.
    #[must_use]
    pub const fn status(&self) -> Option<StatusCode> {
        match self.status {
            Some(StatusPattern::Exact(status)) => match StatusCode::from_u16(status) {
                Ok(status) => Some(status),
                Err(_) => None,
            },
            _ => None,
        }
    }

    /// The HTTP status or class of statuses.
    #[must_use]
    pub const fn status_pattern(&self) -> Option<StatusPattern> {
        self.status
    }

    /// The code as the provider writes it.
    #[must_use]
    pub const fn code(&self) -> Option<&'static str> {
        self.code
    }

    /// Whether the provider sends the code as a number.
    #[must_use]
    pub const fn code_is_number(&self) -> bool {
        self.code_is_number
    }

    /// The other spellings of the code.
    #[must_use]
    pub const fn aliases(&self) -> &'static [&'static str] {
        self.aliases
    }

    /// The provider's `type`.
    #[must_use]
    pub const fn error_type(&self) -> Option<&'static str> {
        self.error_type
    }

    /// The other spellings of the type.
    #[must_use]
    pub const fn type_aliases(&self) -> &'static [&'static str] {
        self.type_aliases
    }

    /// The message, a template if it has `{holes}`.
    #[must_use]
    pub const fn message(&self) -> Option<&'static str> {
        self.message
    }

    /// One sentence on what happened.
    #[must_use]
    pub const fn summary(&self) -> Option<&'static str> {
        self.summary
    }

    /// Whether it names nothing that the body says.
    pub(crate) fn is_bare(&self) -> bool {
        self.code.is_none() && self.error_type.is_none() && self.message.is_none()
    }

    /// Whether this is the `type` of the row, in any spelling.
    pub(crate) fn has_type(&self, text: &str) -> bool {
        self.error_type == Some(text) || self.type_aliases.contains(&text)
    }

    /// The texts under which the row stands in an index: the spellings of its code, or those of its type if it has
    /// neither code nor message.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> + Clone + use<> {
        let (first, others) = self.first_name_and_others();
        first.into_iter().chain(others.iter().copied())
    }

    /// Whether this is one of them.
    #[inline]
    pub(crate) fn is_named(&self, text: &str) -> bool {
        self.code == Some(text) || self.is_named_otherwise(text)
    }

    #[cold]
    fn is_named_otherwise(&self, text: &str) -> bool {
        self.names().any(|name| name == text)
    }

    fn first_name_and_others(&self) -> (Option<&'static str>, &'static [&'static str]) {
        match (self.code, self.message) {
            (Some(code), _) => (Some(code), self.aliases),
            (None, None) => (self.error_type, self.type_aliases),
            (None, Some(_)) => (None, &[]),
        }
    }
}

/// Summary and code, as a log line wants it.
impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.summary.or(self.message);
        match (text, self.code.or(self.error_type)) {
            (Some(text), Some(code)) => write!(f, "{text} ({code})"),
            (Some(text), None) => f.write_str(text),
            (None, Some(code)) => write!(f, "{} ({code})", self.kind),
            (None, None) => write!(f, "{}", self.kind),
        }
    }
}

/// The status cell of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StatusPattern {
    /// One status, such as `429`.
    Exact(u16),
    /// All statuses with this first digit: `5` is `5xx`.
    Class(u8),
}

impl StatusPattern {
    /// Whether a status is this one or of this class.
    #[must_use]
    pub const fn matches(self, status: StatusCode) -> bool {
        match self {
            StatusPattern::Exact(exact) => status.as_u16() == exact,
            StatusPattern::Class(class) => status.as_u16() / 100 == class as u16,
        }
    }
}

/// As the table writes it: `429` or `5xx`.
impl fmt::Display for StatusPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StatusPattern::Exact(status) => write!(f, "{status}"),
            StatusPattern::Class(class) => write!(f, "{class}xx"),
        }
    }
}

/// The provider of a call of the macro. A type of the call's has it, so that the module of the static `PROVIDER`, from
/// which nothing else around the call can be named, finds it.
pub trait Declared {
    /// What the static holds.
    const PROVIDER: Provider;
}

/// The rows of a table that the macro wrote, without their variants.
#[must_use]
pub const fn rows<E: Copy, const COUNT: usize>(table: &[(E, Row); COUNT]) -> [Row; COUNT] {
    let mut rows = [Row::new("", ErrorKind::DEFAULT); COUNT];
    let mut at = 0;
    while at < COUNT {
        rows[at] = table[at].1;
        at += 1;
    }
    rows
}

/// The variants of a table that the macro wrote, without their rows.
#[must_use]
pub const fn variants<E: Copy, const COUNT: usize>(table: &[(E, Row); COUNT]) -> [E; COUNT] {
    let mut variants = [table[0].0; COUNT];
    let mut at = 0;
    while at < COUNT {
        variants[at] = table[at].0;
        at += 1;
    }
    variants
}
