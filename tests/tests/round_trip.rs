//! Each row, rendered as its provider sends it, reads as itself.

use error_codes::providers::{
    self, aihubmix, modelverse, new_api, one_api, ppio, skyengine, tokendog,
};
use error_codes::{
    ApiError, BodyShape, ErrorKind, HeaderMap, HeaderValue, MatchedBy, ProviderError, Reader,
    RetryHint, StatusCode,
};
use http::Response;
use std::fmt::Debug;

/// Renders every row of a table and reads it with that table.
fn walk<E: ProviderError + Debug + PartialEq>(render: impl Fn(E) -> Response<String>) {
    for &code in E::ALL {
        let response = render(code);
        let table_reader = Reader::table::<E>();
        let error = table_reader.read_response(&response);
        let table = E::table().unwrap();
        assert_eq!(
            error.variant(),
            Some(code),
            "{table:?}: {}",
            response.body()
        );
        assert!(!error.status_differs(), "{table:?} {code:?}");
        assert_ne!(
            error.matched_by(),
            MatchedBy::Fallback,
            "{table:?} {code:?}"
        );
    }
}

#[test]
fn every_row_reads_as_itself() {
    let params = [("model", "gpt-5"), ("key", "(abc123)")];
    walk(|code: aihubmix::ErrorCode| code.render(&params));
    walk(|code: modelverse::ErrorCode| code.render(&params));
    walk(|code: new_api::ErrorCode| code.render(&params));
    walk(|code: new_api::MessageError| code.render(&params));
    walk(|code: one_api::ErrorCode| code.render(&params));
    walk(|code: one_api::MessageError| code.render(&params));
    walk(|code: ppio::MediaErrorCode| code.render(&params));
    walk(|code: ppio::LlmErrorCode| code.render(&params));
    walk(|code: ppio::BillingErrorCode| code.render(&params));
    walk(|code: skyengine::ErrorCode| code.render(&params));
    walk(|code: tokendog::ErrorCode| code.render(&params));
}

/// A row that is less specific than another is rendered with a status that the other does not claim.
#[test]
fn a_general_row_beside_an_exact_one_reads_as_itself() {
    mod acme {
        error_codes::provider_errors! {
            provider "acme" {
                name: "Acme AI",
            }

            /// Rows of which one always says less.
            pub enum Code {
                | status | type | code | variant   | kind           |
                | 400    | -    | -    | Status    | InvalidRequest |
                | 4xx    | -    | -    | Client    | InvalidRequest |
                | 500    | -    | -    | Fault     | Internal       |
                | 5xx    | -    | -    | Server    | Internal       |
                | -      | -    | any  | Any       | InvalidRequest |
                | 400    | -    | any  | AnyExact  | InvalidRequest |
                | 4xx    | -    | some | Some      | InvalidRequest |
                | 400    | -    | some | SomeExact | InvalidRequest |
                | -      | kind | -    | Typed     | Internal       |
                | 5xx    | kind | -    | TypedFive | Internal       |
                | 4xx    | -    | late | Late      | Timeout        |
            }
        }
    }
    walk(|code: acme::Code| code.render(&[]));
    // A 401 would say that the key is wrong.
    assert_eq!(acme::Code::Client.render(&[]).status().as_u16(), 405);
    assert_eq!(acme::Code::Any.render(&[]).status().as_u16(), 405);
    assert_eq!(acme::Code::Typed.render(&[]).status().as_u16(), 400);
    // The usual status of a timeout is no 4xx.
    assert_eq!(acme::Code::Late.render(&[]).status().as_u16(), 400);
}

#[test]
fn a_rendered_response_has_the_providers_shape() {
    let response = ppio::LlmErrorCode::NotEnoughBalance.render(&[]);
    assert_eq!(response.status(), StatusCode::FORBIDDEN);
    assert_eq!(response.headers()["content-type"], "application/json");
    assert_eq!(
        response.body(),
        r#"{"code":403,"reason":"NOT_ENOUGH_BALANCE","message":"the balance is used up"}"#
    );

    let response = skyengine::ErrorCode::InvalidApiKey.render(&[]);
    assert_eq!(
        response.body(),
        r#"{"error":{"message":"The API key in the request is missing or invalid","type":"Unauthorized","code":2101}}"#
    );
}

/// OpenAI's specification requires the code in every response.
#[test]
fn openais_shape_says_that_there_is_no_code() {
    let headers = HeaderMap::new();
    let error = error_codes::read(StatusCode::INTERNAL_SERVER_ERROR, &headers, "oops");
    let body = |shape| error.render_in(shape).into_body();
    assert_eq!(
        body(BodyShape::OPENAI),
        r#"{"error":{"message":"oops","type":"server_error","code":null}}"#
    );
    assert_eq!(
        body(BodyShape::ANTHROPIC),
        r#"{"type":"error","error":{"type":"api_error","message":"oops"}}"#
    );
}

#[test]
fn placeholders_are_filled_and_read_back() {
    let response = aihubmix::ErrorCode::TooManyRequests.render(&[("model", "say \"hi\"\n")]);
    let error = aihubmix::PROVIDER.read(response.status(), response.headers(), response.body());
    assert_eq!(error.params(), [("model", "say \"hi\"")]);
}

#[test]
fn a_code_in_two_tables_is_decided_by_their_order_and_names_the_other() {
    let response = ppio::LlmErrorCode::RateLimitExceeded.render(&[]);
    let error = ppio::PROVIDER.read(response.status(), response.headers(), response.body());
    assert_eq!(
        error.variant(),
        Some(ppio::MediaErrorCode::RateLimitExceeded)
    );
    let others: Vec<_> = error
        .candidates()
        .map(|candidate| (candidate.table().name(), candidate.row().variant()))
        .collect();
    assert_eq!(others, [("LlmErrorCode", "RateLimitExceeded")]);
}

#[test]
fn a_code_in_two_tables_is_a_variant_of_each() {
    let response = ppio::LlmErrorCode::RateLimitExceeded.render(&[]);
    let error = ppio::PROVIDER.read(response.status(), response.headers(), response.body());
    let llm = ppio::LlmErrorCode::RateLimitExceeded;
    let media = ppio::MediaErrorCode::RateLimitExceeded;
    assert_eq!(error.variant(), Some(llm));
    assert_eq!(error.variant(), Some(media));
    assert!(error.is(llm) && error.is(media));
    assert_eq!(error.variant::<ppio::BillingErrorCode>(), None);
    for &other in ppio::LlmErrorCode::ALL {
        assert_eq!(error.is(other), other == llm, "{other:?}");
    }
    for &other in ppio::MediaErrorCode::ALL {
        assert_eq!(error.is(other), other == media, "{other:?}");
    }
}

/// Calls `look` with the error of every row of the built-in tables, read from the response that its provider sends.
fn every_row(mut look: impl FnMut(&ApiError<'_>)) {
    for provider in providers::ALL {
        for entry in provider.entries() {
            let table = entry.table().name();
            let reader = Reader::provider(*provider).only_table(table).unwrap();
            let response = entry.render(&[("model", "gpt-5"), ("key", "(abc123)")]);
            look(&reader.read_response(&response));
        }
    }
}

#[test]
fn what_was_read_is_passed_on_as_the_same_row() {
    every_row(|error| {
        let matched = error.matched().expect("every row reads as itself");
        let response = error.render();
        let provider = error_codes::provider(matched.provider().id()).expect("built in");
        let reader = Reader::provider(provider).only_table(matched.table().name());
        let again = reader.expect("its table");
        let again = again.read_response(&response);
        assert_eq!(again.matched(), Some(matched), "{}", response.body());
        assert_eq!(again.code(), error.code());
        assert_eq!(again.error_type(), error.error_type());
        assert_eq!(again.raw_message(), error.message().as_deref());
    });
}

/// For each kind, the status and the `type` that the documentation of a shape prescribes.
type Pairs = [(ErrorKind, u16, &'static str); 15];

/// OpenAI's clients choose their exception by the status (`_make_status_error` in openai-python).
const OPENAI: Pairs = [
    (ErrorKind::InvalidRequest, 400, "invalid_request_error"),
    (ErrorKind::PayloadTooLarge, 413, "invalid_request_error"),
    (ErrorKind::ContentFiltered, 400, "invalid_request_error"),
    (ErrorKind::Cancelled, 499, "invalid_request_error"),
    (ErrorKind::Conflict, 409, "invalid_request_error"),
    (ErrorKind::ContextLength, 400, "invalid_request_error"),
    (ErrorKind::NotFound, 404, "invalid_request_error"),
    (ErrorKind::Authentication, 401, "authentication_error"),
    (ErrorKind::PermissionDenied, 403, "permission_error"),
    (ErrorKind::RateLimited, 429, "rate_limit_error"),
    (ErrorKind::QuotaExhausted, 402, "insufficient_quota"),
    (ErrorKind::Timeout, 504, "server_error"),
    (ErrorKind::Unavailable, 503, "server_error"),
    (ErrorKind::Internal, 500, "server_error"),
    (ErrorKind::Unknown, 500, "server_error"),
];

/// <https://docs.claude.com/en/api/errors>
const ANTHROPIC: Pairs = [
    (ErrorKind::InvalidRequest, 400, "invalid_request_error"),
    (ErrorKind::PayloadTooLarge, 413, "request_too_large"),
    (ErrorKind::ContentFiltered, 400, "invalid_request_error"),
    (ErrorKind::Cancelled, 499, "invalid_request_error"),
    (ErrorKind::Conflict, 409, "invalid_request_error"),
    (ErrorKind::ContextLength, 400, "invalid_request_error"),
    (ErrorKind::NotFound, 404, "not_found_error"),
    (ErrorKind::Authentication, 401, "authentication_error"),
    (ErrorKind::PermissionDenied, 403, "permission_error"),
    (ErrorKind::RateLimited, 429, "rate_limit_error"),
    (ErrorKind::QuotaExhausted, 402, "billing_error"),
    (ErrorKind::Timeout, 504, "timeout_error"),
    (ErrorKind::Unavailable, 529, "overloaded_error"),
    (ErrorKind::Internal, 500, "api_error"),
    (ErrorKind::Unknown, 500, "api_error"),
];

/// Whether a status may be kept.
type Free = fn(u16) -> bool;

#[test]
fn another_shape_speaks_its_own_words_and_keeps_the_code_and_the_message() {
    // Of a shape: which statuses may differ from the list, if they say what the kind says.
    let of_openai = |status: u16| matches!(status, 400 | 401 | 403 | 404 | 409 | 422 | 429 | 500..);
    let of_anthropic = |status: u16| status >= 400;
    for (shape, pairs, is_free) in [
        (BodyShape::OPENAI, OPENAI, of_openai as Free),
        (BodyShape::ANTHROPIC, ANTHROPIC, of_anthropic),
    ] {
        every_row(|error| {
            let response = error.render_in(shape);
            let (_, status, error_type) = pairs
                .into_iter()
                .find(|(kind, ..)| *kind == error.kind())
                .expect("every kind is listed");
            let sent = error.status().expect("every row is rendered with one");
            let is_kept = ErrorKind::from_status(sent) == error.kind()
                && is_free(sent.as_u16())
                && (shape == BodyShape::ANTHROPIC || (sent.as_u16() >= 500) == (status >= 500))
                && status != 529;
            let expected = if is_kept { sent.as_u16() } else { status };
            assert_eq!(response.status().as_u16(), expected, "{}", response.body());

            let said: serde_json::Value = serde_json::from_str(response.body()).expect("JSON");
            assert_eq!(said["error"]["type"], error_type);
            assert_eq!(said["error"]["code"].as_str(), error.code());
            assert_eq!(
                said["error"]["message"].as_str(),
                error.message().as_deref()
            );
        });
    }
}

/// OpenAI's clients have one exception for all from 500 on, some for single statuses, and none for the others.
#[test]
fn a_status_stays_if_the_clients_of_the_shape_understand_it() {
    let rendered = |sent: u16, shape: BodyShape| {
        let status = StatusCode::from_u16(sent).expect("a status");
        let headers = HeaderMap::new();
        let error = modelverse::PROVIDER.read(status, &headers, "");
        error.render_in(shape).status().as_u16()
    };
    for (sent, openai, anthropic) in [
        (200, 500, 500),
        (302, 500, 500),
        (405, 400, 405),
        (407, 401, 407),
        (408, 504, 408),
        (410, 404, 410),
        (422, 422, 422),
        (424, 503, 529),
        (451, 400, 451),
        (501, 400, 501),
        (502, 502, 529),
        (524, 524, 524),
    ] {
        let found = [BodyShape::OPENAI, BodyShape::ANTHROPIC].map(|shape| rendered(sent, shape));
        assert_eq!(found, [openai, anthropic], "{sent}");
    }
}

#[test]
fn a_reader_of_another_shape_draws_the_same_conclusions() {
    let mut differences = Vec::new();
    every_row(|error| {
        let response = error.render_in(BodyShape::OPENAI);
        let id = error.provider().expect("it was read for one").id();
        let provider = error_codes::provider(id).expect("built in");
        // With another status the response is none of the provider's own.
        let is_own = Some(response.status()) == error.status();
        if !is_own && provider.shape() == Some(BodyShape::OPENAI) {
            return;
        }
        let again = provider.read(response.status(), response.headers(), response.body());
        // OpenAI has one type for every fault of the server.
        let is_fault = |kind| matches!(kind, ErrorKind::Internal | ErrorKind::Unavailable);
        let are_alike = is_fault(again.kind()) && is_fault(error.kind());
        if again.kind() != error.kind() && !are_alike {
            let (kinds, body) = ((error.kind(), again.kind()), response.body());
            differences.push(format!("{id}: {kinds:?} {} {body}", response.status()));
        }
    });
    assert!(differences.is_empty(), "{differences:#?}");
}

#[test]
fn the_headers_say_what_is_known_about_another_try() {
    let advice = |retry_after: &'static str, status: u16, body: &str| {
        let mut headers = HeaderMap::new();
        headers.insert("retry-after", HeaderValue::from_static(retry_after));
        headers.insert("x-request-id", HeaderValue::from_static("req-7"));
        let status = StatusCode::from_u16(status).expect("a status");
        let response = modelverse::PROVIDER
            .read(status, &headers, body)
            .render_in(BodyShape::OPENAI);
        let names = [
            "retry-after",
            "retry-after-ms",
            "x-should-retry",
            "x-request-id",
        ];
        names.map(|name| {
            let value = response.headers().get(name)?;
            Some(value.to_str().expect("text").to_owned())
        })
    };
    let text = |text: &str| Some(text.to_owned());
    let limited = r#"{"error":{"code":"rate_limit"}}"#;
    assert_eq!(
        advice("20", 429, limited),
        [text("20"), None, text("true"), text("req-7")]
    );
    assert_eq!(
        advice("1.5", 429, limited),
        [text("2"), text("1500"), text("true"), text("req-7")]
    );
    let refused = r#"{"error":{"code":"auth_error"}}"#;
    assert_eq!(
        advice("soon", 401, refused),
        [None, None, text("false"), text("req-7")]
    );
    assert_eq!(
        advice("soon", 302, "moved"),
        [None, None, None, text("req-7")]
    );
}

#[test]
fn an_error_inside_a_success_gets_an_errors_status() {
    let headers = HeaderMap::new();
    let body = r#"{"code":429,"reason":"RATE_LIMIT_EXCEEDED","message":"Too many requests"}"#;
    let error = ppio::PROVIDER.read(StatusCode::OK, &headers, body);
    assert_eq!(error.retry(), RetryHint::AfterReset);
    assert_eq!(error.render().status(), StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(
        error.render_in(BodyShape::GOOGLE).body(),
        r#"{"error":{"code":429,"message":"Too many requests","status":"RESOURCE_EXHAUSTED"}}"#
    );
}
