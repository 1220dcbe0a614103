//! A client that tries again when that helps, and not when it does not: a limit is waited out, an overload backed off
//! from, an empty account not asked again, although all three come as an error that others would treat alike.
//!
//! ```text
//! cargo run --example retrying_client
//! ```

use error_codes::providers::ppio;
use error_codes::reqwest_middleware::{ReadError, RetryMiddleware};
use error_codes::{Provider, RetryPolicy};
use error_codes_examples::{Server, mock};
use reqwest_middleware::{ClientBuilder, ClientWithMiddleware};
use std::error::Error;
use std::time::{Duration, Instant};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let server = Server::start(mock::router(), 0).await?;

    // The first wait is short, because this is an example; a stated delay is waited out whatever the policy says.
    let policy = RetryPolicy::new().with_backoff(Duration::from_millis(50), Duration::from_secs(1));
    let client = ClientBuilder::new(error_codes_examples::client()?)
        .with(RetryMiddleware::new(&ppio::PROVIDER, policy))
        .build();

    let asks = [
        (
            "a limit that says when it is over",
            "LlmErrorCode.RateLimitExceeded;retry-after-ms=600,ok",
        ),
        (
            "an overload that passes",
            "ServiceNotAvailable,ServiceNotAvailable,ok",
        ),
        (
            "an empty account, sent as a 429",
            "NotEnoughBalance;status=429",
        ),
        ("a fault that does not pass", "503"),
    ];
    for (what, script) in asks {
        ask(&client, &server.url(), &ppio::PROVIDER, what, script).await?;
    }
    Ok(())
}

async fn ask(
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
    if let Some(error) = response.extensions().get::<ReadError>() {
        println!("  {}, try again: {}", **error, error.retry());
    }
    Ok(())
}
