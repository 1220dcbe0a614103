//! What holds for failover whatever happens, in any order, at any time: an adversary sees the state and sends what it likes.

use crate::adversary::{Act, ERRORS, FAULTS, MAX, OWN, Outcome, ROUTES, acts, failovers};
use crate::cases;
use error_codes::failover::{Attempt, Attempts, Availability, Failover, Next, Route};
use proptest::prelude::*;
use proptest::sample::Index;
use std::time::{Duration, Instant};

/// The clock goes back by less in small steps; a longer cooldown is over.
const RACE: Duration = Duration::from_secs(1);

struct World {
    failover: Failover,
    start: Instant,
    /// In milliseconds. It begins far from zero, so that the clock can go back.
    passed: i64,
    on_their_way: Vec<(Attempts, Attempt)>,
}

impl World {
    fn now(&self) -> Instant {
        let passed = self.passed.max(0).unsigned_abs();
        self.start + Duration::from_millis(passed)
    }

    fn act(&mut self, act: &Act) {
        let now = self.now();
        match act {
            Act::Send => {
                let mut attempts = self.failover.attempts();
                if let Next::Attempt(attempt) = attempts.next(&mut self.failover, now) {
                    self.on_their_way.push((attempts, attempt));
                }
            }
            Act::End(which, outcome) => {
                if let Some((mut attempts, attempt)) = self.take(*which) {
                    end(&mut self.failover, &mut attempts, attempt, outcome, now);
                    if let Next::Attempt(attempt) = attempts.next(&mut self.failover, now) {
                        self.on_their_way.push((attempts, attempt));
                    }
                }
            }
            Act::Drop(which) => drop(self.take(*which)),
            Act::Fail(times, outcome) => {
                let mut attempts = self.failover.attempts();
                let mut left = *times;
                while let Next::Attempt(attempt) = attempts.next(&mut self.failover, now) {
                    let outcome = if left > 0 { outcome } else { &Outcome::Success };
                    left = left.saturating_sub(1);
                    let is_over = matches!(outcome, Outcome::Success);
                    end(&mut self.failover, &mut attempts, attempt, outcome, now);
                    if is_over {
                        break;
                    }
                }
            }
            Act::Pass(milliseconds) => self.passed += milliseconds,
            Act::ToEdge(which, offset) => {
                let ends: Vec<Instant> = self.failover.routes(now).filter_map(end_of).collect();
                if !ends.is_empty() {
                    let wait = which.get(&ends).saturating_duration_since(now);
                    self.passed += i64::try_from(wait.as_millis()).unwrap() + offset;
                }
            }
            Act::Insert(route, preference) => {
                self.failover.insert(ROUTES[*route].clone(), *preference);
            }
            Act::Remove(route) => {
                self.failover.remove(&ROUTES[*route]);
            }
            Act::Restore(scope, route) => self.failover.restore(*scope, &ROUTES[*route]),
        }
    }

    fn take(&mut self, which: Index) -> Option<(Attempts, Attempt)> {
        let count = self.on_their_way.len();
        (count > 0).then(|| self.on_their_way.swap_remove(which.index(count)))
    }

    /// What holds at any time.
    fn check(&self) {
        let now = self.now();
        let states: Vec<_> = self.failover.routes(now).collect();
        for state in &states {
            if let Some(until) = end_of((state.0, state.1)) {
                assert!(
                    until <= now + MAX + RACE,
                    "{state:?} is longer than the maximum"
                );
            }
        }
        let earliest = states.iter().filter_map(|state| match state.1 {
            Availability::CoolingDown { until } => Some(until),
            _ => None,
        });
        let is_any_free = earliest.clone().count() < states.len();
        let mut failover = self.failover.clone();
        let mut attempts = failover.attempts();
        match attempts.next(&mut failover, now) {
            Next::GiveUp => assert!(states.is_empty()),
            Next::Wait { route, until } => {
                assert!(
                    !is_any_free,
                    "told to wait although a route is left: {states:?}"
                );
                assert_eq!(Some(until), earliest.min());
                assert!(until > now);
                let is_first = |route: &Route| {
                    let state = states.iter().find(|state| state.0 == route);
                    state.is_some_and(|state| end_of(*state) == Some(until))
                };
                assert!(is_first(&route));
                // Of several the preferred one, or one that is not being probed.
                let mut attempts = failover.attempts();
                let next = attempts.next(&mut failover, until);
                assert!(matches!(next, Next::Attempt(attempt) if is_first(attempt.route())));
            }
            Next::Attempt(attempt) => {
                let route = attempt.route().clone();
                let of = |route: &Route| states.iter().find(|state| state.0 == route).unwrap().1;
                let is_best = of(&route) == Availability::Available;
                let is_any = states
                    .iter()
                    .any(|state| state.1 == Availability::Available);
                assert_eq!(
                    is_best, is_any,
                    "a last resort, although another is available"
                );
                // A success heals.
                attempts.succeeded(&mut failover, attempt, now);
                let healed = failover.routes(now).find(|(known, _)| **known == route);
                assert_eq!(healed.unwrap().1, Availability::Available);
            }
        }
        self.check_one_that_fails_everywhere(now);
    }

    /// It is its own fault, and it asks each route once at most.
    fn check_one_that_fails_everywhere(&self, now: Instant) {
        let mut failover = self.failover.clone();
        let mut attempts = failover.attempts();
        let mut tried = Vec::new();
        while let Next::Attempt(attempt) = attempts.next(&mut failover, now) {
            assert!(!tried.contains(attempt.route()), "{tried:?}");
            tried.push(attempt.route().clone());
            attempts.failed(&mut failover, attempt, &ERRORS[0], now);
        }
        let (before, after) = (self.failover.routes(now), failover.routes(now));
        assert!(
            before.eq(after),
            "a request that failed everywhere changed something"
        );
    }
}

fn end_of(state: (&Route, Availability)) -> Option<Instant> {
    match state.1 {
        Availability::Available => None,
        Availability::LastResort { until } | Availability::CoolingDown { until } => Some(until),
    }
}

fn end(
    failover: &mut Failover,
    attempts: &mut Attempts,
    attempt: Attempt,
    outcome: &Outcome,
    now: Instant,
) {
    match outcome {
        Outcome::Success => attempts.succeeded(failover, attempt, now),
        Outcome::NoResponse => attempts.no_response(failover, attempt, now),
        Outcome::Error(error) => attempts.failed(failover, attempt, &ERRORS[*error], now),
    }
}

fn run(failover: Failover, acts: &[Act], mut check: impl FnMut(&World)) {
    let mut world = World {
        failover,
        start: Instant::now(),
        passed: 3 * 365 * 24 * 60 * 60 * 1000,
        on_their_way: Vec::new(),
    };
    for act in acts {
        world.act(act);
        world.check();
        check(&world);
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn no_adversary_takes_the_routes_away_for_longer_than_allowed(
        failover in failovers(), acts in prop::collection::vec(acts(0..ERRORS.len()), 1..60),
    ) {
        run(failover, &acts, |_| {});
    }

    #[test]
    fn no_adversary_takes_a_route_away_by_faults_and_words(
        failover in failovers(), acts in prop::collection::vec(acts(0..FAULTS.len() + OWN.len()), 1..60),
    ) {
        run(failover, &acts, |world| {
            let mut states = world.failover.routes(world.now());
            let is_refused = |state: Availability| matches!(state, Availability::CoolingDown { .. });
            assert!(!states.any(|state| is_refused(state.1)));
        });
    }
}
