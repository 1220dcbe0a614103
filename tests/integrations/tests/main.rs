//! The library with the HTTP clients and servers that people use.

mod axum;
mod backon;
mod gateway;
mod middleware;
mod policy;
mod reqwest;
mod reqwest_retry;
mod tower;
mod tracing;

use error_codes::providers::ppio;
use error_codes::{ApiError, HeaderMap, HeaderValue, Provider, StatusCode};
use error_codes_examples::{Server, mock};
use http::HeaderName;

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

/// A client for servers on this machine.
fn client() -> ::reqwest::Client {
    error_codes_examples::client().expect("a client")
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
