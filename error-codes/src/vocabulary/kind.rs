//! What happened.

use super::{RetryHint, Scope, vocabulary};
use http::StatusCode;

/// What is known about a kind, one row of the table below.
struct Facts {
    retry: RetryHint,
    scope: Scope,
    may_have_executed: bool,
    grpc_code: &'static str,
    openai_type: &'static str,
    anthropic_type: &'static str,
    otel_type: &'static str,
    status: u16,
}

/// Declares the kinds and everything that is known about them: a new kind is one row.
macro_rules! kinds {
    (
        | kind | text | retry | scope | executed | grpc | openai | anthropic | otel | status | summary |
        $(| $kind:ident | $text:literal | $retry:ident | $scope:ident | $executed:literal | $grpc:literal
          | $openai:literal | $anthropic:literal | $otel:literal | $status:literal | $summary:literal |)*
    ) => {
        vocabulary! {
            /// What happened, in the words that all providers share.
            ///
            /// ```
            /// use error_codes::{ErrorKind, RetryHint, Scope};
            ///
            /// let kind = ErrorKind::QuotaExhausted;
            /// assert_eq!(kind.retry(), RetryHint::Never);
            /// assert_eq!(kind.scope(), Scope::Account);
            /// assert_eq!(kind.to_string(), "quota_exhausted");
            /// ```
            pub enum ErrorKind("error kind") {
                $(#[doc = $summary] $kind = $text,)*
            }
        }

        impl ErrorKind {
            const fn facts(self) -> &'static Facts {
                match self {
                    $(Self::$kind => &Facts {
                        retry: RetryHint::$retry,
                        scope: Scope::$scope,
                        may_have_executed: $executed,
                        grpc_code: $grpc,
                        openai_type: $openai,
                        anthropic_type: $anthropic,
                        otel_type: $otel,
                        status: $status,
                    },)*
                }
            }

            /// Returns a short description of this kind.
            #[must_use]
            pub const fn summary(self) -> &'static str {
                match self {
                    $(Self::$kind => $summary,)*
                }
            }
        }
    };
}

#[rustfmt::skip]
kinds! {
    | kind             | text                | retry       | scope    | executed | grpc                 | openai                  | anthropic               | otel                | status | summary |
    | InvalidRequest   | "invalid_request"   | Never       | Request  | false    | "INVALID_ARGUMENT"   | "invalid_request_error" | "invalid_request_error" | "invalid_request"   | 400    | "Malformed or unacceptable parameters or body." |
    | PayloadTooLarge  | "payload_too_large" | Never       | Request  | false    | "INVALID_ARGUMENT"   | "invalid_request_error" | "request_too_large"     | "payload_too_large" | 413    | "A file, image or body over a size limit." |
    | ContentFiltered  | "content_filtered"  | Never       | Request  | false    | "INVALID_ARGUMENT"   | "invalid_request_error" | "invalid_request_error" | "content_filtered"  | 400    | "Refused by moderation or a safety system." |
    | Cancelled        | "cancelled"         | Never       | Request  | true     | "CANCELLED"          | "invalid_request_error" | "invalid_request_error" | "cancelled"         | 499    | "The caller closed the request." |
    | Conflict         | "conflict"          | Backoff     | Request  | false    | "ABORTED"            | "invalid_request_error" | "invalid_request_error" | "conflict"          | 409    | "Clashes with another request or with existing state; an idempotency key in use." |
    | ContextLength    | "context_length"    | Never       | Model    | false    | "INVALID_ARGUMENT"   | "invalid_request_error" | "invalid_request_error" | "context_length"    | 400    | "Prompt or output does not fit the model's context window." |
    | NotFound         | "not_found"         | Never       | Model    | false    | "NOT_FOUND"          | "invalid_request_error" | "not_found_error"       | "not_found"         | 404    | "The model, endpoint, task or file does not exist." |
    | Authentication   | "authentication"    | Never       | Key      | false    | "UNAUTHENTICATED"    | "authentication_error"  | "authentication_error"  | "authentication"    | 401    | "No credential, or one that is wrong, expired or revoked." |
    | PermissionDenied | "permission_denied" | Never       | Key      | false    | "PERMISSION_DENIED"  | "permission_error"      | "permission_error"      | "permission_denied" | 403    | "A valid credential without permission: for a model, address or region, before an identity check, or suspended." |
    | RateLimited      | "rate_limited"      | AfterReset  | Key      | false    | "RESOURCE_EXHAUSTED" | "rate_limit_error"      | "rate_limit_error"      | "rate_limited"      | 429    | "Too many requests, tokens or tasks in a window that soon renews by itself." |
    | QuotaExhausted   | "quota_exhausted"   | Never       | Account  | false    | "RESOURCE_EXHAUSTED" | "insufficient_quota"    | "billing_error"         | "quota_exhausted"   | 402    | "Money, credit, plan or spend limit used up: someone must pay or wait for a plan period." |
    | Timeout          | "timeout"           | Backoff     | Model    | true     | "DEADLINE_EXCEEDED"  | "server_error"          | "timeout_error"         | "timeout"           | 504    | "No response in time; the request may have executed." |
    | Unavailable      | "unavailable"       | Backoff     | Provider | true     | "UNAVAILABLE"        | "server_error"          | "overloaded_error"      | "unavailable"       | 503    | "Overloaded, out of capacity, or a failure downstream or in a gateway." |
    | Internal         | "internal"          | Backoff     | Provider | true     | "INTERNAL"           | "server_error"          | "api_error"             | "internal"          | 500    | "A fault or a misconfiguration inside the provider." |
    | Unknown          | "unknown"           | Unspecified | Provider | true     | "UNKNOWN"            | "server_error"          | "api_error"             | "_OTHER"            | 500    | "The provider does not say." |
}

/// [`Unknown`](ErrorKind::Unknown).
#[allow(
    clippy::derivable_impls,
    reason = "the enum is written by a macro that knows no default"
)]
impl Default for ErrorKind {
    fn default() -> Self {
        Self::Unknown
    }
}

impl ErrorKind {
    /// Returns the retry hint of this kind, which a table can override for a row.
    #[must_use]
    pub const fn retry(self) -> RetryHint {
        self.facts().retry
    }

    /// Returns the scope of this kind, which a table can override for a row.
    #[must_use]
    pub const fn scope(self) -> Scope {
        self.facts().scope
    }

    /// Returns whether the request may have executed despite the error, so that retrying it could charge twice.
    #[must_use]
    pub const fn may_have_executed(self) -> bool {
        self.facts().may_have_executed
    }

    /// Returns what an HTTP status code means by itself, according to the IANA registry and common use: `499` is nginx's,
    /// `520` to `530` are Cloudflare's, `529` is Anthropic's "overloaded". A status code below 400 is
    /// [`Unknown`](Self::Unknown).
    ///
    /// ```
    /// use error_codes::{ErrorKind, StatusCode};
    ///
    /// assert_eq!(ErrorKind::from_status(StatusCode::TOO_MANY_REQUESTS), ErrorKind::RateLimited);
    /// assert_eq!(ErrorKind::from_status(StatusCode::OK), ErrorKind::Unknown);
    /// ```
    #[must_use]
    pub const fn from_status(status: StatusCode) -> Self {
        match status.as_u16() {
            401 | 407 => Self::Authentication,
            402 => Self::QuotaExhausted,
            403 => Self::PermissionDenied,
            404 | 410 => Self::NotFound,
            408 | 504 | 524 => Self::Timeout,
            409 | 423 => Self::Conflict,
            413 => Self::PayloadTooLarge,
            424 | 425 | 502 | 503 | 511 | 520..=523 | 525..=530 => Self::Unavailable,
            429 => Self::RateLimited,
            451 => Self::ContentFiltered,
            499 => Self::Cancelled,
            400..=499 | 501 | 505 => Self::InvalidRequest,
            500..=599 => Self::Internal,
            _ => Self::Unknown,
        }
    }

    /// Returns the status code that tells an HTTP client this kind, for a server that knows no better one.
    #[must_use]
    pub const fn status(self) -> StatusCode {
        match StatusCode::from_u16(self.facts().status) {
            Ok(status) => status,
            Err(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Returns the name of the gRPC status code closest in meaning
    /// (<https://github.com/grpc/grpc/blob/master/doc/statuscodes.md>).
    #[must_use]
    pub const fn grpc_code(self) -> &'static str {
        self.facts().grpc_code
    }

    /// Returns the value of `error.type` in OpenAI's error shape.
    #[must_use]
    pub const fn openai_type(self) -> &'static str {
        self.facts().openai_type
    }

    /// Returns the value of `error.type` in Anthropic's error shape
    /// (<https://docs.claude.com/en/api/errors>, retrieved 2026-11-21).
    #[must_use]
    pub const fn anthropic_type(self) -> &'static str {
        self.facts().anthropic_type
    }

    /// Returns the value of OpenTelemetry's `error.type` attribute for an error without a known code: the kind, or
    /// `_OTHER` for [`Unknown`](Self::Unknown).
    #[must_use]
    pub const fn otel_error_type(self) -> &'static str {
        self.facts().otel_type
    }
}
