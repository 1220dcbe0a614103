//! A client that retries only where that helps: it waits until a rate limit resets, backs off from an overload, and gives up
//! at once on an empty account, even if all three come with the same status code.
//!
//! ```text
//! cargo run --example retrying_client
//! ```

use clap::Parser;
use error_codes::integrations::reqwest_middleware::RetryMiddleware;
use error_codes::providers::ppio;
use error_codes::{Provider, RetryPolicy};
use error_codes_examples::{Server, arguments, mock};
use reqwest_middleware::{ClientBuilder, ClientWithMiddleware};
use std::error::Error;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// A client that retries only where that helps
#[derive(Parser)]
#[command(name = "retrying_client")]
struct Arguments {}

#[tokio::main]
async fn main() -> ExitCode {
    let Arguments {} = arguments();
    error_codes_examples::exit("retrying_client", run().await)
}

async fn run() -> Result<(), Box<dyn Error>> {
    let server = Server::start(mock::router(), 0).await?;

    // The first delay is short, because this is an example; a delay that the response states is honoured in any case.
    let policy = RetryPolicy::new().with_backoff(Duration::from_millis(50), Duration::from_secs(1));
    let client = ClientBuilder::new(error_codes_examples::client()?)
        .with(RetryMiddleware::new(&ppio::PROVIDER, policy))
        .build();

    let scripts = [
        (
            "a rate limit with a stated delay",
            "LlmErrorCode.RateLimitExceeded;retry-after-ms=600,ok",
        ),
        (
            "an overload that clears up",
            "ServiceNotAvailable,ServiceNotAvailable,ok",
        ),
        (
            "an empty account, reported as a 429",
            "NotEnoughBalance;status=429",
        ),
        ("an outage", "503"),
    ];
    for (what, script) in scripts {
        send(&client, &server.url(), &ppio::PROVIDER, what, script).await?;
    }
    Ok(())
}

async fn send(
    client: &ClientWithMiddleware,
    url: &str,
    provider: &Provider,
    what: &str,
    script: &str,
) -> Result<(), Box<dyn Error>> {
    let id = provider.id();
    let began = Instant::now();
    let request = client.post(format!("{url}/{id}/{script}/v1/chat/completions"));
    let response = request.body("{}").send().await?;
    let took = began.elapsed().as_secs_f64();

    let calls = client
        .get(format!("{url}/calls/{id}/{script}"))
        .send()
        .await?;
    let (status, calls) = (response.status().as_u16(), calls.text().await?);
    println!("{what}: {status} after {calls} calls and {took:.1} s");
    if let Some(error) = response.extensions().get::<error_codes::Error>() {
        println!("  {error}; retry: {}", error.retry());
    }
    Ok(())
}
