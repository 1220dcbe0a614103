//! Mistral AI.
//!
//! The page documents types; responses also carry numbers in `code`, which it does not list: those here are from public reports.
//! A lack of capacity is a 429 with the words "Service tier capacity exceeded", sometimes under `invalid_request_error`. The
//! Workflows API has codes of its own; for a 5xx it says nothing but "An error occurred".
//!
//! Further source: <https://github.com/mistralai/platform-docs-public>, `error_codes.md` of the Workflows API.

crate::provider_errors! {
    provider "mistral" {
        name: "Mistral AI",
        docs: "https://docs.mistral.ai/resources/error-glossary",
        retrieved: "2026-11-26",
        body: MISTRAL,
    }

    /// Errors of the API.
    pub enum ErrorCode {
        | status   | type                           | code                                 | variant            | kind              | scope | message                                                                                                                           | summary                                                   |
        | 400      | invalid_request_error          | -                                    | -                  | InvalidRequest?   | -     | -                                                                                                                                 | "the request is malformed or lacks a field"               |
        | 400      | invalid_request_error          | unknown_model                        | -                  | NotFound          | -     | -                                                                                                                                 | "there is no such model"                                  |
        | 400      | invalid_model                  | 1500                                 | InvalidModel       | NotFound          | -     | "Invalid model: {model}"                                                                                                          | "there is no such model"                                  |
        | 400      | invalid_request_invalid_args   | 3051                                 | InvalidArguments   | InvalidRequest?   | -     | -                                                                                                                                 | "a parameter does not fit the model"                      |
        | 400      | invalid_request_invalid_args   | 3051                                 | ContextTooLong     | ContextLength     | -     | "Prompt contains {prompt_tokens} tokens and {draft_tokens} draft tokens, too large for model with {limit} maximum context length" | "the prompt is longer than the model's context window"    |
        | 400      | invalid_request_prompt         | 3210                                 | InvalidPrompt      | InvalidRequest?   | -     | -                                                                                                                                 | "the input is not acceptable"                             |
        | 400      | invalid_request_prompt         | 3210                                 | BatchTooLarge      | PayloadTooLarge   | -     | "Too many tokens overall, split into more batches", "Too many inputs in request, split into more batches"                         | "the inputs must be split into several requests"          |
        | 400      | invalid_request_message_order  | 3230                                 | MessageOrder       | InvalidRequest    | -     | -                                                                                                                                 | "the messages are in an order that is not allowed"        |
        | 401      | authentication_error           | -                                    | -                  | Authentication    | -     | -                                                                                                                                 | "the API key is missing, wrong or expired"                |
        | 401      | -                              | -                                    | -                  | Authentication    | -     | -                                                                                                                                 | "the API key is missing, wrong or expired"                |
        | 403      | -                              | -                                    | -                  | PermissionDenied? | -     | -                                                                                                                                 | "the account may not use the model or the resource"       |
        | 404      | -                              | -                                    | -                  | NotFound?         | -     | -                                                                                                                                 | "the model, the resource or the path does not exist"      |
        | 422      | -                              | -                                    | ValidationError    | InvalidRequest?   | -     | -                                                                                                                                 | "a field has a wrong type or value"                       |
        | 429      | rate_limit_error               | -                                    | -                  | RateLimited       | -     | -                                                                                                                                 | "a limit on requests, tokens or concurrency"              |
        | 429      | rate_limited                   | 1300, rate_limited                   | RateLimited        | RateLimited       | -     | "Rate limit exceeded", "Requests rate limit exceeded"                                                                             | "a limit on requests, tokens or concurrency"              |
        | 429      | service_tier_capacity_exceeded | 3505, service_tier_capacity_exceeded | CapacityExceeded   | Unavailable       | Model | "Service tier capacity exceeded for this model."                                                                                  | "the model's capacity for the service tier is used up"    |
        | 500      | server_error                   | -                                    | -                  | Internal?         | -     | -                                                                                                                                 | "an unexpected fault inside the provider"                 |
        | 502, 503 | server_error                   | -                                    | ServiceUnavailable | Unavailable       | -     | -                                                                                                                                 | "overloaded, in maintenance or no good response upstream" |
        | 504      | server_error                   | -                                    | GatewayTimeout     | Timeout           | -     | -                                                                                                                                 | "the request took too long"                               |
    }

    /// Errors of the Workflows API.
    pub enum WorkflowErrorCode {
        | status   | code    | variant                 | kind           | retry | scope   | summary                                                 |
        | 500      | WF_1000 | Unknown                 | Internal?      | -     | -       | "an error that the provider cannot name"                |
        | 422      | WF_1001 | InvalidRequest          | InvalidRequest | -     | -       | "the request is not valid"                              |
        | 404      | WF_1100 | WorkflowNotFound        | NotFound       | -     | Request | "there is no such workflow execution"                   |
        | 409      | WF_1101 | AlreadyStarted          | Conflict       | Never | -       | "the workflow has been started already"                 |
        | 409      | WF_1102 | NotRunning              | Conflict       | Never | -       | "the workflow is not running"                           |
        | 500, 504 | WF_1103 | PlatformRequestFailed   | Unavailable    | -     | -       | "a request to the workflow platform failed"             |
        | 500      | WF_1104 | RegistrationFailed      | Internal       | -     | -       | "the workflow could not be registered"                  |
        | 500      | WF_1105 | ExecutionLost           | Internal       | Never | Request | "the platform does not know the execution"              |
        | 422      | WF_1200 | ScheduleRejected        | InvalidRequest | -     | -       | "the schedule is not valid"                             |
        | 500, 503 | WF_1200 | ScheduleFailed          | Internal       | -     | -       | "the schedule could not be set"                         |
        | 404      | WF_1201 | ScheduleNotFound        | NotFound       | -     | Request | "there is no such schedule"                             |
        | 500      | WF_1300 | PlatformClientFailed    | Internal       | -     | -       | "the client of the workflow platform could not be made" |
        | 500      | WF_1301 | PlatformInitFailed      | Internal       | -     | -       | "the workflow platform could not be initialized"        |
        | 500      | WF_1302 | PayloadEncodingRequired | Internal       | Never | Request | "the payload must be encoded"                           |
        | 500      | WF_1400 | StreamingError          | Internal       | -     | -       | "the stream of events failed"                           |
        | 500      | WF_1500 | TraceError              | Internal       | -     | -       | "the trace could not be read"                           |
        | 500      | WF_1600 | EventStoreError         | Internal       | -     | -       | "the store of events failed"                            |
    }
}
