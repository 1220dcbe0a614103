//! Cloudflare Workers AI.
//!
//! The code is a number in the first of `errors`. The page lists what the binding throws; the REST API sends some numbers of
//! its own, which were seen in reports, and puts `AiError: AiError: ` before the sentence and an id after it.

crate::provider_errors! {
    provider "cloudflare_workers_ai" {
        name: "Cloudflare Workers AI",
        docs: "https://developers.cloudflare.com/workers-ai/platform/errors/",
        retrieved: "2026-11-26",
        body: CLOUDFLARE,
    }

    /// Error codes.
    pub enum ErrorCode {
        | status | code       | variant               | kind             | retry      | scope   | message                                                                                                                 | summary                                          |
        | 400    | 5007       | NoSuchModel           | NotFound         | -          | -       | "No such model {model} or task"                                                                                         | "there is no such model or task"                 |
        | 400    | 5004       | InvalidData           | InvalidRequest   | -          | -       | "Invalid data type for base64 input: {type}"                                                                            | "the base64 input has a wrong type"              |
        | 400    | 5006       | BadInput              | InvalidRequest?  | -          | -       | "Bad input: {error}"                                                                                                    | "the input does not follow the model's schema"   |
        | 400    | 3030       | ModelRefused          | InvalidRequest?  | -          | -       | -                                                                                                                       | "the model did not accept the input"             |
        | 400    | 3030       | SequenceTooLong       | ContextLength    | -          | -       | "Sequence too long: {tokens} > {limit}"                                                                                 | "the input is over the model's window"           |
        | 413    | 5021       | ContextWindowExceeded | ContextLength    | -          | -       | "The estimated number of input and maximum output tokens ({tokens}) exceeded this model context window limit ({limit})" | "input and output do not fit the model's window" |
        | 400    | 3039       | FinetuneMissingFiles  | InvalidRequest   | -          | -       | "Finetune is missing required files"                                                                                    | "files of the finetune are missing"              |
        | 400    | 3003       | IncompleteRequest     | InvalidRequest   | -          | -       | "Request is missing headers or body: {what}"                                                                            | "a header or the body is missing"                |
        | 401    | 10000      | AuthenticationError   | Authentication   | -          | -       | "Authentication error"                                                                                                  | "the token is wrong or not for this account"     |
        | 403    | 5018, 3041 | PrivateModel          | PermissionDenied | -          | Model   | "The account is not allowed to access this model"                                                                       | "the model is private"                           |
        | 403    | 5016       | ModelAgreement        | PermissionDenied | -          | Model   | "User has not agreed to Llama3.2 model terms"                                                                           | "the model's terms have not been accepted"       |
        | 403    | 3023       | AccountBlocked        | PermissionDenied | -          | Account | "Service unavailable for account"                                                                                       | "the account is blocked"                         |
        | 405    | 5019       | DeprecatedSdk         | InvalidRequest   | -          | -       | "Request trying to use deprecated SDK version"                                                                          | "the SDK is too old"                             |
        | 405    | 5005       | LoraUnsupported       | InvalidRequest   | -          | -       | "The model {model} does not support LoRa inference"                                                                     | "the model does not support LoRA"                |
        | 404    | 3042       | InvalidModelId        | NotFound         | -          | -       | "The model name is invalid"                                                                                             | "the model's name is not valid"                  |
        | 413    | 3006       | RequestTooLarge       | PayloadTooLarge  | -          | -       | "Request is too large"                                                                                                  | "the body is too large"                          |
        | 408    | 3007, 3046 | RequestTimeout        | Timeout          | -          | -       | "Request timeout"                                                                                                       | "the model did not respond in time"              |
        | 408    | 3008       | RequestAborted        | Timeout          | -          | -       | "Request was aborted"                                                                                                   | "the request was aborted"                        |
        | 429    | 3036, 4006 | DailyAllocation       | QuotaExhausted   | AfterReset | -       | "You have used up your daily free allocation of {neurons} neurons"                                                      | "today's free allocation is used up"             |
        | 429    | 3040       | OutOfCapacity         | Unavailable      | -          | Model   | "No more data centers to forward the request to", "Capacity temporarily exceeded, please try again"                     | "no data center has capacity left"               |
        | 500    | 8005       | InternalServerError   | Internal         | -          | -       | -                                                                                                                       | "a fault inside the service"                     |
    }
}
