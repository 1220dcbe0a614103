//! The proxy of LiteLLM, a gateway.
//!
//! `/error/code` is the HTTP status code as a text, or the code of the provider behind; `/error/type` is one of the proxy's own
//! or that of the provider. The message of a relayed error begins with `litellm.` and the name of a class
//! (<https://docs.litellm.ai/docs/exception_mapping>); what follows is the provider's.

crate::provider_errors! {
    provider "litellm_proxy" {
        name: "LiteLLM Proxy",
        docs: "https://docs.litellm.ai/docs/proxy/error_reference",
        retrieved: "2026-11-26",
        body: OPENAI_STATUS,
    }

    /// Error types of the proxy.
    pub enum ErrorCode {
        | status        | type                            | kind             | retry | scope   | summary                                          |
        | 401           | token_not_found_in_db           | Authentication   | -     | -       | "the key is unknown"                             |
        | 401, 400      | expired_key                     | Authentication   | -     | -       | "the key has expired"                            |
        | 401           | auth_error                      | Authentication?  | -     | -       | "the key or the token was not accepted"          |
        | 503           | auth_provider_unavailable       | Unavailable      | -     | -       | "the identity provider is unavailable"           |
        | 403, 401      | key_model_access_denied         | PermissionDenied | -     | -       | "the key may not use the model"                  |
        | 403, 401      | team_model_access_denied        | PermissionDenied | -     | Model   | "the team may not use the model"                 |
        | 403, 401      | user_model_access_denied        | PermissionDenied | -     | Model   | "the user may not use the model"                 |
        | 403, 401      | org_model_access_denied         | PermissionDenied | -     | Model   | "the organization may not use the model"         |
        | 403, 401      | project_model_access_denied     | PermissionDenied | -     | Model   | "the project may not use the model"              |
        | 403           | tool_access_denied              | PermissionDenied | -     | -       | "the key or the team may not use the tool"       |
        | 401           | key_vector_store_access_denied  | PermissionDenied | -     | -       | "the key may not use the vector store"           |
        | 401           | team_vector_store_access_denied | PermissionDenied | -     | Account | "the team may not use the vector store"          |
        | 401           | user_vector_store_access_denied | PermissionDenied | -     | Account | "the user may not use the vector store"          |
        | 401           | org_vector_store_access_denied  | PermissionDenied | -     | Account | "the organization may not use the vector store"  |
        | 401           | team_member_permission_error    | PermissionDenied | -     | -       | "a member of the team may not do this"           |
        | -             | team_member_already_in_team     | Conflict         | Never | -       | "the team has this member already"               |
        | 429, 400, 422 | budget_exceeded                 | QuotaExhausted   | -     | -       | "the budget of the key, user or team is used up" |
        | 429           | throttling_error                | RateLimited?     | -     | -       | "a rate limit of the proxy or of the provider"   |
        | 400           | invalid_request_error           | InvalidRequest?  | -     | -       | "a parameter is missing or malformed"            |
        | 400           | bad_request_error               | InvalidRequest?  | -     | -       | "the proxy rejected the request"                 |
        | 404           | not_found_error                 | NotFound?        | -     | -       | "there is no such object"                        |
        | 503           | no_db_connection                | Unavailable      | -     | -       | "the proxy cannot reach its database"            |
        | -             | cache_ping_error                | Unavailable      | -     | -       | "the proxy's cache does not respond"             |
        | 500           | internal_server_error           | Internal?        | -     | -       | "a fault of the proxy"                           |
    }

    /// Errors without a type of the proxy's.
    pub enum MessageError {
        | status | variant              | kind             | retry | scope   | message                                                                                                          | summary                                            |
        | 400    | UnknownModel         | NotFound         | -     | -       | "Invalid model name passed in model={model}"                                                                     | "the proxy has no such model for the key"          |
        | 400    | NoHealthyDeployments | Unavailable      | -     | Model   | "There are no healthy deployments for this model"                                                                | "no deployment of the model can serve the request" |
        | 400    | ContextWindow        | ContextLength    | -     | -       | "litellm.ContextWindowExceededError: {detail}"                                                                   | "the prompt does not fit the model's window"       |
        | 400    | ContentPolicy        | ContentFiltered  | -     | -       | "litellm.ContentPolicyViolationError: {detail}"                                                                  | "the provider's filter refused"                    |
        | 401    | TagsDenied           | PermissionDenied | -     | -       | "Not allowed to access model due to tags configuration"                                                          | "tags exclude every deployment"                    |
        | 403    | AdminOnly            | PermissionDenied | -     | -       | "Admin-only endpoint. Not allowed to access this"                                                                | "the endpoint is for administrators"               |
        | 403    | EnterpriseOnly       | PermissionDenied | -     | Account | "You must be a LiteLLM Enterprise user to use this feature"                                                      | "the feature needs an Enterprise license"          |
        | 429    | RateLimit            | RateLimited      | -     | -       | "Rate limit exceeded for {what}: {value}. Limit type: {limit}", "Crossed TPM / RPM / Max Parallel Request Limit" | "a limit of the key, user, team or model"          |
        | 429    | NoDeployments        | Unavailable      | -     | Model   | "No deployments available for selected model"                                                                    | "every deployment of the model is cooling down"    |
        | 429    | ProviderBudget       | QuotaExhausted   | -     | Model   | "No deployments available - crossed budget"                                                                      | "the budgets of the model's providers are used up" |
        | 500    | NoModels             | Internal         | Never | -       | "No models configured on proxy"                                                                                  | "the proxy has no list of models"                  |
    }
}
