//! new-api (QuantumNous/new-api), an open-source gateway derived from one-api that hundreds of sites run.
//!
//! Codes are those of `types/error.go`, messages those of `i18n/locales` and of the middleware. The default status of an
//! error is 500, whatever it is, and a relayed error keeps the upstream's. `bad_response_status_code` and
//! `fail_to_fetch_task` wrap the response of an upstream, which the message may contain.

crate::provider_errors! {
    provider "new_api" {
        name: "new-api",
        docs: "https://github.com/QuantumNous/new-api",
        retrieved: "2026-11-21",
        body: OPENAI,
        base: super::one_api::PROVIDER,
    }

    /// Errors with a code.
    pub enum ErrorCode {
        | status | code                                                     | variant      | kind             | retry | scope | summary                                               |
        | 500    | invalid_request                                          | -            | InvalidRequest   | -     | -     | "the request is not valid"                            |
        | 500    | sensitive_words_detected                                 | -            | ContentFiltered  | -     | -     | "the input holds words that are blocked"              |
        | -      | "violation_fee.grok.csam"                                | ViolationFee | ContentFiltered  | -     | -     | "a fee for violating the provider's policy was taken" |
        | 500    | count_token_failed                                       | -            | InvalidRequest   | -     | -     | "the input's tokens could not be counted"             |
        | 500    | model_price_error                                        | -            | Internal         | Never | Model | "the gateway has no price for the model"              |
        | 500    | invalid_api_type                                         | -            | Internal         | Never | Model | "the channel's API type is unknown to the gateway"    |
        | 500    | json_marshal_failed                                      | -            | Internal         | -     | -     | "the gateway could not write JSON"                    |
        | -      | do_request_failed                                        | -            | Unavailable?     | -     | -     | "the request to the upstream failed"                  |
        | -      | get_channel_failed                                       | -            | Unavailable      | -     | Model | "no channel could be chosen for the model"            |
        | 500    | gen_relay_info_failed                                    | -            | Internal         | Never | -     | "the gateway could not prepare the relay"             |
        | -      | "channel:no_available_key"                               | -            | Unavailable      | -     | Model | "the channel has no key that works"                   |
        | -      | "channel:param_override_invalid"                         | -            | Internal         | Never | Model | "the channel's parameter override is wrong"           |
        | -      | "channel:header_override_invalid"                        | -            | Internal         | Never | Model | "the channel's header override is wrong"              |
        | -      | "channel:condition_trigger_block"                        | -            | Internal         | Never | Model | "a condition of the channel blocks the request"       |
        | -      | "channel:model_mapped_error"                             | -            | Internal         | Never | Model | "the gateway maps the model wrongly"                  |
        | -      | "channel:aws_client_error"                               | -            | Internal         | Never | Model | "the channel's AWS client could not be made"          |
        | -      | "channel:invalid_key"                                    | -            | Internal         | Never | -     | "the gateway's own key for the upstream is not valid" |
        | -      | "channel:response_time_exceeded"                         | -            | Timeout          | -     | -     | "the upstream took too long"                          |
        | -      | "channel:empty_response", empty_response                 | -            | Unavailable      | -     | -     | "the upstream's response is empty"                    |
        | -      | read_request_body_failed                                 | -            | InvalidRequest   | -     | -     | "the request's body could not be read"                |
        | 413    | read_request_body_failed                                 | BodyTooLarge | PayloadTooLarge  | -     | -     | "the request's body is too large"                     |
        | -      | convert_request_failed                                   | -            | InvalidRequest   | -     | -     | "the request does not fit the upstream's format"      |
        | -      | access_denied                                            | -            | PermissionDenied | -     | -     | "the key does not allow it"                           |
        | -      | bad_request_body                                         | -            | InvalidRequest   | -     | -     | "the request's body is malformed"                     |
        | -      | read_response_body_failed                                | -            | Unavailable      | -     | -     | "the upstream's response could not be read"           |
        | 5xx    | bad_response_status_code                                 | BadStatus5xx | Unavailable?     | -     | -     | "the upstream responded with a 5xx"                   |
        | 429    | bad_response_status_code                                 | BadStatus429 | RateLimited?     | -     | -     | "the upstream limits the rate"                        |
        | -      | bad_response_status_code                                 | -            | Unknown?         | -     | -     | "the upstream responded with an error"                |
        | -      | fail_to_fetch_task                                       | -            | Unavailable?     | -     | -     | "the upstream did not take or give a task"            |
        | -      | bad_response                                             | -            | Unavailable?     | -     | -     | "the upstream's response makes no sense"              |
        | -      | bad_response_body                                        | -            | Unavailable      | -     | -     | "the upstream's response could not be understood"     |
        | -      | aws_invoke_error                                         | -            | Unavailable?     | -     | -     | "the call to Bedrock failed"                          |
        | -      | model_not_found                                          | -            | NotFound         | -     | -     | "no channel serves the model"                         |
        | 400    | prompt_blocked                                           | -            | ContentFiltered  | -     | -     | "the upstream blocked the prompt"                     |
        | -      | query_data_error                                         | -            | Internal         | -     | -     | "the gateway could not read its database"             |
        | -      | update_data_error                                        | -            | Internal         | -     | -     | "the gateway could not write to its database"         |
        | 403    | insufficient_user_quota                                  | -            | QuotaExhausted   | -     | -     | "the account's quota is used up"                      |
        | 403    | pre_consume_token_quota_failed, pre_consume_quota_failed | -            | QuotaExhausted?  | -     | Key   | "the key's quota does not cover the request"          |
    }

    /// Errors of the middleware and the billing, which sites often send without a code.
    pub enum MessageError {
        | status | variant                 | kind             | scope   | message                                                                                        | summary                                         |
        | 401    | TokenMissing            | Authentication   | -       | "Token not provided"                                                                           | "no key was given"                              |
        | 401    | TokenInvalid            | Authentication   | -       | "Invalid token"                                                                                | "the key is wrong"                              |
        | 401    | TokenExpired            | Authentication   | -       | "This token has expired"                                                                       | "the key has expired"                           |
        | 401    | TokenUnavailable        | Authentication   | -       | "This token status is unavailable"                                                             | "the key is disabled"                           |
        | 401    | TokenExhausted          | QuotaExhausted   | Key     | "This token quota is exhausted"                                                                | "the key's quota is used up"                    |
        | 500    | TokenQueryFailed        | Internal         | -       | "Invalid token, database query error, please contact administrator"                            | "the gateway could not look the key up"         |
        | 500    | TokenQueryFailedZh      | Internal         | -       | "无效的令牌，数据库查询出错，请联系管理员"                                                     | "the gateway could not look the key up"         |
        | 500    | DatabaseError           | Internal         | -       | "Database error, please try again later"                                                       | "a fault of the gateway's database"             |
        | 500    | DatabaseErrorZh         | Internal         | -       | "数据库错误，请稍后重试"                                                                       | "a fault of the gateway's database"             |
        | 403    | AddressNotAllowed       | PermissionDenied | -       | "您的 IP 不在令牌允许访问的列表中"                                                             | "the key may not be used from this address"     |
        | 403    | AddressUnreadable       | PermissionDenied | -       | "无法解析客户端 IP 地址"                                                                       | "the caller's address could not be read"        |
        | 403    | UserDisabled            | PermissionDenied | Account | "This user has been disabled"                                                                  | "the account is disabled"                       |
        | 403    | UserDisabledZh          | PermissionDenied | Account | "该用户已被禁用"                                                                               | "the account is disabled"                       |
        | 403    | UserBanned              | PermissionDenied | Account | "User has been banned"                                                                         | "the account is banned"                         |
        | 403    | GroupDenied             | PermissionDenied | -       | "No permission to access this group"                                                           | "the key may not use the group"                 |
        | 403    | GroupDeniedZh           | PermissionDenied | -       | "无权访问该分组"                                                                               | "the key may not use the group"                 |
        | 403    | NamedGroupDenied        | PermissionDenied | -       | "无权访问 {group} 分组"                                                                        | "the key may not use the group"                 |
        | 403    | GroupRetired            | PermissionDenied | -       | "分组 {group} 已被弃用"                                                                        | "the key's group no longer exists"              |
        | 403    | NoModelAllowed          | PermissionDenied | -       | "This token has no access to any models"                                                       | "the key may not use any model"                 |
        | 403    | NoModelAllowedZh        | PermissionDenied | -       | "该令牌无权访问任何模型"                                                                       | "the key may not use any model"                 |
        | 403    | ModelNotAllowed         | PermissionDenied | -       | "This token has no access to model {model}"                                                    | "the key may not use this model"                |
        | 403    | ModelNotAllowedZh       | PermissionDenied | -       | "该令牌无权访问模型 {model}"                                                                   | "the key may not use this model"                |
        | 401    | ClientNotAllowed        | PermissionDenied | -       | "unauthorized client detected, contact support for assistance"                                 | "the site does not let this client in"          |
        | 400    | InvalidChannelId        | InvalidRequest   | -       | "Invalid channel ID"                                                                           | "the channel's id is wrong"                     |
        | 403    | ChannelDisabled         | PermissionDenied | Request | "This channel has been disabled"                                                               | "the chosen channel is disabled"                |
        | 400    | InvalidRequest          | InvalidRequest?  | -       | "Invalid request: {error}"                                                                     | "the request could not be read"                 |
        | 400    | InvalidRequestZh        | InvalidRequest?  | -       | "无效的请求，{error}"                                                                          | "the request could not be read"                 |
        | 400    | ModelUnnamed            | InvalidRequest   | -       | "Model name not specified, model name cannot be empty"                                         | "no model was named"                            |
        | 400    | ModelUnnamedZh          | InvalidRequest   | -       | "未指定模型名称，模型名称不能为空"                                                             | "no model was named"                            |
        | 503    | NoChannel               | NotFound         | -       | "No available channel for model {model}"                                                       | "no channel serves the model"                   |
        | 503    | NoChannelInGroup        | NotFound         | -       | "No available channel for model {model} under group {group} (distributor)"                     | "no channel of the group serves the model"      |
        | 503    | NoChannelInGroupZh      | NotFound         | -       | "分组 {group} 下模型 {model} 无可用渠道（distributor）"                                        | "no channel of the group serves the model"      |
        | 503    | ChannelMissingInGroupZh | NotFound         | -       | "分组 {group} 下模型 {model} 的可用渠道不存在"                                                 | "no channel of the group serves the model"      |
        | 503    | GetChannelFailed        | Unavailable      | Model   | "Failed to get available channel for model {model} under group {group} (distributor): {error}" | "the gateway could not choose a channel"        |
        | 503    | GetChannelFailedZh      | Unavailable      | Model   | "获取分组 {group} 下模型 {model} 的可用渠道失败"                                               | "the gateway could not choose a channel"        |
        | 503    | NoChannelKey            | Unavailable      | Model   | "No available channel keys"                                                                    | "the channel has no key that works"             |
        | 503    | NoChannelKeyZh          | Unavailable      | Model   | "没有可用的渠道密钥"                                                                           | "the channel has no key that works"             |
        | 503    | ModelUnavailable        | Unavailable      | Model   | "模型 {model} 当前不可用"                                                                      | "the model is not available now"                |
        | 429    | UpstreamSaturated       | RateLimited      | Model   | "Current group upstream load is saturated, please try again later"                             | "the upstreams of the group limit the rate"     |
        | 429    | RequestLimit            | RateLimited      | Account | "You have reached the request limit: maximum {max} requests in {minutes} minutes"              | "too many requests that succeeded"              |
        | 429    | TotalRequestLimit       | RateLimited      | Account | "You have reached the total request limit: maximum {max} requests in {minutes} minutes"        | "too many requests, those that failed included" |
        | 429    | RequestLimitZh          | RateLimited      | Account | "您已达到请求数限制：{minutes}分钟内最多请求{max}次"                                           | "too many requests that succeeded"              |
        | 429    | TotalRequestLimitZh     | RateLimited      | Account | "您已达到总请求数限制：{minutes}分钟内最多请求{max}次"                                         | "too many requests, those that failed included" |
        | 500    | RateLimitCheckFailed    | Internal         | -       | "rate_limit_check_failed"                                                                      | "the gateway could not count the requests"      |
        | 403    | QuotaInsufficient       | QuotaExhausted   | -       | "Insufficient quota"                                                                           | "the quota is used up"                          |
        | 403    | QuotaInsufficientZh     | QuotaExhausted   | -       | "额度不足"                                                                                     | "the quota is used up"                          |
        | 403    | TokenQuotaNotEnough     | QuotaExhausted   | Key     | "token quota is not enough, token remain quota: {remain}, need quota: {need}"                  | "the key's quota does not cover the request"    |
        | 403    | PreConsumeFailed        | QuotaExhausted   | -       | "pre-consume quota failed, user quota: {quota}, need quota: {need}"                            | "the account's quota does not cover it"         |
        | 403    | PreConsumeFailedZh      | QuotaExhausted   | -       | "预扣费额度失败"                                                                               | "the account's quota does not cover it"         |
        | 403    | SubscriptionQuotaZh     | QuotaExhausted   | -       | "订阅额度不足或未配置订阅"                                                                     | "the subscription's quota is used up"           |
        | 403    | PlanExpiredZh           | QuotaExhausted   | -       | "您的套餐已过期，请续费后继续使用"                                                             | "the plan has expired"                          |
        | 400    | FailedBefore            | InvalidRequest   | -       | "Same request has failed before, please modify the request and try again"                      | "the same request failed before"                |
        | 400    | FailedBeforeZh          | InvalidRequest   | -       | "相同的请求之前已经失败，请修改请求后重试"                                                     | "the same request failed before"                |
        | -      | BodyTypeMismatch        | InvalidRequest   | -       | "Mismatch type {expected} with value {found}"                                                  | "a field of the body has the wrong type"        |
        | -      | DiskFull                | Internal         | -       | "disk storage creation failed"                                                                 | "the gateway's disk is full"                    |
    }
}
