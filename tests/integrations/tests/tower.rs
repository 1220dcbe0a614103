//! The policies for tower, with a clock that does not wait.

use crate::ppio_error;
use error_codes::integrations::tower::{ErrorPolicy, HeadPolicy, ResponsePolicy};
use error_codes::providers::ppio;
use error_codes::{Error, ErrorKind, RetryPolicy, StatusCode};
use http::Response;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::time::Instant;
use tower::retry::Policy;
use tower::{Service, ServiceBuilder, ServiceExt, service_fn};

/// A service that gives these outcomes one after the other, behind a policy: what comes of it, how many calls it takes,
/// and how long.
async fn play<T, E, P>(policy: P, outcomes: Vec<Result<T, E>>) -> (Result<T, E>, usize, Duration)
where
    P: Policy<(), T, E> + Clone,
{
    let count = outcomes.len();
    let outcomes = Arc::new(Mutex::new(VecDeque::from(outcomes)));
    let left = Arc::clone(&outcomes);
    let service = service_fn(move |()| {
        let outcome = outcomes.lock().expect("no panic").pop_front();
        async move { outcome.expect("no more calls than outcomes") }
    });
    let mut client = ServiceBuilder::new().retry(policy).service(service);
    let began = Instant::now();
    let outcome = client.ready().await;
    let outcome = match outcome {
        Ok(client) => client.call(()).await,
        Err(error) => Err(error),
    };
    let calls = count - left.lock().expect("no panic").len();
    (outcome, calls, began.elapsed())
}

fn said(status: u16, retry_after: &str, code: &str) -> Response<String> {
    let body = format!(r#"{{"reason":"{code}","message":"it failed"}}"#);
    let response = Response::builder()
        .status(status)
        .header("retry-after", retry_after);
    response.body(body).expect("a response")
}

fn status(outcome: Result<Response<String>, &str>) -> Option<StatusCode> {
    outcome.ok().map(|response| response.status())
}

#[tokio::test(start_paused = true)]
async fn a_response_with_its_body_decides_by_it() {
    let policy = || ResponsePolicy::new(&ppio::PROVIDER, &RetryPolicy::new());
    let ok = || Ok(said(200, "", ""));

    let limited = Ok(said(429, "20", "RATE_LIMIT_EXCEEDED"));
    let (outcome, calls, took) = play(policy(), vec![limited, ok()]).await;
    assert_eq!((status(outcome), calls), (Some(StatusCode::OK), 2));
    assert_eq!(took.as_secs(), 20);

    let empty = Ok(said(429, "20", "NOT_ENOUGH_BALANCE"));
    let (outcome, calls, took) = play(policy(), vec![empty, ok()]).await;
    assert_eq!(
        (status(outcome), calls),
        (Some(StatusCode::TOO_MANY_REQUESTS), 1)
    );
    assert_eq!(took, Duration::ZERO);

    let (outcome, calls, _) = play(policy(), vec![Err("lost"), ok()]).await;
    assert_eq!((status(outcome), calls), (Some(StatusCode::OK), 2));
}

#[tokio::test(start_paused = true)]
async fn a_head_alone_does_not_know_that_the_account_is_empty() {
    let policy = HeadPolicy::new(&ppio::PROVIDER, &RetryPolicy::new().with_max_retries(1));
    let empty = || Ok::<_, &str>(said(429, "20", "NOT_ENOUGH_BALANCE"));
    let (outcome, calls, took) = play(policy, vec![empty(), empty(), empty()]).await;
    assert_eq!(
        (status(outcome), calls),
        (Some(StatusCode::TOO_MANY_REQUESTS), 2)
    );
    assert_eq!(took.as_secs(), 20);
}

#[tokio::test(start_paused = true)]
async fn an_error_that_was_read_already_decides() {
    let policy = || ErrorPolicy::new(&RetryPolicy::new());
    let failed = |status, code| Err::<&str, _>(Error::from(ppio_error(status, &[], code)));

    let passing = failed(503, "SERVICE_NOT_AVAILABLE");
    let (outcome, calls, _) = play(policy(), vec![passing, Ok("done")]).await;
    assert_eq!((outcome.ok(), calls), (Some("done"), 2));

    let (outcome, calls, _) = play(policy(), vec![failed(401, "FAILED_TO_AUTH"), Ok("done")]).await;
    assert!(outcome.is_err_and(|error| error.kind() == ErrorKind::Authentication));
    assert_eq!(calls, 1);
}
