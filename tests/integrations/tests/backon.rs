//! A policy with backon.

use crate::ppio_error;
use backon::{BackoffBuilder, Retryable};
use error_codes::{ApiError, Error, RetryBudget, RetryPolicy};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

/// What an operation does that fails with these errors in turn: whether it succeeds in the end, and its waits.
async fn waits(policy: &RetryPolicy, errors: &[ApiError<'static>]) -> (bool, Vec<Duration>) {
    let mut retries = policy.retries();
    let (calls, waits) = (Cell::new(0), Rc::new(RefCell::new(Vec::new())));
    let noted = Rc::clone(&waits);
    let send = async || {
        let error = errors.get(calls.replace(calls.get() + 1));
        error.map_or(Ok(()), |error| Err(Error::from(error.clone())))
    };
    let outcome = send
        .retry(policy.clone())
        .sleep(move |wait| {
            noted.borrow_mut().push(wait);
            std::future::ready(())
        })
        .adjust(|error, _| retries.after(error))
        .await;
    (outcome.is_ok(), waits.take())
}

/// The policy without jitter.
fn policy() -> RetryPolicy {
    RetryPolicy::new().with_jitter(0.0)
}

#[tokio::test]
async fn adjust_takes_what_the_response_says() {
    let limited = ppio_error(429, &[("retry-after", "20")], "RATE_LIMIT_EXCEEDED");
    let fault = ppio_error(500, &[], "TASK_FAILED");
    let outcome = waits(&policy(), &[limited.clone(), fault.clone()]).await;
    let expected = vec![Duration::from_secs(20), Duration::from_secs(1)];
    assert_eq!(outcome, (true, expected));

    let empty = ppio_error(429, &[], "NOT_ENOUGH_BALANCE");
    assert_eq!(waits(&policy(), &[empty]).await, (false, vec![]));

    let faults = [fault.clone(), fault.clone(), fault.clone(), fault];
    let (is_ok, waits) = waits(&policy(), &faults).await;
    assert!(!is_ok);
    assert_eq!(waits.len(), 3);
}

#[tokio::test]
async fn a_deadline_and_a_budget_hold_for_stated_delays_too() {
    let limited = ppio_error(429, &[("retry-after", "20")], "RATE_LIMIT_EXCEEDED");
    let deadline = policy().with_deadline(Duration::from_secs(10));
    assert_eq!(
        waits(&deadline, std::slice::from_ref(&limited)).await,
        (false, vec![])
    );

    let budget = policy().with_budget(RetryBudget::with_capacity(5));
    let (is_ok, waits) = waits(&budget, &[limited.clone(), limited]).await;
    assert!(!is_ok);
    assert_eq!(waits, [Duration::from_secs(20)]);
}

#[test]
fn a_policy_gives_its_delays() {
    let delays = |policy: RetryPolicy| -> Vec<u128> {
        policy.build().map(|delay| delay.as_millis()).collect()
    };
    assert_eq!(
        delays(RetryPolicy::openai_python().with_jitter(0.0)),
        [500, 1000]
    );
    assert_eq!(
        delays(policy().with_deadline(Duration::from_millis(800))),
        [500]
    );
}
