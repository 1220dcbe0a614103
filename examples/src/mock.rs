//! A provider that fails on demand: it responds with the rows of any provider's tables, in that provider's shape.
//!
//! `POST /ppio/LlmErrorCode.RateLimitExceeded/v1/chat/completions` responds with that row. In place of one row there can be a
//! script, `RateLimitExceeded;retry-after=1,ok`: one step for each call, of which the last is repeated. A step is
//!
//! - a row of the provider, `Variant` or `Table.Variant`;
//! - a bare status, `503`, with an empty body;
//! - a success, `ok`, with a model's response.
//!
//! A step can be followed by headers of the response, `;retry-after=1`, and by four options: `;status=429` replaces the row's
//! status code; `;shape=openai` or `;shape=anthropic` renders the row in that shape; `;model=NAME`, or the name of any other
//! placeholder in the row's message, sets its value; and `;late` sends the error as an event after a `200`.
//!
//! The script is in the path, in the header `x-mock-script`, or in the field `model` of the request. Calls are counted by
//! provider and script: `GET /calls/ppio/<script>` returns the number, `DELETE` resets it.

use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::{self, HeaderName, Method, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use error_codes::{
    BodyShape, Entry, HeaderMap, HeaderValue, Provider, Reader, Row, StatusCode, providers,
};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Returns the routes of the server.
pub fn router() -> Router {
    let calls = Calls::default();
    Router::new()
        .route("/", get(async || help()))
        .route("/calls/{provider}/{script}", get(count).delete(forget))
        .fallback(respond)
        .with_state(calls)
}

/// Returns a list of the steps of every provider.
#[must_use]
pub fn help() -> String {
    let tables = providers::ALL.iter().flat_map(|provider| {
        provider.tables().map(|table| {
            let variants: Vec<_> = table.rows().iter().map(Row::variant).collect();
            let (id, name) = (provider.id(), table.name());
            format!("\n/{id}/{name}.\n  {}\n", variants.join(" "))
        })
    });
    let head =
        "POST /<provider>/<script>/v1/chat/completions, where a step of the script is one of\n";
    std::iter::once(head.to_owned()).chain(tables).collect()
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

/// How much of a request is read, in bytes.
const REQUEST_LIMIT: usize = 1024 * 1024;

async fn respond(State(calls): State<Calls>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let body = axum::body::to_bytes(body, REQUEST_LIMIT).await;
    let body: Value = body
        .ok()
        .and_then(|body| serde_json::from_slice(&body).ok())
        .unwrap_or_default();
    let mut segments = parts.uri.path().split('/').skip(1);
    let id = segments.next().unwrap_or_default();
    let in_path = segments.next().filter(|segment| *segment != "v1");
    let in_header = || parts.headers.get("x-mock-script")?.to_str().ok();
    let script = in_path
        .or_else(in_header)
        .or_else(|| body["model"].as_str())
        .unwrap_or_default()
        .replace("%20", " ");
    if parts.method != Method::POST {
        return refuse(&format!("{} is not supported", parts.method));
    }
    let provider = match error_codes::provider(id) {
        Ok(provider) => provider,
        Err(error) => return refuse(&error.to_string()),
    };
    let call = calls.with(id, &script, |count| {
        *count += 1;
        *count
    });
    let steps: Vec<&str> = script.split(',').collect();
    let step = steps.get(call - 1).or(steps.last());
    match Step::read(provider, step.copied().unwrap_or_default()) {
        Ok(step) => step.respond(&body),
        Err(fault) => refuse(&fault),
    }
}

/// Returns the response to a request that this server does not understand, with a status code that no provider's table has.
fn refuse(fault: &str) -> Response {
    let text = format!("mock provider: {fault}\n\n{}", help());
    (StatusCode::NOT_IMPLEMENTED, text).into_response()
}

/// One step of a script.
struct Step<'s> {
    content: Content,
    status: Option<StatusCode>,
    shape: Option<BodyShape>,
    is_late: bool,
    headers: HeaderMap,
    params: Vec<(&'s str, &'s str)>,
}

enum Content {
    Ok,
    Status(StatusCode),
    Row(Entry<'static>),
}

impl<'s> Step<'s> {
    fn read(provider: &'static Provider, text: &'s str) -> Result<Self, String> {
        let mut parts = text.split(';');
        let name = parts.next().unwrap_or_default().trim();
        let content = if name == "ok" {
            Content::Ok
        } else if let Ok(status) = name.parse() {
            Content::Status(status)
        } else {
            let entry = find(provider, name);
            Content::Row(entry.ok_or_else(|| format!("{} has no row `{name}`", provider.id()))?)
        };
        let mut step = Step {
            content,
            status: None,
            shape: None,
            is_late: false,
            headers: HeaderMap::new(),
            params: vec![("model", "mock")],
        };
        for part in parts {
            step.option(part.trim())?;
        }
        Ok(step)
    }

    fn option(&mut self, text: &'s str) -> Result<(), String> {
        match text.split_once('=') {
            None if text == "late" => self.is_late = true,
            Some(("shape", "openai")) => self.shape = Some(BodyShape::OPENAI),
            Some(("status", status)) => {
                let status = status
                    .parse()
                    .map_err(|_| format!("`{status}` is not a valid HTTP status code"))?;
                self.status = Some(status);
            }
            Some(("shape", "anthropic")) => self.shape = Some(BodyShape::ANTHROPIC),
            Some((name, value)) if self.has_placeholder(name) => {
                self.params.insert(0, (name, value));
            }
            Some((name, value)) => {
                let header = name.parse::<HeaderName>().ok();
                let value = HeaderValue::from_str(value).ok();
                let (Some(header), Some(value)) = (header, value) else {
                    return Err(format!("`{text}` is not a valid header"));
                };
                self.headers.insert(header, value);
            }
            None => {
                return Err(format!(
                    "`{text}` is not a valid option: expected `late` or `name=value`"
                ));
            }
        }
        Ok(())
    }

    fn has_placeholder(&self, name: &str) -> bool {
        match self.content {
            Content::Row(entry) => {
                let message = entry.row().message();
                message.is_some_and(|message| message.contains(&format!("{{{name}}}")))
            }
            Content::Ok | Content::Status(_) => false,
        }
    }

    fn respond(self, request: &Value) -> Response {
        let mut response = match self.content {
            Content::Ok => completion(request),
            Content::Status(status) => with_status(status, String::new()),
            Content::Row(entry) => {
                let mut response = entry.render(&self.params);
                *response.status_mut() = self.status.unwrap_or(response.status());
                match self.shape {
                    None => response,
                    Some(shape) => reader_of(entry)
                        .read(response.status(), &self.headers, response.body())
                        .render_in(shape),
                }
            }
        };
        response.headers_mut().extend(self.headers);
        if self.is_late {
            response = late(response);
        }
        response.into_response()
    }
}

/// Creates a reader with the table of this row alone.
fn reader_of(entry: Entry<'static>) -> Reader {
    let reader = Reader::provider(entry.provider());
    reader.only_table(entry.table().name()).unwrap_or(reader)
}

fn with_status(status: StatusCode, body: String) -> http::Response<String> {
    let mut response = http::Response::new(body);
    *response.status_mut() = status;
    response
}

/// Finds a row by `Variant` or `Table.Variant`.
fn find(provider: &'static Provider, name: &str) -> Option<Entry<'static>> {
    let (table, variant) = match name.split_once('.') {
        Some((table, variant)) => (Some(table), variant),
        None => (None, name),
    };
    provider.entries().find(|entry| {
        let is_in_table = table.is_none_or(|table| table == entry.table().name());
        is_in_table && entry.row().variant() == variant
    })
}

/// Returns a model's response when nothing fails.
fn completion(request: &Value) -> http::Response<String> {
    let model = request["model"].as_str().unwrap_or("mock");
    let body = json!({
        "id": "chatcmpl-mock",
        "object": "chat.completion",
        "created": 1_700_000_000,
        "model": model,
        "choices": [{
            "index": 0,
            "message": { "role": "assistant", "content": "ok" },
            "finish_reason": "stop",
        }],
        "usage": { "prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2 },
    });
    let mut response = with_status(StatusCode::OK, body.to_string());
    let json = HeaderValue::from_static("application/json");
    response.headers_mut().insert(header::CONTENT_TYPE, json);
    response
}

/// Turns a response into an event of a stream that began as a success.
fn late(mut response: http::Response<String>) -> http::Response<String> {
    let events = HeaderValue::from_static("text/event-stream");
    response.headers_mut().insert(header::CONTENT_TYPE, events);
    *response.status_mut() = StatusCode::OK;
    let first =
        r#"{"object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":"o"}}]}"#;
    response.map(|body| format!("data: {first}\n\ndata: {body}\n\n"))
}
