//! The API behind Codex with a ChatGPT plan. Other errors are OpenAI's.
//!
//! Over HTTP the code is in `type`, in a stream it is in `code`. The limits of a plan say when they reset in `resets_at` and
//! `resets_in_seconds`. Errors of the account come as `{"detail": …}`.
//!
//! Sources: the client's source code and public reports.

crate::provider_errors! {
    provider "chatgpt_codex" {
        name: "ChatGPT Codex",
        docs: "https://github.com/openai/codex",
        retrieved: "2026-11-26",
        body: OPENAI,
        base: super::openai::PROVIDER,
    }

    /// Errors of the plan and of the account.
    pub enum ErrorCode {
        | status | type                  | code                                                                   | variant             | kind             | retry      | scope   | message                                                                                                                               | summary                                       |
        | 429    | usage_limit_reached   | usage_limit_reached                                                    | -                   | QuotaExhausted   | AfterReset | -       | "The usage limit has been reached"                                                                                                    | "the plan's usage for this window is used up" |
        | 429    | usage_not_included    | usage_not_included                                                     | -                   | PermissionDenied | -          | Account | -                                                                                                                                     | "the plan does not include Codex"             |
        | 401    | invalid_request_error | token_expired                                                          | -                   | Authentication   | -          | -       | "Your authentication token has expired"                                                                                               | "the access token has expired"                |
        | 401    | invalid_request_error | token_invalidated, token_revoked                                       | -                   | Authentication   | -          | -       | "Your authentication token has been invalidated"                                                                                      | "the access token was revoked: sign in again" |
        | 401    | invalid_request_error | refresh_token_expired, refresh_token_invalidated, refresh_token_reused | RefreshTokenInvalid | Authentication   | -          | -       | "Your refresh token has {state}"                                                                                                      | "the refresh token is void: sign in again"    |
        | 401    | -                     | -                                                                      | Unauthorized        | Authentication   | -          | -       | "Unauthorized"                                                                                                                        | "the access token was not accepted"           |
        | 402    | -                     | deactivated_workspace                                                  | -                   | PermissionDenied | -          | Account | -                                                                                                                                     | "the workspace was deactivated"               |
        | 400    | invalid_request_error | -                                                                      | ModelNotInPlan      | PermissionDenied | -          | Model   | "The '{model}' model is not supported when using Codex with a ChatGPT account"                                                        | "the plan does not include the model"         |
        | 400    | invalid_request_error | -                                                                      | InvalidImage        | InvalidRequest   | -          | -       | "The image data you provided does not represent a valid image", "Expected a base64-encoded data URL with an image MIME type, but got" | "the image cannot be used"                    |
        | 503    | -                     | -                                                                      | ModelAtCapacity     | Unavailable      | -          | Model   | "Selected model is at capacity"                                                                                                       | "the model has no capacity now"               |
    }
}
