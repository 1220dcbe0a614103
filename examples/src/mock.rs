//! A provider that fails as it is told to: it answers with the rows of any provider's tables, in their shape.
//!
//! `POST /ppio/LlmErrorCode.RateLimitExceeded/v1/chat/completions` answers with that row. Instead of one row there may be a
//! script, `RateLimitExceeded;retry-after=1,ok`: one step for each call, of which the last is repeated. A step is
//!
//! - a row of the provider, `Variant` or `Table.Variant`;
//! - a bare status, `503`, with an empty body;
//! - `ok`, which answers as a model does.
//!
//! Behind a step may stand headers of the answer, `;retry-after=1`, and four things that are none: `;status=429` for another
//! status than the row's, `;shape=openai` or `;shape=anthropic` for the row in that shape, `;model=NAME` or any other hole of
//! the row's message, and `;late` for an error that comes as an event after a `200`.
//!
//! The script stands in the path, or in the header `x-mock-script`, or in the field `model` of the request. Calls are
//! counted by provider and script: `GET /calls/ppio/<script>` gives the number, `DELETE` begins again.

use axum::Router;
use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use error_codes::http::{self, HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use error_codes::{BodyShape, Provider, Row, Section, providers};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The routes of the server.
pub fn router() -> Router {
    let calls = Calls::default();
    Router::new()
        .route("/", get(async || help()))
        .route("/calls/{provider}/{script}", get(count).delete(forget))
        .fallback(answer)
        .with_state(calls)
}

/// What there is to ask for.
#[must_use]
pub fn help() -> String {
    let tables = providers::ALL.iter().flat_map(|provider| {
        let sections = provider.sections().iter();
        sections.map(|section| {
            let variants: Vec<_> = section.rows().iter().map(Row::variant).collect();
            let (id, table) = (provider.id(), section.name());
            format!("\n/{id}/{table}.\n  {}\n", variants.join(" "))
        })
    });
    let head =
        "POST /<provider>/<script>/v1/chat/completions, where a step of the script is one of\n";
    std::iter::once(head.to_owned()).chain(tables).collect()
}

/// How often each script of each provider was asked for.
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

async fn answer(State(calls): State<Calls>, request: Request) -> Response {
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
        return refuse(&format!("{} is not answered here", parts.method));
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
        Ok(step) => step.answer(&body),
        Err(fault) => refuse(&fault),
    }
}

/// A request that this server does not understand, which no provider's table knows.
fn refuse(fault: &str) -> Response {
    let text = format!("mock provider: {fault}\n\n{}", help());
    (StatusCode::NOT_IMPLEMENTED, text).into_response()
}

/// One step of a script.
struct Step<'s> {
    says: Says,
    status: Option<StatusCode>,
    shape: Option<BodyShape>,
    is_late: bool,
    headers: HeaderMap,
    params: Vec<(&'s str, &'s str)>,
}

enum Says {
    Ok,
    Status(StatusCode),
    Row(&'static Section, &'static Row),
}

impl<'s> Step<'s> {
    fn read(provider: &'static Provider, text: &'s str) -> Result<Self, String> {
        let mut parts = text.split(';');
        let name = parts.next().unwrap_or_default().trim();
        let says = if name == "ok" {
            Says::Ok
        } else if let Ok(status) = name.parse() {
            Says::Status(status)
        } else {
            let (section, row) = find(provider, name)
                .ok_or_else(|| format!("{} has no row `{name}`", provider.id()))?;
            Says::Row(section, row)
        };
        let mut step = Step {
            says,
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
                    .map_err(|_| format!("`{status}` is no status"))?;
                self.status = Some(status);
            }
            Some(("shape", "anthropic")) => self.shape = Some(BodyShape::ANTHROPIC),
            Some((name, value)) if self.has_hole(name) => self.params.insert(0, (name, value)),
            Some((name, value)) => {
                let header = name.parse::<HeaderName>().ok();
                let value = HeaderValue::from_str(value).ok();
                let (Some(header), Some(value)) = (header, value) else {
                    return Err(format!("`{text}` is no header"));
                };
                self.headers.insert(header, value);
            }
            None => {
                return Err(format!(
                    "`{text}` is none of `late`, `shape=` and `header=`"
                ));
            }
        }
        Ok(())
    }

    fn has_hole(&self, name: &str) -> bool {
        match self.says {
            Says::Row(_, row) => row
                .message()
                .is_some_and(|message| message.contains(&format!("{{{name}}}"))),
            _ => false,
        }
    }

    fn answer(self, request: &Value) -> Response {
        let mut answer = match self.says {
            Says::Ok => completion(request),
            Says::Status(status) => with_status(status, String::new()),
            Says::Row(section, row) => {
                let mut answer = section.render(row, &self.params);
                *answer.status_mut() = self.status.unwrap_or(answer.status());
                match self.shape {
                    None => answer,
                    Some(shape) => section
                        .read(answer.status(), &self.headers, answer.body())
                        .render_in(shape),
                }
            }
        };
        answer.headers_mut().extend(self.headers);
        if self.is_late {
            answer = late(answer);
        }
        answer.into_response()
    }
}

fn with_status(status: StatusCode, body: String) -> http::Response<String> {
    let mut answer = http::Response::new(body);
    *answer.status_mut() = status;
    answer
}

/// `Variant` or `Table.Variant`.
fn find(provider: &'static Provider, name: &str) -> Option<(&'static Section, &'static Row)> {
    let (table, variant) = match name.split_once('.') {
        Some((table, variant)) => (Some(table), variant),
        None => (None, name),
    };
    let sections = provider.sections().iter().copied();
    let mut sections = sections.filter(|section| table.is_none_or(|table| table == section.name()));
    sections.find_map(|section| {
        let mut rows = section.rows().iter();
        Some((section, rows.find(|row| row.variant() == variant)?))
    })
}

/// What a model says if nothing fails.
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
    let mut answer = with_status(StatusCode::OK, body.to_string());
    let json = HeaderValue::from_static("application/json");
    answer.headers_mut().insert(header::CONTENT_TYPE, json);
    answer
}

/// The answer as an event of a stream that began as a success.
fn late(mut answer: http::Response<String>) -> http::Response<String> {
    let events = HeaderValue::from_static("text/event-stream");
    answer.headers_mut().insert(header::CONTENT_TYPE, events);
    *answer.status_mut() = StatusCode::OK;
    let first =
        r#"{"object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":"o"}}]}"#;
    answer.map(|body| format!("data: {first}\n\ndata: {body}\n\n"))
}
