//! An OpenAI-compatible gateway over two providers, which fails over by the scope of the error.
//!
//! ```text
//! cargo run --example gateway                                     sends five requests and exits
//! cargo run --example gateway -- --serve --port 8081 \
//!     --upstream ppio=http://127.0.0.1:8080/ppio,model=deepseek-v3,key=PPIO_KEY \
//!     --upstream modelverse=http://127.0.0.1:8080/modelverse      stays up, over your upstreams
//! ```

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};
use error_codes::HeaderMap;
use error_codes::failover::Cooldown;
use error_codes_examples::gateway::{Gateway, Upstream};
use error_codes_examples::{Server, arguments, mock, refuse};
use serde_json::json;
use std::error::Error;
use std::process::ExitCode;

/// An OpenAI-compatible gateway that fails over by the scope of the error
#[derive(Parser)]
#[command(name = "gateway")]
struct Arguments {
    /// Stay up until interrupted
    #[arg(long, requires = "upstreams")]
    serve: bool,

    /// The port; without it, any free one
    #[arg(long, value_name = "N", default_value_t = 0, requires = "serve")]
    port: u16,

    /// The address of a provider, the preferred ones first: ID=URL, or ID=URL,model=NAME,key=VARIABLE
    ///
    /// A request for any model goes to the first that is not cooling down; one for the model ID/NAME only to that provider.
    /// `model` is what the model is called there, in place of the name in the request. `key` is an environment variable with
    /// the key; without it, the request's own `Authorization` is passed on.
    #[arg(long = "upstream", value_name = "UPSTREAM", value_parser = Upstream::parse, requires = "serve")]
    upstreams: Vec<Upstream>,
}

impl Arguments {
    /// Ends the program if two upstreams are the same, because the second would never be called.
    fn check(&self) {
        for (at, upstream) in self.upstreams.iter().enumerate() {
            let is_same = |other: &Upstream| other.is_same_route(upstream);
            if self.upstreams[..at].iter().any(is_same) {
                let id = upstream.provider.id();
                let fault = format!("two upstreams of {id} have the same model and key");
                let mut command = Arguments::command();
                refuse::<Arguments>(&command.error(ErrorKind::ValueValidation, fault));
            }
        }
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Arguments = arguments();
    arguments.check();
    error_codes_examples::exit("gateway", run(arguments).await)
}

async fn run(arguments: Arguments) -> Result<(), Box<dyn Error>> {
    if arguments.serve {
        let gateway = Gateway::new(arguments.upstreams, Cooldown::default())?;
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
            authorization: None,
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
