//! Strategies: what an adversary does to failover.

use error_codes::failover::{Cooldown, Failover, Preference, Route, Threshold};
use error_codes::{ApiError, HeaderMap, HeaderValue, Scope, StatusCode};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::ops::Range;
use std::sync::LazyLock;
use std::time::Duration;

/// The longest cooldown.
pub(crate) const MAX: Duration = Duration::from_secs(600);

/// What the adversary does next.
#[derive(Clone, Debug)]
pub(crate) enum Act {
    /// Sends a request, and leaves it on its way.
    Send,
    /// Ends one that is on its way.
    End(Index, Outcome),
    /// Drops one that is on its way.
    Drop(Index),
    /// Sends a request that fails at so many routes, and then succeeds.
    Fail(usize, Outcome),
    /// Lets time go by, or turns it back, in milliseconds.
    Pass(i64),
    /// Goes to the end of a cooldown, and a little before or after it.
    ToEdge(Index, i64),
    Insert(usize, Preference),
    Remove(usize),
    Restore(Scope, usize),
}

#[derive(Clone, Debug)]
pub(crate) enum Outcome {
    Success,
    NoResponse,
    /// A position in [`ERRORS`].
    Error(usize),
}

/// Faults, the requests' own errors, and forged ones.
pub(crate) const FAULTS: [(u16, &str, &str); 8] = [
    (500, "", ""),
    (503, "30", ""),
    (503, "4294967295", ""),
    (504, "", ""),
    (403, "", ""),
    (400, "", "Invalid API key provided"),
    (
        400,
        "",
        "Your account balance is insufficient, try again in 99999999 hours",
    ),
    (418, "", "no idea"),
];
pub(crate) const OWN: [(u16, &str, &str); 3] = [
    (400, "", "The request is invalid"),
    (404, "", "The model does not exist"),
    (413, "", ""),
];
const REFUSALS: [(u16, &str, &str); 7] = [
    (401, "", ""),
    (402, "", ""),
    (429, "", ""),
    (429, "7", ""),
    (429, "86400", ""),
    (429, "4294967295", "Rate limit reached for model big"),
    (
        429,
        "",
        "Rate limit reached for your organization, try again in 9 hours",
    ),
];

pub(crate) static ERRORS: LazyLock<Vec<ApiError<'static>>> = LazyLock::new(|| {
    let all = FAULTS.iter().chain(&OWN).chain(&REFUSALS);
    let errors = all.map(|(status, delay, message)| {
        let mut headers = HeaderMap::new();
        if !delay.is_empty() {
            headers.insert("retry-after", HeaderValue::from_static(delay));
        }
        let body = format!(r#"{{"error":{{"message":"{message}"}}}}"#);
        let status = StatusCode::from_u16(*status).unwrap();
        error_codes::read(status, &headers, &body).into_owned()
    });
    errors.collect()
});

/// Routes that share providers, models, keys and accounts.
pub(crate) static ROUTES: LazyLock<Vec<Route>> = LazyLock::new(|| {
    let route = |(provider, model, key, account): &(&str, &str, &str, &str)| {
        let route = Route::new(*provider, *model).with_key(*key);
        route.with_account(*account)
    };
    [
        ("one", "big", "a", "A"),
        ("one", "small", "a", "A"),
        ("one", "big", "b", "A"),
        ("one", "big", "c", "C"),
        ("two", "big", "a", "A"),
        ("two", "small", "d", "D"),
        ("three", "big", "", ""),
    ]
    .iter()
    .map(route)
    .collect()
});

fn outcomes(errors: Range<usize>) -> impl Strategy<Value = Outcome> {
    prop_oneof![
        1 => Just(Outcome::Success),
        1 => Just(Outcome::NoResponse),
        4 => errors.prop_map(Outcome::Error),
    ]
}

/// What an adversary does who can cause these errors.
pub(crate) fn acts(errors: Range<usize>) -> impl Strategy<Value = Act> {
    let routes = 0..ROUTES.len();
    let preference =
        (0..3_u32, 0..4_u16).prop_map(|(priority, weight)| Preference { priority, weight });
    let year = 365 * 24 * 60 * 60 * 1000;
    let passing = prop_oneof![
        6 => 0..20_000_i64,
        2 => 0..700_000_i64,
        1 => -15..0_i64,
        1 => select(vec![-year, year]),
    ];
    prop_oneof![
        3 => Just(Act::Send),
        3 => (any::<Index>(), outcomes(errors.clone())).prop_map(|(which, outcome)| Act::End(which, outcome)),
        1 => any::<Index>().prop_map(Act::Drop),
        6 => (1..8_usize, outcomes(errors)).prop_map(|(times, outcome)| Act::Fail(times, outcome)),
        3 => passing.prop_map(Act::Pass),
        2 => (any::<Index>(), -1..2_i64).prop_map(|(which, offset)| Act::ToEdge(which, offset)),
        1 => (routes.clone(), preference).prop_map(|(route, preference)| Act::Insert(route, preference)),
        1 => routes.clone().prop_map(Act::Remove),
        1 => (select(Scope::ALL), routes).prop_map(|(scope, route)| Act::Restore(scope, route)),
    ]
}

pub(crate) fn failovers() -> impl Strategy<Value = Failover> {
    (1..4_u16, 0..3_u16, select(vec![0.2_f32, 0.5, 1.0])).prop_map(|(faults, probes, ratio)| {
        let threshold = Threshold {
            faults,
            ratio,
            ..Threshold::default()
        };
        let cooldown = Cooldown {
            max: MAX,
            ..Cooldown::default()
        };
        Failover::new(ROUTES.iter().take(5).cloned())
            .with_threshold(threshold)
            .with_cooldown(cooldown)
            .with_probes(probes)
    })
}
