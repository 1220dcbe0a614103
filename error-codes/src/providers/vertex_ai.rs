//! Vertex AI, Google Cloud's platform for Gemini and for models of other vendors.
//!
//! A 429 is either the project's own quota or, in the words "Resource exhausted", a lack of shared capacity; no field tells them
//! apart. `streamGenerateContent` wraps the error in an array. What no row matches is looked up in Gemini's table.
//!
//! Further sources: `google/rpc/code.proto` and `google/api/error_reason.proto` of <https://github.com/googleapis/googleapis>,
//! and public reports of responses.

crate::provider_errors! {
    provider "vertex_ai" {
        name: "Vertex AI",
        docs: "https://cloud.google.com/vertex-ai/generative-ai/docs/model-reference/api-errors",
        retrieved: "2026-11-26",
        body: GOOGLE,
        base: super::gemini::PROVIDER,
    }

    /// Error codes of the API.
    pub enum ErrorCode {
        | status | code                | variant         | kind              | scope | message                                                                                                                                                                                                                                                              | summary                                                |
        | 400    | INVALID_ARGUMENT    | -               | InvalidRequest?   | -     | -                                                                                                                                                                                                                                                                    | "the request is malformed or a parameter is not valid" |
        | 400    | INVALID_ARGUMENT    | ResponseBlocked | ContentFiltered   | -     | "The response is blocked, as it may violate our policies", "Image generation failed with the following error: The response is blocked"                                                                                                                               | "the generated image was blocked"                      |
        | 400    | FAILED_PRECONDITION | -               | InvalidRequest?   | -     | -                                                                                                                                                                                                                                                                    | "the request does not fit the current state"           |
        | 401    | UNAUTHENTICATED     | -               | Authentication    | -     | -                                                                                                                                                                                                                                                                    | "the credentials are missing or have expired"          |
        | 403    | PERMISSION_DENIED   | -               | PermissionDenied? | -     | -                                                                                                                                                                                                                                                                    | "the caller may not use this resource"                 |
        | 404    | NOT_FOUND           | -               | NotFound          | -     | -                                                                                                                                                                                                                                                                    | "the model does not exist, or not in this region"      |
        | 409    | ABORTED             | -               | Conflict          | -     | -                                                                                                                                                                                                                                                                    | "a concurrent request got in the way"                  |
        | 429    | RESOURCE_EXHAUSTED  | -               | RateLimited?      | -     | -                                                                                                                                                                                                                                                                    | "a quota or the shared capacity is used up"            |
        | 429    | RESOURCE_EXHAUSTED  | SharedCapacity  | Unavailable       | Model | "Resource exhausted. Please try again later.", "Resource exhausted, please try again later."                                                                                                                                                                         | "the capacity that all customers share is used up"     |
        | 429    | RESOURCE_EXHAUSTED  | ModelQuota      | RateLimited       | Model | "Quota exceeded for aiplatform.googleapis.com/{metric} with base model: {model}", "Online prediction request quota exceeded for base model {model} in region {region}", "Online prediction request quota exceeded for {model}. Please try again later with backoff." | "the project's quota for the model has been reached"   |
        | 499    | CANCELLED           | -               | Cancelled         | -     | -                                                                                                                                                                                                                                                                    | "the caller closed the connection"                     |
        | 500    | INTERNAL            | -               | Internal          | -     | -                                                                                                                                                                                                                                                                    | "an unexpected fault at Google"                        |
        | 500    | UNKNOWN             | -               | Internal?         | -     | -                                                                                                                                                                                                                                                                    | "an error that Google cannot name"                     |
        | 503    | UNAVAILABLE         | -               | Unavailable       | -     | -                                                                                                                                                                                                                                                                    | "the service is not available for now"                 |
        | 504    | DEADLINE_EXCEEDED   | -               | Timeout           | -     | -                                                                                                                                                                                                                                                                    | "the request was not finished within its deadline"     |
    }

    /// Reasons in an `ErrorInfo`, beside the code.
    pub enum ErrorReason {
        | status | code                     | kind             | scope   | summary                                     |
        | 403    | SERVICE_DISABLED         | PermissionDenied | Account | "the API is not enabled in the project"     |
        | 403    | BILLING_DISABLED         | QuotaExhausted   | -       | "the project's billing account is disabled" |
        | 403    | IAM_PERMISSION_DENIED    | PermissionDenied | -       | "the caller lacks an IAM permission"        |
        | 403    | CONSUMER_INVALID         | PermissionDenied | Account | "the project does not exist or was deleted" |
        | 403    | CONSUMER_SUSPENDED       | PermissionDenied | Account | "the project is suspended"                  |
        | 403    | USER_PROJECT_DENIED      | PermissionDenied | -       | "the caller may not use the project"        |
        | 403    | SECURITY_POLICY_VIOLATED | PermissionDenied | -       | "VPC Service Controls forbid the request"   |
        | 400    | API_KEY_INVALID          | Authentication   | -       | "the API key is wrong or has expired"       |
        | 401    | ACCESS_TOKEN_EXPIRED     | Authentication   | -       | "the access token has expired"              |
    }
}
