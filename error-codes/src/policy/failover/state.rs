//! The routes of a gateway, and what is known about them.

use super::breaker::{Moment, State};
use super::effect::{Fault, Refusal, reach_of};
use super::route::{Preference, Reach, Route};
use super::settings::{Cooldown, Settings, Threshold};
use super::slab::Slab;
use super::units::{Units, UnitsOfRoute};
use crate::vocabulary::Scope;
use std::collections::BTreeMap;
use std::time::Instant;

/// The routes of a gateway, and what is known about each. All requests share it.
#[derive(Clone, Debug, Default)]
pub struct Failover {
    places: Slab<Place>,
    by_route: BTreeMap<Route, usize>,
    units: Units,
    settings: Settings,
    /// Grows with each decision.
    turn: u64,
    /// How far the shares of the requests have been given out.
    given: u64,
}

/// A route in the list.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) route: Route,
    pub(super) preference: Preference,
    pub(super) units: UnitsOfRoute,
    /// When it was added: a later route may get the same number.
    pub(super) since: u64,
    /// Up to where it has had its share of the requests.
    given: u64,
}

/// What an [`Attempts`](super::Attempts) knows about a request that is on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ticket {
    pub(super) place: usize,
    since: u64,
    began: u64,
    /// In which of its units the request is a probe, one bit for each.
    probes: u8,
}

/// How far a request of a route with weight 1 moves it back in the order of the shares.
const STRIDE: u64 = 1 << 20;

/// Whether a route may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Availability {
    /// It is used.
    Available,
    /// Faults were counted, and it cools down until then, or it has cooled down and is being probed. It is used if nothing else
    /// is left.
    LastResort {
        /// The end of the cooldown.
        until: Instant,
    },
    /// Its provider refuses it. It is not used until then.
    CoolingDown {
        /// The end of the cooldown.
        until: Instant,
    },
}

impl Failover {
    /// Creates the state for these routes, the preferred ones first: a further one is used only if those before it are not
    /// available. [`insert`](Self::insert) adds routes that share the requests.
    #[must_use]
    pub fn new(routes: impl IntoIterator<Item = Route>) -> Self {
        let mut failover = Failover::default();
        for (route, priority) in routes.into_iter().zip(0..) {
            let weight = Preference::default().weight;
            failover.insert(route, Preference { priority, weight });
        }
        failover
    }

    /// Sets how long something cools down.
    #[must_use]
    pub fn with_cooldown(mut self, cooldown: Cooldown) -> Self {
        self.settings.cooldown = cooldown;
        self
    }

    /// Sets how many faults it takes until something cools down.
    #[must_use]
    pub fn with_threshold(mut self, threshold: Threshold) -> Self {
        self.settings.threshold = threshold;
        self
    }

    /// Sets how many requests at a time probe what has cooled down. Default: 1, which is also what 0 counts as. A probe that does
    /// not report counts for a minute.
    #[must_use]
    pub fn with_probes(mut self, probes: u16) -> Self {
        self.settings.probes = probes;
        self
    }

    /// Sets after how many faults a request gives up, even if there are further routes. Default: 10. Refusals do not count: each
    /// keeps other requests away, so they do not recur. The faults of a request that gives up so are counted; those of one that
    /// just stops calling [`next`](super::Attempts::next) are not.
    #[must_use]
    pub fn with_max_faults(mut self, max_faults: u32) -> Self {
        self.settings.max_faults = max_faults;
        self
    }

    /// Adds a route, or changes the preference of one that is in the list. Cooldowns stay as they are, and a new route shares those
    /// of its key, account, model and provider.
    pub fn insert(&mut self, route: Route, preference: Preference) {
        let at = self.by_route.get(&route);
        if let Some(place) = at.and_then(|at| self.places.get_mut(*at)) {
            place.preference = preference;
            return;
        }
        self.turn += 1;
        let at = self.places.insert(Place {
            units: self.units.insert(&route),
            route: route.clone(),
            preference,
            since: self.turn,
            given: self.given,
        });
        self.by_route.insert(route, at);
    }

    /// Removes a route. Returns whether it was in the list. The cooldown of a key, account, model or provider is forgotten with its
    /// last route, so add new routes first.
    pub fn remove(&mut self, route: &Route) -> bool {
        let at = self.by_route.remove(route);
        let place = at.and_then(|at| self.places.remove(at));
        if let Some(place) = &place {
            self.units.remove(route, place.units);
        }
        place.is_some()
    }

    /// Returns every route, in no particular order, and whether it may be used.
    pub fn routes(&self, now: Instant) -> impl Iterator<Item = (&Route, Availability)> {
        self.places.iter().map(move |(_, place)| {
            let availability = match self.state(place, now) {
                State::Free => Availability::Available,
                State::LastResort(until) => Availability::LastResort { until },
                State::Refused(until) => Availability::CoolingDown { until },
            };
            (&place.route, availability)
        })
    }

    /// Ends the cooldowns of everything within this scope of a route, because somebody changed something: a key was replaced, an
    /// account was topped up. The scope of a request is the route alone.
    pub fn restore(&mut self, scope: Scope, route: &Route) {
        let reach = reach_of(scope).unwrap_or(Reach::Route);
        let alone = self.by_route.get(route).and_then(|at| self.places.get(*at));
        let alone = alone.map(|place| place.units[Reach::Route as usize]);
        let unit = match reach {
            Reach::Route => alone,
            _ => self.units.find(reach, route),
        };
        for (_, place) in self.places.iter() {
            if Some(place.units[reach as usize]) != unit {
                continue;
            }
            for within in reach.within() {
                if let Some(breaker) = self.units.breaker_mut(place.units[*within as usize]) {
                    breaker.reset();
                }
            }
        }
    }

    pub(super) fn settings(&self) -> &Settings {
        &self.settings
    }

    pub(super) fn turn(&self) -> u64 {
        self.turn
    }

    pub(super) fn places(&self) -> impl Iterator<Item = (usize, &Place)> {
        self.places.iter()
    }

    /// Returns the worst that any unit of a route says.
    pub(super) fn state(&self, place: &Place, now: Instant) -> State {
        let mut worst = State::Free;
        // Nearly all are closed.
        for unit in &place.units {
            let breaker = self
                .units
                .breaker(*unit)
                .filter(|breaker| breaker.is_open());
            if let Some(breaker) = breaker {
                worst = worst.max(breaker.state(now, &self.settings));
            }
        }
        worst
    }

    /// Returns up to where a route has had its share. One that was not available does not catch up.
    pub(super) fn given(&self, place: &Place) -> u64 {
        place.given.max(self.given)
    }

    /// Sends a request to a route.
    pub(super) fn begin(&mut self, at: usize, now: Instant) -> Option<(Ticket, Route)> {
        self.turn += 1;
        let place = self.places.get_mut(at)?;
        self.given = place.given.max(self.given);
        place.given = self.given + STRIDE / u64::from(place.preference.weight.max(1));
        let mut probes = 0;
        for (bit, unit) in place.units.iter().enumerate() {
            let breaker = self.units.breaker_mut(*unit);
            if breaker.is_some_and(|breaker| breaker.begin(now, &self.settings)) {
                probes |= 1 << bit;
            }
        }
        let ticket = Ticket {
            place: at,
            since: place.since,
            began: self.turn,
            probes,
        };
        Some((ticket, place.route.clone()))
    }

    /// Notes that a request has ended. Returns the units of its route, unless that was removed in the meantime.
    pub(super) fn end(&mut self, ticket: &Ticket) -> Option<UnitsOfRoute> {
        let units = self.units_of(ticket)?;
        for (bit, unit) in units.iter().enumerate() {
            if ticket.probes >> bit & 1 == 1
                && let Some(breaker) = self.units.breaker_mut(*unit)
            {
                breaker.end_probe(ticket.began);
            }
        }
        Some(units)
    }

    fn units_of(&self, ticket: &Ticket) -> Option<UnitsOfRoute> {
        let place = self.places.get(ticket.place)?;
        (place.since == ticket.since).then_some(place.units)
    }

    pub(super) fn succeeded(&mut self, ticket: &Ticket, now: Instant) {
        for unit in self.units_of(ticket).into_iter().flatten() {
            if let Some(breaker) = self.units.breaker_mut(unit) {
                breaker.succeeded(ticket.began, now, &self.settings);
            }
        }
    }

    /// Counts a fault against the route, and upwards as far as it reaches.
    pub(super) fn faulted(&mut self, ticket: &Ticket, fault: Fault, now: Instant) {
        let Some(units) = self.units_of(ticket) else {
            return;
        };
        let at = self.moment(now);
        let mut part = None;
        for reach in fault.reach.chain() {
            let unit = units[*reach as usize];
            if let Some(breaker) = self.units.breaker_mut(unit) {
                breaker.faulted(ticket.began, part, fault.stated, at, &self.settings);
            }
            part = Some(unit);
        }
    }

    pub(super) fn refused(&mut self, ticket: &Ticket, refusal: &Refusal, now: Instant) {
        let Some(units) = self.units_of(ticket) else {
            return;
        };
        let at = self.moment(now);
        let breaker = self.units.breaker_mut(units[refusal.certain as usize]);
        if let Some(breaker) = breaker {
            let (first, stated) = (refusal.first, refusal.stated);
            breaker.refused(ticket.began, first, stated, at, &self.settings);
        }
    }

    fn moment(&mut self, now: Instant) -> Moment {
        self.turn += 1;
        Moment {
            now,
            turn: self.turn,
        }
    }
}
