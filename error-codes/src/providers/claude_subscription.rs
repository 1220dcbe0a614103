//! Claude with the token of a subscription, as Claude Code uses it. Other errors are Anthropic's.
//!
//! The limits of five hours and of a week are a 429 with `anthropic-ratelimit-unified-reset`. What the plan does not cover
//! is a 400 of type `invalid_request_error`, and a token outside of Claude Code is refused with 400 or 403.
//!
//! Source: public reports, such as those at <https://github.com/anthropics/claude-code/issues>.

crate::provider_errors! {
    provider "claude_subscription" {
        name: "Claude subscription",
        docs: "https://code.claude.com/docs/en/errors",
        retrieved: "2026-11-26",
        body: ANTHROPIC,
        base: super::anthropic::PROVIDER,
    }

    /// Errors of the token and of the plan.
    pub enum ErrorCode {
        | status   | type                                    | code                               | variant                | kind             | retry      | scope   | message                                                                                                                                | summary                                                  |
        | 401      | authentication_error                    | -                                  | TokenExpired           | Authentication   | -          | -       | "OAuth token has expired"                                                                                                              | "the access token has expired: refresh it"               |
        | 401, 403 | authentication_error                    | -                                  | TokenRevoked           | Authentication   | -          | -       | "OAuth token has been revoked", "OAuth token revoked"                                                                                  | "the token was revoked: sign in again"                   |
        | 401      | authentication_error                    | -                                  | OAuthNotSupported      | Authentication   | -          | -       | "OAuth authentication is currently not supported"                                                                                      | "the request lacks the beta header for OAuth"            |
        | 403      | permission_error                        | oauth_not_allowed_for_organization | -                      | PermissionDenied | -          | Account | "OAuth authentication is currently not allowed for this organization"                                                                  | "the organization does not allow sign-in with a plan"    |
        | 403      | permission_error                        | -                                  | ScopeMissing           | PermissionDenied | -          | -       | "OAuth token does not meet scope requirement"                                                                                          | "the token lacks a scope"                                |
        | 400, 403 | invalid_request_error, permission_error | -                                  | ClaudeCodeOnly         | PermissionDenied | -          | -       | "This credential is only authorized for use with Claude Code"                                                                          | "the token may be used in Claude Code only"              |
        | 400      | invalid_request_error                   | -                                  | LongContextNotIncluded | PermissionDenied | -          | Model   | "The long context beta is not yet available for this subscription"                                                                     | "the plan does not include the long context"             |
        | 400      | invalid_request_error                   | -                                  | ExtraUsageExhausted    | QuotaExhausted   | -          | -       | "You're out of extra usage"                                                                                                            | "the credit for extra usage is used up"                  |
        | 400      | invalid_request_error                   | -                                  | ExtraUsageOnly         | QuotaExhausted   | -          | -       | "Third-party apps now draw from your extra usage, not your plan limits", "Third-party apps now draw from extra usage, not plan limits" | "other apps need credit for extra usage"                 |
        | 429      | rate_limit_error                        | -                                  | ExtraUsageRequired     | QuotaExhausted   | -          | -       | "Extra usage is required for long context requests"                                                                                    | "the long context needs credit for extra usage"          |
        | 429      | rate_limit_error                        | -                                  | UsageLimit             | QuotaExhausted   | AfterReset | -       | "This request would exceed your account's rate limit"                                                                                  | "the plan's usage for five hours or the week is used up" |
        | 429      | rate_limit_error                        | -                                  | RateLimited            | RateLimited      | -          | -       | "Rate limited"                                                                                                                         | "a rate limit of the requests, not of the plan"          |
        | 429      | rate_limit_error                        | -                                  | ServerLimit            | Unavailable      | -          | -       | "Server is temporarily limiting requests"                                                                                              | "the server limits everybody for a while, not the plan"  |
    }
}
