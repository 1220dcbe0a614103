//! How errors are printed: without credentials, and on one line.

use super::api_error::ApiError;
use crate::redact::OneLine;
use crate::table::Provider;
use core::fmt;
use serde_core::ser::{Serialize, SerializeStruct, Serializer};

/// Provider, kind, code, status and message on one line, without credentials: `PPIO: quota_exhausted (NOT_ENOUGH_BALANCE,
/// 403): not enough balance`. Control characters are escaped, and a long message is cut.
impl fmt::Display for ApiError<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(provider) = self.provider() {
            write!(f, "{}: ", OneLine::from(provider.name()))?;
        }
        write!(f, "{}", self.kind())?;
        let code = self.code().map(OneLine::from);
        match (code, self.status()) {
            (Some(code), Some(status)) => write!(f, " ({code}, {})", status.as_u16())?,
            (Some(code), None) => write!(f, " ({code})")?,
            (None, Some(status)) => write!(f, " ({})", status.as_u16())?,
            (None, None) => {}
        }
        let summary = self.matched().and_then(|matched| matched.row().summary());
        match self.message_line().or(summary.map(OneLine::from)) {
            Some(text) => write!(f, ": {text}"),
            None => Ok(()),
        }
    }
}

impl core::error::Error for ApiError<'_> {}

/// Every field, without credentials; of the body only its length, because nobody can tell what it contains.
impl fmt::Debug for ApiError<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiError")
            .field("provider", &self.provider().map(Provider::id))
            .field("matched", &self.matched())
            .field("matched_by", &self.matched_by())
            .field("kind", &self.kind())
            .field("retry", &self.retry())
            .field("scope", &self.scope())
            .field("status", &self.status())
            .field("code", &self.masked_code())
            .field("error_type", &self.masked_type())
            .field("message", &self.message())
            .field("request_id", &self.masked_request_id())
            .field("retry_after", &self.retry_after_with_source())
            .field("retry_advice", &self.retry_advice())
            .field("body", &format_args!("{} bytes", self.body().len()))
            .finish()
    }
}

/// One flat object without credentials; words are in snake case, and what is absent is `null`.
impl Serialize for ApiError<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let matched = self.matched();
        let (message, code, error_type) = (self.message(), self.masked_code(), self.masked_type());
        let params = self.params_in(message.as_deref(), code.as_deref(), error_type.as_deref());
        let source = self.retry_after_with_source().map(|delay| delay.source);
        let mut fields = serializer.serialize_struct("ApiError", 16)?;
        fields.serialize_field("provider", &self.provider().map(Provider::id))?;
        fields.serialize_field("table", &matched.map(|matched| matched.table().name()))?;
        fields.serialize_field("variant", &matched.map(|matched| matched.row().variant()))?;
        fields.serialize_field("code", &code)?;
        fields.serialize_field("type", &error_type)?;
        fields.serialize_field("status", &self.status().map(|status| status.as_u16()))?;
        fields.serialize_field("kind", &self.kind())?;
        fields.serialize_field("retry", &self.retry())?;
        fields.serialize_field("retry_after_ms", &self.retry_after_ms())?;
        fields.serialize_field("retry_after_source", &source)?;
        fields.serialize_field("scope", &self.scope())?;
        fields.serialize_field("matched_by", &self.matched_by())?;
        fields.serialize_field("status_differs", &self.status_differs())?;
        fields.serialize_field("message", &message)?;
        fields.serialize_field("request_id", &self.masked_request_id())?;
        fields.serialize_field("params", &Params(&params))?;
        fields.end()
    }
}

struct Params<'a>(&'a [(&'a str, &'a str)]);

impl Serialize for Params<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}
