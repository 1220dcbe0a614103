//! Where requests can be sent.

use std::sync::Arc;

/// Where a request can be sent: a model of a provider, called with a key of an account.
///
/// These are names, to distinguish routes and to print them. Use the name of a key, not the key itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route {
    provider: Arc<str>,
    model: Arc<str>,
    key: Arc<str>,
    account: Option<Arc<str>>,
}

impl Route {
    /// Creates a route to a model of a provider that is called with one key.
    #[must_use]
    pub fn new(provider: impl Into<Arc<str>>, model: impl Into<Arc<str>>) -> Self {
        Route {
            provider: provider.into(),
            model: model.into(),
            key: "".into(),
            account: None,
        }
    }

    /// Sets the name of the key. A key counts as an account of its own unless [`with_account`](Self::with_account) is called.
    #[must_use]
    pub fn with_key(mut self, key: impl Into<Arc<str>>) -> Self {
        self.key = key.into();
        self
    }

    /// Sets the name of the account that the key belongs to, which other keys may share.
    #[must_use]
    pub fn with_account(mut self, account: impl Into<Arc<str>>) -> Self {
        self.account = Some(account.into());
        self
    }

    /// Returns the provider.
    #[must_use]
    pub fn provider(&self) -> &str {
        &self.provider
    }

    /// Returns the model.
    #[must_use]
    pub fn model(&self) -> &str {
        &self.model
    }

    /// Returns the name of the key.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Returns the name of the account.
    #[must_use]
    pub fn account(&self) -> &str {
        self.account.as_ref().unwrap_or(&self.key)
    }

    /// Returns what the unit of this reach is called within the provider. The route itself and the provider need no name.
    pub(super) fn name_within_provider(&self, reach: Reach) -> Option<Arc<str>> {
        match reach {
            Reach::Route | Reach::Provider => None,
            Reach::Model => Some(self.model.clone()),
            Reach::Key => Some(self.key.clone()),
            Reach::Account => Some(self.account.as_ref().unwrap_or(&self.key).clone()),
        }
    }

    pub(super) fn provider_name(&self) -> Arc<str> {
        self.provider.clone()
    }
}

/// Which of several available routes a request gets first.
///
/// ```
/// use error_codes::failover::{Failover, Preference, Route};
///
/// let mut failover = Failover::default();
/// // Three quarters of the requests, and one quarter.
/// failover.insert(Route::new("ppio", "deepseek-v3"), Preference { priority: 0, weight: 3 });
/// failover.insert(Route::new("modelverse", "deepseek-v3"), Preference { priority: 0, weight: 1 });
/// // Only if neither is available.
/// failover.insert(Route::new("openrouter", "deepseek-v3"), Preference { priority: 1, weight: 1 });
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preference {
    /// A route with a lower number is used before all with a higher one. Default: 0.
    pub priority: u32,
    /// The share of the requests among the available routes of the same priority. Default: 1, which is also what 0 counts as.
    pub weight: u16,
}

impl Default for Preference {
    fn default() -> Self {
        Preference {
            priority: 0,
            weight: 1,
        }
    }
}

/// The parts of a provider that fail, recover and cool down as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reach {
    /// One model, called with one key.
    Route,
    Model,
    Key,
    Account,
    Provider,
}

impl Reach {
    pub(super) const ALL: [Self; 5] = [
        Reach::Route,
        Reach::Model,
        Reach::Key,
        Reach::Account,
        Reach::Provider,
    ];

    /// Returns those from the route to this one, each part of the next: the way that a fault takes upwards. A fault of a provider
    /// shows at its models, one of an account at its keys.
    pub(super) fn chain(self) -> &'static [Self] {
        match self {
            Reach::Route => &[Reach::Route],
            Reach::Model => &[Reach::Route, Reach::Model],
            Reach::Key => &[Reach::Route, Reach::Key],
            Reach::Account => &[Reach::Route, Reach::Key, Reach::Account],
            Reach::Provider => &[Reach::Route, Reach::Model, Reach::Provider],
        }
    }

    /// Returns everything that lies within this one.
    pub(super) fn within(self) -> &'static [Self] {
        match self {
            Reach::Provider => &Self::ALL,
            narrower => narrower.chain(),
        }
    }

    /// Returns what belongs to both.
    pub(super) fn intersection(self, other: Self) -> Self {
        match (self, other) {
            (Reach::Model, Reach::Key | Reach::Account)
            | (Reach::Key | Reach::Account, Reach::Model) => Reach::Route,
            // The order of the enum is that of the width, apart from models beside keys and accounts.
            _ => self.min(other),
        }
    }
}
