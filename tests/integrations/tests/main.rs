//! The library with the HTTP clients and servers that people use.

mod axum;
mod backon;
mod budget;
mod deadline;
mod gateway;
mod handed_on;
mod middleware;
mod policy;
mod profiles;
mod reqwest;
mod reqwest_retry;
mod servers;
mod tower;
mod tracing;
mod upstreams;

use error_codes::providers::ppio;
use error_codes::{ApiError, HeaderMap, HeaderValue, Provider, RetryPolicy, StatusCode};
use error_codes_examples::{Server, mock};
use http::HeaderName;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// The error in a response of PPIO with this status, these headers and this code.
fn ppio_error(
    status: u16,
    headers: &[(&'static str, &'static str)],
    code: &str,
) -> ApiError<'static> {
    let headers: HeaderMap = headers
        .iter()
        .map(|(name, value)| {
            (
                HeaderName::from_static(name),
                HeaderValue::from_static(value),
            )
        })
        .collect();
    let status = StatusCode::from_u16(status).expect("a status");
    let body = format!(r#"{{"reason":"{code}","message":"it failed"}}"#);
    ppio::PROVIDER.read(status, &headers, &body).into_owned()
}

/// The delays before each retry of an error that states none, with no jitter or all of it.
fn delays(policy: &RetryPolicy, random: f64, code: &str) -> Vec<Duration> {
    let error = ppio_error(500, &[], code);
    let delays = (0..6).map(|retries| policy.delay(retries, Some(&error), random));
    delays.collect()
}

fn milliseconds(delays: &[u64]) -> Vec<Duration> {
    delays.iter().copied().map(Duration::from_millis).collect()
}

/// A client for servers on this machine.
fn client() -> ::reqwest::Client {
    error_codes_examples::client().expect("a client")
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

/// A mock provider.
struct Mock {
    server: Server,
    id: &'static str,
}

impl Mock {
    async fn start(provider: &'static Provider) -> Self {
        let server = Server::start(mock::router(), 0).await;
        Mock {
            server: server.expect("a free port"),
            id: provider.id(),
        }
    }

    fn url(&self, script: &str) -> String {
        format!(
            "{}/{}/{script}/v1/chat/completions",
            self.server.url(),
            self.id
        )
    }

    /// Returns how often the script was requested.
    async fn calls(&self, script: &str) -> String {
        let url = format!("{}/calls/{}/{script}", self.server.url(), self.id);
        let response = client().get(url).send().await.expect("a response");
        response.text().await.expect("a number")
    }
}

/// An upstream that responds to any request with these bytes, then `more`, and hangs up.
async fn upstream<F>(
    head: &'static str,
    more: impl FnOnce(TcpStream) -> F + Send + 'static,
) -> String
where
    F: Future<Output = ()> + Send,
{
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.expect("a client");
        let mut request = [0; 1024];
        let _ = stream.read(&mut request).await;
        let _ = stream.write_all(head.as_bytes()).await;
        more(stream).await;
    });
    format!("http://{address}")
}
