//! A user's own tables: every part of the syntax, and its effect on reading.

use error_codes::{
    ApiError, ErrorKind as Kind, HeaderMap, MatchedBy, Provider, ProviderError as _, Reader,
    RetryHint, Scope, StatusCode,
};

mod acme {
    use error_codes::{BodyShape, Place};

    const SHAPE: BodyShape = BodyShape::new(&[
        Place::constant("/ok", "no"),
        Place::code("/fault/id"),
        Place::error_type("/fault/class"),
        Place::message("/fault/text"),
        Place::request_id("/trace"),
    ]);

    error_codes::provider_errors! {
        /// Acme, which has no base.
        provider "acme" {
            name: "Acme AI",
            docs: "https://acme.example/errors",
            retrieved: "2024-02-29",
            body: self::SHAPE,
        }

        /// The columns are in an unusual order, with a rule under them, as on many pages.
        pub enum ChatError {
            | kind           | code             | status | summary                | retry   | message                   | type             | scope   | variant |
            |:---------------|------------------|-------:|------------------------|---------|---------------------------|------------------|---------|---------|
            | Authentication | bad_key, old_key | 401    | "the key is wrong"     | -       | -                         | -                | -       | -       |
            | RateLimited    | "limit:rate"     | 429    | "too fast"             | Backoff | -                         | -                | Model   | -       |
            | QuotaExhausted | limit            | 429    | "the balance is empty" | -       | "balance {amount} is low" | -                | -       | Balance |
            | RateLimited    | limit            | 429    | "too many at once"     | -       | -                         | burst            | -       | Burst   |
            | Unavailable    | limit            | 503    | "no room"              | -       | -                         | -                | -       | NoRoom  |
            | InvalidRequest | -                | -      | "a field is missing"   | -       | "missing field {field}"   | -                | -       | Missing |
            | Conflict       | -                | -      | "somebody was faster"  | -       | -                         | clash, collision | -       | -       |
            | Internal       | -                | 5xx    | "any fault"            | Never   | -                         | -                | Request | Fault   |
            | Timeout        | -                | 504    | -                      | -       | -                         | -                | -       | Late    |
            | RateLimited    | -                | -      | "one of two"           | -       | "come back later, friend" | soft             | -       | Soft    |
            | QuotaExhausted | -                | -      | "the other"            | -       | "come back later, friend" | hard             | -       | Hard    |
            | Conflict       | -                | -      | "two placeholders in a row"   | -       | "{who} {what} are locked" | -                | -       | Locked  |
        }

        pub(super) enum AdminError {
            | kind      | code    | variant |
            | NotFound  | bad_key | -       |
            | Internal? | -12     | Minus   |
        }
    }
}

fn read(status: u16, fault: &str) -> ApiError<'static> {
    let status = StatusCode::from_u16(status).unwrap();
    let body = format!(r#"{{"ok":"no","trace":"t-1","fault":{fault}}}"#);
    acme::PROVIDER
        .read(status, &HeaderMap::new(), &body)
        .into_owned()
}

#[track_caller]
fn assert_variant(status: u16, fault: &str, variant: &str, by: MatchedBy) -> ApiError<'static> {
    let error = read(status, fault);
    let found = error.matched().map(|matched| matched.row().variant());
    assert_eq!((found, error.matched_by()), (Some(variant), by));
    error
}

#[test]
fn the_shape_says_where_everything_is() {
    let error = assert_variant(
        401,
        r#"{"id":"bad_key","text":"no","class":"x"}"#,
        "BadKey",
        MatchedBy::Code,
    );
    assert_eq!(error.request_id(), Some("t-1"));
    assert_eq!(error.raw_message(), Some("no"));
    assert_eq!(error.error_type(), Some("x"));
    let response = acme::ChatError::BadKey.render(&[]);
    assert_eq!(
        response.body(),
        r#"{"ok":"no","fault":{"id":"bad_key","text":"the key is wrong"}}"#
    );
}

#[test]
fn an_alias_is_read_and_never_written() {
    let error = assert_variant(401, r#"{"id":"old_key"}"#, "BadKey", MatchedBy::Code);
    assert_eq!(error.code(), Some("old_key"));
    assert_eq!(acme::ChatError::BadKey.code(), Some("bad_key"));
}

#[test]
fn cells_without_a_value_take_the_kinds_default() {
    let limit = acme::ChatError::LimitRate;
    assert_eq!(
        (limit.retry(), limit.scope()),
        (RetryHint::Backoff, Scope::Model)
    );
    let key = acme::ChatError::BadKey;
    assert_eq!((key.retry(), key.scope()), (RetryHint::Never, Scope::Key));
}

#[test]
fn status_type_and_message_choose_between_rows_of_one_code() {
    assert_variant(
        429,
        r#"{"id":"limit","text":"balance 0.1 is low"}"#,
        "Balance",
        MatchedBy::Code,
    );
    assert_variant(
        429,
        r#"{"id":"limit","class":"burst","text":"?"}"#,
        "Burst",
        MatchedBy::Code,
    );
    assert_variant(503, r#"{"id":"limit"}"#, "NoRoom", MatchedBy::Code);
}

#[test]
fn the_order_of_decision_goes_from_code_to_fallback() {
    assert_variant(
        504,
        r#"{"id":"bad_key","class":"clash"}"#,
        "BadKey",
        MatchedBy::Code,
    );
    assert_variant(
        504,
        r#"{"id":"?","class":"old_key"}"#,
        "BadKey",
        MatchedBy::Type,
    );
    assert_variant(
        504,
        r#"{"class":"clash","text":"missing field x"}"#,
        "Missing",
        MatchedBy::Message,
    );
    assert_variant(
        504,
        r#"{"class":"collision","text":"?"}"#,
        "Clash",
        MatchedBy::Type,
    );
    assert_variant(504, r#"{"class":"?"}"#, "Late", MatchedBy::Status);
    assert_variant(503, r#"{"class":"?"}"#, "Fault", MatchedBy::Status);
    let error = read(404, r#"{"class":"?"}"#);
    assert_eq!(
        (error.kind(), error.matched_by()),
        (Kind::NotFound, MatchedBy::Fallback)
    );
}

#[test]
fn a_table_is_read_by_itself() {
    let headers = HeaderMap::new();
    let body = r#"{"fault":{"id":"bad_key"}}"#;
    let error = acme::ChatError::read(None, &headers, body);
    assert!(error.is(acme::ChatError::BadKey));
    assert!(!error.is(acme::AdminError::BadKey));
    let error = acme::AdminError::read(None, &headers, body);
    assert!(error.is(acme::AdminError::BadKey));
    assert_eq!(error.variant::<acme::ChatError>(), None);
    let error = acme::AdminError::read(None, &headers, r#"{"fault":{"id":-12}}"#);
    assert!(error.is(acme::AdminError::Minus));
}

/// A gateway, and a provider that runs it.
mod gateway {
    error_codes::provider_errors! {
        provider "gateway" { name: "Gateway", body: OPENAI }

        pub enum ErrorCode {
            | status | code      | message                          | variant    | kind             |
            | -      | no_room   | -                                | -          | Unavailable      |
            | -      | broken    | -                                | -          | Internal         |
            | 401    | -         | "the wallet of {user} is empty"  | EmptyWallet | QuotaExhausted  |
            | 403    | -         | -                                | Forbidden  | PermissionDenied |
        }
    }
}

mod tenant {
    error_codes::provider_errors! {
        provider "tenant" {
            name: "Tenant",
            body: OPENAI,
            base: super::gateway::PROVIDER,
        }

        pub enum ErrorCode {
            | status | code    | variant      | kind            |
            | 401    | -       | Unauthorized | Authentication? |
            | 404    | -       | Gone         | NotFound        |
            | -      | broken  | -            | Timeout         |
            | -      | relayed | -            | Unavailable?    |
        }
    }
}

fn at_tenant(status: u16, error: &str) -> ApiError<'static> {
    let status = StatusCode::from_u16(status).unwrap();
    let body = format!(r#"{{"error":{error}}}"#);
    tenant::PROVIDER
        .read(status, &HeaderMap::new(), &body)
        .into_owned()
}

#[test]
fn a_look_up_continues_in_the_base() {
    let error = at_tenant(500, r#"{"code":"no_room"}"#);
    assert!(error.is(gateway::ErrorCode::NoRoom));
    assert_eq!(error.provider().map(Provider::id), Some("tenant"));
    assert_eq!(error.matched().unwrap().provider().id(), "gateway");

    assert!(at_tenant(500, r#"{"code":"broken"}"#).is(tenant::ErrorCode::Broken));
    assert!(at_tenant(403, r#"{"message":"?"}"#).is(gateway::ErrorCode::Forbidden));
}

#[test]
fn the_providers_own_status_row_comes_before_the_base() {
    let error = at_tenant(404, r#"{"code":"no_room"}"#);
    assert!(error.is(tenant::ErrorCode::Gone));
    assert_eq!(
        (error.kind(), error.matched_by()),
        (Kind::NotFound, MatchedBy::Status)
    );
}

#[test]
fn a_question_mark_lets_the_message_tell_more() {
    let error = at_tenant(
        401,
        r#"{"message":"the wallet of ann is empty (request id: 1)"}"#,
    );
    assert!(error.is(tenant::ErrorCode::Unauthorized), "the row stays");
    assert_eq!(
        (error.kind(), error.retry()),
        (Kind::QuotaExhausted, RetryHint::Never)
    );
    assert_eq!(error.scope(), Scope::Account);

    let error = at_tenant(
        500,
        r#"{"code":"relayed","message":"the wallet of ann is empty"}"#,
    );
    assert!(error.is(tenant::ErrorCode::Relayed));
    assert_eq!(error.kind(), Kind::QuotaExhausted);

    let error = at_tenant(401, r#"{"message":"no such key"}"#);
    assert_eq!(error.kind(), Kind::Authentication);
}

/// The same without the macro: a static, and the four required items of the trait for each enum.
mod by_hand {
    use error_codes::{BodyShape, ErrorKind, Provider, ProviderError, Row, StatusPattern, Table};
    use std::sync::LazyLock;

    /// Two tables with a code in common.
    pub(super) static PROVIDER: LazyLock<Provider> = LazyLock::new(|| {
        let hand = [
            Row::new("Slow", ErrorKind::RateLimited)
                .with_status(StatusPattern::exact(429))
                .with_code("slow"),
            Row::new("Empty", ErrorKind::QuotaExhausted)
                .with_message("{name} has no credit left at all"),
        ];
        let foot = [
            Row::new("Lost", ErrorKind::NotFound).with_code("lost"),
            Row::new("Slow", ErrorKind::Unavailable)
                .with_status(StatusPattern::class(5))
                .with_code("slow"),
        ];
        Provider::new("hand", "By Hand")
            .with_shape(BodyShape::FLAT)
            .with_table(Table::new("HandError", hand))
            .with_table(Table::new("FootError", foot))
    });

    #[derive(Clone, Copy, Debug, PartialEq)]
    pub(super) enum HandError {
        Slow,
        Empty,
    }

    impl ProviderError for HandError {
        const TABLE: &'static str = "HandError";
        const ALL: &'static [Self] = &[HandError::Slow, HandError::Empty];

        fn provider() -> &'static Provider {
            &PROVIDER
        }

        fn position(self) -> usize {
            self as usize
        }
    }

    #[derive(Clone, Copy, Debug, PartialEq)]
    pub(super) enum FootError {
        Lost,
        Slow,
    }

    impl ProviderError for FootError {
        const TABLE: &'static str = "FootError";
        const ALL: &'static [Self] = &[FootError::Lost, FootError::Slow];

        fn provider() -> &'static Provider {
            &PROVIDER
        }

        fn position(self) -> usize {
            self as usize
        }
    }
}

#[test]
fn a_table_by_hand_is_read_like_one_of_the_macros() {
    use by_hand::HandError;
    let headers = HeaderMap::new();
    let read = |body| {
        by_hand::PROVIDER
            .read(None, &headers, body)
            .variant::<HandError>()
    };
    assert_eq!(read(r#"{"code":"slow"}"#), Some(HandError::Slow));
    assert_eq!(
        read(r#"{"message":"Ann has no credit left at all"}"#),
        Some(HandError::Empty)
    );
    assert_eq!(read(r#"{"code":"other"}"#), None);
    assert_eq!(HandError::from_code("slow"), Some(HandError::Slow));
    let slow = r#"{"code":"slow"}"#;
    let reader = Reader::table::<HandError>();
    assert_eq!(reader.read(None, &headers, slow).kind(), Kind::RateLimited);
    let row = HandError::Slow.find_row().unwrap();
    assert_eq!((row.variant(), row.code()), ("Slow", Some("slow")));
    assert_eq!(HandError::table().unwrap().name(), "HandError");
}

/// A table that the trait names and the provider does not have.
#[test]
fn a_table_by_hand_that_is_not_there_matches_nothing() {
    #[derive(Clone, Copy, Debug, PartialEq)]
    struct Absent;

    impl error_codes::ProviderError for Absent {
        const TABLE: &'static str = "AbsentError";
        const ALL: &'static [Self] = &[Absent];

        fn provider() -> &'static Provider {
            &by_hand::PROVIDER
        }

        fn position(self) -> usize {
            0
        }
    }

    let headers = HeaderMap::new();
    let error = by_hand::PROVIDER.read(None, &headers, r#"{"code":"slow"}"#);
    assert!(error.matched().is_some());
    assert_eq!(error.variant::<Absent>(), None);
    assert!(!error.is(Absent));
    assert!(Absent::table().is_none() && Absent.find_row().is_none());
    assert_eq!(Absent::from_code("slow"), None);
}

#[test]
fn variant_and_is_agree_where_two_tables_by_hand_share_a_code() {
    use by_hand::{FootError, HandError};
    let headers = HeaderMap::new();
    for (status, body, kind, hand, foot) in [
        (
            Some(429),
            r#"{"code":"slow"}"#,
            Kind::RateLimited,
            Some(HandError::Slow),
            Some(FootError::Slow),
        ),
        (
            Some(503),
            r#"{"code":"slow"}"#,
            Kind::Unavailable,
            Some(HandError::Slow),
            Some(FootError::Slow),
        ),
        // Without a status, the order of the tables decides.
        (
            None,
            r#"{"code":"slow"}"#,
            Kind::RateLimited,
            Some(HandError::Slow),
            Some(FootError::Slow),
        ),
        (
            Some(429),
            r#"{"code":"lost"}"#,
            Kind::NotFound,
            None,
            Some(FootError::Lost),
        ),
        (
            None,
            r#"{"message":"Ann has no credit left at all"}"#,
            Kind::QuotaExhausted,
            Some(HandError::Empty),
            None,
        ),
        (
            Some(429),
            r#"{"code":"other"}"#,
            Kind::RateLimited,
            None,
            None,
        ),
    ] {
        let status = status.map(|status| StatusCode::from_u16(status).unwrap());
        let error = by_hand::PROVIDER.read(status, &headers, body);
        assert_eq!(error.kind(), kind, "{status:?} {body}");
        assert_eq!(error.variant::<HandError>(), hand, "{status:?} {body}");
        assert_eq!(error.variant::<FootError>(), foot, "{status:?} {body}");
        for &code in HandError::ALL {
            assert_eq!(error.is(code), Some(code) == hand, "{status:?} {body}");
        }
        for &code in FootError::ALL {
            assert_eq!(error.is(code), Some(code) == foot, "{status:?} {body}");
        }
    }
}

/// Rows of different providers are different errors, even with the same name and position.
#[test]
fn an_error_is_no_variant_of_another_provider() {
    let headers = HeaderMap::new();
    let error = by_hand::PROVIDER.read(None, &headers, r#"{"code":"slow"}"#);
    assert_eq!(error.variant::<acme::ChatError>(), None);
    assert_eq!(error.variant::<tenant::ErrorCode>(), None);
}

#[test]
fn a_type_tells_rows_of_one_message_apart() {
    assert_variant(
        418,
        r#"{"class":"hard","text":"Come back later, friend"}"#,
        "Hard",
        MatchedBy::Message,
    );
    assert_variant(
        418,
        r#"{"class":"soft","text":"Come back later, friend"}"#,
        "Soft",
        MatchedBy::Message,
    );
    assert_variant(
        418,
        r#"{"text":"Come back later, friend"}"#,
        "Soft",
        MatchedBy::Message,
    );
}

#[test]
fn placeholders_separated_by_a_space_take_a_word_and_the_rest() {
    let error = assert_variant(
        418,
        r#"{"text":"ann's two files are locked"}"#,
        "Locked",
        MatchedBy::Message,
    );
    assert_eq!(error.params(), [("who", "ann's"), ("what", "two files")]);
    let error = read(418, r#"{"text":"are locked"}"#);
    assert_eq!(error.matched(), None);
}
