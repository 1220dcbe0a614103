//! The example's gateway, under upstreams that fail.

use crate::Mock;
use error_codes::failover::Cooldown;
use error_codes::providers::{modelverse, ppio};
use error_codes_examples::Server;
use error_codes_examples::gateway::{Gateway, Upstream};
use serde_json::Value;
use tokio::task::JoinSet;

/// A gateway over PPIO and ModelVerse, which fail as their scripts say.
struct Setting {
    mocks: [Mock; 2],
    scripts: [&'static str; 2],
    server: Server,
}

impl Setting {
    async fn new(scripts: [&'static str; 2]) -> Self {
        let mocks = [
            Mock::start(&ppio::PROVIDER).await,
            Mock::start(&modelverse::PROVIDER).await,
        ];
        let providers = [&ppio::PROVIDER, &modelverse::PROVIDER];
        let upstreams = providers
            .into_iter()
            .enumerate()
            .map(|(at, provider)| Upstream {
                provider,
                url: format!("{}/{}", mocks[at].server.url(), provider.id()),
                model: Some(scripts[at].to_owned()),
                key: "only".to_owned(),
                authorization: None,
            });
        let gateway = Gateway::new(upstreams.collect(), Cooldown::default()).expect("a client");
        let server = Server::start(gateway.router(), 0)
            .await
            .expect("a free port");
        Setting {
            mocks,
            scripts,
            server,
        }
    }

    async fn ask(&self, body: &'static str) -> (u16, String) {
        ask(crate::client(), self.server.url(), body).await
    }

    async fn calls(&self) -> [String; 2] {
        let [first, second] = &self.mocks;
        [
            first.calls(self.scripts[0]).await,
            second.calls(self.scripts[1]).await,
        ]
    }
}

async fn ask(client: reqwest::Client, url: String, body: &'static str) -> (u16, String) {
    let request = client.post(format!("{url}/v1/chat/completions")).body(body);
    let response = request.send().await.expect("a response");
    let status = response.status().as_u16();
    (status, response.text().await.expect("a body"))
}

const CHAT: &str = r#"{"model":"any","messages":[]}"#;

#[tokio::test]
async fn what_fails_at_one_is_asked_of_the_other_and_the_first_cools_down() {
    let setting = Setting::new(["RateLimitExceeded;retry-after=30", "ok"]).await;
    assert_eq!(setting.ask(CHAT).await.0, 200);
    assert_eq!(setting.ask(CHAT).await.0, 200);
    assert_eq!(setting.calls().await, ["1", "2"]);
}

#[tokio::test]
async fn what_is_wrong_everywhere_is_asked_once() {
    let setting = Setting::new(["InvalidRequestBody", "ok"]).await;
    let (status, body) = setting.ask(CHAT).await;
    assert_eq!(status, 400);
    let body: Value = serde_json::from_str(&body).expect("JSON");
    assert_eq!(body["error"]["type"], "invalid_request_error");
    assert_eq!(body["error"]["code"], "INVALID_REQUEST_BODY");
    assert_eq!(setting.calls().await, ["1", "0"]);
}

#[tokio::test]
async fn an_error_inside_a_success_is_one() {
    let setting = Setting::new(["NotEnoughBalance;status=200", "ok"]).await;
    assert_eq!(setting.ask(CHAT).await.0, 200);
    assert_eq!(setting.calls().await, ["1", "1"]);
}

#[tokio::test]
async fn a_provider_that_is_named_is_the_only_one_asked() {
    let setting = Setting::new(["ok", "ok"]).await;
    let (status, body) = setting.ask(r#"{"model":"modelverse/RateLimit"}"#).await;
    assert_eq!(status, 429);
    assert!(body.contains(r#""code":"rate_limit""#), "{body}");
    assert_eq!(setting.calls().await, ["0", "0"]);
    assert_eq!(setting.mocks[1].calls("RateLimit").await, "1");
}

#[tokio::test]
async fn what_is_no_json_is_the_gateways_own_error() {
    let setting = Setting::new(["ok", "ok"]).await;
    let (status, body) = setting.ask("hello").await;
    assert_eq!(status, 400);
    assert_eq!(
        body,
        r#"{"error":{"message":"The body is not a JSON object","type":"invalid_request_error","code":"invalid_body"}}"#
    );
}

#[tokio::test]
async fn nobody_left_says_when_somebody_will_be() {
    let setting = Setting::new([
        "RateLimitExceeded;retry-after=30",
        "RateLimit;retry-after=300",
    ])
    .await;
    assert_eq!(setting.ask(CHAT).await.0, 429);
    let (status, body) = setting.ask(CHAT).await;
    assert_eq!(status, 503);
    assert!(body.contains("none_left"), "{body}");
    assert_eq!(setting.calls().await, ["1", "1"]);
}

#[tokio::test]
async fn an_upstream_that_is_down_is_passed_over() {
    let setting = Setting::new(["ok", "ok"]).await;
    let upstreams = [
        ("http://127.0.0.1:9", &ppio::PROVIDER),
        ("", &modelverse::PROVIDER),
    ];
    let upstreams = upstreams.map(|(url, provider)| Upstream {
        provider,
        url: match url {
            "" => format!("{}/modelverse", setting.mocks[1].server.url()),
            url => url.to_owned(),
        },
        model: Some("ok".to_owned()),
        key: String::new(),
        authorization: None,
    });
    let gateway = Gateway::new(upstreams.into(), Cooldown::default()).expect("a client");
    let server = Server::start(gateway.router(), 0)
        .await
        .expect("a free port");
    let (status, _) = ask(crate::client(), server.url(), CHAT).await;
    assert_eq!(status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_failing_requests_at_once_are_answered_each_once() {
    const ALL: usize = 1000;
    // Wrong requests, so that every one of them reaches the first upstream and none the second.
    let setting = Setting::new(["InvalidRequestBody", "ok"]).await;
    let client = crate::client();
    let mut asked = JoinSet::new();
    for _ in 0..ALL {
        asked.spawn(ask(client.clone(), setting.server.url(), CHAT));
    }
    let responses = asked.join_all().await;
    assert_eq!(responses.len(), ALL);
    assert!(
        responses
            .iter()
            .all(|(status, body)| *status == 400 && body.contains("INVALID_REQUEST_BODY"))
    );
    assert_eq!(setting.calls().await, [ALL.to_string(), "0".to_owned()]);
}
