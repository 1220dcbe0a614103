//! one-api (songquanpeng/one-api), an open-source gateway that many sites run.
//!
//! Its middleware sends no code, so the message decides. The messages are those of its source; the messages of
//! `pre_consume_token_quota_failed` are rows of their own, because sites drop the code.

crate::provider_errors! {
    provider "one_api" {
        name: "one-api",
        docs: "https://github.com/songquanpeng/one-api",
        retrieved: "2026-11-26",
        body: OPENAI,
    }

    /// Errors of the gateway itself, wrapped by `ErrorWrapper`.
    pub enum ErrorCode {
        | status | type                  | code                           | variant                    | kind            | retry | scope   | message                                       | summary                                                |
        | 500    | one_api_error         | close_response_body_failed     | -                          | Internal        | -     | -       | -                                             | "the upstream's response could not be closed"          |
        | 500    | one_api_error         | unmarshal_response_body_failed | -                          | Unavailable?    | -     | -       | -                                             | "the upstream's response is not JSON"                  |
        | 500    | one_api_error         | read_response_body_failed      | -                          | Unavailable     | -     | -       | -                                             | "the upstream's response could not be read"            |
        | 500    | one_api_error         | marshal_response_body_failed   | -                          | Internal        | -     | -       | -                                             | "the gateway could not write its response as JSON"     |
        | 500    | one_api_error         | do_request_failed              | -                          | Unavailable?    | -     | -       | -                                             | "the request to the upstream failed"                   |
        | 500    | one_api_error         | copy_response_body_failed      | -                          | Internal        | -     | -       | -                                             | "the upstream's response could not be copied"          |
        | 500    | one_api_error         | write_response_body_failed     | -                          | Internal        | -     | -       | -                                             | "the response could not be written"                    |
        | 500    | one_api_error         | close_request_body_failed      | -                          | Internal        | -     | -       | -                                             | "the request's body could not be closed"               |
        | 500    | one_api_error         | new_request_failed             | -                          | Internal        | Never | -       | -                                             | "the request to the upstream could not be made"        |
        | 500    | one_api_error         | new_request_body_failed        | -                          | Internal        | Never | -       | -                                             | "the upstream request's body could not be made"        |
        | 500    | one_api_error         | convert_request_failed         | -                          | InvalidRequest  | -     | -       | -                                             | "the request does not fit the upstream's format"       |
        | 500    | one_api_error         | convert_image_request_failed   | -                          | InvalidRequest  | -     | -       | -                                             | "the image request does not fit the upstream's format" |
        | 500    | one_api_error         | marshal_image_request_failed   | -                          | Internal        | Never | -       | -                                             | "the gateway could not write the image request"        |
        | 500    | one_api_error         | get_text_from_body_err         | -                          | InvalidRequest  | -     | -       | -                                             | "the text could not be read from the body"             |
        | 500    | one_api_error         | get_image_cost_ratio_failed    | -                          | InvalidRequest  | -     | -       | -                                             | "the image's size or quality has no price"             |
        | 500    | one_api_error         | get_user_quota_failed          | -                          | Internal        | -     | -       | -                                             | "the gateway could not look the quota up"              |
        | 500    | one_api_error         | decrease_user_quota_failed     | -                          | Internal        | -     | -       | -                                             | "the gateway could not take from the quota"            |
        | 403    | one_api_error         | insufficient_user_quota        | -                          | QuotaExhausted  | -     | -       | -                                             | "the account's quota is used up"                       |
        | 403    | one_api_error         | pre_consume_token_quota_failed | PreConsumeTokenQuotaFailed | QuotaExhausted  | -     | Key     | "令牌额度不足"                                | "the key's quota does not cover the request"           |
        | 403    | one_api_error         | pre_consume_token_quota_failed | PreConsumeUserQuotaFailed  | QuotaExhausted  | -     | -       | "用户额度不足"                                | "the account's quota does not cover the request"       |
        | 403    | one_api_error         | pre_consume_token_quota_failed | PreConsumeFailed           | QuotaExhausted? | -     | Key     | -                                             | "the quota could not be reserved"                      |
        | 500    | one_api_error         | xunfei_request_failed          | -                          | Unavailable?    | -     | -       | -                                             | "the request to Xunfei failed"                         |
        | 500    | one_api_error         | xunfei_empty_response_detected | -                          | Unavailable     | -     | -       | -                                             | "Xunfei's response is empty"                           |
        | 500    | one_api_error         | ali_async_task_failed          | -                          | Unavailable?    | -     | -       | -                                             | "a task at Alibaba failed"                             |
        | 500    | one_api_error         | ali_async_task_wait_failed     | -                          | Unavailable?    | -     | -       | -                                             | "waiting for a task at Alibaba failed"                 |
        | 500    | one_api_error         | chat_task_failed               | -                          | Unavailable?    | -     | -       | -                                             | "an upstream chat task failed"                         |
        | 500    | one_api_error         | image_task_failed              | -                          | Unavailable?    | -     | -       | -                                             | "an upstream image task failed"                        |
        | 500    | one_api_error         | unexpected_response_format     | -                          | Unavailable     | -     | -       | -                                             | "the upstream's response has an unexpected form"       |
        | 500    | one_api_error         | not_implemented                | -                          | InvalidRequest  | -     | -       | -                                             | "the channel does not support this"                    |
        | 400    | one_api_error         | text_too_long                  | -                          | ContextLength   | -     | -       | -                                             | "the text to be spoken is too long"                    |
        | 400    | one_api_error         | size_not_supported             | -                          | InvalidRequest  | -     | -       | -                                             | "the model does not make images of this size"          |
        | 400    | one_api_error         | prompt_too_long                | -                          | ContextLength   | -     | -       | -                                             | "the prompt is over the length limit"                  |
        | 400    | one_api_error         | prompt_missing                 | -                          | InvalidRequest  | -     | -       | -                                             | "the prompt is missing"                                |
        | 400    | one_api_error         | n_not_within_range             | -                          | InvalidRequest  | -     | -       | -                                             | "`n` is out of range"                                  |
        | 400    | one_api_error         | invalid_text_request           | -                          | InvalidRequest  | -     | -       | -                                             | "the text request is not valid"                        |
        | 400    | one_api_error         | invalid_json                   | -                          | InvalidRequest  | -     | -       | -                                             | "the body is no JSON"                                  |
        | 400    | one_api_error         | invalid_image_request          | -                          | InvalidRequest  | -     | -       | -                                             | "the image request is not valid"                       |
        | 400    | one_api_error         | invalid_auth                   | -                          | Internal        | Never | -       | -                                             | "the channel's own key has the wrong form"             |
        | 400    | one_api_error         | request_is_nil                 | -                          | InvalidRequest  | -     | -       | -                                             | "the request is empty"                                 |
        | 400    | one_api_error         | invalid_api_type               | -                          | Internal        | Never | Model   | "invalid api type: {api_type}"                | "the channel's API type is unknown to the gateway"     |
        | 500    | one_api_error         | request_error                  | -                          | Unavailable?    | -     | -       | "type {type}, code {code}, message {message}" | "the upstream refused a transcription"                 |
        | 200    | invalid_request_error | model_not_found                | -                          | NotFound        | -     | -       | "The model '{model}' does not exist"          | "there is no such model"                               |
        | 501    | one_api_error         | api_not_implemented            | -                          | NotFound        | -     | Request | "API not implemented"                         | "the gateway does not have this endpoint"              |
        | 5xx    | upstream_error        | bad_response_status_code       | BadStatus5xx               | Unavailable?    | -     | -       | -                                             | "the upstream responded with a 5xx"                    |
        | 429    | upstream_error        | bad_response_status_code       | BadStatus429               | RateLimited?    | -     | -       | -                                             | "the upstream limits the rate"                         |
        | -      | upstream_error        | bad_response_status_code       | -                          | Unknown?        | -     | -       | -                                             | "the upstream responded with an error"                 |
        | 500    | upstream_error        | bad_response                   | -                          | Unavailable?    | -     | -       | -                                             | "there is no response from the upstream"               |
    }

    /// Errors of the middleware, which have a message and no code.
    pub enum MessageError {
        | status | variant               | kind             | scope   | message                                                    | summary                                      |
        | 401    | TokenMissing          | Authentication   | -       | "未提供令牌"                                               | "no key was given"                           |
        | 401    | TokenInvalid          | Authentication   | -       | "无效的令牌"                                               | "the key is wrong"                           |
        | 401    | TokenCheckFailed      | Internal         | -       | "令牌验证失败"                                             | "the gateway could not check the key"        |
        | 401    | NamedTokenExhausted   | QuotaExhausted   | Key     | "令牌 {name}（#{id}）额度已用尽"                           | "the key's quota is used up"                 |
        | 401    | TokenExhausted        | QuotaExhausted   | Key     | "该令牌额度已用尽"                                         | "the key's quota is used up"                 |
        | 401    | TokenExpired          | Authentication   | -       | "该令牌已过期"                                             | "the key has expired"                        |
        | 401    | TokenUnavailable      | Authentication   | -       | "该令牌状态不可用"                                         | "the key is disabled"                        |
        | 401    | NotLoggedIn           | Authentication   | -       | "无权进行此操作，未登录且未提供 access token"              | "no access token was given"                  |
        | 401    | AccessTokenInvalid    | Authentication   | -       | "无权进行此操作，access token 无效"                        | "the access token is wrong"                  |
        | 403    | RoleNotAllowed        | PermissionDenied | Account | "无权进行此操作，权限不足"                                 | "the account's role does not allow it"       |
        | 403    | SubnetNotAllowed      | PermissionDenied | -       | "该令牌只能在指定网段使用：{subnet}，当前 ip：{ip}"        | "the key may not be used from this address"  |
        | 403    | UserBanned            | PermissionDenied | Account | "用户已被封禁"                                             | "the account is banned"                      |
        | 403    | ModelNotAllowed       | PermissionDenied | -       | "该令牌无权使用模型：{model}"                              | "the key may not use this model"             |
        | 403    | ChannelChoiceDenied   | PermissionDenied | Request | "普通用户不支持指定渠道"                                   | "only an administrator may choose a channel" |
        | 400    | InvalidChannelId      | InvalidRequest   | -       | "无效的渠道 Id"                                            | "the channel's id is wrong"                  |
        | 403    | ChannelDisabled       | PermissionDenied | Request | "该渠道已被禁用"                                           | "the chosen channel is disabled"             |
        | 503    | NoChannel             | NotFound         | -       | "当前分组 {group} 下对于模型 {model} 无可用渠道"           | "no channel of the group serves the model"   |
        | 429    | UpstreamSaturated     | RateLimited?     | Model   | "当前分组上游负载已饱和，请稍后再试"                       | "the upstreams of the group limit the rate"  |
        | 404    | InvalidUrl            | NotFound         | Request | "Invalid URL ({method} {path})"                            | "there is no such endpoint"                  |
        | -      | ModelMissing          | NotFound         | -       | "The model '{model}' does not exist"                       | "there is no such model"                     |
        | 403    | UserQuotaNotEnough    | QuotaExhausted   | -       | "user quota is not enough"                                 | "the account's quota is used up"             |
        | 403    | UserQuotaInsufficient | QuotaExhausted   | -       | "用户额度不足"                                             | "the account's quota is used up"             |
        | 403    | TokenQuotaNotEnough   | QuotaExhausted   | Key     | "令牌额度不足"                                             | "the key's quota does not cover the request" |
        | -      | NoResponse            | Unavailable      | -       | "resp is nil"                                              | "there is no response from the upstream"     |
        | 401    | LoginInvalid          | Authentication   | -       | "无权进行此操作，未登录或 token 无效"                      | "nobody is logged in, or the token is wrong" |
        | 503    | NoChannelAtAll        | NotFound         | -       | "{where}无可用渠道"                                        | "no channel serves the model"                |
        | 503    | NoChannelForGroup     | NotFound         | -       | "no available channel for group {group} and model {model}" | "no channel of the group serves the model"   |
        | 500    | Panic                 | Internal         | -       | "Panic detected, error: {error}"                           | "the gateway crashed on the request"         |
    }
}
