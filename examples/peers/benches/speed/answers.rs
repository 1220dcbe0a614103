//! From an answer to what it means.

use crate::cases::Group;
use crate::received::{Received, by_hand};
use crate::typed;
use error_codes::http::StatusCode;
use error_codes::providers::{aihubmix, modelverse, new_api};
use error_codes::{ErrorKind, MatchedBy, Provider, RetryHint, Row};
use error_codes_peers::{messages_10, messages_100, messages_1000};
use std::time::Duration;

pub fn groups() -> [Group; 4] {
    [
        whole_answers(),
        messages_of_gateways(),
        generated_messages(),
        unknown_providers(),
    ]
}

/// Answers of about 340 bytes, one for each code of a provider.
fn with_codes() -> Vec<Received> {
    let answers = modelverse::ErrorCode::ALL.iter().map(|code| {
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
    answers
        .filter(|answer| !answer.body.contains("model_server_error"))
        .collect()
}

/// What a caller looks at before another try.
fn read(provider: &'static Provider, answer: &Received) -> (ErrorKind, RetryHint) {
    let error = provider.read(answer.status, &answer.headers, &answer.body);
    (error.kind(), error.retry())
}

/// All that there is to ask.
fn read_all(answer: &Received) -> (Option<modelverse::ErrorCode>, Option<Duration>, usize) {
    let error = modelverse::PROVIDER.read(answer.status, &answer.headers, &answer.body);
    let length = |text: Option<&str>| text.map_or(0, str::len);
    let lengths = length(error.code()) + length(error.raw_message()) + length(error.request_id());
    (error.variant(), error.retry_after(), lengths)
}

fn whole_answers() -> Group {
    Group::new("a whole answer of 340 bytes, code known")
        .case(
            "serde_json, typed and borrowed, body alone",
            with_codes,
            |answer| typed::read(&answer.body),
        )
        .case("error-codes, kind and retry hint", with_codes, |answer| {
            read(&modelverse::PROVIDER, answer)
        })
        .case("error-codes, everything", with_codes, read_all)
        .case("serde_json::Value and ifs", with_codes, by_hand)
        .case("lm15", with_codes, |answer| {
            lm15::errors::normalize_error("openai", answer.status.as_u16(), &answer.body).ok()
        })
        .case("llm-error-class", with_codes, |answer| {
            llm_error_class::classify(answer.status.as_u16(), &answer.body)
        })
}

/// A provider's own answers, for the rows of this sort.
fn rendered(provider: &'static Provider, is_asked: fn(&Row) -> bool) -> Vec<Received> {
    let sections = provider.sections().iter();
    let rows = sections.flat_map(|section| section.rows().iter().map(move |row| (section, row)));
    let asked = rows.filter(|(_, row)| is_asked(row) && !row.wraps());
    let answers = asked.map(|(section, row)| {
        let answer = section.render(
            row,
            &[("model", "gpt-5.4"), ("group", "vip"), ("key", "abc123")],
        );
        let mut answer = Received::rendered(answer);
        answer.headers.remove("retry-after");
        answer
    });
    answers.collect()
}

fn messages_of_gateways() -> Group {
    let has_code = |row: &Row| row.code().is_some();
    let has_message = |row: &Row| row.code().is_none() && row.message().is_some();
    let aihubmix = &aihubmix::PROVIDER;
    let new_api = &new_api::PROVIDER;
    Group::new("a message alone, of gateways")
        .case(
            "aihubmix, code",
            move || rendered(aihubmix, has_code),
            |answer| read(aihubmix, answer),
        )
        .case(
            "aihubmix, message",
            move || rendered(aihubmix, has_message),
            |answer| read(aihubmix, answer),
        )
        .case(
            "new-api, code",
            move || rendered(new_api, has_code),
            |answer| read(new_api, answer),
        )
        .case(
            "new-api, message",
            move || rendered(new_api, has_message),
            |answer| read(new_api, answer),
        )
        .case(
            "aihubmix, a message that nobody knows",
            unknown_messages,
            |answer| read(aihubmix, answer),
        )
        .case(
            "new-api, a message that nobody knows",
            unknown_messages,
            |answer| read(new_api, answer),
        )
}

fn unknown_messages() -> Vec<Received> {
    let messages = [
        "the colour of the sky does not suit the request, choose another day for it",
        "worker 7 lost its hat while it was counting the words of the last answer",
    ];
    let answers = messages.iter().map(|message| {
        let body = serde_json::json!({ "error": { "message": message, "type": "" } });
        Received::new(StatusCode::BAD_REQUEST, body.to_string())
    });
    answers.collect()
}

/// The messages of a generated table, with a code that it knows or without one.
fn generated_answers(size: usize, code: &str) -> Vec<Received> {
    let messages = generated::messages(size).into_iter();
    let answers = messages.map(|message| {
        let message = message.replace("{model}", "gpt-5.4");
        let body = serde_json::json!({ "error": { "message": message, "code": code } });
        Received::new(StatusCode::BAD_REQUEST, body.to_string())
    });
    answers.collect()
}

fn generated_messages() -> Group {
    Group::new("a message alone, of so many templates")
        .case(
            "1000, code",
            || generated_answers(1_000, "known"),
            |answer| read(&messages_1000::PROVIDER, answer),
        )
        .case(
            "10",
            || generated_answers(10, ""),
            |answer| read(&messages_10::PROVIDER, answer),
        )
        .case(
            "100",
            || generated_answers(100, ""),
            |answer| read(&messages_100::PROVIDER, answer),
        )
        .case(
            "1000",
            || generated_answers(1_000, ""),
            |answer| read(&messages_1000::PROVIDER, answer),
        )
}

fn unknown_providers() -> Group {
    let unknown = |answer: &Received| {
        let error = error_codes::read(answer.status, &answer.headers, &answer.body);
        (error.kind(), error.matched_by() == MatchedBy::Code)
    };
    let has_message = |row: &Row| row.code().is_none() && row.message().is_some();
    let new_api = &new_api::PROVIDER;
    let messages = move || rendered(new_api, has_message);
    Group::new("a provider that is not known")
        .case("known, code", with_codes, |answer| {
            read(&modelverse::PROVIDER, answer)
        })
        .case("unknown, code", with_codes, unknown)
        .case("known, message", messages, |answer| read(new_api, answer))
        .case("unknown, message", messages, unknown)
        .case("known, nothing fits", unknown_messages, |answer| {
            read(&modelverse::PROVIDER, answer)
        })
        .case("unknown, nothing fits", unknown_messages, unknown)
}
