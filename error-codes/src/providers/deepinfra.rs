//! DeepInfra.
//!
//! The OpenAI-compatible API has that shape; elsewhere the sentence is a text in `/error` or in `/detail/error`, and complaints
//! about parameters are a list in `/detail`. Status codes are those of its OpenAPI description
//! (<https://api.deepinfra.com/openapi.json>).

crate::provider_errors! {
    provider "deepinfra" {
        name: "DeepInfra",
        docs: "https://docs.deepinfra.com/chat/overview",
        retrieved: "2026-11-26",
        body: OPENAI,
    }

    /// Errors of the API.
    pub enum ErrorCode {
        | status | code              | variant       | kind              | scope | message                                        | summary                            |
        | 429    | engine_overloaded | -             | Unavailable       | Model | "Model busy, retry later", "engine_overloaded" | "the model is at capacity"         |
        | 404    | -                 | ModelNotFound | NotFound          | -     | "Model not found"                              | "there is no such model"           |
        | 401    | -                 | -             | Authentication?   | -     | -                                              | "no token, or a wrong one"         |
        | 402    | -                 | -             | QuotaExhausted?   | -     | -                                              | "a payment is due"                 |
        | 403    | -                 | -             | PermissionDenied? | -     | -                                              | "the token may not do this"        |
        | 404    | -                 | -             | NotFound?         | -     | -                                              | "there is no such resource"        |
        | 409    | -                 | -             | Conflict?         | -     | -                                              | "the request clashes with another" |
        | 410    | -                 | -             | NotFound?         | -     | -                                              | "the resource was removed"         |
        | 413    | -                 | -             | PayloadTooLarge?  | -     | -                                              | "the request is too large"         |
        | 422    | -                 | -             | InvalidRequest?   | -     | -                                              | "a parameter is not valid"         |
        | 423    | -                 | -             | Conflict?         | -     | -                                              | "the deployment is locked"         |
        | 429    | -                 | -             | RateLimited?      | -     | -                                              | "a rate limit"                     |
        | 503    | -                 | -             | Unavailable?      | -     | -                                              | "the service is not available"     |
    }
}
