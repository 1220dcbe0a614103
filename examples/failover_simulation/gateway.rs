//! The gateway of the simulation: what became of the requests.

use crate::world::{KEYS, Response, Scenario, World, random};
use error_codes::failover::{Attempt, Attempts, Failover, Next};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

/// What became of the requests.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    pub(crate) served: u64,
    /// Of those, by the provider that is preferred.
    pub(crate) by_first: u64,
    /// Told to wait, rightly.
    pub(crate) waiting: u64,
    /// Failed, and no route could have served them.
    pub(crate) failed: u64,
    /// Failed or told to wait, although a route could have served them.
    pub(crate) lost: u64,
    calls: u64,
}

#[allow(clippy::cast_precision_loss, reason = "numbers of requests are small")]
impl Tally {
    fn requests(&self) -> u64 {
        self.served + self.waiting + self.failed + self.lost
    }

    pub(crate) fn share(&self, of: u64) -> f64 {
        of as f64 / self.requests() as f64
    }

    pub(crate) fn calls_per_request(&self) -> f64 {
        self.calls as f64 / self.requests() as f64
    }
}

/// A call that will end.
struct Call {
    request: u64,
    route: usize,
    response: Response,
    /// Without failover nobody needs to know.
    attempt: Option<(Attempts, Attempt)>,
}

struct Simulation {
    world: World,
    failover: Option<Failover>,
    seed: u64,
    jumps: bool,
    start: Instant,
    /// The calls that are on their way, by the time at which they end.
    calls: BTreeMap<(Duration, u64), Call>,
    tally: Tally,
}

/// Sends a request each millisecond, without failover always to the first route.
pub(crate) fn run(
    scenario: &Scenario,
    failover: Option<Failover>,
    requests: u64,
    seed: u64,
) -> Tally {
    let mut simulation = Simulation {
        world: World::new(scenario.clone(), seed),
        failover,
        seed,
        jumps: scenario.jumps,
        start: Instant::now(),
        calls: BTreeMap::new(),
        tally: Tally::default(),
    };
    for request in 0..requests {
        let now = Duration::from_millis(request);
        simulation.end_calls(|end| end <= now);
        let attempts = simulation.failover.as_ref().map(Failover::attempts);
        simulation.proceed(request, attempts, now);
    }
    simulation.end_calls(|_| true);
    simulation.tally
}

impl Simulation {
    fn end_calls(&mut self, is_due: impl Fn(Duration) -> bool) {
        while let Some(entry) = self.calls.first_entry()
            && is_due(entry.key().0)
        {
            let ((now, _), call) = entry.remove_entry();
            self.end(call, now);
        }
    }

    /// What the gateway's clock says.
    fn clock(&self, now: Duration) -> Instant {
        const YEAR: Duration = Duration::from_secs(365 * 24 * 60 * 60);
        let is_ahead = self.jumps && now.as_millis() % 20_000 < 200;
        self.start + now + if is_ahead { YEAR } else { Duration::ZERO }
    }

    /// Sends a request where it should go next.
    fn proceed(&mut self, request: u64, attempts: Option<Attempts>, now: Duration) {
        let clock = self.clock(now);
        let Some((failover, mut attempts)) = self.failover.as_mut().zip(attempts) else {
            self.call(request, 0, None, now);
            return;
        };
        match attempts.next(failover, clock) {
            Next::Attempt(attempt) => {
                let route = position(&attempt);
                self.call(request, route, Some((attempts, attempt)), now);
            }
            Next::Wait { .. } if !self.world.could_serve(request, now) => self.tally.waiting += 1,
            Next::Wait { .. } | Next::GiveUp => self.fail(request, now),
        }
    }

    fn call(
        &mut self,
        request: u64,
        route: usize,
        attempt: Option<(Attempts, Attempt)>,
        now: Duration,
    ) {
        self.tally.calls += 1;
        let response = self.world.call(request, route, now);
        let end = now + response.takes(random(self.seed, request, 200 + route as u64));
        let call = Call {
            request,
            route,
            response,
            attempt,
        };
        self.calls.insert((end, self.tally.calls), call);
    }

    fn end(&mut self, call: Call, now: Duration) {
        let clock = self.clock(now);
        let attempts = match self.failover.as_mut().zip(call.attempt) {
            None => None,
            Some((failover, (mut attempts, attempt))) => {
                match &call.response {
                    Response::Success => attempts.succeeded(failover, attempt, clock),
                    Response::Error(error) => attempts.failed(failover, attempt, error, clock),
                    Response::None => attempts.no_response(failover, attempt, clock),
                }
                Some(attempts)
            }
        };
        match (&call.response, attempts) {
            (Response::Success, _) => {
                self.tally.served += 1;
                self.tally.by_first += u64::from(call.route < KEYS);
            }
            (_, None) => self.fail(call.request, now),
            (_, attempts) => self.proceed(call.request, attempts, now),
        }
    }

    fn fail(&mut self, request: u64, now: Duration) {
        if self.world.could_serve(request, now) {
            self.tally.lost += 1;
        } else {
            self.tally.failed += 1;
        }
    }
}

/// The number of a route, by its names.
fn position(attempt: &Attempt) -> usize {
    let number = |name: &str| -> usize {
        let digits = name.rsplit(' ').next().unwrap_or_default();
        digits.parse().unwrap_or_default()
    };
    number(attempt.route().provider()) * KEYS + number(attempt.route().key())
}
