//! What happened, in the words that all providers share.

use crate::retry::RetryHint;
use crate::scope::Scope;
use crate::word::words;
use http::StatusCode;

words! {
    /// What happened, in one word for all providers.
    ///
    /// ```
    /// use error_codes::{ErrorKind, RetryHint, Scope};
    ///
    /// let kind = ErrorKind::QuotaExhausted;
    /// assert_eq!(kind.retry(), RetryHint::Never);
    /// assert_eq!(kind.scope(), Scope::Account);
    /// assert_eq!(kind.to_string(), "quota_exhausted");
    /// ```
    pub enum ErrorKind("an error kind") {
        /// Malformed or unacceptable parameters or body.
        InvalidRequest = "invalid_request",
        /// A file, image or body over a size limit.
        PayloadTooLarge = "payload_too_large",
        /// Refused by moderation or a safety system.
        ContentFiltered = "content_filtered",
        /// The caller closed the request.
        Cancelled = "cancelled",
        /// Clashes with another request or state, such as an idempotency key in use.
        Conflict = "conflict",
        /// Prompt or output does not fit the model's window.
        ContextLength = "context_length",
        /// A model, endpoint, task or file that does not exist.
        NotFound = "not_found",
        /// No credential, or one that is wrong or expired.
        Authentication = "authentication",
        /// A good credential that is not allowed this: a model, address, region, identity check or suspension.
        PermissionDenied = "permission_denied",
        /// Too many requests, tokens or tasks in a window that soon renews by itself.
        RateLimited = "rate_limited",
        /// Money, credit, plan or spend limit used up: someone must pay, or wait for a plan's period.
        QuotaExhausted = "quota_exhausted",
        /// No answer in time; the request may have run.
        Timeout = "timeout",
        /// Overloaded, no capacity, or a failure downstream or in a gateway.
        Unavailable = "unavailable",
        /// A fault or a misconfiguration inside the provider.
        Internal = "internal",
        /// The provider does not say.
        Unknown = "unknown",
    }
}

impl Default for ErrorKind {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl ErrorKind {
    #[doc(hidden)]
    pub const DEFAULT: Self = ErrorKind::Unknown;

    /// The retry hint of this kind, unless a table says otherwise.
    #[must_use]
    pub const fn retry(self) -> RetryHint {
        match self {
            Self::InvalidRequest
            | Self::PayloadTooLarge
            | Self::ContentFiltered
            | Self::Cancelled
            | Self::ContextLength
            | Self::NotFound
            | Self::Authentication
            | Self::PermissionDenied
            | Self::QuotaExhausted => RetryHint::Never,
            Self::Conflict | Self::Timeout | Self::Unavailable | Self::Internal => {
                RetryHint::Backoff
            }
            Self::RateLimited => RetryHint::AfterReset,
            Self::Unknown => RetryHint::Unspecified,
        }
    }

    /// The scope of this kind, unless a table says otherwise.
    #[must_use]
    pub const fn scope(self) -> Scope {
        match self {
            Self::InvalidRequest
            | Self::PayloadTooLarge
            | Self::ContentFiltered
            | Self::Cancelled
            | Self::Conflict => Scope::Request,
            Self::ContextLength | Self::NotFound | Self::Timeout => Scope::Model,
            Self::Authentication | Self::PermissionDenied | Self::RateLimited => Scope::Key,
            Self::QuotaExhausted => Scope::Account,
            Self::Unavailable | Self::Internal | Self::Unknown => Scope::Provider,
        }
    }

    /// Whether the request may have run all the same, so that another try could pay twice.
    #[must_use]
    pub const fn may_have_executed(self) -> bool {
        matches!(
            self,
            Self::Timeout | Self::Cancelled | Self::Internal | Self::Unavailable | Self::Unknown
        )
    }

    /// What an HTTP status says by itself, as the registry of status codes and common use have it; `499` and `520` to
    /// `530` are those of nginx and Cloudflare, `529` is Anthropic's "overloaded".
    ///
    /// ```
    /// use error_codes::ErrorKind;
    /// use http::StatusCode;
    ///
    /// assert_eq!(ErrorKind::from_status(StatusCode::TOO_MANY_REQUESTS), ErrorKind::RateLimited);
    /// assert_eq!(ErrorKind::from_status(StatusCode::OK), ErrorKind::Unknown);
    /// ```
    #[must_use]
    pub const fn from_status(status: StatusCode) -> Self {
        match status.as_u16() {
            401 | 407 => Self::Authentication,
            402 => Self::QuotaExhausted,
            403 | 451 => Self::PermissionDenied,
            404 | 410 => Self::NotFound,
            408 | 504 | 522 | 524 => Self::Timeout,
            409 | 423 => Self::Conflict,
            413 => Self::PayloadTooLarge,
            424 | 425 | 502 | 503 | 520 | 521 | 523 | 525..=530 => Self::Unavailable,
            429 => Self::RateLimited,
            499 => Self::Cancelled,
            400..=499 | 501 | 505 => Self::InvalidRequest,
            500..=599 => Self::Internal,
            _ => Self::Unknown,
        }
    }

    /// The status that tells a client this kind when its own provider's status is not known.
    #[must_use]
    pub const fn status(self) -> StatusCode {
        match self {
            Self::InvalidRequest | Self::ContentFiltered | Self::ContextLength => {
                StatusCode::BAD_REQUEST
            }
            Self::PayloadTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Cancelled => CLIENT_CLOSED_REQUEST,
            Self::Conflict => StatusCode::CONFLICT,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Authentication => StatusCode::UNAUTHORIZED,
            Self::PermissionDenied => StatusCode::FORBIDDEN,
            Self::RateLimited => StatusCode::TOO_MANY_REQUESTS,
            Self::QuotaExhausted => StatusCode::PAYMENT_REQUIRED,
            Self::Timeout => StatusCode::GATEWAY_TIMEOUT,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal | Self::Unknown => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The name of the gRPC status code nearest in meaning
    /// (<https://github.com/grpc/grpc/blob/master/doc/statuscodes.md>).
    #[must_use]
    pub const fn grpc_code(self) -> &'static str {
        match self {
            Self::InvalidRequest
            | Self::PayloadTooLarge
            | Self::ContentFiltered
            | Self::ContextLength => "INVALID_ARGUMENT",
            Self::Cancelled => "CANCELLED",
            Self::Conflict => "ABORTED",
            Self::NotFound => "NOT_FOUND",
            Self::Authentication => "UNAUTHENTICATED",
            Self::PermissionDenied => "PERMISSION_DENIED",
            Self::RateLimited | Self::QuotaExhausted => "RESOURCE_EXHAUSTED",
            Self::Timeout => "DEADLINE_EXCEEDED",
            Self::Unavailable => "UNAVAILABLE",
            Self::Internal => "INTERNAL",
            Self::Unknown => "UNKNOWN",
        }
    }

    /// The value of `error.type` in OpenAI's shape of an error.
    #[must_use]
    pub const fn openai_type(self) -> &'static str {
        match self {
            Self::InvalidRequest
            | Self::PayloadTooLarge
            | Self::ContentFiltered
            | Self::Cancelled
            | Self::Conflict
            | Self::ContextLength
            | Self::NotFound => "invalid_request_error",
            Self::Authentication => "authentication_error",
            Self::PermissionDenied => "permission_error",
            Self::RateLimited => "rate_limit_error",
            Self::QuotaExhausted => "insufficient_quota",
            Self::Timeout | Self::Unavailable | Self::Internal | Self::Unknown => "server_error",
        }
    }

    /// The value of `error.type` in Anthropic's shape of an error
    /// (<https://docs.claude.com/en/api/errors>, read 2026-11-21).
    #[must_use]
    pub const fn anthropic_type(self) -> &'static str {
        match self {
            Self::InvalidRequest
            | Self::ContentFiltered
            | Self::Cancelled
            | Self::Conflict
            | Self::ContextLength => "invalid_request_error",
            Self::PayloadTooLarge => "request_too_large",
            Self::NotFound => "not_found_error",
            Self::Authentication => "authentication_error",
            Self::PermissionDenied => "permission_error",
            Self::RateLimited => "rate_limit_error",
            Self::QuotaExhausted => "billing_error",
            Self::Timeout => "timeout_error",
            Self::Unavailable => "overloaded_error",
            Self::Internal | Self::Unknown => "api_error",
        }
    }

    /// The value of OpenTelemetry's attribute `error.type` where no code is known: the kind, and `_OTHER` for
    /// [`Unknown`](Self::Unknown) (semantic conventions, "error attributes").
    #[must_use]
    pub const fn otel_error_type(self) -> &'static str {
        match self {
            Self::Unknown => "_OTHER",
            known => known.as_str(),
        }
    }
}

/// nginx's `499`: the client closed the connection before the answer.
const CLIENT_CLOSED_REQUEST: StatusCode = match StatusCode::from_u16(499) {
    Ok(status) => status,
    Err(_) => StatusCode::BAD_REQUEST,
};

/// Declares a question on the kind, one for each kind.
macro_rules! questions {
    ($($question:ident => $kind:ident,)*) => {
        impl ErrorKind {
            $(
                #[doc = concat!("Whether it is [`", stringify!($kind), "`](Self::", stringify!($kind), ").")]
                #[must_use]
                pub const fn $question(self) -> bool {
                    matches!(self, Self::$kind)
                }
            )*
        }
    };
}

questions! {
    is_invalid_request => InvalidRequest,
    is_payload_too_large => PayloadTooLarge,
    is_content_filtered => ContentFiltered,
    is_cancelled => Cancelled,
    is_conflict => Conflict,
    is_context_length => ContextLength,
    is_not_found => NotFound,
    is_authentication => Authentication,
    is_permission_denied => PermissionDenied,
    is_rate_limited => RateLimited,
    is_quota_exhausted => QuotaExhausted,
    is_timeout => Timeout,
    is_unavailable => Unavailable,
    is_internal => Internal,
    is_unknown => Unknown,
}
