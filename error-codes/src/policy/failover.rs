//! Failover: where else to send a request after a failure, which routes are cooling down, and until when.
//!
//! Nothing here sends or waits, and the clock is an argument.
//!
//! ```
//! use error_codes::failover::{Failover, Next, Route};
//! use error_codes::providers::ppio;
//! use error_codes::{HeaderMap, StatusCode};
//! use std::time::SystemTime;
//!
//! let first = Route::new("ppio", "deepseek-v3").with_key("first");
//! let second = Route::new("ppio", "deepseek-v3").with_key("second");
//! let mut failover = Failover::new([first.clone(), second.clone()]);
//!
//! let now = SystemTime::now();
//! let mut attempts = failover.attempts();
//! assert_eq!(attempts.next(&failover, now), Next::Attempt(first.clone()));
//!
//! // The account of the first key is empty: another account may work.
//! let headers = HeaderMap::new();
//! let body = r#"{"code":403,"reason":"NOT_ENOUGH_BALANCE","message":"not enough balance"}"#;
//! let error = ppio::PROVIDER.read(StatusCode::FORBIDDEN, &headers, body);
//! attempts.failed(&mut failover, &first, &error, now);
//! assert_eq!(attempts.next(&failover, now), Next::Attempt(second.clone()));
//!
//! // A malformed request is malformed everywhere.
//! let error = ppio::PROVIDER.read(StatusCode::BAD_REQUEST, &headers, "");
//! attempts.failed(&mut failover, &second, &error, now);
//! assert_eq!(attempts.next(&failover, now), Next::GiveUp);
//! ```

use crate::error::ApiError;
use crate::vocabulary::{ErrorKind, RetryHint, Scope};
use core::time::Duration;
use std::sync::Arc;
use std::time::SystemTime;

/// Where a request can be sent: a model of a provider, called with a key of an account.
///
/// These are names, to distinguish routes and to print them. Use the name of a key, not the key itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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

    /// Returns whether a failure of this route with this scope affects the other one too.
    fn shares(&self, scope: Scope, other: &Route) -> bool {
        let is_same = match scope {
            Scope::Request | Scope::Provider => true,
            Scope::Model => self.model == other.model,
            Scope::Key => self.key == other.key,
            Scope::Account => self.account() == other.account(),
        };
        is_same && self.provider == other.provider
    }
}

/// How long a route cools down if the response does not state a delay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cooldown {
    /// After a transient fault. Default: 10 seconds.
    pub fault: Duration,
    /// After a limit. Default: one minute.
    pub limit: Duration,
    /// After a refusal that lasts until somebody changes something, such as a wrong key or an empty account. Default: one
    /// hour. Then it is attempted again, in case somebody did.
    pub refusal: Duration,
}

impl Default for Cooldown {
    fn default() -> Self {
        Cooldown {
            fault: Duration::from_secs(10),
            limit: Duration::from_secs(60),
            refusal: Duration::from_secs(60 * 60),
        }
    }
}

/// The routes of a gateway, the preferred ones first, and until when each is cooling down. All requests share it.
#[derive(Clone, Debug, Default)]
pub struct Failover {
    places: Vec<Place>,
    cooldown: Cooldown,
}

#[derive(Clone, Debug)]
struct Place {
    route: Route,
    cooling_until: Option<SystemTime>,
}

impl Failover {
    /// Creates the state for these routes, the preferred ones first.
    #[must_use]
    pub fn new(routes: impl IntoIterator<Item = Route>) -> Self {
        let places = routes.into_iter().map(|route| Place {
            route,
            cooling_until: None,
        });
        Failover {
            places: places.collect(),
            cooldown: Cooldown::default(),
        }
    }

    /// Sets how long a route cools down if a response states no delay.
    #[must_use]
    pub fn with_cooldown(mut self, cooldown: Cooldown) -> Self {
        self.cooldown = cooldown;
        self
    }

    /// Starts the attempts of a new request.
    #[must_use]
    pub fn attempts(&self) -> Attempts {
        Attempts {
            excluded: Vec::new(),
            failures: 0,
        }
    }

    /// Returns every route, and until when it is cooling down, if it is.
    pub fn routes(&self, now: SystemTime) -> impl Iterator<Item = (&Route, Option<SystemTime>)> {
        self.places.iter().map(move |place| {
            let until = place.cooling_until.filter(|until| *until > now);
            (&place.route, until)
        })
    }

    /// Ends the cooldown of everything that shares this scope with a route, because somebody changed something: a key was
    /// replaced, an account was topped up.
    pub fn restore(&mut self, scope: Scope, route: &Route) {
        for place in &mut self.places {
            if route.shares(scope, &place.route) {
                place.cooling_until = None;
            }
        }
    }

    /// Of two times the later counts.
    fn cool_down(&mut self, until: SystemTime, is_affected: impl Fn(&Route) -> bool) {
        for place in &mut self.places {
            if is_affected(&place.route) {
                place.cooling_until = place.cooling_until.max(Some(until));
            }
        }
    }
}

/// What a request should do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Send it to this route.
    Attempt(Route),
    /// Every route that may still help is cooling down, the first of them until then. Whether to wait that long is the
    /// caller's policy.
    Wait(SystemTime),
    /// No route will help.
    GiveUp,
}

/// The attempts of one request.
#[derive(Clone, Debug, Default)]
pub struct Attempts {
    /// Routes that cannot help this request, whatever other requests do there.
    excluded: Vec<Route>,
    failures: usize,
}

impl Attempts {
    /// Returns what to do next: the preferred route of those that are left.
    #[must_use]
    pub fn next(&self, failover: &Failover, now: SystemTime) -> Next {
        let mut earliest = None;
        for (route, cooling_until) in failover.routes(now) {
            if self.excluded.contains(route) {
                continue;
            }
            match (cooling_until, earliest) {
                (None, _) => return Next::Attempt(route.clone()),
                (Some(until), Some(earlier)) if until >= earlier => {}
                (until, _) => earliest = until,
            }
        }
        earliest.map_or(Next::GiveUp, Next::Wait)
    }

    /// Notes that a route responded with an error.
    ///
    /// Everything within the scope of the error cools down: until the time that the response states, or else as long as
    /// [`Cooldown`] says. A failure that lasts until somebody changes something is final for this request. It also keeps other
    /// requests away from a refused key, account or provider, but not from a model, because a prompt that is too long or a
    /// file that does not exist is this request's own fault; and a key without a permission is kept for its other models.
    pub fn failed(
        &mut self,
        failover: &mut Failover,
        route: &Route,
        error: &ApiError<'_>,
        now: SystemTime,
    ) {
        self.failures += 1;
        let scope = error.scope();
        let is_passing = error.retry().is_retryable();
        if !is_passing || !scope.allows_failover() {
            self.exclude(failover, |other| {
                !scope.allows_failover() || route.shares(scope, other)
            });
        }
        let cooldown = match (error.retry(), scope) {
            (_, Scope::Request)
            | (RetryHint::Unspecified, _)
            | (RetryHint::Never, Scope::Model) => {
                return;
            }
            (RetryHint::Never, _) => failover.cooldown.refusal,
            (RetryHint::AfterReset, _) => failover.cooldown.limit,
            (RetryHint::Backoff, _) => failover.cooldown.fault,
        };
        let stated = error.retry_after().filter(|delay| !delay.is_zero());
        let is_for_one_model = scope == Scope::Key && error.kind() == ErrorKind::PermissionDenied;
        failover.cool_down(after(now, stated.unwrap_or(cooldown)), |other| {
            let is_affected = route.shares(scope, other);
            is_affected && (!is_for_one_model || route.shares(Scope::Model, other))
        });
    }

    /// Notes that a route gave no response: the connection failed or was lost, or took too long. Its provider cools down.
    pub fn no_response(&mut self, failover: &mut Failover, route: &Route, now: SystemTime) {
        self.failures += 1;
        let until = after(now, failover.cooldown.fault);
        failover.cool_down(until, |other| route.shares(Scope::Provider, other));
    }

    /// Returns how many attempts failed.
    #[must_use]
    pub fn failures(&self) -> usize {
        self.failures
    }

    fn exclude(&mut self, failover: &Failover, is_affected: impl Fn(&Route) -> bool) {
        let routes = failover.places.iter().map(|place| &place.route);
        self.excluded
            .extend(routes.filter(|route| is_affected(route)).cloned());
    }
}

/// Adds a delay to a time. One that the clock cannot represent is limited to a hundred years.
fn after(now: SystemTime, delay: Duration) -> SystemTime {
    const FAR: Duration = Duration::from_secs(100 * 365 * 24 * 60 * 60);
    now.checked_add(delay)
        .or_else(|| now.checked_add(FAR))
        .unwrap_or(now)
}
