//! The server of llama.cpp.
//!
//! `/error/code` repeats the HTTP status code. The types are those of `format_error_response`. Docker's model runner sends the
//! same fields without the `/error` around them.

crate::provider_errors! {
    provider "llama_cpp" {
        name: "llama.cpp",
        docs: "https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md",
        retrieved: "2026-11-26",
        body: OPENAI_STATUS,
    }

    /// Error types.
    pub enum ErrorCode {
        | status | type                      | variant          | kind             | scope   | message                                   | summary                                     |
        | 400    | invalid_request_error     | -                | InvalidRequest?  | -       | -                                         | "the request is not valid"                  |
        | 400    | exceed_context_size_error | ContextTooLong   | ContextLength    | -       | -                                         | "the prompt does not fit the context"       |
        | 401    | authentication_error      | -                | Authentication   | -       | -                                         | "no API key, or a wrong one"                |
        | 403    | permission_error          | -                | PermissionDenied | -       | -                                         | "the server does not allow this"            |
        | 404    | not_found_error           | -                | NotFound         | -       | -                                         | "there is no such path or model"            |
        | 500    | server_error              | -                | Internal?        | -       | -                                         | "a fault of the server"                     |
        | 500    | server_error              | ContextUsedUp    | ContextLength    | -       | "Context size has been exceeded"          | "prompt and output do not fit the context"  |
        | 500    | server_error              | OutputUnparsable | Internal         | Request | "Failed to parse input at pos {position}" | "the model's output could not be parsed"    |
        | 501    | not_supported_error       | -                | InvalidRequest   | -       | -                                         | "the server does not support this endpoint" |
        | 503    | unavailable_error         | -                | Unavailable      | Model   | -                                         | "the model is still loading"                |
    }
}
