//! Where else to send a request: which routes may be tried after a failure, and which must be left alone until when.
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
//! assert_eq!(attempts.next(&failover, now), Next::Try(first.clone()));
//!
//! // The account behind the first key is empty: another account may be let through.
//! let headers = HeaderMap::new();
//! let body = r#"{"code":403,"reason":"NOT_ENOUGH_BALANCE","message":"not enough balance"}"#;
//! let error = ppio::PROVIDER.read(StatusCode::FORBIDDEN, &headers, body);
//! attempts.failed(&mut failover, &first, &error, now);
//! assert_eq!(attempts.next(&failover, now), Next::Try(second.clone()));
//!
//! // What is malformed is malformed everywhere.
//! let error = ppio::PROVIDER.read(StatusCode::BAD_REQUEST, &headers, "");
//! attempts.failed(&mut failover, &second, &error, now);
//! assert_eq!(attempts.next(&failover, now), Next::Nothing);
//! ```

use crate::error::ApiError;
use crate::vocabulary::{ErrorKind, RetryHint, Scope};
use core::time::Duration;
use std::sync::Arc;
use std::time::SystemTime;

/// A place where a request can be sent: a model of a provider, asked with a key of an account.
///
/// These are names, to tell places apart and to print. Name a key, do not put it here.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Route {
    provider: Arc<str>,
    model: Arc<str>,
    key: Arc<str>,
    account: Option<Arc<str>>,
}

impl Route {
    /// A model of a provider, asked with the one key that there is.
    #[must_use]
    pub fn new(provider: impl Into<Arc<str>>, model: impl Into<Arc<str>>) -> Self {
        Route {
            provider: provider.into(),
            model: model.into(),
            key: "".into(),
            account: None,
        }
    }

    /// With the name of a key. The key counts as an account of its own, unless [`with_account`](Self::with_account) says
    /// otherwise.
    #[must_use]
    pub fn with_key(mut self, key: impl Into<Arc<str>>) -> Self {
        self.key = key.into();
        self
    }

    /// With the name of the account that the key belongs to, which other keys may share.
    #[must_use]
    pub fn with_account(mut self, account: impl Into<Arc<str>>) -> Self {
        self.account = Some(account.into());
        self
    }

    /// The provider.
    #[must_use]
    pub fn provider(&self) -> &str {
        &self.provider
    }

    /// The model.
    #[must_use]
    pub fn model(&self) -> &str {
        &self.model
    }

    /// The name of the key.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The name of the account.
    #[must_use]
    pub fn account(&self) -> &str {
        self.account.as_ref().unwrap_or(&self.key)
    }

    /// Whether a failure that reaches so far from this route meets the other one too.
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

/// How long a route is left alone where the answer does not say until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cooldown {
    /// After a fault that passes by itself: 10 seconds, unless set.
    pub fault: Duration,
    /// After a limit: a minute, unless set.
    pub limit: Duration,
    /// After a refusal that lasts until somebody changes something, such as a wrong key or an empty account: an hour, unless
    /// set. Then it is tried once more, in case somebody did.
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

/// The routes of a gateway, the preferred ones first, and until when each is left alone. All requests share it.
#[derive(Clone, Debug, Default)]
pub struct Failover {
    places: Vec<Place>,
    cooldown: Cooldown,
}

#[derive(Clone, Debug)]
struct Place {
    route: Route,
    left_alone_until: Option<SystemTime>,
}

impl Failover {
    /// These routes, the preferred ones first.
    #[must_use]
    pub fn new(routes: impl IntoIterator<Item = Route>) -> Self {
        let places = routes.into_iter().map(|route| Place {
            route,
            left_alone_until: None,
        });
        Failover {
            places: places.collect(),
            cooldown: Cooldown::default(),
        }
    }

    /// With other times for what failed without saying until when.
    #[must_use]
    pub fn with_cooldown(mut self, cooldown: Cooldown) -> Self {
        self.cooldown = cooldown;
        self
    }

    /// The attempts of a new request, of which there are none yet.
    #[must_use]
    pub fn attempts(&self) -> Attempts {
        Attempts {
            excluded: Vec::new(),
            failures: 0,
        }
    }

    /// Every route, and until when it must be left alone, if it must.
    pub fn routes(&self, now: SystemTime) -> impl Iterator<Item = (&Route, Option<SystemTime>)> {
        self.places.iter().map(move |place| {
            let until = place.left_alone_until.filter(|until| *until > now);
            (&place.route, until)
        })
    }

    /// Lets everything that shares this scope with a route be tried again at once, because somebody changed something: a
    /// key was replaced, an account was topped up.
    pub fn restore(&mut self, scope: Scope, route: &Route) {
        for place in &mut self.places {
            if route.shares(scope, &place.route) {
                place.left_alone_until = None;
            }
        }
    }

    /// Of two times the later counts.
    fn leave_alone(&mut self, until: SystemTime, is_met: impl Fn(&Route) -> bool) {
        for place in &mut self.places {
            if is_met(&place.route) {
                place.left_alone_until = place.left_alone_until.max(Some(until));
            }
        }
    }
}

/// What one request may do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Send it there.
    Try(Route),
    /// Every route that may still help is to be left alone, the first of them until then. Whether to wait so long is the
    /// caller's policy.
    Wait(SystemTime),
    /// Nothing else will help.
    Nothing,
}

/// The attempts of one request.
#[derive(Clone, Debug, Default)]
pub struct Attempts {
    /// What is no use to this request, whatever others may do there.
    excluded: Vec<Route>,
    failures: usize,
}

impl Attempts {
    /// What to do next: the preferred route of those that are left.
    #[must_use]
    pub fn next(&self, failover: &Failover, now: SystemTime) -> Next {
        let mut earliest = None;
        for (route, left_alone_until) in failover.routes(now) {
            if self.excluded.contains(route) {
                continue;
            }
            match (left_alone_until, earliest) {
                (None, _) => return Next::Try(route.clone()),
                (Some(until), Some(earlier)) if until >= earlier => {}
                (until, _) => earliest = until,
            }
        }
        earliest.map_or(Next::Nothing, Next::Wait)
    }

    /// A route answered with an error.
    ///
    /// What the error reaches is left alone: until the time that the answer states, or else as [`Cooldown`] says. A failure
    /// that nothing mends but a change is final for this request. Others are kept away from a refused key, an account or a
    /// provider, but not from a model, because a prompt that is too long for it, or a file that it does not have, is this
    /// request's own; and a key that is not permitted something is kept for its other models.
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
        failover.leave_alone(after(now, stated.unwrap_or(cooldown)), |other| {
            let is_met = route.shares(scope, other);
            is_met && (!is_for_one_model || route.shares(Scope::Model, other))
        });
    }

    /// Notes that a route gave no response: the connection failed or was lost, or took too long. Its provider cools down.
    pub fn no_response(&mut self, failover: &mut Failover, route: &Route, now: SystemTime) {
        self.failures += 1;
        let until = after(now, failover.cooldown.fault);
        failover.leave_alone(until, |other| route.shares(Scope::Provider, other));
    }

    /// How many attempts failed.
    #[must_use]
    pub fn failures(&self) -> usize {
        self.failures
    }

    fn exclude(&mut self, failover: &Failover, is_met: impl Fn(&Route) -> bool) {
        let routes = failover.places.iter().map(|place| &place.route);
        self.excluded
            .extend(routes.filter(|route| is_met(route)).cloned());
    }
}

/// A time further off than the clock can tell is the furthest one that it can, near enough.
fn after(now: SystemTime, delay: Duration) -> SystemTime {
    const FAR: Duration = Duration::from_secs(100 * 365 * 24 * 60 * 60);
    now.checked_add(delay)
        .or_else(|| now.checked_add(FAR))
        .unwrap_or(now)
}
