//! TokenDog, a deployment of new-api.
//!
//! Kinds and hints follow the page's column "What to do". What it says to retry is retried, and what only the support can
//! mend is not: a channel's bad key is the gateway's own and says nothing about the caller's. new-api sends an exhausted
//! quota with 401, 403 and 429 and an unknown model with 503, so a status code by itself is never more than a first guess.

crate::provider_errors! {
    provider "tokendog" {
        name: "TokenDog",
        docs: "https://doc.tokendog.io/en/api-reference/guide/error-codes",
        retrieved: "2026-11-21",
        body: OPENAI,
        base: super::new_api::PROVIDER,
    }

    /// Business error codes, and the HTTP status codes of responses without one.
    pub enum ErrorCode {
        | status | code                             | variant         | kind              | retry | scope | summary                                               |
        | 400    | -                                | BadRequest      | InvalidRequest?   | -     | -     | "parameters are missing or malformed"                 |
        | 401    | -                                | Unauthorized    | Authentication?   | -     | -     | "the key is missing or wrong"                         |
        | 403    | -                                | Forbidden       | PermissionDenied? | -     | -     | "every model, or this one, is closed to the key"      |
        | 404    | -                                | NotFound        | NotFound?         | -     | -     | "the path or the model does not exist"                |
        | 429    | -                                | TooManyRequests | RateLimited?      | -     | -     | "a rate limit"                                        |
        | 5xx    | -                                | UpstreamError   | Unavailable?      | -     | -     | "a failure upstream or in the gateway"                |
        | -      | invalid_request                  | -               | InvalidRequest    | -     | -     | "the request's parameters are not valid"              |
        | -      | bad_request_body                 | -               | InvalidRequest    | -     | -     | "the request's body is malformed"                     |
        | -      | read_request_body_failed         | -               | InvalidRequest    | -     | -     | "the request's body could not be read"                |
        | -      | convert_request_failed           | -               | InvalidRequest    | -     | -     | "the parameters do not fit the upstream's format"     |
        | -      | sensitive_words_detected         | -               | ContentFiltered   | -     | -     | "the input holds sensitive words"                     |
        | -      | prompt_blocked                   | -               | ContentFiltered   | -     | -     | "the prompt was blocked"                              |
        | -      | access_denied                    | -               | PermissionDenied  | -     | -     | "key, permissions or group do not allow it"           |
        | -      | model_not_found                  | -               | NotFound          | -     | -     | "the model does not exist or is not in the plan"      |
        | -      | invalid_api_type                 | -               | InvalidRequest    | -     | -     | "the API type is not supported"                       |
        | -      | get_channel_failed               | -               | Unavailable       | -     | Model | "no channel is free for the model"                    |
        | -      | "channel:no_available_key"       | -               | Unavailable       | -     | Model | "the channel has no key that works"                   |
        | -      | "channel:invalid_key"            | -               | Internal          | Never | -     | "the gateway's own key for the upstream is not valid" |
        | -      | "channel:model_mapped_error"     | -               | Internal          | Never | Model | "the gateway maps the model wrongly"                  |
        | -      | "channel:response_time_exceeded" | -               | Timeout           | -     | -     | "the upstream took too long"                          |
        | -      | insufficient_user_quota          | -               | QuotaExhausted    | -     | -     | "the account's quota is used up"                      |
        | -      | pre_consume_token_quota_failed   | -               | QuotaExhausted    | -     | Key   | "the key's quota does not cover the request"          |
        | -      | model_price_error                | -               | Internal          | Never | Model | "the gateway has no price for the model"              |
        | -      | count_token_failed               | -               | InvalidRequest    | -     | -     | "the input's tokens could not be counted"             |
        | -      | do_request_failed                | -               | Unavailable?      | -     | -     | "the request to the upstream failed"                  |
        | -      | bad_response                     | -               | Unavailable?      | -     | -     | "the upstream's response makes no sense"              |
        | -      | bad_response_status_code         | -               | Unavailable?      | -     | -     | "the upstream responded with an error"                |
        | -      | empty_response                   | -               | Unavailable       | -     | -     | "the upstream's response is empty"                    |
        | -      | read_response_body_failed        | -               | Unavailable       | -     | -     | "the upstream's response could not be read"           |
        | -      | json_marshal_failed              | -               | Internal          | -     | -     | "the gateway could not write JSON"                    |
        | -      | query_data_error                 | -               | Internal          | -     | -     | "the gateway could not read its database"             |
        | -      | update_data_error                | -               | Internal          | -     | -     | "the gateway could not write to its database"         |
    }
}
