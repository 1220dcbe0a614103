//! Whether to resend what may have executed.

use crate::error::ApiError;

/// Whether to resend a request that may have executed although it failed, and may be charged for twice.
///
/// That is a request without a response, unless no connection came about, and one whose error is of a
/// [kind that may have executed](crate::ErrorKind::may_have_executed): a timeout, an overload, an internal fault.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Resend {
    /// Resends it. This is the default, and what the clients of OpenAI and Anthropic do.
    #[default]
    Always,
    /// Resends it if that has no further effect: if its method is idempotent (RFC 9110, section 9.2.2) or it has an
    /// `Idempotency-Key`.
    IfIdempotent,
    /// Never resends it.
    Never,
}

impl Resend {
    /// Returns whether to resend a request after an error, or after it was sent and no response came.
    pub(super) fn allows(self, error: Option<&ApiError<'_>>, is_idempotent: bool) -> bool {
        let may_have_executed = error.is_none_or(|error| error.kind().may_have_executed());
        match self {
            Resend::Always => true,
            Resend::IfIdempotent => is_idempotent || !may_have_executed,
            Resend::Never => !may_have_executed,
        }
    }
}
