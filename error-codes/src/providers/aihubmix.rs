//! AIHubMix, derived from one-api.
//!
//! Most responses have no code, so the message decides. A 503 is a wrong model or a rate limit, and the same sentence comes
//! with other statuses on the wire. What the page writes as "xx" and "(last 6 digits of request key)" are placeholders here.

crate::provider_errors! {
    provider "aihubmix" {
        name: "AIHubMix",
        docs: "https://docs.aihubmix.com/en/FAQs/HTTP-Codes",
        retrieved: "2026-11-21",
        body: OPENAI,
        base: super::one_api::PROVIDER,
    }

    /// Error codes and messages of the gateway.
    pub enum ErrorCode {
        | status | code                    | variant                 | kind             | scope   | message                                                                                                     | summary                                           |
        | 503    | -                       | IncorrectModelId        | NotFound         | -       | "Incorrect model ID. Please request to view the model page or you do not have permission to use this model" | "no channel serves this model"                    |
        | 503    | -                       | RateLimitedByProvider   | RateLimited      | Model   | "Rate limited by provider – contact support to request higher concurrency or try again later.", "Model {model} rate limited by provider – contact support to request higher concurrency or try again later."              | "the model's own provider limits the rate"        |
        | 429    | -                       | TooManyRequests         | RateLimited      | Model   | "The {model} model Too many requests; please try again later."                                              | "too many requests in a short time"               |
        | 403    | insufficient_user_quota | -                       | QuotaExhausted   | -       | "Your account balance is insufficient. Please recharge your account to continue using the API."             | "the balance is used up"                          |
        | 403    | -                       | AccountSuspended        | PermissionDenied | Account | "Account suspended."                                                                                        | "the account is disabled or on a blacklist"       |
        | 403    | -                       | InsufficientPermissions | PermissionDenied | Account | "Forbidden – insufficient permissions."                                                                     | "the account's role does not allow it"            |
        | 403    | -                       | AddressNotAllowed       | PermissionDenied | -       | "Forbidden – key{key} allowed only from approved IP ranges."                                                | "the key may not be used from this address"       |
        | 403    | -                       | ModelNotAuthorized      | PermissionDenied | -       | "Forbidden – key{key} not authorized to access the requested model."                                        | "the key may not use this model"                  |
        | 403    | -                       | ChannelChoiceDenied     | PermissionDenied | Request | "Key error;{key}"                                                                                           | "only an administrator may choose a channel"      |
        | 403    | -                       | ChannelDisabled         | PermissionDenied | Request | "Forbidden – channel has been disabled."                                                                    | "the chosen channel is disabled"                  |
        | 401    | -                       | MissingAccessToken      | Authentication   | -       | "Unauthorized – no access token supplied; please log in and include a valid token."                         | "no key was given"                                |
        | 401    | -                       | InvalidAccessToken      | Authentication   | -       | "Unauthorized – access token is invalid or expired."                                                        | "the key is wrong or expired"                     |
        | 400    | -                       | InvalidChannelId        | InvalidRequest   | -       | "Bad Request – invalid channel ID."                                                                         | "the channel's id is malformed or does not exist" |
        | 400    | prompt_missing          | -                       | InvalidRequest   | -       | "prompt is required"                                                                                        | "an image was asked for without a prompt"         |
        | 400    | prompt_too_long         | -                       | ContextLength    | -       | "prompt is too long"                                                                                        | "the prompt is over the length limit"             |
        | 400    | text_too_long           | -                       | ContextLength    | -       | "input is too long"                                                                                         | "the text to be spoken is too long"               |
        | 400    | size_not_supported      | -                       | InvalidRequest   | -       | "size not supported"                                                                                        | "the model does not make images of this size"     |
        | 400    | n_not_within_range      | -                       | InvalidRequest   | -       | "invalid value of n"                                                                                        | "`n` is out of range"                             |
    }
}
