//! A policy with backon.

use crate::ppio_error;
use backon::{BackoffBuilder, Retryable};
use error_codes::{ApiError, Error, RetryPolicy};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

/// What an operation does that fails with these errors in turn: whether it succeeds in the end, and its waits.
async fn waits(errors: &[ApiError<'static>]) -> (bool, Vec<Duration>) {
    let policy = RetryPolicy::new().with_jitter(0.0);
    let (calls, waits) = (Cell::new(0), Rc::new(RefCell::new(Vec::new())));
    let noted = Rc::clone(&waits);
    let send = async || {
        let error = errors.get(calls.replace(calls.get() + 1));
        error.map_or(Ok(()), |error| Err(Error::from(error.clone())))
    };
    let outcome = send
        .retry(policy.clone())
        .when(|error| policy.allows(error))
        .sleep(move |wait| {
            noted.borrow_mut().push(wait);
            std::future::ready(())
        })
        .adjust(|error, planned| policy.adjust(error, planned))
        .await;
    (outcome.is_ok(), waits.take())
}

#[tokio::test]
async fn when_and_adjust_take_what_the_response_says() {
    let limited = ppio_error(429, &[("retry-after", "20")], "RATE_LIMIT_EXCEEDED");
    let fault = ppio_error(500, &[], "TASK_FAILED");
    let outcome = waits(&[limited.clone(), fault.clone()]).await;
    assert_eq!(
        outcome,
        (true, vec![Duration::from_secs(20), Duration::from_secs(1)])
    );

    let empty = ppio_error(429, &[], "NOT_ENOUGH_BALANCE");
    assert_eq!(waits(&[empty]).await, (false, vec![]));

    let (is_ok, waits) = waits(&[fault.clone(), fault.clone(), fault.clone(), fault]).await;
    assert!(!is_ok);
    assert_eq!(waits.len(), 3);
}

#[test]
fn a_policy_gives_its_delays() {
    let delays = RetryPolicy::openai_python().with_jitter(0.0).build();
    let delays: Vec<u128> = delays.map(|delay| delay.as_millis()).collect();
    assert_eq!(delays, [500, 1000]);
}
