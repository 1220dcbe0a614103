//! The middleware for `reqwest-middleware`.

use crate::Mock;
use error_codes::integrations::reqwest_middleware::RetryMiddleware;
use error_codes::providers::{modelverse, ppio};
use error_codes::{Error, ErrorKind, Provider, Reader, RetryPolicy};
use reqwest_middleware::{ClientBuilder, ClientWithMiddleware};
use std::time::Duration;

/// A client that waits no longer than a test may.
fn client() -> ClientWithMiddleware {
    let moment = Duration::from_millis(1);
    let policy = RetryPolicy::new().with_backoff(moment, moment);
    ClientBuilder::new(crate::client())
        .with(RetryMiddleware::new(&ppio::PROVIDER, policy))
        .build()
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
    let body = reqwest::Body::wrap_stream(Once(Some("{}")));
    let response = client().post(mock.url("503,ok")).body(body).send().await;
    let response = response.expect("a response");
    assert_eq!(response.status(), 503);
    assert!(response.extensions().get::<Error>().is_some());
    assert_eq!(mock.calls("503,ok").await, "1");
}

#[tokio::test]
async fn a_request_can_bring_its_own_reader() {
    let mock = Mock::start(&modelverse::PROVIDER).await;
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

/// A stream of one piece.
struct Once(Option<&'static str>);

impl futures_core::Stream for Once {
    type Item = Result<&'static str, std::convert::Infallible>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Ready(self.0.take().map(Ok))
    }
}

#[tokio::test]
async fn a_connection_that_fails_is_retried_and_then_given_up() {
    let error = client().get("http://127.0.0.1:9/").send().await;
    assert!(error.expect_err("nobody answers there").is_connect());
}
