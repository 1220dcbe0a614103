//! Replicate.
//!
//! A refused request comes as a problem (RFC 9457) whose `detail` says what happened; a prediction that failed has a
//! sentence in `error`, which may end in a code in parentheses. Sentences of requests are those that clients report.

crate::provider_errors! {
    provider "replicate" {
        name: "Replicate",
        docs: "https://replicate.com/docs/reference/error-codes",
        retrieved: "2026-11-26",
        body: PROBLEM,
    }

    /// Codes of predictions that failed.
    pub enum ErrorCode {
        | code  | variant           | kind           | retry | scope | message                                                      | summary                                       |
        | E1000 | UnknownError      | Internal?      | -     | Model | "Unknown Error", "{text} (E1000)"                            | "the prediction failed for an unknown reason" |
        | E1001 | OutOfMemory       | Internal       | Never | Model | "Model Out of Memory (OOM Killed)", "{text} (E1001)"         | "the model ran out of memory"                 |
        | E4875 | WebhookUrlEmpty   | InvalidRequest | -     | -     | "Internal Webhook URL Empty", "{text} (E4875)"               | "the webhook's URL is empty"                  |
        | E8367 | Stopped           | Cancelled      | -     | -     | "Prediction Stopped in Non-Terminal State", "{text} (E8367)" | "the prediction was stopped while running"    |
        | E8765 | HealthCheckFailed | Unavailable    | -     | Model | "Model Health Check Failed", "{text} (E8765)"                | "the model failed its health check"           |
        | E9243 | StartFailed       | Internal       | -     | Model | "Error Starting Prediction", "{text} (E9243)"                | "the prediction could not be started"         |
        | E9825 | UploadFailed      | Internal       | -     | -     | "Failed to Upload File", "{text} (E9825)"                    | "a file of the result could not be stored"    |
    }

    /// Errors without a code.
    pub enum MessageError {
        | status | variant             | kind            | scope | message                                                                                                   | summary                                          |
        | 429    | Throttled           | RateLimited     | -     | "Request was throttled. Your rate limit", "Request was throttled. Expected available in {seconds} second" | "requests come too fast"                         |
        | 402    | InsufficientCredit  | QuotaExhausted  | -     | "You have insufficient credit to run this model"                                                          | "the account's credit is used up"                |
        | 401    | Unauthenticated     | Authentication  | -     | "You did not pass an authentication token", "You did not pass a valid authentication token"               | "no API token was given"                         |
        | 422    | NoSuchVersion       | NotFound        | -     | "The specified version does not exist"                                                                    | "there is no such version of a model"            |
        | -      | FlaggedAsSensitive  | ContentFiltered | -     | "The input or output was flagged as sensitive"                                                            | "the input or output was flagged as unsafe"      |
        | -      | Interrupted         | Unavailable     | Model | "Prediction interrupted; please retry"                                                                    | "the prediction was interrupted"                 |
        | -      | DirectorError       | Internal        | Model | "Director: unexpected error handling prediction"                                                          | "a fault while the prediction ran"               |
        | 402    | PaymentRequired     | QuotaExhausted  | -     | -                                                                                                         | "the account's credit or spend limit is used up" |
        | 422    | UnprocessableEntity | InvalidRequest? | -     | -                                                                                                         | "the input does not fit the model's schema"      |
        | 429    | TooManyRequests     | RateLimited?    | -     | -                                                                                                         | "a rate limit"                                   |
    }
}
