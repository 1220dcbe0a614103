//! Errors as events and span fields, under OpenTelemetry's names.

use crate::answer::ApiError;
use ::tracing::{Level, Span, event};

impl ApiError<'_> {
    /// Reports the error as an event of this level.
    ///
    /// Its fields are OpenTelemetry's where that has a name for them: `error.type`, `http.response.status_code`,
    /// `gen_ai.provider.name`; beside them `error.kind`, `error.retry`, `error.retry_after_ms`, `error.scope` and
    /// `error.request_id`. What is not known is left out. The event's message is the error as it is displayed.
    ///
    /// ```
    /// use error_codes::http::{HeaderMap, StatusCode};
    /// use error_codes::providers::ppio;
    /// use tracing::Level;
    ///
    /// let headers = HeaderMap::new();
    /// let error = ppio::PROVIDER.read(StatusCode::UNAUTHORIZED, &headers, "");
    /// error.report(Level::WARN);
    /// ```
    pub fn report(&self, level: Level) {
        macro_rules! report {
            ($level:expr) => {
                event!(
                    $level,
                    error.type = self.otel_error_type(),
                    http.response.status_code = self.status().map(|status| status.as_u16()),
                    gen_ai.provider.name = self.provider().map(|provider| provider.id()),
                    error.kind = self.kind().as_str(),
                    error.retry = self.retry().as_str(),
                    error.retry_after_ms = self.retry_after_ms(),
                    error.scope = self.scope().as_str(),
                    error.request_id = self.request_id(),
                    "{self}"
                )
            };
        }
        match level {
            Level::ERROR => report!(Level::ERROR),
            Level::WARN => report!(Level::WARN),
            Level::INFO => report!(Level::INFO),
            Level::DEBUG => report!(Level::DEBUG),
            Level::TRACE => report!(Level::TRACE),
        }
    }

    /// Records `error.type` and `http.response.status_code` in a span that was declared with these fields, as
    /// OpenTelemetry's conventions ask for it.
    ///
    /// ```
    /// use error_codes::http::{HeaderMap, StatusCode};
    /// use error_codes::providers::ppio;
    /// use tracing::field::Empty;
    ///
    /// let span = tracing::info_span!("chat", error.type = Empty, http.response.status_code = Empty);
    /// let headers = HeaderMap::new();
    /// ppio::PROVIDER.read(StatusCode::UNAUTHORIZED, &headers, "").record(&span);
    /// ```
    pub fn record(&self, span: &Span) {
        span.record("error.type", self.otel_error_type());
        if let Some(status) = self.status() {
            span.record("http.response.status_code", status.as_u16());
        }
    }
}
