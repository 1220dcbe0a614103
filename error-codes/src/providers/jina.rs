//! Jina AI: embeddings, reranking and classification.
//!
//! The code is a word in `code`, and the sentence stands in `detail`. A response without a code is a validation error.

crate::provider_errors! {
    provider "jina" {
        name: "Jina AI",
        docs: "https://api.jina.ai/openapi.json",
        retrieved: "2026-11-26",
        body: JINA,
    }

    /// Error codes.
    pub enum ErrorCode {
        | status | code                            | variant         | kind            | scope    | message                                                                                | summary                                            |
        | 400    | INPUT_MODEL_NOT_FOUND           | -               | NotFound        | -        | "Model '{model}' not found. Available models: {models}"                                | "there is no such model"                           |
        | 400    | INPUT_INVALID_LABELS            | -               | InvalidRequest  | -        | "Invalid training labels"                                                              | "the labels are not valid"                         |
        | 400    | INPUT_LABEL_LIMIT_EXCEEDED      | -               | InvalidRequest  | -        | "Label limit exceeded: {count} labels provided, maximum {limit} allowed for your plan" | "the request has more labels than the plan allows" |
        | 400    | INPUT_TOKEN_LIMIT_EXCEEDED      | -               | ContextLength   | -        | "Input text exceeds the model's maximum of {limit} tokens"                             | "the input is over the model's window"             |
        | 401    | AUTH_MISSING_API_KEY            | -               | Authentication  | -        | "Authentication required. Provide your API key via the Authorization header"           | "no key was given"                                 |
        | 401    | AUTH_INVALID_API_KEY            | -               | Authentication  | -        | "Invalid API key. Verify your API key"                                                 | "the key is wrong"                                 |
        | 401    | AUTH_INVALID_FORMAT             | -               | Authentication  | -        | "Invalid authorization format"                                                         | "the header or the key is malformed"               |
        | 403    | AUTHZ_INSUFFICIENT_BALANCE      | -               | QuotaExhausted  | -        | "Insufficient account balance"                                                         | "the balance is used up"                           |
        | 403    | AUTHZ_RESOURCE_LIMIT_EXCEEDED   | -               | QuotaExhausted  | -        | "Resource limit exceeded for your plan"                                                | "the plan allows no more resources"                |
        | 404    | RESOURCE_NOT_FOUND              | -               | NotFound        | Request  | "{resource} not found or access denied"                                                | "the resource does not exist or is not yours"      |
        | 409    | CONFLICT_RESOURCE_BUSY          | -               | Conflict        | -        | "{resource} is currently being modified"                                               | "the resource is being changed"                    |
        | 422    | -                               | ValidationError | InvalidRequest? | -        | -                                                                                      | "a field of the body is not valid"                 |
        | 429    | RATE_REQUEST_LIMIT_EXCEEDED     | -               | RateLimited     | -        | "Request rate limit exceeded: {used}/{limit} requests per minute"                      | "a requests-per-minute limit"                      |
        | 429    | RATE_TOKEN_LIMIT_EXCEEDED       | -               | RateLimited     | -        | "Token rate limit exceeded: {used}/{limit} tokens per minute"                          | "a tokens-per-minute limit"                        |
        | 429    | RATE_CONCURRENCY_LIMIT_EXCEEDED | -               | RateLimited     | -        | "Concurrency limit exceeded: {used}/{limit} concurrent requests"                       | "too many requests at the same time"               |
        | 429    | RATE_IP_LIMIT_EXCEEDED          | -               | RateLimited     | Provider | "IP rate limit exceeded. Too many requests from this IP address"                       | "too many requests from this address"              |
        | 500    | INTERNAL_ERROR                  | -               | Internal        | -        | -                                                                                      | "a fault inside the service"                       |
        | 503    | SERVICE_UNAVAILABLE             | -               | Unavailable     | -        | "Service temporarily unavailable"                                                      | "the service is not available for now"             |
        | 504    | SERVICE_TIMEOUT                 | -               | Timeout         | -        | "Service request timed out"                                                            | "the request took too long"                        |
    }
}
