//! Which routes may be used after a failure, and which are cooling down, and until when.

use crate::ppio_error;
use error_codes::failover::{Attempts, Cooldown, Failover, Next, Route};
use error_codes::{ApiError, Scope};
use std::time::{Duration, SystemTime};

const SECOND: Duration = Duration::from_secs(1);
const NOW: SystemTime = SystemTime::UNIX_EPOCH;

/// Two accounts at PPIO, the first with two keys, of which one may use two models; and another provider.
fn routes() -> [Route; 5] {
    let ppio = |model: &str, key: &str, account: &str| {
        let route = Route::new("ppio", model).with_key(key);
        route.with_account(account)
    };
    [
        ppio("big", "one", "A"),
        ppio("small", "one", "A"),
        ppio("big", "two", "A"),
        ppio("big", "three", "B"),
        Route::new("modelverse", "big"),
    ]
}

/// Returns the routes left to a request after the first one failed, and the routes that are cooling down for how long.
fn after(error: &ApiError<'_>) -> (Vec<usize>, Vec<(usize, Duration)>) {
    let mut failover = Failover::new(routes());
    let mut attempts = failover.attempts();
    attempts.failed(&mut failover, &routes()[0], error, NOW);
    (left(&attempts, &failover), cooling(&failover))
}

/// The routes that a request gets one after the other if each refuses the model.
fn left(attempts: &Attempts, failover: &Failover) -> Vec<usize> {
    let (mut attempts, mut failover) = (attempts.clone(), failover.clone());
    let mut left = Vec::new();
    let refusal = ppio_error(404, &[], "MODEL_NOT_FOUND");
    while let Next::Attempt(route) = attempts.next(&failover, NOW) {
        left.extend(routes().iter().position(|known| *known == route));
        attempts.failed(&mut failover, &route, &refusal, NOW);
    }
    left
}

fn cooling(failover: &Failover) -> Vec<(usize, Duration)> {
    let routes = failover.routes(NOW).enumerate();
    let cooling = routes.filter_map(|(at, (_, until))| {
        let wait = until?.duration_since(NOW).expect("a time to come");
        Some((at, wait))
    });
    cooling.collect()
}

#[test]
fn nothing_else_helps_a_request_that_is_wrong_everywhere() {
    let (left, cooling) = after(&ppio_error(400, &[], "INVALID_REQUEST_BODY"));
    assert!(left.is_empty(), "{left:?}");
    assert!(cooling.is_empty(), "{cooling:?}");
}

#[test]
fn a_model_that_is_not_there_is_this_requests_matter() {
    // `left` refuses a model at a provider each time, so `big` is asked for once at each.
    let (left, cooling) = after(&ppio_error(404, &[], "MODEL_NOT_FOUND"));
    assert_eq!(left, [1, 4]);
    assert!(cooling.is_empty(), "{cooling:?}");
}

#[test]
fn a_wrong_key_cools_down_with_all_its_models() {
    let (left, cooling) = after(&ppio_error(401, &[], "FAILED_TO_AUTH"));
    assert_eq!(left, [2, 4]);
    assert_eq!(cooling, [(0, 3600 * SECOND), (1, 3600 * SECOND)]);
}

#[test]
fn a_key_that_may_not_use_a_model_is_kept_for_its_others() {
    let (_, cooling) = after(&ppio_error(403, &[], "ACCESS_DENY"));
    assert_eq!(cooling, [(0, 3600 * SECOND)]);
}

#[test]
fn an_empty_account_cools_down_with_all_its_keys() {
    let (left, cooling) = after(&ppio_error(403, &[], "NOT_ENOUGH_BALANCE"));
    assert_eq!(left, [3, 4]);
    let hour = 3600 * SECOND;
    assert_eq!(cooling, [(0, hour), (1, hour), (2, hour)]);
}

#[test]
fn a_limit_cools_down_for_as_long_as_it_says() {
    let limit = |headers: &[_]| after(&ppio_error(429, headers, "RATE_LIMIT_EXCEEDED")).1;
    assert_eq!(limit(&[]), [(0, 60 * SECOND), (1, 60 * SECOND)]);
    assert_eq!(
        limit(&[("retry-after", "7")]),
        [(0, 7 * SECOND), (1, 7 * SECOND)]
    );
    assert_eq!(
        limit(&[("retry-after", "0")]),
        [(0, 60 * SECOND), (1, 60 * SECOND)]
    );
}

#[test]
fn a_provider_in_trouble_cools_down_as_a_whole() {
    let (left, cooling) = after(&ppio_error(503, &[], "SERVICE_NOT_AVAILABLE"));
    assert_eq!(left, [4]);
    assert_eq!(cooling, [0, 1, 2, 3].map(|at| (at, 10 * SECOND)));
}

#[test]
fn no_opinion_keeps_only_this_request_away() {
    let (left, cooling) = after(&ppio_error(500, &[], "UNKNOWN"));
    assert_eq!(left, [4]);
    assert!(cooling.is_empty(), "{cooling:?}");
}

#[test]
fn a_delay_beyond_all_time_is_none() {
    let with = |headers: &'static [(&'static str, &'static str)]| {
        let (_, cooling) = after(&ppio_error(429, headers, "RATE_LIMIT_EXCEEDED"));
        cooling
    };
    let cooling = with(&[("retry-after", "9000000000000000000")]);
    assert_eq!(cooling, with(&[]));
    assert_eq!(cooling.len(), 2);
}

#[test]
fn a_transient_failure_is_waited_for_when_nothing_else_is_left() {
    let route = Route::new("ppio", "big");
    let mut failover = Failover::new([route.clone()]);
    let mut attempts = failover.attempts();
    let limit = ppio_error(429, &[("retry-after", "7")], "RATE_LIMIT_EXCEEDED");
    attempts.failed(&mut failover, &route, &limit, NOW);
    assert_eq!(attempts.next(&failover, NOW), Next::Wait(NOW + 7 * SECOND));
    assert_eq!(
        attempts.next(&failover, NOW + 7 * SECOND),
        Next::Attempt(route.clone())
    );

    // A new request waits for the same; a refusal is not waited for by the one that it met.
    assert_eq!(
        failover.attempts().next(&failover, NOW),
        Next::Wait(NOW + 7 * SECOND)
    );
    let refusal = ppio_error(401, &[], "FAILED_TO_AUTH");
    attempts.failed(&mut failover, &route, &refusal, NOW);
    assert_eq!(attempts.next(&failover, NOW), Next::GiveUp);
    assert_eq!(attempts.failures(), 2);
}

#[test]
fn the_later_of_two_times_counts() {
    let [first, ..] = routes();
    let mut failover = Failover::new(routes());
    let mut attempts = failover.attempts();
    let limit = |seconds| ppio_error(429, &[("retry-after", seconds)], "RATE_LIMIT_EXCEEDED");
    attempts.failed(&mut failover, &first, &limit("30"), NOW);
    attempts.failed(&mut failover, &first, &limit("7"), NOW);
    assert_eq!(cooling(&failover), [(0, 30 * SECOND), (1, 30 * SECOND)]);
}

#[test]
fn a_restored_route_is_used_at_once() {
    let mut failover = Failover::new(routes());
    let mut attempts = failover.attempts();
    let empty = ppio_error(403, &[], "NOT_ENOUGH_BALANCE");
    attempts.failed(&mut failover, &routes()[0], &empty, NOW);
    failover.restore(Scope::Key, &routes()[2]);
    assert_eq!(cooling(&failover).len(), 2);
    failover.restore(Scope::Account, &routes()[2]);
    assert_eq!(cooling(&failover), []);
}

#[test]
fn no_response_keeps_away_from_the_provider() {
    let mut failover = Failover::new(routes()).with_cooldown(Cooldown {
        fault: 3 * SECOND,
        ..Cooldown::default()
    });
    let mut attempts = failover.attempts();
    attempts.no_response(&mut failover, &routes()[0], NOW);
    assert_eq!(cooling(&failover), [0, 1, 2, 3].map(|at| (at, 3 * SECOND)));
    assert_eq!(left(&attempts, &failover), [4]);
}

#[test]
fn a_key_is_an_account_of_its_own_unless_told() {
    let [one, two] = ["one", "two"].map(|key| Route::new("ppio", "big").with_key(key));
    let mut failover = Failover::new([one.clone(), two.clone()]);
    let mut attempts = failover.attempts();
    let empty = ppio_error(403, &[], "NOT_ENOUGH_BALANCE");
    attempts.failed(&mut failover, &one, &empty, NOW);
    assert_eq!(attempts.next(&failover, NOW), Next::Attempt(two));
}

#[test]
fn no_routes_are_a_reason_to_give_up() {
    let failover = Failover::default();
    assert_eq!(failover.attempts().next(&failover, NOW), Next::GiveUp);
}
