//! Responses that the middleware has read, as a caller sees them.

use crate::upstream;
use error_codes::integrations::reqwest::BodyLimits;
use error_codes::integrations::reqwest_middleware::RetryMiddleware;
use error_codes::providers::ppio;
use error_codes::{Error, ErrorKind, RetryPolicy};
use reqwest::Response;
use reqwest_middleware::ClientBuilder;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

/// The response of such an upstream, through a middleware that reads a kilobyte and retries nothing.
async fn response<F>(
    head: &'static str,
    more: impl FnOnce(TcpStream) -> F + Send + 'static,
) -> (String, Response)
where
    F: Future<Output = ()> + Send,
{
    let policy = RetryPolicy::new().with_max_retries(0);
    let limits = BodyLimits::new().with_bytes(1000);
    let middleware = RetryMiddleware::new(&ppio::PROVIDER, policy).with_limits(limits);
    let middleware = middleware.with_errors_in_success();
    let client = ClientBuilder::new(crate::client()).with(middleware).build();
    let url = format!("{}/v1/chat", upstream(head, more).await);
    let response = client.get(&url).send().await.expect("a response");
    (url, response)
}

fn kind(response: &Response) -> Option<ErrorKind> {
    let error = response.extensions().get::<Error>();
    error.map(|error| error.kind())
}

const LONG: usize = 100_000;

#[tokio::test]
async fn a_body_beyond_the_limit_is_still_whole() {
    let head = "HTTP/1.1 429 Too Many Requests\r\ncontent-length: 100031\r\nx-request-id: r-1\r\n\r\n\
        {\"reason\":\"NOT_ENOUGH_BALANCE\"}";
    let (url, response) = response(head, async |mut stream| {
        let _ = stream.write_all(&vec![b' '; LONG]).await;
    })
    .await;
    assert_eq!(kind(&response), Some(ErrorKind::QuotaExhausted));
    let error = response.extensions().get::<Error>().expect("its error");
    assert_eq!(error.body().len(), 1000);
    assert_eq!(response.url().as_str(), url);
    assert_eq!(response.headers()["x-request-id"], "r-1");
    assert_eq!(response.headers()["content-length"], "100031");
    assert_eq!(response.content_length(), Some(100_031));
    let body = response.bytes().await.expect("all of it");
    assert_eq!(body.len(), 100_031);
    assert!(body.starts_with(br#"{"reason":"NOT_ENOUGH_BALANCE"}"#));
}

#[tokio::test]
async fn a_body_that_breaks_off_does_so_for_the_caller_too() {
    let head = "HTTP/1.1 503 Service Unavailable\r\ncontent-length: 1000\r\n\r\n{\"reason\":";
    let (_, mut response) = response(head, async |_| {}).await;
    assert_eq!(kind(&response), Some(ErrorKind::Unavailable));
    let first = response.chunk().await.expect("what came");
    assert_eq!(first.as_deref(), Some(&br#"{"reason":"#[..]));
    assert!(response.chunk().await.is_err());
}

#[tokio::test]
async fn a_success_that_is_too_long_to_be_looked_into_is_still_whole() {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100031\r\n\r\n\
        {\"error\":{\"code\":\"rate_limit\"}}";
    let (url, response) = response(head, async |mut stream| {
        let _ = stream.write_all(&vec![b' '; LONG]).await;
    })
    .await;
    assert_eq!(kind(&response), None);
    assert_eq!(response.url().as_str(), url);
    assert_eq!(response.bytes().await.expect("all of it").len(), 100_031);
}

#[tokio::test]
async fn a_stream_is_read_up_to_its_first_event() {
    const HEAD: &str = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n: wait\n\n";
    let (_, response) = response(HEAD, async |mut stream| {
        for part in [
            "data: {\"reason\":\"RATE_LIMIT_EXC",
            "EEDED\",\"message\":\"slow down\"}\n\n",
        ] {
            let _ = stream.write_all(part.as_bytes()).await;
            tokio::task::yield_now().await;
        }
        // Nothing more is needed to know.
        std::future::pending::<()>().await;
        drop(stream);
    })
    .await;
    assert_eq!(kind(&response), Some(ErrorKind::RateLimited));

    let (_, response) = self::response(HEAD, async |mut stream| {
        let first = stream.write_all(b"data: {\"choices\":[]}\n\n").await;
        tokio::task::yield_now().await;
        let second = stream.write_all(b"data: [DONE]\n\n").await;
        assert!(first.and(second).is_ok());
    })
    .await;
    assert_eq!(kind(&response), None);
    let expected = ": wait\n\ndata: {\"choices\":[]}\n\ndata: [DONE]\n\n";
    assert_eq!(response.text().await.expect("all of it"), expected);
}
