//! SambaNova.
//!
//! `insufficient_quota` is a rate limit here and not money: the page calls it "rate limit exceeded". A limit per day has the
//! same sentence as one per minute, with the seconds of its window behind it. A full queue had 504 in an older edition of the
//! page.

crate::provider_errors! {
    provider "sambanova" {
        name: "SambaNova",
        docs: "https://docs.sambanova.ai/docs/en/api-reference/using-the-api/api-error-codes",
        retrieved: "2026-11-26",
        body: OPENAI_REQUEST_ID,
    }

    /// Error codes, and the HTTP status codes of responses without one.
    pub enum ErrorCode {
        | status   | type                  | code                    | variant               | kind            | retry      | scope | message                                                      | summary                                          |
        | 400      | -                     | context_length_exceeded | -                     | ContextLength   | -          | -     | "The maximum context length of {model} is {limit}"           | "input and output do not fit the model's window" |
        | 400      | -                     | invalid_type            | -                     | InvalidRequest  | -          | -     | -                                                            | "a parameter has the wrong type"                 |
        | 400      | invalid_request_error | decimal_above_max_value | -                     | InvalidRequest  | -          | -     | "Decimal above maximum value"                                | "a decimal parameter is too large"               |
        | 400      | -                     | decimal_below_min_value | -                     | InvalidRequest  | -          | -     | -                                                            | "a decimal parameter is too small"               |
        | 400      | -                     | integer_above_max_value | -                     | InvalidRequest  | -          | -     | -                                                            | "an integer parameter is too large"              |
        | 400, 404 | -                     | model_not_found         | -                     | NotFound        | -          | -     | -                                                            | "there is no model with this id"                 |
        | 401      | -                     | invalid_authentication  | -                     | Authentication  | -          | -     | -                                                            | "the API key is wrong or has expired"            |
        | 402      | -                     | -                       | PaymentMethodRequired | QuotaExhausted  | -          | -     | "A payment method is required"                               | "the account has no payment method"              |
        | 408      | -                     | request_timeout         | -                     | Timeout         | -          | -     | -                                                            | "the request took too long"                      |
        | 410      | -                     | model_deprecated        | -                     | NotFound        | -          | -     | -                                                            | "the model was withdrawn"                        |
        | 429      | -                     | insufficient_quota      | -                     | RateLimited?    | -          | -     | "Rate limit exceeded"                                        | "a rate limit of the subscription tier"          |
        | 429      | -                     | -                       | RateLimit             | RateLimited     | -          | -     | "Request would exceed rate limit"                            | "the request would exceed a rate limit"          |
        | 429      | -                     | -                       | DailyLimit            | QuotaExhausted  | AfterReset | -     | "Request would exceed rate limit Violated duration_s: 86400" | "the tokens or requests of the day are used up"  |
        | 429, 504 | -                     | queue_full              | -                     | Unavailable     | -          | Model | -                                                            | "too many requests are in flight on the model"   |
        | 500      | -                     | internal_server_error   | -                     | Internal        | -          | -     | -                                                            | "a fault inside SambaNova"                       |
        | 503      | -                     | maintenance             | -                     | Unavailable     | -          | Model | -                                                            | "the model is under maintenance"                 |
        | 400      | -                     | -                       | -                     | InvalidRequest? | -          | -     | -                                                            | "the request is not valid"                       |
        | 401      | -                     | -                       | -                     | Authentication? | -          | -     | -                                                            | "the API key is missing or wrong"                |
        | 408      | -                     | -                       | SlowRequest           | Timeout?        | -          | -     | -                                                            | "the request took too long"                      |
        | 410      | -                     | -                       | -                     | NotFound?       | -          | -     | -                                                            | "the model is no longer available"               |
        | 429      | -                     | -                       | -                     | RateLimited?    | -          | -     | -                                                            | "a rate limit, or a full queue"                  |
        | 500      | -                     | -                       | ServerFault           | Internal?       | -          | -     | -                                                            | "a fault inside SambaNova"                       |
        | 503      | -                     | -                       | -                     | Unavailable?    | -          | Model | -                                                            | "the model is under maintenance"                 |
    }
}
