//! Together AI.
//!
//! The page documents statuses alone: a 403 is a prompt that is too long, and a 402 the monthly spending limit. Types and codes are
//! from public reports. Without a key the body is plain text.
//!
//! Further source: <https://docs.together.ai/docs/serverless/rate-limits>.

crate::provider_errors! {
    provider "together" {
        name: "Together AI",
        docs: "https://docs.together.ai/docs/error-codes",
        retrieved: "2026-11-26",
        body: OPENAI,
    }

    /// Errors that the page lists by their status.
    pub enum StatusError {
        | status | variant          | kind            | scope | summary                                                         |
        | 400    | InvalidRequest   | InvalidRequest? | -     | "the request is malformed or misconfigured"                     |
        | 401    | Authentication   | Authentication? | -     | "the API key is missing or wrong"                               |
        | 402    | PaymentRequired  | QuotaExhausted  | -     | "the account's monthly spending limit has been reached"         |
        | 403    | ContextTooLong   | ContextLength?  | -     | "the prompt and `max_tokens` exceed the model's context length" |
        | 404    | -                | NotFound?       | -     | "the endpoint or the model does not exist"                      |
        | 429    | RateLimit        | RateLimited?    | -     | "too many requests in a short time"                             |
        | 500    | ServerError      | Internal?       | -     | "a fault inside the provider"                                   |
        | 503    | EngineOverloaded | Unavailable?    | Model | "the servers have more traffic than capacity"                   |
    }

    /// Types, codes and messages in the body.
    pub enum ErrorCode {
        | status        | type                    | code                           | variant               | kind            | retry | scope | message                                                                                   | summary                                                         |
        | 401           | invalid_request_error   | invalid_api_key                | -                     | Authentication  | -     | -     | "Invalid API key provided"                                                                | "the API key is wrong"                                          |
        | 401           | -                       | -                              | MissingApiKey         | Authentication  | -     | -     | "Missing API key"                                                                         | "no API key was sent"                                           |
        | 400           | invalid_request_error   | model_not_available            | -                     | NotFound        | -     | -     | "Unable to access non-serverless model {model}. Please visit"                             | "the model needs a dedicated endpoint"                          |
        | 400           | invalid_request_error   | dedicated_endpoint_not_running | -                     | Unavailable     | Never | Model | "The dedicated endpoint for {model} is not running"                                       | "the model's dedicated endpoint has not been started"           |
        | 400, 403, 422 | invalid_request_error   | -                              | InputTooLong          | ContextLength   | -     | -     | "Input validation error: `inputs` tokens + `max_new_tokens` must be <= {limit}"           | "the prompt and `max_tokens` exceed the model's context length" |
        | 402           | credit_limit            | -                              | -                     | QuotaExhausted? | -     | -     | "Credit limit exceeded. Please navigate to {address} to add credit or upgrade your plan." | "the account's credit is used up"                               |
        | 429           | credit_limit            | -                              | QueriesPerMinute      | RateLimited     | -     | -     | "You have been rate limited. Your rate limit is {limit}"                                  | "the plan's limit on queries per minute"                        |
        | 429           | -                       | -                              | ModelQueriesPerMinute | RateLimited     | -     | Model | "You have reached the rate limit specific to this model {model}"                          | "the model's own limit on queries per minute"                   |
        | 429           | dynamic_request_limited | -                              | -                     | RateLimited     | -     | Model | -                                                                                         | "requests come faster than the model's current limit"           |
        | 429           | dynamic_token_limited   | -                              | -                     | RateLimited     | -     | Model | -                                                                                         | "tokens come faster than the model's current limit"             |
    }
}
