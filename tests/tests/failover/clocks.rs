//! Delays that cannot be true, and clocks that jump.

use crate::{HOUR, SECOND, at, cooling, fail, is_available, next, ppio_error, said, send, three};
use error_codes::failover::{Failover, Next, Route};
use std::time::Duration;

const YEAR: Duration = Duration::from_secs(365 * 24 * 60 * 60);

#[test]
fn no_stated_delay_blocks_for_longer_than_the_maximum() {
    let prose = "Rate limit reached, please try again in 99999999 hours";
    for (expected, error) in [
        (10 * SECOND, said(429, &[], prose)),
        (10 * SECOND, said(429, &[("retry-after", "4294967295")], "")),
        (10 * SECOND, said(429, &[("retry-after", "1795000000")], "")),
        (
            10 * SECOND,
            said(429, &[("retry-after", "9000000000000000000")], ""),
        ),
        (10 * SECOND, said(429, &[("retry-after", "31536000")], "")),
        (HOUR, said(429, &[("retry-after", "2678400")], "")),
        (
            2 * SECOND,
            said(429, &[], "Rate limit reached, please try again in 2s"),
        ),
    ] {
        let mut failover = Failover::new(three());
        send(&mut failover, at(0), |route| {
            (route.provider() == "one").then(|| error.clone())
        });
        let waits = cooling(&failover, &three(), at(0));
        assert_eq!(waits, [Some(expected), None, None], "{error}");
    }
}

#[test]
fn a_clock_that_has_jumped_a_year_ahead_and_back_blocks_nothing() {
    let limit = ppio_error(429, &[("retry-after", "30")], "RATE_LIMIT_EXCEEDED");
    let route = Route::new("one", "big");
    let mut failover = Failover::new([route.clone()]);
    let ahead = at(0) + YEAR;
    send(&mut failover, ahead, |_| Some(limit.clone()));
    assert!(matches!(
        failover.attempts().next(&mut failover, ahead),
        Next::Wait { .. }
    ));
    // Back in time the cooldown would be a year.
    let mut attempts = failover.attempts();
    assert_eq!(next(&mut attempts, &mut failover, at(0)).route(), &route);

    let mut failover = Failover::new(three());
    fail(&mut failover, "one", 5, ahead);
    assert!(!is_available(&failover, &three()[0], ahead));
    assert!(is_available(&failover, &three()[0], at(0)));
    // The probe that was sent then blocks no later one.
    let mut probe = failover.attempts();
    assert_eq!(
        next(&mut probe, &mut failover, ahead + 10 * SECOND).route(),
        &three()[0]
    );
    let mut probe = failover.attempts();
    assert_eq!(next(&mut probe, &mut failover, at(0)).route(), &three()[0]);
    // Others are told that its cooldown is over, and not that it ends in a year.
    let waits = cooling(&failover, &three(), at(0));
    assert_eq!(waits, [Some(Duration::ZERO), None, None]);
}

#[test]
fn a_lost_race_of_clocks_changes_little() {
    let limit = ppio_error(429, &[("retry-after", "30")], "RATE_LIMIT_EXCEEDED");
    let route = Route::new("one", "big");
    let mut failover = Failover::new([route.clone()]);
    send(&mut failover, at(10), |_| Some(limit.clone()));
    let wait = Next::Wait {
        route,
        until: at(40),
    };
    assert_eq!(failover.attempts().next(&mut failover, at(9)), wait);

    // The longest cooldown does not end because a clock is behind.
    let mut failover = Failover::new(three());
    let limit = said(429, &[("retry-after", "86400")], "");
    let later = at(9) + Duration::from_millis(1);
    send(&mut failover, later, |_| Some(limit.clone()));
    assert!(matches!(
        failover.attempts().next(&mut failover, at(9)),
        Next::Wait { .. }
    ));

    let mut failover = Failover::new(three());
    for seconds in [10, 8, 9, 10, 9] {
        fail(&mut failover, "one", 1, at(seconds));
    }
    // Two seconds went by in which a third of a fault was forgotten.
    assert!(is_available(&failover, &three()[0], at(10)));
    fail(&mut failover, "one", 1, at(9));
    assert!(!is_available(&failover, &three()[0], at(9)));
}
