//! A row of a table.

mod written;

pub use written::{StaticFacts, static_rows};

use super::cells::{Cells, OwnedCells, Texts};
use super::name;
use super::status::StatusPattern;
use crate::vocabulary::{ErrorKind, RetryHint, Scope};
use core::fmt;
use http::StatusCode;
use std::borrow::Cow;

/// A row of a table: what a response is compared with, and what a match means.
///
/// [`provider_errors!`](crate::provider_errors) writes rows from a table; the methods here build them at run time.
///
/// ```
/// use error_codes::{ErrorKind, Row, StatusPattern};
///
/// let row = Row::new("TooManyPrompts", ErrorKind::RateLimited)
///     .with_status(StatusPattern::exact(429))
///     .with_code("2007")
///     .with_summary("the limit on prompts per minute");
/// assert_eq!(row.to_string(), "the limit on prompts per minute (2007)");
/// ```
#[derive(Clone)]
pub struct Row {
    cells: Cells,
    status: Option<StatusPattern>,
    kind: ErrorKind,
    retry: Option<RetryHint>,
    scope: Option<Scope>,
    is_tentative: bool,
    code_is_number: bool,
}

impl Row {
    /// Creates a row that matches nothing yet: one without a status, code, type or message never does. `variant` is its name in
    /// upper camel case.
    #[must_use]
    pub fn new(variant: impl Into<Cow<'static, str>>, kind: ErrorKind) -> Self {
        Row {
            cells: Cells::Owned(Box::new(OwnedCells {
                variant: variant.into(),
                ..OwnedCells::default()
            })),
            status: None,
            kind,
            retry: None,
            scope: None,
            is_tentative: false,
            code_is_number: false,
        }
    }

    /// Marks the kind as a default that a more telling sign in the response may refine, like `Kind?` in a table.
    #[must_use]
    pub fn tentative(mut self) -> Self {
        self.is_tentative = true;
        self
    }

    /// Sets the retry hint. Default: that of the kind.
    #[must_use]
    pub fn with_retry(mut self, retry: RetryHint) -> Self {
        self.retry = Some(retry);
        self
    }

    /// Sets the scope. Default: that of the kind.
    #[must_use]
    pub fn with_scope(mut self, scope: Scope) -> Self {
        self.scope = Some(scope);
        self
    }

    /// Sets the HTTP status codes, or the class of them, that the provider sends with this error.
    #[must_use]
    pub fn with_status(mut self, status: impl Into<StatusPattern>) -> Self {
        self.status = Some(status.into());
        self
    }

    /// Sets the code, in which `{name}` is a placeholder that stands for at least one character: `InvalidParameter.{param}`.
    /// `{{` and `}}` are braces. A code that is spelt out in another row takes precedence.
    #[must_use]
    pub fn with_code(mut self, code: impl Into<Cow<'static, str>>) -> Self {
        let code = Some(code.into());
        self.cells.change(|cells| cells.code = code);
        self
    }

    /// Sets a code that the provider sends as a JSON number, given as its digits.
    #[must_use]
    pub fn with_numeric_code(mut self, digits: impl Into<Cow<'static, str>>) -> Self {
        self.code_is_number = true;
        self.with_code(digits)
    }

    /// Sets the aliases of the code: accepted, never emitted.
    #[must_use]
    pub fn with_aliases<T: Into<Cow<'static, str>>>(
        mut self,
        aliases: impl IntoIterator<Item = T>,
    ) -> Self {
        let aliases = aliases.into_iter().map(Into::into).collect();
        self.cells.change(|cells| cells.aliases = aliases);
        self
    }

    /// Sets the `type`, which may have placeholders like a code.
    #[must_use]
    pub fn with_type(mut self, error_type: impl Into<Cow<'static, str>>) -> Self {
        let error_type = Some(error_type.into());
        self.cells.change(|cells| cells.error_type = error_type);
        self
    }

    /// Sets the aliases of the type: accepted, never emitted.
    #[must_use]
    pub fn with_type_aliases<T: Into<Cow<'static, str>>>(
        mut self,
        aliases: impl IntoIterator<Item = T>,
    ) -> Self {
        let type_aliases = aliases.into_iter().map(Into::into).collect();
        self.cells.change(|cells| cells.type_aliases = type_aliases);
        self
    }

    /// Sets the message template: `{name}` is a placeholder that matches any text, `{{` and `}}` are braces. The
    /// template is not checked as the macro does: one without text of its own never matches.
    #[must_use]
    pub fn with_message(self, template: impl Into<Cow<'static, str>>) -> Self {
        self.with_messages([template])
    }

    /// Sets several message templates, such as other languages and older wordings. Each is matched; the first is emitted.
    #[must_use]
    pub fn with_messages<T: Into<Cow<'static, str>>>(
        mut self,
        templates: impl IntoIterator<Item = T>,
    ) -> Self {
        let messages = templates.into_iter().map(Into::into).collect();
        self.cells.change(|cells| cells.messages = messages);
        self
    }

    /// Sets the phrases: the words in which a message that nobody has documented says the same, as alternatives in
    /// parentheses with `…` for a gap: `(balance|credit) … (too low|used up)`.
    #[must_use]
    pub fn with_phrases<T: Into<Cow<'static, str>>>(
        mut self,
        phrases: impl IntoIterator<Item = T>,
    ) -> Self {
        let phrases = phrases.into_iter().map(Into::into).collect();
        self.cells.change(|cells| cells.phrases = phrases);
        self
    }

    /// Sets a one-sentence description of the error.
    #[must_use]
    pub fn with_summary(mut self, summary: impl Into<Cow<'static, str>>) -> Self {
        let summary = Some(summary.into());
        self.cells.change(|cells| cells.summary = summary);
        self
    }

    /// Returns the name in upper camel case.
    #[must_use]
    pub fn variant(&self) -> &str {
        self.cells.variant()
    }

    /// Returns what happened.
    #[must_use]
    pub const fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// Returns whether the kind is a default that a more telling sign in the response may refine, as for a code that
    /// only wraps the response of an upstream.
    #[must_use]
    pub const fn is_tentative(&self) -> bool {
        self.is_tentative
    }

    /// Returns what to do with the same request at the same place.
    #[must_use]
    pub const fn retry(&self) -> RetryHint {
        match self.retry {
            Some(retry) => retry,
            None => self.kind.retry(),
        }
    }

    /// Returns how far the failure reaches.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        match self.scope {
            Some(scope) => scope,
            None => self.kind.scope(),
        }
    }

    /// Returns the HTTP status code, the first of several, or `None` if the row has no status or a class such as `5xx`.
    #[must_use]
    pub const fn status(&self) -> Option<StatusCode> {
        match &self.status {
            Some(status) => status.first(),
            None => None,
        }
    }

    /// Returns the HTTP status codes or the class of status codes.
    #[must_use]
    pub const fn status_pattern(&self) -> Option<&StatusPattern> {
        self.status.as_ref()
    }

    /// Returns the code as the provider writes it. It may have `{placeholders}`.
    #[must_use]
    pub const fn code(&self) -> Option<&str> {
        self.cells.code()
    }

    /// Returns whether the provider sends the code as a JSON number.
    #[must_use]
    pub const fn code_is_number(&self) -> bool {
        self.code_is_number
    }

    /// Returns the aliases of the code.
    pub fn aliases(&self) -> impl Iterator<Item = &str> {
        self.cells.aliases()
    }

    /// Returns the `type`. It may have `{placeholders}`.
    #[must_use]
    pub const fn error_type(&self) -> Option<&str> {
        self.cells.error_type()
    }

    /// Returns the aliases of the type.
    pub fn type_aliases(&self) -> impl Iterator<Item = &str> {
        self.cells.type_aliases()
    }

    /// Returns the message template, the first of several.
    #[must_use]
    pub const fn message(&self) -> Option<&str> {
        self.cells.message()
    }

    /// Returns every message template: other languages and older wordings follow the one that is emitted.
    pub fn messages(&self) -> impl Iterator<Item = &str> + Clone {
        self.cells.messages()
    }

    /// Returns the phrases by which a message is recognized that matches no template.
    pub fn phrases(&self) -> impl Iterator<Item = &str> + Clone {
        self.cells.phrases()
    }

    /// Returns the one-sentence description.
    #[must_use]
    pub const fn summary(&self) -> Option<&str> {
        self.cells.summary()
    }

    /// Returns whether the row names nothing but a status.
    pub(crate) fn is_status_only(&self) -> bool {
        self.code().is_none() && self.error_type().is_none() && !self.has_sentences()
    }

    /// Returns whether the row is known by what a message says.
    fn has_sentences(&self) -> bool {
        self.cells.message().is_some() || self.phrases().next().is_some()
    }

    /// Returns whether this is the row's type or one of its aliases.
    pub(crate) fn has_type(&self, text: &str) -> bool {
        self.types()
            .any(|own| own == text || name::matches(own, text))
    }

    /// Returns the code and its aliases.
    pub(crate) fn codes(&self) -> impl Iterator<Item = &str> + Clone {
        self.code().into_iter().chain(self.cells.aliases())
    }

    /// Returns the type and its aliases.
    pub(crate) fn types(&self) -> impl Iterator<Item = &str> + Clone {
        self.error_type()
            .into_iter()
            .chain(self.cells.type_aliases())
    }

    /// Returns the names under which the row is indexed: its code with aliases, or its type with aliases if it has
    /// neither a code nor anything that a message is compared with.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> + Clone {
        let (first, aliases) = match self.code() {
            Some(code) => (Some(code), self.cells.aliases()),
            None if self.has_sentences() => (None, Texts::NONE),
            None => (self.error_type(), self.cells.type_aliases()),
        };
        first.into_iter().chain(aliases)
    }

    /// Returns those of its names that have placeholders or escaped braces.
    pub(super) fn name_templates(&self) -> impl Iterator<Item = &str> {
        self.names().filter(|name| name::is_template(name))
    }

    /// Returns the most text that a template among its names has of its own, of those that this text matches.
    pub(super) fn weight_of_name(&self, text: &str) -> Option<usize> {
        let templates = self.name_templates();
        let matching = templates.filter(|template| name::matches(template, text));
        matching.map(name::weight).max()
    }

    /// Returns whether the row is indexed under this name.
    #[inline]
    pub(crate) fn is_named(&self, text: &str) -> bool {
        self.code() == Some(text) || self.has_other_name(text)
    }

    #[cold]
    fn has_other_name(&self, text: &str) -> bool {
        self.names().any(|name| name == text)
    }
}

/// Rows are equal if they say the same, whether they are part of the program or were built at run time.
impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        let facts = |row: &Row| {
            (
                (row.kind, row.is_tentative, row.retry, row.scope),
                row.code_is_number,
            )
        };
        facts(self) == facts(other)
            && self.status == other.status
            && self.variant() == other.variant()
            && self.codes().eq(other.codes())
            && self.code() == other.code()
            && self.types().eq(other.types())
            && self.error_type() == other.error_type()
            && self.messages().eq(other.messages())
            && self.phrases().eq(other.phrases())
            && self.summary() == other.summary()
    }
}

impl Eq for Row {}

impl fmt::Debug for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |texts: Texts<'_>| texts.map(ToOwned::to_owned).collect::<Vec<String>>();
        f.debug_struct("Row")
            .field("variant", &self.variant())
            .field("kind", &self.kind)
            .field("is_tentative", &self.is_tentative)
            .field("retry", &self.retry)
            .field("scope", &self.scope)
            .field("status", &self.status)
            .field("code", &self.code())
            .field("code_is_number", &self.code_is_number)
            .field("aliases", &list(self.cells.aliases()))
            .field("error_type", &self.error_type())
            .field("type_aliases", &list(self.cells.type_aliases()))
            .field("messages", &list(self.cells.messages()))
            .field("phrases", &list(self.cells.phrases()))
            .field("summary", &self.summary())
            .finish()
    }
}

/// The summary and the code, as used in a log line.
impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.summary().or(self.message());
        match (text, self.code().or(self.error_type())) {
            (Some(text), Some(code)) => write!(f, "{text} ({code})"),
            (Some(text), None) => f.write_str(text),
            (None, Some(code)) => write!(f, "{} ({code})", self.kind),
            (None, None) => write!(f, "{}", self.kind),
        }
    }
}
