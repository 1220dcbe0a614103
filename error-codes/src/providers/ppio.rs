//! PPIO. Novita AI and jiekou.ai respond in the same shape.
//!
//! The page has three sections, each for different APIs; four codes are in two of them.

crate::provider_errors! {
    provider "ppio" {
        name: "PPIO",
        docs: "https://ppio.cn/docs/model/error",
        retrieved: "2026-11-21",
        body: KRATOS,
    }

    /// Images, video and audio.
    pub enum MediaErrorCode {
        | status | code                         | kind             | scope   | summary                                         |
        | 400    | INVALID_REQUEST_BODY         | InvalidRequest   | -       | "the request's parameters are not valid"        |
        | 400    | IMAGE_FILE_EXCEEDS_MAX_SIZE  | PayloadTooLarge  | -       | "the image file is too large"                   |
        | 400    | INVALID_IMAGE_FORMAT         | InvalidRequest   | -       | "the image has another format than asked for"   |
        | 400    | IMAGE_EXCEEDS_MAX_RESOLUTION | PayloadTooLarge  | -       | "the image's resolution is too high"            |
        | 400    | INVALID_IMAGE_SIZE           | PayloadTooLarge  | -       | "the image's width or height is over the limit" |
        | 404    | API_NOT_FOUND                | NotFound         | -       | "there is no such API"                          |
        | 400    | IMAGE_NO_FACE_DETECTED       | InvalidRequest   | -       | "no face was found in the image"                |
        | 400    | INVALID_CUSTOM_OUTPUT_PATH   | InvalidRequest   | -       | "the OSS path for the output is not valid"      |
        | 400    | ILLEGAL_PROMPT               | ContentFiltered  | -       | "the prompt holds unsuitable content"           |
        | 400    | ILLEGAL_IMAGE_CONTENT        | ContentFiltered  | -       | "the image holds unsuitable content"            |
        | 400    | INVALID_AUDIO_FILE           | InvalidRequest   | -       | "the audio is not valid"                        |
        | 500    | BILLING_FAILED               | Internal         | -       | "a fault in the billing service"                |
        | 403    | BILLING_AUTH_FAILED          | PermissionDenied | Account | "the billing service refused the account"       |
        | 400    | BILLING_BALANCE_NOT_ENOUGH   | QuotaExhausted   | -       | "the balance is used up"                        |
        | 400    | MISSING_API_KEY              | Authentication   | -       | "no API key was given"                          |
        | 403    | INVALID_API_KEY              | Authentication   | -       | "the API key is not valid"                      |
        | 403    | FEATURE_NOT_ALLOWED          | PermissionDenied | -       | "uploading models is not allowed"               |
        | 403    | API_NOT_ALLOWED              | PermissionDenied | -       | "this API is not allowed"                       |
        | 429    | RATE_LIMIT_EXCEEDED          | RateLimited      | -       | "a rate limit"                                  |
        | 403    | NEED_REAL_NAME_VERIFY        | PermissionDenied | Account | "the company's identity is not verified yet"    |
        | 500    | CREATE_TASK_FAILED           | Internal         | -       | "the task could not be created"                 |
        | 404    | TASK_NOT_FOUND               | NotFound         | Request | "there is no such task"                         |
        | 500    | GET_RESULT_FAILED            | Internal         | -       | "the task's result could not be fetched"        |
        | 500    | TASK_FAILED                  | Internal         | -       | "the task failed while running"                 |
    }

    /// Language models.
    pub enum LlmErrorCode {
        | status | code                  | kind             | summary                                      |
        | 403    | INVALID_API_KEY       | Authentication   | "no API key was given"                       |
        | 404    | MODEL_NOT_FOUND       | NotFound         | "there is no such model"                     |
        | 401    | FAILED_TO_AUTH        | Authentication   | "the API key was not accepted"               |
        | 403    | NOT_ENOUGH_BALANCE    | QuotaExhausted   | "the balance is used up"                     |
        | 400    | INVALID_REQUEST_BODY  | InvalidRequest   | "the request's body is not valid"            |
        | 429    | RATE_LIMIT_EXCEEDED   | RateLimited      | "requests come too fast"                     |
        | 429    | TOKEN_LIMIT_EXCEEDED  | RateLimited      | "too many tokens in a window that soon ends" |
        | 503    | SERVICE_NOT_AVAILABLE | Unavailable      | "the service is not available"               |
        | 403    | ACCESS_DENY           | PermissionDenied | "access is not allowed"                      |
    }

    /// Bills.
    pub enum BillingErrorCode {
        | status | code                     | kind           | summary                                  |
        | 500    | UNKNOWN                  | Unknown        | "an error that the provider cannot name" |
        | 429    | LIST_BILL_TOO_FAST       | RateLimited    | "bills are asked for too often"          |
        | 400    | INVALID_PRODUCT_CATEGORY | InvalidRequest | "`productCategory` is not valid"         |
        | 400    | INVALID_BILL_CYCLE       | InvalidRequest | "`cycle` is not valid"                   |
        | 500    | LIST_BILL_ERROR          | Internal       | "the bills could not be looked up"       |
    }
}
