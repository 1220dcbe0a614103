//! axum: errors as responses.
//!
//! A code, an [`ApiError`] and an [`Error`] can be returned from a handler. The response has the shape of their provider, as
//! from their `render`. For clients that expect another shape, return what [`render_in`](ApiError::render_in) gives, which is
//! a response already.
//!
//! ```
//! use axum_core::response::{IntoResponse, Response};
//! use error_codes::providers::modelverse::ErrorCode;
//! use error_codes::{ApiError, BodyShape};
//!
//! async fn too_many() -> ErrorCode {
//!     ErrorCode::RateLimit
//! }
//!
//! fn pass_on(error: &ApiError<'_>) -> Response {
//!     error.render_in(BodyShape::OPENAI).into_response()
//! }
//!
//! assert_eq!(ErrorCode::RateLimit.into_response().status(), 429);
//! ```

use crate::error::{ApiError, Error};
use ::axum_core::response::{IntoResponse, Response};

/// In the provider's shape, with what is known about a retry.
impl IntoResponse for ApiError<'_> {
    fn into_response(self) -> Response {
        self.render().into_response()
    }
}

/// In the provider's shape, with what is known about a retry.
impl IntoResponse for Error {
    fn into_response(self) -> Response {
        self.render().into_response()
    }
}

/// What the macro's enums implement with this feature.
#[doc(hidden)]
#[macro_export]
macro_rules! __into_response {
    ($name:ident) => {
        #[automatically_derived]
        impl $crate::__private::IntoResponse for $name {
            fn into_response(self) -> $crate::__private::AxumResponse {
                $crate::__private::IntoResponse::into_response(self.render(&[]))
            }
        }
    };
}
