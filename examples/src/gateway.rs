//! An OpenAI-compatible gateway: it sends a chat to the first available upstream, fails over by the scope of the error, and
//! returns errors in OpenAI's shape, whatever shape they came in.
//!
//! `POST /v1/chat/completions` with any model goes to the preferred upstream of those that are not cooling down, with the
//! model's name there. The model `ppio/deepseek-v3` is requested from that provider only, and its error is returned.
//!
//! An upstream is called with its own key or, if it has none, with the `Authorization` of the request. A redirect of an upstream
//! is not followed: the key and the request would go where nobody decided to send them.

pub use crate::upstream::Upstream;

use crate::events;
use crate::server::read_body;
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderName, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use error_codes::failover::{Cooldown, Failover, Next, Route};
use error_codes::integrations::reqwest::ResponseExt;
use error_codes::{BodyShape, Error, HeaderMap, HeaderValue, Provider, Reader, StatusCode};
use reqwest::redirect::Policy;
use serde_json::Value;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

error_codes::provider_errors! {
    /// The gateway itself.
    provider "gateway" {
        name: "Example gateway",
        body: OPENAI,
    }

    /// The gateway's own errors.
    pub enum GatewayError {
        | status | type                  | code         | kind            | message                               | summary                                                                                  |
        | 400    | invalid_request_error | invalid_body | InvalidRequest  | "The body is not a JSON object"       | "a request that is not JSON"                                                             |
        | 408    | invalid_request_error | slow_body    | Timeout         | "The body took too long"              | "a request that does not end"                                                            |
        | 413    | invalid_request_error | long_body    | PayloadTooLarge | "The body is too long"                | "a request beyond the limit"                                                             |
        | 502    | server_error          | no_response  | Unavailable     | "{provider} did not respond"          | "a connection that failed or was lost, or a response that was too long or took too long" |
        | 502    | server_error          | redirected   | Unavailable     | "{provider} redirected the request"   | "an upstream that is somewhere else"                                                     |
        | 503    | server_error          | none_left    | Unavailable     | "No upstream is available at present" | "every upstream is cooling down"                                                         |
    }
}

/// The gateway.
pub struct Gateway {
    client: reqwest::Client,
    upstreams: Vec<Upstream>,
    failover: Mutex<Failover>,
}

/// How long an upstream may send nothing.
const READ_TIMEOUT: Duration = Duration::from_secs(60);

/// How long a response may take, from the first byte to the last.
const RESPONSE_TIME: Duration = Duration::from_secs(10 * 60);

/// The size of the largest response that is passed on, in bytes.
const RESPONSE_LIMIT: usize = 16 * 1024 * 1024;

/// What a client wants: the body of its request, and its key.
#[derive(Clone)]
struct Chat {
    body: Value,
    authorization: Option<HeaderValue>,
}

/// The result of one attempt.
enum Outcome {
    Success(Response),
    Error(Error),
    /// No response that could be passed on, and why.
    NoResponse(GatewayError),
}

impl Gateway {
    /// Creates a gateway over these upstreams, the preferred ones first. They are called directly and not through a proxy,
    /// because those of the example are on this machine.
    ///
    /// # Errors
    ///
    /// Those of building an HTTP client.
    pub fn new(upstreams: Vec<Upstream>, cooldown: Cooldown) -> reqwest::Result<Self> {
        let routes = upstreams.iter().map(Upstream::route);
        let failover = Failover::new(routes).with_cooldown(cooldown);
        Ok(Gateway {
            client: reqwest::Client::builder()
                .no_proxy()
                .redirect(Policy::none())
                .read_timeout(READ_TIMEOUT)
                .timeout(RESPONSE_TIME)
                .build()?,
            failover: Mutex::new(failover),
            upstreams,
        })
    }

    /// Returns the routes of its server.
    pub fn router(self) -> Router {
        Router::new()
            .route("/v1/chat/completions", post(chat))
            .with_state(Arc::new(self))
    }

    fn failover(&self) -> MutexGuard<'_, Failover> {
        self.failover.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Calls one upstream after the other until one succeeds or nothing else will help.
    async fn call_any(&self, chat: Chat) -> Response {
        let mut attempts = self.failover().attempts();
        let mut last = None;
        loop {
            let next = attempts.next(&mut self.failover(), Instant::now());
            let attempt = match next {
                Next::Attempt(attempt) => attempt,
                Next::Wait { until, .. } if last.is_none() => return none_left(until),
                Next::Wait { .. } | Next::GiveUp => break,
            };
            let route = attempt.route().clone();
            let upstream = self
                .upstreams
                .iter()
                .find(|upstream| upstream.route() == route);
            let Some(upstream) = upstream else { break };
            let outcome = self.send(upstream, chat.clone(), None).await;
            let (mut failover, now) = (self.failover(), Instant::now());
            match outcome {
                Outcome::Success(response) => {
                    attempts.succeeded(&mut failover, attempt, now);
                    return served_by(response, &route);
                }
                Outcome::Error(ref error) => attempts.failed(&mut failover, attempt, error, now),
                Outcome::NoResponse(_) => attempts.no_response(&mut failover, attempt, now),
            }
            last = Some(pass_on(outcome, upstream.provider));
        }
        last.unwrap_or_else(|| GatewayError::NoneLeft.into_response())
    }

    /// Sends a chat to an upstream, for a model if one is named, or else for the upstream's.
    async fn send(&self, upstream: &Upstream, chat: Chat, model: Option<&str>) -> Outcome {
        let Chat {
            mut body,
            authorization,
        } = chat;
        if let Some(model) = model.or(upstream.model.as_deref()) {
            body["model"] = model.into();
        }
        let url = format!("{}/v1/chat/completions", upstream.url);
        let mut request = self.client.post(url).json(&body);
        if let Some(key) = upstream.authorization.clone().or(authorization) {
            request = request.header(header::AUTHORIZATION, key);
        }
        let Ok(response) = request.send().await else {
            return Outcome::NoResponse(GatewayError::NoResponse);
        };
        if response.status().is_redirection() {
            return Outcome::NoResponse(GatewayError::Redirected);
        }
        let reader = Reader::provider(upstream.provider);
        let response = match response.error_for_provider(&reader).await {
            Ok(response) => response,
            Err(error) => return Outcome::Error(error),
        };
        let (status, headers) = (response.status(), response.headers().clone());
        if is_event_stream(&headers) {
            let body = events::pass_on(response, &reader, RESPONSE_LIMIT);
            return Outcome::Success(response_with(status, &headers, body));
        }
        let Some(body) = whole_body(response).await else {
            return Outcome::NoResponse(GatewayError::NoResponse);
        };
        // Some providers report errors in a 200.
        match reader.error_in(status, &headers, &body) {
            Some(error) => Outcome::Error(error.into()),
            None => Outcome::Success(response_with(status, &headers, Body::from(body))),
        }
    }
}

async fn chat(State(gateway): State<Arc<Gateway>>, request: Request) -> Response {
    let authorization = request.headers().get(header::AUTHORIZATION).cloned();
    let body = match read_body(request).await {
        Ok(body) => body,
        Err(StatusCode::REQUEST_TIMEOUT) => return GatewayError::SlowBody.into_response(),
        Err(StatusCode::PAYLOAD_TOO_LARGE) => return GatewayError::LongBody.into_response(),
        Err(_) => return GatewayError::InvalidBody.into_response(),
    };
    let Ok(body @ Value::Object(_)) = serde_json::from_slice(&body) else {
        return GatewayError::InvalidBody.into_response();
    };
    let model = body["model"].as_str().unwrap_or_default();
    let named = model.split_once('/').and_then(|(id, model)| {
        let mut upstreams = gateway.upstreams.iter();
        let upstream = upstreams.find(|upstream| upstream.provider.id() == id)?;
        Some((upstream, model.to_owned()))
    });
    let chat = Chat {
        body,
        authorization,
    };
    match named {
        None => gateway.call_any(chat).await,
        Some((upstream, model)) => {
            let outcome = gateway.send(upstream, chat, Some(&model)).await;
            pass_on(outcome, upstream.provider)
        }
    }
}

/// Returns what the gateway's own client receives.
fn pass_on(outcome: Outcome, provider: &Provider) -> Response {
    match outcome {
        Outcome::Success(response) => response,
        Outcome::Error(error) => error.render_in(BodyShape::OPENAI).into_response(),
        Outcome::NoResponse(why) => {
            let name = [("provider", provider.name())];
            why.render(&name).into_response()
        }
    }
}

fn none_left(until: Instant) -> Response {
    let wait = until.saturating_duration_since(Instant::now());
    let seconds = HeaderValue::from(wait.as_secs() + 1);
    ([(header::RETRY_AFTER, seconds)], GatewayError::NoneLeft).into_response()
}

/// Says which upstream a response came from.
static SERVED_BY: HeaderName = HeaderName::from_static("x-served-by");

fn served_by(mut response: Response, route: &Route) -> Response {
    let name = format!("{}/{}", route.provider(), route.key());
    if let Ok(name) = HeaderValue::from_str(&name) {
        response.headers_mut().insert(SERVED_BY.clone(), name);
    }
    response
}

fn response_with(status: StatusCode, headers: &HeaderMap, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    if let Some(content) = headers.get(header::CONTENT_TYPE) {
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, content.clone());
    }
    response
}

fn is_event_stream(headers: &HeaderMap) -> bool {
    let content = headers.get(header::CONTENT_TYPE);
    content.is_some_and(|content| content.as_bytes().starts_with(b"text/event-stream"))
}

/// Reads the whole body. Returns `None` if it breaks off or is too long.
async fn whole_body(mut response: reqwest::Response) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.ok()? {
        body.extend_from_slice(&chunk);
        if body.len() > RESPONSE_LIMIT {
            return None;
        }
    }
    Some(body)
}
