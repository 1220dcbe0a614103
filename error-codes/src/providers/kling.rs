//! Kling AI.
//!
//! The status says little: a 429 may be an empty resource pack or a blocked address. A task that failed comes with the code
//! 0 and says why in `data.task_status_msg`.

crate::provider_errors! {
    provider "kling" {
        name: "Kling AI",
        docs: "https://app.klingai.com/global/dev/document-api/apiReference/commonInfo",
        retrieved: "2026-11-26",
        body: KLING,
    }

    /// Service codes.
    pub enum ErrorCode {
        | status | code | variant              | kind             | retry   | scope   | message                                  | summary                                                |
        | 401    | 1000 | AuthenticationFailed | Authentication   | -       | -       | -                                        | "authentication failed"                                |
        | 401    | 1001 | MissingAuthorization | Authentication   | -       | -       | -                                        | "the authorization header is empty"                    |
        | 401    | 1002 | InvalidAuthorization | Authentication   | -       | -       | -                                        | "the authorization header is not valid"                |
        | 401    | 1003 | TokenNotYetValid     | Authentication   | Backoff | -       | -                                        | "the token is not valid yet"                           |
        | 401    | 1004 | TokenExpired         | Authentication   | -       | -       | -                                        | "the token has expired"                                |
        | 429    | 1100 | AccountException     | PermissionDenied | -       | Account | -                                        | "something is wrong with the account"                  |
        | 429    | 1101 | AccountInArrears     | QuotaExhausted   | -       | -       | -                                        | "the account has an unpaid bill"                       |
        | 429    | 1102 | ResourcePackUsedUp   | QuotaExhausted   | -       | -       | "Account balance not enough"             | "the prepaid resource pack is used up or expired"      |
        | 403    | 1103 | AccessDenied         | PermissionDenied | -       | Model   | -                                        | "no access to this API or model"                       |
        | 400    | 1200 | InvalidParameters    | InvalidRequest   | -       | -       | -                                        | "the request's parameters are not valid"               |
        | 400    | 1201 | InvalidParameter     | InvalidRequest?  | -       | -       | -                                        | "a parameter's name or value is wrong"                 |
        | 404    | 1202 | InvalidMethod        | InvalidRequest   | -       | -       | -                                        | "the method does not exist"                            |
        | 404    | 1203 | ResourceNotFound     | NotFound         | -       | -       | -                                        | "the model or another resource does not exist"         |
        | 400    | 1300 | PolicyTriggered      | ContentFiltered  | -       | -       | -                                        | "a policy of the platform was triggered"               |
        | 400    | 1301 | ContentBlocked       | ContentFiltered  | -       | -       | -                                        | "the content was flagged as unsafe"                    |
        | 429    | 1302 | RequestsTooFast      | RateLimited      | -       | -       | -                                        | "requests come too fast"                               |
        | 429    | 1303 | TooManyTasks         | RateLimited      | -       | Account | "parallel task over resource pack limit" | "more tasks at once than the resource pack allows"     |
        | 429    | 1304 | AddressNotAllowed    | PermissionDenied | -       | -       | -                                        | "the address is not on the allowlist"                  |
        | 500    | 5000 | InternalError        | Internal         | -       | -       | -                                        | "a fault of the service"                               |
        | 503    | 5001 | ServiceUnavailable   | Unavailable      | -       | -       | -                                        | "the service is not available, mostly for maintenance" |
        | 504    | 5002 | InternalTimeout      | Timeout          | -       | -       | -                                        | "the service did not respond in time"                  |
    }

    /// Why a task failed.
    pub enum TaskError {
        | status | variant     | kind            | message                                   | summary                             |
        | -      | RiskControl | ContentFiltered | "Failure to pass the risk control system" | "the content was flagged as unsafe" |
    }
}
