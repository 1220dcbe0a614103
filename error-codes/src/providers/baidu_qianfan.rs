//! Baidu Qianfan.
//!
//! The second version of the API responds in OpenAI's shape with a telling code; the first one, that of ERNIE's old
//! addresses, sends `error_code` and `error_msg` inside a 200. Codes of the first version are those of
//! <https://ai.baidu.com/ai-doc/WENXINWORKSHOP/tlmyncueh> and of the SDK (baidubce/bce-qianfan-sdk); those of the
//! subscriptions were seen in reports.

crate::provider_errors! {
    provider "baidu_qianfan" {
        name: "Baidu Qianfan",
        docs: "https://cloud.baidu.com/doc/qianfan-api/s/rmwbl43x7",
        retrieved: "2026-11-26",
        body: BAIDU,
    }

    /// Error codes of the second version.
    pub enum ErrorCode {
        | status   | type                  | code                                                                      | variant           | kind              | scope | message                                                    | summary                                                |
        | 400      | invalid_request_error | malformed_json                                                            | -                 | InvalidRequest    | -     | -                                                          | "the body is not valid JSON"                           |
        | 400      | invalid_request_error | invalid_model                                                             | ModelNotNamed     | InvalidRequest?   | -     | "model is empty"                                           | "no model was named"                                   |
        | 401      | invalid_request_error | invalid_model                                                             | -                 | NotFound          | -     | "The model does not exist or you do not have access to it" | "the model does not exist or is closed to the account" |
        | 401      | invalid_request_error | invalid_model                                                             | ModelNotAllowed   | PermissionDenied  | Model | "No permission to use the model"                           | "the account may not use this model"                   |
        | 400      | invalid_request_error | invalid_messages                                                          | -                 | InvalidRequest?   | -     | -                                                          | "the messages do not have the required form"           |
        | 400      | invalid_request_error | characters_too_long                                                       | -                 | ContextLength     | -     | "the max input characters is {limit}"                      | "the input has more characters than the model takes"   |
        | 400      | invalid_request_error | tokens_too_long                                                           | -                 | ContextLength     | -     | "Prompt tokens too long"                                   | "the prompt has more tokens than the model takes"      |
        | 400      | invalid_request_error | invalid_argument                                                          | -                 | InvalidRequest?   | -     | -                                                          | "a parameter is not valid"                             |
        | 400      | invalid_request_error | invalid_image_generation_prompt, invalid_image_genration_prompt           | -                 | InvalidRequest    | -     | -                                                          | "the image prompt is not valid"                        |
        | 400      | invalid_request_error | invalid_image_generation_refer_image, invalid_image_genration_refer_image | -                 | InvalidRequest    | -     | -                                                          | "the reference image is not valid"                     |
        | 400      | invalid_request_error | invalid_image_url                                                         | -                 | InvalidRequest    | -     | -                                                          | "the image is too small or has too many pixels"        |
        | 400      | invalid_request_error | invalid_plugin_argument                                                   | -                 | InvalidRequest?   | -     | -                                                          | "a plugin refused its parameters"                      |
        | 400      | unsafe_request        | image_url_unsafe                                                          | -                 | ContentFiltered   | -     | -                                                          | "an image did not pass moderation"                     |
        | 401      | access_denied         | no_parameter_permission                                                   | -                 | PermissionDenied  | -     | -                                                          | "the account may not use a parameter"                  |
        | 401      | invalid_request_error | invalid_appid                                                             | -                 | PermissionDenied  | -     | "No permission to use the appid"                           | "the key does not belong to this app id"               |
        | 401      | invalid_request_error | invalid_iam_token                                                         | -                 | Authentication    | -     | "IAM Certification failed"                                 | "the key is missing, wrong or expired"                 |
        | 403      | unsafe_request        | system_unsafe                                                             | -                 | ContentFiltered   | -     | -                                                          | "the system prompt did not pass moderation"            |
        | 403      | unsafe_request        | user_setting_unsafe                                                       | -                 | ContentFiltered   | -     | -                                                          | "the user setting did not pass moderation"             |
        | 403      | unsafe_request        | functions_unsafe                                                          | -                 | ContentFiltered   | -     | -                                                          | "the functions did not pass moderation"                |
        | 403      | access_denied         | account_overdue                                                           | -                 | QuotaExhausted    | -     | "Access denied due to overdue account"                     | "the account has a bill to pay"                        |
        | 403      | access_denied         | model_offline                                                             | -                 | NotFound          | -     | "The model is offline"                                     | "the model has been withdrawn"                         |
        | 405      | invalid_request_error | method_not_supported                                                      | -                 | InvalidRequest    | -     | "Only POST requests are accepted"                          | "the endpoint takes only POST"                         |
        | 429      | rate_limit_exceeded   | rpm_rate_limit_exceeded                                                   | -                 | RateLimited       | -     | "Rate limit reached for RPM"                               | "a requests-per-minute limit"                          |
        | 429      | rate_limit_exceeded   | tpm_rate_limit_exceeded                                                   | -                 | RateLimited       | -     | "Rate limit reached for TPM"                               | "a tokens-per-minute limit"                            |
        | 429      | rate_limit_exceeded   | input_tpm_rate_limit_exceeded                                             | -                 | RateLimited       | -     | "Rate limit reached for Input TPM"                         | "a limit on input tokens per minute"                   |
        | 429      | rate_limit_exceeded   | output_tpm_rate_limit_exceeded                                            | -                 | RateLimited       | -     | "Rate limit reached for Output TPM"                        | "a limit on output tokens per minute"                  |
        | 429      | rate_limit_exceeded   | user_rate_limit_exceeded                                                  | -                 | RateLimited       | -     | "qps request limit by APP ID reached"                      | "a requests-per-second limit"                          |
        | 429      | rate_limit_exceeded   | Offline_batch_reasoning_refused                                           | -                 | Unavailable       | -     | "Rate limit reached for offline batch reasoning"           | "batch traffic is refused for now"                     |
        | 429      | rate_limit_exceeded   | preemptible_rate_limit_exceeded                                           | -                 | Unavailable       | Model | "Rate limit reached for preemptible resource"              | "the shared resources are busy"                        |
        | 429      | rate_limit_exceeded   | cluster_rate_limit_exceeded                                               | -                 | Unavailable       | -     | "request limit by resouce cluster reached"                 | "the cluster takes no more requests for now"           |
        | 429      | rate_limit_exceeded   | cluster_rpm_rate_limit_exceeded                                           | -                 | Unavailable       | -     | "Rate limit reached for Cluster RPM"                       | "the cluster's requests-per-minute limit"              |
        | 429      | rate_limit_exceeded   | cluster_tpm_rate_limit_exceeded                                           | -                 | Unavailable       | -     | "Rate limit reached for Cluster TPM"                       | "the cluster's tokens-per-minute limit"                |
        | 500      | Internal_error        | internal_error                                                            | -                 | Internal          | -     | -                                                          | "a fault inside the service"                           |
        | 500      | Internal_error        | dispatch_internal_error                                                   | -                 | Internal          | -     | -                                                          | "a fault in scheduling"                                |
        | 500      | Internal_error        | image_generation_interal_error, image_genration_interal_error             | -                 | Internal          | -     | -                                                          | "a fault in the image service"                         |
        | 400, 403 | unsafe_request        | -                                                                         | UnsafeRequest     | ContentFiltered   | -     | -                                                          | "moderation rejected something in the request"         |
        | 401, 403 | access_denied         | -                                                                         | AccessDenied      | PermissionDenied? | -     | -                                                          | "the account may not do this"                          |
        | 429      | rate_limit_exceeded   | -                                                                         | RateLimitExceeded | RateLimited?      | -     | -                                                          | "a limit that has no code of its own"                  |
    }

    /// Error codes of the subscriptions, Coding Plan and Token Plan, which have addresses and keys of their own.
    pub enum PlanErrorCode {
        | status | code                                                                     | variant             | kind             | retry      | scope   | summary                                               |
        | 401    | coding_plan_api_key_required, token_plan_person_api_key_required         | ApiKeyRequired      | PermissionDenied | -          | -       | "the address takes only the subscription's key"       |
        | 401    | coding_plan_api_key_not_allowed, token_plan_person_api_key_not_allowed   | ApiKeyNotAllowed    | PermissionDenied | -          | -       | "the subscription's key is not valid at this address" |
        | 403    | coding_plan_not_subscribed, token_plan_person_not_subscribed             | NotSubscribed       | PermissionDenied | -          | Account | "the account has no subscription"                     |
        | 403    | coding_plan_subscription_expired, token_plan_person_subscription_expired | SubscriptionExpired | QuotaExhausted   | -          | -       | "the subscription has expired"                        |
        | -      | coding_plan_model_not_supported, token_plan_person_model_not_supported   | ModelNotSupported   | PermissionDenied | -          | Model   | "the model is not in the subscription"                |
        | 429    | coding_plan_hour_quota_exceeded                                          | HourQuotaExceeded   | QuotaExhausted   | AfterReset | -       | "the subscription's quota of five hours is used up"   |
        | 429    | coding_plan_week_quota_exceeded                                          | WeekQuotaExceeded   | QuotaExhausted   | AfterReset | -       | "the subscription's weekly quota is used up"          |
        | 429    | coding_plan_month_quota_exceeded                                         | MonthQuotaExceeded  | QuotaExhausted   | AfterReset | -       | "the subscription's monthly quota is used up"         |
        | 429    | coding_plan_rate_limit_exceeded                                          | RateLimitExceeded   | RateLimited      | -          | -       | "requests come too fast"                              |
        | 429    | coding_plan_cluster_rate_limited                                         | ClusterRateLimited  | Unavailable      | -          | -       | "the subscription's cluster is overloaded"            |
    }

    /// Error codes of the first version, which sends them inside a 200.
    pub enum LegacyErrorCode {
        | code   | variant                | kind             | scope   | message                                                                      | summary                                           |
        | 1      | UnknownError           | Internal         | -       | "Unknown error"                                                              | "a fault that the service cannot name"            |
        | 2      | ServiceUnavailable     | Unavailable      | -       | "Service temporarily unavailable"                                            | "the service is not available for now"            |
        | 3      | UnsupportedMethod      | NotFound         | Request | "Unsupported openapi method"                                                 | "there is no such API"                            |
        | 4      | ClusterLimit           | Unavailable      | -       | "Open api request limit reached", "request limit by resouce cluster reached" | "the cluster takes no more requests for now"      |
        | 6      | NoPermission           | PermissionDenied | -       | "No permission to access data"                                               | "the app may not use this service"                |
        | 13     | GetServiceTokenFailed  | Authentication   | -       | "Get service token failed"                                                   | "no token could be fetched for the app"           |
        | 14     | IamCertificationFailed | Authentication   | -       | "IAM Certification failed"                                                   | "the signature or the key was not accepted"       |
        | 15     | AppNotReady            | Internal         | -       | "app not exists or create failed"                                            | "the app could not be set up; a retry helps"      |
        | 17     | DailyLimit             | QuotaExhausted   | -       | "Open api daily request limit reached"                                       | "no credit, or today's free requests are used up" |
        | 18     | QpsLimit               | RateLimited      | -       | "Open api qps request limit reached"                                         | "a requests-per-second limit"                     |
        | 19     | TotalLimit             | QuotaExhausted   | -       | "Open api total request limit reached"                                       | "the free requests are used up"                   |
        | 100    | InvalidTokenParameter  | Authentication   | -       | "Invalid parameter"                                                          | "`access_token` is not valid"                     |
        | 110    | AccessTokenInvalid     | Authentication   | -       | "Access token invalid or no longer valid"                                    | "the access token is not valid"                   |
        | 111    | AccessTokenExpired     | Authentication   | -       | "Access token expired"                                                       | "the access token has expired"                    |
        | 336000 | InternalError          | Internal         | -       | -                                                                            | "a fault inside the service"                      |
        | 336001 | InvalidArgument        | InvalidRequest?  | -       | -                                                                            | "an argument is not valid"                        |
        | 336002 | InvalidJson            | InvalidRequest   | -       | -                                                                            | "the body is not valid JSON"                      |
        | 336003 | InvalidParam           | InvalidRequest?  | -       | -                                                                            | "a parameter is not valid"                        |
        | 336004 | PermissionError        | PermissionDenied | -       | -                                                                            | "the account may not do this"                     |
        | 336005 | ApiNameNotFound        | NotFound         | Request | -                                                                            | "there is no API of this name"                    |
        | 336100 | ServerHighLoad         | Unavailable      | -       | -                                                                            | "the service is overloaded"                       |
        | 336101 | InvalidHttpMethod      | InvalidRequest   | -       | -                                                                            | "the HTTP method is not supported"                |
        | 336104 | InvalidSystem          | InvalidRequest   | -       | -                                                                            | "`system` is not valid"                           |
        | 336105 | InvalidUserSetting     | InvalidRequest   | -       | -                                                                            | "`user_setting` is not valid"                     |
        | 336501 | RequestsPerMinute      | RateLimited      | -       | "Rate limit reached for RPM"                                                 | "a requests-per-minute limit"                     |
        | 336502 | TokensPerMinute        | RateLimited      | -       | "Rate limit reached for TPM"                                                 | "a tokens-per-minute limit"                       |
        | 500000 | ConsoleInternalError   | Internal         | -       | -                                                                            | "a fault in the console's API"                    |
    }
}
