//! Readers: the tables and the clock that they use, and what they read.

use error_codes::providers::{modelverse, new_api, one_api, ppio, skyengine, tokendog};
use error_codes::{
    DelaySource, ErrorKind as Kind, ErrorParts, HeaderMap, HeaderValue, MatchedBy, Provider,
    ProviderError, ProviderRef, Reader, StatusCode,
};
use http::Response;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// Reads a response with this code: the table and the variant of the row that matched, and the kind.
fn read(reader: &Reader, status: u16, code: &str) -> (Option<String>, Kind) {
    let headers = HeaderMap::new();
    let body = serde_json::json!({ "error": { "code": code, "message": "?" } }).to_string();
    let status = StatusCode::from_u16(status).unwrap();
    let error = reader.read(status, &headers, &body);
    let matched = error.matched().map(|entry| format!("{entry:?}"));
    (matched, error.kind())
}

#[track_caller]
fn assert_read(reader: &Reader, status: u16, code: &str, entry: Option<&str>, kind: Kind) {
    let (matched, found) = read(reader, status, code);
    assert_eq!((matched.as_deref(), found), (entry, kind), "{code}");
}

#[test]
fn a_reader_of_one_provider_uses_its_tables_and_those_of_its_base() {
    let reader = Reader::provider(&new_api::PROVIDER);
    let own = Some("new_api::ErrorCode::SensitiveWordsDetected");
    assert_read(
        &reader,
        500,
        "sensitive_words_detected",
        own,
        Kind::ContentFiltered,
    );
    let base = Some("one_api::ErrorCode::PromptTooLong");
    assert_read(&reader, 400, "prompt_too_long", base, Kind::ContextLength);
    assert_read(&reader, 401, "FAILED_TO_AUTH", None, Kind::Authentication);

    let headers = HeaderMap::new();
    let body = r#"{"error":{"code":"prompt_too_long"}}"#;
    let error = reader.read(None, &headers, body);
    assert_eq!(error.provider().map(Provider::id), Some("new_api"));
    let sender = error.matched().map(|entry| entry.provider().id());
    assert_eq!(sender, Some("one_api"));
    assert!(error.is(one_api::ErrorCode::PromptTooLong));
}

#[test]
fn a_reader_of_one_table_uses_nothing_else() {
    let media = Some("ppio::MediaErrorCode::TaskNotFound");
    for (reader, entry) in [
        (Reader::provider(&ppio::PROVIDER), media),
        (Reader::table::<ppio::MediaErrorCode>(), media),
        (Reader::table::<ppio::LlmErrorCode>(), None),
    ] {
        assert_read(&reader, 404, "TASK_NOT_FOUND", entry, Kind::NotFound);
    }
    // A code of two tables.
    for (reader, entry) in [
        (
            Reader::table::<ppio::MediaErrorCode>(),
            "ppio::MediaErrorCode::RateLimitExceeded",
        ),
        (
            Reader::table::<ppio::LlmErrorCode>(),
            "ppio::LlmErrorCode::RateLimitExceeded",
        ),
    ] {
        assert_read(
            &reader,
            429,
            "RATE_LIMIT_EXCEEDED",
            Some(entry),
            Kind::RateLimited,
        );
    }
    // The base is not consulted.
    let reader = Reader::table::<new_api::ErrorCode>();
    let headers = HeaderMap::new();
    let body = r#"{"error":{"code":"prompt_too_long"}}"#;
    assert_eq!(reader.read(None, &headers, body).matched(), None);
}

#[test]
fn a_table_is_also_chosen_by_its_name() {
    let reader = Reader::provider(&ppio::PROVIDER);
    let llm = reader.only_table("LlmErrorCode").unwrap();
    let entry = Some("ppio::LlmErrorCode::RateLimitExceeded");
    assert_read(&llm, 429, "RATE_LIMIT_EXCEEDED", entry, Kind::RateLimited);
    assert_read(&llm, 404, "TASK_NOT_FOUND", None, Kind::NotFound);

    // One table can be exchanged for another of the same provider.
    let media = llm.only_table("MediaErrorCode").unwrap();
    let entry = Some("ppio::MediaErrorCode::TaskNotFound");
    assert_read(&media, 404, "TASK_NOT_FOUND", entry, Kind::NotFound);

    for unknown in ["", "llmErrorCode", "LlmErrorCode ", "ErrorCode"] {
        assert!(reader.only_table(unknown).is_none(), "{unknown}");
        assert!(llm.only_table(unknown).is_none(), "{unknown}");
    }
    // Of several providers no table can be chosen.
    assert!(Reader::new().only_table("LlmErrorCode").is_none());
    let list = Reader::providers([&ppio::PROVIDER]);
    assert!(list.only_table("LlmErrorCode").is_none());
}

#[test]
fn a_reader_of_one_table_names_the_provider() {
    let headers = HeaderMap::new();
    let error = Reader::table::<ppio::BillingErrorCode>().read(None, &headers, "{}");
    assert_eq!(error.provider().map(Provider::id), Some("ppio"));
    assert_eq!(error.matched(), None);
    assert_eq!(ppio::BillingErrorCode::TABLE, "BillingErrorCode");
}

#[test]
fn of_several_providers_each_may_have_sent_the_response() {
    let reader = Reader::providers([&ppio::PROVIDER, &modelverse::PROVIDER]);
    let ppio = Some("ppio::LlmErrorCode::NotEnoughBalance");
    let code = "NOT_ENOUGH_BALANCE";
    assert_read(&reader, 403, code, ppio, Kind::QuotaExhausted);
    // A row that the status contradicts is not one of a provider that is only one of several.
    assert_read(&reader, 429, code, None, Kind::QuotaExhausted);
    let modelverse = Some("modelverse::ErrorCode::RateLimit");
    assert_read(&reader, 429, "rate_limit", modelverse, Kind::RateLimited);
    // Of a provider that is not in the list.
    assert_read(&reader, 424, "2003", None, Kind::Unavailable);
    let timeout = Some("skyengine::ErrorCode::ModelTimeout");
    let three = Reader::providers([&ppio::PROVIDER, &modelverse::PROVIDER, &skyengine::PROVIDER]);
    assert_read(&three, 424, "2003", timeout, Kind::Timeout);

    let headers = HeaderMap::new();
    let error = reader.read(None, &headers, r#"{"error":{"code":"rate_limit"}}"#);
    assert!(error.provider().is_none());
    assert!(error.is(modelverse::ErrorCode::RateLimit));

    // A code that two of them use for different errors says no more than its words.
    let code = "invalid_api_type";
    let both = Reader::providers([&tokendog::PROVIDER, &new_api::PROVIDER]);
    assert_read(&both, 502, code, None, Kind::InvalidRequest);
    let one = Reader::providers([&tokendog::PROVIDER]);
    let (entry, kind) = read(&one, 502, code);
    assert!(
        entry.is_some_and(|entry| entry.starts_with("tokendog::")),
        "{kind}"
    );

    let none = Reader::providers([] as [&'static Provider; 0]);
    assert_read(&none, 429, "rate_limit", None, Kind::RateLimited);
    assert_read(&none, 404, "API_NOT_FOUND_HERE", None, Kind::NotFound);
}

#[test]
fn a_reader_without_a_provider_uses_every_built_in_table() {
    for reader in [Reader::new(), Reader::default()] {
        let ppio = Some("ppio::LlmErrorCode::NotEnoughBalance");
        assert_read(
            &reader,
            403,
            "NOT_ENOUGH_BALANCE",
            ppio,
            Kind::QuotaExhausted,
        );
        // A number may be that of any provider, known or not …
        assert_read(&reader, 424, "2003", None, Kind::Unavailable);
        // … unless something else says whose it is.
        let headers = HeaderMap::new();
        let body = r#"{"error":{"code":2003,"type":"FailedDependency"}}"#;
        let error = reader.read(StatusCode::FAILED_DEPENDENCY, &headers, body);
        assert!(error.is(skyengine::ErrorCode::ModelTimeout), "{error}");
    }
    let headers = HeaderMap::new();
    let body = r#"{"code":403,"reason":"NOT_ENOUGH_BALANCE","message":"no"}"#;
    let error = error_codes::read(StatusCode::FORBIDDEN, &headers, body);
    assert!(error.provider().is_none());
    let sender = error.matched().map(|entry| entry.provider().id());
    assert_eq!(sender, Some("ppio"));
    assert_eq!(
        error.to_string(),
        "quota_exhausted (NOT_ENOUGH_BALANCE, 403): no"
    );
}

#[test]
fn a_date_is_compared_with_the_time_that_was_set() {
    // Sunday, 6 November 1994, 08:49:37 GMT.
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777);
    let mut headers = HeaderMap::new();
    let date = HeaderValue::from_static("Sun, 06 Nov 1994 08:50:07 GMT");
    headers.insert("retry-after", date);
    let status = StatusCode::TOO_MANY_REQUESTS;
    let reader = Reader::provider(&modelverse::PROVIDER);
    for (now, seconds) in [
        (now, 30),
        (now + Duration::from_secs(29), 1),
        (now + Duration::from_secs(31), 0),
    ] {
        let error = reader.clone().at(now).read(status, &headers, "");
        let found = error.retry_after_with_source().unwrap();
        assert_eq!(found.delay, Duration::from_secs(seconds));
        assert_eq!(found.source, DelaySource::RetryAfter);
    }
    // The clock stays when the table changes, and with every way of reading.
    let reader = Reader::provider(&ppio::PROVIDER).at(now);
    let reader = reader.only_table("LlmErrorCode").unwrap();
    let half_a_minute = Some(Duration::from_secs(30));
    assert_eq!(
        reader.read(status, &headers, "").retry_after(),
        half_a_minute
    );
    assert_eq!(
        reader.read_owned(status, &headers, "").retry_after(),
        half_a_minute
    );
    let error = reader.error_in(status, &headers, "").unwrap();
    assert_eq!(error.retry_after(), half_a_minute);
    let parts = ErrorParts {
        status: Some(status),
        headers: Some(&headers),
        ..ErrorParts::default()
    };
    assert_eq!(reader.read_parts(parts).retry_after(), half_a_minute);
}

#[test]
fn a_response_is_read_as_a_whole() {
    let body = r#"{"code":429,"reason":"RATE_LIMIT_EXCEEDED","message":"slow down"}"#;
    let response = |body| {
        Response::builder()
            .status(429)
            .header("retry-after", "7")
            .header("x-request-id", "r-1")
            .body(body)
            .unwrap()
    };
    let reader = Reader::table::<ppio::LlmErrorCode>();
    let text = response(body.to_owned());
    let bytes = response(body.to_owned()).map(String::into_bytes);
    for error in [
        reader.read_response(&text).into_owned(),
        reader.read_response(&bytes).into_owned(),
    ] {
        assert!(error.is(ppio::LlmErrorCode::RateLimitExceeded));
        assert_eq!(error.status(), Some(StatusCode::TOO_MANY_REQUESTS));
        assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
        assert_eq!(error.request_id(), Some("r-1"));
        assert_eq!(error.body(), body.as_bytes());
    }
}

#[test]
fn parts_that_a_client_has_parsed_are_read_like_a_body() {
    let mut headers = HeaderMap::new();
    headers.insert("retry-after", HeaderValue::from_static("7"));
    let parts = ErrorParts {
        status: Some(StatusCode::FORBIDDEN),
        headers: Some(&headers),
        code: Some("NOT_ENOUGH_BALANCE"),
        error_type: Some("billing"),
        message: Some("not enough balance"),
        request_id: Some("r-1"),
    };
    let error = Reader::provider(&ppio::PROVIDER).read_parts(parts);
    assert_eq!(error.variant(), Some(ppio::LlmErrorCode::NotEnoughBalance));
    assert_eq!(error.matched_by(), MatchedBy::Code);
    assert_eq!(error.status(), Some(StatusCode::FORBIDDEN));
    assert_eq!(error.code(), Some("NOT_ENOUGH_BALANCE"));
    assert_eq!(error.error_type(), Some("billing"));
    assert_eq!(error.raw_message(), Some("not enough balance"));
    assert_eq!(error.request_id(), Some("r-1"));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    assert_eq!(error.body(), b"");

    let numeric = ErrorParts {
        code: Some("2003"),
        ..ErrorParts::default()
    };
    let error = Reader::provider(&skyengine::PROVIDER).read_parts(numeric);
    assert!(error.is(skyengine::ErrorCode::ModelTimeout));

    let message = ErrorParts {
        message: Some("Rate limit reached for gpt-5, please try again in 2.5s"),
        ..ErrorParts::default()
    };
    let error = Reader::new().read_parts(message);
    assert_eq!(error.kind(), Kind::RateLimited);
    assert_eq!(error.retry_after(), Some(Duration::from_millis(2500)));

    let error = Reader::new().read_parts(ErrorParts::default());
    assert_eq!(
        (error.kind(), error.matched_by()),
        (Kind::Unknown, MatchedBy::Fallback)
    );
}

#[test]
fn a_body_moves_into_the_error_without_a_copy() {
    let reader = Reader::provider(&ppio::PROVIDER);
    let headers = HeaderMap::new();
    for body in [
        &br#"{"reason":"ACCESS_DENY","message":"no"}"#[..],
        // A message with an escape is copied, the body is not.
        br#"{"reason":"ACCESS_DENY","message":"n\u006f"}"#,
        b"\xff\xfe",
    ] {
        let mut owned = Vec::with_capacity(body.len() + 100);
        owned.extend_from_slice(body);
        let allocation = owned.as_ptr();
        let error = reader.read_owned(StatusCode::FORBIDDEN, &headers, owned);
        assert_eq!(error.body(), body);
        assert_eq!(error.body().as_ptr(), allocation);
        assert_eq!(error.kind(), Kind::PermissionDenied);
        // Every clone shares the allocation, and `into_inner` returns it.
        assert_eq!(error.clone().body().as_ptr(), allocation);
        let inner = error.into_inner();
        assert_eq!(inner.body().as_ptr(), allocation);
        assert_eq!(inner.into_owned().body().as_ptr(), allocation);
    }

    let text = String::from(r#"{"reason":"ACCESS_DENY","message":"no"}"#);
    let allocation = text.as_ptr();
    let error = reader.read_owned(None, &headers, text);
    assert_eq!(error.body().as_ptr(), allocation);
    assert!(error.is(ppio::LlmErrorCode::AccessDeny));
    assert_eq!(error.raw_message(), Some("no"));
    assert_eq!(reader.read_owned(None, &headers, "").body(), b"");
}

#[test]
fn a_status_from_400_on_is_an_error_and_a_redirect_is_not() {
    let headers = HeaderMap::new();
    let reader = Reader::new();
    for (status, is_error) in [
        (100, false),
        (200, false),
        (302, false),
        (304, false),
        (399, false),
        (400, true),
        (404, true),
        (599, true),
        (600, true),
        (999, true),
    ] {
        let status = StatusCode::from_u16(status).unwrap();
        let found = reader.error_in(status, &headers, "");
        assert_eq!(found.is_some(), is_error, "{status}");
    }
    assert!(reader.error_in(None, &headers, "").is_none());
    // The body can report one under any status.
    let body = r#"{"error":{"code":"rate_limit_exceeded"}}"#;
    for status in [None, Some(StatusCode::OK), Some(StatusCode::NOT_MODIFIED)] {
        let error = reader.error_in(status, &headers, body).unwrap();
        assert_eq!(error.kind(), Kind::RateLimited, "{status:?}");
        assert_eq!(error.status(), status);
    }
}

#[test]
fn a_reader_is_made_from_whatever_says_which_tables() {
    /// The given provider, and the provider of the row that matched.
    fn senders(reader: impl Into<Reader>) -> (Option<String>, Option<String>) {
        let headers = HeaderMap::new();
        let body = r#"{"error":{"code":"rate_limit"}}"#;
        let reader = reader.into();
        let error = reader.read(None, &headers, body);
        let given = error.provider().map(|provider| provider.id().to_owned());
        let matched = error
            .matched()
            .map(|entry| entry.provider().id().to_owned());
        (given, matched)
    }
    let id = |text: &str| Some(text.to_owned());
    let known: &'static Provider = &modelverse::PROVIDER;
    let both = (id("modelverse"), id("modelverse"));
    assert_eq!(senders(known), both);
    assert_eq!(senders(ProviderRef::from(known)), both);
    assert_eq!(senders(Some(known)), both);
    let reader = Reader::provider(known);
    assert_eq!(senders(&reader), both);
    assert_eq!(senders(&reader), both);
    assert_eq!(senders(reader), both);
    assert_eq!(senders(&ppio::PROVIDER), (id("ppio"), None));

    let unknown = (None, id("modelverse"));
    assert_eq!(senders(None::<&'static Provider>), unknown);
    assert_eq!(senders(None), unknown);
    assert_eq!(senders(Reader::new()), unknown);

    let shared = Arc::new(Provider::new("acme", "Acme AI").with_base(known));
    let acme = (id("acme"), id("modelverse"));
    assert_eq!(senders(Arc::clone(&shared)), acme);
    assert_eq!(senders(Arc::clone(&shared)), acme);
    assert_eq!(senders(ProviderRef::from(Arc::clone(&shared))), acme);
    assert_eq!(Arc::strong_count(&shared), 1);
}

#[test]
fn a_reader_prints_its_tables_and_not_their_rows() {
    let table = Reader::table::<ppio::LlmErrorCode>();
    for (reader, expected) in [
        (Reader::new(), "built in"),
        (Reader::provider(&ppio::PROVIDER), "ppio"),
        (table, "LlmErrorCode"),
        (Reader::providers([&ppio::PROVIDER]), "ppio"),
    ] {
        let text = format!("{reader:?}");
        assert!(text.contains(expected), "{text}");
        assert!(text.len() < 200, "{text}");
    }
}

#[test]
fn a_reader_is_shared_between_threads() {
    fn assert_shared<T: Clone + Send + Sync + 'static>() {}
    assert_shared::<Reader>();
    assert_shared::<ProviderRef>();
    assert_shared::<error_codes::Registry>();
    assert_shared::<error_codes::EventReader>();
}
