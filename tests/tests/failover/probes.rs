//! After a cooldown a few requests probe; a success heals.

use crate::{
    SECOND, all_are_available, at, cooling, fail, internal, is_available, next, ppio_error, send,
    three,
};
use error_codes::failover::{Failover, Next, Route};

/// Provider one is down and has cooled down.
fn cooled_down() -> Failover {
    let mut failover = Failover::new(three());
    fail(&mut failover, "one", 5, at(0));
    assert!(!is_available(&failover, &three()[0], at(9)));
    assert!(is_available(&failover, &three()[0], at(10)));
    failover
}

#[test]
fn one_request_at_a_time_probes_and_a_success_heals() {
    let mut failover = cooled_down();
    let [one, two, _] = three();
    let mut probe = failover.attempts();
    let attempt = next(&mut probe, &mut failover, at(10));
    assert_eq!(attempt.route(), &one);
    for _ in 0..100 {
        let tried = send(&mut failover, at(10), |_| None);
        assert_eq!(tried.last(), Some(&two));
    }
    probe.succeeded(&mut failover, attempt, at(11));
    assert!(all_are_available(&failover, at(11)));
    // It takes as many faults as before, and the cooldown is as short.
    fail(&mut failover, "one", 4, at(11));
    assert!(all_are_available(&failover, at(11)));
    fail(&mut failover, "one", 1, at(11));
    assert_eq!(cooling(&failover, &three(), at(11))[0], Some(10 * SECOND));
}

#[test]
fn a_probe_that_fails_cools_down_twice_as_long() {
    let mut failover = cooled_down();
    let mut waits = Vec::new();
    let mut now = at(10);
    for _ in 0..7 {
        fail(&mut failover, "one", 1, now);
        let wait = cooling(&failover, &three(), now)[0].expect("a cooldown");
        waits.push(wait.as_secs());
        now += wait;
    }
    let expected = [20, 40, 80, 160, 320, 320, 320];
    assert_eq!(waits, expected);
}

#[test]
fn as_many_probes_as_set() {
    let mut failover = cooled_down().with_probes(3);
    let mut requests: Vec<_> = (0..5).map(|_| failover.attempts()).collect();
    let sent = requests
        .iter_mut()
        .map(|attempts| next(attempts, &mut failover, at(10)));
    let sent: Vec<_> = sent.map(|attempt| attempt.route().clone()).collect();
    let [one, two, _] = three();
    assert_eq!(sent, [one.clone(), one.clone(), one, two.clone(), two]);
}

#[test]
fn a_probe_that_does_not_report_blocks_nothing_for_ever() {
    let mut failover = cooled_down();
    let [one, two, _] = three();
    let first = |failover: &mut Failover, now| {
        let mut attempts = failover.attempts();
        let attempt = next(&mut attempts, failover, now);
        attempt.route().clone()
    };
    assert_eq!(first(&mut failover, at(10)), one); // and it is dropped
    assert_eq!(first(&mut failover, at(69)), two);
    assert_eq!(first(&mut failover, at(70)), one);
}

#[test]
fn a_probe_that_fails_for_another_reason_makes_room_for_the_next() {
    let mut failover = cooled_down();
    let own = |_: &Route| Some(ppio_error(400, &[], "INVALID_REQUEST_BODY"));
    let one = [three()[0].clone()];
    assert_eq!(send(&mut failover, at(10), own), one);
    assert_eq!(send(&mut failover, at(10), own), one);
}

#[test]
fn where_nothing_else_is_left_nobody_waits_for_the_probe() {
    let route = Route::new("one", "big");
    let mut failover = Failover::new([route.clone()]);
    let limit = ppio_error(429, &[("retry-after", "7")], "RATE_LIMIT_EXCEEDED");
    send(&mut failover, at(0), |_| Some(limit.clone()));
    for _ in 0..10 {
        let mut attempts = failover.attempts();
        assert_eq!(next(&mut attempts, &mut failover, at(7)).route(), &route);
    }
}

#[test]
fn what_was_sent_before_a_cooldown_neither_ends_nor_prolongs_it() {
    let mut failover = Failover::new(three());
    let mut requests = [failover.attempts(), failover.attempts()];
    let sent = requests
        .each_mut()
        .map(|attempts| next(attempts, &mut failover, at(0)));
    fail(&mut failover, "one", 5, at(0));
    let [success, failure] = sent;
    requests[0].succeeded(&mut failover, success, at(1));
    assert_eq!(
        cooling(&failover, &three(), at(1)),
        [Some(9 * SECOND), None, None]
    );
    // It fails long after, and succeeds elsewhere.
    requests[1].failed(&mut failover, failure, &internal(), at(60));
    let attempt = next(&mut requests[1], &mut failover, at(60));
    requests[1].succeeded(&mut failover, attempt, at(60));
    assert!(all_are_available(&failover, at(60)));
}

#[test]
fn a_last_resort_that_works_is_healed() {
    let mut failover = Failover::new(three());
    fail(&mut failover, "one", 5, at(0));
    let works = |route: &Route| (route.provider() != "one").then(internal);
    assert_eq!(send(&mut failover, at(1), works).last(), Some(&three()[0]));
    assert!(is_available(&failover, &three()[0], at(1)));
}

#[test]
fn a_request_that_is_dropped_counts_for_nothing() {
    let mut failover = Failover::new(three());
    for _ in 0..100 {
        let mut attempts = failover.attempts();
        let attempt = next(&mut attempts, &mut failover, at(0));
        attempts.failed(&mut failover, attempt, &internal(), at(0));
        assert!(matches!(
            attempts.next(&mut failover, at(0)),
            Next::Attempt(_)
        ));
    }
    assert!(all_are_available(&failover, at(0)));
}
