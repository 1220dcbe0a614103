//! Perplexity.
//!
//! The specification documents the types of the Analytics API and the statuses of the others; further types are from public
//! reports. `code` repeats the HTTP status code, and an empty balance is a 401. A missing key is an HTML page, and a validation error
//! a list in `detail`.

crate::provider_errors! {
    provider "perplexity" {
        name: "Perplexity",
        docs: "https://docs.perplexity.ai/docs/sdk/error-handling",
        retrieved: "2026-11-26",
        body: OPENAI_STATUS,
    }

    /// Error types, and the statuses of responses without one.
    pub enum ErrorCode {
        | status | type                        | variant           | kind             | scope   | message                                                                       | summary                                            |
        | 400    | -                           | -                 | InvalidRequest?  | -       | -                                                                             | "the request is not valid"                         |
        | 400    | bad_request                 | InvalidParameters | InvalidRequest?  | -       | -                                                                             | "the parameters are not valid"                     |
        | 400    | invalid_request             | -                 | InvalidRequest?  | -       | -                                                                             | "the parameters contradict each other"             |
        | 400    | invalid_parameter           | -                 | InvalidRequest   | -       | -                                                                             | "a parameter is not valid for the model"           |
        | 400    | invalid_message             | -                 | InvalidRequest   | -       | -                                                                             | "the messages are in an order that is not allowed" |
        | 400    | invalid_model               | -                 | NotFound         | -       | "Invalid model '{model}'. Permitted models can be found in the documentation" | "there is no such model"                           |
        | 401    | -                           | -                 | Authentication?  | -       | -                                                                             | "the API key is missing or wrong"                  |
        | 401    | unauthorized                | MissingApiKey     | Authentication   | -       | -                                                                             | "the API key is missing or wrong"                  |
        | 401    | insufficient_quota          | -                 | QuotaExhausted   | -       | "You exceeded your current quota, please check your plan and billing details" | "the account's credit is used up"                  |
        | 404    | -                           | -                 | NotFound?        | Request | -                                                                             | "the id is unknown or belongs to somebody else"    |
        | 404    | feature_disabled            | -                 | PermissionDenied | Account | -                                                                             | "the API is not enabled for the organization"      |
        | 422    | -                           | -                 | InvalidRequest?  | -       | -                                                                             | "a field is missing or has a wrong type"           |
        | 429    | -                           | -                 | RateLimited?     | -       | -                                                                             | "a rate limit"                                     |
        | 429    | request_rate_limit_exceeded | -                 | RateLimited      | Account | -                                                                             | "the organization's limit on requests"             |
    }
}
