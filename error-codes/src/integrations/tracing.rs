//! tracing: errors as events and span fields, named by OpenTelemetry's conventions.

use crate::error::ApiError;
use crate::table::Provider;
use ::tracing::{Level, Span, event};

impl ApiError<'_> {
    /// Reports the error as an event of this level.
    ///
    /// Its fields are named by OpenTelemetry's conventions where they have a name: `error.type`, `http.response.status_code`,
    /// `gen_ai.provider.name`; besides `error.kind`, `error.retry`, `error.retry_after_ms`, `error.scope` and
    /// `error.request_id`. What is unknown is left out, among it a provider that was not given. The event's message is the error as displayed.
    ///
    /// ```
    /// use error_codes::providers::ppio;
    /// use error_codes::{HeaderMap, StatusCode};
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
                    gen_ai.provider.name = self.provider().map(Provider::id),
                    error.kind = self.kind().as_str(),
                    error.retry = self.retry().as_str(),
                    error.retry_after_ms = self.retry_after_ms(),
                    error.scope = self.scope().as_str(),
                    error.request_id = self.masked_request_id().as_deref(),
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
    /// OpenTelemetry's conventions recommend.
    ///
    /// ```
    /// use error_codes::providers::ppio;
    /// use error_codes::{HeaderMap, StatusCode};
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
