//! Cerebras.
//!
//! The body has nothing around it: code, type and message stand at the top. A limit per minute, hour and day has the same
//! code, so the message tells them apart, and `queue_exceeded` is the load on the model and not a quota of the account's.
//! The page has the status codes; codes and messages are those of responses in public reports, such as
//! <https://github.com/nminaya/grammar-nazi-bot/issues/958>.

crate::provider_errors! {
    provider "cerebras" {
        name: "Cerebras",
        docs: "https://inference-docs.cerebras.ai/support/error",
        retrieved: "2026-11-26",
        body: FLAT,
    }

    /// Error codes, and the HTTP status codes of responses without one.
    pub enum ErrorCode {
        | status | type                                           | code                    | variant           | kind              | retry      | scope | message                                                                                                     | summary                                                 |
        | 401    | invalid_request_error, authentication_error    | wrong_api_key           | -                 | Authentication    | -          | -     | "Wrong API Key"                                                                                             | "the API key is wrong"                                  |
        | 402    | payment_required_error                         | payment_required        | -                 | QuotaExhausted    | -          | -     | "Payment required to access this resource"                                                                  | "the account has to add credit or a payment method"     |
        | 404    | not_found_error                                | model_not_found         | -                 | NotFound          | -          | -     | "Model {model} does not exist or you do not have access to it"                                              | "the model does not exist, or is closed to the account" |
        | 400    | invalid_request_error                          | context_length_exceeded | -                 | ContextLength     | -          | -     | "Please reduce the length of the messages or completion. Current length is {length} while limit is {limit}" | "the prompt does not fit the model's window"            |
        | 429    | too_many_requests_error                        | request_quota_exceeded  | -                 | RateLimited?      | -          | -     | -                                                                                                           | "too many requests in some window"                      |
        | 429    | too_many_requests_error                        | request_quota_exceeded  | RequestsPerMinute | RateLimited       | -          | -     | "Requests per minute limit exceeded", "Requests per second limit exceeded"                                  | "too many requests in a minute"                         |
        | 429    | too_many_requests_error                        | request_quota_exceeded  | RequestsPerHour   | RateLimited       | -          | -     | "Requests per hour limit exceeded"                                                                          | "too many requests in an hour"                          |
        | 429    | too_many_requests_error                        | request_quota_exceeded  | RequestsPerDay    | QuotaExhausted    | AfterReset | -     | "Requests per day limit exceeded"                                                                           | "the requests of the day are used up"                   |
        | 429    | too_many_tokens_error, too_many_requests_error | token_quota_exceeded    | -                 | RateLimited?      | -          | -     | -                                                                                                           | "too many tokens in some window"                        |
        | 429    | too_many_tokens_error, too_many_requests_error | token_quota_exceeded    | TokensPerMinute   | RateLimited       | -          | -     | "Tokens per minute limit exceeded"                                                                          | "too many tokens in a minute"                           |
        | 429    | too_many_tokens_error, too_many_requests_error | token_quota_exceeded    | TokensPerHour     | RateLimited       | -          | -     | "Tokens per hour limit exceeded"                                                                            | "too many tokens in an hour"                            |
        | 429    | too_many_tokens_error, too_many_requests_error | token_quota_exceeded    | TokensPerDay      | QuotaExhausted    | AfterReset | -     | "Tokens per day limit exceeded"                                                                             | "the tokens of the day are used up"                     |
        | 429    | too_many_requests_error                        | queue_exceeded          | -                 | Unavailable       | -          | Model | "We're experiencing high traffic right now! Please try again soon"                                          | "the model is under heavy load"                         |
        | 400    | -                                              | -                       | -                 | InvalidRequest?   | -          | -     | -                                                                                                           | "the request is not valid"                              |
        | 401    | -                                              | -                       | -                 | Authentication?   | -          | -     | -                                                                                                           | "the API key is missing or wrong"                       |
        | 402    | -                                              | -                       | NoPayment         | QuotaExhausted    | -          | -     | -                                                                                                           | "the account has to pay first"                          |
        | 403    | -                                              | -                       | -                 | PermissionDenied? | -          | -     | -                                                                                                           | "the request is not allowed"                            |
        | 404    | -                                              | -                       | -                 | NotFound?         | -          | -     | -                                                                                                           | "there is no such model or endpoint"                    |
        | 422    | -                                              | -                       | -                 | InvalidRequest?   | -          | -     | -                                                                                                           | "the request is well formed but cannot be processed"    |
        | 429    | -                                              | -                       | -                 | RateLimited?      | -          | -     | -                                                                                                           | "too many requests or tokens"                           |
        | 500    | -                                              | -                       | -                 | Internal?         | -          | -     | -                                                                                                           | "a fault inside Cerebras"                               |
        | 503    | -                                              | -                       | -                 | Unavailable?      | -          | -     | -                                                                                                           | "the service is not available"                          |
    }
}
