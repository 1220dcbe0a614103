//! Black Forest Labs.
//!
//! Requests are refused by their status and a sentence in `detail`; a wrong key is a 403. A task that failed is a 200 whose
//! `status` says why.

crate::provider_errors! {
    provider "black_forest_labs" {
        name: "Black Forest Labs",
        docs: "https://docs.bfl.ai/api_integration/errors",
        retrieved: "2026-11-26",
        body: BLACK_FOREST_LABS,
    }

    /// The status of a task that failed.
    pub enum TaskStatus {
        | status   | code                | variant          | kind            | scope   | summary                                    |
        | 200      | "Request Moderated" | RequestModerated | ContentFiltered | -       | "the input was flagged as unsafe"          |
        | 200      | "Content Moderated" | ContentModerated | ContentFiltered | -       | "the output was flagged as unsafe"         |
        | 200      | Error               | TaskFailed       | Internal?       | -       | "the task failed"                          |
        | 200, 404 | "Task not found"    | TaskNotFound     | NotFound        | Request | "there is no such task, or it has expired" |
    }

    /// Refused requests.
    pub enum HttpError {
        | status | variant             | kind              | message                                                           | summary                                                |
        | 403    | InvalidKey          | Authentication    | "Not authenticated - Invalid Authentication", "Not authenticated" | "the API key is missing or wrong"                      |
        | 400    | -                   | InvalidRequest?   | -                                                                 | "the request is malformed"                             |
        | 402    | -                   | QuotaExhausted    | -                                                                 | "the account's credits are used up"                    |
        | 403    | -                   | PermissionDenied? | -                                                                 | "the key does not allow this"                          |
        | 422    | UnprocessableEntity | InvalidRequest?   | -                                                                 | "a parameter is not valid"                             |
        | 429    | -                   | RateLimited?      | -                                                                 | "requests come too fast, or too many tasks are active" |
        | 500    | -                   | Internal?         | -                                                                 | "a fault of the service"                               |
        | 503    | -                   | Unavailable?      | -                                                                 | "the service is under maintenance or overloaded"       |
    }
}
