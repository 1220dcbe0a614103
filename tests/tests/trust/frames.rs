//! Responses with a place for what a caller wrote: a sentence, the marks that quote the text in it, a body, and what a
//! gateway makes of that.

use crate::marks::{MARKS, Mark};
use error_codes::{Provider, Row, providers};
use serde_json::{Value, json};

/// Why a frame cannot be turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Class {
    /// A row knows its code.
    Coded,
    /// It has a code of common use.
    CommonCode,
    /// It has a type that says what happened, and the text is in the middle of a clause.
    Typed,
    /// Its type and its status blame the request, and the text is quoted.
    Generic,
    /// Its type and its status blame the request, and the text is in the middle of a clause.
    GenericUnquoted,
    /// The text is quoted.
    Quoted,
}

/// A response with a place for what a caller wrote.
pub(crate) struct Frame {
    pub(crate) class: Class,
    /// What it is made of.
    pub(crate) name: String,
    pub(crate) gateway: &'static str,
    pub(crate) mark: Option<Mark>,
    pub(crate) provider: Option<&'static Provider>,
    pub(crate) status: Option<u16>,
    /// Whether a clause begins with the text.
    pub(crate) begins_clause: bool,
    sentence: &'static str,
    inner: Inner,
    wrap: fn(&Value, &str) -> String,
}

impl Frame {
    /// Returns the body with a text in its place.
    pub(crate) fn body(&self, text: &str) -> String {
        let quoted = match self.mark {
            Some(Mark { open, close }) => format!("{open}{text}{close}"),
            None => text.to_owned(),
        };
        let message = self.sentence.replace("{}", &quoted);
        (self.wrap)(&self.inner.body(&message), &message)
    }
}

/// What the provider itself sends.
#[derive(Clone)]
struct Inner {
    body: Value,
    /// The JSON pointer to the message.
    message: &'static str,
    status: u16,
}

impl Inner {
    fn body(&self, message: &str) -> Value {
        let mut body = self.body.clone();
        if let Some(place) = body.pointer_mut(self.message) {
            *place = message.into();
        }
        body
    }
}

/// Sentences of providers, the place of the text, and whether a clause begins there.
const SENTENCES: [(&str, bool); 8] = [
    ("Invalid value: {}.", true),
    ("Unknown parameter: {}. Supported values are: none", true),
    ("Failed to process {}", false),
    ("Unsupported value {} for parameter model", false),
    ("参数 {} 无效", false),
    ("Error in field {}: expected string", false),
    ("{} is not one of the allowed values", true),
    ("The caller's value {} isn't one of the model's", false),
];

/// A gateway: who it is, whose tables read it, which status it sends, and what it makes of a body and its message.
struct Gateway {
    name: &'static str,
    provider: Option<&'static Provider>,
    status: fn(u16) -> u16,
    /// Whether the provider's code and type reach the caller.
    keeps_body: bool,
    wrap: fn(&Value, &str) -> String,
}

/// Sets the message of a body wherever it has one.
fn with_message(body: &Value, edit: impl Fn(&str) -> String) -> Value {
    let mut body = body.clone();
    for pointer in ["/error/message", "/message", "/description", "/detail"] {
        if let Some(place) = body.pointer_mut(pointer)
            && let Some(message) = place.as_str()
        {
            *place = edit(message).into();
        }
    }
    body
}

const SAME: fn(u16) -> u16 = |status| status;

static GATEWAYS: [Gateway; 13] = [
    Gateway {
        name: "none",
        provider: None,
        status: SAME,
        keeps_body: true,
        wrap: |body, _| body.to_string(),
    },
    Gateway {
        name: "new-api: id at the end",
        provider: Some(&providers::new_api::PROVIDER),
        status: SAME,
        keeps_body: true,
        wrap: |body, _| {
            with_message(body, |message| {
                format!("{message} (request id: 20260101120000123abc)")
            })
            .to_string()
        },
    },
    Gateway {
        name: "new-api: two ids",
        provider: Some(&providers::one_api::PROVIDER),
        status: SAME,
        keeps_body: true,
        wrap: |body, _| {
            with_message(body, |message| {
                format!("{message} (request id: 2026abc) (request id: 2026def)")
            })
            .to_string()
        },
    },
    Gateway {
        name: "status in front",
        provider: Some(&providers::one_api::PROVIDER),
        status: SAME,
        keeps_body: true,
        wrap: |body, _| {
            with_message(body, |message| format!("400 {message} (tid: 2026)")).to_string()
        },
    },
    Gateway {
        name: "new-api: bad_response_status_code with the sentence",
        provider: Some(&providers::new_api::PROVIDER),
        status: SAME,
        keeps_body: false,
        wrap: |_, message| {
            json!({ "error": {
                "message": format!("bad response status code 400, message: {message} (request id: 2026)"),
                "type": "bad_response_status_code", "param": "", "code": "bad_response_status_code",
            } })
            .to_string()
        },
    },
    Gateway {
        name: "new-api: bad_response_status_code with the body",
        provider: Some(&providers::new_api::PROVIDER),
        status: |_| 500,
        keeps_body: true,
        wrap: |body, _| {
            json!({ "error": {
                "message": body.to_string(), "type": "upstream_error", "code": "bad_response_status_code",
            } })
            .to_string()
        },
    },
    Gateway {
        name: "modelverse: id in front",
        provider: Some(&providers::modelverse::PROVIDER),
        status: SAME,
        keeps_body: true,
        wrap: |body, _| {
            with_message(body, |message| format!("[trace_id: 1f2e-3d] {message}")).to_string()
        },
    },
    Gateway {
        name: "modelverse: err with the body",
        provider: Some(&providers::modelverse::PROVIDER),
        status: |_| 500,
        keeps_body: true,
        wrap: |body, _| {
            json!({ "error": {
                "code": "model_server_error", "param": "6d72",
                "message": format!("[trace_id: 1f2e] Request llm server Error: server error, status code: 400, err: {body}"),
            } })
            .to_string()
        },
    },
    Gateway {
        name: "modelverse: err with the sentence",
        provider: Some(&providers::modelverse::PROVIDER),
        status: |_| 500,
        keeps_body: false,
        wrap: |_, message| {
            json!({ "error": {
                "code": "model_server_error", "param": "6d72",
                "message": format!("Request llm server Error: server error, status code: 400, message: {message}"),
            } })
            .to_string()
        },
    },
    Gateway {
        name: "litellm with the body",
        provider: None,
        status: SAME,
        keeps_body: true,
        wrap: |body, _| {
            json!({ "error": {
                "message": format!("litellm.BadRequestError: OpenAIException - {body}"),
                "type": null, "param": null, "code": "400",
            } })
            .to_string()
        },
    },
    Gateway {
        name: "litellm with the sentence",
        provider: None,
        status: |_| 400,
        keeps_body: false,
        wrap: |_, message| {
            json!({ "error": {
                "message": format!("litellm.BadRequestError: OpenAIException - {message}"),
                "type": null, "param": null, "code": "400",
            } })
            .to_string()
        },
    },
    Gateway {
        name: "openrouter with the body",
        provider: None,
        status: SAME,
        keeps_body: true,
        wrap: |body, _| {
            json!({ "error": {
                "message": "Provider returned error", "code": 400,
                "metadata": { "raw": body.to_string(), "provider_name": "Acme" },
            } })
            .to_string()
        },
    },
    Gateway {
        name: "openrouter with the sentence",
        provider: None,
        status: |_| 400,
        keeps_body: false,
        wrap: |_, message| {
            json!({ "error": {
                "message": "Provider returned error", "code": 400,
                "metadata": { "raw": message, "provider_name": "Acme" },
            } })
            .to_string()
        },
    },
];

/// Returns a body in OpenAI's shape.
fn openai(status: u16, error_type: &str, code: Option<&str>) -> Inner {
    Inner {
        body: json!({ "error": { "message": "", "type": error_type, "param": null, "code": code } }),
        message: "/error/message",
        status,
    }
}

/// Bodies with a code of common use, in the shapes of large providers.
fn with_common_codes() -> Vec<Inner> {
    let openai = |status, code| openai(status, "invalid_request_error", Some(code));
    let google = |status: u16, name: &str| Inner {
        body: json!({ "error": { "code": status, "message": "", "status": name } }),
        message: "/error/message",
        status,
    };
    vec![
        openai(404, "model_not_found"),
        openai(400, "context_length_exceeded"),
        openai(401, "invalid_api_key"),
        openai(429, "rate_limit_exceeded"),
        openai(400, "content_policy_violation"),
        google(401, "UNAUTHENTICATED"),
        google(403, "PERMISSION_DENIED"),
        google(404, "NOT_FOUND"),
        google(503, "UNAVAILABLE"),
        google(504, "DEADLINE_EXCEEDED"),
    ]
}

/// Bodies with a type that says what happened, as Anthropic sends it.
fn with_telling_types() -> Vec<Inner> {
    let anthropic = |status, error_type: &str| Inner {
        body: json!({ "type": "error", "error": { "type": error_type, "message": "" }, "request_id": "req_1" }),
        message: "/error/message",
        status,
    };
    vec![
        anthropic(401, "authentication_error"),
        anthropic(403, "permission_error"),
        anthropic(404, "not_found_error"),
        anthropic(429, "rate_limit_error"),
        anthropic(529, "overloaded_error"),
    ]
}

/// The rows of built-in tables whose code is final, as their providers send them.
fn rows() -> Vec<(&'static Provider, Inner)> {
    let mut rows = Vec::new();
    for provider in providers::ALL.iter().copied() {
        let entries: Vec<_> = provider.entries().collect();
        for entry in &entries {
            let Some(code) = entry.row().code() else {
                continue;
            };
            let with_code = entries.iter().filter(|other| has_code(other.row(), code));
            let is_template = code.contains('{');
            if entry.row().is_tentative() || is_template || with_code.count() > 1 {
                continue;
            }
            let response = entry.render(&[]);
            let body: Value = serde_json::from_str(response.body()).unwrap();
            let pointers = ["/error/message", "/message"];
            let message = pointers
                .into_iter()
                .find(|pointer| body.pointer(pointer).is_some());
            let status = response.status().as_u16();
            if let Some(message) = message {
                rows.push((
                    provider,
                    Inner {
                        body,
                        message,
                        status,
                    },
                ));
            }
        }
    }
    rows
}

/// Returns all frames.
pub(crate) fn frames() -> Vec<Frame> {
    let mut frames = Vec::new();
    for gateway in &GATEWAYS {
        if gateway.keeps_body {
            coded(gateway, &mut frames);
            typed(gateway, &mut frames);
            generic(gateway, &mut frames);
        }
        quoted(gateway, &mut frames);
    }
    frames
}

/// Adds a frame as it is read with the tables of its provider or gateway, and as one of an unknown provider.
fn add(
    frames: &mut Vec<Frame>,
    gateway: &'static Gateway,
    provider: Option<&'static Provider>,
    new: impl Fn() -> Frame,
) {
    let provider = provider.or(gateway.provider);
    frames.push(new());
    if provider.is_some() {
        frames.push(Frame { provider, ..new() });
    }
}

fn frame(
    class: Class,
    gateway: &'static Gateway,
    inner: &Inner,
    (sentence, begins_clause): (&'static str, bool),
    mark: Option<Mark>,
) -> Frame {
    Frame {
        class,
        name: format!("{} {:?} {}", gateway.name, sentence, inner.body),
        gateway: gateway.name,
        mark,
        provider: None,
        status: Some((gateway.status)(inner.status)),
        begins_clause,
        sentence,
        inner: inner.clone(),
        wrap: gateway.wrap,
    }
}

/// Sentences for frames that hold against a text without quotation marks.
const UNQUOTED: [(&str, bool); 3] = [
    ("{}", true),
    ("Invalid value: {}.", true),
    ("Failed to process {} of the request", false),
];

fn coded(gateway: &'static Gateway, frames: &mut Vec<Frame>) {
    for inner in with_common_codes() {
        for sentence in UNQUOTED {
            add(frames, gateway, None, || {
                frame(Class::CommonCode, gateway, &inner, sentence, None)
            });
        }
    }
    let is_direct = gateway.name == "none";
    for (provider, inner) in rows().iter().filter(|_| is_direct) {
        for sentence in UNQUOTED {
            let new = || frame(Class::Coded, gateway, inner, sentence, None);
            frames.push(Frame {
                provider: Some(provider),
                ..new()
            });
            if is_agreed(inner) {
                frames.push(new());
            }
        }
    }
}

/// Returns whether all providers that have a row for the code of a body mean the same, and the code is no number and no
/// sentence, which are nobody's alone.
fn is_agreed(inner: &Inner) -> bool {
    let places = ["/error/code", "/reason", "/code", "/error_code"];
    let codes = places.iter().filter_map(|at| inner.body.pointer(at));
    let words: Vec<String> = codes
        .map(|code| {
            code.as_str()
                .map_or_else(|| code.to_string(), str::to_owned)
        })
        .collect();
    let entries = providers::ALL
        .iter()
        .flat_map(|provider| provider.entries());
    let mut kinds = entries
        .map(|entry| entry.row())
        .filter(|row| words.iter().any(|word| has_code(row, word)))
        .map(|row| (row.kind(), row.is_tentative()));
    let is_vague = |word: &String| word.parse::<i64>().is_ok() || word.contains(' ');
    let is_vague = words.iter().any(is_vague);
    let first = kinds.next();
    !words.is_empty() && !is_vague && kinds.all(|kind| Some(kind) == first)
}

fn has_code(row: &Row, code: &str) -> bool {
    row.code() == Some(code) || row.aliases().any(|alias| alias == code)
}

fn typed(gateway: &'static Gateway, frames: &mut Vec<Frame>) {
    for inner in with_telling_types() {
        for sentence in SENTENCES.into_iter().chain(UNQUOTED) {
            if !sentence.1 {
                add(frames, gateway, None, || {
                    frame(Class::Typed, gateway, &inner, sentence, None)
                });
            }
        }
    }
}

fn generic(gateway: &'static Gateway, frames: &mut Vec<Frame>) {
    for status in [400, 404, 422] {
        let inner = openai(status, "invalid_request_error", None);
        for sentence in SENTENCES {
            for mark in MARKS {
                add(frames, gateway, None, || {
                    frame(Class::Generic, gateway, &inner, sentence, Some(mark))
                });
            }
            if !sentence.1 {
                add(frames, gateway, None, || {
                    frame(Class::GenericUnquoted, gateway, &inner, sentence, None)
                });
            }
        }
    }
}

fn quoted(gateway: &'static Gateway, frames: &mut Vec<Frame>) {
    let bodies = [
        (json!({ "error": { "message": "" } }), "/error/message"),
        (json!({ "message": "" }), "/message"),
        (
            json!({ "type": "about:blank", "title": "Error", "detail": "" }),
            "/detail",
        ),
    ];
    for (at, (body, message)) in bodies.into_iter().enumerate() {
        for status in [400, 429, 500] {
            if at > 0 && (gateway.name != "none" || status == 429) {
                continue;
            }
            let body = body.clone();
            let inner = Inner {
                body,
                message,
                status,
            };
            for sentence in SENTENCES {
                for mark in MARKS {
                    add(frames, gateway, None, || {
                        frame(Class::Quoted, gateway, &inner, sentence, Some(mark))
                    });
                }
            }
        }
    }
}
