//! Strategies: generated responses, texts and headers.

use error_codes::{HeaderMap, HeaderValue, Provider, StatusCode, providers};
use error_codes_tests::labelled;
use http::HeaderName;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};
use std::sync::LazyLock;
use std::time::{Duration, SystemTime};

/// The given provider: each of the built-in ones, or none.
pub(crate) fn readers() -> impl Strategy<Value = Option<&'static Provider>> {
    let mut all: Vec<_> = providers::ALL.iter().copied().map(Some).collect();
    all.push(None);
    select(all)
}

pub(crate) fn statuses() -> impl Strategy<Value = Option<StatusCode>> {
    let any = (100..1000_u16).prop_map(|status| StatusCode::from_u16(status).ok());
    let usual = select(vec![
        200_u16, 400, 401, 402, 403, 404, 413, 429, 499, 500, 502, 503, 529,
    ]);
    let usual = usual.prop_map(|status| StatusCode::from_u16(status).ok());
    prop_oneof![Just(None), any, usual]
}

/// Messages and names of the tables, and some others.
static SENTENCES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let rows = providers::ALL
        .iter()
        .flat_map(|provider| provider.entries())
        .map(|entry| entry.row());
    let messages = rows.filter_map(error_codes::Row::message);
    let mut sentences: Vec<String> = messages.map(|text| text.replace(['{', '}'], "")).collect();
    let further = [
        "Rate limit reached for gpt-5, please try again in 2.398s",
        "upstream said {\"error\":{\"code\":\"insufficient_quota\",\"message\":\"no money\"}}",
        "a \"quoted\" word, a \\ and a \u{1f600}",
        "余额不足, 请在 30 秒后重试 (request id: 2024)",
        "<nil>",
        " ",
        "400",
    ];
    sentences.extend(further.map(str::to_owned));
    sentences
});

static NAMES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let rows = providers::ALL
        .iter()
        .flat_map(|provider| provider.entries())
        .map(|entry| entry.row());
    let names = rows.flat_map(|row| row.code().into_iter().chain(row.error_type()));
    names.map(str::to_owned).collect()
});

pub(crate) fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        select(&SENTENCES[..]),
        select(&NAMES[..]),
        any::<String>(),
        "[ -~]{0,40}",
    ]
}

const STATUSES: [u32; 12] = [0, 200, 400, 401, 402, 403, 404, 429, 500, 503, 1008, 2007];

/// Responses that state several statuses and codes.
pub(crate) fn contradictions() -> impl Strategy<Value = Value> {
    let keys = || select(vec!["status", "status_code", "statusCode", "code", "type"]);
    let values = || {
        prop_oneof![
            select(&STATUSES[..]).prop_map(Value::from),
            select(&NAMES[..]).prop_map(Value::from),
        ]
    };
    let pairs = || (keys(), values());
    (pairs(), pairs(), pairs())
        .prop_map(|((a, b), (c, d), (e, f))| json!({ a: b, "error": { c: d, e: f } }))
}

/// Objects that a provider could send: the keys that shapes look for, in any place.
pub(crate) fn objects() -> impl Strategy<Value = Value> {
    const KEYS: [&str; 18] = [
        "code",
        "type",
        "message",
        "status",
        "status_code",
        "reason",
        "detail",
        "details",
        "metadata",
        "raw",
        "msg",
        "base_resp",
        "status_msg",
        "request_id",
        "err",
        "errors",
        "retryDelay",
        "x",
    ];
    let leaf = || {
        prop_oneof![
            4 => texts().prop_map(Value::from),
            4 => select(&STATUSES[..]).prop_map(Value::from),
            1 => any::<u32>().prop_map(Value::from),
            1 => Just(Value::Null),
            1 => any::<bool>().prop_map(Value::from),
        ]
    };
    let object = |values: Vec<Value>| {
        subsequence(&KEYS[..], values.len()).prop_map(move |keys| {
            let keys = keys.into_iter().map(str::to_owned);
            Value::Object(keys.zip(values.clone()).collect())
        })
    };
    let values = || prop::collection::vec(leaf(), 1..6);
    let inner = prop_oneof![
        4 => values().prop_flat_map(object),
        1 => values().prop_map(Value::Array),
        1 => prop::collection::vec(values().prop_flat_map(object), 0..3).prop_map(Value::Array),
        1 => leaf(),
    ];
    let outer = values().prop_flat_map(object);
    let place = select(vec![
        "error",
        "errors",
        "detail",
        "metadata",
        "response",
        "base_resp",
    ]);
    (outer, place, inner).prop_map(|(mut outer, place, inner)| {
        outer[place] = inner;
        outer
    })
}

/// Responses in JSON: labelled ones, rendered ones and generated ones.
pub(crate) fn bodies() -> impl Strategy<Value = Value> {
    let responses = labelled(include_str!("../../fixtures/samples.jsonl")).unwrap();
    let responses = responses.iter();
    let known: Vec<Value> = responses
        .filter_map(|response| serde_json::from_str(&response.body).ok())
        .collect();
    let rendered = providers::ALL
        .iter()
        .flat_map(|provider| provider.entries())
        .map(|entry| serde_json::from_str(entry.render(&[]).body()).unwrap());
    prop_oneof![
        select(known),
        select(rendered.collect::<Vec<Value>>()),
        objects(),
        contradictions(),
    ]
}

/// Telling texts under keys that no shape looks for.
pub(crate) fn echoes() -> impl Strategy<Value = Vec<(&'static str, Value)>> {
    let keys = subsequence(
        vec!["input", "prompt", "messages", "user", "content", "aa", "zz"],
        0..4,
    );
    let echo = prop_oneof![
        texts().prop_map(Value::from),
        bodies().prop_map(|body| body.to_string().into()),
        texts().prop_map(|text| json!([{ "content": text }])),
    ];
    (keys, prop::collection::vec(echo, 4))
        .prop_map(|(keys, echoes)| keys.into_iter().zip(echoes).collect())
}

/// Any headers that are read.
pub(crate) fn header_lines() -> impl Strategy<Value = HeaderMap> {
    let names = select(vec![
        "retry-after-ms",
        "x-ms-retry-after-ms",
        "retry-after",
        "ratelimit",
        "ratelimit-reset",
        "ratelimit-remaining",
        "x-ratelimit-reset-requests",
        "x-ratelimit-remaining-requests",
        "x-ratelimit-reset-tokens",
        "x-ratelimit-reset",
        "anthropic-ratelimit-requests-reset",
        "anthropic-ratelimit-tokens-reset",
        "anthropic-ratelimit-tokens-remaining",
        "x-should-retry",
        "x-request-id",
        "x-amzn-errortype",
        "cf-ray",
    ]);
    let values = prop_oneof![
        "[ -~]{0,30}",
        any::<i64>().prop_map(|number| number.to_string()),
        any::<f64>().prop_map(|number| number.to_string()),
        select(vec![
            "1e400",
            "-0",
            "NaN",
            "6m0s",
            "\"a\";r=0;t=30, \"b\";t=1e309",
            "18446744073709551615d"
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec((names, values), 0..5).prop_map(|lines| {
        let lines = lines.into_iter();
        lines
            .map(|(name, value)| {
                (
                    HeaderName::from_static(name),
                    HeaderValue::from_str(&value).unwrap(),
                )
            })
            .collect()
    })
}

/// Bytes, text, and pieces of JSON in no order.
pub(crate) fn noise() -> impl Strategy<Value = Vec<u8>> {
    let pieces = select(vec![
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"",
        "'",
        "\\",
        "\\u",
        "\\ud83d",
        "d8",
        "error",
        "code",
        "message",
        "\"error\":",
        "\"message\":\"",
        "data: ",
        "event: error\n",
        "\n",
        " ",
        "<title>",
        "null",
        "429",
        "(request id: ",
        ")",
        ", err: ",
        "\u{feff}",
        "é",
        "status code: 500",
        "{\"error\":{\"message\":\"",
    ]);
    let soup = prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat().into_bytes());
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..300),
        any::<String>().prop_map(String::into_bytes),
        soup,
    ]
}

/// API keys: the prefix and what follows it.
pub(crate) fn keys() -> impl Strategy<Value = (&'static str, String)> {
    let prefixes = select(vec!["sk-", "AIza", "gsk_", "xai-", "hf_", "AKIA", "pplx-"]);
    (prefixes, "[A-Za-z]{10}[0-9][A-Za-z0-9]{9,40}")
}

/// Pieces of credentials and of the words before them.
pub(crate) fn secretive() -> impl Strategy<Value = &'static str> {
    select(vec![
        "key",
        "token",
        "api_key",
        "x-api-key",
        "Bearer",
        "Authorization",
        "令牌",
        "密钥",
        "provided",
        "ending",
        "is",
        " ",
        " ",
        ":",
        "=",
        "\"",
        "'",
        "?",
        "&",
        ".",
        "...",
        "…",
        "***",
        "*",
        "-",
        "/",
        "+",
        "(",
        "abc123",
        "0a1b2c3d4e5f6a7b8c9d",
        "sk-",
        "AIza",
        "eyJ",
        "hush",
        "é",
        "Q",
    ])
}

/// Headers with a date in one of several forms.
pub(crate) fn dated_headers() -> impl Strategy<Value = HeaderMap> {
    let moments = 1_700_000_000..1_900_000_000_u64;
    let form = select(vec!["http", "rfc 3339", "seconds", "milliseconds", "delay"]);
    let names = select(vec![
        "retry-after",
        "x-ratelimit-reset",
        "anthropic-ratelimit-requests-reset",
        "anthropic-ratelimit-tokens-reset",
        "anthropic-ratelimit-input-tokens-reset",
        "x-ratelimit-reset-requests",
        "ratelimit-reset",
    ]);
    prop::collection::vec((names, form, moments), 1..4).prop_map(|lines| {
        let lines = lines.into_iter().map(|(name, form, moment)| {
            let time = SystemTime::UNIX_EPOCH + Duration::from_secs(moment);
            let value = match form {
                "http" => httpdate::fmt_http_date(time),
                "rfc 3339" => humantime::format_rfc3339_seconds(time).to_string(),
                "seconds" => moment.to_string(),
                "milliseconds" => format!("{moment}999"),
                _ => (moment % 1000).to_string(),
            };
            (
                HeaderName::from_static(name),
                HeaderValue::from_str(&value).unwrap(),
            )
        });
        lines.collect()
    })
}

/// Streams of events, of JSON lines and of neither.
pub(crate) fn streams() -> impl Strategy<Value = String> {
    let fragment = select(vec![
        "data: ",
        "data:",
        "data",
        "event: error",
        "event:message",
        "id: 7",
        "retry: 1",
        ": ping",
        "[",
        ",",
        "]",
        "{",
        "}",
        "{}",
        "{\"a\":\"",
        "\"",
        "\"error\":",
        " ",
        "x",
        "\u{feff}",
        "模型",
    ]);
    let end = select(vec!["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\r\r", ""]);
    let body = bodies().prop_map(|body| body.to_string());
    let pretty = bodies().prop_map(|body| format!("{body:#}"));
    let fragment = fragment.prop_map(str::to_owned);
    let data = bodies().prop_map(|body| format!("data: {body}"));
    let piece = prop_oneof![4 => fragment, 1 => body, 1 => pretty, 2 => data];
    let pieces = prop::collection::vec((piece, end), 0..8);
    pieces.prop_map(|pieces| {
        let pieces = pieces.into_iter().map(|(piece, end)| piece + end);
        pieces.collect()
    })
}
