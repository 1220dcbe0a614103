//! Cells that hold what real pages hold: several statuses, several wordings, families of codes, phrases.

use error_codes::{
    ApiError, ErrorKind, HeaderMap, MatchedBy, Provider, Reader, Row, StatusCode, StatusPattern,
    Table,
};

mod acme {
    error_codes::provider_errors! {
        /// A provider whose page is untidy.
        provider "acme" as ACME {
            name: "Acme AI",
            docs: "https://acme.example/errors",
            body: OPENAI,
        }

        pub enum ErrorCode {
            | status   | type              | code                          | variant | kind             | message                                              | phrase                                 |
            |----------|-------------------|-------------------------------|---------|------------------|------------------------------------------------------|----------------------------------------|
            | 400, 422 | -                 | "InvalidParameter.{param}"    | -       | InvalidRequest   | "The value of {param} is bad", "参数 {param} 错误"   | -                                      |
            | -        | -                 | "InvalidParameter.Model"      | -       | NotFound         | -                                                    | -                                      |
            | -        | -                 | "{what}.TooLong"              | -       | ContextLength    | -                                                    | -                                      |
            | 503, 429 | -                 | busy, "Busy.{where}"          | -       | Unavailable      | -                                                    | -                                      |
            | 403      | -                 | busy                          | Blocked | PermissionDenied | -                                                    | -                                      |
            | -        | "limit:{window}"  | -                             | -       | RateLimited      | -                                                    | -                                      |
            | -        | -                 | -                             | Poor    | QuotaExhausted   | "Your balance of {amount} is used up", "余额不足"    | "(balance|credit) … (low|used up)"     |
            | 402      | -                 | -                             | Unpaid  | QuotaExhausted   | -                                                    | "(invoice|bill) … unpaid", "pay first" |
            | 404      | -                 | -                             | -       | NotFound         | -                                                    | -                                      |
            | 500, 501 | -                 | -                             | -       | Internal         | -                                                    | -                                      |
            | 5xx      | -                 | -                             | -       | Internal         | -                                                    | -                                      |
            | -        | -                 | -1                            | -       | Internal         | -                                                    | -                                      |
            /// Gone since spring.
            #[deprecated = "the provider sends `busy`"]
            #[doc(alias = "sleepy")]
            | -        | -                 | 2007                          | -       | Unavailable      | -                                                    | -                                      |
        }
    }
}

use acme::{ACME, ErrorCode};

fn read(status: u16, error: &str) -> ApiError<'static> {
    let body = format!(r#"{{"error":{error}}}"#);
    let status = StatusCode::from_u16(status).unwrap();
    ACME.read(status, &HeaderMap::new(), &body).into_owned()
}

#[track_caller]
fn assert_found(status: u16, error: &str, variant: ErrorCode, by: MatchedBy) -> ApiError<'static> {
    let error = read(status, error);
    assert_eq!(
        (error.variant(), error.matched_by()),
        (Some(variant), by),
        "{error:?}"
    );
    error
}

#[test]
fn names_are_derived_from_numbers_codes_and_statuses() {
    let names: Vec<&str> = ErrorCode::ALL
        .iter()
        .map(|code| code.row().variant())
        .collect();
    assert_eq!(
        names,
        [
            "InvalidParameter",
            "InvalidParameterModel",
            "TooLong",
            "Busy",
            "Blocked",
            "Limit",
            "Poor",
            "Unpaid",
            "NotFound",
            "InternalServerError",
            "ServerError",
            "CodeMinus1",
            "Code2007",
        ]
    );
}

#[test]
fn any_status_of_a_list_fits_and_the_first_is_written() {
    for status in [503, 429] {
        let error = assert_found(
            status,
            r#"{"code":"busy"}"#,
            ErrorCode::Busy,
            MatchedBy::Code,
        );
        assert!(!error.status_differs());
    }
    let error = assert_found(
        403,
        r#"{"code":"busy"}"#,
        ErrorCode::Blocked,
        MatchedBy::Code,
    );
    assert!(!error.status_differs());
    assert!(read(500, r#"{"code":"InvalidParameter.x"}"#).status_differs());
    assert_found(
        501,
        r#"{"message":"?"}"#,
        ErrorCode::InternalServerError,
        MatchedBy::Status,
    );
    assert_found(
        502,
        r#"{"message":"?"}"#,
        ErrorCode::ServerError,
        MatchedBy::Status,
    );
    assert_eq!(
        ErrorCode::Busy.status(),
        Some(StatusCode::SERVICE_UNAVAILABLE)
    );
    assert_eq!(ErrorCode::Busy.render(&[]).status(), 503);
    assert_eq!(ErrorCode::InternalServerError.render(&[]).status(), 500);
}

#[test]
fn a_status_pattern_is_written_as_it_is_read() {
    for (text, first, matching) in [
        ("429", Some(429), &[429][..]),
        ("400, 403", Some(400), &[400, 403]),
        ("503, 429, 529", Some(503), &[429, 503, 529]),
        ("5xx", None, &[500, 599]),
    ] {
        let pattern: StatusPattern = text.parse().unwrap();
        assert_eq!(pattern.to_string(), text);
        assert_eq!(pattern.first().map(|status| status.as_u16()), first);
        let all = (100..1000).filter_map(|status| StatusCode::from_u16(status).ok());
        let fitting: Vec<u16> = all
            .filter(|status| pattern.matches(*status))
            .map(|status| status.as_u16())
            .collect();
        assert!(
            matching.iter().all(|status| fitting.contains(status)),
            "{text}"
        );
        let count = if first.is_some() { matching.len() } else { 100 };
        assert_eq!(fitting.len(), count, "{text}");
    }
    assert_eq!("400,403".parse(), Ok(StatusPattern::any_of(&[400, 403])));
    assert_eq!(StatusPattern::any_of(&[429]), StatusPattern::exact(429));
    for text in ["", "400,", "400, 5xx", "99", "400 403", "xxx"] {
        assert!(text.parse::<StatusPattern>().is_err(), "{text}");
    }
}

#[test]
fn every_wording_is_matched_and_the_first_is_written() {
    for (message, amount) in [
        ("Your balance of 3 $ is used up.", Some("3 $")),
        ("余额不足", None),
    ] {
        let error = assert_found(
            400,
            &format!(r#"{{"message":"{message}"}}"#),
            ErrorCode::Poor,
            MatchedBy::Message,
        );
        let expected: Vec<(&str, &str)> = amount
            .map(|amount| ("amount", amount))
            .into_iter()
            .collect();
        assert_eq!(error.params(), expected);
    }
    let row = ErrorCode::Poor.row();
    assert_eq!(row.message(), Some("Your balance of {amount} is used up"));
    assert!(
        row.messages()
            .eq(["Your balance of {amount} is used up", "余额不足"])
    );
    assert_eq!(
        ErrorCode::Poor.render(&[("amount", "0")]).body(),
        r#"{"error":{"message":"Your balance of 0 is used up","type":null,"code":null}}"#
    );
}

#[test]
fn a_code_fits_its_placeholders_unless_another_row_spells_it_out() {
    let error = assert_found(
        400,
        r#"{"code":"InvalidParameter.size","message":"?"}"#,
        ErrorCode::InvalidParameter,
        MatchedBy::Code,
    );
    assert_eq!(error.params(), [("param", "size")]);
    assert_eq!(error.code(), Some("InvalidParameter.size"));
    assert_eq!(error.otel_error_type(), "InvalidParameter.{param}");
    let exact = ErrorCode::InvalidParameterModel;
    assert_found(
        400,
        r#"{"code":"InvalidParameter.Model"}"#,
        exact,
        MatchedBy::Code,
    );
    // Of two templates, the one with more text of its own.
    let long = r#"{"code":"InvalidParameter.TooLong"}"#;
    assert_found(400, long, ErrorCode::InvalidParameter, MatchedBy::Code);
    let other = r#"{"code":"Prompt.TooLong"}"#;
    assert_found(400, other, ErrorCode::TooLong, MatchedBy::Code);
    // The letters are compared exactly, and a placeholder is not empty.
    for code in [
        "invalidparameter.size",
        "InvalidParameter.",
        "xInvalidParameter.size",
        ".TooLong",
    ] {
        let error = read(404, &format!(r#"{{"code":"{code}"}}"#));
        assert_eq!(error.matched_by(), MatchedBy::Status, "{code}");
    }
    let alias = assert_found(
        503,
        r#"{"code":"Busy.Paris"}"#,
        ErrorCode::Busy,
        MatchedBy::Code,
    );
    assert_eq!(alias.params(), [("where", "Paris")]);
}

#[test]
fn the_value_in_the_message_counts_before_that_in_the_code() {
    let error = read(
        400,
        r#"{"code":"InvalidParameter.size","message":"The value of width is bad"}"#,
    );
    assert_eq!(error.params(), [("param", "width")]);
    let json = serde_json::to_value(&error).unwrap();
    assert_eq!(json["params"], serde_json::json!({"param": "width"}));
}

#[test]
fn a_type_may_have_placeholders_and_a_code_may_be_in_the_type() {
    let by_type = r#"{"type":"limit:1h"}"#;
    let error = assert_found(429, by_type, ErrorCode::Limit, MatchedBy::Type);
    assert_eq!(error.params(), [("window", "1h")]);
    let in_type = r#"{"type":"InvalidParameter.size"}"#;
    let error = assert_found(400, in_type, ErrorCode::InvalidParameter, MatchedBy::Type);
    assert_eq!(error.params(), [("param", "size")]);
}

#[test]
fn rendering_fills_the_placeholders_of_codes() {
    let params = [("param", "size"), ("window", "1h")];
    assert_eq!(
        ErrorCode::InvalidParameter.render(&params).body(),
        r#"{"error":{"message":"The value of size is bad","type":null,"code":"InvalidParameter.size"}}"#
    );
    assert!(
        ErrorCode::Limit
            .render(&params)
            .body()
            .contains(r#""type":"limit:1h""#)
    );
    assert!(
        ErrorCode::Limit
            .render(&[])
            .body()
            .contains(r#""type":"limit:window""#)
    );
}

#[test]
fn every_row_reads_what_it_renders() {
    // A row that is known by a phrase alone has no sentence to render.
    let with_sentence = |code: &&ErrorCode| **code != ErrorCode::Unpaid;
    for code in ErrorCode::ALL.iter().filter(with_sentence) {
        let params = [
            ("param", "size"),
            ("amount", "3"),
            ("what", "Prompt"),
            ("window", "1h"),
        ];
        let response = code.render(&params);
        let error = Reader::table::<ErrorCode>().read_response(&response);
        assert_eq!(error.variant(), Some(*code), "{}", response.body());
    }
}

#[test]
fn a_code_is_parsed_and_serialized() {
    assert_eq!(
        "InvalidParameter.size".parse(),
        Ok(ErrorCode::InvalidParameter)
    );
    assert_eq!(
        "InvalidParameter.Model".parse(),
        Ok(ErrorCode::InvalidParameterModel)
    );
    assert_eq!(ErrorCode::from_code("Busy.Paris"), Some(ErrorCode::Busy));
    assert_eq!(ErrorCode::from_code("Busy."), None);
    for code in ErrorCode::ALL {
        let json = serde_json::to_string(code).unwrap();
        assert_eq!(
            serde_json::from_str::<ErrorCode>(&json).unwrap(),
            *code,
            "{json}"
        );
    }
}

#[test]
fn phrases_are_kept() {
    assert!(
        ErrorCode::Poor
            .row()
            .phrases()
            .eq(["(balance|credit) … (low|used up)"])
    );
    assert!(
        ErrorCode::Unpaid
            .row()
            .phrases()
            .eq(["(invoice|bill) … unpaid", "pay first"])
    );
    assert_eq!(ErrorCode::Busy.row().phrases().count(), 0);
    // The row is not one for the status alone.
    assert_eq!(
        read(402, r#"{"message":"?"}"#).matched_by(),
        MatchedBy::Fallback
    );
}

#[test]
#[expect(deprecated, reason = "the row has the attribute")]
fn the_attributes_of_a_row_are_those_of_its_variant() {
    assert_eq!(ErrorCode::Code2007.code(), Some("2007"));
}

#[test]
fn a_table_built_at_run_time_has_the_same_cells() {
    let rows = [
        Row::new("Bad", ErrorKind::InvalidRequest)
            .with_status("400, 422".parse::<StatusPattern>().unwrap())
            .with_code(format!("Bad.{}", "{param}")),
        Row::new("Poor", ErrorKind::QuotaExhausted)
            .with_messages(["no money left", "余额不足"])
            .with_phrases(["(money|credit) … (gone|spent)"]),
        Row::new("Braces", ErrorKind::Internal).with_code("a{{b}}"),
    ];
    let provider = Provider::new("own", "Own").with_table(Table::new("ErrorCode", rows));
    let reader = Reader::provider(provider);
    let headers = HeaderMap::new();
    for (body, variant, params) in [
        (r#"{"code":"Bad.size"}"#, "Bad", &[("param", "size")][..]),
        (r#"{"message":"余额不足"}"#, "Poor", &[]),
        (r#"{"code":"a{b}"}"#, "Braces", &[]),
    ] {
        let error = reader.read(StatusCode::UNPROCESSABLE_ENTITY, &headers, body);
        assert_eq!(error.matched().unwrap().row().variant(), variant);
        assert_eq!(error.params(), params);
    }
}
