//! Refusals that cannot be forged act at once, and only as far as they reach.

use crate::{HOUR, SECOND, at, cooling, next, ppio_error, said, send};
use error_codes::failover::{Cooldown, Failover, Next, Route};
use error_codes::{ApiError, MatchedBy, Scope};
use std::time::Duration;

const MINUTE: Duration = Duration::from_secs(60);

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

/// Returns where a request goes after its first attempt failed, until it succeeds, and which routes are cooling down for how
/// long, by their positions.
fn after(error: &ApiError<'_>) -> (Option<usize>, Vec<(usize, Duration)>) {
    let mut failover = Failover::new(routes());
    let mut attempts = failover.attempts();
    let attempt = next(&mut attempts, &mut failover, at(0));
    attempts.failed(&mut failover, attempt, error, at(0));
    let elsewhere = match attempts.next(&mut failover, at(0)) {
        Next::Attempt(attempt) => routes().iter().position(|route| route == attempt.route()),
        _ => None,
    };
    let cooling = cooling(&failover, &routes(), at(0)).into_iter().enumerate();
    let cooling = cooling.filter_map(|(at, wait)| Some((at, wait?)));
    (elsewhere, cooling.collect())
}

#[test]
fn nothing_else_helps_a_request_that_is_wrong_everywhere() {
    let error = ppio_error(400, &[], "INVALID_REQUEST_BODY");
    assert_eq!(after(&error), (None, vec![]));
}

#[test]
fn a_model_that_is_not_there_is_this_requests_matter() {
    let error = ppio_error(404, &[], "MODEL_NOT_FOUND");
    assert_eq!(after(&error), (Some(1), vec![]));
    // It asks for `big` once at each provider.
    let mut failover = Failover::new(routes());
    let refuse = |_: &Route| Some(ppio_error(404, &[], "MODEL_NOT_FOUND"));
    let [first, small, .., other] = routes();
    assert_eq!(send(&mut failover, at(0), refuse), [first, small, other]);
}

#[test]
fn a_wrong_key_cools_down_with_all_its_models() {
    let error = ppio_error(401, &[], "FAILED_TO_AUTH");
    assert_eq!(after(&error), (Some(2), vec![(0, MINUTE), (1, MINUTE)]));
}

#[test]
fn a_key_that_may_not_use_a_model_is_kept_for_its_others() {
    let error = ppio_error(403, &[], "ACCESS_DENY");
    assert_eq!(after(&error).1, [(0, MINUTE)]);
}

#[test]
fn an_empty_account_cools_down_with_all_its_keys() {
    let error = ppio_error(403, &[], "NOT_ENOUGH_BALANCE");
    let cooling = vec![(0, MINUTE), (1, MINUTE), (2, MINUTE)];
    assert_eq!(after(&error), (Some(3), cooling));
}

#[test]
fn a_limit_cools_down_for_as_long_as_it_says() {
    let limit = |headers: &[_]| after(&ppio_error(429, headers, "RATE_LIMIT_EXCEEDED")).1;
    let both = |wait: Duration| vec![(0, wait), (1, wait)];
    assert_eq!(limit(&[]), both(10 * SECOND));
    assert_eq!(limit(&[("retry-after", "7")]), both(7 * SECOND));
    assert_eq!(limit(&[("retry-after", "0")]), both(10 * SECOND));
    // A quota of a day is asked again each hour.
    assert_eq!(limit(&[("retry-after", "86400")]), both(HOUR));
}

#[test]
fn a_status_that_refuses_is_no_guess() {
    let key = vec![(0, MINUTE), (1, MINUTE)];
    assert_eq!(after(&said(401, &[], "")).1, key);
    let limit = said(429, &[("retry-after", "7")], "");
    assert_eq!(after(&limit).1, [(0, 7 * SECOND), (1, 7 * SECOND)]);
    // The status says a limit of the key; that the account is empty is only said.
    let forged = said(429, &[], "Insufficient balance");
    assert_eq!(forged.scope(), Scope::Account);
    assert_eq!(after(&forged).1, key);
}

#[test]
fn what_only_prose_states_keeps_nobody_else_away() {
    for message in [
        "Invalid API key provided",
        "Your account balance is insufficient",
        "Rate limit reached, please try again in 99999999 hours",
    ] {
        for status in [400, 403, 500] {
            let error = said(status, &[], message);
            let is_prose = matches!(error.matched_by(), MatchedBy::Message | MatchedBy::Phrase);
            assert!(is_prose || status == 403, "{error}");
            let (elsewhere, cooling) = after(&error);
            assert!(elsewhere.is_some(), "{error}");
            assert_eq!(cooling, [], "{error}");
        }
    }
    // A firewall's page, which it returns for what the prompt contains.
    assert_eq!(after(&said(403, &[], "")).1, []);
}

#[test]
fn words_narrow_a_refusal_and_do_not_widen_it() {
    let narrower = said(429, &[], "Rate limit reached for model big");
    assert_eq!(narrower.scope(), Scope::Model);
    assert_eq!(after(&narrower).1, [(0, 10 * SECOND)]);
    let wider = said(429, &[], "Rate limit reached for your organization");
    assert_eq!(wider.scope(), Scope::Account);
    // The key cools down; this request goes to another account.
    let key = vec![(0, 10 * SECOND), (1, 10 * SECOND)];
    assert_eq!(after(&wider), (Some(3), key));
}

#[test]
fn a_refusal_that_is_repeated_cools_down_twice_as_long_up_to_the_maximum() {
    let route = [Route::new("ppio", "big")];
    let mut failover = Failover::new(route.clone()).with_cooldown(Cooldown {
        max: 300 * SECOND,
        ..Cooldown::default()
    });
    let mut now = at(0);
    let mut waits = Vec::new();
    for _ in 0..5 {
        send(&mut failover, now, |_| {
            Some(ppio_error(401, &[], "FAILED_TO_AUTH"))
        });
        let wait = cooling(&failover, &route, now)[0].expect("a cooldown");
        waits.push(wait.as_secs());
        now += wait;
    }
    assert_eq!(waits, [60, 120, 240, 300, 300]);
}

#[test]
fn refusals_of_requests_that_were_sent_together_are_one() {
    let route = [Route::new("ppio", "big")];
    let mut failover = Failover::new(route.clone());
    let mut requests: Vec<_> = (0..50).map(|_| failover.attempts()).collect();
    let sent: Vec<_> = requests
        .iter_mut()
        .map(|attempts| next(attempts, &mut failover, at(0)))
        .collect();
    for (attempts, attempt) in requests.iter_mut().zip(sent) {
        let error = ppio_error(401, &[], "FAILED_TO_AUTH");
        attempts.failed(&mut failover, attempt, &error, at(0));
    }
    assert_eq!(cooling(&failover, &route, at(0)), [Some(MINUTE)]);
}

#[test]
fn the_later_of_two_stated_times_counts() {
    let mut failover = Failover::new(routes());
    let mut requests = [failover.attempts(), failover.attempts()];
    let sent = requests
        .each_mut()
        .map(|attempts| next(attempts, &mut failover, at(0)));
    for ((attempts, attempt), seconds) in requests.iter_mut().zip(sent).zip(["30", "7"]) {
        let limit = ppio_error(429, &[("retry-after", seconds)], "RATE_LIMIT_EXCEEDED");
        attempts.failed(&mut failover, attempt, &limit, at(0));
    }
    let cooling = cooling(&failover, &routes()[..2], at(0));
    assert_eq!(cooling, [Some(30 * SECOND), Some(30 * SECOND)]);
}

#[test]
fn a_wait_names_the_route_that_is_free_first() {
    let [first, _, _, _, other] = routes();
    let mut failover = Failover::new([first.clone(), other.clone()]);
    let limits = |route: &Route| {
        let seconds = if route.provider() == "ppio" { "9" } else { "7" };
        Some(ppio_error(
            429,
            &[("retry-after", seconds)],
            "RATE_LIMIT_EXCEEDED",
        ))
    };
    send(&mut failover, at(0), limits);
    let mut attempts = failover.attempts();
    let wait = Next::Wait {
        route: other.clone(),
        until: at(7),
    };
    assert_eq!(attempts.next(&mut failover, at(0)), wait);
    assert_eq!(next(&mut attempts, &mut failover, at(7)).route(), &other);
}

#[test]
fn a_limit_is_waited_for_by_the_request_that_met_it_and_a_refusal_is_not() {
    let route = Route::new("ppio", "big");
    let mut failover = Failover::new([route.clone()]);
    let mut attempts = failover.attempts();
    let attempt = next(&mut attempts, &mut failover, at(0));
    let limit = ppio_error(429, &[("retry-after", "7")], "RATE_LIMIT_EXCEEDED");
    attempts.failed(&mut failover, attempt, &limit, at(0));
    let wait = Next::Wait {
        route,
        until: at(7),
    };
    assert_eq!(attempts.next(&mut failover, at(0)), wait);
    let attempt = next(&mut attempts, &mut failover, at(7));
    let refusal = ppio_error(401, &[], "FAILED_TO_AUTH");
    attempts.failed(&mut failover, attempt, &refusal, at(7));
    assert_eq!(attempts.next(&mut failover, at(7)), Next::GiveUp);
    assert_eq!(attempts.failures(), 2);
}

#[test]
fn a_restored_route_is_used_at_once() {
    let mut failover = Failover::new(routes());
    let mut attempts = failover.attempts();
    let attempt = next(&mut attempts, &mut failover, at(0));
    let empty = ppio_error(403, &[], "NOT_ENOUGH_BALANCE");
    attempts.failed(&mut failover, attempt, &empty, at(0));
    let cooling = |failover: &Failover| {
        let cooling = cooling(failover, &routes(), at(0));
        cooling.into_iter().flatten().count()
    };
    assert_eq!(cooling(&failover), 3);
    // A key of the account that is still empty, and a route that is not in the list.
    failover.restore(Scope::Key, &routes()[2]);
    failover.restore(Scope::Request, &Route::new("ppio", "other"));
    assert_eq!(cooling(&failover), 3);
    let key = Route::new("ppio", "any").with_key("four").with_account("A");
    failover.restore(Scope::Account, &key);
    assert_eq!(cooling(&failover), 0);
}

#[test]
fn a_key_is_an_account_of_its_own_unless_told() {
    let [one, two] = ["one", "two"].map(|key| Route::new("ppio", "big").with_key(key));
    let mut failover = Failover::new([one.clone(), two.clone()]);
    let tried = send(&mut failover, at(0), |route| {
        (route.key() == "one").then(|| ppio_error(403, &[], "NOT_ENOUGH_BALANCE"))
    });
    assert_eq!(tried, [one, two]);
}
