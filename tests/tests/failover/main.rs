//! Which routes a gateway may use after a failure, which are cooling down, and until when.

mod clocks;
mod faults;
mod lists;
mod probes;
mod refusals;

use error_codes::failover::{Attempt, Attempts, Availability, Failover, Next, Route};
use error_codes::providers::ppio;
use error_codes::{ApiError, HeaderMap, HeaderValue, StatusCode};
use http::HeaderName;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

const SECOND: Duration = Duration::from_secs(1);
const HOUR: Duration = Duration::from_secs(60 * 60);

/// When everything begins. The tests pass times and wait for none.
static START: LazyLock<Instant> = LazyLock::new(Instant::now);

fn at(seconds: u64) -> Instant {
    *START + Duration::from_secs(seconds)
}

/// Three providers with one route each.
fn three() -> [Route; 3] {
    ["one", "two", "three"].map(|provider| Route::new(provider, "big"))
}

fn headers(lines: &[(&'static str, &'static str)]) -> HeaderMap {
    let line = |(name, value): &(&'static str, &'static str)| {
        (
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        )
    };
    lines.iter().map(line).collect()
}

/// The error in a response of PPIO with this status, these headers and this code.
fn ppio_error(
    status: u16,
    lines: &[(&'static str, &'static str)],
    code: &str,
) -> ApiError<'static> {
    let status = StatusCode::from_u16(status).expect("a status");
    let body = format!(r#"{{"reason":"{code}","message":"it failed"}}"#);
    ppio::PROVIDER
        .read(status, &headers(lines), &body)
        .into_owned()
}

/// The error in a response of an unknown provider with this status, these headers and this message.
fn said(status: u16, lines: &[(&'static str, &'static str)], message: &str) -> ApiError<'static> {
    let status = StatusCode::from_u16(status).expect("a status");
    let body = format!(r#"{{"error":{{"message":"{message}"}}}}"#);
    error_codes::read(status, &headers(lines), &body).into_owned()
}

fn internal() -> ApiError<'static> {
    said(500, &[], "")
}

/// The attempt that is next.
#[track_caller]
fn next(attempts: &mut Attempts, failover: &mut Failover, now: Instant) -> Attempt {
    match attempts.next(failover, now) {
        Next::Attempt(attempt) => attempt,
        other => panic!("no attempt: {other:?}"),
    }
}

/// Sends one request, which fails with an error at some routes and succeeds at the others. Returns the routes in their order.
fn send(
    failover: &mut Failover,
    now: Instant,
    mut fails: impl FnMut(&Route) -> Option<ApiError<'static>>,
) -> Vec<Route> {
    let mut attempts = failover.attempts();
    let mut tried = Vec::new();
    while let Next::Attempt(attempt) = attempts.next(failover, now) {
        tried.push(attempt.route().clone());
        match fails(attempt.route()) {
            Some(error) => attempts.failed(failover, attempt, &error, now),
            None => {
                attempts.succeeded(failover, attempt, now);
                break;
            }
        }
    }
    tried
}

/// A provider that fails for everything, this often. Other providers work.
fn fail(failover: &mut Failover, provider: &str, times: usize, now: Instant) {
    for _ in 0..times {
        send(failover, now, |route| {
            (route.provider() == provider).then(internal)
        });
    }
}

/// How long the routes in the list are still cooling down, refused or as last resorts.
fn cooling(failover: &Failover, routes: &[Route], now: Instant) -> Vec<Option<Duration>> {
    let found = routes.iter().map(|route| {
        let known = failover.routes(now).find(|(known, _)| *known == route);
        match known.expect("a route of the list").1 {
            Availability::Available => None,
            Availability::LastResort { until } | Availability::CoolingDown { until } => {
                Some(until.saturating_duration_since(now))
            }
        }
    });
    found.collect()
}

fn is_available(failover: &Failover, route: &Route, now: Instant) -> bool {
    let mut routes = failover.routes(now);
    routes.any(|(known, availability)| known == route && availability == Availability::Available)
}

fn all_are_available(failover: &Failover, now: Instant) -> bool {
    failover
        .routes(now)
        .all(|(_, availability)| availability == Availability::Available)
}
