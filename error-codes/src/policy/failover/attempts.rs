//! The attempts of one request.

use super::breaker::State;
use super::effect::{Effect, Fault};
use super::exclusions::Exclusions;
use super::route::{Reach, Route};
use super::state::{Failover, Place, Ticket};
use super::units::UnitsOfRoute;
use crate::error::ApiError;
use std::time::Instant;

impl Failover {
    /// Starts the attempts of a new request.
    #[must_use]
    pub fn attempts(&self) -> Attempts {
        Attempts::default()
    }
}

/// What a request should do next.
#[derive(Debug, PartialEq, Eq)]
pub enum Next {
    /// Send it to this route, and report what became of that.
    Attempt(Attempt),
    /// Every route that may still help is refused at present. Whether to wait that long is the caller's policy.
    Wait {
        /// The route that is free first.
        route: Route,
        /// When it is free: at most [`Cooldown::max`](super::Cooldown::max) after it was refused.
        until: Instant,
    },
    /// No route will help.
    GiveUp,
}

/// A request on its way to a route. It is handed back to [`Attempts`] with its result; one that is dropped is not counted.
#[derive(Debug, PartialEq, Eq)]
#[must_use = "report what became of it"]
pub struct Attempt {
    route: Route,
    ticket: Ticket,
}

impl Attempt {
    /// Returns where to send the request.
    #[must_use]
    pub fn route(&self) -> &Route {
        &self.route
    }
}

/// The attempts of one request.
///
/// Several may be on their way at a time, and they may end in any order.
#[derive(Clone, Debug, Default)]
pub struct Attempts {
    is_hopeless: bool,
    /// Routes that cannot help this request, whatever other requests do there.
    excluded: Exclusions,
    /// Routes beside which it failed: other ones are more promising.
    avoided: Exclusions,
    /// What both say about routes that were added later than this is about others, which had their numbers.
    marked_at: u64,
    /// The faults that count once the request has succeeded.
    faults: Vec<(Ticket, Fault)>,
    failures: usize,
}

/// The order in which routes are used, the first one first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    is_last_resort: bool,
    is_avoided: bool,
    /// The end of the cooldown of a last resort.
    until: Option<Instant>,
    priority: u32,
    given: u64,
    since: u64,
}

impl Attempts {
    /// Returns what to do next: the preferred route of those that are left.
    pub fn next(&mut self, failover: &mut Failover, now: Instant) -> Next {
        if self.is_hopeless {
            return Next::GiveUp;
        }
        let (best, first_free) = self.look(failover, now);
        match (best, first_free) {
            (Some(_), _) if self.has_too_many_faults(failover) => {
                self.count_faults(failover, now);
                Next::GiveUp
            }
            (Some(at), _) => failover
                .begin(at, now)
                .map_or(Next::GiveUp, |(ticket, route)| {
                    Next::Attempt(Attempt { route, ticket })
                }),
            (None, Some((until, route))) => Next::Wait { route, until },
            (None, None) => Next::GiveUp,
        }
    }

    /// Returns the number of the best route, and if there is none, the route that is free first.
    fn look(&self, failover: &Failover, now: Instant) -> (Option<usize>, Option<(Instant, Route)>) {
        let mut best: Option<(Rank, usize)> = None;
        let mut first_free: Option<(Instant, Rank, &Route)> = None;
        for (at, place) in failover.places() {
            if self.is_marked(&self.excluded, at, place) {
                continue;
            }
            let mut rank = Rank {
                is_last_resort: false,
                is_avoided: self.is_marked(&self.avoided, at, place),
                until: None,
                priority: place.preference.priority,
                given: failover.given(place),
                since: place.since,
            };
            if best.is_some_and(|(best, _)| best < rank) {
                continue;
            }
            match failover.state(place, now) {
                State::Free => {}
                State::LastResort(until) => {
                    rank.is_last_resort = true;
                    rank.until = Some(until);
                }
                State::Refused(until) => {
                    let is_earlier = first_free
                        .is_none_or(|(earlier, other, _)| (until, rank) < (earlier, other));
                    if is_earlier {
                        first_free = Some((until, rank, &place.route));
                    }
                    continue;
                }
            }
            if best.is_none_or(|(best, _)| rank < best) {
                best = Some((rank, at));
            }
        }
        let first_free = first_free.filter(|_| best.is_none());
        let first_free = first_free.map(|(until, _, route)| (until, route.clone()));
        (best.map(|(_, at)| at), first_free)
    }

    /// Notes that a route responded as it should. What it is part of is healed, and the faults that the request met elsewhere
    /// count from now on.
    pub fn succeeded(&mut self, failover: &mut Failover, attempt: Attempt, now: Instant) {
        let Attempt { ticket, .. } = attempt;
        failover.end(&ticket);
        failover.succeeded(&ticket, now);
        self.count_faults(failover, now);
    }

    /// Notes that a route responded with an error. The [module](super) says what follows from which.
    pub fn failed(
        &mut self,
        failover: &mut Failover,
        attempt: Attempt,
        error: &ApiError<'_>,
        now: Instant,
    ) {
        let effect = Effect::of(error, &failover.settings().cooldown);
        self.note(failover, attempt, effect, now);
    }

    /// Notes that a route gave no response: the connection failed or was lost, or took too long. That is a fault of its provider.
    pub fn no_response(&mut self, failover: &mut Failover, attempt: Attempt, now: Instant) {
        self.note(failover, attempt, Effect::Fault(Fault::NO_RESPONSE), now);
    }

    /// Keeps this request away from those routes of the list that cannot serve it, such as those to other models.
    ///
    /// ```
    /// use error_codes::failover::{Failover, Next, Route};
    /// use std::time::Instant;
    ///
    /// let mut failover = Failover::new([Route::new("ppio", "deepseek-v3"), Route::new("ppio", "qwen3")]);
    /// let mut attempts = failover.attempts();
    /// attempts.exclude(&failover, |route| route.model() != "qwen3");
    /// let Next::Attempt(attempt) = attempts.next(&mut failover, Instant::now()) else { panic!() };
    /// assert_eq!(attempt.route().model(), "qwen3");
    /// ```
    pub fn exclude(&mut self, failover: &Failover, is_excluded: impl Fn(&Route) -> bool) {
        self.forget_removed(failover);
        for (at, place) in failover.places() {
            if is_excluded(&place.route) {
                self.excluded.insert(at);
            }
        }
    }

    /// Returns how many attempts failed.
    #[must_use]
    pub fn failures(&self) -> usize {
        self.failures
    }

    fn note(&mut self, failover: &mut Failover, attempt: Attempt, effect: Effect, now: Instant) {
        let Attempt { ticket, .. } = attempt;
        self.failures += 1;
        let units = failover.end(&ticket);
        self.is_hopeless |= effect == Effect::Hopeless;
        let Some(units) = units else {
            return;
        };
        self.forget_removed(failover);
        match effect {
            Effect::Hopeless => {}
            Effect::Own(reach) => self.mark(failover, &units, Some(reach), reach),
            Effect::Refusal(refusal) => {
                let lasting = (!refusal.is_passing).then_some(refusal.certain);
                self.mark(failover, &units, lasting, refusal.claimed);
                failover.refused(&ticket, &refusal, now);
            }
            Effect::Fault(fault) => {
                self.mark(failover, &units, Some(Reach::Route), fault.reach);
                self.faults.push((ticket, fault));
            }
        }
    }

    fn has_too_many_faults(&self, failover: &Failover) -> bool {
        u32::try_from(self.faults.len()).map_or(true, |faults| {
            faults >= failover.settings().max_faults.max(1)
        })
    }

    /// Counts the faults against the routes: it was not the request.
    fn count_faults(&mut self, failover: &mut Failover, now: Instant) {
        for (ticket, fault) in self.faults.drain(..) {
            failover.faulted(&ticket, fault, now);
        }
    }

    /// Excludes the routes that share the first unit, and avoids those that share the second one.
    fn mark(
        &mut self,
        failover: &Failover,
        units: &UnitsOfRoute,
        excluded: Option<Reach>,
        avoided: Reach,
    ) {
        let shares = |place: &Place, reach: Reach| {
            let unit = reach as usize;
            place.units[unit] == units[unit]
        };
        for (at, place) in failover.places() {
            if excluded.is_some_and(|reach| shares(place, reach)) {
                self.excluded.insert(at);
            }
            if shares(place, avoided) {
                self.avoided.insert(at);
            }
        }
    }

    fn is_marked(&self, marks: &Exclusions, at: usize, place: &Place) -> bool {
        place.since <= self.marked_at && marks.contains(at)
    }

    /// Makes the numbers of routes that were removed since usable for those that have them now.
    fn forget_removed(&mut self, failover: &Failover) {
        for (at, place) in failover.places() {
            if place.since > self.marked_at {
                self.excluded.remove(at);
                self.avoided.remove(at);
            }
        }
        self.marked_at = failover.turn();
    }
}
