//! DeepSeek.
//!
//! `code` is `invalid_request_error` for nearly every fault, a wrong key and an empty balance included, and `type` is
//! `unknown_error` for the latter. So the rows stand on sentence, type and status, and not on the code. Without any key the
//! body is plain text.
//!
//! The page names faults by status only; sentences are those of public reports.

crate::provider_errors! {
    provider "deepseek" {
        name: "DeepSeek",
        docs: "https://api-docs.deepseek.com/quick_start/error_codes",
        retrieved: "2026-11-26",
        body: OPENAI,
    }

    /// Error codes, which are HTTP status codes, and the sentences of those that stand for several faults.
    pub enum ErrorCode {
        | status | type                      | variant             | kind            | message                                                                                                               | summary                                            |
        | 400    | invalid_request_error     | ContextTooLong      | ContextLength   | "This model's maximum context length is {limit} tokens"                                                               | "prompt and output do not fit the context window"  |
        | 400    | invalid_request_error     | ModelNotFound       | NotFound        | "The supported API model names are {models}", "Model Not Exist"                                                       | "there is no such model"                           |
        | 400    | invalid_request_error     | ContentRisk         | ContentFiltered | "Content Exists Risk"                                                                                                 | "the content was refused by moderation"            |
        | 400    | invalid_request_error     | ReasoningMissing    | InvalidRequest  | "The {field} in the thinking mode must be passed back to the API"                                                     | "the history lacks the reasoning of earlier turns" |
        | 400    | invalid_request_error     | InvalidRequestError | InvalidRequest? | -                                                                                                                     | "the request is not valid"                         |
        | 401    | authentication_error      | InvalidApiKey       | Authentication  | "Authentication Fails, Your api key: {key} is invalid", "Authentication Fails (no such user)", "Authentication Fails" | "the API key is wrong"                             |
        | 401    | -                         | MissingApiKey       | Authentication  | "Authentication Fails (governor)"                                                                                     | "no API key was sent"                              |
        | 402    | -                         | InsufficientBalance | QuotaExhausted  | "Insufficient Balance"                                                                                                | "the account's balance is used up"                 |
        | 503    | service_unavailable_error | ServiceBusy         | Unavailable     | "Service is too busy. We advise users to temporarily switch to alternative LLM API service providers"                 | "the service is overloaded"                        |
        | 400    | -                         | InvalidFormat       | InvalidRequest? | -                                                                                                                     | "the request's body has a wrong format"            |
        | 422    | -                         | InvalidParameters   | InvalidRequest? | -                                                                                                                     | "a parameter is not valid"                         |
        | 429    | -                         | RateLimitReached    | RateLimited?    | -                                                                                                                     | "too many requests, or too many at a time"         |
        | 500    | -                         | ServerError         | Internal?       | -                                                                                                                     | "a fault inside the service"                       |
        | 503    | -                         | ServerOverloaded    | Unavailable?    | -                                                                                                                     | "the service is overloaded by traffic"             |
    }
}
