//! MiniMax.
//!
//! The native API responds with 200 and the code in `base_resp`; zero is a success. The routes that follow OpenAI and
//! Anthropic respond with an HTTP status code, a type such as `bad_request_error`, which is an alias here where it stands for
//! one code, and the code in parentheses at the end of the message. The types, and the codes that the page does not have, are
//! in public reports.

crate::provider_errors! {
    provider "minimax" {
        name: "MiniMax",
        docs: "https://platform.minimax.io/docs/api-reference/errorcode",
        retrieved: "2026-11-26",
        body: MINIMAX,
    }

    /// Error codes.
    pub enum ErrorCode {
        | code                                           | variant               | kind             | retry      | scope   | message                                                                                              | summary                                              |
        | 1000                                           | UnknownError          | Unknown?         | Backoff    | -       | "unknown error"                                                                                      | "an error that the provider cannot name"             |
        | 1001                                           | RequestTimeout        | Timeout          | -          | -       | "request timeout"                                                                                    | "no response in time"                                |
        | 1002                                           | RateLimit             | RateLimited      | -          | -       | "rate limit", "rate limit exceeded(RPM)"                                                             | "too many requests or tokens per minute"             |
        | 1004, authorized_error                         | NotAuthorized         | Authentication   | -          | -       | "not authorized", "token not match group", "cookie is missing, log in again", "login fail: {reason}" | "the API key is missing, wrong, or of another group" |
        | 1008, insufficient_balance_error               | InsufficientBalance   | QuotaExhausted   | -          | -       | "insufficient balance"                                                                               | "the account's balance is used up"                   |
        | 1024                                           | InternalError         | Internal         | -          | -       | "internal error"                                                                                     | "a fault inside the service"                         |
        | 1026                                           | InputSensitive        | ContentFiltered  | -          | -       | "input new_sensitive"                                                                                | "the input was refused by moderation"                |
        | 1027                                           | OutputSensitive       | ContentFiltered  | -          | -       | "output new_sensitive"                                                                               | "the output was refused by moderation"               |
        | 1033                                           | SystemError           | Internal         | -          | -       | "system error", "mysql failed"                                                                       | "a fault of a system behind the API"                 |
        | 1039                                           | TokenLimit            | RateLimited?     | -          | -       | "token limit"                                                                                        | "too many tokens per minute"                         |
        | 1041                                           | ConnectionLimit       | RateLimited      | -          | -       | "conn limit"                                                                                         | "too many connections"                               |
        | 1042                                           | InvisibleCharacters   | InvalidRequest   | -          | -       | "invisible character ratio limit"                                                                    | "too many invisible or illegal characters"           |
        | 1043                                           | AsrSimilarity         | InvalidRequest   | -          | -       | "The asr similarity check failed"                                                                    | "the spoken text differs from the given one"         |
        | 1044                                           | ClonePromptSimilarity | InvalidRequest   | -          | -       | "clone prompt similarity check failed"                                                               | "the prompt audio differs from its text"             |
        | 2013, bad_request_error, invalid_request_error | ContextTooLong        | ContextLength    | -          | -       | "invalid params, context window exceeds limit"                                                       | "the input does not fit the context window"          |
        | 2013, bad_request_error, invalid_request_error | MediaTooLarge         | PayloadTooLarge  | -          | -       | "invalid params, media exceeds size limit", "media exceeds size limit: {limit}"                      | "an image or another file is too large"              |
        | 2013, bad_request_error, invalid_request_error | InvalidParams         | InvalidRequest?  | -          | -       | -                                                                                                    | "a parameter is not valid"                           |
        | 20132                                          | InvalidSamples        | InvalidRequest   | -          | -       | "invalid samples or voice_id"                                                                        | "the samples or the id of the voice are not valid"   |
        | 2037                                           | VoiceDuration         | InvalidRequest   | -          | -       | "voice duration too short", "voice duration too long"                                                | "the voice sample is too short or too long"          |
        | 2038                                           | CloningDisabled       | PermissionDenied | -          | Account | "用户语音克隆功能被禁用"                                                                             | "cloning needs a verified identity"                  |
        | 2039                                           | VoiceIdDuplicate      | Conflict         | Never      | -       | "voice clone voice id duplicate"                                                                     | "the id of the voice is taken"                       |
        | 2042                                           | VoiceNotAllowed       | PermissionDenied | -          | Request | "You don't have access to this voice_id"                                                             | "the voice belongs to somebody else"                 |
        | 2045                                           | RateGrowth            | RateLimited      | -          | -       | "rate growth limit"                                                                                  | "the rate of requests rose too quickly"              |
        | 2048                                           | PromptAudioTooLong    | PayloadTooLarge  | -          | -       | "prompt audio too long"                                                                              | "the prompt audio is too long"                       |
        | 2049                                           | InvalidApiKey         | Authentication   | -          | -       | "invalid api key"                                                                                    | "the API key is wrong, or of the other site"         |
        | 2056                                           | UsageLimit            | QuotaExhausted   | AfterReset | -       | "usage limit exceeded", "usage limit exceeded, {detail}"                                             | "the plan's usage of five hours, a day or a week"    |
        | 2061                                           | ModelNotInPlan        | PermissionDenied | -          | Model   | "your current token plan not support model"                                                          | "the plan does not cover the model"                  |
    }
}
