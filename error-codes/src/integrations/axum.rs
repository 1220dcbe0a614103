//! Errors as answers of an axum server.
//!
//! A code and an [`ApiError`] can be returned from a handler: they answer in their provider's shape, as their `render` does.
//! For a server whose clients expect another shape, return [`render_in`](ApiError::render_in), which is an answer already.
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
//! fn hand_on(error: &ApiError<'_>) -> Response {
//!     error.render_in(BodyShape::OPENAI).into_response()
//! }
//!
//! assert_eq!(ErrorCode::RateLimit.into_response().status(), 429);
//! ```

use crate::answer::ApiError;
use ::axum_core::response::{IntoResponse, Response};

/// In the provider's shape, with what is known about another try.
impl IntoResponse for ApiError<'_> {
    fn into_response(self) -> Response {
        self.render().into_response()
    }
}

/// What the macro's enums have with this feature.
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
