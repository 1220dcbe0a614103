//! UCloud ModelVerse, whose documentation has moved to AstraFlow.
//!
//! The aliases are the names that the codes had before September 2025, and spellings seen on the wire. `param` is the
//! request id, and a live message continues with details after a colon.

crate::provider_errors! {
    provider "modelverse" {
        name: "UCloud ModelVerse",
        docs: "https://astraflow.ucloud.cn/docs/modelverse",
        retrieved: "2026-11-21",
        body: MODELVERSE,
    }

    /// Error codes of the ModelVerse API.
    pub enum ErrorCode {
        | status | type                  | code                                 | kind             | scope | message                                                     | summary                                                 |
        | 400    | invalid_request_error | param_error, invalid_param           | InvalidRequest   | -     | "Invalid param"                                             | "a parameter is not valid"                              |
        | 400    | invalid_request_error | invalid_messages                     | ContentFiltered  | -     | "Sensitive chat messages"                                   | "the conversation holds words that moderation refuses"  |
        | 400    | invalid_request_error | sensitive_check_error                | ContentFiltered  | -     | "Sensitive check error"                                     | "the content did not pass the compliance check"         |
        | 400    | invalid_request_error | websearch_error, web_search_error    | Unavailable      | -     | "Web search error"                                          | "the web search failed or is not available"             |
        | 400    | invalid_request_error | model_error, invalid_model           | PermissionDenied | Model | "No permission to use the model"                            | "the key may not use this model"                        |
        | 400    | invalid_request_error | tokens_too_long, characters_too_long | ContextLength    | -     | "Prompt tokens too long"                                    | "the prompt is too long for the model"                  |
        | 401    | invalid_request_error | auth_error, invalid_token            | Authentication   | -     | "Validate Certification failed"                             | "the key is missing or not valid"                       |
        | 408    | timeout               | timeout                              | Timeout          | -     | "Request timeout, please try again later"                   | "the request took too long"                             |
        | 429    | rate_limit_error      | rate_limit                           | RateLimited      | -     | "Rate limit exceeded, please try again later"               | "too many requests in a short time"                     |
        | 500    | internal_error        | internal_error                       | Internal         | -     | "Internal Server Error"                                     | "a fault inside the service"                            |
        | 500    | internal_error        | model_server_error, llm_server_error | Unavailable?     | -     | "Request llm server Error"                                  | "the model's server responded with an error"            |
        | 504    | timeout               | gateway_timeout_error                | Timeout          | -     | "Gateway timeout, please try again later or use stream api" | "the gateway waited too long; a stream may get through" |
    }
}
