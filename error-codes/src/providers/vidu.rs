//! Vidu.
//!
//! A refused request has its code in `reason`, a task that failed in `err_code`. `QuotaExceeded` is a limit of tasks at
//! once and not one of money.

crate::provider_errors! {
    provider "vidu" {
        name: "Vidu",
        docs: "https://platform.vidu.com/docs/error-code",
        retrieved: "2026-11-26",
        body: VIDU,
    }

    /// Error codes.
    pub enum ErrorCode {
        | code                       | kind              | retry | scope   | summary                                      |
        | BadRequest                 | InvalidRequest?   | -     | -       | "the request is malformed"                   |
        | FieldLacking               | InvalidRequest    | -     | -       | "a required field is missing"                |
        | FieldUnwanted              | InvalidRequest    | -     | -       | "a field is not expected here"               |
        | FieldItemCountOutOfRange   | InvalidRequest    | -     | -       | "a list has too few or too many items"       |
        | FieldInvalid               | InvalidRequest    | -     | -       | "a field's value is not valid"               |
        | PageSizeOutOfRange         | InvalidRequest    | -     | -       | "an image's size or shape is out of range"   |
        | ImageDownloadFailure       | InvalidRequest    | -     | -       | "an image could not be fetched from its URL" |
        | ImageFormatInvalid         | InvalidRequest    | -     | -       | "the image format is not supported"          |
        | ImageCheckBodyJointsFailed | InvalidRequest    | -     | -       | "no body was found in the image"             |
        | ImageCheckFaceFailed       | InvalidRequest    | -     | -       | "no face was found in the image"             |
        | ImageObjectsUndetected     | InvalidRequest    | -     | -       | "the body or face in the image is covered"   |
        | TaskPromptPolicyViolation  | ContentFiltered   | -     | -       | "the prompt was flagged as unsafe"           |
        | AuditSubmitIllegal         | ContentFiltered   | -     | -       | "an input was flagged as unsafe"             |
        | CreationPolicyViolation    | ContentFiltered   | -     | -       | "the output was flagged as unsafe"           |
        | CreditInsufficient         | QuotaExhausted    | -     | -       | "the account's credits are used up"          |
        | ModelUnavailable           | Unavailable       | -     | Model   | "the model is not available"                 |
        | UserCancelled              | Cancelled         | -     | -       | "the user cancelled the task"                |
        | Canceled                   | Cancelled         | -     | -       | "the request was cancelled"                  |
        | Unauthorized               | Authentication    | -     | -       | "the API key is missing or wrong"            |
        | Forbidden                  | PermissionDenied? | -     | -       | "the key does not allow this"                |
        | TaskNotFound               | NotFound          | -     | Request | "there is no such task"                      |
        | CreationNotFound           | NotFound          | -     | Request | "there is no such result"                    |
        | NotFound                   | NotFound?         | -     | Request | "what the request names does not exist"      |
        | Conflict                   | Conflict          | Never | -       | "something with this key exists already"     |
        | OperationInProcess         | Conflict          | -     | -       | "another operation is still running"         |
        | QuotaExceeded              | RateLimited       | -     | Account | "too many tasks at once"                     |
        | TooManyRequests            | RateLimited       | -     | -       | "requests come too fast"                     |
        | SystemThrottling           | Unavailable       | -     | -       | "the system is short of resources"           |
        | InternalServiceFailure     | Internal          | -     | -       | "a fault of the service"                     |
    }
}
