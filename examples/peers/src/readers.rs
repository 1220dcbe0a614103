//! `error-codes` and the crates that are most similar, each reading the same labelled responses.
//!
//! The peers are scored generously. A class of theirs is right if any kind that it covers is accepted; where no status code
//! was recorded, they are given the usual one of the expected kind; and a response that they do not accept counts as
//! `unknown`.

use allama_http::http::StatusCode;
use error_codes::ErrorKind as Kind;
use error_codes_tests::{Labelled, Received, Score};

/// A library that says what a response means.
pub struct Reader {
    /// Its name and version.
    pub name: &'static str,
    /// What of a response decides.
    pub sees: &'static str,
    /// Reads a response.
    pub read: fn(&Given<'_>) -> Verdict,
}

/// What a library says about a response.
pub struct Verdict {
    /// The kinds that it may mean.
    pub kinds: &'static [Kind],
    /// Whether to retry.
    pub is_retryable: bool,
}

/// A labelled response, as each library takes it.
pub struct Given<'a> {
    labelled: &'a Labelled,
    received: Received<'a>,
    status: StatusCode,
    /// The provider in the words of `lm15`, or else the shape that most others imitate.
    dialect: &'a str,
    retry_after: Option<&'a str>,
}

impl<'a> Given<'a> {
    /// Prepares what an HTTP client has done before a response is read.
    #[must_use]
    pub fn new(labelled: &'a Labelled) -> Self {
        let status = labelled
            .status
            .and_then(|code| StatusCode::from_u16(code).ok());
        let usual = || labelled.accept.first().map(|kind| kind.status());
        let provider = labelled.provider.as_deref();
        Given {
            labelled,
            received: labelled.received(),
            status: status
                .or_else(usual)
                .unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
            dialect: provider
                .filter(|id| lm15::registry::lookup(id).is_some())
                .unwrap_or("openai"),
            retry_after: labelled.headers.get("retry-after").map(String::as_str),
        }
    }

    /// Returns the id of its provider.
    #[must_use]
    pub fn provider(&self) -> &str {
        self.labelled.provider.as_deref().unwrap_or("unknown")
    }
}

impl Reader {
    /// Returns how many of these responses it gets right.
    pub fn score<'a>(&self, responses: impl IntoIterator<Item = &'a Given<'a>>) -> Score {
        let mut score = Score::default();
        for response in responses {
            let verdict = (self.read)(response);
            score.count(response.labelled, verdict.kinds, verdict.is_retryable);
        }
        score
    }
}

/// This library.
pub const HERE: Reader = Reader {
    name: "error-codes",
    sees: "status, headers, body",
    read: |response| {
        let error = response.received.read();
        let kind = error.kind();
        Verdict {
            kinds: Kind::ALL
                .chunks(1)
                .find(|only| only.contains(&kind))
                .unwrap_or_default(),
            is_retryable: error.is_retryable(),
        }
    },
};

/// The crates that are most similar.
pub const PEERS: [Reader; 4] = [
    Reader {
        name: "lm15 2.0",
        sees: "status, body",
        read: read_with_lm15,
    },
    Reader {
        name: "llm-error-class 0.1",
        sees: "status, body",
        read: read_with_llm_error_class,
    },
    Reader {
        name: "tt-provider-compat 0.1",
        sees: "status, message of a 404",
        read: read_with_tt_provider_compat,
    },
    Reader {
        name: "allama-http 0.3",
        sees: "status",
        read: read_with_allama_http,
    },
];

fn read_with_lm15(response: &Given<'_>) -> Verdict {
    use lm15::errors::ErrorCode as Code;
    let status = response.status.as_u16();
    let error = lm15::errors::normalize_error(response.dialect, status, &response.labelled.body);
    let Ok(error) = error else {
        return Verdict {
            kinds: &[Kind::Unknown],
            is_retryable: false,
        };
    };
    let kinds: &[Kind] = match error.code() {
        Code::Auth => &[Kind::Authentication, Kind::PermissionDenied],
        Code::Billing => &[Kind::QuotaExhausted],
        Code::RateLimit => &[Kind::RateLimited],
        Code::InvalidRequest => &[
            Kind::InvalidRequest,
            Kind::NotFound,
            Kind::PayloadTooLarge,
            Kind::ContentFiltered,
            Kind::Conflict,
            Kind::Cancelled,
        ],
        Code::ContextLength => &[Kind::ContextLength],
        Code::Timeout => &[Kind::Timeout],
        Code::Server => &[Kind::Internal, Kind::Unavailable],
        Code::UnsupportedModel => &[Kind::NotFound, Kind::PermissionDenied],
        _ => &[Kind::Unknown],
    };
    Verdict {
        kinds,
        is_retryable: error.is_retryable(),
    }
}

fn read_with_llm_error_class(response: &Given<'_>) -> Verdict {
    use llm_error_class::ErrorClass as Class;
    let class = llm_error_class::classify(response.status.as_u16(), &response.labelled.body);
    let kinds: &[Kind] = match class {
        Class::RateLimit => &[Kind::RateLimited],
        Class::Overloaded => &[Kind::Unavailable],
        Class::Server => &[Kind::Internal, Kind::Unavailable],
        Class::Timeout => &[Kind::Timeout],
        Class::Auth => &[Kind::Authentication, Kind::PermissionDenied],
        Class::ContextWindow => &[Kind::ContextLength],
        Class::ContentPolicy => &[Kind::ContentFiltered],
        Class::Malformed => &[Kind::InvalidRequest, Kind::PayloadTooLarge],
        Class::NotFound => &[Kind::NotFound],
        Class::BillingQuota => &[Kind::QuotaExhausted],
        Class::Unknown => &[Kind::Unknown],
    };
    Verdict {
        kinds,
        is_retryable: class.is_retriable(),
    }
}

fn read_with_tt_provider_compat(response: &Given<'_>) -> Verdict {
    use tt_shared::ProviderError as Error;
    let error = tt_provider_compat::errors::map_response_error(
        response.status.as_u16(),
        &response.labelled.body,
        response.retry_after,
    );
    let kinds: &[Kind] = match &error {
        Error::Unauthorized(_) => &[Kind::Authentication, Kind::PermissionDenied],
        Error::RateLimited { .. } => &[Kind::RateLimited],
        Error::ModelNotFound { .. } => &[Kind::NotFound],
        Error::InvalidRequest(_) => &[
            Kind::InvalidRequest,
            Kind::NotFound,
            Kind::PayloadTooLarge,
            Kind::ContentFiltered,
            Kind::ContextLength,
        ],
        Error::Timeout { .. } => &[Kind::Timeout],
        // Of other status codes it says that they came from the provider.
        Error::ProviderUpstream { status: 500.., .. } => {
            &[Kind::Internal, Kind::Unavailable, Kind::Timeout]
        }
        _ => &[Kind::Unknown],
    };
    Verdict {
        kinds,
        is_retryable: error.is_retriable(),
    }
}

fn read_with_allama_http(response: &Given<'_>) -> Verdict {
    use allama::Error;
    let error = allama_http::status_error(response.status, "an error");
    let kinds: &[Kind] = match &error {
        Error::Auth { .. } => &[Kind::Authentication, Kind::PermissionDenied],
        Error::RateLimited { .. } => &[Kind::RateLimited],
        Error::QuotaExhausted { .. } => &[Kind::QuotaExhausted],
        Error::InvalidRequest { .. } => &[
            Kind::InvalidRequest,
            Kind::NotFound,
            Kind::PayloadTooLarge,
            Kind::Conflict,
        ],
        Error::Timeout { .. } => &[Kind::Timeout],
        Error::Overloaded { .. } => &[Kind::Unavailable],
        Error::Provider { .. } => &[Kind::Internal, Kind::Unavailable, Kind::Cancelled],
        _ => &[Kind::Unknown],
    };
    Verdict {
        kinds,
        is_retryable: error.is_retryable(),
    }
}
