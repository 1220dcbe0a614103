//! Stability AI.
//!
//! The code is in `name` and the sentences are in `errors`; the first version of the API has `message` instead. A response
//! whose image was blurred is a 200 with the finish reason `CONTENT_FILTERED`.

crate::provider_errors! {
    provider "stability" {
        name: "Stability AI",
        docs: "https://platform.stability.ai/docs/api-reference",
        retrieved: "2026-11-26",
        body: STABILITY,
    }

    /// Error codes, and errors that are known by their sentence.
    pub enum ErrorCode {
        | status | code               | variant              | kind            | message                                                                                                                   | summary                                        |
        | 400    | bad_request        | -                    | InvalidRequest? | -                                                                                                                         | "a field is missing or not valid"              |
        | 401    | unauthorized       | -                    | Authentication  | "authorization: invalid or missing header value", "Incorrect API key provided"                                            | "the API key is missing or wrong"              |
        | 402    | payment_required   | -                    | QuotaExhausted  | "You lack sufficient credits to make this request"                                                                        | "the account's credits are used up"            |
        | 403    | content_moderation | -                    | ContentFiltered | "Your request was flagged by our content moderation system"                                                               | "the input was flagged as unsafe"              |
        | 200    | CONTENT_FILTERED   | -                    | ContentFiltered | -                                                                                                                         | "the output was flagged as unsafe and blurred" |
        | 413    | -                  | PayloadTooLarge      | PayloadTooLarge | "payloads cannot be larger than {limit}"                                                                                  | "the body is too large"                        |
        | 422    | -                  | LanguageNotSupported | InvalidRequest  | "English is the only supported language"                                                                                  | "the prompt is not in English"                 |
        | 429    | -                  | RateLimited          | RateLimited     | "You have exceeded the rate limit of {limit}, and have been timed out for {duration}", "You have exceeded the rate limit" | "requests come too fast"                       |
        | 500    | -                  | UnexpectedError      | Internal        | "An unexpected server error has occurred"                                                                                 | "a fault of the service"                       |
        | 422    | -                  | Rejected             | InvalidRequest? | -                                                                                                                         | "the request was rejected"                     |
    }
}
