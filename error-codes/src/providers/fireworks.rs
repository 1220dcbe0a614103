//! Fireworks AI.
//!
//! The page documents statuses; the codes are from the provider's cookbook and from public reports. A 412 is an account that is
//! suspended, mostly for its bills, or a LoRA that failed to load.
//!
//! Further source: `deploy-and-troubleshoot.md` in <https://github.com/fw-ai/cookbook>.

crate::provider_errors! {
    provider "fireworks" {
        name: "Fireworks AI",
        docs: "https://docs.fireworks.ai/guides/inference-error-codes",
        retrieved: "2026-11-26",
        body: OPENAI,
    }

    /// Errors that the page lists by their status.
    pub enum StatusError {
        | status | variant      | kind             | retry | summary                                                     |
        | 400    | -            | InvalidRequest?  | -     | "the request is malformed"                                  |
        | 401    | -            | Authentication?  | -     | "the API key is wrong or may not do this"                   |
        | 402    | -            | QuotaExhausted   | -     | "no paid plan, or its usage limit has been reached"         |
        | 403    | -            | Authentication?  | -     | "the API key was not accepted"                              |
        | 404    | -            | NotFound?        | -     | "the path, model or deployment does not exist for this key" |
        | 405    | -            | InvalidRequest   | -     | "the HTTP method is not supported"                          |
        | 408    | -            | Timeout          | -     | "the request took too long"                                 |
        | 412    | -            | QuotaExhausted?  | -     | "a precondition of the account or the model does not hold"  |
        | 413    | -            | PayloadTooLarge? | -     | "the input is too large"                                    |
        | 429    | -            | RateLimited?     | -     | "a rate limit, or a deployment that is saturated"           |
        | 500    | -            | Internal         | Never | "a bug on the server that will hardly pass"                 |
        | 502    | -            | Unavailable?     | -     | "an upstream server responded badly"                        |
        | 503    | -            | Unavailable?     | -     | "in maintenance or temporarily down"                        |
        | 504    | -            | Timeout?         | -     | "an upstream server took too long"                          |
        | 520    | UnknownError | Unavailable?     | -     | "an error without an explanation"                           |
    }

    /// Codes and messages in the body.
    pub enum ErrorCode {
        // To a phrase, `LoRA` is two words, as `AccountLocked` is.
        | status | code                  | variant            | kind            | scope | message                                                                               | phrase                                                                                                             | summary                                                        |
        | 401    | UNAUTHORIZED          | InvalidApiKey      | Authentication  | -     | "The API key you provided is invalid."                                                | -                                                                                                                  | "the API key is wrong"                                         |
        | 404    | NOT_FOUND             | -                  | NotFound        | -     | "Model not found, inaccessible, and/or not deployed"                                  | -                                                                                                                  | "the model does not exist or is not deployed"                  |
        | 412    | PRECONDITION_FAILED   | -                  | QuotaExhausted? | -     | -                                                                                     | -                                                                                                                  | "a precondition is not met; mostly the account is suspended"   |
        | 412    | PRECONDITION_FAILED   | AccountSuspended   | QuotaExhausted  | -     | "Account {account} is suspended, possibly due to reaching the monthly spending limit" | -                                                                                                                  | "the account is suspended for its bills or its spending limit" |
        | 412    | PRECONDITION_FAILED   | LoraNotLoaded      | Unavailable     | Model | -                                                                                     | "(lo ra|lora|adapter) … (failed|cannot|could not|unable) … (load|loaded)", "(load|loading) … (lo ra|lora|adapter)" | "the LoRA failed to load"                                      |
        | 429    | -                     | FirstTokenDeadline | Unavailable     | Model | "Request didn't generate first token before the given deadline"                       | -                                                                                                                  | "the model is too busy to begin in time"                       |
        | 503    | DEPLOYMENT_SCALING_UP | -                  | Unavailable     | Model | -                                                                                     | -                                                                                                                  | "a deployment that was scaled to zero is starting"             |
    }
}
