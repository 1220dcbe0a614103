//! Anthropic.
//!
//! The type is the code. A 429 is a rate limit, the monthly cap of a usage tier, which its code and sentence tell, or the
//! limit of a Claude Code workspace, which nothing tells. The spend limit that an organization or workspace sets itself is a
//! 400. A 413 comes from the proxy in front, and its body may be HTML. Errors within a stream follow a 200.
//!
//! Further sources: <https://platform.claude.com/docs/en/api/rate-limits>, the SDK
//! (<https://github.com/anthropics/anthropic-sdk-python>) and public reports.

crate::provider_errors! {
    provider "anthropic" {
        name: "Anthropic",
        docs: "https://platform.claude.com/docs/en/api/errors",
        retrieved: "2026-11-26",
        body: ANTHROPIC,
    }

    /// Error types, and errors that only their sentence tells from others of the same type.
    pub enum ErrorCode {
        | status   | type                        | code                         | variant              | kind             | retry      | scope   | message                                                                                                                            | summary                                                  |
        | 400      | invalid_request_error       | -                            | -                    | InvalidRequest?  | -          | -       | -                                                                                                                                  | "the request's format or content is not valid"           |
        | 400      | invalid_request_error       | -                            | SpendLimit           | QuotaExhausted   | AfterReset | -       | "You have reached your specified API usage limits", "You have reached your specified workspace API usage limits"                   | "the spend limit that the account set itself is reached" |
        | 400      | invalid_request_error       | -                            | CreditTooLow         | QuotaExhausted   | -          | -       | "Your credit balance is too low"                                                                                                   | "the prepaid credit is used up"                          |
        | 400      | invalid_request_error       | -                            | PromptTooLong        | ContextLength    | -          | -       | "prompt is too long: {count} tokens > {limit} maximum", "prompt is too long", "input length and `max_tokens` exceed context limit" | "prompt and output do not fit the context window"        |
        | 400      | invalid_request_error       | -                            | OutputBlocked        | ContentFiltered  | -          | -       | "Output blocked by content filtering policy"                                                                                       | "a content filter blocked the output"                    |
        | 400      | invalid_request_error       | -                            | ImageTooLarge        | PayloadTooLarge  | -          | -       | "image exceeds {size} MB maximum"                                                                                                  | "an image is too large"                                  |
        | 400, 403 | invalid_request_error       | -                            | OrganizationDisabled | PermissionDenied | -          | Account | "This organization has been disabled"                                                                                              | "the organization is disabled"                           |
        | 401      | authentication_error        | -                            | -                    | Authentication   | -          | -       | -                                                                                                                                  | "the key is missing, malformed, revoked or expired"      |
        | 401      | authentication_error        | -                            | BrowserNotAllowed    | PermissionDenied | -          | Account | "CORS requests are not allowed for this Organization"                                                                              | "the organization does not allow requests of browsers"   |
        | 402      | billing_error               | -                            | -                    | QuotaExhausted   | -          | -       | -                                                                                                                                  | "something is wrong with billing or payment"             |
        | 403      | permission_error, forbidden | -                            | -                    | PermissionDenied | -          | -       | -                                                                                                                                  | "the key may not use the resource"                       |
        | -        | -                           | -                            | FederationDisabled   | PermissionDenied | -          | Account | "Outbound web identity federation is disabled for your account"                                                                    | "the AWS account does not allow identity federation"     |
        | 404      | not_found_error             | -                            | ModelNotFound        | NotFound         | -          | -       | "model: {model}"                                                                                                                   | "there is no such model"                                 |
        | 404      | not_found_error             | -                            | -                    | NotFound         | -          | -       | -                                                                                                                                  | "the path or the resource does not exist"                |
        | 409      | conflict_error              | -                            | -                    | Conflict         | -          | -       | -                                                                                                                                  | "the resource is in another state than expected"         |
        | 413      | request_too_large           | -                            | -                    | PayloadTooLarge  | -          | -       | "Request exceeds the maximum"                                                                                                      | "the request's body is too large"                        |
        | 429      | rate_limit_error            | -                            | -                    | RateLimited?     | -          | -       | -                                                                                                                                  | "a rate limit, or a rise that was too quick"             |
        | 429      | rate_limit_error            | enforced_spend_limit_reached | -                    | QuotaExhausted   | AfterReset | -       | "You have reached your API usage limits: your organization has crossed its monthly API usage threshold"                            | "the monthly spend cap of the usage tier is reached"     |
        | 500      | api_error                   | -                            | -                    | Internal?        | -          | -       | -                                                                                                                                  | "a fault on Anthropic's side"                            |
        | 504      | timeout_error               | -                            | -                    | Timeout          | -          | -       | -                                                                                                                                  | "the request took too long: stream it"                   |
        | 529      | overloaded_error            | -                            | -                    | Unavailable      | -          | -       | "Overloaded"                                                                                                                       | "the API is overloaded for everyone"                     |
        | 422      | -                           | -                            | UnprocessableEntity  | InvalidRequest?  | -          | -       | -                                                                                                                                  | "the request is well-formed but cannot be processed"     |
        | 503      | -                           | -                            | ServiceUnavailable   | Unavailable?     | -          | -       | -                                                                                                                                  | "the API is not available"                               |
    }

    /// Types of the event `session.error` of Managed Agents.
    pub enum SessionErrorCode {
        | type                              | kind           | scope   | summary                                                 |
        | model_overloaded_error            | Unavailable    | Model   | "the model is overloaded"                               |
        | model_rate_limited_error          | RateLimited    | Model   | "a rate limit of the model"                             |
        | model_request_failed_error        | Unavailable    | Model   | "the request to the model failed"                       |
        | mcp_connection_failed_error       | Unavailable    | Request | "an MCP server could not be reached"                    |
        | mcp_authentication_failed_error   | Authentication | Request | "an MCP server did not accept its credential"           |
        | credential_host_unreachable_error | InvalidRequest | -       | "the network policy does not allow a credential's host" |
        | billing_error                     | QuotaExhausted | -       | "the account cannot pay for requests"                   |
        | unknown_error                     | Internal?      | -       | "an unexpected fault"                                   |
    }
}
