//! Providers that are only known at run time, and the registry that holds them.

use error_codes::providers::{self, modelverse, one_api, ppio};
use error_codes::{
    BodyShape, ErrorKind as Kind, HeaderMap, MatchedBy, Provider, Reader, Registry, RetryHint, Row,
    Scope, StatusCode, StatusPattern, Table,
};
use error_codes_tests::labelled;
use std::sync::{Arc, Weak};

/// A provider with one row.
fn small(id: &str, code: &str, kind: Kind) -> Provider {
    let rows = [Row::new("Only", kind).with_code(code.to_owned())];
    Provider::new(id.to_owned(), id.to_uppercase())
        .with_shape(BodyShape::OPENAI)
        .with_table(Table::new("ErrorCode", rows))
}

fn ids(registry: &Registry) -> Vec<&str> {
    registry.providers().map(Provider::id).collect()
}

fn kind(reader: &Reader, code: &str) -> Kind {
    let headers = HeaderMap::new();
    let body = serde_json::json!({ "error": { "code": code, "message": "?" } }).to_string();
    reader.read(None, &headers, &body).kind()
}

#[test]
fn providers_are_inserted_replaced_and_removed_by_their_id() {
    let mut registry = Registry::new();
    assert_eq!(registry.providers().len(), 0);
    assert!(
        registry
            .insert(small("acme", "slow", Kind::RateLimited))
            .is_none()
    );
    assert!(registry.insert(&ppio::PROVIDER).is_none());
    assert!(
        registry
            .insert(Arc::new(small("zeta", "slow", Kind::Timeout)))
            .is_none()
    );
    assert_eq!(ids(&registry), ["acme", "ppio", "zeta"]);

    // The new one takes the place of the old one, which is returned.
    let old = registry
        .insert(small("acme", "slow", Kind::Unavailable))
        .unwrap();
    assert_eq!(old.id(), "acme");
    assert_eq!(kind(&Reader::from(old), "slow"), Kind::RateLimited);
    assert_eq!(ids(&registry), ["acme", "ppio", "zeta"]);
    let reader = registry.reader_for("acme").unwrap();
    assert_eq!(kind(&reader, "slow"), Kind::Unavailable);

    let removed = registry.remove("ppio").unwrap();
    assert!(std::ptr::eq(&raw const *removed, &raw const ppio::PROVIDER));
    assert!(registry.remove("ppio").is_none());
    assert_eq!(ids(&registry), ["acme", "zeta"]);
}

#[test]
fn a_built_in_provider_can_be_replaced() {
    let mut registry = Registry::built_in();
    let built_in: Vec<&str> = providers::ALL.iter().map(|known| known.id()).collect();
    assert_eq!(ids(&registry), built_in);
    assert_eq!(kind(&registry.reader(), "rate_limit"), Kind::RateLimited);

    let rows = [Row::new("Busy", Kind::Unavailable).with_code("rate_limit")];
    let own = Provider::new("modelverse", "My ModelVerse")
        .with_base(&modelverse::PROVIDER)
        .with_table(Table::new("OwnCode", rows));
    let old = registry.insert(own).unwrap();
    assert_eq!(old.name(), "UCloud ModelVerse");
    assert_eq!(ids(&registry), built_in);

    let reader = registry.reader_for("modelverse").unwrap();
    assert_eq!(kind(&reader, "rate_limit"), Kind::Unavailable);
    assert_eq!(kind(&reader, "auth_error"), Kind::Authentication);
}

#[test]
fn a_provider_is_found_by_its_id_or_similar_ones_are_suggested() {
    let mut registry = Registry::new();
    registry.extend(["acme", "acme_two", "zenith"].map(|id| small(id, "a", Kind::Internal)));
    assert_eq!(registry.get("acme").unwrap().name(), "ACME");

    let error = registry.get("Akme").unwrap_err();
    assert_eq!(error.id(), "Akme");
    assert!(error.suggestions().eq(["acme"]));
    assert_eq!(
        error.to_string(),
        "there is no provider `Akme`; did you mean `acme`? The providers are acme, acme_two, zenith"
    );
    let error = registry.get("acme_").unwrap_err();
    assert!(error.suggestions().eq(["acme", "acme_two"]));
    assert!(
        error
            .to_string()
            .contains("; did you mean `acme` or `acme_two`? ")
    );
    assert_eq!(registry.reader_for("acme_").unwrap_err(), error);

    // The built-in ones are not part of it.
    let error = registry.get("modelverse").unwrap_err();
    assert_eq!(error.suggestions().len(), 0);
    assert_eq!(
        error.to_string(),
        "there is no provider `modelverse`; the providers are acme, acme_two, zenith"
    );
    let error = Registry::new().get("acme").unwrap_err();
    assert_eq!(error.to_string(), "there is no provider `acme`");
}

#[test]
fn a_reader_of_a_registry_uses_all_of_its_providers() {
    let mut registry = Registry::new();
    registry.insert(small("acme", "e17", Kind::RateLimited));
    registry.insert(&modelverse::PROVIDER);
    let reader = registry.reader();
    let headers = HeaderMap::new();

    let body = r#"{"error":{"code":"e17"}}"#;
    let error = reader.read(StatusCode::OK, &headers, body);
    assert_eq!(error.kind(), Kind::RateLimited);
    assert!(error.provider().is_none());
    let sender = error.matched().map(|entry| entry.provider().id());
    assert_eq!(sender, Some("acme"));

    assert_eq!(kind(&reader, "auth_error"), Kind::Authentication);
    // PPIO is not in it, so the words of its code speak.
    let body = r#"{"code":403,"reason":"MISSING_API_KEY","message":"?"}"#;
    let error = reader.read(StatusCode::FORBIDDEN, &headers, body);
    assert_eq!(
        (error.kind(), error.matched()),
        (Kind::Authentication, None)
    );

    let reader = registry.reader_for("acme").unwrap();
    let error = reader.read(None, &headers, r#"{"error":{"code":"e17"}}"#);
    assert_eq!(error.provider().map(Provider::name), Some("ACME"));

    // A reader keeps what it was made with.
    registry.remove("acme");
    assert_eq!(kind(&reader, "e17"), Kind::RateLimited);
    assert_eq!(kind(&registry.reader(), "e17"), Kind::Unknown);
    assert_eq!(kind(&Registry::default().reader(), "e18"), Kind::Unknown);
}

/// Two providers of a registry that use a code for different errors, and one more that agrees with the first.
#[test]
fn the_providers_of_a_registry_that_know_a_code_must_agree() {
    let mut registry = Registry::new();
    registry.extend([
        small("one", "c", Kind::RateLimited),
        small("two", "c", Kind::RateLimited),
    ]);
    assert_eq!(kind(&registry.reader(), "c"), Kind::RateLimited);
    registry.extend([small("three", "c", Kind::Internal)]);
    assert_eq!(kind(&registry.reader(), "c"), Kind::Unknown);
}

/// What a program could read from a file: status, code, aliases, kind, retry, scope, message, summary.
const PAGE: &str = "\
429\ttoo_fast,slow_down\tRateLimited\tBackoff\tModel\t-\tthe model is called too often
5xx\tbroken\tInternal\t-\t-\t-\tsomething broke
-\t-\tQuotaExhausted\t-\t-\tthe wallet of {user} is empty\t-
401\trelayed\tUnavailable?\t-\t-\t-\t-
";

/// Builds a provider from text that does not outlive this function.
fn from_text(page: String) -> Provider {
    fn word<W: Copy>(all: &[W], name: impl Fn(W) -> &'static str, text: &str) -> Option<W> {
        all.iter().copied().find(|word| name(*word) == text)
    }
    let mut rows = Vec::new();
    for (line, at) in page.lines().zip(0..) {
        let cells: Vec<Option<String>> = line
            .split('\t')
            .map(|cell| Some(cell.to_owned()).filter(|cell| cell != "-"))
            .collect();
        let [status, codes, kind, retry, scope, message, summary] = cells.try_into().unwrap();
        let kind = kind.unwrap();
        let known = word(Kind::ALL, Kind::name, kind.trim_end_matches('?')).unwrap();
        let mut row = Row::new(format!("Row{at}"), known);
        if kind.ends_with('?') {
            row = row.tentative();
        }
        if let Some(status) = status {
            row = row.with_status(status.parse::<StatusPattern>().unwrap());
        }
        if let Some(codes) = codes {
            let mut codes = codes.split(',').map(str::to_owned);
            row = row.with_code(codes.next().unwrap()).with_aliases(codes);
        }
        if let Some(retry) = retry {
            row = row.with_retry(word(RetryHint::ALL, RetryHint::name, &retry).unwrap());
        }
        if let Some(scope) = scope {
            row = row.with_scope(word(Scope::ALL, Scope::name, &scope).unwrap());
        }
        if let Some(message) = message {
            row = row.with_message(message);
        }
        if let Some(summary) = summary {
            row = row.with_summary(summary);
        }
        rows.push(row);
    }
    drop(page);
    Provider::new(format!("from_{}", "text"), String::from("From Text"))
        .with_docs(String::from("https://text.example/errors"))
        .with_retrieved(String::from("2026-11-21"))
        .with_shape(BodyShape::OPENAI)
        .with_base(&one_api::PROVIDER)
        .with_table(Table::new(String::from("ErrorCode"), rows))
}

#[test]
fn a_provider_from_a_file_is_read_like_a_built_in_one() {
    let provider = from_text(PAGE.to_owned());
    assert_eq!((provider.id(), provider.name()), ("from_text", "From Text"));
    assert_eq!(provider.docs(), Some("https://text.example/errors"));
    assert_eq!(provider.retrieved(), Some("2026-11-21"));
    assert!(provider.shape().is_some());
    assert_eq!(provider.base().map(Provider::id), Some("one_api"));
    let codes: Vec<_> = provider.entries().map(|entry| entry.row().code()).collect();
    assert_eq!(
        codes,
        [Some("too_fast"), Some("broken"), None, Some("relayed")]
    );

    let reader = Reader::provider(provider);
    let read = |status: u16, error: &str| {
        let status = StatusCode::from_u16(status).unwrap();
        let body = format!(r#"{{"error":{error}}}"#);
        reader.read(status, &HeaderMap::new(), &body).into_owned()
    };

    let error = read(429, r#"{"code":"slow_down","message":"?"}"#);
    assert_eq!(error.matched_by(), MatchedBy::Code);
    assert_eq!(
        (error.kind(), error.retry()),
        (Kind::RateLimited, RetryHint::Backoff)
    );
    assert_eq!(
        (error.scope(), error.status_differs()),
        (Scope::Model, false)
    );
    assert_eq!(error.code(), Some("slow_down"));
    let row = error.matched().unwrap();
    assert_eq!(format!("{row:?}"), "from_text::ErrorCode::Row0");
    assert_eq!(
        row.row().to_string(),
        "the model is called too often (too_fast)"
    );
    assert!(row.row().aliases().eq(["slow_down"]));
    assert!(read(500, r#"{"code":"too_fast"}"#).status_differs());

    let error = read(503, r#"{"code":"broken","message":"?"}"#);
    assert_eq!(error.to_string(), "From Text: internal (broken, 503): ?");
    assert!(!error.status_differs());

    let error = read(400, r#"{"message":"The wallet of Ann is empty."}"#);
    assert_eq!(error.kind(), Kind::QuotaExhausted);
    assert_eq!(error.matched_by(), MatchedBy::Message);
    assert_eq!(error.params(), [("user", "Ann")]);

    // A tentative row yields to a message that says more.
    let error = read(401, r#"{"code":"relayed","message":"?"}"#);
    assert_eq!(error.kind(), Kind::Unavailable);
    let error = read(
        401,
        r#"{"code":"relayed","message":"Rate limit reached for gpt-5"}"#,
    );
    assert_eq!(error.kind(), Kind::RateLimited);

    // The base has its say.
    let error = read(400, r#"{"code":"prompt_too_long","message":"?"}"#);
    assert_eq!(error.kind(), Kind::ContextLength);
    assert!(error.is(one_api::ErrorCode::PromptTooLong));
    assert_eq!(error.provider().map(Provider::id), Some("from_text"));
}

#[test]
fn a_row_from_a_file_is_rendered_and_reads_as_itself() {
    let provider = from_text(PAGE.to_owned());
    let rendered: Vec<_> = provider
        .entries()
        .map(|entry| (entry.position(), entry.render(&[("user", "Ann")])))
        .collect();
    assert_eq!(
        rendered[0].1.body(),
        r#"{"error":{"message":"the model is called too often","type":null,"code":"too_fast"}}"#
    );
    let reader = Reader::provider(provider).only_table("ErrorCode").unwrap();
    for (position, response) in rendered {
        let error = reader.read_response(&response);
        let found = error.matched().map(|entry| entry.position());
        assert_eq!(found, Some(position), "{}", response.body());
    }
}

/// Builds the same provider from copies of its texts.
fn copy(provider: &'static Provider) -> Provider {
    let mut copy = Provider::new(provider.id().to_owned(), provider.name().to_owned());
    if let Some(shape) = provider.shape() {
        copy = copy.with_shape(shape);
    }
    if let Some(base) = provider.base() {
        copy = copy.with_base(self::copy(base));
    }
    for table in provider.tables() {
        let rows = table.rows().iter().map(copy_row);
        copy = copy.with_table(Table::new(table.name().to_owned(), rows));
    }
    copy
}

fn copy_row(row: &Row) -> Row {
    let mut copy = Row::new(row.variant().to_owned(), row.kind())
        .with_retry(row.retry())
        .with_scope(row.scope())
        .with_aliases(row.aliases().map(str::to_owned))
        .with_type_aliases(row.type_aliases().map(str::to_owned));
    if row.is_tentative() {
        copy = copy.tentative();
    }
    if let Some(status) = row.status_pattern() {
        copy = copy.with_status(status.clone());
    }
    copy = match row.code().map(str::to_owned) {
        Some(code) if row.code_is_number() => copy.with_numeric_code(code),
        Some(code) => copy.with_code(code),
        None => copy,
    };
    if let Some(error_type) = row.error_type() {
        copy = copy.with_type(error_type.to_owned());
    }
    copy = copy
        .with_messages(row.messages().map(str::to_owned))
        .with_phrases(row.phrases().map(str::to_owned));
    if let Some(summary) = row.summary() {
        copy = copy.with_summary(summary.to_owned());
    }
    copy
}

#[test]
fn a_copy_of_a_built_in_provider_reads_every_response_alike() {
    let samples = labelled(include_str!("../fixtures/samples.jsonl")).unwrap();
    for &provider in providers::ALL {
        let copied = Reader::provider(copy(provider));
        let own = Reader::provider(provider);
        let assert_alike = |status: Option<StatusCode>, body: &str| {
            let headers = HeaderMap::new();
            let (error, expected) = (
                copied.read(status, &headers, body),
                own.read(status, &headers, body),
            );
            assert_eq!(format!("{error:?}"), format!("{expected:?}"), "{body}");
            assert_eq!(error.to_string(), expected.to_string());
            assert_eq!(error.params(), expected.params());
            assert_eq!(error.render().body(), expected.render().body());
        };
        for sample in &samples {
            let status = sample.status.map(StatusCode::from_u16);
            assert_alike(status.map(Result::unwrap), &sample.body);
        }
        for entry in provider.entries() {
            let response = entry.render(&[("model", "m"), ("key", "k")]);
            assert_alike(Some(response.status()), response.body());
            assert_alike(None, response.body());
        }
    }
}

#[test]
fn a_copy_of_a_built_in_provider_has_its_variants() {
    let headers = HeaderMap::new();
    let reader = Reader::provider(copy(&ppio::PROVIDER));
    let error = reader.read(None, &headers, r#"{"reason":"RATE_LIMIT_EXCEEDED"}"#);
    assert!(error.is(ppio::LlmErrorCode::RateLimitExceeded));
    assert!(error.is(ppio::MediaErrorCode::RateLimitExceeded));
    assert!(!error.is(ppio::MediaErrorCode::TaskNotFound));
    // A row of the same name in a table of another provider is not the same error.
    let rows = ppio::PROVIDER.tables().next().unwrap().rows();
    let other = Provider::new("other", "Other")
        .with_table(Table::new("MediaErrorCode", rows.iter().map(copy_row)));
    let reader = Reader::provider(other);
    let error = reader.read(None, &headers, r#"{"reason":"RATE_LIMIT_EXCEEDED"}"#);
    assert_eq!(error.kind(), Kind::RateLimited);
    assert!(error.matched().is_some());
    assert_eq!(error.variant::<ppio::MediaErrorCode>(), None);
}

#[test]
fn a_provider_is_freed_when_nobody_holds_it_any_more() {
    let base = Arc::new(small("base", "deep", Kind::NotFound));
    let own = from_text(PAGE.to_owned()).with_base(Arc::clone(&base));
    let own = Arc::new(own);
    let held: [Weak<Provider>; 2] = [Arc::downgrade(&base), Arc::downgrade(&own)];
    let is_alive = || held.each_ref().map(|provider| provider.upgrade().is_some());
    drop(base);

    let mut registry = Registry::new();
    registry.insert(own);
    let reader = registry.reader_for("from_text").unwrap();
    let events = reader.event_reader();
    let headers = HeaderMap::new();
    let error = reader.read_owned(None, &headers, r#"{"error":{"code":"deep"}}"#);
    assert_eq!(error.kind(), Kind::NotFound);
    drop((registry, reader, events));

    // The error holds the provider, whose rows it shows.
    assert_eq!(is_alive(), [true, true]);
    let sender = error.matched().map(|entry| entry.provider().name());
    assert_eq!(sender, Some("BASE"));
    let copy = error.clone();
    drop(error);
    assert_eq!(is_alive(), [true, true]);
    drop(copy);
    assert_eq!(is_alive(), [false, false]);
}
