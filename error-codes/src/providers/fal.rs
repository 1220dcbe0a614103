//! fal.
//!
//! What a model rejects comes as a list in `detail`, each with its type; what fails in front of the model as a sentence in
//! `detail` with an `error_type` (<https://fal.ai/docs/documentation/model-apis/request-errors>). An account without money
//! is locked, which is a 403. Types that are not listed are faults of the request.

crate::provider_errors! {
    provider "fal" {
        name: "fal",
        docs: "https://fal.ai/docs/documentation/model-apis/errors",
        retrieved: "2026-11-26",
        body: FAL,
    }

    /// Types of errors of models.
    pub enum ErrorCode {
        | status | type                               | variant             | kind             | scope | message                                                                                         | summary                                                     |
        | 500    | internal_server_error              | -                   | Internal         | -     | "Internal server error"                                                                         | "a fault of the service"                                    |
        | 504    | generation_timeout                 | -                   | Timeout          | -     | "Generation timeout"                                                                            | "the generation took too long"                              |
        | 400    | downstream_service_error           | -                   | Unavailable      | Model | "Downstream service error"                                                                      | "a service behind the model failed"                         |
        | 500    | downstream_service_unavailable     | -                   | Unavailable      | Model | "Downstream service unavailable"                                                                | "a service behind the model is not available"               |
        | 422    | content_policy_violation           | -                   | ContentFiltered  | -     | "The content could not be processed because it contained material flagged by a content checker" | "the input or output was flagged as unsafe"                 |
        | 422    | image_too_small                    | -                   | InvalidRequest   | -     | "Image too small"                                                                               | "the image is too small"                                    |
        | 422    | image_too_large                    | -                   | PayloadTooLarge  | -     | "Image too large"                                                                               | "the image is too large"                                    |
        | 422    | image_load_error                   | -                   | InvalidRequest   | -     | "Image load error"                                                                              | "the image could not be read"                               |
        | 422    | file_download_error                | -                   | InvalidRequest   | -     | "File download error"                                                                           | "a file could not be fetched from its URL"                  |
        | 422    | face_detection_error               | -                   | InvalidRequest   | -     | -                                                                                               | "no face was found in the image"                            |
        | 422    | file_too_large                     | -                   | PayloadTooLarge  | -     | -                                                                                               | "a file is too large"                                       |
        | 422    | greater_than                       | -                   | InvalidRequest   | -     | -                                                                                               | "a value must be greater"                                   |
        | 422    | greater_than_equal                 | -                   | InvalidRequest   | -     | -                                                                                               | "a value is below the minimum"                              |
        | 422    | less_than                          | -                   | InvalidRequest   | -     | -                                                                                               | "a value must be less"                                      |
        | 422    | less_than_equal                    | -                   | InvalidRequest   | -     | -                                                                                               | "a value is above the maximum"                              |
        | 422    | multiple_of                        | -                   | InvalidRequest   | -     | -                                                                                               | "a value is not a multiple of the step"                     |
        | 422    | sequence_too_short                 | -                   | InvalidRequest   | -     | -                                                                                               | "a list or text is too short"                               |
        | 422    | sequence_too_long                  | -                   | InvalidRequest   | -     | -                                                                                               | "a list or text is too long"                                |
        | 422    | one_of                             | -                   | InvalidRequest   | -     | -                                                                                               | "a value is not one of those allowed"                       |
        | 422    | feature_not_supported              | -                   | InvalidRequest   | -     | -                                                                                               | "the features cannot be combined"                           |
        | 422    | invalid_archive                    | -                   | InvalidRequest   | -     | -                                                                                               | "the archive could not be read"                             |
        | 422    | archive_file_count_below_minimum   | -                   | InvalidRequest   | -     | -                                                                                               | "the archive has too few files"                             |
        | 422    | archive_file_count_exceeds_maximum | -                   | InvalidRequest   | -     | -                                                                                               | "the archive has too many files"                            |
        | 422    | audio_duration_too_long            | -                   | PayloadTooLarge  | -     | -                                                                                               | "the audio lasts too long"                                  |
        | 422    | audio_duration_too_short           | -                   | InvalidRequest   | -     | -                                                                                               | "the audio is too short"                                    |
        | 422    | video_duration_too_long            | -                   | PayloadTooLarge  | -     | -                                                                                               | "the video lasts too long"                                  |
        | 422    | video_duration_too_short           | -                   | InvalidRequest   | -     | -                                                                                               | "the video is too short"                                    |
        | 422    | unsupported_audio_format           | -                   | InvalidRequest   | -     | -                                                                                               | "the audio format is not supported"                         |
        | 422    | unsupported_image_format           | -                   | InvalidRequest   | -     | -                                                                                               | "the image format is not supported"                         |
        | 422    | unsupported_video_format           | -                   | InvalidRequest   | -     | -                                                                                               | "the video format is not supported"                         |
        | 422    | no_media_generated                 | -                   | ContentFiltered? | -     | -                                                                                               | "the output was blocked for safety, or the model gave none" |
        | 422    | -                                  | UnprocessableEntity | InvalidRequest?  | -     | -                                                                                               | "the request does not fit the model's schema"               |
    }

    /// Types of errors in front of the model.
    pub enum RequestErrorCode {
        | status | type                       | kind            | scope | message             | summary                                   |
        | 504    | request_timeout            | Timeout         | -     | "Request timed out" | "the request took longer than allowed"    |
        | 504    | startup_timeout            | Unavailable     | Model | -                   | "no runner started in time"               |
        | 503    | runner_scheduling_failure  | Unavailable     | Model | -                   | "no runner is free"                       |
        | 503    | runner_connection_timeout  | Unavailable     | Model | -                   | "the runner could not be reached in time" |
        | 503    | runner_disconnected        | Unavailable     | Model | -                   | "the runner went away while working"      |
        | 503    | runner_connection_refused  | Unavailable     | Model | -                   | "the runner refused the connection"       |
        | 503    | runner_connection_error    | Unavailable     | Model | -                   | "the connection to the runner failed"     |
        | 502    | runner_incomplete_response | Unavailable     | Model | -                   | "the runner's response broke off"         |
        | 500    | runner_server_error        | Internal        | Model | -                   | "the runner failed"                       |
        | 499    | client_disconnected        | Cancelled       | -     | -                   | "the caller closed the connection"        |
        | 499    | client_cancelled           | Cancelled       | -     | -                   | "the caller cancelled the request"        |
        | 400    | bad_request                | InvalidRequest? | -     | -                   | "the request is malformed"                |
        | 500    | internal_error             | Internal        | -     | -                   | "a fault of the platform"                 |
    }

    /// Errors of the account, which have only a sentence.
    pub enum MessageError {
        | status | variant          | kind             | scope   | message                                                                       | summary                                  |
        | 403    | ExhaustedBalance | QuotaExhausted   | -       | "User is locked. Reason: Exhausted balance", "User is locked. Reason: TOP_UP" | "the account's balance is used up"       |
        | 403    | AccountLocked    | PermissionDenied | Account | "User is locked. Reason: Admin lock"                                          | "the account was locked by the provider" |
        | 401    | UnknownKey       | Authentication   | -       | "No user found for Key ID and Secret"                                         | "the API key is wrong"                   |
        | 401    | MalformedKey     | Authentication   | -       | "Invalid Key Authorization header format"                                     | "the authorization header is malformed"  |
    }
}
