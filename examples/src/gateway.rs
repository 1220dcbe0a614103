//! An OpenAI-compatible gateway: it sends a chat to the first upstream that may be asked, fails over by the scope of what
//! went wrong, and answers errors in OpenAI's shape, whatever shape they came in.
//!
//! `POST /v1/chat/completions` with any model goes to the preferred upstream of those that are not left alone, with the
//! model's name there. The model `ppio/deepseek-v3` asks that provider and nobody else, and its error comes back.

use crate::events;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use error_codes::failover::{Attempts, Cooldown, Failover, Next, Route};
use error_codes::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use error_codes::reqwest::ResponseExt;
use error_codes::{ApiError, BodyShape, Provider};
use serde_json::Value;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

error_codes::provider_errors! {
    /// What the gateway itself has to say.
    provider "gateway" {
        name: "Example gateway",
        body: OPENAI,
    }

    /// The gateway's own errors.
    pub enum GatewayError {
        | status | type                  | code          | kind           | message                                  | summary                                      |
        | 400    | invalid_request_error | invalid_body  | InvalidRequest | "The body is no JSON object"             | "a request that is not JSON"                 |
        | 502    | server_error          | no_answer     | Unavailable    | "{provider} gave no answer"              | "a connection that failed or was lost"       |
        | 503    | server_error          | none_left     | Unavailable    | "No upstream may be asked at the moment" | "every upstream failed a moment ago"         |
    }
}

/// A place where chats can be sent.
pub struct Upstream {
    /// Whose answers it gives.
    pub provider: &'static Provider,
    /// Where its interface begins: `/v1/chat/completions` is added.
    pub url: String,
    /// What the model is called there; none for an upstream that is asked by its name only.
    pub model: Option<String>,
    /// The name of the key.
    pub key: String,
}

impl Upstream {
    fn route(&self) -> Option<Route> {
        let model = self.model.clone()?;
        Some(Route::new(self.provider.id(), model).with_key(self.key.clone()))
    }
}

/// The gateway.
pub struct Gateway {
    client: reqwest::Client,
    upstreams: Vec<Upstream>,
    failover: Mutex<Failover>,
}

/// How long an upstream may say nothing.
const PATIENCE: Duration = Duration::from_secs(60);

/// How much of an answer is read before it is handed on, in bytes.
const ANSWER_LIMIT: usize = 16 * 1024 * 1024;

/// What became of one attempt.
enum Outcome {
    Answer(Response),
    Error(Box<ApiError<'static>>),
    NoAnswer,
}

impl Gateway {
    /// A gateway over these upstreams, the preferred ones first. They are asked directly and not through a proxy, because
    /// those of the example are on this machine.
    ///
    /// # Errors
    ///
    /// Those of building an HTTP client.
    pub fn new(upstreams: Vec<Upstream>, cooldown: Cooldown) -> reqwest::Result<Self> {
        let routes = upstreams.iter().filter_map(Upstream::route);
        let failover = Failover::new(routes).with_cooldown(cooldown);
        Ok(Gateway {
            client: reqwest::Client::builder()
                .no_proxy()
                .read_timeout(PATIENCE)
                .build()?,
            failover: Mutex::new(failover),
            upstreams,
        })
    }

    /// The routes of its server.
    pub fn router(self) -> Router {
        Router::new()
            .route("/v1/chat/completions", post(chat))
            .with_state(Arc::new(self))
    }

    fn failover(&self) -> MutexGuard<'_, Failover> {
        self.failover.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks one upstream after the other until one answers or nothing else helps.
    async fn ask_around(&self, request: Value) -> Response {
        let mut attempts = self.failover().attempts();
        let mut last = None;
        while attempts.failures() < self.upstreams.len() {
            let next = attempts.next(&self.failover(), SystemTime::now());
            let route = match next {
                Next::Try(route) => route,
                Next::Wait(until) if last.is_none() => return none_left(until),
                Next::Wait(_) | Next::Nothing => break,
            };
            let upstream = self
                .upstreams
                .iter()
                .find(|upstream| upstream.route().as_ref() == Some(&route));
            let Some(upstream) = upstream else { break };
            match self.send(upstream, request.clone(), route.model()).await {
                Outcome::Answer(answer) => return served_by(answer, &route),
                outcome => {
                    self.note(&mut attempts, &route, &outcome);
                    last = Some(hand_on(outcome, upstream.provider));
                }
            }
        }
        last.unwrap_or_else(|| GatewayError::NoneLeft.into_response())
    }

    fn note(&self, attempts: &mut Attempts, route: &Route, outcome: &Outcome) {
        let (mut failover, now) = (self.failover(), SystemTime::now());
        match outcome {
            Outcome::Answer(_) => {}
            Outcome::Error(error) => attempts.failed(&mut failover, route, error, now),
            Outcome::NoAnswer => attempts.unanswered(&mut failover, route, now),
        }
    }

    async fn send(&self, upstream: &Upstream, mut request: Value, model: &str) -> Outcome {
        request["model"] = model.into();
        let url = format!("{}/v1/chat/completions", upstream.url);
        let Ok(response) = self.client.post(url).json(&request).send().await else {
            return Outcome::NoAnswer;
        };
        let response = match response.error_for_provider(upstream.provider).await {
            Ok(response) => response,
            Err(error) => return Outcome::Error(error),
        };
        let (status, headers) = (response.status(), response.headers().clone());
        if is_event_stream(&headers) {
            let body = events::pass_on(response, upstream.provider);
            return Outcome::Answer(answer(status, &headers, body));
        }
        let Some(body) = whole_body(response).await else {
            return Outcome::NoAnswer;
        };
        // Some providers report errors in a 200.
        match upstream.provider.error_in(status, &headers, &body) {
            Some(error) => Outcome::Error(Box::new(error.into_owned())),
            None => Outcome::Answer(answer(status, &headers, Body::from(body))),
        }
    }
}

async fn chat(State(gateway): State<Arc<Gateway>>, body: Bytes) -> Response {
    let Ok(request @ Value::Object(_)) = serde_json::from_slice(&body) else {
        return GatewayError::InvalidBody.into_response();
    };
    let model = request["model"].as_str().unwrap_or_default();
    let named = model.split_once('/').and_then(|(id, model)| {
        let mut upstreams = gateway.upstreams.iter();
        Some((
            upstreams.find(|upstream| upstream.provider.id() == id)?,
            model.to_owned(),
        ))
    });
    match named {
        None => gateway.ask_around(request).await,
        Some((upstream, model)) => {
            let outcome = gateway.send(upstream, request, &model).await;
            hand_on(outcome, upstream.provider)
        }
    }
}

/// What the gateway's own client gets to see.
fn hand_on(outcome: Outcome, provider: &Provider) -> Response {
    match outcome {
        Outcome::Answer(answer) => answer,
        Outcome::Error(error) => error.render_in(BodyShape::OPENAI).into_response(),
        Outcome::NoAnswer => {
            let name = [("provider", provider.name())];
            GatewayError::NoAnswer.render(&name).into_response()
        }
    }
}

fn none_left(until: SystemTime) -> Response {
    let wait = until.duration_since(SystemTime::now()).unwrap_or_default();
    let seconds = HeaderValue::from(wait.as_secs() + 1);
    ([(header::RETRY_AFTER, seconds)], GatewayError::NoneLeft).into_response()
}

/// For whoever wonders where an answer comes from.
static SERVED_BY: HeaderName = HeaderName::from_static("x-served-by");

fn served_by(mut answer: Response, route: &Route) -> Response {
    let name = format!("{}/{}", route.provider(), route.key());
    if let Ok(name) = HeaderValue::from_str(&name) {
        answer.headers_mut().insert(SERVED_BY.clone(), name);
    }
    answer
}

fn answer(status: StatusCode, headers: &HeaderMap, body: Body) -> Response {
    let mut answer = Response::new(body);
    *answer.status_mut() = status;
    if let Some(content) = headers.get(header::CONTENT_TYPE) {
        let headers = answer.headers_mut();
        headers.insert(header::CONTENT_TYPE, content.clone());
    }
    answer
}

fn is_event_stream(headers: &HeaderMap) -> bool {
    let content = headers.get(header::CONTENT_TYPE);
    content.is_some_and(|content| content.as_bytes().starts_with(b"text/event-stream"))
}

/// The body, if it comes whole and is not too long.
async fn whole_body(mut response: reqwest::Response) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.ok()? {
        body.extend_from_slice(&chunk);
        if body.len() > ANSWER_LIMIT {
            return None;
        }
    }
    Some(body)
}
