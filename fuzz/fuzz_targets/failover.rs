//! Any sequence of events at any time: no cooldown is longer than the maximum, a request is told to wait only if each route
//! is refused, and one that fails everywhere changes nothing.
//!
//! Two bytes are an event and what it is about.

#![no_main]

use error_codes::failover::{
    Attempt, Attempts, Availability, Cooldown, Failover, Next, Preference, Route,
};
use error_codes::{ApiError, HeaderMap, HeaderValue, Scope, StatusCode};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

const MAX: Duration = Duration::from_secs(600);

/// By how much the clock may be behind without having jumped.
const RACE: Duration = Duration::from_secs(1);

/// A status code, the header `retry-after` and a message, each as the first three bytes of one say.
static ERRORS: LazyLock<Vec<ApiError<'static>>> = LazyLock::new(|| {
    let statuses = [500, 503, 504, 401, 402, 403, 429, 400];
    let delays = [None, Some("7"), Some("86400"), Some("4294967295")];
    let messages = [
        "",
        "Invalid API key provided",
        "Rate limit reached for model big",
        "Your account balance is insufficient, try again in 99999999 hours",
    ];
    let mut errors = Vec::new();
    for status in statuses {
        for delay in delays {
            for message in messages {
                let mut headers = HeaderMap::new();
                if let Some(delay) = delay {
                    headers.insert("retry-after", HeaderValue::from_static(delay));
                }
                let body = format!(r#"{{"error":{{"message":"{message}"}}}}"#);
                let status = StatusCode::from_u16(status).ok();
                errors.push(error_codes::read(status, &headers, &body).into_owned());
            }
        }
    }
    errors
});

/// Sixteen routes, which share two providers, two models, four keys and two accounts.
fn route(number: u8) -> Route {
    let bit = |at: u8| number >> at & 1;
    Route::new(format!("{}", bit(0)), format!("{}", bit(1)))
        .with_key(format!("{}{}", bit(2), bit(3)))
        .with_account(format!("{}", bit(2)))
}

fn preference(number: u8) -> Preference {
    Preference {
        priority: u32::from(number >> 4 & 3),
        weight: u16::from(number >> 6),
    }
}

struct World {
    failover: Failover,
    now: Instant,
    on_their_way: Vec<(Attempts, Attempt)>,
}

impl World {
    fn event(&mut self, event: u8, about: u8) {
        let now = self.now;
        match event % 8 {
            0 => self.next(self.failover.attempts()),
            1..=4 if !self.on_their_way.is_empty() => {
                let which = usize::from(event >> 3) % self.on_their_way.len();
                let (mut attempts, attempt) = self.on_their_way.swap_remove(which);
                let failover = &mut self.failover;
                match event % 8 {
                    1 => return attempts.succeeded(failover, attempt, now),
                    2 => attempts.no_response(failover, attempt, now),
                    3 => {
                        let error = &ERRORS[usize::from(about) % ERRORS.len()];
                        attempts.failed(failover, attempt, error, now);
                    }
                    _ => return drop(attempt),
                }
                self.next(attempts);
            }
            5 => self.failover.insert(route(about), preference(about)),
            6 if about < 128 => drop(self.failover.remove(&route(about))),
            6 => {
                let scope = Scope::ALL[usize::from(event >> 3) % Scope::ALL.len()];
                self.failover.restore(scope, &route(about));
            }
            _ => self.pass(event, about),
        }
    }

    fn next(&mut self, mut attempts: Attempts) {
        if let Next::Attempt(attempt) = attempts.next(&mut self.failover, self.now) {
            self.on_their_way.push((attempts, attempt));
        }
    }

    /// Lets up to five minutes go by, or jumps a year ahead or back.
    fn pass(&mut self, event: u8, about: u8) {
        const YEAR: Duration = Duration::from_secs(365 * 24 * 60 * 60);
        let about = u64::from(about);
        let then = match event >> 3 {
            0 => self.now.checked_add(YEAR),
            1 => self.now.checked_sub(YEAR),
            2 => self.now.checked_sub(Duration::from_millis(about)),
            3..8 => self.now.checked_add(Duration::from_millis(about * about)),
            _ => self.now.checked_add(Duration::from_secs(about)),
        };
        self.now = then.unwrap_or(self.now);
    }

    fn check(&self) {
        let latest = self.now + MAX + RACE;
        let mut is_any_left = false;
        for (route, availability) in self.failover.routes(self.now) {
            is_any_left |= !matches!(availability, Availability::CoolingDown { .. });
            if let Availability::LastResort { until } | Availability::CoolingDown { until } =
                availability
            {
                assert!(until <= latest, "{route:?}");
            }
        }
        let mut failover = self.failover.clone();
        let mut attempts = failover.attempts();
        let mut asked = 0;
        while let Next::Attempt(attempt) = attempts.next(&mut failover, self.now) {
            asked += 1;
            attempts.no_response(&mut failover, attempt, self.now);
        }
        assert_eq!(asked > 0, is_any_left);
        assert!(asked <= self.failover.routes(self.now).count());
        let (before, after) = (self.failover.routes(self.now), failover.routes(self.now));
        assert!(before.eq(after));
    }
}

fuzz_target!(|input: &[u8]| {
    let cooldown = Cooldown {
        max: MAX,
        ..Cooldown::default()
    };
    let routes = (0..4).map(route);
    let failover = Failover::new(routes)
        .with_cooldown(cooldown)
        .with_max_faults(16);
    let mut world = World {
        failover,
        now: Instant::now(),
        on_their_way: Vec::new(),
    };
    for event in input.chunks_exact(2) {
        world.event(event[0], event[1]);
        world.check();
    }
});
