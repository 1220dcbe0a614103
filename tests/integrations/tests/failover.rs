//! Which routes may be tried after a failure, and which are left alone until when.

use crate::answer;
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

/// What is left to a request, and what to others at once, after the first route failed.
fn after(error: &ApiError<'_>) -> (Vec<usize>, Vec<(usize, Duration)>) {
    let mut failover = Failover::new(routes());
    let mut attempts = failover.attempts();
    attempts.failed(&mut failover, &routes()[0], error, NOW);
    (left(&attempts, &failover), left_alone(&failover))
}

/// The routes that a request gets one after the other, if each is refused without further consequences.
fn left(attempts: &Attempts, failover: &Failover) -> Vec<usize> {
    let (mut attempts, mut failover) = (attempts.clone(), failover.clone());
    let mut left = Vec::new();
    let refusal = answer(404, &[], "MODEL_NOT_FOUND");
    while let Next::Try(route) = attempts.next(&failover, NOW) {
        left.extend(routes().iter().position(|known| *known == route));
        attempts.failed(&mut failover, &route, &refusal, NOW);
    }
    left
}

fn left_alone(failover: &Failover) -> Vec<(usize, Duration)> {
    let routes = failover.routes(NOW).enumerate();
    let left_alone = routes.filter_map(|(at, (_, until))| {
        let wait = until?.duration_since(NOW).expect("a time to come");
        Some((at, wait))
    });
    left_alone.collect()
}

#[test]
fn nothing_else_helps_a_request_that_is_wrong_everywhere() {
    let (left, left_alone) = after(&answer(400, &[], "INVALID_REQUEST_BODY"));
    assert!(left.is_empty(), "{left:?}");
    assert!(left_alone.is_empty(), "{left_alone:?}");
}

#[test]
fn a_model_that_is_not_there_is_this_requests_matter() {
    // `left` refuses a model at a provider each time, so `big` is asked for once at each.
    let (left, left_alone) = after(&answer(404, &[], "MODEL_NOT_FOUND"));
    assert_eq!(left, [1, 4]);
    assert!(left_alone.is_empty(), "{left_alone:?}");
}

#[test]
fn a_wrong_key_is_left_alone_with_all_its_models() {
    let (left, left_alone) = after(&answer(401, &[], "FAILED_TO_AUTH"));
    assert_eq!(left, [2, 4]);
    assert_eq!(left_alone, [(0, 3600 * SECOND), (1, 3600 * SECOND)]);
}

#[test]
fn a_key_that_may_not_use_a_model_is_kept_for_its_others() {
    let (_, left_alone) = after(&answer(403, &[], "ACCESS_DENY"));
    assert_eq!(left_alone, [(0, 3600 * SECOND)]);
}

#[test]
fn an_empty_account_is_left_alone_with_all_its_keys() {
    let (left, left_alone) = after(&answer(403, &[], "NOT_ENOUGH_BALANCE"));
    assert_eq!(left, [3, 4]);
    let hour = 3600 * SECOND;
    assert_eq!(left_alone, [(0, hour), (1, hour), (2, hour)]);
}

#[test]
fn a_limit_is_left_alone_as_long_as_it_says() {
    let limit = |headers: &[_]| after(&answer(429, headers, "RATE_LIMIT_EXCEEDED")).1;
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
fn a_provider_in_trouble_is_left_alone_as_a_whole() {
    let (left, left_alone) = after(&answer(503, &[], "SERVICE_NOT_AVAILABLE"));
    assert_eq!(left, [4]);
    assert_eq!(left_alone, [0, 1, 2, 3].map(|at| (at, 10 * SECOND)));
}

#[test]
fn no_opinion_keeps_this_request_away_and_nobody_else() {
    let (left, left_alone) = after(&answer(500, &[], "UNKNOWN"));
    assert_eq!(left, [4]);
    assert!(left_alone.is_empty(), "{left_alone:?}");
}

#[test]
fn a_delay_beyond_all_time_is_a_long_time() {
    let seconds = "9000000000000000000";
    let (_, left_alone) = after(&answer(
        429,
        &[("retry-after", seconds)],
        "RATE_LIMIT_EXCEEDED",
    ));
    assert!(left_alone.iter().all(|(_, wait)| *wait > 3600 * SECOND));
    assert_eq!(left_alone.len(), 2);
}

#[test]
fn what_passes_is_waited_for_when_nothing_else_is_left() {
    let route = Route::new("ppio", "big");
    let mut failover = Failover::new([route.clone()]);
    let mut attempts = failover.attempts();
    let limit = answer(429, &[("retry-after", "7")], "RATE_LIMIT_EXCEEDED");
    attempts.failed(&mut failover, &route, &limit, NOW);
    assert_eq!(attempts.next(&failover, NOW), Next::Wait(NOW + 7 * SECOND));
    assert_eq!(
        attempts.next(&failover, NOW + 7 * SECOND),
        Next::Try(route.clone())
    );

    // A new request waits for the same; a refusal is not waited for by the one that it met.
    assert_eq!(
        failover.attempts().next(&failover, NOW),
        Next::Wait(NOW + 7 * SECOND)
    );
    let refusal = answer(401, &[], "FAILED_TO_AUTH");
    attempts.failed(&mut failover, &route, &refusal, NOW);
    assert_eq!(attempts.next(&failover, NOW), Next::Nothing);
    assert_eq!(attempts.failures(), 2);
}

#[test]
fn the_later_of_two_times_counts() {
    let [first, ..] = routes();
    let mut failover = Failover::new(routes());
    let mut attempts = failover.attempts();
    let limit = |seconds| answer(429, &[("retry-after", seconds)], "RATE_LIMIT_EXCEEDED");
    attempts.failed(&mut failover, &first, &limit("30"), NOW);
    attempts.failed(&mut failover, &first, &limit("7"), NOW);
    assert_eq!(left_alone(&failover), [(0, 30 * SECOND), (1, 30 * SECOND)]);
}

#[test]
fn whoever_changed_something_lets_it_be_tried_at_once() {
    let mut failover = Failover::new(routes());
    let mut attempts = failover.attempts();
    let empty = answer(403, &[], "NOT_ENOUGH_BALANCE");
    attempts.failed(&mut failover, &routes()[0], &empty, NOW);
    failover.restore(Scope::Key, &routes()[2]);
    assert_eq!(left_alone(&failover).len(), 2);
    failover.restore(Scope::Account, &routes()[2]);
    assert_eq!(left_alone(&failover), []);
}

#[test]
fn no_answer_keeps_away_from_the_provider() {
    let mut failover = Failover::new(routes()).with_cooldown(Cooldown {
        fault: 3 * SECOND,
        ..Cooldown::default()
    });
    let mut attempts = failover.attempts();
    attempts.unanswered(&mut failover, &routes()[0], NOW);
    assert_eq!(
        left_alone(&failover),
        [0, 1, 2, 3].map(|at| (at, 3 * SECOND))
    );
    assert_eq!(left(&attempts, &failover), [4]);
}

#[test]
fn a_key_is_an_account_of_its_own_unless_told() {
    let [one, two] = ["one", "two"].map(|key| Route::new("ppio", "big").with_key(key));
    let mut failover = Failover::new([one.clone(), two.clone()]);
    let mut attempts = failover.attempts();
    let empty = answer(403, &[], "NOT_ENOUGH_BALANCE");
    attempts.failed(&mut failover, &one, &empty, NOW);
    assert_eq!(attempts.next(&failover, NOW), Next::Try(two));
}

#[test]
fn no_routes_are_nothing_to_try() {
    let failover = Failover::default();
    assert_eq!(failover.attempts().next(&failover, NOW), Next::Nothing);
}
