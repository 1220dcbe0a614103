//! The policies for tower, with a clock that does not wait, and a client as a service.

use crate::{Mock, ppio_error};
use error_codes::integrations::tower::{ClientPolicy, ErrorPolicy, HeadPolicy, ResponsePolicy};
use error_codes::providers::ppio;
use error_codes::{Error, ErrorKind, Resend, RetryBudget, RetryPolicy, StatusCode};
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

/// A policy whose delays are known.
fn exact() -> RetryPolicy {
    RetryPolicy::new().with_jitter(0.0)
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
    let policy = || ResponsePolicy::new(&ppio::PROVIDER, &exact());
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
    let policy = HeadPolicy::new(&ppio::PROVIDER, &exact().with_max_retries(1));
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

#[tokio::test(start_paused = true)]
async fn an_error_inside_a_success_is_seen_where_asked() {
    let policy = || ResponsePolicy::new(&ppio::PROVIDER, &exact());
    let outcomes = || {
        vec![
            Ok::<_, &str>(said(200, "20", "RATE_LIMIT_EXCEEDED")),
            Ok(said(200, "", "")),
        ]
    };
    let (_, calls, _) = play(policy(), outcomes()).await;
    assert_eq!(calls, 1);
    let (_, calls, took) = play(policy().with_errors_in_success(), outcomes()).await;
    assert_eq!((calls, took.as_secs()), (2, 20));
}

#[tokio::test(start_paused = true)]
async fn a_deadline_counts_from_the_first_attempt_of_each_request() {
    let policy = exact().with_deadline(Duration::from_secs(30));
    let policy = ResponsePolicy::new(&ppio::PROVIDER, &policy);
    // The time before a request does not count.
    tokio::time::advance(Duration::from_secs(3600)).await;
    for _ in 0..2 {
        let limited = || Ok::<_, &str>(said(429, "20", "RATE_LIMIT_EXCEEDED"));
        let (outcome, calls, took) = play(policy.clone(), vec![limited(), limited()]).await;
        assert_eq!(status(outcome), Some(StatusCode::TOO_MANY_REQUESTS));
        assert_eq!((calls, took.as_secs()), (2, 20));
    }
}

#[tokio::test(start_paused = true)]
async fn requests_share_the_budget_and_success_fills_it() {
    let budget = RetryBudget::with_capacity(10);
    let policy = ErrorPolicy::new(&exact().with_budget(budget.clone()));
    let fault = || Err(Error::from(ppio_error(500, &[], "TASK_FAILED")));
    for (second, left, expected) in [(Ok("done"), 10, 2), (fault(), 0, 3), (fault(), 0, 1)] {
        let outcomes = vec![fault(), second, fault()];
        let (_, calls, _) = play(policy.clone(), outcomes).await;
        assert_eq!((budget.available(), calls), (left, expected));
    }
}

#[tokio::test(start_paused = true)]
async fn what_may_have_executed_is_resent_if_every_request_is_idempotent() {
    let once = exact().with_resend(Resend::IfIdempotent);
    let policy = HeadPolicy::new(&ppio::PROVIDER, &once);
    let outcomes = || vec![Err("lost"), Ok(said(200, "", ""))];
    assert_eq!(play(policy.clone(), outcomes()).await.1, 1);
    assert_eq!(play(policy.with_idempotent(true), outcomes()).await.1, 2);
}

#[tokio::test(start_paused = true)]
async fn a_head_may_be_one_of_reqwest() {
    let said =
        |status, retry_after| Ok::<_, &str>(reqwest::Response::from(said(status, retry_after, "")));
    let policy = HeadPolicy::new(&ppio::PROVIDER, &exact());
    let (outcome, calls, took) = play(policy, vec![said(429, "20"), said(200, "")]).await;
    assert_eq!(outcome.expect("a response").status(), StatusCode::OK);
    assert_eq!((calls, took.as_secs()), (2, 20));
}

#[tokio::test]
async fn a_client_of_reqwest_is_a_service() {
    let mock = Mock::start(&ppio::PROVIDER).await;
    let moment = Duration::from_millis(1);
    let policy = exact()
        .with_backoff(moment, moment)
        .with_resend(Resend::IfIdempotent);
    let policy = ClientPolicy::new(&ppio::PROVIDER, &policy);
    let mut client = ServiceBuilder::new().retry(policy).service(crate::client());
    for (key, body, calls) in [
        (None, "{}".into(), "1"),
        (Some("k-1"), "{}".into(), "2"),
        // A stream cannot be sent again.
        (
            Some("k-2"),
            reqwest::Body::wrap_stream(crate::Once(Some("{}"))),
            "1",
        ),
    ] {
        let script = format!("503,ok;x-case={}", key.unwrap_or("none"));
        let mut request = crate::client().post(mock.url(&script)).body(body);
        if let Some(key) = key {
            request = request.header("idempotency-key", key);
        }
        let request = request.build().expect("a request");
        client
            .ready()
            .await
            .expect("a client")
            .call(request)
            .await
            .expect("a response");
        assert_eq!(mock.calls(&script).await, calls, "{script}");
    }
}

#[tokio::test]
async fn a_layer_below_a_client_may_have_errors_of_its_own() {
    let policy = RetryPolicy::new()
        .with_max_retries(1)
        .with_backoff(Duration::ZERO, Duration::ZERO);
    let budget = RetryBudget::new();
    let policy = policy
        .with_budget(budget.clone())
        .with_resend(Resend::Never);
    let mut client = ServiceBuilder::new()
        .retry(ClientPolicy::new(&ppio::PROVIDER, &policy))
        .map_err(tower::BoxError::from)
        .service(crate::client());
    let request = crate::client()
        .get("http://127.0.0.1:9/")
        .build()
        .expect("a request");
    let outcome = client.ready().await.expect("a client").call(request).await;
    assert!(outcome.is_err());
    // No connection came about, so it was sent again, although nothing that may have executed is.
    assert_eq!(
        budget.available(),
        RetryBudget::CAPACITY - RetryBudget::COST
    );
}
