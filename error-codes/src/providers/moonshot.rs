//! Moonshot AI, whose models are called Kimi.
//!
//! `type` is the code; there is no `code` as a rule. 429 stands for an overloaded engine, a rate limit, a limit per day and
//! an empty balance. Kimi Code, the API of the subscription, has a page of its own
//! (<https://www.kimi.com/code/docs/en/kimi-code/error-reference.html>); there `access_terminated_error` is a plan that is
//! used up as well as a client that is not allowed.

crate::provider_errors! {
    provider "moonshot" {
        name: "Moonshot AI",
        docs: "https://platform.kimi.com/docs/api/errors",
        retrieved: "2026-11-26",
        body: OPENAI,
    }

    /// Error types of the open platform.
    pub enum ErrorCode {
        | status | type                         | variant          | kind             | retry      | scope   | message                                                                                                                              | summary                                                   |
        | 400    | content_filter               | -                | ContentFiltered  | -          | -       | -                                                                                                                                    | "the safety filter blocked input or output"               |
        | 400    | invalid_request_error        | ContextTooLong   | ContextLength    | -          | -       | "Your request exceeded model token limit", "Invalid request: Your request exceeded model token limit", "Input token length too long" | "input and output do not fit the model's window"          |
        | 400    | invalid_request_error        | FileTooLarge     | PayloadTooLarge  | -          | -       | "File size is too large, max file size is {limit}"                                                                                   | "the file is too large"                                   |
        | 400    | invalid_request_error        | TooManyFiles     | QuotaExhausted   | -          | -       | "The number of files you have uploaded exceeded the max file count"                                                                  | "too many files are stored in the account"                |
        | 400    | invalid_request_error        | -                | InvalidRequest?  | -          | -       | -                                                                                                                                    | "the request is not valid"                                |
        | 401    | invalid_authentication_error | -                | Authentication   | -          | -       | -                                                                                                                                    | "the API key is not valid"                                |
        | 401    | incorrect_api_key_error      | -                | Authentication   | -          | -       | -                                                                                                                                    | "the API key is missing, wrong, or of the other site"     |
        | 403    | permission_denied_error      | -                | PermissionDenied | -          | -       | -                                                                                                                                    | "the key does not allow it"                               |
        | 404    | resource_not_found_error     | -                | NotFound         | -          | -       | -                                                                                                                                    | "there is no such model, or it is closed to the key"      |
        | 429    | engine_overloaded_error      | -                | Unavailable      | -          | -       | -                                                                                                                                    | "the engine is overloaded, whatever the account's limits" |
        | 429    | exceeded_current_quota_error | -                | QuotaExhausted   | -          | -       | -                                                                                                                                    | "the account's balance is used up"                        |
        | 429    | rate_limit_reached_error     | -                | RateLimited      | -          | Account | -                                                                                                                                    | "too many requests or tokens per minute, or at a time"    |
        | 429    | rate_limit_reached_error     | DailyTokens      | QuotaExhausted   | AfterReset | -       | "Your account {account} request reached organization TPD rate limit"                                                                 | "the tokens of the day are used up"                       |
        | 500    | server_error                 | ExtractionFailed | Internal         | -          | -       | "Failed to extract file: {error}"                                                                                                    | "a file could not be read"                                |
        | 500    | server_error                 | -                | Internal?        | -          | -       | -                                                                                                                                    | "a fault inside the service"                              |
        | 500    | unexpected_output            | -                | Internal         | -          | -       | -                                                                                                                                    | "a fault inside the service"                              |
    }

    /// Errors of Kimi Code.
    pub enum KimiCodeError {
        | status | type                    | variant              | kind              | retry      | scope   | message                                                          | summary                                            |
        | 403    | access_terminated_error | ClientNotAllowed     | PermissionDenied  | -          | -       | "Kimi For Coding is currently only available for Coding Agents"  | "the subscription does not let this client in"     |
        | 403    | access_terminated_error | BillingCycleLimit    | QuotaExhausted    | AfterReset | -       | "You've reached your usage limit for this billing cycle"         | "the plan is used up until the next billing cycle" |
        | 403    | access_terminated_error | -                    | PermissionDenied? | -          | Account | -                                                                | "the account's access was ended"                   |
        | 429    | -                       | PeriodLimit          | QuotaExhausted    | AfterReset | -       | "You've reached your usage limit for this period"                | "the plan's window of some hours is used up"       |
        | 429    | -                       | MonthlyLimit         | QuotaExhausted    | AfterReset | -       | "You've reached kimi monthly usage limit for this billing cycle" | "the plan's month is used up"                      |
        | 429    | -                       | TooManyRequests      | Unavailable       | -          | -       | "We're receiving too many requests"                              | "too many requests at the moment"                  |
        | 401    | -                       | InvalidApiKey        | Authentication    | -          | -       | "The API Key appears to be invalid or may have expired"          | "the API key is wrong or expired"                  |
        | 402    | -                       | MembershipUnverified | Unavailable       | -          | Account | "We're unable to verify your membership benefits at this time"   | "the membership could not be checked for now"      |
        | 400    | -                       | RequestTooLarge      | PayloadTooLarge   | -          | -       | "total message size {size} exceeds limit {limit}"                | "the request's body is too large"                  |
        | 403    | -                       | UnsafeUrl            | ContentFiltered   | -          | -       | "We consider the current URL poses a security risk"              | "the address to fetch is blocked as unsafe"        |
        | 404    | -                       | MethodNotFound       | NotFound          | -          | Request | "method not found"                                               | "there is no such path"                            |
        | 499    | -                       | ClientClosedRequest  | Cancelled         | -          | -       | -                                                                | "the caller closed the request"                    |
        | 500    | -                       | RateLimitCheckFailed | Internal          | -          | -       | "failed to evaluate rate limit script"                           | "the rate limit could not be checked"              |
    }
}
