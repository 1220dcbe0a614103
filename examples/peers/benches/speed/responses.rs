//! From a response to its meaning.

use crate::cases::Group;
use crate::received::{Received, by_hand};
use crate::typed;
use error_codes::providers::{aihubmix, modelverse, new_api};
use error_codes::{ErrorKind, Provider, RetryHint, Row, StatusCode};
use error_codes_peers::{messages_10, messages_100, messages_1000, messages_2000};
use std::time::Duration;

pub fn groups() -> [Group; 6] {
    let messages = || rendered(&new_api::PROVIDER, has_only_message);
    [
        whole_responses(),
        messages_of_gateways(),
        generated_messages(),
        unknown_provider("a code", &modelverse::PROVIDER, with_codes),
        unknown_provider("a message", &new_api::PROVIDER, messages),
        unknown_provider(
            "nothing that matches",
            &modelverse::PROVIDER,
            unknown_messages,
        ),
    ]
}

/// Returns responses of about 340 bytes, one for each code of a provider.
pub fn with_codes() -> Vec<Received> {
    let responses = modelverse::ErrorCode::ALL.iter().map(|code| {
        let body = serde_json::json!({ "error": {
            "message": format!(
                "{}: the request of organization org-4f1d2c9a to the model deepseek-v3.2 was not completed; see the \
                 documentation at https://docs.example/errors for the limits of your plan, and how to raise them",
                code.message().unwrap_or_default(),
            ),
            "type": code.error_type(),
            "param": "6d7248f8-ebaa-437e-bfc2-d79e7c54004c",
            "code": code.code(),
        }});
        Received::new(code.status().unwrap_or_default(), body.to_string())
    });
    responses
        .filter(|response| !response.body.contains("model_server_error"))
        .collect()
}

/// Reads what a caller needs to know before a retry.
pub fn read(provider: &'static Provider, response: &Received) -> (ErrorKind, RetryHint) {
    let error = provider.read(response.status, &response.headers, &response.body);
    (error.kind(), error.retry())
}

/// Reads everything.
fn read_all(response: &Received) -> (Option<modelverse::ErrorCode>, Option<Duration>, usize) {
    let error = modelverse::PROVIDER.read(response.status, &response.headers, &response.body);
    let length = |text: Option<&str>| text.map_or(0, str::len);
    let lengths = length(error.code()) + length(error.raw_message()) + length(error.request_id());
    (error.variant(), error.retry_after(), lengths)
}

fn whole_responses() -> Group {
    Group::new("a whole response of 340 bytes, code known")
        .case(
            "serde_json, typed and borrowed, body alone",
            with_codes,
            |response| typed::read(&response.body),
        )
        .case("error-codes, kind and retry hint", with_codes, |response| {
            read(&modelverse::PROVIDER, response)
        })
        .case("error-codes, everything", with_codes, read_all)
        .case("serde_json::Value and ifs", with_codes, by_hand)
        .case("lm15", with_codes, |response| {
            lm15::errors::normalize_error("openai", response.status.as_u16(), &response.body).ok()
        })
        .case("llm-error-class", with_codes, |response| {
            llm_error_class::classify(response.status.as_u16(), &response.body)
        })
        .case("tt-provider-compat", with_codes, |response| {
            tt_provider_compat::errors::map_response_error(
                response.status.as_u16(),
                &response.body,
                Some("20"),
            )
        })
        .case("allama-http", with_codes, |response| {
            allama_http::status_error(response.status, "an error")
        })
}

/// Renders the rows of a provider that meet a condition.
pub fn rendered(provider: &'static Provider, is_chosen: fn(&Row) -> bool) -> Vec<Received> {
    const PARAMS: [(&str, &str); 3] = [("model", "gpt-5.4"), ("group", "vip"), ("key", "abc123")];
    let chosen = provider.entries().filter(|entry| {
        let row = entry.row();
        is_chosen(row) && !row.is_tentative()
    });
    let responses = chosen.map(|entry| {
        let mut response = Received::rendered(entry.render(&PARAMS));
        response.headers.remove("retry-after");
        response
    });
    responses.collect()
}

pub fn has_only_message(row: &Row) -> bool {
    row.code().is_none() && row.message().is_some()
}

fn messages_of_gateways() -> Group {
    let has_code = |row: &Row| row.code().is_some();
    let aihubmix = &aihubmix::PROVIDER;
    let new_api = &new_api::PROVIDER;
    Group::new("a message alone, of gateways")
        .case(
            "aihubmix, code",
            move || rendered(aihubmix, has_code),
            |response| read(aihubmix, response),
        )
        .case(
            "aihubmix, message",
            move || rendered(aihubmix, has_only_message),
            |response| read(aihubmix, response),
        )
        .case(
            "new-api, code",
            move || rendered(new_api, has_code),
            |response| read(new_api, response),
        )
        .case(
            "new-api, message",
            move || rendered(new_api, has_only_message),
            |response| read(new_api, response),
        )
        .case("aihubmix, unknown message", unknown_messages, |response| {
            read(aihubmix, response)
        })
        .case("new-api, unknown message", unknown_messages, |response| {
            read(new_api, response)
        })
}

/// Returns responses that no provider has.
pub fn unknown_messages() -> Vec<Received> {
    let messages = [
        "the colour of the sky does not suit the request, choose another day for it",
        "worker 7 lost its hat while it was counting the words of the last answer",
    ];
    let responses = messages.iter().map(|message| {
        let body = serde_json::json!({ "error": { "message": message, "type": "" } });
        Received::new(StatusCode::BAD_REQUEST, body.to_string())
    });
    responses.collect()
}

/// Returns responses with the messages of a generated table, with a code that it knows or without one.
fn generated_responses(size: usize, code: &str) -> Vec<Received> {
    let messages = generated::messages(size).into_iter();
    let responses = messages.map(|message| {
        let message = message.replace("{model}", "gpt-5.4");
        let body = serde_json::json!({ "error": { "message": message, "code": code } });
        Received::new(StatusCode::BAD_REQUEST, body.to_string())
    });
    responses.collect()
}

fn generated_messages() -> Group {
    Group::new("a message alone, by number of templates")
        .case(
            "1000, code",
            || generated_responses(1_000, "known"),
            |response| read(&messages_1000::PROVIDER, response),
        )
        .case(
            "10",
            || generated_responses(10, ""),
            |response| read(&messages_10::PROVIDER, response),
        )
        .case(
            "100",
            || generated_responses(100, ""),
            |response| read(&messages_100::PROVIDER, response),
        )
        .case(
            "1000",
            || generated_responses(1_000, ""),
            |response| read(&messages_1000::PROVIDER, response),
        )
        .case(
            "2000",
            || generated_responses(2_000, ""),
            |response| read(&messages_2000::PROVIDER, response),
        )
}

fn unknown_provider(
    what: &str,
    known: &'static Provider,
    responses: fn() -> Vec<Received>,
) -> Group {
    Group::new(format!("an unknown provider, {what}"))
        .case("known", responses, move |response| read(known, response))
        .case("unknown", responses, |response| {
            let error = error_codes::read(response.status, &response.headers, &response.body);
            (error.kind(), error.retry())
        })
}
