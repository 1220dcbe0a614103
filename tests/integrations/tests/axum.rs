//! Codes and errors that a handler returns.

use crate::ppio_error;
use axum::Router;
use axum::response::IntoResponse;
use axum::routing::get;
use error_codes::providers::skyengine::ErrorCode;
use error_codes::{ApiError, StatusCode};
use error_codes_examples::Server;

async fn refuse() -> Result<&'static str, ErrorCode> {
    Err(ErrorCode::InvalidApiKey)
}

async fn pass_on() -> Result<&'static str, ApiError<'static>> {
    Err(ppio_error(
        429,
        &[("retry-after", "20")],
        "RATE_LIMIT_EXCEEDED",
    ))
}

#[tokio::test]
async fn a_handler_returns_codes_and_errors() {
    let router = Router::new()
        .route("/code", get(refuse))
        .route("/error", get(pass_on));
    let server = Server::start(router, 0).await.expect("a free port");

    let response = crate::client()
        .get(format!("{}/code", server.url()))
        .send()
        .await
        .expect("a response");
    assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(response.headers()["content-type"], "application/json");
    assert_eq!(
        response.text().await.expect("a body"),
        r#"{"error":{"message":"The API key in the request is missing or invalid","type":"Unauthorized","code":2101}}"#
    );

    let response = crate::client()
        .get(format!("{}/error", server.url()))
        .send()
        .await
        .expect("a response");
    assert_eq!(response.status(), StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(response.headers()["retry-after"], "20");
    assert_eq!(response.headers()["x-should-retry"], "true");
    assert_eq!(
        response.text().await.expect("a body"),
        r#"{"code":429,"reason":"RATE_LIMIT_EXCEEDED","message":"it failed"}"#
    );
}

#[test]
fn a_code_may_stand_beside_other_parts() {
    let response = ([("retry-after", "7")], ErrorCode::InvalidApiKey).into_response();
    assert_eq!(response.headers()["retry-after"], "7");
    assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
}
