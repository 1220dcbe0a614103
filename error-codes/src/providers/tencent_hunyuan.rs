//! Tencent Hunyuan, an API of Tencent Cloud's.
//!
//! The status is 200 whatever happened: a response with `Error` is an error. Codes have a second part where the product says
//! more; the common ones are those of every API of Tencent Cloud. The product's codes are those of its SDK,
//! <https://github.com/TencentCloud/tencentcloud-sdk-go/blob/master/tencentcloud/hunyuan/v20230901/errors.go>.

crate::provider_errors! {
    provider "tencent_hunyuan" {
        name: "Tencent Hunyuan",
        docs: "https://cloud.tencent.com/document/product/1729/101835",
        retrieved: "2026-11-26",
        body: TENCENT,
    }

    /// Error codes of the product.
    pub enum ErrorCode {
        | code                                            | variant      | kind             | retry      | scope   | message                      | summary                                               |
        | FailedOperation                                 | -            | Internal?        | -          | -       | -                            | "the operation failed"                                |
        | "FailedOperation.ConsoleServerError"            | -            | Internal         | -          | -       | -                            | "a fault in the console's service"                    |
        | "FailedOperation.DownloadError"                 | -            | InvalidRequest   | -          | -       | -                            | "the watermark image could not be downloaded"         |
        | "FailedOperation.ImageDownloadError"            | -            | InvalidRequest   | -          | -       | -                            | "an image could not be downloaded"                    |
        | "FailedOperation.ImageDecodeFailed"             | -            | InvalidRequest   | -          | -       | -                            | "the watermark image could not be decoded"            |
        | "FailedOperation.EngineRequestTimeout"          | -            | Timeout          | -          | -       | -                            | "the engine did not respond in time"                  |
        | "FailedOperation.EngineServerError"             | -            | Internal         | -          | -       | -                            | "a fault inside the engine"                           |
        | "FailedOperation.EngineServerLimitExceeded"     | -            | RateLimited      | -          | -       | -                            | "requests to the engine are over the limit"           |
        | "FailedOperation.FreeResourcePackExhausted"     | -            | QuotaExhausted   | -          | -       | "免费资源包余量已用尽"       | "the free resource package is used up"                |
        | "FailedOperation.ResourcePackExhausted"         | -            | QuotaExhausted   | -          | -       | "资源包余量已用尽"           | "the resource package is used up"                     |
        | "FailedOperation.GenerateImageFailed"           | -            | ContentFiltered  | -          | -       | "图片包含敏感内容"           | "the image holds sensitive content"                   |
        | "FailedOperation.PartnerAccountUnSupport"       | -            | PermissionDenied | -          | Account | -                            | "accounts of partners cannot activate the service"    |
        | "FailedOperation.ServiceNotActivated"           | -            | PermissionDenied | -          | Account | "服务未开通"                 | "the service is not activated"                        |
        | "FailedOperation.ServiceStop"                   | -            | PermissionDenied | -          | Account | "用户主动停服"               | "the account's owner stopped the service"             |
        | "FailedOperation.ServiceStopArrears"            | -            | QuotaExhausted   | -          | -       | "欠费停服"                   | "the service is stopped for arrears"                  |
        | "FailedOperation.SetPayModeExceed"              | -            | QuotaExhausted   | AfterReset | -       | "后付费设置次数超过每月限制" | "the month's changes of the payment mode are used up" |
        | "FailedOperation.UserUnAuthError"               | -            | PermissionDenied | -          | Account | "用户未实名"                 | "the account's identity is not verified"              |
        | InternalError                                   | -            | Internal         | -          | -       | -                            | "a fault inside the service"                          |
        | InvalidParameter                                | -            | InvalidRequest?  | -          | -       | -                            | "a parameter is not valid"                            |
        | "InvalidParameter.InvalidParameter"             | NotLegal     | InvalidRequest?  | -          | -       | -                            | "a parameter is not legal"                            |
        | "InvalidParameter.ImageCountLimitExceededError" | -            | InvalidRequest   | -          | -       | -                            | "too many images"                                     |
        | "InvalidParameter.ImageProcessingFailureError"  | -            | InvalidRequest   | -          | -       | -                            | "the image could not be processed"                    |
        | InvalidParameterValue                           | -            | InvalidRequest?  | -          | -       | -                            | "a parameter has a wrong value"                       |
        | "InvalidParameterValue.ImageRequestError"       | -            | InvalidRequest   | -          | -       | -                            | "the request for an image is not valid"               |
        | "InvalidParameterValue.Model"                   | ModelMissing | NotFound         | -          | -       | "模型不存在"                 | "there is no such model"                              |
        | "InvalidParameterValue.ParameterValueError"     | -            | InvalidRequest?  | -          | -       | -                            | "a field or its value is wrong"                       |
        | LimitExceeded                                   | -            | RateLimited?     | -          | Account | "请求限频"                   | "requests are over the account's limit"               |
        | "OperationDenied.ImageIllegalDetected"          | -            | ContentFiltered  | -          | -       | -                            | "the image may hold sensitive content"                |
        | "OperationDenied.TextIllegalDetected"           | -            | ContentFiltered  | -          | -       | "文本包含违法违规信息"       | "the text did not pass moderation"                    |
        | "ResourceInsufficient.ChargeResourceExhaust"    | -            | QuotaExhausted   | -          | -       | "计费资源已耗尽"             | "what the account has paid for is used up"            |
        | ResourceNotFound                                | -            | NotFound         | -          | Request | -                            | "there is no such resource"                           |
        | "ResourceUnavailable.InArrears"                 | -            | QuotaExhausted   | -          | -       | "账号已欠费"                 | "the account is in arrears"                           |
        | "ResourceUnavailable.LowBalance"                | -            | QuotaExhausted   | -          | -       | "余额不足"                   | "the balance is too low"                              |
        | "ResourceUnavailable.NotExist"                  | NotBilled    | PermissionDenied | -          | Account | "计费状态未知"               | "the service may not be activated for the account"    |
        | "ResourceUnavailable.StopUsing"                 | -            | PermissionDenied | -          | Account | "账号已停服"                 | "the account's service is stopped"                    |
    }

    /// Common error codes of Tencent Cloud.
    pub enum CommonErrorCode {
        | code                                    | variant            | kind             | scope    | message                                           | summary                                            |
        | ActionOffline                           | -                  | NotFound         | -        | -                                                 | "the API was withdrawn"                            |
        | "AuthFailure.InvalidAuthorization"      | -                  | Authentication   | -        | -                                                 | "the authorization header is malformed"            |
        | "AuthFailure.InvalidSecretId"           | -                  | Authentication   | -        | -                                                 | "the secret id is not one of a cloud API key"      |
        | "AuthFailure.MFAFailure"                | -                  | Authentication   | -        | -                                                 | "the multi-factor check failed"                    |
        | "AuthFailure.SecretIdNotFound"          | -                  | Authentication   | -        | "The SecretId is not found"                       | "there is no such secret id"                       |
        | "AuthFailure.SignatureExpire"           | -                  | Authentication   | -        | -                                                 | "the signature has expired, or the clock is wrong" |
        | "AuthFailure.SignatureFailure"          | -                  | Authentication   | -        | "The provided credentials could not be validated" | "the signature is wrong"                           |
        | "AuthFailure.TokenFailure"              | -                  | Authentication   | -        | -                                                 | "the token is wrong"                               |
        | "AuthFailure.UnauthorizedOperation"     | NotAuthorizedByCam | PermissionDenied | -        | -                                                 | "the access policies do not allow it"              |
        | DryRunOperation                         | -                  | InvalidRequest   | -        | -                                                 | "a dry run, which would have succeeded"            |
        | InvalidAction                           | -                  | NotFound         | -        | -                                                 | "there is no such API"                             |
        | InvalidRequest                          | -                  | InvalidRequest?  | -        | -                                                 | "the request's body is malformed"                  |
        | IpInBlacklist                           | -                  | PermissionDenied | Provider | -                                                 | "the address is blocked"                           |
        | IpNotInWhitelist                        | -                  | PermissionDenied | Provider | -                                                 | "the address is not an allowed one"                |
        | MissingParameter                        | -                  | InvalidRequest   | -        | -                                                 | "a parameter is missing"                           |
        | NoSuchProduct                           | -                  | NotFound         | -        | -                                                 | "there is no such product"                         |
        | NoSuchVersion                           | -                  | NotFound         | -        | -                                                 | "there is no such version of the API"              |
        | RequestLimitExceeded                    | -                  | RateLimited      | -        | -                                                 | "requests come too fast"                           |
        | "RequestLimitExceeded.IPLimitExceeded"  | -                  | RateLimited      | Provider | -                                                 | "requests from the address come too fast"          |
        | "RequestLimitExceeded.UinLimitExceeded" | -                  | RateLimited      | Account  | -                                                 | "the account's requests come too fast"             |
        | RequestSizeLimitExceeded                | -                  | PayloadTooLarge  | -        | -                                                 | "the request is too large"                         |
        | ResourceInUse                           | -                  | Conflict         | -        | -                                                 | "the resource is in use"                           |
        | ResourceInsufficient                    | -                  | Unavailable?     | -        | -                                                 | "there are not enough resources"                   |
        | ResourceUnavailable                     | -                  | Unavailable?     | -        | -                                                 | "the resource is not available"                    |
        | ResponseSizeLimitExceeded               | -                  | PayloadTooLarge  | -        | -                                                 | "the response would be too large"                  |
        | ServiceUnavailable                      | -                  | Unavailable      | -        | -                                                 | "the service is not available"                     |
        | UnauthorizedOperation                   | -                  | PermissionDenied | -        | -                                                 | "the operation is not authorized"                  |
        | UnknownParameter                        | -                  | InvalidRequest   | -        | -                                                 | "a parameter is unknown"                           |
        | UnsupportedOperation                    | -                  | InvalidRequest?  | -        | -                                                 | "the operation is not supported"                   |
        | UnsupportedProtocol                     | -                  | InvalidRequest   | -        | -                                                 | "only GET and POST are supported"                  |
        | UnsupportedRegion                       | -                  | InvalidRequest   | -        | -                                                 | "the API is not offered in the region asked for"   |
    }
}
