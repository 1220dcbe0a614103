// Every form of a cell, and codes that are keywords or names of the prelude.

#![deny(warnings, missing_docs)]
//! The crate of this table.

use error_codes::StatusPattern;

error_codes::provider_errors! {
    /// Acme, which has seen everything.
    provider "acme_2" {
        name: "Acme AI",
        docs: "http://acme.example/errors?page=1#codes",
        retrieved: "2024-02-29",
    }

    /// What the API reports.
    #[allow(clippy::upper_case_acronyms)]
    pub enum ErrorCode {
        | status | type              | code                      | variant      | kind            | retry   | scope   | message                              | summary                  |
        |:-------|-------------------|---------------------------|--------------|-----------------|---------|---------|--------------------------------------|-------------------------:|
        | 400    | type              | type                      | -            | InvalidRequest  | -       | -       | -                                    | -                        |
        | 400    | match             | match                     | -            | InvalidRequest? | -       | -       | -                                    | -                        |
        | 400    | r#fn              | async, r#await            | -            | InvalidRequest  | -       | -       | -                                    | -                        |
        | 400    | true              | false                     | -            | InvalidRequest  | -       | -       | -                                    | -                        |
        | -      | -                 | Ok                        | -            | Unknown         | -       | -       | -                                    | -                        |
        | -      | -                 | Err                       | -            | Unknown         | -       | -       | -                                    | -                        |
        | -      | -                 | Some                      | -            | Unknown         | -       | -       | -                                    | -                        |
        | -      | -                 | Error                     | -            | Unknown         | -       | -       | -                                    | -                        |
        | -      | -                 | self                      | Itself       | Unknown         | -       | -       | -                                    | -                        |
        | -      | -                 | _                         | Underscore   | Unknown         | -       | -       | -                                    | -                        |
        | -      | -                 | "参数错误"                | -            | InvalidRequest  | -       | -       | "参数 {name} 错误"                   | "参数错误"               |
        | -      | -                 | "模型"                    | 模型         | NotFound        | -       | -       | -                                    | -                        |
        | 429    | -                 | 2007                      | PerMinute    | RateLimited     | Backoff | Model   | "limit {{hard}} of {n}"              | "ends with a stop."      |
        | 429    | -                 | 0                         | Zero         | RateLimited     | -       | -       | -                                    | -                        |
        | 429    | -                 | -2007                     | MinusTwo     | RateLimited     | -       | -       | -                                    | -                        |
        | -      | -                 | "channel:no_key", no_key  | -            | Unavailable     | -       | -       | -                                    | "a | pipe and `ticks`"   |
        | -      | -                 | "006001094"               | V1_2         | Unavailable     | -       | -       | -                                    | -                        |
        | -      | -                 | r"a\b"                    | Backslash    | Unavailable     | -       | -       | r#"no "{model}" here"#               | -                        |
        | 499    | -                 | -                         | ClientGone   | Cancelled       | -       | -       | -                                    | -                        |
        | 529    | -                 | -                         | Overloaded   | Unavailable     | -       | -       | -                                    | -                        |
        | 5xx    | -                 | -                         | Fault        | Internal        | -       | -       | -                                    | -                        |
        | 4XX    | -                 | -                         | Refused      | InvalidRequest  | -       | -       | -                                    | -                        |
        | 999    | -                 | -                         | Odd          | Unknown         | -       | -       | -                                    | -                        |
        | 200    | -                 | in_a_success              | -            | Unknown         | -       | -       | -                                    | -                        |
    }
}

fn main() {
    assert_eq!(ErrorCode::ALL.len(), 24);
    assert_eq!(ErrorCode::Type.code(), Some("type"));
    assert!(ErrorCode::Async.aliases().eq(["await"]));
    assert_eq!(ErrorCode::Async.error_type(), Some("fn"));
    assert_eq!(ErrorCode::False.error_type(), Some("true"));
    assert_eq!(ErrorCode::Underscore.code(), Some("_"));
    assert_eq!(ErrorCode::参数错误.code(), Some("参数错误"));
    assert_eq!(ErrorCode::MinusTwo.code(), Some("-2007"));
    assert_eq!(ErrorCode::Backslash.code(), Some(r"a\b"));
    assert_eq!(ErrorCode::Refused.row().status_pattern(), Some(&StatusPattern::class(4)));
    assert_eq!(ErrorCode::from_code("Err"), Some(ErrorCode::Err));
    assert_eq!(PROVIDER.id(), "acme_2");
}
