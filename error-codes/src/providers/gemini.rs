//! Google Gemini: the Gemini API of AI Studio.
//!
//! `generateContent` responds with the names of `google.rpc.Code` in `status`; what happened is often only in `details`, as the
//! `reason` of an `ErrorInfo` or the `quotaId` of a `QuotaFailure`, which tells a limit per day from one per minute. The Interactions
//! API has codes of its own. A blocked prompt is a success with `promptFeedback`. `MODEL_CAPACITY_EXHAUSTED` and
//! `QUOTA_EXHAUSTED` are reasons of Gemini Code Assist, which responds in the same shape.
//!
//! Further sources: <https://ai.google.dev/gemini-api/docs/api-errors> (Interactions API),
//! <https://ai.google.dev/api/generate-content#BlockReason>, `google/rpc/code.proto` and `google/api/error_reason.proto` of
//! <https://github.com/googleapis/googleapis>, and public reports of responses.

crate::provider_errors! {
    provider "gemini" {
        name: "Google Gemini",
        docs: "https://ai.google.dev/gemini-api/docs/generate-content/api-errors",
        retrieved: "2026-11-26",
        body: GOOGLE,
    }

    /// Errors of `generateContent` and of the other methods of the REST API.
    pub enum ErrorCode {
        | status   | code                                  | variant                | kind              | retry | scope   | message                                                                                                | summary                                                 |
        | 400      | INVALID_ARGUMENT                      | -                      | InvalidRequest?   | -     | -       | -                                                                                                      | "the request is malformed or a parameter is not valid"  |
        | 400      | INVALID_ARGUMENT, API_KEY_INVALID     | InvalidApiKey          | Authentication    | -     | -       | "API key not valid. Please pass a valid API key.", "API key expired. Please renew the API key."        | "the API key is wrong or has expired"                   |
        | 400      | INVALID_ARGUMENT                      | ContextTooLong         | ContextLength     | -     | -       | "The input token count {count} exceeds the maximum number of tokens allowed"                           | "the prompt is longer than the model's context window"  |
        | 400      | INVALID_ARGUMENT                      | PayloadTooLarge        | PayloadTooLarge   | -     | -       | "Request payload size exceeds the limit: {limit} bytes"                                                | "the request's body is too large"                       |
        | 400      | FAILED_PRECONDITION                   | -                      | InvalidRequest?   | -     | -       | -                                                                                                      | "the request does not fit the current state"            |
        | 400      | FAILED_PRECONDITION                   | FreeTierRegion         | PermissionDenied  | -     | Account | "Gemini API free tier is not available in your country"                                                | "the free tier is not offered in the caller's country"  |
        | 400      | FAILED_PRECONDITION                   | UserLocation           | PermissionDenied  | -     | Account | "User location is not supported for the API use"                                                       | "the API is not offered where the caller is"            |
        | 400      | OUT_OF_RANGE                          | -                      | InvalidRequest    | -     | -       | -                                                                                                      | "a parameter is outside of its valid range"             |
        | 401      | UNAUTHENTICATED                       | -                      | Authentication    | -     | -       | -                                                                                                      | "no valid credentials were sent"                        |
        | 402, 429 | RESOURCE_EXHAUSTED                    | PrepaidCreditsDepleted | QuotaExhausted    | -     | -       | "Your prepayment credits are depleted", "Your Prepay credit balance is depleted"                       | "the project's prepaid credits are used up"             |
        | 429      | RESOURCE_EXHAUSTED                    | -                      | RateLimited?      | -     | -       | -                                                                                                      | "a rate limit or a quota has been reached"              |
        | 429      | RESOURCE_EXHAUSTED                    | SpendingCap            | QuotaExhausted    | -     | -       | "{owner} has exceeded its monthly spending cap"                                                        | "the project's monthly spending cap has been reached"   |
        | 429      | RESOURCE_EXHAUSTED                    | NoFreeTierForModel     | QuotaExhausted    | -     | Model   | "* Quota exceeded for metric: {metric}, limit: 0", "Quota exceeded for metric: {metric}, limit: 0"     | "the free tier has no quota for this model"             |
        | 403      | PERMISSION_DENIED                     | -                      | PermissionDenied? | -     | -       | -                                                                                                      | "the key may not use this resource"                     |
        | 403      | PERMISSION_DENIED                     | LeakedApiKey           | Authentication    | -     | -       | "Your API key was reported as leaked. Please use another API key."                                     | "the API key is blocked because it was leaked"          |
        | 403      | PERMISSION_DENIED                     | MissingApiKey          | Authentication    | -     | -       | "Method doesn't allow unregistered callers"                                                            | "no API key was sent"                                   |
        | 403      | PERMISSION_DENIED                     | ProjectDenied          | PermissionDenied  | -     | Account | "Your project has been denied access"                                                                  | "the project is not allowed to use the API"             |
        | 403      | PERMISSION_DENIED, SERVICE_DISABLED   | ApiDisabled            | PermissionDenied  | -     | Account | "{api} has not been used in project {project} before or it is disabled"                                | "the API is not enabled in the project"                 |
        | 403      | PERMISSION_DENIED, CONSUMER_SUSPENDED | ProjectSuspended       | PermissionDenied  | -     | Account | "Permission denied: Consumer {consumer} has been suspended"                                            | "the project is suspended"                              |
        | 403      | PERMISSION_DENIED                     | FileInaccessible       | PermissionDenied  | -     | Request | "You do not have permission to access the File {file} or it may not exist."                            | "the file does not exist or belongs to another project" |
        | 404      | NOT_FOUND                             | -                      | NotFound          | -     | -       | -                                                                                                      | "the model or the resource does not exist"              |
        | 409      | ALREADY_EXISTS                        | -                      | Conflict          | Never | -       | -                                                                                                      | "the resource to be created exists already"             |
        | 409      | ABORTED                               | -                      | Conflict          | -     | -       | -                                                                                                      | "a concurrent request got in the way"                   |
        | 499      | CANCELLED                             | -                      | Cancelled         | -     | -       | -                                                                                                      | "the caller closed the connection"                      |
        | 500      | INTERNAL                              | -                      | Internal          | -     | -       | -                                                                                                      | "an unexpected fault at Google"                         |
        | 500      | UNKNOWN                               | -                      | Internal?         | -     | -       | -                                                                                                      | "an error that Google cannot name"                      |
        | 500      | DATA_LOSS                             | -                      | Internal          | Never | -       | -                                                                                                      | "data was lost or is corrupted"                         |
        | 501      | UNIMPLEMENTED                         | -                      | InvalidRequest    | -     | -       | -                                                                                                      | "the operation is not implemented"                      |
        | 503      | UNAVAILABLE                           | -                      | Unavailable?      | -     | -       | -                                                                                                      | "the service is overloaded or down"                     |
        | 503      | UNAVAILABLE, MODEL_CAPACITY_EXHAUSTED | ModelOverloaded        | Unavailable       | -     | Model   | "The model is overloaded. Please try again later.", "This model is currently experiencing high demand" | "the model is overloaded"                               |
        | 504      | DEADLINE_EXCEEDED                     | -                      | Timeout           | -     | -       | -                                                                                                      | "the request was not finished within its deadline"      |
    }

    /// Reasons in an `ErrorInfo`, beside the code.
    pub enum ErrorReason {
        | status | code                          | kind             | retry      | scope   | summary                                                   |
        | 403    | BILLING_DISABLED              | QuotaExhausted   | -          | -       | "the project's billing account is disabled"               |
        | 403    | API_KEY_SERVICE_BLOCKED       | PermissionDenied | -          | -       | "the key is restricted to other APIs"                     |
        | 403    | API_KEY_HTTP_REFERRER_BLOCKED | PermissionDenied | -          | -       | "the key is restricted to other websites"                 |
        | 403    | API_KEY_IP_ADDRESS_BLOCKED    | PermissionDenied | -          | -       | "the key is restricted to other IP addresses"             |
        | 403    | API_KEY_ANDROID_APP_BLOCKED   | PermissionDenied | -          | -       | "the key is restricted to other Android apps"             |
        | 403    | API_KEY_IOS_APP_BLOCKED       | PermissionDenied | -          | -       | "the key is restricted to other iOS apps"                 |
        | 429    | RATE_LIMIT_EXCEEDED           | RateLimited?     | -          | Account | "the project has used up a rate quota"                    |
        | 429    | RESOURCE_QUOTA_EXCEEDED       | QuotaExhausted   | -          | -       | "the project has used up a resource quota"                |
        | 429    | QUOTA_EXHAUSTED               | QuotaExhausted   | AfterReset | -       | "the quota of the user's plan is used up until it resets" |
        | 403    | USER_PROJECT_DENIED           | PermissionDenied | -          | -       | "the caller may not use the project"                      |
        | 403    | CONSUMER_INVALID              | PermissionDenied | -          | Account | "the project does not exist or was deleted"               |
        | 403    | LOCATION_TAX_POLICY_VIOLATED  | PermissionDenied | -          | Account | "the billing address is in a restricted place"            |
        | 403    | SECURITY_POLICY_VIOLATED      | PermissionDenied | -          | -       | "VPC Service Controls forbid the request"                 |
        | 401    | ACCESS_TOKEN_EXPIRED          | Authentication   | -          | -       | "the access token has expired"                            |
    }

    /// Quotas in a `QuotaFailure`, beside the code.
    pub enum QuotaId {
        | status | code                                                 | variant     | kind           | scope | summary                                         |
        | 429    | "{metric}PerDay{dimensions}", "{metric}PerDay"       | DailyQuota  | QuotaExhausted | Model | "the model's quota for the day is used up"      |
        | 429    | "{metric}PerMinute{dimensions}", "{metric}PerMinute" | MinuteQuota | RateLimited    | Model | "the model's limit per minute has been reached" |
    }

    /// Why a prompt was blocked, in the `promptFeedback` of a success.
    pub enum BlockReason {
        | status | code               | kind            | summary                                        |
        | 200    | SAFETY             | ContentFiltered | "the prompt was blocked by a safety setting"   |
        | 200    | OTHER              | ContentFiltered | "the prompt was blocked for an unnamed reason" |
        | 200    | BLOCKLIST          | ContentFiltered | "the prompt holds a term of the blocklist"     |
        | 200    | PROHIBITED_CONTENT | ContentFiltered | "the prompt holds prohibited content"          |
        | 200    | IMAGE_SAFETY       | ContentFiltered | "the image to be made is not safe"             |
    }

    /// Error codes of the Interactions API.
    pub enum InteractionErrorCode {
        | status | code                      | kind             | retry      | scope   | summary                                                 |
        | 400    | invalid_request           | InvalidRequest?  | -          | -       | "the request is malformed or a parameter is not valid"  |
        | 400    | parameter_unknown         | InvalidRequest   | -          | -       | "the request has a parameter that does not exist"       |
        | 400    | failed_precondition       | InvalidRequest?  | -          | -       | "the request does not fit the current state"            |
        | 401    | authentication            | Authentication   | -          | -       | "the API key is missing, wrong or expired"              |
        | 402    | payment_required          | QuotaExhausted   | -          | -       | "the prepaid credits are used up"                       |
        | 403    | permission_denied         | PermissionDenied | -          | -       | "the key may not use this resource"                     |
        | 404    | not_found                 | NotFound         | -          | Request | "the resource does not exist"                           |
        | 404    | model_not_found           | NotFound         | -          | -       | "the model does not exist"                              |
        | 409    | already_exists            | Conflict         | Never      | -       | "the resource to be created exists already"             |
        | 409    | aborted                   | Conflict         | -          | -       | "a concurrent request got in the way"                   |
        | 416    | out_of_range              | InvalidRequest   | -          | -       | "a parameter is outside of its valid range"             |
        | 429    | rate_limit_exceeded       | RateLimited      | -          | -       | "a limit per minute or per second has been reached"     |
        | 429    | too_many_requests         | RateLimited      | -          | -       | "too many requests in a short time"                     |
        | 429    | quota_exceeded            | QuotaExhausted   | AfterReset | -       | "the quota for the day is used up"                      |
        | 499    | cancelled                 | Cancelled        | -          | -       | "the caller cancelled the request"                      |
        | 500    | api_error                 | Internal?        | -          | -       | "an unexpected fault at Google"                         |
        | 501    | unimplemented             | InvalidRequest   | -          | -       | "the operation is not implemented"                      |
        | 503    | service_unavailable       | Unavailable?     | -          | -       | "the service is overloaded or down"                     |
        | 504    | deadline_exceeded         | Timeout          | -          | -       | "the request was not finished within its deadline"      |
        | -      | safety                    | ContentFiltered  | -          | -       | "the generation was blocked as unsafe"                  |
        | -      | recitation                | ContentFiltered  | -          | -       | "the generation would have recited protected text"      |
        | -      | language                  | InvalidRequest   | -          | -       | "the language is not supported"                         |
        | -      | prohibited_content        | ContentFiltered  | -          | -       | "the generation held prohibited content"                |
        | -      | spii                      | ContentFiltered  | -          | -       | "the generation held sensitive personal data"           |
        | -      | blocklist                 | ContentFiltered  | -          | -       | "the generation held a term of the blocklist"           |
        | -      | image_safety              | ContentFiltered  | -          | -       | "the generated image was not safe"                      |
        | -      | image_prohibited_content  | ContentFiltered  | -          | -       | "the generated image held prohibited content"           |
        | -      | image_recitation          | ContentFiltered  | -          | -       | "the generated image copied a protected one"            |
        | -      | image_other               | ContentFiltered  | -          | -       | "the generated image was blocked for an unnamed reason" |
        | -      | content_blocked           | ContentFiltered  | -          | -       | "the generation was blocked for an unnamed reason"      |
        | -      | malformed_function_call   | Internal         | -          | Request | "the model wrote a function call that cannot be parsed" |
        | -      | malformed_tool_call       | Internal         | -          | Request | "the model wrote a tool call that cannot be parsed"     |
        | -      | unexpected_tool_call      | Internal         | -          | Request | "the model called a tool that was not declared"         |
        | -      | no_image                  | Internal         | -          | Request | "the model made no image"                               |
        | -      | too_many_tool_calls       | Internal         | -          | Request | "the model made too many tool calls"                    |
        | -      | missing_thought_signature | InvalidRequest   | -          | -       | "a thought signature is missing in the conversation"    |
    }
}
