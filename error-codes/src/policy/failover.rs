//! Failover: where else to send a request after a failure, which routes are cooling down, and until when.
//!
//! It is a state machine that all requests share. It neither sends nor waits, and it has no clock: the time is an argument.
//!
//! ```
//! use error_codes::failover::{Failover, Next, Route};
//! use error_codes::providers::ppio;
//! use error_codes::{HeaderMap, StatusCode};
//! use std::time::Instant;
//!
//! let first = Route::new("ppio", "deepseek-v3").with_key("first");
//! let second = Route::new("ppio", "deepseek-v3").with_key("second");
//! let mut failover = Failover::new([first.clone(), second.clone()]);
//!
//! let now = Instant::now();
//! let mut attempts = failover.attempts();
//! let Next::Attempt(attempt) = attempts.next(&mut failover, now) else { panic!() };
//! assert_eq!(attempt.route(), &first);
//!
//! // The account of the first key is empty: another account may work.
//! let headers = HeaderMap::new();
//! let body = r#"{"code":403,"reason":"NOT_ENOUGH_BALANCE","message":"not enough balance"}"#;
//! let error = ppio::PROVIDER.read(StatusCode::FORBIDDEN, &headers, body);
//! attempts.failed(&mut failover, attempt, &error, now);
//! let Next::Attempt(attempt) = attempts.next(&mut failover, now) else { panic!() };
//! assert_eq!(attempt.route(), &second);
//! attempts.succeeded(&mut failover, attempt, now);
//!
//! // Other requests do not try the first key for now.
//! let Next::Attempt(attempt) = failover.attempts().next(&mut failover, now) else { panic!() };
//! assert_eq!(attempt.route(), &second);
//! ```
//!
//! # What a failure does
//!
//! | the response | this request | other requests |
//! |---|---|---|
//! | blames the request (`Scope::Request`) | gives up | nothing |
//! | says that the model is missing, or the prompt too long for it | leaves the model alone | nothing |
//! | refuses by a code, a type, or status 401, 402 or 429 | leaves alone what is refused | the route, key, account, model or provider cools down at once |
//! | refuses in prose, which may be an echo, or with a bare 403 | goes elsewhere | a fault |
//! | is a 500, a timeout, an overload, or did not arrive | goes elsewhere | a fault |
//!
//! A **fault** is evidence. It counts once the same request has succeeded elsewhere: a request that fails everywhere is its own
//! fault and changes nothing for others. Faults drain a token bucket for the route, its model and its provider, and successes and
//! time refill it ([`Threshold`]). An empty bucket cools down what it belongs to, but only as a preference: where nothing else is
//! left, the route that is free first is used all the same, so faults alone never keep a request from every route. A model, an
//! account or a provider cools down by faults only if those were spread over more than one of its parts.
//!
//! After a cooldown a limited number of requests **probes** whether things work again, while the others still prefer other routes.
//! A success heals, a further failure starts a cooldown of twice the length. None is longer than [`Cooldown::max`].
//!
//! The mechanisms are those of others: the bucket is that of gRPC's retry throttling and AWS's retry quota, the growing cooldown
//! and the use of everything if nothing is healthy are Envoy's outlier detection and panic mode, the probes are the half-open state of a
//! circuit breaker, and the shares by weight are stride scheduling.
//!
//! # Cost
//!
//! A decision looks at each route once, and at five entries for it; a report at most twice. Deciding allocates nothing; a request
//! allocates at its first failure, two bits per route. A route takes about a kilobyte, with a key and an account of its own.

mod attempts;
mod breaker;
mod effect;
mod exclusions;
mod route;
mod settings;
mod slab;
mod state;
mod units;

pub use attempts::{Attempt, Attempts, Next};
pub use route::{Preference, Route};
pub use settings::{Cooldown, Threshold};
pub use state::{Availability, Failover};
