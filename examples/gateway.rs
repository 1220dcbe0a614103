//! An OpenAI-compatible gateway over two providers, which fails over by the scope of the error.
//!
//! ```text
//! cargo run --example gateway                                     sends five requests and exits
//! cargo run --example gateway -- --serve --port 8081 \
//!     --upstream ppio=http://127.0.0.1:8080/ppio                  stays up, over your upstreams
//! ```

use clap::Parser;
use error_codes::failover::Cooldown;
use error_codes::{HeaderMap, Provider};
use error_codes_examples::gateway::{Gateway, Upstream};
use error_codes_examples::{Server, mock};
use serde_json::json;
use std::error::Error;

/// An OpenAI-compatible gateway that fails over by the scope of the error.
#[derive(Parser)]
#[command(name = "gateway")]
struct Arguments {
    /// Stay up until interrupted
    #[arg(long)]
    serve: bool,

    /// The port; without it, any free one
    #[arg(long, value_name = "N", default_value_t = 0)]
    port: u16,

    /// The address of a provider, whose models are called `ID/model`
    #[arg(long = "upstream", value_name = "ID=URL", value_parser = parse_upstream)]
    upstreams: Vec<(&'static Provider, String)>,
}

fn parse_upstream(text: &str) -> Result<(&'static Provider, String), Box<dyn Error + Send + Sync>> {
    let (id, url) = text.split_once('=').ok_or("expected ID=URL")?;
    Ok((
        error_codes::provider(id)?,
        url.trim_end_matches('/').to_owned(),
    ))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    if arguments.serve {
        let upstreams = arguments
            .upstreams
            .into_iter()
            .map(|(provider, url)| Upstream {
                provider,
                url,
                model: None,
                key: "only".to_owned(),
            });
        let gateway = Gateway::new(upstreams.collect(), Cooldown::default())?;
        let server = Server::start(gateway.router(), arguments.port).await?;
        println!("listening on {}", server.url());
        return Ok(server.serve().await?);
    }
    play(
        "a rate limit at the first upstream: the second takes over, and the first cools down",
        [
            "ppio=LlmErrorCode.RateLimitExceeded;retry-after=30,ok",
            "modelverse=ok",
        ],
        2,
    )
    .await?;
    play(
        "an empty account behind the first key: the second key takes over",
        ["ppio=NotEnoughBalance", "ppio=ok"],
        1,
    )
    .await?;
    play(
        "a request that is invalid everywhere: no other upstream is called",
        ["ppio=LlmErrorCode.InvalidRequestBody", "modelverse=ok"],
        1,
    )
    .await?;
    play(
        "both overloaded: the error is returned in OpenAI's shape",
        ["ppio=ServiceNotAvailable", "modelverse=503"],
        1,
    )
    .await
}

/// Sends requests to a gateway over two mock providers, and prints which upstream responded, and with what.
async fn play(what: &str, scripts: [&str; 2], times: usize) -> Result<(), Box<dyn Error>> {
    println!("\n{what}");
    let mut mocks = Vec::new();
    let mut upstreams = Vec::new();
    for (script, key) in scripts.into_iter().zip(["first", "second"]) {
        let (id, script) = script.split_once('=').ok_or("expected ID=STEPS")?;
        let mock = Server::start(mock::router(), 0).await?;
        upstreams.push(Upstream {
            provider: error_codes::provider(id)?,
            url: format!("{}/{id}", mock.url()),
            model: Some(script.to_owned()),
            key: key.to_owned(),
        });
        mocks.push((mock, id, key, script));
    }
    let gateway = Gateway::new(upstreams, Cooldown::default())?;
    let server = Server::start(gateway.router(), 0).await?;
    let client = error_codes_examples::client()?;
    for _ in 0..times {
        let request =
            json!({ "model": "any", "messages": [{ "role": "user", "content": "hello" }] });
        let url = format!("{}/v1/chat/completions", server.url());
        let response = client.post(url).json(&request).send().await?;
        let status = response.status().as_u16();
        match text(response.headers(), "x-served-by") {
            Some(name) => println!("  {status} from {name}"),
            None => println!("  {status} {}", response.text().await?),
        }
    }
    for (mock, id, key, script) in &mocks {
        let calls = client
            .get(format!("{}/calls/{id}/{script}", mock.url()))
            .send()
            .await?;
        println!("  calls of {id}/{key}: {}", calls.text().await?);
    }
    Ok(())
}

fn text<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name)?.to_str().ok()
}
