//! Providers that are known at run time.

use crate::error::UnknownProvider;
use crate::providers;
use crate::reader::Reader;
use crate::table::{Provider, ProviderRef, ProviderSet};
use std::sync::Arc;

/// The providers that a program knows at run time: built-in ones, its own, and those that it reads from a file.
///
/// ```
/// use error_codes::{ErrorKind, Provider, Registry, Row, StatusCode, Table};
///
/// let rows = [Row::new("Slow", ErrorKind::RateLimited).with_code("slow_down")];
/// let mut registry = Registry::built_in();
/// registry.insert(Provider::new("acme", "Acme AI").with_table(Table::new("ErrorCode", rows)));
///
/// let headers = error_codes::HeaderMap::new();
/// let body = r#"{"error":{"code":"slow_down"}}"#;
///
/// // The provider is chosen for each request…
/// let reader = registry.reader_for("acme").unwrap();
/// assert_eq!(reader.read(StatusCode::OK, &headers, body).kind(), ErrorKind::RateLimited);
/// // … or not known at all.
/// let reader = registry.reader();
/// assert_eq!(reader.read(StatusCode::OK, &headers, body).kind(), ErrorKind::RateLimited);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Registry {
    set: Arc<ProviderSet>,
}

impl Registry {
    /// Creates an empty registry.
    #[must_use]
    pub fn new() -> Self {
        Registry::default()
    }

    /// Creates a registry of every built-in provider.
    #[must_use]
    pub fn built_in() -> Self {
        providers::ALL.iter().copied().collect()
    }

    /// Adds a provider. Replaces and returns the one with the same id, if there is one.
    pub fn insert(&mut self, provider: impl Into<ProviderRef>) -> Option<ProviderRef> {
        let provider = provider.into();
        match self.position(provider.id()) {
            Some(at) => Some(core::mem::replace(&mut self.providers_mut()[at], provider)),
            None => {
                self.providers_mut().push(provider);
                None
            }
        }
    }

    /// Removes and returns the provider with this id.
    pub fn remove(&mut self, id: &str) -> Option<ProviderRef> {
        self.position(id).map(|at| self.providers_mut().remove(at))
    }

    /// Returns the provider with this id.
    ///
    /// # Errors
    ///
    /// An id that no provider in this registry has. The error suggests similar ids and lists all.
    pub fn get(&self, id: &str) -> Result<&ProviderRef, UnknownProvider> {
        self.position(id)
            .map(|at| &self.set.providers()[at])
            .ok_or_else(|| UnknownProvider::new(id, self.providers().map(Provider::id)))
    }

    /// Returns every provider, in the order in which they were added.
    #[must_use]
    pub fn providers(&self) -> impl ExactSizeIterator<Item = &Provider> {
        self.set.providers().iter().map(|provider| &**provider)
    }

    /// Creates a reader for responses of any of these providers. The first reading fills an index over their tables, which all
    /// readers share that are created before the registry changes.
    #[must_use]
    pub fn reader(&self) -> Reader {
        Reader::set(Arc::clone(&self.set))
    }

    /// Creates a reader for responses of the provider with this id.
    ///
    /// # Errors
    ///
    /// Those of [`get`](Self::get).
    pub fn reader_for(&self, id: &str) -> Result<Reader, UnknownProvider> {
        Ok(Reader::provider(self.get(id)?))
    }

    fn providers_mut(&mut self) -> &mut Vec<ProviderRef> {
        Arc::make_mut(&mut self.set).providers_mut()
    }

    fn position(&self, id: &str) -> Option<usize> {
        self.set
            .providers()
            .iter()
            .position(|provider| provider.id() == id)
    }
}

impl From<&Registry> for Reader {
    fn from(registry: &Registry) -> Self {
        registry.reader()
    }
}

impl<P: Into<ProviderRef>> Extend<P> for Registry {
    fn extend<I: IntoIterator<Item = P>>(&mut self, providers: I) {
        for provider in providers {
            self.insert(provider);
        }
    }
}

impl<P: Into<ProviderRef>> FromIterator<P> for Registry {
    fn from_iter<I: IntoIterator<Item = P>>(providers: I) -> Self {
        let mut registry = Registry::new();
        registry.extend(providers);
        registry
    }
}
