//! What is printed of an error contains no credentials, and everything else.

use error_codes::providers::{self, aihubmix};
use error_codes::{ApiError, BodyShape, HeaderMap, Reader, StatusCode};
use error_codes_tests::labelled;
use serde_json::{Value, json};

/// Returns the message that an error with this message shows.
fn shown(message: &str) -> String {
    let body = json!({ "error": { "message": message } }).to_string();
    let headers = HeaderMap::new();
    let error = error_codes::read(None, &headers, &body);
    assert_eq!(error.raw_message(), Some(message));
    error.message().unwrap().into_owned()
}

#[track_caller]
fn assert_shown(message: &str, expected: &str) {
    assert_eq!(shown(message), expected);
    assert_eq!(shown(expected), expected, "a mask is masked no further");
}

#[test]
fn keys_are_known_by_their_prefix() {
    for (key, masked) in [
        ("sk-Qv3x8a7b6c5d", "sk-***"),
        ("sk-proj-Qv3x_8a7b-6c5dZZ", "sk-***"),
        ("sk-ant-api03-Qv3x8a7b6c5d", "sk-***"),
        ("sk-or-v1-0123456789abcdef", "sk-***"),
        ("sk-1234", "sk-***"),
        ("sk_0123456789abcdef0123456789", "sk_***"),
        ("AIzaSyA0b1C2d3E4f5G6h7I8j9K0l1M2n3O4p5q", "AIza***"),
        ("gsk_a0B1c2D3e4F5g6H7i8J9k0L1", "gsk_***"),
        ("xai-a0B1c2D3e4F5g6H7i8J9k0L1", "xai-***"),
        ("hf_aBcDeFgHiJkLmNoPqR1sTuVwXyZ", "hf_***"),
        ("AKIA0123456789ABCDEF", "AKIA***"),
        ("LTAI5tAbCdEfGh1jKlMn", "LTAI***"),
        ("r8_a0B1c2D3e4F5g6H7i8J9k0L1", "r8_***"),
        ("nvapi-a0B1c2D3e4F5g6H7_i8J9k0L1", "nvapi-***"),
        (
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
            "eyJ***",
        ),
    ] {
        assert_shown(key, masked);
        assert_shown(
            &format!("no such user: {key}. Look at https://a.example/keys."),
            &format!("no such user: {masked}. Look at https://a.example/keys."),
        );
        assert_shown(&format!("密钥“{key}”错误"), &format!("密钥“{masked}”错误"));
    }
}

#[test]
fn what_a_provider_masked_in_part_is_masked_whole() {
    for (message, expected) in [
        (
            "Incorrect API key provided: sk-Qv3x8***************************************a7b6. You can find your API key at https://platform.openai.com/account/api-keys.",
            "Incorrect API key provided: sk-***. You can find your API key at https://platform.openai.com/account/api-keys.",
        ),
        (
            "Incorrect API key provided: Qv3x8a7b************************************6c5d.",
            "Incorrect API key provided: ***.",
        ),
        (
            "Incorrect API key provided: sk-proj-****abcd.",
            "Incorrect API key provided: sk-***.",
        ),
        (
            "Incorrect API key provided: ${sk-0aB***********1cD}.",
            "Incorrect API key provided: ${sk-***}.",
        ),
        (
            "Incorrect API key provided: xa***XY. You can obtain an API key from https://console.x.ai.",
            "Incorrect API key provided: ***. You can obtain an API key from https://console.x.ai.",
        ),
        (
            "Authentication Fails, Your api key: ****6eA3 is invalid",
            "Authentication Fails, Your api key: *** is invalid",
        ),
        (
            "Authentication Fails, Your api key: ****Njk= is invalid",
            "Authentication Fails, Your api key: *** is invalid",
        ),
        (
            "[sk-ab1***x9z] 该令牌额度已用尽 !token.UnlimitedQuota && token.RemainQuota = -42",
            "[sk-***] 该令牌额度已用尽 !token.UnlimitedQuota && token.RemainQuota = -42",
        ),
        ("bad key sk-...x9Zq", "bad key sk-***"),
        ("bad key sk-…x9Zq", "bad key sk-***"),
        ("bad key AIza…x9Zq", "bad key AIza***"),
        ("bad key: qw...yz", "bad key: ***"),
        ("bad key: ••••x9Zq", "bad key: ***"),
        ("eyJhbGciOi... has expired", "eyJ***... has expired"),
        ("sk-ab... is wrong", "sk-***... is wrong"),
    ] {
        assert_shown(message, expected);
    }
}

#[test]
fn credentials_are_known_by_the_words_before_them() {
    for (message, expected) in [
        (
            "got Bearer dGhlIHNlY3JldA+/x== from you",
            "got Bearer *** from you",
        ),
        ("got bearer my-own-word", "got bearer ***"),
        (
            "Authorization: Bearer abc.DEF-123~4",
            "Authorization: Bearer ***",
        ),
        (
            "Authorization: Basic dXNlcjpwYXNz",
            "Authorization: Basic ***",
        ),
        ("Authorization=0a1b2c3d, retry", "Authorization=***, retry"),
        ("api-key: 0123456789abcdef0123456789abcdef", "api-key: ***"),
        ("x-api-key: hush", "x-api-key: ***"),
        ("x-api-key:hush", "x-api-key:***"),
        ("X-Goog-Api-Key=hush, x", "X-Goog-Api-Key=***, x"),
        (
            r#"sent {"api_key":"hush","n":1}"#,
            r#"sent {"api_key":"***","n":1}"#,
        ),
        (
            r#"sent {\"apiKey\": \"hush\"}"#,
            r#"sent {\"apiKey\": \"***\"}"#,
        ),
        ("access_token=hush", "access_token=***"),
        ("password: hush", "password: ***"),
        (
            "GET https://a.example/v1beta/models?key=hush&alt=sse failed",
            "GET https://a.example/v1beta/models?key=***&alt=sse failed",
        ),
        (
            "GET https://a.example/?alt=sse&access_token=hush: 401",
            "GET https://a.example/?alt=sse&access_token=***: 401",
        ),
        (
            "PUT https://a.example/o?X-Amz-Signature=0a1b2c&x=1",
            "PUT https://a.example/o?X-Amz-Signature=***&x=1",
        ),
        (
            "Invalid API key provided: hush.",
            "Invalid API key provided: ***.",
        ),
        ("Invalid API key: abc123", "Invalid API key: ***"),
        ("Invalid token: abc123def", "Invalid token: ***"),
        ("无效的令牌：abc123def", "无效的令牌：***"),
        ("无效的令牌 a0B1c2D3e4F5g6H7i8", "无效的令牌 ***"),
        ("密钥无效: abc123", "密钥无效: ***"),
        (
            "API key 123e4567-e89b-12d3-a456-426614174000 is not active",
            "API key *** is not active",
        ),
        (
            "token 0123456789abcdef0123456789abcdef.Q8w7E6r5T4y3U2i1 expired",
            "token *** expired",
        ),
        (
            "apikey [unit-1j3gwjgyhkwc] may not use m",
            "apikey [***] may not use m",
        ),
        (
            "no access with key abc123 here",
            "no access with key *** here",
        ),
        (
            "the key ending in x9Zq is disabled",
            "the key ending in *** is disabled",
        ),
        (
            "the key ending with 'wxyz' is disabled",
            "the key ending with '***' is disabled",
        ),
        (
            "your key (last 6 digits): 123456",
            "your key (last 6 digits): ***",
        ),
        (
            "Consumer 'api_key:AIzaSyA0b1C2d3E4f5G6h7I8j9' has been suspended",
            "Consumer 'api_key:AIza***' has been suspended",
        ),
        (
            "Credential=AKIA0123456789ABCDEF/20261121/us-east-1",
            "Credential=AKIA***",
        ),
    ] {
        assert_shown(message, expected);
    }
}

#[test]
fn what_is_not_a_credential_stays() {
    for message in [
        "无效的令牌 (request id: 20240903132633756782166AeCxdlyd)",
        "令牌 Bot-7-mmhgh4mb（#19）额度已用尽",
        "token quota is not enough, token remain quota: ＄0.219130, need quota: ＄1.040466",
        "request id: 123e4567-e89b-12d3-a456-426614174000",
        "trace_id: 0af7651916cd43dd8448eb211c80319c, req_011CSHoEeqs5C35K2UUqR7Fy",
        "The key is disabled. abc123 is the request",
        "Incorrect API key provided: undefined. You can find your API key at https://a.example/keys",
        "invalid x-api-key",
        "x-api-key header is required",
        "x-api-key: header is required",
        "Missing bearer authentication in header",
        "auth header format should be Bearer sk-...",
        r#"Bearer realm="api", error="invalid_token""#,
        "Bearer token is invalid",
        "invalid_api_key: Incorrect key for gpt-4o-mini-2024-07-18",
        "error code invalid_api_key: 401",
        "channel:no_available_key: gpt-4",
        "Unrecognized key(s) in object: 'maxOutputTokens'",
        "Invalid key: temperature",
        "idempotency key abc123 is in use",
        "idempotency-key: abc123",
        "Unexpected token u0041 in JSON at position 17",
        "max_tokens: 4096, max_token=4096, token: 128000",
        "This token has no access to model gpt-image-2-ppt",
        "key is not allowed for model xai-grok-4-fast-reasoning",
        "the password must have 8 characters",
        "key with 51 characters",
        "***Note*** that **this** is *bold*",
        "loading…please wait...done",
        "org-a0B1c2D3e4F5g6H7 on tokens per min (TPM): Limit 30000, Used 29000",
        "toolu_01A09q90qw90lq917835lq9 was not found",
        "the token '<|endoftext|>' is not allowed",
        "see https://a.example/v1/api-keys?page=2&max_token=100",
    ] {
        assert_eq!(shown(message), message);
    }
}

#[test]
fn the_messages_of_all_tables_stay() {
    let params = [
        ("model", "gpt-5.4"),
        ("key", ""),
        ("name", "Bot-7"),
        ("id", "19"),
    ];
    for provider in providers::ALL {
        for entry in provider.entries() {
            let table = entry.table().name();
            let reader = Reader::provider(*provider).only_table(table).unwrap();
            let response = entry.render(&params);
            let error = reader.read_response(&response);
            assert_eq!(error.message().as_deref(), error.raw_message());
            let summary = entry.row().summary().unwrap_or("-");
            assert_eq!(shown(summary), summary);
        }
    }
}

#[test]
fn the_labelled_responses_stay_but_for_their_two_credentials() {
    let responses = labelled(include_str!("../fixtures/samples.jsonl")).unwrap();
    let masked: Vec<String> = responses
        .iter()
        .filter_map(|response| {
            response.read(|error| {
                let message = error.message()?.into_owned();
                (Some(message.as_str()) != error.raw_message()).then_some(message)
            })
        })
        .collect();
    assert_eq!(
        masked,
        [
            "No permission to use the model: apikey [***] not support model [gpt-5.4]",
            "Forbidden – key *** not authorized to access the requested model.",
        ]
    );
}

#[test]
fn a_placeholder_for_a_key_is_masked_whatever_its_value() {
    let headers = HeaderMap::new();
    for (message, expected) in [
        (
            "Forbidden – key QwErTy allowed only from approved IP ranges.",
            "Forbidden – key *** allowed only from approved IP ranges.",
        ),
        (
            "Forbidden – key(QwErTy) allowed only from approved IP ranges.",
            "Forbidden – key*** allowed only from approved IP ranges.",
        ),
        ("Key error;(qwerty) (tid: 7)", "Key error;*** (tid: 7)"),
        ("Key error; sk-Qv3x8a7b6c5d", "Key error; ***"),
    ] {
        let body = json!({ "error": { "message": message } }).to_string();
        let error = aihubmix::PROVIDER.read(StatusCode::FORBIDDEN, &headers, &body);
        assert_eq!(error.message().as_deref(), Some(expected));
        assert_eq!(shown(expected), expected, "a mask is masked no further");
        let printed = serde_json::to_value(&error).unwrap();
        assert_eq!(printed["params"], json!({ "key": "***" }));
        assert_ne!(error.params()[0].1, "***");
    }
}

const KEY: &str = "sk-Qv3x8a7b6c5d";

fn with_key_everywhere(body: &str) -> ApiError<'static> {
    let headers = HeaderMap::new();
    let error = error_codes::read(StatusCode::UNAUTHORIZED, &headers, body);
    error.into_owned()
}

#[test]
fn nothing_that_prints_shows_a_credential() {
    let body = json!({ "error": {
        "code": format!("no:{KEY}"), "type": format!("of {KEY}"), "message": format!("bad key {KEY}"),
    } })
    .to_string();
    let error = with_key_everywhere(&body);
    let printed = serde_json::to_value(&error).unwrap();
    assert_eq!(
        (&printed["code"], &printed["type"], &printed["message"]),
        (
            &json!("no:sk-***"),
            &json!("of sk-***"),
            &json!("bad key sk-***")
        )
    );
    assert_eq!(
        error.to_string(),
        "authentication (no:sk-***, 401): bad key sk-***"
    );
    for text in [
        error.to_string(),
        format!("{error:?}"),
        format!("{error:#?}"),
        serde_json::to_string(&error).unwrap(),
        error.render().into_body(),
        error.render_in(BodyShape::OPENAI).into_body(),
        error.render_in(BodyShape::ANTHROPIC).into_body(),
        error.render_in(BodyShape::GOOGLE).into_body(),
    ] {
        assert!(!text.contains("Qv3x"), "{text}");
    }
    assert!(format!("{error:?}").contains(&format!("body: {} bytes", body.len())));
    assert_eq!(error.code(), Some("no:sk-Qv3x8a7b6c5d"));
    assert_eq!(error.error_type(), Some("of sk-Qv3x8a7b6c5d"));
    assert_eq!(error.raw_message(), Some("bad key sk-Qv3x8a7b6c5d"));
    assert_eq!(error.body(), body.as_bytes());
}

#[test]
fn a_watched_stream_does_not_print_the_event_that_it_keeps() {
    let mut events = Reader::provider(&aihubmix::PROVIDER).event_reader();
    assert!(events.push(b"data: {\"error\":\"sk-Qv3x8a7b6c5d").is_none());
    assert!(
        format!("{events:?}").contains("pending: 31 bytes"),
        "{events:?}"
    );
}

#[test]
fn a_message_without_credentials_is_borrowed() {
    let body =
        json!({ "error": { "message": "the key of model m is wrong ".repeat(1000) } }).to_string();
    let headers = HeaderMap::new();
    // The phrases are compiled on first use.
    let _ = error_codes::read(None, &headers, &body);
    let memory = allocation_counter::measure(|| {
        let error = error_codes::read(None, &headers, &body);
        assert_eq!(error.message().map(|message| message.len()), Some(27_999));
    });
    assert_eq!(memory.count_total, 0);
}

#[test]
fn no_letter_is_cut() {
    let message =
        "键“sk-Qv3x8a7b6c5d”、密钥：é0a1b2c3、ключ …sk-…ü、•••ab•••é Bearer é a.é=é".repeat(3);
    let shown = shown(&message);
    assert!(!shown.contains("Qv3x"), "{shown}");
    assert!(serde_json::from_value::<String>(Value::String(shown)).is_ok());
}

/// A text of `tests/fixtures/secrets.jsonl`, with made-up credentials. A text without any is to stay as it is.
struct Text {
    text: String,
    secrets: Vec<String>,
}

fn texts() -> impl Iterator<Item = Text> {
    let lines = include_str!("../fixtures/secrets.jsonl").lines();
    lines.map(|line| {
        let line: Value = serde_json::from_str(line).unwrap();
        let secrets = line["secrets"].as_array().unwrap().iter();
        Text {
            text: line["text"].as_str().unwrap().to_owned(),
            secrets: secrets
                .map(|secret| secret.as_str().unwrap().to_owned())
                .collect(),
        }
    })
}

/// Returns whether a text shows eight characters of a secret in a row, or four of a short one.
fn shows(text: &str, secret: &str) -> bool {
    let letters: Vec<char> = secret.chars().collect();
    let length = if letters.len() < 8 {
        letters.len().min(4)
    } else {
        8
    };
    let mut runs = letters.windows(length);
    runs.any(|run| text.contains(&run.iter().collect::<String>()))
}

#[test]
fn credentials_of_every_form_place_and_name_are_hidden() {
    let with_secrets = || texts().filter(|text| !text.secrets.is_empty());
    let missed: Vec<String> = with_secrets()
        .filter(|text| {
            let shown = shown(&text.text);
            text.secrets.iter().any(|secret| shows(&shown, secret))
        })
        .map(|text| text.text)
        .collect();
    assert_eq!(with_secrets().count(), 269);
    // Nothing but their place says that these are credentials.
    assert!(missed[0].starts_with("curl -u admin:"), "{missed:#?}");
    assert!(missed[1].starts_with("client_assertion="), "{missed:#?}");
    assert!(missed[2].starts_with("sessionid="), "{missed:#?}");
    assert_eq!(missed.len(), 3, "{missed:#?}");
}

#[test]
fn texts_without_credentials_stay_as_they_are() {
    let without = || texts().filter(|text| text.secrets.is_empty());
    let changed: Vec<String> = without()
        .filter(|text| shown(&text.text) != text.text)
        .map(|text| text.text)
        .collect();
    assert_eq!(without().count(), 215);
    assert_eq!(changed, [""; 0]);
}

#[test]
fn a_mask_is_masked_no_further() {
    for text in texts() {
        let once = shown(&text.text);
        assert_eq!(shown(&once), once, "{}", text.text);
    }
}

#[test]
fn unknown_codes_and_providers_are_printed_without_credentials_and_on_one_line() {
    let text = format!("{KEY}\n\u{1b}[31m\u{202e}");
    let code = text.parse::<aihubmix::ErrorCode>().unwrap_err();
    assert_eq!(code.code(), text);
    assert_eq!(
        code.to_string(),
        r"`sk-***\n\u{1b}[31m\u{202e}` is not an error code of AIHubMix"
    );
    let provider = providers::provider(&text).unwrap_err();
    assert_eq!(provider.id(), text);
    let shown = r"there is no provider `sk-***\n\u{1b}[31m\u{202e}`; the providers are ";
    assert!(provider.to_string().starts_with(shown), "{provider}");
    for text in [
        format!("{code:?}"),
        format!("{provider:?}"),
        format!("{provider:#?}"),
    ] {
        assert!(text.contains("sk-***") && !text.contains("Qv3x"), "{text}");
    }
    let long = "x"
        .repeat(10_000)
        .parse::<aihubmix::ErrorCode>()
        .unwrap_err();
    assert!(long.to_string().len() < 2100, "{}", long.to_string().len());
}

#[test]
fn a_request_id_is_kept_unless_it_is_a_credential() {
    let mut headers = HeaderMap::new();
    headers.insert("x-request-id", KEY.parse().unwrap());
    let error = error_codes::read(StatusCode::BAD_REQUEST, &headers, "{}");
    assert_eq!(error.request_id(), Some(KEY));
    assert_eq!(
        serde_json::to_value(&error).unwrap()["request_id"],
        "sk-***"
    );
    assert!(
        format!("{error:?}").contains(r#"request_id: Some("sk-***")"#),
        "{error:?}"
    );
    for response in [error.render(), error.render_in(BodyShape::ANTHROPIC)] {
        assert_eq!(response.headers()["x-request-id"], "sk-***");
        assert!(!response.body().contains("Qv3x"), "{}", response.body());
    }
    for id in [
        "req_011CSHoEeqs5C35K2UUqR7Fy",
        "20240903132633756782166AeCxdlyd",
    ] {
        headers.insert("x-request-id", id.parse().unwrap());
        let error = error_codes::read(StatusCode::BAD_REQUEST, &headers, "{}");
        assert_eq!(serde_json::to_value(&error).unwrap()["request_id"], id);
    }
}
