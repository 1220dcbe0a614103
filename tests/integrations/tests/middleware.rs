//! The middleware for `reqwest-middleware`.

use crate::{Mock, upstream};
use error_codes::integrations::reqwest_middleware::{DeadlineExceeded, RetryMiddleware};
use error_codes::providers::{modelverse, ppio};
use error_codes::{
    Error, ErrorKind, HeaderMap, Provider, Reader, Resend, RetryBudget, RetryPolicy, StatusCode,
};
use error_codes_examples::Server;
use reqwest_middleware::{ClientBuilder, ClientWithMiddleware};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// A client that waits no longer than a test may.
fn client() -> ClientWithMiddleware {
    let moment = Duration::from_millis(1);
    let policy = RetryPolicy::new().with_backoff(moment, moment);
    client_with(RetryMiddleware::new(&ppio::PROVIDER, policy))
}

fn client_with(middleware: RetryMiddleware) -> ClientWithMiddleware {
    ClientBuilder::new(crate::client()).with(middleware).build()
}

#[tokio::test]
async fn a_transient_error_is_retried() {
    let mock = Mock::start(&ppio::PROVIDER).await;
    for script in [
        "RateLimitExceeded;retry-after-ms=2,ok",
        "ServiceNotAvailable,503,ok",
        "Unknown;x-should-retry=true,ok",
    ] {
        let response = client().post(mock.url(script)).body("{}").send().await;
        assert_eq!(response.expect("a response").status(), 200, "{script}");
        let steps = script.split(',').count();
        assert_eq!(mock.calls(script).await, steps.to_string(), "{script}");
    }
}

#[tokio::test]
async fn a_permanent_error_is_not_retried_whatever_its_status() {
    let mock = Mock::start(&ppio::PROVIDER).await;
    for script in [
        "NotEnoughBalance;status=429,ok",
        "InvalidRequestBody;status=500,ok",
        "ServiceNotAvailable;x-should-retry=false,ok",
        "RateLimitExceeded;retry-after=3600,ok",
    ] {
        let response = client().post(mock.url(script)).send().await;
        assert_ne!(response.expect("a response").status(), 200, "{script}");
        assert_eq!(mock.calls(script).await, "1", "{script}");
    }
}

#[tokio::test]
async fn the_last_response_is_returned_whole_and_read() {
    let mock = Mock::start(&ppio::PROVIDER).await;
    let response = client()
        .post(mock.url("NotEnoughBalance;x-request-id=r-1"))
        .send()
        .await;
    let response = response.expect("a response");
    let error = response.extensions().get::<Error>().expect("what it says");
    assert_eq!(error.kind(), ErrorKind::QuotaExhausted);
    assert_eq!(response.status(), 403);
    assert_eq!(response.headers()["x-request-id"], "r-1");
    assert_eq!(
        response.text().await.expect("its body"),
        r#"{"code":403,"reason":"NOT_ENOUGH_BALANCE","message":"the balance is used up"}"#
    );
}

#[tokio::test]
async fn retries_end_with_their_number() {
    let mock = Mock::start(&ppio::PROVIDER).await;
    let response = client().post(mock.url("503")).send().await;
    assert_eq!(response.expect("a response").status(), 503);
    assert_eq!(mock.calls("503").await, "4");
}

#[tokio::test]
async fn a_body_that_streams_is_sent_once() {
    let mock = Mock::start(&ppio::PROVIDER).await;
    let body = reqwest::Body::wrap_stream(crate::Once(Some("{}")));
    let response = client().post(mock.url("503,ok")).body(body).send().await;
    let response = response.expect("a response");
    assert_eq!(response.status(), 503);
    assert!(response.extensions().get::<Error>().is_some());
    assert_eq!(mock.calls("503,ok").await, "1");
}

#[tokio::test]
async fn a_request_can_bring_its_own_provider_or_reader() {
    let mock = Mock::start(&modelverse::PROVIDER).await;
    let request = client().post(mock.url("AuthError"));
    let request = request.with_extension(&modelverse::PROVIDER);
    let response = request.send().await.expect("a response");
    let error = response.extensions().get::<Error>().expect("its error");
    assert_eq!(error.provider().map(Provider::id), Some("modelverse"));

    for (reader, provider) in [
        (None, Some("ppio")),
        (
            Some(Reader::provider(&modelverse::PROVIDER)),
            Some("modelverse"),
        ),
        (Some(Reader::new()), None),
    ] {
        let request = client().post(mock.url("AuthError"));
        let request = match reader {
            Some(reader) => request.with_extension(reader),
            None => request,
        };
        let response = request.send().await.expect("a response");
        let error = response.extensions().get::<Error>().expect("its error");
        assert_eq!(error.provider().map(Provider::id), provider);
        assert_eq!(error.kind(), ErrorKind::Authentication);
    }
}

#[tokio::test]
async fn a_connection_that_fails_is_retried_and_then_given_up() {
    let budget = RetryBudget::new();
    let policy = RetryPolicy::new().with_backoff(Duration::ZERO, Duration::ZERO);
    let policy = policy
        .with_budget(budget.clone())
        .with_resend(Resend::Never);
    let request = client().get("http://127.0.0.1:9/").with_extension(policy);
    let error = request.send().await.expect_err("nobody listens there");
    assert!(error.is_connect());
    assert_eq!(
        budget.available(),
        RetryBudget::CAPACITY - 3 * RetryBudget::COST
    );
}

#[tokio::test]
async fn all_requests_of_a_client_share_its_budget() {
    let mock = Mock::start(&ppio::PROVIDER).await;
    let budget = RetryBudget::with_capacity(50);
    let policy = RetryPolicy::new().with_backoff(Duration::ZERO, Duration::ZERO);
    let client = client_with(RetryMiddleware::new(
        &ppio::PROVIDER,
        policy.with_budget(budget.clone()),
    ));
    for _ in 0..20 {
        client
            .post(mock.url("503"))
            .send()
            .await
            .expect("a response");
    }
    assert_eq!(mock.calls("503").await, "30");
    for _ in 0..3 {
        client
            .post(mock.url("ok"))
            .send()
            .await
            .expect("a response");
    }
    assert_eq!(budget.available(), 3);
}

#[tokio::test]
async fn a_deadline_ends_an_attempt_and_the_retries() {
    let url = upstream("", async |stream| {
        std::future::pending::<()>().await;
        drop(stream);
    });
    let moment = RetryPolicy::new().with_deadline(Duration::from_millis(50));
    let request = client().get(url.await).with_extension(moment.clone());
    let error = request.send().await.expect_err("nothing came");
    let reqwest_middleware::Error::Middleware(error) = error else {
        panic!("{error}");
    };
    assert!(error.is::<DeadlineExceeded>());
    assert_eq!(
        error.to_string(),
        "no response before the deadline of the request"
    );

    let mock = Mock::start(&ppio::PROVIDER).await;
    let script = "RateLimitExceeded;retry-after=30,ok";
    let request = client()
        .post(mock.url(script))
        .with_extension(moment.with_deadline(Duration::from_secs(20)));
    assert_eq!(request.send().await.expect("a response").status(), 429);
    assert_eq!(mock.calls(script).await, "1");
}

#[tokio::test]
async fn an_error_inside_a_success_is_seen_where_asked() {
    let mock = Mock::start(&ppio::PROVIDER).await;
    let moment = Duration::from_millis(1);
    let policy = RetryPolicy::new().with_backoff(moment, moment);
    let middleware = RetryMiddleware::new(&ppio::PROVIDER, policy);
    for (middleware, calls) in [
        (middleware.clone(), "1"),
        (middleware.with_errors_in_success(), "2"),
    ] {
        let script = format!("RateLimitExceeded;status=200;retry-after-ms={calls},ok");
        let request = client_with(middleware).post(mock.url(&script));
        let response = request.send().await.expect("a response");
        assert_eq!(mock.calls(&script).await, calls);
        assert!(response.extensions().get::<Error>().is_none());
        let body = response.text().await.expect("a body");
        assert_eq!(body.contains("chat.completion"), calls == "2", "{body}");
    }
}

/// A server that responds to the first attempt with 503 and then with the idempotency keys that it has seen.
async fn key_server() -> Server {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let router = axum::Router::new().fallback(async move |headers: HeaderMap| {
        let key = headers
            .get("idempotency-key")
            .map_or(&b""[..], |key| key.as_bytes());
        let mut seen = seen.lock().expect("no panic");
        seen.push(String::from_utf8_lossy(key).into_owned());
        let status = if seen.len() == 1 { 503 } else { 200 };
        (
            StatusCode::from_u16(status).expect("a status"),
            seen.join(" "),
        )
    });
    Server::start(router, 0).await.expect("a free port")
}

#[tokio::test]
async fn a_key_makes_a_request_idempotent_and_is_the_same_for_all_attempts() {
    let policy = RetryPolicy::new().with_backoff(Duration::ZERO, Duration::ZERO);
    let middleware =
        RetryMiddleware::new(&ppio::PROVIDER, policy.with_resend(Resend::IfIdempotent));
    let with_key = middleware.clone().with_idempotency_key();
    let seen = async |middleware: RetryMiddleware, method: reqwest::Method, own: Option<&str>| {
        let server = key_server().await;
        let request = client_with(middleware).request(method, server.url());
        let request = match own {
            Some(key) => request.header("idempotency-key", key),
            None => request,
        };
        let response = request.send().await.expect("a response");
        let status = response.status().as_u16();
        (status, response.text().await.expect("a body"))
    };
    assert_eq!(
        seen(middleware.clone(), reqwest::Method::POST, None).await,
        (503, String::new())
    );
    assert_eq!(
        seen(middleware.clone(), reqwest::Method::GET, None).await,
        (200, " ".to_owned())
    );
    assert_eq!(
        seen(middleware, reqwest::Method::POST, Some("mine")).await,
        (200, "mine mine".to_owned())
    );
    assert_eq!(
        seen(with_key.clone(), reqwest::Method::GET, None).await,
        (200, " ".to_owned())
    );
    assert_eq!(
        seen(with_key.clone(), reqwest::Method::POST, Some("mine")).await,
        (200, "mine mine".to_owned())
    );

    let (status, keys) = seen(with_key.clone(), reqwest::Method::POST, None).await;
    let (first, second) = keys.split_once(' ').expect("two attempts");
    assert_eq!((status, first.len()), (200, 32));
    assert_eq!(first, second);
    assert_ne!(seen(with_key, reqwest::Method::POST, None).await.1, keys);
}
