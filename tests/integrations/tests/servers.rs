//! The example's servers, under clients that behave badly, and what they say to people.

use crate::Mock;
use error_codes::providers::ppio;
use error_codes_examples::{Server, mock};
use std::process::Command;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// What the mock provider responds to these bytes before it closes the connection.
async fn said(sent: &[u8]) -> String {
    let mock = Mock::start(&ppio::PROVIDER).await;
    let address = mock.server.url();
    let address = address.strip_prefix("http://").expect("an address");
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    // A server that has refused enough does not read the rest.
    let _ = stream.write_all(sent).await;
    let mut received = Vec::new();
    let _ = stream.read_to_end(&mut received).await;
    String::from_utf8_lossy(&received).into_owned()
}

#[tokio::test(start_paused = true)]
async fn a_head_that_does_not_end_closes_the_connection() {
    assert_eq!(said(b"GET / HTTP/1.1\r\nhost:").await, "");
    assert_eq!(said(b"").await, "");
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_is_idle_is_closed() {
    let response = said(b"POST /ppio/503 HTTP/1.1\r\ncontent-length: 0\r\n\r\n").await;
    assert!(response.starts_with("HTTP/1.1 503 "), "{response}");
}

#[tokio::test(start_paused = true)]
async fn a_body_that_does_not_end_is_refused() {
    let response = said(b"POST /ppio/503 HTTP/1.1\r\ncontent-length: 9\r\n\r\n{").await;
    assert!(
        response.contains("the body of the request cannot be read: 408"),
        "{response}"
    );
}

#[tokio::test]
async fn a_head_and_a_body_have_a_longest() {
    let head = format!("GET / HTTP/1.1\r\nx: {}\r\n\r\n", "x".repeat(1 << 17));
    let response = said(head.as_bytes()).await;
    assert!(
        response.is_empty() || response.starts_with("HTTP/1.1 431 "),
        "{response}"
    );

    let mock = Mock::start(&ppio::PROVIDER).await;
    let body = " ".repeat((16 << 20) + 1);
    let response = crate::client().post(mock.url("ok")).body(body).send().await;
    let text = response.expect("a response").text().await.expect("a body");
    assert!(
        text.contains("the body of the request cannot be read: 413"),
        "{text}"
    );
}

#[tokio::test]
async fn a_port_in_use_is_said_in_one_line() {
    let first = Server::start(mock::router(), 0).await.expect("a free port");
    let (_, port) = first
        .url()
        .rsplit_once(':')
        .map(|(url, port)| (url.to_owned(), port.to_owned()))
        .expect("a port");
    let second = Server::start(mock::router(), port.parse().expect("a number")).await;
    let error = second.err().expect("a port in use");
    assert_eq!(
        error.to_string(),
        format!("cannot listen on port {port}: it is in use")
    );
}

#[tokio::test]
async fn a_typo_gets_a_suggestion_in_one_line() {
    let mock = Mock::start(&ppio::PROVIDER).await;
    for (path, fault) in [
        (
            "pppio/ok",
            "there is no provider `pppio`; did you mean `ppio`?",
        ),
        (
            "ppio/RateLimitExeeded",
            "ppio has no row `RateLimitExeeded`; did you mean `RateLimitExceeded`?",
        ),
        (
            "ppio/notenoughbalance",
            "ppio has no row `notenoughbalance`; did you mean `NotEnoughBalance`?",
        ),
        ("ppio/okk", "ppio has no row `okk`; did you mean `ok`?"),
        ("ppio/something", "ppio has no row `something`"),
        (
            "ppio/503;lat",
            "`lat` is neither `late` nor NAME=VALUE; did you mean `late`?",
        ),
        ("ppio/503;status=42", "`42` is not a valid HTTP status code"),
        (
            "ppio/503;shape=opneai",
            "there is no shape `opneai`; did you mean `openai`?",
        ),
        (
            "ppio/v1/chat/completions",
            "there is no script in the path, in `x-mock-script` or in `model`",
        ),
    ] {
        let url = format!("{}/{path}", mock.server.url());
        let response = crate::client().post(url).send().await.expect("a response");
        assert_eq!(response.status(), 501);
        let expected = format!("mock provider: {fault} (GET / lists what can be requested)\n");
        assert_eq!(response.text().await.expect("a body"), expected);
    }
}

#[tokio::test]
async fn the_language_of_scripts_is_said_wherever_somebody_looks() {
    let mock = Mock::start(&ppio::PROVIDER).await;
    let response = crate::client().get(mock.server.url()).send().await;
    let text = response.expect("a response").text().await.expect("a body");
    assert!(text.starts_with(mock::SCRIPT));
    assert!(text.contains("\n/ppio/LlmErrorCode.\n"), "{text}");

    let readme = include_str!("../../../README.md");
    assert!(readme.contains(mock::SCRIPT));
    let help = run("mock_provider", &["--help"]);
    assert!(help.1.contains(mock::SCRIPT.trim_end()), "{}", help.1);
}

/// The exit code of an example, and what it prints.
fn run(example: &str, arguments: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--example", example, "--"])
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .args(arguments)
        .output()
        .expect("cargo");
    let printed = [output.stdout, output.stderr].concat();
    (
        output.status.code(),
        String::from_utf8_lossy(&printed).into_owned(),
    )
}

#[test]
fn wrong_arguments_are_refused() {
    for (example, arguments, fault) in [
        ("gateway", &["--serve"][..], "--upstream <UPSTREAM>"),
        ("gateway", &["--port", "8081"], "--serve"),
        (
            "gateway",
            &["--upstream", "ppio=http://127.0.0.1:9"],
            "--serve",
        ),
        (
            "gateway",
            &["--serve", "--upstream", "pppio=http://a"],
            "did you mean `ppio`?",
        ),
        (
            "gateway",
            &[
                "--serve",
                "--upstream",
                "ppio=http://a",
                "--upstream",
                "ppio=http://b",
            ],
            "two upstreams of ppio have the same model and key",
        ),
        ("mock_provider", &["--port", "8080"], "--serve"),
        ("retrying_client", &["--serve"], "--serve"),
    ] {
        let (code, printed) = run(example, arguments);
        assert_eq!(code, Some(2), "{example} {arguments:?}: {printed}");
        assert!(
            printed.contains(fault),
            "{example} {arguments:?}: {printed}"
        );
    }
}
