//! A provider that fails on demand, for testing a client without a network.
//!
//! ```text
//! cargo run --example mock_provider                         sends itself a few requests, shows the responses and exits
//! cargo run --example mock_provider -- --serve --port 8080  stays up
//! ```

use clap::Parser;
use error_codes::Provider;
use error_codes::integrations::reqwest::ResponseExt;
use error_codes::providers::{modelverse, ppio, skyengine};
use error_codes_examples::{Server, arguments, mock};
use std::error::Error;
use std::process::ExitCode;

/// A provider that fails on demand
#[derive(Parser)]
#[command(name = "mock_provider", after_help = mock::SCRIPT)]
struct Arguments {
    /// Stay up until interrupted
    #[arg(long)]
    serve: bool,

    /// The port; without it, any free one
    #[arg(long, value_name = "N", default_value_t = 0, requires = "serve")]
    port: u16,
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Arguments = arguments();
    error_codes_examples::exit("mock_provider", run(&arguments).await)
}

async fn run(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let server = Server::start(mock::router(), arguments.port).await?;
    println!("listening on {}", server.url());
    if arguments.serve {
        server.serve().await?;
        return Ok(());
    }
    let url = server.url();
    show(
        &url,
        &ppio::PROVIDER,
        "LlmErrorCode.RateLimitExceeded;retry-after=20",
    )
    .await?;
    show(&url, &skyengine::PROVIDER, "InvalidApiKey").await?;
    show(&url, &modelverse::PROVIDER, "RateLimit;shape=anthropic").await?;
    show(&url, &ppio::PROVIDER, "503").await?;
    show(&url, &ppio::PROVIDER, "ok").await
}

/// Requests a script, and shows how the library reads the response.
async fn show(url: &str, provider: &'static Provider, script: &str) -> Result<(), Box<dyn Error>> {
    let path = format!("/{}/{script}/v1/chat/completions", provider.id());
    println!("\nPOST {path}");
    let client = error_codes_examples::client()?;
    let response = client
        .post(format!("{url}{path}"))
        .body("{}")
        .send()
        .await?;
    println!("  {}", response.status());
    match response.error_for_provider(provider).await {
        Ok(response) => println!("  {}", response.text().await?),
        Err(error) => {
            println!("  {}", String::from_utf8_lossy(error.body()));
            println!("  read as {error}");
            println!("  retry: {}, scope: {}", error.retry(), error.scope());
        }
    }
    Ok(())
}
