//! Vercel AI Gateway.
//!
//! The code is in `type`; `param` says more, and `generationId` is the id of the request. `no_providers_available` stands for
//! a model outside the plan as well as for a filter that leaves no provider; `AI_APICallError` is what a provider behind the
//! gateway said.
//!
//! Types are those of the SDK (<https://github.com/vercel/ai>, `packages/gateway/src/errors`), of which `timeout_error` and
//! `response_error` are its own, and of public reports.

crate::provider_errors! {
    provider "vercel_ai_gateway" {
        name: "Vercel AI Gateway",
        docs: "https://vercel.com/docs/ai-gateway",
        retrieved: "2026-11-26",
        body: VERCEL,
    }

    /// Error types.
    pub enum ErrorType {
        | status   | type                           | variant               | kind             | scope   | message                                                      | summary                                                 |
        | 400      | invalid_request_error          | -                     | InvalidRequest?  | -       | -                                                            | "the request is not valid"                              |
        | 401      | authentication_error           | -                     | Authentication   | -       | -                                                            | "the API key or OIDC token is missing or wrong"         |
        | 402      | insufficient_funds             | -                     | QuotaExhausted   | -       | -                                                            | "the account's credits are used up"                     |
        | 402, 429 | quota_for_entity_exceeded      | SpendLimit            | QuotaExhausted   | Key     | -                                                            | "the budget of the key, user or project is spent"       |
        | 403      | customer_verification_required | -                     | PermissionDenied | Account | -                                                            | "the account has to add a card first"                   |
        | 403      | no_providers_available         | FreeTierModel         | PermissionDenied | Model   | "Free tier users do not have access to this model"           | "the free tier does not cover the model"                |
        | 403      | no_providers_available         | FreeCreditsRestricted | PermissionDenied | Account | "Free credits temporarily have restricted access"            | "free credits are closed for now because of abuse"      |
        | 403      | no_providers_available         | ProviderRestricted    | PermissionDenied | Account | "Your team has restricted access to this provider"           | "the team does not allow the provider"                  |
        | 400      | no_providers_available         | NoZdrProvider         | PermissionDenied | Model   | "No ZDR (Zero Data Retention) providers available for model" | "no provider of the model retains no data"              |
        | -        | no_providers_available         | -                     | Unavailable?     | Model   | -                                                            | "no provider can serve the model"                       |
        | 403      | forbidden                      | -                     | PermissionDenied | Account | -                                                            | "a rule of the team blocks the request"                 |
        | 404      | model_not_found                | -                     | NotFound         | -       | -                                                            | "there is no such model"                                |
        | 404      | not_found                      | -                     | NotFound         | Request | -                                                            | "there is no such resource"                             |
        | 408      | timeout_error                  | -                     | Timeout          | -       | -                                                            | "the SDK waited too long"                               |
        | 424      | failed_dependency              | -                     | Unavailable?     | Model   | -                                                            | "a provider behind the gateway failed"                  |
        | 429      | rate_limit_exceeded            | FreeCreditsRateLimit  | RateLimited      | Account | "Free credits temporarily have rate limits in place"         | "free credits are limited because of abuse"             |
        | 429      | rate_limit_exceeded            | -                     | RateLimited?     | -       | -                                                            | "a rate limit"                                          |
        | -        | AI_APICallError                | ApiCallError          | Unknown?         | -       | -                                                            | "a provider behind the gateway responded with an error" |
        | 500      | internal_server_error          | -                     | Internal?        | -       | -                                                            | "a fault inside the gateway"                            |
        | 502      | response_error                 | -                     | Unavailable      | -       | -                                                            | "the SDK could not read the gateway's response"         |
    }
}
