// Lists, placeholders in codes, phrases, derived names, and attributes on rows.

#![deny(warnings, missing_docs)]
//! The crate of this table.

use error_codes::StatusPattern;

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    #[derive(Default)]
    pub enum ErrorCode {
        | status   | type           | code                                  | kind           | message                    | phrase                               | summary                               |
        |----------|----------------|---------------------------------------|----------------|----------------------------|--------------------------------------|---------------------------------------|
        | 400, 422 | "limit:{what}" | "InvalidParameter.{param}", "Bad{{}}" | InvalidRequest | "{param} is bad", "参数错" | -                                    | "see <https://acme.example>, or `x`"  |
        | -        | -              | -1                                    | Internal       | -                          | -                                    | "max_tokens is <too high>?"           |
        /// Documented by hand.
        #[default]
        #[deprecated = "no longer sent"]
        #[doc(alias = "slow")]
        | -        | -              | 2007                                  | RateLimited    | -                          | -                                    | -                                     |
        | 402      | -              | poor                                  | QuotaExhausted | -                          | "(balance|credit) … (too low|empty)" | "第一。"                              |
        | 404      | -              | -                                     | NotFound       | -                          | -                                    | -                                     |
        | 5xx      | -              | -                                     | Internal       | -                          | -                                    | -                                     |
        #[allow(missing_docs)]
        | -        | 77             | -                                     | Internal       | -                          | -                                    | -                                     |
        | 200      | failed         | -                                     | Internal       | -                          | -                                    | -                                     |
    }
}

#[expect(deprecated)]
fn main() {
    assert_eq!(ErrorCode::default(), ErrorCode::Code2007);
    let status = ErrorCode::InvalidParameter.row().status_pattern();
    assert_eq!(status, Some(&StatusPattern::any_of(&[400, 422])));
    let all = [
        ErrorCode::InvalidParameter,
        ErrorCode::CodeMinus1,
        ErrorCode::Code2007,
        ErrorCode::Poor,
        ErrorCode::NotFound,
        ErrorCode::ServerError,
        ErrorCode::Type77,
        ErrorCode::Failed,
    ];
    assert_eq!(ErrorCode::ALL, all);
}
