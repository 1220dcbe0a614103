//! How long a decision takes.

use comfy_table::Table;
use error_codes::failover::{Failover, Next, Preference, Route};
use error_codes::{ApiError, HeaderMap, StatusCode};
use std::hint::black_box;
use std::time::Instant;

/// How often each is measured; the fastest counts.
const RUNS: u32 = 200;

/// Measures lists of different lengths, each route with a key of its own.
pub(crate) fn table() -> Table {
    let mut table = crate::table([
        "routes",
        "in order",
        "shared equally",
        "all refused",
        "a fault and the next route",
    ]);
    for routes in [10, 100, 1000, 4000] {
        let in_order = |key| Preference {
            priority: key,
            weight: 1,
        };
        let mut ordered = failover(routes, in_order);
        let mut shared = failover(routes, |_| Preference::default());
        let mut refused = failover(routes, |_| Preference::default());
        refuse_all(&mut refused);
        table.add_row([
            routes.to_string(),
            fastest(|now| decide(&mut ordered, now)),
            fastest(|now| decide(&mut shared, now)),
            fastest(|now| decide(&mut refused, now)),
            fastest(|now| fail_once(&mut shared, now)),
        ]);
    }
    table
}

fn failover(routes: u32, preference: impl Fn(u32) -> Preference) -> Failover {
    let mut failover = Failover::default();
    for key in 0..routes {
        let route = Route::new("provider", "model").with_key(format!("key {key}"));
        failover.insert(route, preference(key));
    }
    failover
}

fn error(status: StatusCode) -> ApiError<'static> {
    error_codes::read(status, &HeaderMap::new(), "").into_owned()
}

fn refuse_all(failover: &mut Failover) {
    let (mut attempts, now) = (failover.attempts(), Instant::now());
    let error = error(StatusCode::UNAUTHORIZED);
    while let Next::Attempt(attempt) = attempts.next(failover, now) {
        attempts.failed(failover, attempt, &error, now);
    }
}

fn decide(failover: &mut Failover, now: Instant) {
    let mut attempts = failover.attempts();
    if let Next::Attempt(attempt) = black_box(attempts.next(failover, now)) {
        attempts.succeeded(failover, attempt, now);
    }
}

fn fail_once(failover: &mut Failover, now: Instant) {
    let mut attempts = failover.attempts();
    if let Next::Attempt(attempt) = attempts.next(failover, now) {
        attempts.no_response(failover, attempt, now);
    }
    if let Next::Attempt(attempt) = attempts.next(failover, now) {
        attempts.succeeded(failover, attempt, now);
    }
}

fn fastest(mut run: impl FnMut(Instant)) -> String {
    let times = (0..RUNS).map(|_| {
        let began = Instant::now();
        run(began);
        began.elapsed()
    });
    let fastest = times.min().unwrap_or_default();
    format!("{:.2} µs", fastest.as_secs_f64() * 1e6)
}
