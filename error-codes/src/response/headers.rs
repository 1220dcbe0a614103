//! What the headers of a response say: the provider's advice, the id of the request, and what the delay is read from.

use crate::scan::trim;
use http::{HeaderMap, HeaderValue};

/// Declares the headers that are looked at.
macro_rules! known {
    ($($header:ident = $name:literal,)*) => {
        /// A header that is looked at.
        #[derive(Clone, Copy)]
        pub(crate) enum Known {
            $($header,)*
        }

        impl Known {
            const COUNT: usize = [$($name),*].len();

            fn named(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Known::$header),)*
                    _ => None,
                }
            }
        }
    };
}

known! {
    XShouldRetry = "x-should-retry",
    XFalRetryable = "x-fal-retryable",
    XAmznErrortype = "x-amzn-errortype",
    XRequestId = "x-request-id",
    RequestId = "request-id",
    XOneapiRequestId = "x-oneapi-request-id",
    XAmznRequestid = "x-amzn-requestid",
    ApimRequestId = "apim-request-id",
    TraceId = "trace-id",
    XTraceId = "x-trace-id",
    XLitellmCallId = "x-litellm-call-id",
    XFalRequestId = "x-fal-request-id",
    CfRay = "cf-ray",
    RetryAfterMs = "retry-after-ms",
    XMsRetryAfterMs = "x-ms-retry-after-ms",
    RetryAfter = "retry-after",
    Ratelimit = "ratelimit",
    RatelimitReset = "ratelimit-reset",
    RatelimitRemaining = "ratelimit-remaining",
    XRatelimitReset = "x-ratelimit-reset",
    XRatelimitRemaining = "x-ratelimit-remaining",
    XRatelimitResetRequests = "x-ratelimit-reset-requests",
    XRatelimitRemainingRequests = "x-ratelimit-remaining-requests",
    XRatelimitResetTokens = "x-ratelimit-reset-tokens",
    XRatelimitRemainingTokens = "x-ratelimit-remaining-tokens",
    XRatelimitResetProjectTokens = "x-ratelimit-reset-project-tokens",
    XRatelimitRemainingProjectTokens = "x-ratelimit-remaining-project-tokens",
    XRatelimitResetRequestsDay = "x-ratelimit-reset-requests-day",
    XRatelimitRemainingRequestsDay = "x-ratelimit-remaining-requests-day",
    XRatelimitResetTokensMinute = "x-ratelimit-reset-tokens-minute",
    XRatelimitRemainingTokensMinute = "x-ratelimit-remaining-tokens-minute",
    XCodexPrimaryResetAfterSeconds = "x-codex-primary-reset-after-seconds",
    XCodexSecondaryResetAfterSeconds = "x-codex-secondary-reset-after-seconds",
    XCodexPrimaryUsedPercent = "x-codex-primary-used-percent",
    XCodexSecondaryUsedPercent = "x-codex-secondary-used-percent",
    AnthropicUnifiedReset = "anthropic-ratelimit-unified-reset",
    AnthropicUnifiedStatus = "anthropic-ratelimit-unified-status",
    AnthropicUnified5hReset = "anthropic-ratelimit-unified-5h-reset",
    AnthropicUnified5hStatus = "anthropic-ratelimit-unified-5h-status",
    AnthropicUnified7dReset = "anthropic-ratelimit-unified-7d-reset",
    AnthropicUnified7dStatus = "anthropic-ratelimit-unified-7d-status",
    AnthropicRequestsReset = "anthropic-ratelimit-requests-reset",
    AnthropicRequestsRemaining = "anthropic-ratelimit-requests-remaining",
    AnthropicTokensReset = "anthropic-ratelimit-tokens-reset",
    AnthropicTokensRemaining = "anthropic-ratelimit-tokens-remaining",
    AnthropicInputTokensReset = "anthropic-ratelimit-input-tokens-reset",
    AnthropicInputTokensRemaining = "anthropic-ratelimit-input-tokens-remaining",
    AnthropicOutputTokensReset = "anthropic-ratelimit-output-tokens-reset",
    AnthropicOutputTokensRemaining = "anthropic-ratelimit-output-tokens-remaining",
}

/// The headers of a response, sorted in one pass, which is many times faster than looking each of them up by name.
pub(crate) struct Headers<'h> {
    all: &'h HeaderMap,
    /// The first value of each known header.
    known: [Option<&'h HeaderValue>; Known::COUNT],
    has_delays: bool,
}

impl<'h> Headers<'h> {
    pub(crate) fn new(all: &'h HeaderMap) -> Self {
        let mut headers = Headers {
            all,
            known: [None; Known::COUNT],
            has_delays: false,
        };
        for (name, value) in all {
            if let Some(header) = Known::named(name.as_str()) {
                headers.known[header as usize].get_or_insert(value);
                // What the delay is read from is behind all the others.
                headers.has_delays |= header as usize >= Known::RetryAfterMs as usize;
            }
        }
        headers
    }

    /// Returns whether there is a header from which a delay may be read.
    pub(crate) fn has_delays(&self) -> bool {
        self.has_delays
    }

    /// Returns the trimmed value of a header, unless it is empty or not text.
    pub(crate) fn text(&self, header: Known) -> Option<&'h str> {
        let text = self.known[header as usize]?.to_str().ok()?;
        let text = trim(text);
        (!text.is_empty()).then_some(text)
    }

    /// Returns every line of `ratelimit`, which may be repeated.
    pub(crate) fn rate_limits(&self) -> impl Iterator<Item = &'h str> {
        let is_there = self.known[Known::Ratelimit as usize].is_some();
        let lines = is_there.then(|| self.all.get_all("ratelimit").iter());
        lines
            .into_iter()
            .flatten()
            .filter_map(|line| line.to_str().ok())
    }

    /// Returns the provider's advice in `x-should-retry`, or in the header that fal has for it.
    pub(crate) fn retry_advice(&self) -> Option<bool> {
        let headers = [Known::XShouldRetry, Known::XFalRetryable];
        let mut values = headers.iter().filter_map(|header| self.text(*header));
        values.find_map(|value| match value {
            "true" => Some(true),
            "false" => Some(false),
            _ => None,
        })
    }

    /// Returns the code that AWS puts into a header: `ThrottlingException:http://…`, `com.example#ThrottlingException`.
    pub(crate) fn code(&self) -> Option<&'h str> {
        let name = self.text(Known::XAmznErrortype)?.rsplit('#').next()?;
        name.split(':').next()
    }

    /// Returns the id of the request in the provider's own headers.
    pub(crate) fn request_id(&self) -> Option<&'h str> {
        const IDS: [Known; 9] = [
            Known::XRequestId,
            Known::RequestId,
            Known::XOneapiRequestId,
            Known::XAmznRequestid,
            Known::ApimRequestId,
            Known::TraceId,
            Known::XTraceId,
            Known::XLitellmCallId,
            Known::XFalRequestId,
        ];
        let ids = IDS.iter().filter_map(|id| self.text(*id));
        ids.into_iter().find(|id| is_request_id(id))
    }

    /// Returns the id of the request at Cloudflare, in case the provider behind it gave none.
    pub(crate) fn edge_request_id(&self) -> Option<&'h str> {
        self.text(Known::CfRay).filter(|id| is_request_id(id))
    }
}

/// Returns whether a text can be the id of a request: not empty, and of a length that a log can hold.
pub(crate) fn is_request_id(text: &str) -> bool {
    (1..=200).contains(&text.len())
}
