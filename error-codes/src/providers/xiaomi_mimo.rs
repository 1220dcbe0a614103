//! Xiaomi MiMo, with pay-as-you-go keys and those of a Token Plan.
//!
//! The place of the code repeats the HTTP status code as a text, and `type` is often empty. What is wrong with a parameter
//! stands in `param`, under the message "Param Incorrect". The page has the status codes; types and messages are those of
//! responses in public reports, such as <https://github.com/earendil-works/pi/issues/4602>.

crate::provider_errors! {
    provider "xiaomi_mimo" {
        name: "Xiaomi MiMo",
        docs: "https://platform.xiaomimimo.com/docs/en-US/quick-start/error-codes",
        retrieved: "2026-11-26",
        body: OPENAI_STATUS,
    }

    /// Messages, types and HTTP status codes.
    pub enum ErrorCode {
        | status | type                 | variant           | kind              | message                             | summary                                                |
        | 400    | -                    | ParamIncorrect    | InvalidRequest    | "Param Incorrect", "Invalid Format" | "a parameter is missing, wrong or not supported"       |
        | 400    | -                    | ModelNotSupported | NotFound          | "Not supported model {model}"       | "there is no such model, or not at this address"       |
        | 400    | -                    | -                 | InvalidRequest?   | -                                   | "the request is not valid"                             |
        | 401    | invalid_key          | -                 | Authentication    | "Invalid API Key"                   | "the API key is wrong, or for another address"         |
        | 401    | -                    | -                 | Authentication?   | -                                   | "the API key is missing, wrong or for another address" |
        | 402    | insufficient_balance | -                 | QuotaExhausted    | "Insufficient account balance"      | "the balance is used up"                               |
        | 402    | -                    | NoBalance         | QuotaExhausted    | -                                   | "the balance is used up"                               |
        | 403    | -                    | -                 | PermissionDenied? | -                                   | "the region or the key is restricted"                  |
        | 404    | -                    | -                 | NotFound?         | -                                   | "the model or endpoint is missing, or takes no images" |
        | 421    | -                    | ContentFilter     | ContentFiltered   | -                                   | "moderation rejected the content"                      |
        | 429    | limitation           | -                 | RateLimited?      | "Too many requests"                 | "too many requests, or the Token Plan is used up"      |
        | 429    | -                    | -                 | RateLimited?      | -                                   | "a limit of requests or of the Token Plan"             |
        | 500    | -                    | -                 | Internal?         | -                                   | "a fault inside the service"                           |
        | 503    | -                    | -                 | Unavailable?      | -                                   | "the service is overloaded"                            |
    }
}
