//! reqwest: an upstream that behaves well, and others that do not.

use crate::{Mock, upstream};
use error_codes::integrations::reqwest::{BodyLimits, ResponseExt};
use error_codes::providers::ppio;
use error_codes::{ErrorKind, MatchedBy, Reader};
use std::time::Duration;
use tokio::io::AsyncWriteExt;

#[tokio::test]
async fn an_error_is_read_and_a_success_left_untouched() {
    let mock = Mock::start(&ppio::PROVIDER).await;
    let client = crate::client();
    let post = |script: &str| client.post(mock.url(script)).send();

    let response = post("NotEnoughBalance;x-request-id=r-1")
        .await
        .expect("a response");
    let error = response
        .error_for_provider(&ppio::PROVIDER)
        .await
        .expect_err("an error");
    assert_eq!(error.variant(), Some(ppio::LlmErrorCode::NotEnoughBalance));
    assert_eq!(error.request_id(), Some("r-1"));

    let response = post("NotEnoughBalance").await.expect("a response");
    let error = response
        .error_for_provider(None)
        .await
        .expect_err("an error");
    assert_eq!(error.kind(), ErrorKind::QuotaExhausted);

    let response = post("ok").await.expect("a response");
    let response = response
        .error_for_provider(&ppio::PROVIDER)
        .await
        .expect("a success");
    assert!(
        response
            .text()
            .await
            .expect("a body")
            .contains("chat.completion")
    );
}

#[tokio::test]
async fn a_body_of_a_gigabyte_is_read_up_to_the_limit() {
    let head = "HTTP/1.1 429 Too Many Requests\r\ncontent-length: 1000000000\r\n\r\n\
        {\"reason\":\"NOT_ENOUGH_BALANCE\",\"message\":\"no\",\"echo\":\"";
    let url = upstream(
        head,
        async |mut stream| {
            while stream.write_all(&[b'a'; 4096]).await.is_ok() {}
        },
    )
    .await;
    let response = crate::client().get(url).send().await.expect("a head");
    let limits = BodyLimits::new().with_bytes(100_000);
    let error = response
        .error_for_provider_within(&ppio::PROVIDER, limits)
        .await;
    let error = error.expect_err("an error");
    assert_eq!(error.body().len(), 100_000);
    assert_eq!(error.variant(), Some(ppio::LlmErrorCode::NotEnoughBalance));
}

#[tokio::test]
async fn a_body_without_an_end_is_read_for_its_time() {
    let head = "HTTP/1.1 429 Too Many Requests\r\ncontent-length: 1000\r\n\r\n{\"reason\":\"NOT_ENOUGH_BALANCE\"";
    let url = upstream(head, async |stream| {
        std::future::pending::<()>().await;
        drop(stream);
    })
    .await;
    let response = crate::client().get(url).send().await.expect("a head");
    let limits = BodyLimits::new().with_time(Duration::from_millis(50));
    let error = response
        .error_for_provider_within(&ppio::PROVIDER, limits)
        .await;
    assert_eq!(
        error.expect_err("an error").kind(),
        ErrorKind::QuotaExhausted
    );
}

#[tokio::test]
async fn a_connection_lost_half_way_leaves_what_was_received() {
    let head = "HTTP/1.1 503 Service Unavailable\r\ncontent-length: 1000\r\n\r\n{\"reason\":\"NOT_ENOUGH_BAL";
    let url = upstream(head, async |_| {}).await;
    let response = crate::client().get(url).send().await.expect("a head");
    let error = response
        .error_for_provider(&ppio::PROVIDER)
        .await
        .expect_err("an error");
    assert_eq!(error.matched_by(), MatchedBy::Fallback);
    assert_eq!(error.kind(), ErrorKind::Unavailable);
    assert_eq!(error.body(), br#"{"reason":"NOT_ENOUGH_BAL"#);
}

#[tokio::test]
async fn an_error_after_a_200_is_an_event_of_the_stream() {
    let mock = Mock::start(&ppio::PROVIDER).await;
    let client = crate::client();
    let request = client.post(mock.url("RateLimitExceeded;late"));
    let response = request.send().await.expect("a response");
    let response = response.error_for_provider(&ppio::PROVIDER).await;
    let mut response = response.expect("a success, to begin with");
    let mut events = Reader::provider(&ppio::PROVIDER).event_reader();
    let mut found = None;
    while let Some(chunk) = response.chunk().await.expect("a chunk") {
        found = found.or(events.push(&chunk));
    }
    assert_eq!(
        found.map(|error| error.kind()),
        Some(ErrorKind::RateLimited)
    );
}
