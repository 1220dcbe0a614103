//! What retries do to a provider that is down, and to one that tells many clients to come back at once: the figures of the
//! README, computed and not measured, so that they are the same each time.
//!
//! ```text
//! cargo run --example retry_simulation
//! ```

use clap::Parser;
use error_codes::providers::ppio;
use error_codes::{ApiError, HeaderMap, HeaderValue, RetryPolicy, StatusCode};
use error_codes_examples::arguments;
use std::time::Duration;

/// What retries do to a provider that is down
#[derive(Parser)]
#[command(name = "retry_simulation")]
struct Arguments {}

fn main() {
    let Arguments {} = arguments();
    outage();
    recovery();
    wave();
}

const REQUESTS: u32 = 2000;

/// Every request fails.
fn outage() {
    println!("an outage, {REQUESTS} requests:");
    let policies = [
        ("without a budget", RetryPolicy::new().without_budget()),
        ("with one", RetryPolicy::new()),
    ];
    for (name, policy) in policies {
        let calls: u32 = (0..REQUESTS).map(|_| calls(&policy, u32::MAX)).sum();
        println!("  {name:<17} {calls:>5} calls");
    }
}

/// An outage, and then every tenth request fails once.
fn recovery() {
    let policy = RetryPolicy::new();
    for _ in 0..REQUESTS {
        calls(&policy, u32::MAX);
    }
    println!("after it, while one request in ten fails once:");
    for round in 1..=3 {
        let failed = (0..1000).filter(|request| {
            let failures = u32::from(request % 10 == 0);
            calls(&policy, failures) <= failures
        });
        println!(
            "  {:>4} requests later, of 1000 fail {:>3}",
            round * 1000,
            failed.count()
        );
    }
}

/// Returns how many calls a request makes if so many of them fail.
fn calls(policy: &RetryPolicy, failures: u32) -> u32 {
    let headers = HeaderMap::new();
    let error = ppio::PROVIDER.read(StatusCode::SERVICE_UNAVAILABLE, &headers, "");
    let mut retries = policy.retries();
    while retries.made() < failures {
        if retries.after(&error).is_none() {
            return 1 + retries.made();
        }
    }
    retries.succeeded();
    1 + retries.made()
}

/// Clients that are all told `Retry-After: 1`.
fn wave() {
    const CLIENTS: u32 = 500;
    let mut headers = HeaderMap::new();
    headers.insert("retry-after", HeaderValue::from_static("1"));
    let error = ppio::PROVIDER.read(StatusCode::TOO_MANY_REQUESTS, &headers, "");
    println!("{CLIENTS} clients that are told `Retry-After: 1`:");
    let policies = [
        ("without jitter", RetryPolicy::new().with_jitter(0.0)),
        ("with it", RetryPolicy::new()),
    ];
    for (name, policy) in policies {
        let delays: Vec<Duration> = (0..CLIENTS)
            .map(|client| delay(&policy, &error, f64::from(client) / f64::from(CLIENTS)))
            .collect();
        let first = delays.iter().min().copied().unwrap_or_default();
        println!(
            "  {name:<17} {:>3} within the same 10 ms, none before {} ms",
            busiest(&delays),
            first.as_millis()
        );
    }
}

fn delay(policy: &RetryPolicy, error: &ApiError<'_>, random: f64) -> Duration {
    policy.delay(0, Some(error), random)
}

/// Returns how many delays at most end within the same ten milliseconds.
fn busiest(delays: &[Duration]) -> usize {
    let slot = |delay: &Duration| delay.as_millis() / 10;
    let slots = delays.iter().map(|delay| {
        let same = delays.iter().filter(|other| slot(other) == slot(delay));
        same.count()
    });
    slots.max().unwrap_or_default()
}
