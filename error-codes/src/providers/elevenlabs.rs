//! ElevenLabs.
//!
//! The code is in `detail.code`; responses of older routes have only `detail.status`, with codes of its own, and where both
//! are sent they can differ: a key without a permission gives `unauthorized` and `missing_permissions`. Older codes are from
//! <https://help.elevenlabs.io/hc/en-us/articles/19572237925521> and <https://github.com/elevenlabs/elevenlabs-docs>.

crate::provider_errors! {
    provider "elevenlabs" {
        name: "ElevenLabs",
        docs: "https://elevenlabs.io/docs/eleven-api/resources/errors",
        retrieved: "2026-11-26",
        body: ELEVENLABS,
    }

    /// Error codes.
    pub enum ErrorCode {
        | status | type                 | code                               | kind              | retry | scope   | message                                            | summary                                           |
        | 400    | validation_error     | text_too_long                      | ContextLength     | -     | -       | -                                                  | "the text is longer than the model takes"         |
        | 400    | validation_error     | text_too_short                     | InvalidRequest    | -     | -       | -                                                  | "the text is too short"                           |
        | 400    | validation_error     | invalid_text                       | InvalidRequest    | -     | -       | -                                                  | "the text has characters that cannot be read out" |
        | 400    | validation_error     | empty_text                         | InvalidRequest    | -     | -       | -                                                  | "the text is empty"                               |
        | 400    | validation_error     | invalid_parameters                 | InvalidRequest?   | -     | -       | -                                                  | "a parameter is not valid"                        |
        | 400    | validation_error     | missing_required_field             | InvalidRequest    | -     | -       | -                                                  | "a required field is missing"                     |
        | 400    | validation_error     | invalid_voice_settings             | InvalidRequest    | -     | -       | -                                                  | "a voice setting is not valid"                    |
        | 400    | validation_error     | invalid_voice_id                   | InvalidRequest    | -     | -       | -                                                  | "the voice id is malformed"                       |
        | 400    | validation_error     | unsupported_model                  | InvalidRequest    | -     | -       | -                                                  | "the model cannot do this"                        |
        | 400    | validation_error     | invalid_audio                      | InvalidRequest    | -     | -       | -                                                  | "the audio is corrupt"                            |
        | 400    | validation_error     | invalid_audio_format               | InvalidRequest    | -     | -       | -                                                  | "the audio format is not supported"               |
        | 400    | validation_error     | invalid_output_format              | InvalidRequest    | -     | -       | -                                                  | "the output format is not supported"              |
        | 400    | validation_error     | audio_too_long                     | PayloadTooLarge   | -     | -       | -                                                  | "the audio lasts too long"                        |
        | 400    | validation_error     | audio_too_short                    | InvalidRequest    | -     | -       | -                                                  | "the audio is too short"                          |
        | 400    | validation_error     | invalid_file_type                  | InvalidRequest    | -     | -       | -                                                  | "the file type is not supported"                  |
        | 400    | validation_error     | invalid_page_size                  | InvalidRequest    | -     | -       | -                                                  | "the page size is out of range"                   |
        | 400    | validation_error     | invalid_cursor                     | InvalidRequest    | -     | -       | -                                                  | "the cursor of a list is wrong or has expired"    |
        | 400    | invalid_request      | bad_request                        | InvalidRequest?   | -     | -       | -                                                  | "the request could not be understood"             |
        | 400    | invalid_request      | malformed_json                     | InvalidRequest    | -     | -       | -                                                  | "the body is not valid JSON"                      |
        | 400    | invalid_request      | invalid_content_type               | InvalidRequest    | -     | -       | -                                                  | "the content type is missing or wrong"            |
        | 400    | invalid_request      | request_too_large                  | PayloadTooLarge   | -     | -       | -                                                  | "the body is too large"                           |
        | 401    | authentication_error | invalid_api_key                    | Authentication    | -     | -       | -                                                  | "the API key is wrong"                            |
        | 401    | authentication_error | missing_api_key                    | Authentication    | -     | -       | -                                                  | "no API key was given"                            |
        | 401    | authentication_error | invalid_authorization_header       | Authentication    | -     | -       | -                                                  | "the authorization header is malformed"           |
        | 401    | authentication_error | unauthorized                       | Authentication?   | -     | -       | -                                                  | "the request is not authenticated"                |
        | 401    | authentication_error | sign_in_required                   | Authentication    | -     | -       | -                                                  | "this needs a signed-in user"                     |
        | 402    | payment_required     | insufficient_credits               | QuotaExhausted    | -     | -       | -                                                  | "the account's credits do not cover this"         |
        | 402    | payment_required     | paid_plan_required                 | PermissionDenied  | -     | Account | "Free users cannot use library voices via the API" | "the free plan does not include this"             |
        | 403    | authorization_error  | forbidden                          | PermissionDenied? | -     | -       | -                                                  | "access is not allowed"                           |
        | 403    | authorization_error  | insufficient_permissions           | PermissionDenied  | -     | -       | -                                                  | "the permissions do not cover this"               |
        | 403    | authorization_error  | workspace_access_denied            | PermissionDenied  | -     | -       | -                                                  | "no access to the workspace"                      |
        | 403    | authorization_error  | feature_not_available              | PermissionDenied  | -     | Account | -                                                  | "the plan does not include the feature"           |
        | 403    | authorization_error  | subscription_required              | PermissionDenied  | -     | Account | -                                                  | "the feature needs a paid subscription"           |
        | 403    | authorization_error  | voice_access_denied                | PermissionDenied  | -     | Request | -                                                  | "no access to the voice"                          |
        | 403    | authorization_error  | model_access_denied                | PermissionDenied  | -     | Model   | -                                                  | "no access to the model"                          |
        | 404    | not_found            | voice_not_found                    | NotFound          | -     | Request | -                                                  | "there is no such voice"                          |
        | 404    | not_found            | sample_not_found                   | NotFound          | -     | Request | -                                                  | "there is no such voice sample"                   |
        | 404    | not_found            | voice_collection_not_found         | NotFound          | -     | Request | -                                                  | "there is no such voice collection"               |
        | 404    | not_found            | user_not_found                     | NotFound          | -     | Request | -                                                  | "there is no such user"                           |
        | 404    | not_found            | auth_account_not_found             | NotFound          | -     | Request | -                                                  | "there is no such sign-in account"                |
        | 404    | not_found            | workspace_not_found                | NotFound          | -     | Request | -                                                  | "there is no such workspace"                      |
        | 404    | not_found            | project_not_found                  | NotFound          | -     | Request | -                                                  | "there is no such project"                        |
        | 404    | not_found            | history_item_not_found             | NotFound          | -     | Request | -                                                  | "there is no such history item"                   |
        | 404    | not_found            | collection_not_found               | NotFound          | -     | Request | -                                                  | "there is no such collection"                     |
        | 404    | not_found            | document_not_found                 | NotFound          | -     | Request | -                                                  | "there is no such document"                       |
        | 404    | not_found            | file_not_found                     | NotFound          | -     | Request | -                                                  | "there is no such file"                           |
        | 404    | not_found            | conversation_not_found             | NotFound          | -     | Request | -                                                  | "there is no such conversation"                   |
        | 404    | not_found            | agent_not_found                    | NotFound          | -     | Request | -                                                  | "there is no such agent"                          |
        | 404    | not_found            | dubbing_not_found                  | NotFound          | -     | Request | -                                                  | "there is no such dubbing project"                |
        | 404    | not_found            | song_not_found                     | NotFound          | -     | Request | -                                                  | "there is no such song"                           |
        | 404    | not_found            | read_not_found                     | NotFound          | -     | Request | -                                                  | "there is no such read"                           |
        | 404    | not_found            | pronunciation_dictionary_not_found | NotFound          | -     | Request | -                                                  | "there is no such pronunciation dictionary"       |
        | 404    | not_found            | knowledge_base_not_found           | NotFound          | -     | Request | -                                                  | "there is no such knowledge base"                 |
        | 404    | not_found            | phone_number_not_found             | NotFound          | -     | Request | -                                                  | "there is no such phone number"                   |
        | 404    | not_found            | tool_not_found                     | NotFound          | -     | Request | -                                                  | "there is no such tool"                           |
        | 404    | not_found            | snapshot_not_found                 | NotFound          | -     | Request | -                                                  | "there is no such snapshot"                       |
        | 404    | not_found            | task_not_found                     | NotFound          | -     | Request | -                                                  | "there is no such task"                           |
        | 404    | not_found            | model_not_found                    | NotFound          | -     | -       | -                                                  | "there is no such model"                          |
        | 404    | not_found            | transcript_not_found               | NotFound          | -     | Request | -                                                  | "there is no such transcript"                     |
        | 404    | not_found            | keywords_list_not_found            | NotFound          | -     | Request | -                                                  | "there is no such keyword list"                   |
        | 404    | not_found            | category_not_found                 | NotFound          | -     | Request | -                                                  | "there is no such category"                       |
        | 409    | conflict             | conflict                           | Conflict?         | -     | -       | -                                                  | "the request clashes with something else"         |
        | 409    | conflict             | resource_already_exists            | Conflict          | Never | -       | -                                                  | "something with this id exists already"           |
        | 409    | conflict             | voice_already_exists               | Conflict          | Never | -       | -                                                  | "a voice with this name exists already"           |
        | 409    | conflict             | already_running                    | Conflict          | -     | -       | -                                                  | "the operation is running already"                |
        | 409    | conflict             | already_processing                 | Conflict          | -     | -       | -                                                  | "this is being processed already"                 |
        | 409    | conflict             | concurrent_modification            | Conflict          | -     | -       | -                                                  | "another request changed it in the meantime"      |
        | 409    | conflict             | slug_already_exists                | Conflict          | Never | -       | -                                                  | "the slug is taken"                               |
        | 429    | rate_limit_error     | rate_limit_exceeded                | RateLimited       | -     | -       | -                                                  | "requests come too fast"                          |
        | 429    | rate_limit_error     | concurrent_limit_exceeded          | RateLimited       | -     | Account | -                                                  | "too many requests at once for the plan"          |
        | 429    | rate_limit_error     | system_busy                        | Unavailable       | -     | -       | -                                                  | "the service is busy"                             |
        | 500    | internal_error       | internal_error                     | Internal          | -     | -       | -                                                  | "an unexpected fault"                             |
        | 503    | service_unavailable  | service_unavailable                | Unavailable       | -     | -       | -                                                  | "the service is not available"                    |
        | 503    | service_unavailable  | maintenance                        | Unavailable       | -     | -       | -                                                  | "the service is under maintenance"                |
    }

    /// Codes of older routes, in `detail.status`.
    pub enum LegacyErrorCode {
        | status   | code                         | variant        | kind             | scope   | message                                                                                                                                                                         | summary                                        |
        | 401, 403 | missing_permissions          | -              | PermissionDenied | -       | "The API key you used is missing the permission {permission} to execute this operation"                                                                                         | "the key lacks a permission"                   |
        | 400      | max_character_limit_exceeded | -              | ContextLength    | -       | "This request's text has {characters} characters and exceeds the character limit of {limit} characters"                                                                         | "the text is longer than allowed"              |
        | 401, 400 | quota_exceeded               | -              | QuotaExhausted   | -       | "This request exceeds your quota of {quota}. You have {remaining} credits remaining, while {required} credits are required for this request", "This request exceeds your quota" | "the quota does not cover the request"         |
        | 429      | too_many_concurrent_requests | -              | RateLimited      | Account | -                                                                                                                                                                               | "too many requests at once for the plan"       |
        | 403      | "only_for_creator+"          | OnlyForCreator | PermissionDenied | Account | -                                                                                                                                                                               | "only the Creator plan and above include this" |
        | 401      | detected_unusual_activity    | -              | PermissionDenied | Account | "Unusual activity detected. Free Tier usage disabled"                                                                                                                           | "the free plan is blocked for suspicious use"  |
        | 400      | voice_limit_reached          | -              | QuotaExhausted   | -       | "You have reached your maximum amount of custom voices"                                                                                                                         | "the plan allows no further voices"            |
    }

    /// Types of errors, for codes that are not listed, and a response without either.
    pub enum ErrorType {
        | status | type                 | variant             | kind              | scope   | summary                                 |
        | 400    | validation_error     | -                   | InvalidRequest?   | -       | "a parameter is not valid"              |
        | 400    | invalid_request      | -                   | InvalidRequest?   | -       | "the request is malformed"              |
        | 401    | authentication_error | -                   | Authentication?   | -       | "the API key is missing or wrong"       |
        | 402    | payment_required     | -                   | QuotaExhausted?   | -       | "the account has to pay first"          |
        | 403    | authorization_error  | -                   | PermissionDenied? | -       | "access is not allowed"                 |
        | 404    | not_found            | -                   | NotFound?         | Request | "what the request names does not exist" |
        | 429    | rate_limit_error     | -                   | RateLimited?      | -       | "a rate limit"                          |
        | 422    | -                    | UnprocessableEntity | InvalidRequest    | -       | "the request does not fit the schema"   |
    }
}
