//! What the example's gateway makes of upstreams that behave badly, and of keys.

use crate::{Mock, upstream};
use error_codes::failover::Cooldown;
use error_codes::providers::{modelverse, ppio};
use error_codes::{HeaderMap, HeaderValue, Provider};
use error_codes_examples::Server;
use error_codes_examples::gateway::{Gateway, Upstream};
use reqwest::{RequestBuilder, Response};
use std::time::Duration;
use tokio::io::AsyncWriteExt;

fn at(provider: &'static Provider, url: String) -> Upstream {
    Upstream {
        provider,
        url,
        model: None,
        key: "only".to_owned(),
        authorization: None,
    }
}

async fn gateway(upstreams: Vec<Upstream>) -> Server {
    let gateway = Gateway::new(upstreams, Cooldown::default()).expect("a client");
    let server = Server::start(gateway.router(), 0).await;
    server.expect("a free port")
}

fn chat(server: &Server, model: &str) -> RequestBuilder {
    let url = format!("{}/v1/chat/completions", server.url());
    crate::client()
        .post(url)
        .body(format!(r#"{{"model":"{model}"}}"#))
}

async fn status_and_text(response: Response) -> (u16, String) {
    let status = response.status().as_u16();
    (status, response.text().await.expect("a body"))
}

/// An upstream that says which key and which model it was called with.
async fn echo() -> Server {
    let router = axum::Router::new().fallback(async |headers: HeaderMap, body: String| {
        let key = headers.get("authorization").map(HeaderValue::to_str);
        format!("{} {body}", key.and_then(Result::ok).unwrap_or("none"))
    });
    Server::start(router, 0).await.expect("a free port")
}

#[tokio::test]
async fn an_upstream_is_called_with_its_own_key_or_with_that_of_the_request() {
    let (first, second) = (echo().await, echo().await);
    let own = Upstream {
        authorization: Some(HeaderValue::from_static("Bearer own")),
        model: Some("here".to_owned()),
        ..at(&ppio::PROVIDER, first.url())
    };
    let gateway = gateway(vec![own, at(&modelverse::PROVIDER, second.url())]).await;
    for (model, key, expected) in [
        ("any", Some("Bearer mine"), r#"Bearer own {"model":"here"}"#),
        ("any", None, r#"Bearer own {"model":"here"}"#),
        ("ppio/x", Some("Bearer mine"), r#"Bearer own {"model":"x"}"#),
        (
            "modelverse/x",
            Some("Bearer mine"),
            r#"Bearer mine {"model":"x"}"#,
        ),
        ("modelverse/x", None, r#"none {"model":"x"}"#),
    ] {
        let request = chat(&gateway, model);
        let request = match key {
            Some(key) => request.header("authorization", key),
            None => request,
        };
        let response = request.send().await.expect("a response");
        assert_eq!(status_and_text(response).await, (200, expected.to_owned()));
    }
}

#[tokio::test]
async fn an_upstream_without_a_model_takes_over_too() {
    let (down, mock) = (
        "http://127.0.0.1:9",
        Mock::start(&modelverse::PROVIDER).await,
    );
    let url = format!("{}/modelverse", mock.server.url());
    let upstreams = vec![
        at(&ppio::PROVIDER, down.to_owned()),
        at(&modelverse::PROVIDER, url),
    ];
    let response = chat(&gateway(upstreams).await, "ok").send().await;
    let response = response.expect("a response");
    assert_eq!(response.headers()["x-served-by"], "modelverse/only");
    assert_eq!(response.status(), 200);
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let elsewhere = echo().await;
    let location = elsewhere.url();
    let router = axum::Router::new().fallback(async move || {
        (
            http::StatusCode::TEMPORARY_REDIRECT,
            [("location", location)],
        )
    });
    let redirecting = Server::start(router, 0).await.expect("a free port");
    let gateway = gateway(vec![at(&ppio::PROVIDER, redirecting.url())]).await;
    let request = chat(&gateway, "any").header("authorization", "Bearer mine");
    let (status, body) = status_and_text(request.send().await.expect("a response")).await;
    assert_eq!(status, 502);
    assert!(body.contains(r#""code":"redirected""#), "{body}");
}

#[tokio::test(start_paused = true)]
async fn a_response_that_never_ends_is_given_up() {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n{";
    let url = upstream(head, async |mut stream| {
        // It is never silent for long.
        while stream.write_all(b" ").await.is_ok() {
            tokio::time::sleep(Duration::from_secs(20)).await;
        }
    });
    let gateway = gateway(vec![at(&ppio::PROVIDER, url.await)]).await;
    let response = chat(&gateway, "any").send().await.expect("a response");
    let (status, body) = status_and_text(response).await;
    assert_eq!(status, 502);
    assert!(body.contains(r#""code":"no_response""#), "{body}");
}

const STREAM: &str = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n";

#[tokio::test]
async fn a_stream_that_never_ends_breaks_off() {
    let url = upstream(STREAM, async |mut stream| {
        let events = b"data: {}\n\n".repeat(10_000);
        while stream.write_all(&events).await.is_ok() {}
    });
    let gateway = gateway(vec![at(&ppio::PROVIDER, url.await)]).await;
    let mut response = chat(&gateway, "any").send().await.expect("a response");
    let mut received = 0;
    let end = loop {
        match response.chunk().await {
            Ok(Some(chunk)) => received += chunk.len(),
            end => break end,
        }
    };
    assert!(end.is_err());
    assert!((1..=16 << 20).contains(&received), "{received}");
}

#[tokio::test]
async fn an_event_is_passed_on_at_once_however_its_lines_end() {
    for end in ["\n", "\r\n", "\r"] {
        let url = upstream(STREAM, async move |mut stream| {
            let event = format!("data: {{}}{end}{end}");
            let _ = stream.write_all(event.as_bytes()).await;
            std::future::pending::<()>().await;
        });
        let gateway = gateway(vec![at(&ppio::PROVIDER, url.await)]).await;
        let mut response = chat(&gateway, "any").send().await.expect("a response");
        let chunk = response.chunk().await.expect("a chunk").expect("an event");
        assert_eq!(chunk, format!("data: {{}}{end}{end}"));
    }
}

#[test]
fn an_upstream_is_read_from_an_argument() {
    let upstream = Upstream::parse("ppio=http://127.0.0.1:8080/ppio/,model=m,key=PATH");
    let upstream = upstream.expect("an upstream");
    assert_eq!(upstream.provider.id(), "ppio");
    assert_eq!(upstream.url, "http://127.0.0.1:8080/ppio");
    assert_eq!(upstream.model.as_deref(), Some("m"));
    assert_eq!(upstream.key, "PATH");
    let authorization = upstream.authorization.expect("a key");
    assert!(authorization.is_sensitive());
    assert!(authorization.as_bytes().starts_with(b"Bearer /"));

    for (text, fault) in [
        ("ppio", "`ppio` is not ID=URL"),
        (
            "pppio=http://a",
            "there is no provider `pppio`; did you mean `ppio`?",
        ),
        (
            "ppio=ftp://a",
            "`ftp://a` is not a valid address of a server",
        ),
        (
            "ppio=127.0.0.1:80",
            "`127.0.0.1:80` is not a valid address of a server",
        ),
        (
            "ppio=https://a",
            "`https://a`: this example is built without TLS",
        ),
        (
            "ppio=http://a,models=m",
            "`models=m` is neither model=NAME nor key=VARIABLE",
        ),
        (
            "ppio=http://a,key=NO_SUCH_KEY",
            "the environment variable `NO_SUCH_KEY` has no key",
        ),
    ] {
        assert_eq!(Upstream::parse(text).expect_err("a fault"), fault);
    }
}
