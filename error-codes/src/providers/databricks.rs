//! Databricks.
//!
//! The code is a word in `error_code`, or the HTTP status code as a number there. The message often begins with the
//! code. An endpoint for an external model has the response of that model's provider in `external_model_message`.
//!
//! Codes are those of the SDK (<https://github.com/databricks/databricks-sdk-py>) and of public reports.

crate::provider_errors! {
    provider "databricks" {
        name: "Databricks",
        docs: "https://docs.databricks.com/aws/en/machine-learning/model-serving/foundation-model-rate-limits",
        retrieved: "2026-11-26",
        body: DATABRICKS,
    }

    /// Error codes, and the sentences of responses without one.
    pub enum ErrorCode {
        | status | code                                    | variant              | kind              | retry | scope    | message                                                                                                 | summary                                               |
        | 429    | REQUEST_LIMIT_EXCEEDED                  | WorkspaceRateLimit   | RateLimited       | -     | Account  | "Exceeded workspace rate limit for {model}", "Exceeded workspace {tokens} tokens per minute rate limit" | "the workspace's limit for the model"                 |
        | 429    | REQUEST_LIMIT_EXCEEDED                  | UserDefinedRateLimit | RateLimited       | -     | -        | "User defined rate limit(s) exceeded"                                                                   | "a limit that the endpoint's owner has set"           |
        | 429    | REQUEST_LIMIT_EXCEEDED                  | -                    | RateLimited       | -     | -        | -                                                                                                       | "a limit per minute or hour"                          |
        | 429    | RESOURCE_EXHAUSTED                      | -                    | RateLimited?      | -     | -        | -                                                                                                       | "a limit that counts per user"                        |
        | 400    | BAD_REQUEST                             | -                    | InvalidRequest?   | -     | -        | -                                                                                                       | "the request is not valid"                            |
        | 400    | INVALID_PARAMETER_VALUE                 | -                    | InvalidRequest?   | -     | -        | -                                                                                                       | "a parameter is not valid"                            |
        | 401    | UNAUTHENTICATED                         | -                    | Authentication    | -     | -        | -                                                                                                       | "no credential, or one that is not valid"             |
        | 403    | -                                       | InvalidAccessToken   | Authentication    | -     | -        | "Invalid access token"                                                                                  | "the token is wrong, expired or of another workspace" |
        | 403    | -                                       | IpAddressBlocked     | PermissionDenied  | -     | Provider | "Source IP address: {address} is blocked by Databricks IP ACL"                                          | "the workspace does not accept the caller's address"  |
        | 403    | PERMISSION_DENIED                       | -                    | PermissionDenied? | -     | -        | -                                                                                                       | "the caller is not allowed to do it"                  |
        | 404    | ENDPOINT_NOT_FOUND                      | -                    | NotFound          | -     | -        | "The given endpoint does not exist"                                                                     | "there is no such serving endpoint or path"           |
        | 404    | RESOURCE_DOES_NOT_EXIST, NOT_FOUND      | -                    | NotFound          | -     | Request  | -                                                                                                       | "there is no such resource"                           |
        | 409    | RESOURCE_CONFLICT                       | -                    | Conflict?         | -     | -        | -                                                                                                       | "the request clashes with another"                    |
        | 409    | ABORTED                                 | -                    | Conflict          | -     | -        | -                                                                                                       | "another request got in the way"                      |
        | 409    | RESOURCE_ALREADY_EXISTS, ALREADY_EXISTS | -                    | Conflict          | Never | -        | -                                                                                                       | "the resource exists already"                         |
        | 499    | CANCELLED                               | -                    | Cancelled         | -     | -        | -                                                                                                       | "the caller cancelled the request"                    |
        | 500    | INTERNAL_ERROR                          | -                    | Internal?         | -     | -        | -                                                                                                       | "a fault inside the service"                          |
        | 500    | UNKNOWN                                 | -                    | Internal          | -     | -        | -                                                                                                       | "an error that the provider cannot name"              |
        | 500    | DATA_LOSS                               | -                    | Internal          | Never | -        | -                                                                                                       | "data is lost or damaged"                             |
        | 501    | NOT_IMPLEMENTED                         | -                    | InvalidRequest    | -     | -        | -                                                                                                       | "the operation is not supported"                      |
        | 503    | TEMPORARILY_UNAVAILABLE                 | -                    | Unavailable       | -     | -        | -                                                                                                       | "the service is not available for now"                |
        | 504    | DEADLINE_EXCEEDED                       | -                    | Timeout           | -     | -        | -                                                                                                       | "the operation took too long"                         |
    }
}
