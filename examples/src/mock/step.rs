//! One step of a script, and the response to it.

use crate::names;
use axum::http::{self, HeaderName, header};
use axum::response::{IntoResponse, Response};
use error_codes::{
    BodyShape, Entry, HeaderMap, HeaderValue, Provider, Reader, Row, StatusCode, Table,
};
use serde_json::{Value, json};

pub(super) struct Step<'s> {
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
    /// # Errors
    ///
    /// A text in one line that says what is wrong, with what may be meant.
    pub(super) fn read(provider: &'static Provider, text: &'s str) -> Result<Self, String> {
        let mut parts = text.split(';');
        let name = parts.next().unwrap_or_default().trim();
        let content = if name == "ok" {
            Content::Ok
        } else if let Ok(status) = name.parse() {
            Content::Status(status)
        } else {
            Content::Row(find(provider, name)?)
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
            None => {
                let meant = names::meant(text, ["late"].into_iter());
                return Err(format!("`{text}` is neither `late` nor NAME=VALUE{meant}"));
            }
            Some(("shape", shape)) => self.shape = Some(named_shape(shape)?),
            Some(("status", status)) => {
                let status = status
                    .parse()
                    .map_err(|_| format!("`{status}` is not a valid HTTP status code"))?;
                self.status = Some(status);
            }
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

    pub(super) fn respond(self, request: &Value) -> Response {
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

/// Finds a row by `Variant` or `Table.Variant`.
fn find(provider: &'static Provider, name: &str) -> Result<Entry<'static>, String> {
    let (table, variant) = match name.split_once('.') {
        Some((table, variant)) => (Some(table), variant),
        None => (None, name),
    };
    let mut entries = provider.entries();
    let found = entries.find(|entry| {
        let is_in_table = table.is_none_or(|table| table == entry.table().name());
        is_in_table && entry.row().variant() == variant
    });
    found.ok_or_else(|| {
        let tables = provider.tables().flat_map(Table::rows);
        let variants = tables.map(Row::variant);
        let meant = names::meant(variant, variants.chain(["ok"]));
        format!("{} has no row `{name}`{meant}", provider.id())
    })
}

fn named_shape(name: &str) -> Result<BodyShape, String> {
    match name {
        "openai" => Ok(BodyShape::OPENAI),
        "anthropic" => Ok(BodyShape::ANTHROPIC),
        _ => {
            let meant = names::meant(name, ["openai", "anthropic"].into_iter());
            Err(format!("there is no shape `{name}`{meant}"))
        }
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
