//! What all requests of a client may spend on retries.

use crate::ppio_error;
use error_codes::{ApiError, RetryBudget, RetryPolicy};
use std::thread;

fn outage() -> ApiError<'static> {
    ppio_error(503, &[], "SERVICE_NOT_AVAILABLE")
}

/// How many calls these requests make while every call fails.
fn calls(policy: &RetryPolicy, requests: u32) -> u32 {
    let error = outage();
    let calls = (0..requests).map(|_| {
        let mut retries = policy.retries();
        while retries.after(&error).is_some() {}
        1 + retries.made()
    });
    calls.sum()
}

#[test]
fn an_outage_is_not_multiplied() {
    assert_eq!(calls(&RetryPolicy::new(), 2000), 2100);
    assert_eq!(calls(&RetryPolicy::new().without_budget(), 2000), 8000);
}

#[test]
fn clones_and_policies_share_a_budget() {
    let budget = RetryBudget::with_capacity(20);
    let first = RetryPolicy::new().with_budget(budget.clone());
    let second = RetryPolicy::aip_194().with_budget(budget.clone());
    assert!(first.retries().after(&outage()).is_some());
    assert!(first.clone().retries().after(&outage()).is_some());
    assert!(second.retries().after_no_response().is_some());
    assert_eq!(budget.available(), 0);
    assert_eq!(second.retries().after(&outage()), None);
}

#[test]
fn a_retry_that_is_not_made_costs_nothing() {
    let budget = RetryBudget::new();
    let policy = RetryPolicy::new().with_budget(budget.clone());
    assert!(
        policy
            .clone()
            .with_max_retries(0)
            .retries()
            .after(&outage())
            .is_none()
    );
    let invalid = ppio_error(400, &[], "INVALID_REQUEST_BODY");
    assert!(policy.retries().after(&invalid).is_none());
    assert_eq!(budget.available(), RetryBudget::CAPACITY);
    assert!(
        RetryPolicy::new()
            .with_budget(RetryBudget::with_capacity(4))
            .retries()
            .after(&outage())
            .is_none()
    );
}

#[test]
fn a_timeout_costs_more_than_another_error() {
    let budget = RetryBudget::new();
    let policy = RetryPolicy::new().with_budget(budget.clone());
    let mut cost = 0;
    let mut costs = |is_made: bool| {
        let before = cost;
        cost = RetryBudget::CAPACITY - budget.available();
        (is_made, cost - before)
    };
    assert_eq!(
        costs(policy.retries().after(&outage()).is_some()),
        (true, 5)
    );
    let timeout = ppio_error(504, &[], "?");
    assert_eq!(
        costs(policy.retries().after(&timeout).is_some()),
        (true, 10)
    );
    assert_eq!(
        costs(policy.retries().after_no_response().is_some()),
        (true, 10)
    );
    assert_eq!(
        costs(policy.retries().after_not_sent().is_some()),
        (true, 5)
    );
}

#[test]
fn a_success_puts_back_what_its_last_retry_took() {
    let budget = RetryBudget::with_capacity(100);
    let policy = RetryPolicy::new().with_budget(budget.clone());
    let mut retries = policy.retries();
    assert!(retries.after(&outage()).is_some());
    assert!(retries.after_no_response().is_some());
    assert_eq!(budget.available(), 85);
    retries.succeeded();
    assert_eq!(budget.available(), 95);
    // Without a retry it is one token, and a bucket cannot hold more than its capacity.
    for available in [96, 97, 98, 99, 100, 100] {
        policy.retries().succeeded();
        assert_eq!(budget.available(), available);
    }
}

#[test]
fn threads_together_take_what_there_is_and_no_more() {
    let budget = RetryBudget::with_capacity(1000);
    let policy = RetryPolicy::new().with_budget(budget.clone());
    let made: u32 = thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|_| scope.spawn(|| calls(&policy, 100) - 100))
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().expect("no panic"))
            .sum()
    });
    assert_eq!((made, budget.available()), (200, 0));
}
