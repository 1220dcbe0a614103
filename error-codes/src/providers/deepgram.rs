//! Deepgram.
//!
//! The code is in `err_code`, a word in upper case or the reason phrase of the status, which stands for several faults that
//! only the message tells apart; newer routes have `category`. Codes of closed streams are from
//! <https://developers.deepgram.com/docs/stt-troubleshooting-websocket-data-and-net-errors>.

crate::provider_errors! {
    provider "deepgram" {
        name: "Deepgram",
        docs: "https://developers.deepgram.com/docs/errors",
        retrieved: "2026-11-26",
        body: DEEPGRAM,
    }

    /// Error codes.
    pub enum ErrorCode {
        | status | code                                   | variant            | kind             | scope   | message                                                                                                                     | summary                                          |
        | 400    | "Bad Request"                          | BadRequest         | InvalidRequest?  | -       | -                                                                                                                           | "the request is not valid"                       |
        | 400    | "Bad Request"                          | UnreadableJson     | InvalidRequest   | -       | "Content-type was application/json, but we could not process the JSON payload"                                              | "the JSON body could not be read"                |
        | 400    | "Bad Request"                          | CorruptAudio       | InvalidRequest   | -       | "Bad Request: failed to process audio: corrupt or unsupported data", "failed to process audio: corrupt or unsupported data" | "the audio is corrupt or of an unknown format"   |
        | 400    | "Bad Request"                          | NoSuchModel        | NotFound         | -       | "Bad Request: No such model/language/tier combination found", "No such model/language/tier combination found"               | "no model for this language and tier"            |
        | 400    | "Bad Request"                          | EmptyText          | InvalidRequest   | -       | "Input text contains no characters"                                                                                         | "the text is empty"                              |
        | 400    | INVALID_JSON                           | -                  | InvalidRequest   | -       | "Invalid JSON submitted"                                                                                                    | "the JSON is invalid or lacks a field"           |
        | 400    | INVALID_QUERY_PARAMETER                | -                  | InvalidRequest   | -       | "Failed to deserialize query parameters: {reason}", "Unsupported audio format: {reason}", "Invalid callback url"            | "a query parameter is not valid"                 |
        | 400    | PAYLOAD_ERROR                          | -                  | InvalidRequest   | -       | "Failed to deserialize JSON payload", "Failed to parse URL in JSON body", "Failed to decode payload as UTF-8"               | "the body could not be read"                     |
        | 400    | REMOTE_CONTENT_ERROR                   | -                  | InvalidRequest   | -       | -                                                                                                                           | "the file at the given URL could not be fetched" |
        | 401    | INVALID_AUTH                           | -                  | Authentication   | -       | "Invalid credentials"                                                                                                       | "the API key is wrong"                           |
        | 401    | INSUFFICIENT_PERMISSIONS               | -                  | PermissionDenied | -       | "User does not have sufficient permissions"                                                                                 | "the key's permissions do not cover this"        |
        | 403    | INSUFFICIENT_PERMISSIONS               | ModelAccessDenied  | PermissionDenied | Model   | "Project does not have access to the requested model"                                                                       | "the project may not use the model"              |
        | 404    | PROJECT_NOT_FOUND                      | -                  | NotFound         | Request | "Project not found"                                                                                                         | "there is no such project for this key"          |
        | 404    | -                                      | MalformedProjectId | InvalidRequest   | -       | "UUID parsing failed: {reason}"                                                                                             | "the project id is not a UUID"                   |
        | 402    | ASR_PAYMENT_REQUIRED                   | -                  | QuotaExhausted   | -       | "Project does not have enough credits for an ASR request and does not have an overage agreement"                            | "the project's credits are used up"              |
        | 413    | PAYLOAD_TOO_LARGE                      | -                  | PayloadTooLarge  | -       | "Payload size exceeds limit of {limit}"                                                                                     | "the body is too large"                          |
        | 413    | "Payload Too Large"                    | TextTooLong        | PayloadTooLarge  | -       | "Input text exceeds maximum character limit of {limit}"                                                                     | "the text is longer than allowed"                |
        | 415    | UNSUPPORTED_MEDIA_TYPE                 | -                  | InvalidRequest   | -       | "`Content-Type` header is not supported"                                                                                    | "the content type is not supported"              |
        | 422    | UNPROCESSABLE_ENTITY                   | -                  | Internal         | -       | "Failed to handle request"                                                                                                  | "the model could not process the request"        |
        | 429    | TOO_MANY_REQUESTS, "Too Many Requests" | TooManyRequests    | RateLimited      | -       | "Too many requests. Please try again later"                                                                                 | "too many requests, or too many at once"         |
        | 503    | "Service Unavailable"                  | ServiceUnavailable | Unavailable      | -       | -                                                                                                                           | "the service is not available"                   |
    }

    /// Statuses of responses without a code.
    pub enum HttpError {
        | status | variant             | kind           | summary                                       |
        | 408    | RequestTimeout      | Timeout?       | "the request did not arrive in time"          |
        | 411    | LengthRequired      | InvalidRequest | "the content length is missing"               |
        | 414    | UriTooLong          | InvalidRequest | "the URL is too long"                         |
        | 499    | ClientClosedRequest | Cancelled      | "the caller closed the connection"            |
        | 500    | -                   | Internal?      | "a fault of the service"                      |
        | 502    | -                   | Unavailable?   | "an invalid response from a server behind it" |
        | 504    | -                   | Timeout?       | "a server behind it did not respond in time"  |
    }

    /// Codes with which the reason for closing a stream begins.
    pub enum StreamErrorCode {
        | code        | kind           | scope   | summary                                          |
        | "DATA-0000" | InvalidRequest | -       | "the data is not audio, or not in a known codec" |
        | "NET-0000"  | Timeout        | -       | "the service had nothing to send for too long"   |
        | "NET-0001"  | Timeout        | Request | "no audio arrived for too long"                  |
    }
}
