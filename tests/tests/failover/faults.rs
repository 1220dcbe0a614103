//! Faults count if they are confirmed and if there are too many of them, and never keep a request from every route.

use crate::{
    SECOND, all_are_available, at, cooling, fail, internal, is_available, next, ppio_error, said,
    send, three,
};
use error_codes::failover::{Cooldown, Failover, Next, Preference, Route, Threshold};
use std::time::Duration;

#[test]
fn one_fault_cools_nothing_down() {
    for fault in [
        internal(),
        said(504, &[], ""),
        said(503, &[("retry-after", "30")], ""),
    ] {
        let mut failover = Failover::new(three());
        let mut attempts = failover.attempts();
        let attempt = next(&mut attempts, &mut failover, at(0));
        attempts.failed(&mut failover, attempt, &fault, at(0));
        let attempt = next(&mut attempts, &mut failover, at(0));
        attempts.succeeded(&mut failover, attempt, at(0));
        assert!(all_are_available(&failover, at(0)), "{fault}");
    }
    let mut failover = Failover::new(three());
    let mut attempts = failover.attempts();
    let attempt = next(&mut attempts, &mut failover, at(0));
    attempts.no_response(&mut failover, attempt, at(0));
    let attempt = next(&mut attempts, &mut failover, at(0));
    assert_eq!(attempt.route(), &three()[1]);
    attempts.succeeded(&mut failover, attempt, at(0));
    assert!(all_are_available(&failover, at(0)));
}

#[test]
fn a_few_random_faults_make_nobody_wait() {
    // Three providers, a thousand requests a second, and one fault in two thousand.
    let mut failover = Failover::new(three());
    let mut random = 1_u64;
    let mut faults = 0;
    for request in 0..100_000 {
        let now = at(0) + Duration::from_millis(request);
        let tried = send(&mut failover, now, |_| {
            random = random
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            (random >> 32).is_multiple_of(2000).then(internal)
        });
        faults += tried.len() - 1;
        assert!(all_are_available(&failover, now));
    }
    assert_eq!(faults, 44);
}

#[test]
fn the_fifth_fault_within_the_window_cools_down() {
    let mut failover = Failover::new(three());
    fail(&mut failover, "one", 4, at(0));
    assert!(all_are_available(&failover, at(0)));
    fail(&mut failover, "one", 1, at(0));
    let now = cooling(&failover, &three(), at(0));
    assert_eq!(now, [Some(10 * SECOND), None, None]);
    let tried = send(&mut failover, at(0), |_| None);
    assert_eq!(tried, [three()[1].clone()]);
}

#[test]
fn faults_are_forgotten_after_the_window() {
    let mut failover = Failover::new(three());
    for round in 0..10 {
        fail(&mut failover, "one", 4, at(30 * round));
        assert!(all_are_available(&failover, at(30 * round)));
    }
    // Half of them after half of it.
    fail(&mut failover, "one", 3, at(285));
    assert!(all_are_available(&failover, at(285)));
    fail(&mut failover, "one", 1, at(285));
    assert!(!is_available(&failover, &three()[0], at(285)));
}

#[test]
fn faults_below_the_ratio_do_not_add_up() {
    let works = |failover: &mut Failover| send(failover, at(0), |_| None);
    let mut failover = Failover::new(three());
    for _ in 0..1000 {
        fail(&mut failover, "one", 1, at(0));
        works(&mut failover);
        assert!(all_are_available(&failover, at(0)));
    }
    fail(&mut failover, "one", 2, at(0));
    works(&mut failover);
    fail(&mut failover, "one", 3, at(0));
    assert!(all_are_available(&failover, at(0)));
    fail(&mut failover, "one", 1, at(0));
    assert!(!is_available(&failover, &three()[0], at(0)));

    // At a ratio of 0.2 it takes four successes to make up for a fault.
    let mut failover = Failover::new(three()).with_threshold(Threshold {
        ratio: 0.2,
        faults: 2,
        ..Threshold::default()
    });
    for successes in [4, 4, 3] {
        fail(&mut failover, "one", 1, at(0));
        assert!(all_are_available(&failover, at(0)));
        for _ in 0..successes {
            works(&mut failover);
        }
    }
    fail(&mut failover, "one", 1, at(0));
    assert!(all_are_available(&failover, at(0)));
    fail(&mut failover, "one", 1, at(0));
    assert!(!is_available(&failover, &three()[0], at(0)));
}

#[test]
fn settings_that_make_no_sense_do_no_harm() {
    for ratio in [f32::NAN, f32::INFINITY, -1.0, 0.0, 1.0, 2.0] {
        for window in [Duration::ZERO, Duration::MAX] {
            let mut failover = Failover::new(three())
                .with_probes(0)
                .with_max_faults(0)
                .with_threshold(Threshold {
                    faults: 0,
                    window,
                    ratio,
                })
                .with_cooldown(Cooldown {
                    fault: Duration::MAX,
                    limit: Duration::ZERO,
                    refusal: Duration::MAX,
                    max: Duration::MAX,
                });
            for seconds in [0, 1, 5, 2] {
                fail(&mut failover, "one", 3, at(seconds));
                let error = ppio_error(401, &[], "FAILED_TO_AUTH");
                let refuse = |route: &Route| (route.provider() == "two").then(|| error.clone());
                assert!(!send(&mut failover, at(seconds), refuse).is_empty());
            }
        }
    }
}

#[test]
fn a_request_that_fails_everywhere_is_its_own_fault() {
    let mut failover = Failover::new(three());
    for _ in 0..1000 {
        let tried = send(&mut failover, at(0), |_| Some(internal()));
        assert_eq!(tried, three());
        assert!(all_are_available(&failover, at(0)));
    }
    // Nor does it count that one lost its connection everywhere, or was invalid at last.
    for _ in 0..1000 {
        let mut attempts = failover.attempts();
        while let Next::Attempt(attempt) = attempts.next(&mut failover, at(0)) {
            attempts.no_response(&mut failover, attempt, at(0));
        }
        send(&mut failover, at(0), |route| match route.provider() {
            "three" => Some(ppio_error(400, &[], "INVALID_REQUEST_BODY")),
            _ => Some(internal()),
        });
        assert!(all_are_available(&failover, at(0)));
    }
}

#[test]
fn faults_never_keep_a_request_from_every_route() {
    // A success would heal one of them, so the requests give up after a fault.
    let mut failover = Failover::new(three()).with_max_faults(1);
    for _ in 0..15 {
        send(&mut failover, at(0), |_| Some(internal()));
    }
    let mut failover = failover.with_max_faults(10);
    let waits = cooling(&failover, &three(), at(0));
    assert!(waits.iter().all(Option::is_some), "{waits:?}");
    let mut attempts = failover.attempts();
    // Of those the one that is free first, and one after the other.
    let tried = [(); 3].map(|()| {
        let attempt = next(&mut attempts, &mut failover, at(0));
        let route = attempt.route().clone();
        attempts.failed(&mut failover, attempt, &internal(), at(0));
        route
    });
    assert_eq!(tried, three());
    assert_eq!(attempts.next(&mut failover, at(0)), Next::GiveUp);
}

#[test]
fn a_provider_cools_down_as_a_whole_only_if_several_of_its_models_fail() {
    let model = |model: &str, key: &str| Route::new("one", model).with_key(key);
    let routes = [
        model("a", "first"),
        model("a", "second"),
        model("b", "first"),
        model("c", "first"),
        Route::new("two", "a"),
    ];
    let fails = |models: &[&str], keys: &[&str]| {
        let mut failover = Failover::default();
        for route in &routes {
            failover.insert(route.clone(), Preference::default());
        }
        for request in 0..20 {
            // Each request begins with one of those that fail.
            let begin = models[request % models.len()];
            let key = keys[request % keys.len()];
            let mut attempts = failover.attempts();
            attempts.exclude(&failover, |route| {
                route.provider() == "one" && (route.model() != begin || route.key() != key)
            });
            let attempt = next(&mut attempts, &mut failover, at(0));
            if attempt.route().provider() == "one" {
                attempts.failed(&mut failover, attempt, &internal(), at(0));
                let attempt = next(&mut attempts, &mut failover, at(0));
                attempts.succeeded(&mut failover, attempt, at(0));
            }
        }
        let waits = cooling(&failover, &routes, at(0));
        waits.iter().map(Option::is_some).collect::<Vec<_>>()
    };
    assert_eq!(
        fails(&["a"], &["first"]),
        [true, false, false, false, false]
    );
    assert_eq!(
        fails(&["a"], &["first", "second"]),
        [true, true, false, false, false]
    );
    assert_eq!(
        fails(&["a", "b"], &["first"]),
        [true, true, true, true, false]
    );
}

#[test]
fn a_stated_delay_prolongs_the_cooldown_of_an_overload_up_to_the_maximum() {
    for (stated, expected) in [("30", 30), ("3", 10), ("7200", 3600), ("4294967295", 10)] {
        let mut failover = Failover::new(three());
        for _ in 0..5 {
            send(&mut failover, at(0), |route| {
                (route.provider() == "one").then(|| said(503, &[("retry-after", stated)], ""))
            });
        }
        let waits = cooling(&failover, &three(), at(0));
        assert_eq!(waits, [Some(expected * SECOND), None, None], "{stated}");
    }
}

#[test]
fn what_only_prose_states_counts_if_it_is_repeated() {
    let mut failover = Failover::new(three());
    for request in 1..=5 {
        assert!(all_are_available(&failover, at(0)));
        let tried = send(&mut failover, at(0), |route| {
            let forged = || said(400, &[], "Your account balance is insufficient");
            (route.provider() == "one").then(forged)
        });
        assert_eq!(tried.len(), 2, "{request}");
    }
    assert_eq!(
        cooling(&failover, &three(), at(0)),
        [Some(10 * SECOND), None, None]
    );
}

#[test]
fn a_request_gives_up_after_ten_faults_and_then_they_count() {
    let routes: Vec<Route> = (0..12)
        .map(|at| Route::new(format!("provider {at}"), "big"))
        .collect();
    let mut failover = Failover::new(routes.clone());
    for _ in 0..5 {
        assert_eq!(
            send(&mut failover, at(0), |_| Some(internal())),
            routes[..10]
        );
    }
    // Ten providers are down, so the next request begins with another one.
    let tried = send(&mut failover, at(0), |_| None);
    assert_eq!(tried, routes[10..11]);
    let mut failover = Failover::new(routes.clone()).with_max_faults(2);
    assert_eq!(
        send(&mut failover, at(0), |_| Some(internal())),
        routes[..2]
    );
}
