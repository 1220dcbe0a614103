//! SkyEngine's TokenOps.
//!
//! The page gives a message only where it is always the same. Codes 2002, 2003 and 2006 to 2008 are about one model.

crate::provider_errors! {
    provider "skyengine" {
        name: "SkyEngine TokenOps",
        docs: "https://docs-model.skyengine.com.cn/qa/error-code.md",
        retrieved: "2026-11-21",
        body: OPENAI,
    }

    /// Error codes of the TokenOps AI API.
    pub enum ErrorCode {
        | status | type                | code | variant                 | kind             | scope | message                                            | summary                                               |
        | 400    | BadRequest          | 2001 | ModelError              | Unknown?         | Model | -                                                  | "the model responded with an error of no known class" |
        | 424    | FailedDependency    | 2002 | ModelUnavailable        | Unavailable      | Model | -                                                  | "the downstream model responded with a 5xx"           |
        | 424    | FailedDependency    | 2003 | ModelTimeout            | Timeout          | -     | -                                                  | "the downstream model gave no response in time"       |
        | 400    | BadRequest          | 2004 | InvalidModelParameter   | InvalidRequest   | -     | -                                                  | "the model does not take a parameter"                 |
        | 400    | BadRequest          | 2005 | InvalidRequestParameter | InvalidRequest   | -     | -                                                  | "the request's parameters could not be read"          |
        | 424    | FailedDependency    | 2006 | InvalidModelResponse    | Unavailable      | Model | -                                                  | "the downstream model's response could not be read"   |
        | 429    | TooManyRequests     | 2007 | RequestsPerMinute       | RateLimited      | Model | -                                                  | "the model's requests-per-minute limit"               |
        | 429    | TooManyRequests     | 2008 | TokensPerMinute         | RateLimited      | Model | -                                                  | "the model's tokens-per-minute limit"                 |
        | 401    | Unauthorized        | 2101 | InvalidApiKey           | Authentication   | -     | "The API key in the request is missing or invalid" | "no API key, or a wrong one"                          |
        | 403    | Forbidden           | 2102 | ModelAccessDenied       | PermissionDenied | Model | "you do not have access to the requested model"    | "the account may not use this model"                  |
        | 403    | Forbidden           | 2103 | BalanceOverdue          | QuotaExhausted   | -     | "your account has an overdue balance"              | "the account has a bill to pay"                       |
        | 400    | BadRequest          | 2104 | ModelNotFound           | NotFound         | -     | "specified model is not found"                     | "there is no such model"                              |
        | 500    | InternalServerError | 2105 | InternalError           | Internal         | -     | "internal server error"                            | "a fault inside the service"                          |
        | 499    | ClientClosedRequest | 2106 | ClientClosedRequest     | Cancelled        | -     | "client closed request"                            | "the caller closed the request"                       |
    }
}
