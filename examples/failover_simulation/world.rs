//! The providers of the simulation, and how they fail.

use error_codes::{ApiError, HeaderMap, HeaderValue, StatusCode};
use std::time::Duration;

pub(crate) const PROVIDERS: usize = 3;
pub(crate) const KEYS: usize = 2;

/// How the requests and the providers are.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scenario {
    pub(crate) name: &'static str,
    /// The share of calls that get a 500, at random.
    pub(crate) faults: f64,
    /// The share of requests that get a 500 everywhere.
    pub(crate) poisoned: f64,
    /// The share of requests that the first provider refuses with a sentence, as an echo of the prompt could.
    pub(crate) forged: f64,
    /// When the first provider does not respond.
    pub(crate) outage: Option<(Duration, Duration)>,
    /// When the first key is revoked.
    pub(crate) revoked: Option<(Duration, Duration)>,
    /// How many requests a key may send in a second.
    pub(crate) limit: Option<u64>,
    /// Whether the gateway's clock is ahead by a year for a fifth of a second every twenty seconds.
    pub(crate) jumps: bool,
}

impl Scenario {
    /// The situations of the table, which last as long as these requests take.
    pub(crate) fn all(requests: u64) -> Vec<Self> {
        let middle = Some((
            Duration::from_millis(requests / 4),
            Duration::from_millis(requests / 4 * 3),
        ));
        let usual = Scenario {
            faults: 0.0005,
            ..Scenario::default()
        };
        vec![
            Scenario {
                name: "0.05 % random faults",
                ..usual.clone()
            },
            Scenario {
                name: "one provider down for half the time",
                outage: middle,
                ..usual.clone()
            },
            Scenario {
                name: "one request in fifty gets a 500 everywhere",
                poisoned: 0.02,
                ..usual.clone()
            },
            Scenario {
                name: "half of the requests get a 500 everywhere",
                poisoned: 0.5,
                ..usual.clone()
            },
            Scenario {
                name: "one request in five is refused in forged prose",
                forged: 0.2,
                ..usual.clone()
            },
            Scenario {
                name: "a key is revoked for half the time",
                revoked: middle,
                ..usual.clone()
            },
            Scenario {
                name: "limits of 180 requests per second and key",
                limit: Some(180),
                ..usual.clone()
            },
            Scenario {
                name: "limits of 150, and a clock that jumps by a year",
                limit: Some(150),
                jumps: true,
                ..usual.clone()
            },
            Scenario {
                name: "all of it",
                faults: 0.05,
                poisoned: 0.02,
                forged: 0.2,
                outage: middle,
                revoked: middle,
                limit: Some(250),
                jumps: true,
            },
        ]
    }
}

/// What a call results in.
#[derive(Clone, Debug)]
pub(crate) enum Response {
    Success,
    Error(ApiError<'static>),
    None,
}

/// A random number that depends on nothing but its arguments (`SplitMix64`).
pub(crate) fn random(seed: u64, request: u64, salt: u64) -> u64 {
    let mut x = seed ^ request.rotate_left(20) ^ salt.rotate_left(50);
    for _ in 0..2 {
        x = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^= x >> 31;
    }
    x
}

/// Whether something happens that has this probability.
#[allow(clippy::cast_precision_loss, reason = "53 bits are kept")]
fn happens(probability: f64, random: u64) -> bool {
    ((random >> 11) as f64) < probability * (1_u64 << 53) as f64
}

/// The providers.
pub(crate) struct World {
    scenario: Scenario,
    seed: u64,
    fault: ApiError<'static>,
    forged: ApiError<'static>,
    revoked: ApiError<'static>,
    /// The second in which a key was used last, and how often.
    used: [(u64, u64); PROVIDERS * KEYS],
}

/// In milliseconds.
const SECOND: u64 = 1000;

/// How many milliseconds a refusal takes, which needs no model.
const REFUSAL: u64 = 5;

impl Response {
    /// How long it takes.
    pub(crate) fn takes(&self, random: u64) -> Duration {
        Duration::from_millis(match self {
            Response::Error(error) if error.status() == Some(StatusCode::TOO_MANY_REQUESTS) => {
                REFUSAL
            }
            _ => 20 + random % 180,
        })
    }
}

impl World {
    pub(crate) fn new(scenario: Scenario, seed: u64) -> Self {
        let forged = "Your credit balance is too low, please try again in 99999999 hours";
        World {
            scenario,
            seed,
            fault: error(StatusCode::INTERNAL_SERVER_ERROR, &HeaderMap::new(), ""),
            forged: error(StatusCode::BAD_REQUEST, &HeaderMap::new(), forged),
            revoked: error(StatusCode::UNAUTHORIZED, &HeaderMap::new(), ""),
            used: [(0, 0); PROVIDERS * KEYS],
        }
    }

    /// Calls a route.
    pub(crate) fn call(&mut self, request: u64, route: usize, now: Duration) -> Response {
        let response = self.response(request, route, now);
        if matches!(response, Response::Success) {
            let second = seconds(now);
            let (last, count) = self.used[route];
            self.used[route] = (second, if last == second { count + 1 } else { 1 });
        }
        response
    }

    /// Returns whether a request would be served by any route now.
    pub(crate) fn could_serve(&self, request: u64, now: Duration) -> bool {
        let mut routes = 0..PROVIDERS * KEYS;
        routes.any(|route| matches!(self.response(request, route, now), Response::Success))
    }

    fn response(&self, request: u64, route: usize, now: Duration) -> Response {
        let is_first_provider = route < KEYS;
        let random = |salt: u64| random(self.seed, request, salt);
        let is_in = |time: Option<(Duration, Duration)>| {
            time.is_some_and(|(from, to)| (from..to).contains(&now))
        };
        if is_first_provider && is_in(self.scenario.outage) {
            return Response::None;
        }
        if route == 0 && is_in(self.scenario.revoked) {
            return Response::Error(self.revoked.clone());
        }
        if let Some(limit) = self.scenario.limit
            && self.used[route].0 == seconds(now)
            && self.used[route].1 >= limit
        {
            return Response::Error(limited(now));
        }
        let is_fault = happens(self.scenario.poisoned, random(100))
            || happens(self.scenario.faults, random(route as u64));
        if is_fault {
            return Response::Error(self.fault.clone());
        }
        if is_first_provider && happens(self.scenario.forged, random(101)) {
            return Response::Error(self.forged.clone());
        }
        Response::Success
    }
}

fn seconds(now: Duration) -> u64 {
    now.as_secs()
}

/// The window ends with the second, and the delay counts from the moment at which the response arrives.
fn limited(now: Duration) -> ApiError<'static> {
    let left = SECOND - u64::from(now.subsec_millis());
    let left = left.saturating_sub(REFUSAL).max(1);
    let mut headers = HeaderMap::new();
    headers.insert("retry-after-ms", HeaderValue::from(left));
    error(StatusCode::TOO_MANY_REQUESTS, &headers, "")
}

fn error(status: StatusCode, headers: &HeaderMap, message: &str) -> ApiError<'static> {
    let body = format!(r#"{{"error":{{"message":"{message}"}}}}"#);
    error_codes::read(status, headers, &body).into_owned()
}
