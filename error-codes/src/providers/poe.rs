//! Poe.
//!
//! `moderation_error` is about permission and not about content. An older page has the HTTP status code as the number `code`
//! and names faults by `type` (<https://creator.poe.com/docs/external-applications/openai-compatible-api>); newer responses
//! have a word as the code. Both are rows here, the older word as an alias.

crate::provider_errors! {
    provider "poe" {
        name: "Poe",
        docs: "https://creator.poe.com/api-reference/errors",
        retrieved: "2026-11-26",
        body: OPENAI,
    }

    /// Error codes and types, and the HTTP status codes of responses without one.
    pub enum ErrorCode {
        | status | type                  | code                                     | variant            | kind              | scope   | message                                       | summary                                     |
        | 401    | invalid_request_error | invalid_api_key, authentication_error    | -                  | Authentication    | -       | "Invalid API key provided", "Invalid API key" | "the API key is missing, wrong or expired"  |
        | 402    | insufficient_quota    | insufficient_quota, insufficient_credits | InsufficientPoints | QuotaExhausted    | -       | "You've used up your points"                  | "the account's points are used up"          |
        | 403    | -                     | moderation_error                         | PermissionDenied   | PermissionDenied  | -       | -                                             | "the key does not allow it"                 |
        | 400    | invalid_request_error | model_not_found                          | -                  | NotFound          | -       | "Model {model} does not exist"                | "there is no such model"                    |
        | 400    | invalid_request_error | invalid_parameter                        | -                  | InvalidRequest?   | -       | -                                             | "a parameter is not valid"                  |
        | 400    | invalid_request_error | missing_parameter                        | -                  | InvalidRequest    | -       | "Missing required parameter: {parameter}"     | "a required parameter is missing"           |
        | 404    | not_found_error       | -                                        | -                  | NotFound          | -       | -                                             | "there is no such model or path"            |
        | 408    | timeout_error         | -                                        | -                  | Timeout           | -       | -                                             | "the model did not start in time"           |
        | 413    | request_too_large     | -                                        | -                  | ContextLength     | -       | -                                             | "the input does not fit the context window" |
        | 429    | rate_limit_error      | -                                        | -                  | RateLimited       | -       | -                                             | "too many requests or tokens per minute"    |
        | 502    | upstream_error        | -                                        | -                  | Unavailable?      | Model   | -                                             | "the model's backend failed"                |
        | 529    | overloaded_error      | -                                        | -                  | Unavailable       | -       | -                                             | "too much traffic"                          |
        | 400    | invalid_request_error | -                                        | -                  | InvalidRequest?   | -       | -                                             | "the request is not valid"                  |
        | 401    | -                     | -                                        | Unauthorized       | Authentication?   | -       | -                                             | "the API key is missing or wrong"           |
        | 403    | -                     | -                                        | Forbidden          | PermissionDenied? | -       | -                                             | "the key does not allow it"                 |
        | 404    | -                     | -                                        | NotFound           | NotFound?         | Request | -                                             | "there is no such resource"                 |
        | 429    | -                     | -                                        | TooManyRequests    | RateLimited?      | -       | -                                             | "a rate limit"                              |
        | 500    | -                     | -                                        | ServerError        | Internal?         | -       | -                                             | "a fault inside the service"                |
        | 503    | -                     | -                                        | ServiceUnavailable | Unavailable?      | -       | -                                             | "the service is not available for now"      |
    }
}
