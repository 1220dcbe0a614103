//! What the enums of a table can do.

use error_codes::providers::modelverse::{self, ErrorCode};
use error_codes::providers::{aihubmix, ppio, skyengine, tokendog};
use error_codes::{ErrorKind, ProviderError, RetryHint, Scope, StatusCode};

#[test]
fn a_row_is_reachable_in_constants() {
    const CODE: ErrorCode = ErrorCode::AuthError;
    const TEXT: Option<&str> = CODE.code();
    const STATUS: Option<StatusCode> = CODE.status();
    const KIND: ErrorKind = CODE.kind();
    assert_eq!(TEXT, Some("auth_error"));
    assert_eq!(STATUS, Some(StatusCode::UNAUTHORIZED));
    assert_eq!(KIND, ErrorKind::Authentication);
    assert!(CODE.aliases().eq(["invalid_token"]));
    assert_eq!(CODE.error_type(), Some("invalid_request_error"));
    assert_eq!(CODE.message(), Some("Validate Certification failed"));
    assert_eq!(CODE.summary(), Some("the key is missing or not valid"));
    assert_eq!((CODE.retry(), CODE.scope()), (RetryHint::Never, Scope::Key));
    assert!(!CODE.is_retryable());
}

#[test]
fn all_lists_every_variant_in_the_order_of_the_page() {
    assert_eq!(ErrorCode::ALL.len(), 12);
    assert_eq!(ErrorCode::ALL.first(), Some(&ErrorCode::ParamError));
    assert_eq!(ErrorCode::ALL.last(), Some(&ErrorCode::GatewayTimeoutError));
    for (at, code) in ErrorCode::ALL.iter().enumerate() {
        assert_eq!(code.position(), at);
    }
}

#[test]
fn variants_are_derived_from_words_shouts_and_signs() {
    assert_eq!(
        ErrorCode::from_code("param_error"),
        Some(ErrorCode::ParamError)
    );
    assert_eq!(
        ppio::MediaErrorCode::from_code("IMAGE_EXCEEDS_MAX_RESOLUTION"),
        Some(ppio::MediaErrorCode::ImageExceedsMaxResolution)
    );
    assert_eq!(
        tokendog::ErrorCode::from_code("channel:no_available_key"),
        Some(tokendog::ErrorCode::ChannelNoAvailableKey)
    );
    assert_eq!(ErrorCode::from_code("PARAM_ERROR"), None);
}

#[test]
fn classes_and_numbers_are_told_apart_from_statuses_and_text() {
    let class = tokendog::ErrorCode::UpstreamError;
    assert_eq!(class.status(), None);
    assert_eq!(class.row().status_pattern().unwrap().to_string(), "5xx");
    let number = skyengine::ErrorCode::ModelTimeout;
    assert!(number.row().code_is_number());
    assert_eq!(number.code(), Some("2003"));
    let closed = skyengine::ErrorCode::ClientClosedRequest.status();
    assert_eq!(closed.map(|status| status.as_u16()), Some(499));
}

#[test]
fn text_parses_to_a_code_by_any_spelling_or_by_its_name() {
    assert_eq!("rate_limit".parse(), Ok(ErrorCode::RateLimit));
    assert_eq!(
        ErrorCode::try_from("llm_server_error"),
        Ok(ErrorCode::ModelServerError)
    );
    assert_eq!("2007".parse(), Ok(skyengine::ErrorCode::RequestsPerMinute));
    assert_eq!(
        "account_suspended".parse(),
        Ok(aihubmix::ErrorCode::AccountSuspended)
    );
    let error = "nonsense".parse::<ErrorCode>().unwrap_err();
    assert_eq!(error.code(), "nonsense");
    assert_eq!(
        error.to_string(),
        "`nonsense` is not an error code of UCloud ModelVerse"
    );
}

#[test]
fn json_holds_a_number_where_the_table_has_one() {
    error_codes::provider_errors! {
        provider "acme" {
            name: "Acme AI",
        }

        /// Numbers and texts that look like them.
        pub enum Code {
            | code        | variant | kind           |
            | 1305        | Number  | RateLimited    |
            | "1306"      | Text    | RateLimited    |
            | "006001094" | Zeros   | InvalidRequest |
        }
    }
    let json = |code: Code| serde_json::to_string(&code).unwrap();
    assert_eq!(json(Code::Number), "1305");
    assert_eq!(json(Code::Text), "\"1306\"");
    assert_eq!(json(Code::Zeros), "\"006001094\"");
}

#[test]
fn json_holds_the_wires_code_and_gives_the_variant_back() {
    let json = |value| serde_json::to_string(&value).unwrap();
    assert_eq!(json(skyengine::ErrorCode::RequestsPerMinute), "2007");
    assert_eq!(
        serde_json::to_string(&ErrorCode::RateLimit).unwrap(),
        "\"rate_limit\""
    );
    let unnamed = aihubmix::ErrorCode::AccountSuspended;
    assert_eq!(
        serde_json::to_string(&unnamed).unwrap(),
        "\"account_suspended\""
    );

    let read: skyengine::ErrorCode = serde_json::from_str("\"2007\"").unwrap();
    assert_eq!(read, skyengine::ErrorCode::RequestsPerMinute);
    let error = serde_json::from_str::<ErrorCode>("\"teapot\"").unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("`teapot` is not an error code of UCloud ModelVerse")
    );
}

#[test]
fn every_variant_survives_json_and_text() {
    fn walk<E>()
    where
        E: ProviderError + serde::Serialize + serde::de::DeserializeOwned + PartialEq,
        E: std::fmt::Debug + std::str::FromStr,
    {
        for &code in E::ALL {
            let json = serde_json::to_value(code).unwrap();
            let text = json
                .as_str()
                .map_or_else(|| json.to_string(), str::to_owned);
            assert_eq!(text.parse().ok(), Some(code));
            assert_eq!(serde_json::from_value::<E>(json).unwrap(), code);
        }
    }
    walk::<aihubmix::ErrorCode>();
    walk::<ErrorCode>();
    walk::<ppio::MediaErrorCode>();
    walk::<ppio::LlmErrorCode>();
    walk::<ppio::BillingErrorCode>();
    walk::<skyengine::ErrorCode>();
    walk::<tokendog::ErrorCode>();
}

#[test]
fn a_code_is_an_error_that_says_what_happened() {
    fn assert_error<E: std::error::Error + Send + Sync + 'static>(_: E) {}
    assert_error(ErrorCode::RateLimit);
    assert_eq!(
        ErrorCode::RateLimit.to_string(),
        "too many requests in a short time (rate_limit)"
    );
    assert_eq!(
        aihubmix::ErrorCode::AccountSuspended.to_string(),
        "the account is disabled or on a blacklist"
    );
    assert_eq!(format!("{:?}", ErrorCode::RateLimit), "RateLimit");
}

#[test]
fn the_provider_knows_itself() {
    let provider = &modelverse::PROVIDER;
    assert_eq!(provider.id(), "modelverse");
    assert_eq!(provider.name(), "UCloud ModelVerse");
    assert_eq!(provider.tables().len(), 1);
    assert!(std::ptr::eq(ErrorCode::provider(), provider));
    assert!(
        provider
            .entries()
            .all(|entry| std::ptr::eq(entry.provider(), provider))
    );
    let tables = ppio::PROVIDER.tables();
    let tables: Vec<_> = tables
        .map(|table| (table.name(), table.rows().len()))
        .collect();
    assert_eq!(
        tables,
        [
            ("MediaErrorCode", 24),
            ("LlmErrorCode", 9),
            ("BillingErrorCode", 5)
        ]
    );
}
