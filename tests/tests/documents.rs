//! The tables have every row of the providers' pages, with status, type, code and message verbatim.

use error_codes::{Row, providers};

/// The rows of a page: table, status, type, code, message, and the kind that a careful reader gives it.
const PAGES: [(&str, usize, &str); 5] = [
    (
        "aihubmix",
        18,
        include_str!("../fixtures/documents/aihubmix.tsv"),
    ),
    (
        "modelverse",
        12,
        include_str!("../fixtures/documents/modelverse.tsv"),
    ),
    ("ppio", 38, include_str!("../fixtures/documents/ppio.tsv")),
    (
        "skyengine",
        14,
        include_str!("../fixtures/documents/skyengine.tsv"),
    ),
    (
        "tokendog",
        32,
        include_str!("../fixtures/documents/tokendog.tsv"),
    ),
];

#[test]
fn tables_have_the_rows_of_the_pages_verbatim() {
    for (id, count, page) in PAGES {
        let provider = error_codes::provider(id).unwrap();
        let rows = provider
            .entries()
            .map(|entry| in_one_line(entry.table().name(), entry.row()));
        let expected: Vec<&str> = page.lines().skip(1).collect();
        assert_eq!(expected.len(), count, "{id}");
        assert_eq!(rows.collect::<Vec<_>>(), expected, "{id}");
    }
}

fn in_one_line(table: &str, row: &Row) -> String {
    let status = row.status_pattern().map(ToString::to_string);
    [
        table,
        status.as_deref().unwrap_or("-"),
        row.error_type().unwrap_or("-"),
        row.code().unwrap_or("-"),
        row.message().unwrap_or("-"),
        row.kind().as_str(),
    ]
    .join("\t")
}

#[test]
fn every_row_says_in_words_what_happened() {
    for provider in providers::ALL {
        for entry in provider.entries() {
            assert!(entry.row().summary().is_some(), "{entry:?}");
        }
    }
}

#[test]
fn every_provider_names_its_page_and_the_day_it_was_retrieved() {
    for provider in providers::ALL {
        assert!(
            provider
                .docs()
                .is_some_and(|page| page.starts_with("https://")),
            "{provider:?}"
        );
        let day = provider
            .retrieved()
            .map(|day| day.split('-').map(str::len).collect());
        assert_eq!(day, Some(vec![4, 2, 2]), "{provider:?}");
    }
}

/// What a page says in its descriptions and advice rather than in a status.
#[test]
fn descriptions_and_advice_decide_before_the_status() {
    use error_codes::providers::{aihubmix, ppio, skyengine, tokendog};
    use error_codes::{ErrorKind as Kind, RetryHint as Retry, Scope};

    let empty = ppio::MediaErrorCode::BillingBalanceNotEnough;
    assert_eq!(
        (empty.kind(), empty.retry()),
        (Kind::QuotaExhausted, Retry::Never)
    );

    let passes = ppio::LlmErrorCode::TokenLimitExceeded;
    assert_eq!(
        (passes.kind(), passes.retry()),
        (Kind::RateLimited, Retry::AfterReset)
    );

    for limit in [
        skyengine::ErrorCode::RequestsPerMinute,
        skyengine::ErrorCode::TokensPerMinute,
    ] {
        assert_eq!(
            (limit.kind(), limit.scope()),
            (Kind::RateLimited, Scope::Model)
        );
    }

    assert_eq!(aihubmix::ErrorCode::IncorrectModelId.kind(), Kind::NotFound);
    assert_eq!(
        aihubmix::ErrorCode::RateLimitedByProvider.kind(),
        Kind::RateLimited
    );

    let own_key = tokendog::ErrorCode::ChannelInvalidKey;
    assert_eq!(
        (own_key.kind(), own_key.retry(), own_key.scope()),
        (Kind::Internal, Retry::Never, Scope::Provider)
    );
}
