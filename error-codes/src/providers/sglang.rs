//! SGLang, an inference server.
//!
//! The fields are not inside an `/error`, except within a stream; `code` repeats the HTTP status code. What the server has in
//! common with vLLM is in that table.

crate::provider_errors! {
    provider "sglang" {
        name: "SGLang",
        docs: "https://github.com/sgl-project/sglang",
        retrieved: "2026-11-26",
        body: SGLANG,
        base: super::vllm::PROVIDER,
    }

    /// Error types.
    pub enum ErrorCode {
        | status | type                | variant        | kind            | message                                                                                                                                                                                                                                                            | summary                                           |
        | 400    | BadRequestError     | -              | InvalidRequest? | -                                                                                                                                                                                                                                                                  | "the request is not valid"                        |
        | 400    | BadRequestError     | ContextTooLong | ContextLength   | "The input ({count} tokens) is longer than the model's context length ({limit} tokens)", "Requested token count exceeds the model's maximum context length of {limit} tokens", "Input length ({count} tokens) exceeds the maximum allowed length ({limit} tokens)" | "prompt and output do not fit the model's window" |
        | 500    | InternalServerError | -              | Internal?       | -                                                                                                                                                                                                                                                                  | "a fault of the server"                           |
        | 501    | NotImplementedError | -              | InvalidRequest  | -                                                                                                                                                                                                                                                                  | "the endpoint cannot stream, or only streams"     |
        | 503    | -                   | QueueFull      | Unavailable     | "The request queue is full"                                                                                                                                                                                                                                        | "the queue is full"                               |
        | 503    | -                   | Preempted      | Unavailable     | "The request is aborted by a higher priority request"                                                                                                                                                                                                              | "a request of higher priority took its place"     |
    }
}
