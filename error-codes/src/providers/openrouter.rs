//! OpenRouter, a gateway to the models of many providers.
//!
//! `/error/code` repeats the HTTP status code. The code proper is the `error_type`, which newer responses have: in
//! `/error/metadata` for chat completions, in `/error` for messages and beside `/error` for responses; of a model that cannot be
//! served, `/error/availability/code` says more. The response of an upstream is in `/error/metadata/raw`. A failure after the
//! first token comes with a 200. Messages beyond those of the page are from its OpenAPI description
//! (<https://openrouter.ai/openapi.json>) and from public reports.

crate::provider_errors! {
    provider "openrouter" {
        name: "OpenRouter",
        docs: "https://openrouter.ai/docs/api/reference/errors-and-debugging",
        retrieved: "2026-11-26",
        body: OPENROUTER,
    }

    /// Values of `error_type`. OpenRouter's own limits share a value and are told apart by their messages.
    pub enum ErrorCode {
        | status | code                     | variant             | kind              | retry      | scope   | message                                                                                                                                   | summary                                                 |
        | 400    | context_length_exceeded  | -                   | ContextLength     | -          | -       | -                                                                                                                                         | "input and output do not fit the model's window"        |
        | 400    | max_tokens_exceeded      | -                   | ContextLength     | -          | Request | -                                                                                                                                         | "the output reached `max_tokens`"                       |
        | 400    | token_limit_exceeded     | -                   | QuotaExhausted    | -          | Request | -                                                                                                                                         | "a token budget of OpenRouter's, such as one by credit" |
        | 400    | string_too_long          | -                   | ContextLength     | -          | -       | -                                                                                                                                         | "a text is longer than the provider allows"             |
        | 401    | authentication           | -                   | Authentication    | -          | -       | "No auth credentials found", "No cookie auth credentials found", "Missing Authentication header", "User not found", "Invalid credentials" | "no API key, or one that is wrong or revoked"           |
        | 403    | permission_denied        | -                   | PermissionDenied? | -          | -       | "Only management keys can perform this operation"                                                                                         | "the key may not do this"                               |
        | 403    | permission_denied        | GuardrailBlock      | ContentFiltered   | -          | -       | "Request blocked: {reason}"                                                                                                               | "a guardrail blocked the request"                       |
        | 403    | permission_denied        | ModerationFlag      | ContentFiltered   | -          | -       | "{model} requires moderation on {provider}"                                                                                               | "moderation flagged the input"                          |
        | 402    | payment_required         | -                   | QuotaExhausted    | -          | -       | "Insufficient credits", "This request requires more credits, or fewer max_tokens", "Prompt tokens limit exceeded: {count} > {limit}"      | "the credits do not cover the request"                  |
        | 429    | rate_limit_exceeded      | -                   | RateLimited?      | -          | -       | -                                                                                                                                         | "a limit on requests or tokens"                         |
        | 429    | rate_limit_exceeded      | FreeModelsPerMinute | RateLimited       | -          | Account | "Rate limit exceeded: free-models-per-min"                                                                                                | "requests per minute to free models"                    |
        | 429    | rate_limit_exceeded      | FreeModelsPerDay    | QuotaExhausted    | AfterReset | Account | "Rate limit exceeded: free-models-per-day"                                                                                                | "the day's requests to free models are used up"         |
        | 429    | rate_limit_exceeded      | ModelPerMinute      | RateLimited       | -          | Model   | "Rate limit exceeded: limit_rpm/{limit}"                                                                                                  | "requests per minute to a model in demand"              |
        | 429    | rate_limit_exceeded      | ModelPerDay         | QuotaExhausted    | AfterReset | Model   | "Rate limit exceeded: limit_rpd/{limit}"                                                                                                  | "the day's requests to the model are used up"           |
        | 429    | rate_limit_exceeded      | UpstreamRateLimit   | RateLimited       | -          | Model   | "{model} is temporarily rate-limited upstream"                                                                                            | "the provider limits OpenRouter's own rate"             |
        | 503    | provider_overloaded      | -                   | Unavailable       | -          | Model   | -                                                                                                                                         | "the provider is overloaded"                            |
        | 502    | provider_unavailable     | -                   | Unavailable       | -          | Model   | -                                                                                                                                         | "the provider's response was invalid or empty"          |
        | 400    | invalid_request          | -                   | InvalidRequest?   | -          | -       | -                                                                                                                                         | "a parameter is malformed or missing"                   |
        | 400    | invalid_prompt           | -                   | InvalidRequest?   | -          | -       | -                                                                                                                                         | "one of the messages is not valid"                      |
        | 404    | not_found                | -                   | NotFound?         | -          | -       | -                                                                                                                                         | "there is no such model, file or other resource"        |
        | 412    | precondition_failed      | -                   | InvalidRequest    | -          | -       | -                                                                                                                                         | "a precondition header does not hold"                   |
        | 413    | payload_too_large        | -                   | PayloadTooLarge   | -          | -       | -                                                                                                                                         | "the request's body is too large"                       |
        | 422    | unprocessable            | -                   | InvalidRequest?   | -          | -       | -                                                                                                                                         | "the request makes no sense"                            |
        | 400    | content_policy_violation | -                   | ContentFiltered   | -          | -       | -                                                                                                                                         | "a content filter flagged the input or the output"      |
        | 400    | refusal                  | -                   | ContentFiltered   | -          | -       | -                                                                                                                                         | "the model refused"                                     |
        | 400    | invalid_image            | -                   | InvalidRequest    | -          | -       | -                                                                                                                                         | "an image is corrupt"                                   |
        | 400    | image_too_large          | -                   | PayloadTooLarge   | -          | -       | -                                                                                                                                         | "an image is too large"                                 |
        | 400    | image_too_small          | -                   | InvalidRequest    | -          | -       | -                                                                                                                                         | "an image is too small"                                 |
        | 400    | unsupported_image_format | -                   | InvalidRequest    | -          | -       | -                                                                                                                                         | "the provider does not take this image format"          |
        | 404    | image_not_found          | -                   | NotFound          | -          | Request | -                                                                                                                                         | "there is no image under this address or id"            |
        | 400    | image_download_failed    | -                   | InvalidRequest    | -          | -       | -                                                                                                                                         | "an image could not be downloaded"                      |
        | 500    | server                   | -                   | Internal          | -          | -       | -                                                                                                                                         | "a fault whose message is masked"                       |
        | 504    | timeout                  | -                   | Timeout           | -          | -       | -                                                                                                                                         | "the provider did not respond in time"                  |
        | 500    | unmapped                 | -                   | Internal?         | -          | -       | -                                                                                                                                         | "the provider failed in a way that has no name"         |
    }

    /// Why a model cannot be served: `/error/availability/code`.
    pub enum AvailabilityCode {
        | status | code                       | kind             | scope | message                                                                                                                                                                          | summary                                        |
        | 400    | model_not_found            | NotFound         | -     | "{model} is not a valid model ID"                                                                                                                                                | "there is no such model"                       |
        | 400    | wrong_endpoint             | InvalidRequest   | -     | -                                                                                                                                                                                | "the model belongs to another endpoint"        |
        | 404    | no_endpoints               | NotFound         | -     | "No endpoints found for {model}"                                                                                                                                                 | "no provider offers the model now"             |
        | 404    | model_deprecated           | NotFound         | -     | -                                                                                                                                                                                | "the model was removed"                        |
        | 404    | model_unavailable_upstream | NotFound         | -     | -                                                                                                                                                                                | "every provider has removed the model"         |
        | 429    | capacity_exhausted         | Unavailable      | Model | "All providers for {model} are at capacity"                                                                                                                                      | "all providers of the model are at capacity"   |
        | 503    | temporarily_unavailable    | Unavailable      | Model | -                                                                                                                                                                                | "every attempt at a provider failed"           |
        | 403    | region_restricted          | PermissionDenied | Model | -                                                                                                                                                                                | "the model is not available in this region"    |
        | 404    | privacy_restricted         | PermissionDenied | Model | "No endpoints for {model} match your data policy", "No endpoints found matching your data policy", "No endpoints available matching your guardrail restrictions and data policy" | "the data policy excludes every provider"      |
        | 404    | constraint_filtered        | InvalidRequest   | -     | "No endpoints found that can handle the requested parameters", "No endpoints found that support {feature}", "No allowed providers are available"                                 | "a routing constraint excludes every provider" |
        | 404    | free_variant_ended         | NotFound         | -     | -                                                                                                                                                                                | "the model is no longer offered for free"      |
    }

    /// Codes of the Responses API, which cover several values of `error_type` each.
    pub enum ResponsesErrorCode {
        | status | code                           | kind            | summary                                            |
        | 400    | invalid_prompt                 | InvalidRequest? | "the input is not valid"                           |
        | 429    | rate_limit_exceeded            | RateLimited?    | "a limit on requests or tokens"                    |
        | 400    | image_content_policy_violation | ContentFiltered | "a content filter flagged the input or the output" |
        | 500    | server_error                   | Internal?       | "anything else, even a wrong API key"              |
        | 401    | invalid_api_key                | Authentication  | "the API key is not valid"                         |
    }

    /// Responses without an `error_type`.
    pub enum StatusError {
        | status | variant     | kind              | scope | message                               | summary                                                  |
        | 403    | KeyLimit    | QuotaExhausted    | Key   | "Key limit exceeded ({period} limit)" | "the key's credit limit is used up"                      |
        | 400    | -           | InvalidRequest?   | -     | -                                     | "a parameter is wrong or missing"                        |
        | 401    | -           | Authentication?   | -     | -                                     | "the session has expired, or the key is not valid"       |
        | 402    | -           | QuotaExhausted?   | -     | -                                     | "the account or the key has too little credit"           |
        | 403    | -           | PermissionDenied? | -     | -                                     | "moderation flagged the input, or permission is missing" |
        | 404    | -           | NotFound?         | -     | -                                     | "there is no such resource"                              |
        | 408    | -           | Timeout?          | -     | -                                     | "the request timed out"                                  |
        | 409    | -           | Conflict?         | -     | -                                     | "another request is in the way"                          |
        | 410    | -           | NotFound?         | -     | -                                     | "the endpoint was removed"                               |
        | 413    | -           | PayloadTooLarge?  | -     | -                                     | "the request's body is too large"                        |
        | 422    | -           | InvalidRequest?   | -     | -                                     | "the request makes no sense"                             |
        | 429    | -           | RateLimited?      | -     | -                                     | "a rate limit"                                           |
        | 500    | -           | Internal?         | -     | -                                     | "a fault whose message is masked"                        |
        | 502    | -           | Unavailable?      | Model | -                                     | "the model is down or its response is not valid"         |
        | 503    | -           | Unavailable?      | Model | -                                     | "no provider is available for the routing requirements"  |
        | 524    | EdgeTimeout | Timeout?          | -     | -                                     | "the network's edge did not get a response in time"      |
        | 529    | Overloaded  | Unavailable?      | Model | -                                     | "the provider is overloaded"                             |
    }
}
