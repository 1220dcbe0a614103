//! Hugging Face: the router of its Inference Providers, and Text Generation Inference (TGI), the server of its endpoints.
//!
//! Both send a sentence in `/error`. TGI adds its `error_type`, and the router passes on the responses of many providers, or
//! has OpenAI's shape. The types are those of TGI's source code (<https://github.com/huggingface/text-generation-inference>),
//! the router's sentences are from public reports.

crate::provider_errors! {
    provider "huggingface" {
        name: "Hugging Face",
        docs: "https://huggingface.co/docs/inference-providers",
        retrieved: "2026-11-26",
        body: TGI,
    }

    /// Errors of the router.
    pub enum RouterError {
        | status | code                | variant          | kind              | scope | message                                                                                              | summary                                        |
        | 400    | model_not_supported | -                | NotFound          | -     | "The requested model '{model}' is not supported by any provider you have enabled"                    | "no enabled provider has the model"            |
        | 400    | -                   | NotWithProvider  | NotFound          | -     | "Model not supported by provider {provider}"                                                         | "the provider does not have the model"         |
        | 401    | -                   | InvalidToken     | Authentication    | -     | "Invalid username or password"                                                                       | "the token is wrong"                           |
        | 402    | -                   | CreditsUsedUp    | QuotaExhausted    | -     | "You have depleted your monthly included credits", "You have exceeded your monthly included credits" | "the month's included credits are used up"     |
        | 403    | -                   | TokenPermission  | PermissionDenied  | -     | "This authentication method does not have sufficient permissions to call Inference Providers"        | "the token lacks the permission for inference" |
        | 503    | -                   | ModelLoading     | Unavailable       | Model | "Model {model} is currently loading"                                                                 | "the model is still loading"                   |
        | 400    | -                   | BadRequest       | InvalidRequest?   | -     | -                                                                                                    | "the request is not valid"                     |
        | 401    | -                   | Unauthorized     | Authentication?   | -     | -                                                                                                    | "no token, or a wrong one"                     |
        | 403    | -                   | Forbidden        | PermissionDenied? | -     | -                                                                                                    | "the token may not do this"                    |
        | 404    | -                   | NotFound         | NotFound?         | -     | -                                                                                                    | "there is no such model"                       |
        | 424    | -                   | FailedDependency | Unavailable?      | Model | -                                                                                                    | "a part of the model is not ready"             |
        | 429    | -                   | TooManyRequests  | RateLimited?      | -     | -                                                                                                    | "a rate limit"                                 |
        | 504    | -                   | GatewayTimeout   | Timeout?          | -     | -                                                                                                    | "a part of the model did not respond in time"  |
    }

    /// Values of `error_type` of Text Generation Inference.
    pub enum TgiErrorType {
        | status | type                         | variant        | kind            | scope | message                                                                                                                                                | summary                                           |
        | 424    | generation                   | -              | Internal?       | Model | -                                                                                                                                                      | "the model failed while generating"               |
        | 429    | overloaded                   | -              | Unavailable     | Model | -                                                                                                                                                      | "the server is overloaded with requests"          |
        | 422    | validation, Validation       | -              | InvalidRequest? | -     | -                                                                                                                                                      | "the input is not valid"                          |
        | 422    | validation, Validation       | ContextTooLong | ContextLength   | -     | "Input validation error: `inputs` tokens + `max_new_tokens` must be <= {limit}", "Input validation error: `inputs` must have less than {limit} tokens" | "prompt and output do not fit the model's window" |
        | 422    | validation                   | ImageTooLarge  | PayloadTooLarge | -     | "Input validation error: Image size {size} bytes exceeds maximum allowed size of {limit} bytes"                                                        | "the image is too large"                          |
        | 500    | incomplete_generation        | -              | Internal        | -     | -                                                                                                                                                      | "the generation ended early"                      |
        | 500    | incomplete_generation_stream | -              | Internal        | -     | -                                                                                                                                                      | "the stream ended early"                          |
        | 422    | template_error               | -              | InvalidRequest  | -     | -                                                                                                                                                      | "the chat template failed"                        |
        | 422    | missing_template_variable    | -              | InvalidRequest  | -     | -                                                                                                                                                      | "a variable of the chat template is missing"      |
        | 422    | tool_error                   | -              | InvalidRequest  | -     | -                                                                                                                                                      | "a tool call is not valid"                        |
        | 500    | stream_serialization_error   | -              | Internal        | -     | -                                                                                                                                                      | "an event could not be written"                   |
        | 503    | healthcheck                  | -              | Unavailable     | -     | -                                                                                                                                                      | "the server is not healthy"                       |
        | 422    | "batch size exceeded"        | -              | InvalidRequest  | -     | -                                                                                                                                                      | "the batch is larger than allowed"                |
        | 422    | "suffix not supported"       | -              | InvalidRequest  | -     | -                                                                                                                                                      | "`suffix` is not supported"                       |
        | 422    | utf8                         | -              | InvalidRequest  | -     | -                                                                                                                                                      | "the input is not valid UTF-8"                    |
        | 422    | "length mismatch"            | -              | InvalidRequest  | -     | -                                                                                                                                                      | "the lengths of the input do not match"           |
        | 500    | headers                      | -              | Internal        | -     | -                                                                                                                                                      | "the response's headers could not be made"        |
        | 500    | "no details"                 | -              | Internal        | -     | -                                                                                                                                                      | "the response lacks its details"                  |
    }
}
