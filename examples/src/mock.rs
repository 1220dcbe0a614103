//! A provider that fails on demand: it responds with the rows of any provider's tables, in that provider's shape.
//!
//! [`SCRIPT`] is the language in which it is told how.

mod step;

use crate::names;
use crate::server::read_body;
use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::Method;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use error_codes::{Row, StatusCode, providers};
use serde_json::Value;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use step::Step;

/// What can be requested, for a person.
pub const SCRIPT: &str = include_str!("mock/script.txt");

/// Returns the routes of the server.
pub fn router() -> Router {
    let calls = Calls::default();
    Router::new()
        .route("/", get(async || help()))
        .route("/calls/{provider}/{script}", get(count).delete(forget))
        .fallback(respond)
        .with_state(calls)
}

/// Returns the language of scripts, and a list of the rows of every provider.
#[must_use]
pub fn help() -> String {
    let tables = providers::ALL.iter().flat_map(|provider| {
        provider.tables().map(|table| {
            let variants: Vec<_> = table.rows().iter().map(Row::variant).collect();
            let (id, name) = (provider.id(), table.name());
            format!("\n/{id}/{name}.\n  {}\n", variants.join(" "))
        })
    });
    std::iter::once(SCRIPT.to_owned()).chain(tables).collect()
}

/// How often each script of each provider was called.
#[derive(Clone, Default)]
struct Calls(Arc<Mutex<HashMap<(String, String), usize>>>);

impl Calls {
    fn with<T>(&self, provider: &str, script: &str, change: impl FnOnce(&mut usize) -> T) -> T {
        let key = (provider.to_owned(), script.to_owned());
        let mut counts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        change(counts.entry(key).or_default())
    }
}

async fn count(
    State(calls): State<Calls>,
    Path((provider, script)): Path<(String, String)>,
) -> String {
    calls.with(&provider, &script, |count| count.to_string())
}

async fn forget(State(calls): State<Calls>, Path((provider, script)): Path<(String, String)>) {
    calls.with(&provider, &script, |count| *count = 0);
}

async fn respond(State(calls): State<Calls>, request: Request) -> Response {
    match outcome(&calls, request).await {
        Ok(response) => response,
        Err(fault) => refuse(&fault),
    }
}

/// Returns the response of the next step, or in one line why there is none.
async fn outcome(calls: &Calls, request: Request) -> Result<Response, String> {
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let in_header = request.headers().get("x-mock-script").cloned();
    let body = read_body(request)
        .await
        .map_err(|status| format!("the body of the request cannot be read: {status}"))?;
    let body: Value = serde_json::from_slice(&body).unwrap_or_default();
    let mut segments = path.split('/').skip(1);
    let id = segments.next().unwrap_or_default();
    let in_path = segments.next().filter(|segment| *segment != "v1");
    let script = in_path
        .or_else(|| in_header.as_ref()?.to_str().ok())
        .or_else(|| body["model"].as_str())
        .unwrap_or_default()
        .replace("%20", " ");
    if method != Method::POST {
        return Err(format!("{method} is not supported"));
    }
    let provider = names::provider(id)?;
    if script.is_empty() {
        return Err("there is no script in the path, in `x-mock-script` or in `model`".to_owned());
    }
    let call = calls.with(id, &script, |count| {
        *count += 1;
        *count
    });
    let steps: Vec<&str> = script.split(',').collect();
    let step = steps.get(call - 1).or(steps.last());
    let step = Step::read(provider, step.copied().unwrap_or_default())?;
    Ok(step.respond(&body))
}

/// Returns the response to a request that this server does not understand, with a status code that no provider's table has.
fn refuse(fault: &str) -> Response {
    let text = format!("mock provider: {fault} (GET / lists what can be requested)\n");
    (StatusCode::NOT_IMPLEMENTED, text).into_response()
}
