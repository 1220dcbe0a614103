//! Voyage AI: embeddings and reranking.
//!
//! There are no codes: the status says the class of a fault, and the sentence in `detail` the rest. Sentences are those of
//! responses in reports.

crate::provider_errors! {
    provider "voyage" {
        name: "Voyage AI",
        docs: "https://docs.voyageai.com/docs/error-codes",
        retrieved: "2026-11-26",
        body: DETAIL,
    }

    /// Status codes.
    pub enum ErrorCode {
        | status        | variant            | kind              | scope    | summary                                              |
        | 400           | InvalidRequest     | InvalidRequest?   | -        | "the body or a parameter is not valid, or too large" |
        | 401           | Unauthorized       | Authentication?   | -        | "the key is missing or wrong"                        |
        | 403           | Forbidden          | PermissionDenied? | Provider | "the address may be blocked"                         |
        | 429           | RateLimitExceeded  | RateLimited?      | -        | "requests come too fast"                             |
        | 500           | ServerError        | Internal?         | -        | "a fault inside the service"                         |
        | 502, 503, 504 | ServiceUnavailable | Unavailable?      | -        | "the servers have too much traffic"                  |
    }

    /// Sentences.
    pub enum MessageError {
        | status | variant         | kind            | scope   | message                                                                                                                                                                                                                                                                                                     | summary                                                 |
        | 400    | BatchTooLarge   | PayloadTooLarge | -       | "Request to model '{model}' failed. The max allowed tokens per submitted batch is {limit}", "The max allowed tokens per submitted batch is {limit}"                                                                                                                                                         | "the batch has too many tokens in all"                  |
        | 400    | ExampleTooLong  | ContextLength   | -       | "Request to model '{model}' failed. The example at index {index} in your batch has too many tokens and does not fit into the model's context window of {limit} tokens", "The example at index {index} in your batch has too many tokens and does not fit into the model's context window of {limit} tokens" | "one of the texts is over the model's window"           |
        | 429    | NoPaymentMethod | RateLimited     | Account | "You have not yet added your payment method in the billing page and will have reduced rate limits of {limits}"                                                                                                                                                                                              | "the low limits of an account without a payment method" |
    }
}
