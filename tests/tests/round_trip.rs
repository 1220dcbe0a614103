//! Each row, written as its provider writes it, reads as itself.

use error_codes::http::{Response, StatusCode};
use error_codes::providers::{aihubmix, modelverse, ppio, skyengine, tokendog};
use error_codes::{MatchedBy, ProviderError};
use std::fmt::Debug;

/// Renders and reads every row of a table within its section.
fn walk<E: ProviderError + Debug + PartialEq>(render: impl Fn(E) -> Response<String>) {
    for &code in E::ALL {
        let answer = render(code);
        let section = E::SECTION;
        let error = section.read(answer.status(), answer.headers(), answer.body());
        assert_eq!(
            error.variant(),
            Some(code),
            "{section:?}: {}",
            answer.body()
        );
        assert!(!error.status_differs(), "{section:?} {code:?}");
        assert_ne!(
            error.matched_by(),
            MatchedBy::Fallback,
            "{section:?} {code:?}"
        );
    }
}

#[test]
fn every_row_reads_as_itself() {
    let params = [("model", "gpt-5"), ("key", "(abc123)")];
    walk(|code: aihubmix::ErrorCode| code.render(&params));
    walk(|code: modelverse::ErrorCode| code.render(&params));
    walk(|code: ppio::MediaErrorCode| code.render(&params));
    walk(|code: ppio::LlmErrorCode| code.render(&params));
    walk(|code: ppio::BillingErrorCode| code.render(&params));
    walk(|code: skyengine::ErrorCode| code.render(&params));
    walk(|code: tokendog::ErrorCode| code.render(&params));
}

#[test]
fn a_rendered_answer_has_the_providers_shape() {
    let answer = ppio::LlmErrorCode::NotEnoughBalance.render(&[]);
    assert_eq!(answer.status(), StatusCode::FORBIDDEN);
    assert_eq!(answer.headers()["content-type"], "application/json");
    assert_eq!(
        answer.body(),
        r#"{"code":403,"reason":"NOT_ENOUGH_BALANCE","message":"the balance is used up","type":null}"#
    );

    let answer = skyengine::ErrorCode::InvalidApiKey.render(&[]);
    assert_eq!(
        answer.body(),
        r#"{"error":{"message":"The API key in the request is missing or invalid","type":"Unauthorized","code":2101}}"#
    );
}

#[test]
fn holes_are_filled_and_read_back() {
    let answer = aihubmix::ErrorCode::TooManyRequests.render(&[("model", "say \"hi\"\n")]);
    let error = aihubmix::PROVIDER.read(answer.status(), answer.headers(), answer.body());
    assert_eq!(error.params(), [("model", "say \"hi\"")]);
}

#[test]
fn a_code_in_two_sections_is_decided_by_their_order_and_names_the_other() {
    let answer = ppio::LlmErrorCode::RateLimitExceeded.render(&[]);
    let error = ppio::PROVIDER.read(answer.status(), answer.headers(), answer.body());
    assert_eq!(
        error.variant(),
        Some(ppio::MediaErrorCode::RateLimitExceeded)
    );
    let others: Vec<_> = error
        .candidates()
        .map(|candidate| (candidate.section().name(), candidate.row().variant()))
        .collect();
    assert_eq!(others, [("LlmErrorCode", "RateLimitExceeded")]);
}
