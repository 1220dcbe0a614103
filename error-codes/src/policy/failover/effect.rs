//! What an error means for the routes, and how far it can be believed.

use super::route::Reach;
use super::settings::Cooldown;
use crate::classify::MatchedBy;
use crate::error::ApiError;
use crate::response::{DelaySource, RetryAfter};
use crate::table::Row;
use crate::vocabulary::{ErrorKind, Scope};
use core::time::Duration;

/// What an error means for the routes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// The request is at fault, and fails everywhere.
    Hopeless,
    /// The request is at fault, and fails as far as this.
    Own(Reach),
    /// The provider refuses the caller.
    Refusal(Refusal),
    /// Something failed, or the response says so in words that a caller may have written.
    Fault(Fault),
}

/// A refusal that cannot be forged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    /// How far that is certain.
    pub(super) certain: Reach,
    /// How far the response says that it reaches.
    pub(super) claimed: Reach,
    /// Whether it passes by itself.
    pub(super) is_passing: bool,
    /// How long the first cooldown is if the response states no delay.
    pub(super) first: Duration,
    pub(super) stated: Option<Duration>,
}

/// A failure that only counts if it is confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) reach: Reach,
    pub(super) stated: Option<Duration>,
}

impl Fault {
    /// What a connection says that failed or was lost: anything at the provider may be the cause.
    pub(super) const NO_RESPONSE: Self = Fault {
        reach: Reach::Provider,
        stated: None,
    };
}

/// The longest window that providers renew: a month. A longer delay is a mistake, such as a time instead of a delay.
const PLAUSIBLE: Duration = Duration::from_secs(31 * 24 * 60 * 60);

impl Effect {
    pub(super) fn of(error: &ApiError<'_>, cooldown: &Cooldown) -> Self {
        let Some(claimed) = reach_of(error.scope()) else {
            return Effect::Hopeless;
        };
        let stated = error.retry_after_with_source();
        let stated = stated.filter(|stated| !stated.delay.is_zero() && stated.delay <= PLAUSIBLE);
        let fault = Effect::Fault(Fault {
            reach: claimed,
            stated: stated
                .filter(|stated| stated.source != DelaySource::Message)
                .map(|stated| stated.delay),
        });
        match error.kind() {
            ErrorKind::Authentication
            | ErrorKind::PermissionDenied
            | ErrorKind::RateLimited
            | ErrorKind::QuotaExhausted => certain_reach(error).map_or(fault, |certain| {
                let is_passing = error.retry().is_retryable();
                let first = if is_passing {
                    cooldown.limit
                } else {
                    cooldown.refusal
                };
                Effect::Refusal(Refusal {
                    certain: certain.intersection(claimed),
                    claimed,
                    is_passing,
                    first,
                    stated: stated.map(|stated| believed(stated, first)),
                })
            }),
            ErrorKind::Timeout
            | ErrorKind::Unavailable
            | ErrorKind::Internal
            | ErrorKind::Unknown => fault,
            ErrorKind::InvalidRequest
            | ErrorKind::PayloadTooLarge
            | ErrorKind::ContentFiltered
            | ErrorKind::Cancelled
            | ErrorKind::Conflict
            | ErrorKind::ContextLength
            | ErrorKind::NotFound => Effect::Own(claimed),
        }
    }
}

/// Returns how far a failure with this scope reaches, or `None` if it does not depend on the route.
pub(super) fn reach_of(scope: Scope) -> Option<Reach> {
    match scope {
        Scope::Request => None,
        Scope::Model => Some(Reach::Model),
        Scope::Key => Some(Reach::Key),
        Scope::Account => Some(Reach::Account),
        Scope::Provider => Some(Reach::Provider),
    }
}

/// A message may be an echo: it can shorten a cooldown, but not prolong it.
fn believed(stated: RetryAfter, first: Duration) -> Duration {
    match stated.source {
        DelaySource::Message => stated.delay.min(first),
        _ => stated.delay,
    }
}

/// Returns how far a refusal reaches by what no caller can write: a code or type that means this, or else the status. Words of
/// the message may narrow that, as in "for this model", but not widen it. A status of 403 alone is not enough, because firewalls
/// return it for what a prompt contains.
fn certain_reach(error: &ApiError<'_>) -> Option<Reach> {
    let kind = error.kind();
    let row = error.matched().map(|entry| entry.row());
    let is_by_name = matches!(error.matched_by(), MatchedBy::Code | MatchedBy::Type);
    // The kind of a tentative row may have been replaced by that of a message.
    if is_by_name && row.is_none_or(|row| row.kind() == kind) {
        let reach = reach_of(row.map_or(kind.scope(), Row::scope))?;
        let is_for_one_model = kind == ErrorKind::PermissionDenied && reach == Reach::Key;
        return Some(if is_for_one_model {
            Reach::Route
        } else {
            reach
        });
    }
    match ErrorKind::from_status(error.status()?) {
        kind @ (ErrorKind::Authentication | ErrorKind::QuotaExhausted | ErrorKind::RateLimited) => {
            reach_of(kind.scope())
        }
        _ => None,
    }
}
