//! The error that functions return, and how an error is displayed.

use error_codes::providers::ppio;
use error_codes::{
    ApiError, Error, ErrorKind, HeaderMap, Provider, Reader, Row, StatusCode, Table,
};
use std::error::Error as StdError;

/// A failed call, as a client would write it.
#[deny(clippy::result_large_err)]
fn call(status: u16) -> Result<(), Error> {
    let status = StatusCode::from_u16(status).unwrap();
    let body = r#"{"code":403,"reason":"NOT_ENOUGH_BALANCE","message":"not enough balance"}"#;
    let reader = Reader::provider(&ppio::PROVIDER);
    match reader.error_in(status, &HeaderMap::new(), body) {
        Some(error) => Err(error.into()),
        None => Ok(()),
    }
}

fn error() -> Error {
    call(403).unwrap_err()
}

#[test]
fn an_error_is_as_large_as_a_pointer() {
    assert_eq!(size_of::<Error>(), size_of::<usize>());
    assert_eq!(size_of::<Option<Error>>(), size_of::<usize>());
    assert_eq!(size_of::<Result<(), Error>>(), size_of::<usize>());
    assert!(size_of::<Error>() < size_of::<ApiError<'_>>());
}

#[test]
fn an_error_goes_wherever_errors_go() {
    fn assert_error<E: StdError + Send + Sync + 'static>() {}
    fn assert_clone<E: Clone>() {}
    assert_error::<Error>();
    assert_error::<ApiError<'static>>();
    assert_clone::<Error>();
}

#[test]
fn an_error_passes_through_a_box_and_comes_back() {
    fn run() -> Result<(), Box<dyn StdError + Send + Sync>> {
        call(403)?;
        Ok(())
    }
    fn without_threads() -> Result<(), Box<dyn StdError>> {
        call(403)?;
        Ok(())
    }
    let boxed = run().unwrap_err();
    assert_eq!(
        boxed.to_string(),
        "PPIO: quota_exhausted (NOT_ENOUGH_BALANCE, 403): not enough balance"
    );
    assert!(boxed.source().is_none());
    assert!(boxed.downcast_ref::<std::io::Error>().is_none());
    let found = boxed.downcast_ref::<Error>().unwrap();
    assert_eq!(found.kind(), ErrorKind::QuotaExhausted);
    assert!(found.is(ppio::LlmErrorCode::NotEnoughBalance));
    let error = *boxed.downcast::<Error>().unwrap();
    assert_eq!(error.code(), Some("NOT_ENOUGH_BALANCE"));

    assert!(without_threads().unwrap_err().is::<Error>());
}

#[test]
fn an_error_crosses_threads_and_outlives_the_response() {
    let error = {
        let body = String::from(r#"{"reason":"ACCESS_DENY","message":"no"}"#);
        let headers = HeaderMap::new();
        Error::from(ppio::PROVIDER.read(StatusCode::FORBIDDEN, &headers, &body))
    };
    let other = error.clone();
    let code = std::thread::spawn(move || other.code().map(str::to_owned));
    assert_eq!(code.join().unwrap().as_deref(), Some("ACCESS_DENY"));
    assert_eq!(error.body(), br#"{"reason":"ACCESS_DENY","message":"no"}"#);
    assert_eq!(error.raw_message(), Some("no"));
}

#[test]
fn a_clone_shares_and_the_inside_comes_out_without_a_copy() {
    let error = error();
    let inside: *const ApiError<'static> = &raw const *error;
    let body = error.body().as_ptr();
    let copy = error.clone();
    assert!(std::ptr::eq(&raw const *copy, inside));
    let memory = allocation_counter::measure(|| drop(error.clone()));
    assert_eq!(memory.count_total, 0);

    // While it is shared the inside is copied, and nothing of it is lost.
    let copied = copy.into_inner();
    assert_ne!(copied.body().as_ptr(), body);
    assert_eq!(copied.body(), error.body());
    assert_eq!(format!("{copied:?}"), format!("{error:?}"));

    let inner = error.into_inner();
    assert_eq!(inner.body().as_ptr(), body);
    let again = Error::from(inner);
    assert_eq!(again.body().as_ptr(), body);
}

#[test]
fn an_error_says_what_its_inside_says() {
    let error = error();
    let inside: &ApiError<'static> = error.as_ref();
    assert!(std::ptr::eq(inside, &raw const *error));
    assert_eq!(error.to_string(), inside.to_string());
    assert_eq!(format!("{error:?}"), format!("{inside:?}"));
    assert_eq!(
        serde_json::to_value(&error).unwrap(),
        serde_json::to_value(inside).unwrap()
    );
    assert_eq!(error.provider().map(Provider::id), Some("ppio"));
    assert_eq!(error.render().status(), StatusCode::FORBIDDEN);
}

/// What an error with this code and message displays.
fn displayed(code: &str, message: &str) -> String {
    let body = serde_json::json!({ "error": { "code": code, "message": message } }).to_string();
    let status = StatusCode::BAD_REQUEST;
    let error = Reader::new().read_owned(status, &HeaderMap::new(), body);
    assert_eq!(error.raw_message(), Some(message));
    error.to_string()
}

#[test]
fn an_error_is_displayed_on_one_line() {
    for (sent, shown) in [
        ("a\nb", r"a\nb"),
        ("a\r\nERROR: forged", r"a\r\nERROR: forged"),
        ("a\tb", r"a\tb"),
        ("a\0b\u{7}c\u{8}d", r"a\u{0}b\u{7}c\u{8}d"),
        ("\u{1b}[31mred\u{1b}[0m", r"\u{1b}[31mred\u{1b}[0m"),
        ("a\u{7f}b\u{85}c\u{9b}d", r"a\u{7f}b\u{85}c\u{9b}d"),
        ("a\u{2028}b\u{2029}c", r"a\u{2028}b\u{2029}c"),
        (
            "\u{202a}a\u{202b}b\u{202c}c\u{202d}d\u{202e}e",
            r"\u{202a}a\u{202b}b\u{202c}c\u{202d}d\u{202e}e",
        ),
        (
            "\u{2066}a\u{2067}b\u{2068}c\u{2069}d",
            r"\u{2066}a\u{2067}b\u{2068}c\u{2069}d",
        ),
        (
            "a\u{61c}b\u{200e}c\u{200f}d",
            r"a\u{61c}b\u{200e}c\u{200f}d",
        ),
        ("a\u{200b}b\u{feff}c", r"a\u{200b}b\u{feff}c"),
        // What only looks unusual stays.
        (
            "模型“m” n'existe pas – 😀 \\ \"x\"",
            "模型“m” n'existe pas – 😀 \\ \"x\"",
        ),
    ] {
        let expected = format!("invalid_request (zz, 400): {shown}");
        assert_eq!(displayed("zz", sent), expected, "{sent:?}");
        let expected = format!("invalid_request (z{shown}z, 400): m");
        assert_eq!(displayed(&format!("z{sent}z"), "m"), expected, "{sent:?}");
    }
}

#[test]
fn a_long_text_is_cut_where_it_is_displayed() {
    for letter in ["a", "é", "模", "😀", "\u{1b}"] {
        let text = format!("x{}", letter.repeat(3000));
        let shown = displayed("zz", &text);
        let escaped: String = match letter {
            "\u{1b}" => r"\u{1b}".repeat(1999),
            letter => letter.repeat(1999),
        };
        let expected = format!("invalid_request (zz, 400): x{escaped}…");
        assert!(shown == expected, "{letter:?}: {} bytes", shown.len());
    }
    // As many characters as are displayed, and one more.
    let limit = "a".repeat(2000);
    assert!(displayed("zz", &limit).ends_with("aaa"));
    assert!(displayed("zz", &format!("{limit}a")).ends_with("aaa…"));
    let shown = displayed(&"c".repeat(100_000), &"m".repeat(100_000));
    assert!(shown.chars().count() < 4100, "{}", shown.chars().count());
}

/// A table from a file is not to be trusted either.
#[test]
fn a_providers_name_and_a_summary_are_displayed_on_one_line_too() {
    let rows = [Row::new("Odd", ErrorKind::Internal)
        .with_code("odd")
        .with_summary("first\nsecond \u{202e}third")];
    let provider = Provider::new("acme", "Ac\nme\u{1b}").with_table(Table::new("ErrorCode", rows));
    let body = r#"{"error":{"code":"odd"}}"#;
    let error = Reader::provider(provider).read_owned(None, &HeaderMap::new(), body);
    assert_eq!(
        error.to_string(),
        r"Ac\nme\u{1b}: internal (odd): first\nsecond \u{202e}third"
    );
}
