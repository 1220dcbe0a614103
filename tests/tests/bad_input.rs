//! Malformed responses: each is classified by what can be read of it.

use error_codes::providers::{aihubmix, ppio};
use error_codes::{ApiError, ErrorKind, HeaderMap, MatchedBy, StatusCode};

fn read(status: u16, body: &[u8]) -> ApiError<'static> {
    let status = StatusCode::from_u16(status).unwrap();
    ppio::PROVIDER
        .read(status, &HeaderMap::new(), body)
        .into_owned()
}

#[track_caller]
fn assert_decided_by_status(status: u16, body: &[u8], kind: ErrorKind) -> ApiError<'static> {
    let error = read(status, body);
    assert_eq!(
        (error.kind(), error.matched_by()),
        (kind, MatchedBy::Fallback)
    );
    assert_eq!(error.body(), body);
    error
}

#[test]
fn bodies_that_say_nothing_are_decided_by_the_status() {
    for body in [
        "",
        "   \r\n\t ",
        "null",
        "[]",
        "{}",
        "[1, 2, 3]",
        "42",
        "true",
        "\"\"",
        "\"  \"",
        "{\"error\":null}",
        "{\"error\":{}}",
        "{\"error\":{\"code\":null,\"message\":\"\"}}",
        "\u{feff}",
    ] {
        assert_decided_by_status(503, body.as_bytes(), ErrorKind::Unavailable);
    }
}

#[test]
fn a_page_is_decided_by_the_status_and_shows_its_title() {
    let page = "<!DOCTYPE html>\n<html><head><TITLE> 502 Bad Gateway </TITLE></head><body>nginx</body></html>";
    let error = assert_decided_by_status(502, page.as_bytes(), ErrorKind::Unavailable);
    assert_eq!(error.raw_message(), Some("502 Bad Gateway"));
}

#[test]
fn plain_text_is_the_message() {
    let error = assert_decided_by_status(404, b"no such teapot", ErrorKind::NotFound);
    assert_eq!(error.raw_message(), Some("no such teapot"));
}

#[test]
fn a_text_in_quotes_is_the_message() {
    let error = read(400, br#""too \"many\" requests""#);
    assert_eq!(error.raw_message(), Some(r#"too "many" requests"#));
}

#[test]
fn truncated_json_is_read_as_far_as_it_goes() {
    let whole = r#"{"code":403,"reason":"NOT_ENOUGH_BALANCE","message":"not enough balance"}"#;
    let cut = &whole[..whole.len() - 10];
    let error = read(403, cut.as_bytes());
    assert_eq!(error.variant(), Some(ppio::LlmErrorCode::NotEnoughBalance));
    assert_eq!(error.raw_message(), Some("not enough"));
    for end in 0..whole.len() {
        let error = read(403, &whole.as_bytes()[..end]);
        let is_known = error.kind() == ErrorKind::QuotaExhausted;
        assert!(
            is_known || error.kind() == ErrorKind::PermissionDenied,
            "{end}"
        );
    }
}

#[test]
fn prose_around_json_does_not_hide_it() {
    let error = read(
        403,
        b"upstream said {\"code\":403,\"reason\":\"ACCESS_DENY\",\"message\":\"no\"} and hung up",
    );
    assert_eq!(error.variant(), Some(ppio::LlmErrorCode::AccessDeny));
}

#[test]
fn deep_nesting_is_passed_over() {
    for open in ["[", "{\"a\":", "{\"error\":", "[{\"error\":["] {
        let body = open.repeat(100_000);
        assert_decided_by_status(500, body.as_bytes(), ErrorKind::Internal);
    }
    let nested = format!(
        "{{\"metadata\":{}{},\"reason\":\"MODEL_NOT_FOUND\"}}",
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    assert_eq!(
        read(404, nested.as_bytes()).variant(),
        Some(ppio::LlmErrorCode::ModelNotFound)
    );
}

#[test]
fn bytes_that_are_not_text_are_decided_by_the_status() {
    assert_decided_by_status(500, &[0xff, 0xfe, 0x00, 0x80], ErrorKind::Internal);
    let error = read(403, b"{\"reason\":\"ACCESS_DENY\",\"message\":\"a\xffb\"}");
    assert_eq!(error.variant(), Some(ppio::LlmErrorCode::AccessDeny));
    assert_eq!(error.raw_message(), Some("a\u{fffd}b"));
}

#[test]
fn ten_megabytes_are_read() {
    const SIZE: usize = 10 << 20;
    let noise: Vec<u8> = (0..=250).cycle().step_by(31).take(SIZE).collect();
    assert_decided_by_status(500, &noise, ErrorKind::Internal);

    for filler in [
        "a",
        "[",
        "{",
        "\"",
        "\\",
        "'",
        " ",
        "{\"a\":",
        "data: {}\n",
        "<",
    ] {
        let body = filler.repeat(SIZE / filler.len());
        assert_decided_by_status(500, body.as_bytes(), ErrorKind::Internal);
    }

    let behind = format!(
        "{{\"x\":\"{}\",\"reason\":\"ACCESS_DENY\"}}",
        "y".repeat(SIZE)
    );
    assert_eq!(
        read(403, behind.as_bytes()).variant(),
        Some(ppio::LlmErrorCode::AccessDeny)
    );

    let message = format!(
        "{{\"error\":{{\"message\":\"Forbidden – key{}\"}}}}",
        "key ".repeat(SIZE / 4)
    );
    let error = aihubmix::PROVIDER
        .read(StatusCode::FORBIDDEN, &HeaderMap::new(), &message)
        .into_owned();
    assert_eq!(error.kind(), ErrorKind::PermissionDenied);
}

#[test]
fn what_no_table_knows_is_kept_as_text() {
    let error = read(
        418,
        br#"{"code":418,"reason":"TEAPOT","message":"short and stout","type":"kitchen"}"#,
    );
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert_eq!(error.code(), Some("TEAPOT"));
    assert_eq!(error.error_type(), Some("kitchen"));
    assert_eq!(error.raw_message(), Some("short and stout"));
    assert_eq!(error.matched(), None);
}

#[test]
fn a_response_without_a_status_is_decided_by_its_body_or_unknown() {
    let headers = HeaderMap::new();
    let error = ppio::PROVIDER.read(None, &headers, r#"{"code":429,"message":"slow"}"#);
    assert_eq!(error.kind(), ErrorKind::RateLimited);
    assert_eq!(error.status(), None);
    let error = ppio::PROVIDER.read(None, &headers, "{}");
    assert_eq!(error.kind(), ErrorKind::Unknown);
}

#[test]
fn an_unknown_id_suggests_similar_ones_and_lists_all() {
    let error = error_codes::provider("Model_verse").unwrap_err();
    assert!(error.suggestions().eq(["modelverse"]));
    let text = error.to_string();
    for provider in error_codes::providers::ALL {
        assert!(text.contains(provider.id()), "{text}");
    }
    assert_eq!(
        error_codes::provider("").unwrap_err().suggestions().len(),
        0
    );
}

#[test]
fn a_field_is_blank_however_its_emptiness_is_written() {
    for blank in [
        "",
        " ",
        "<nil>",
        r"\u003cnil\u003e",
        r"\u0020\t",
        "\u{a0}",
        "\u{3000} ",
    ] {
        let body = format!(r#"{{"error":{{"code":"{blank}","type":"{blank}","message":"m"}}}}"#);
        let headers = HeaderMap::new();
        let error = aihubmix::PROVIDER.read(None, &headers, &body);
        assert_eq!((error.code(), error.error_type()), (None, None), "{body}");
    }
}

#[test]
fn of_two_statuses_the_same_counts_in_any_order() {
    let headers = HeaderMap::new();
    for body in [
        r#"{"error":{"status":429,"message":"m"},"status":400}"#,
        r#"{"status":400,"error":{"message":"m","status":429}}"#,
    ] {
        let error = error_codes::read(None, &headers, body);
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{body}");
    }
}

#[test]
fn of_a_repeated_field_the_first_counts() {
    let headers = HeaderMap::new();
    let body = r#"{"message":"one","message":"two","status":429,"status":503,"code":"zzz","code":"rate_limit"}"#;
    let error = error_codes::read(None, &headers, body);
    assert_eq!(error.raw_message(), Some("one"));
    assert_eq!(error.code(), Some("zzz"));
    assert_eq!(error.kind(), ErrorKind::RateLimited);
}

#[test]
fn of_several_places_the_same_counts_in_any_order() {
    let headers = HeaderMap::new();
    for body in [
        r#"{"reason":"zz","code":"yy","name":"xx","message":"m","error_msg":"n"}"#,
        r#"{"error_msg":"n","name":"xx","code":"yy","message":"m","reason":"zz"}"#,
        r#"{"code":"yy","message":"m","error_msg":"n","reason":"zz","name":"xx"}"#,
    ] {
        let error = error_codes::read(None, &headers, body);
        assert_eq!(error.code(), Some("zz"), "{body}");
        assert_eq!(error.raw_message(), Some("m"), "{body}");
    }
}

#[test]
fn a_long_text_is_a_message() {
    let text = format!(
        "{}Your prepayment credits are depleted",
        "and so it always goes. ".repeat(48)
    );
    let error = read(400, text.as_bytes());
    assert_eq!(error.raw_message(), Some(text.as_str()));
    assert_eq!(error.kind(), ErrorKind::QuotaExhausted);
}
