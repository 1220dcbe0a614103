//! AssemblyAI.
//!
//! Only the synchronous API (<https://www.assemblyai.com/docs/sync-stt/error-handling>) and streams have codes; otherwise
//! there is a sentence in `error`, also in a transcript that failed, which comes with a 200. A stream sends its code in a
//! frame and closes with the same number; `Unauthorized Connection` stands before a limit of sessions too.

crate::provider_errors! {
    provider "assemblyai" {
        name: "AssemblyAI",
        docs: "https://www.assemblyai.com/docs/streaming/common-session-errors-and-closures",
        retrieved: "2026-11-26",
        body: ASSEMBLYAI,
    }

    /// Errors of the HTTP APIs.
    pub enum ErrorCode {
        | status | code                   | variant         | kind            | message                                                                | summary                                           |
        | 400    | bad_audio              | -               | InvalidRequest  | -                                                                      | "the audio is malformed"                          |
        | 400    | audio_too_short        | -               | InvalidRequest  | -                                                                      | "the audio is too short"                          |
        | 400    | bad_request            | -               | InvalidRequest? | -                                                                      | "the form or its configuration is not valid"      |
        | 413    | audio_too_large        | -               | PayloadTooLarge | "audio duration {duration} ms exceeds limit {limit} ms"                | "the audio is too long or too large"              |
        | 415    | unsupported_media_type | -               | InvalidRequest  | -                                                                      | "the format or sample rate is not supported"      |
        | 400    | -                      | NegativeBalance | QuotaExhausted  | "Your current account balance is negative"                             | "the account's balance is used up"                |
        | 401    | -                      | InvalidToken    | Authentication  | "Authentication error, API token missing/invalid"                      | "the API key is missing or wrong"                 |
        | 200    | -                      | NoSpokenAudio   | InvalidRequest  | "language_detection cannot be performed on files with no spoken audio" | "no speech in the file to tell its language from" |
        | 200    | -                      | NoAudio         | InvalidRequest  | "Transcoding failed. File does not appear to contain audio"            | "the file is not audio"                           |
        | 401    | -                      | Unauthorized    | Authentication? | -                                                                      | "the API key is missing or wrong"                 |
        | 429    | -                      | TooManyRequests | RateLimited?    | -                                                                      | "a rate limit"                                    |
        | 500    | -                      | -               | Internal?       | -                                                                      | "the model failed"                                |
        | 503    | -                      | -               | Unavailable?    | -                                                                      | "there is no capacity"                            |
        | 504    | -                      | -               | Timeout?        | -                                                                      | "the request took longer than allowed"            |
    }

    /// Codes of streams.
    pub enum StreamErrorCode {
        | status | code | variant                | kind            | retry | scope   | message                                                                                    | summary                                            |
        | -      | 3005 | SessionCancelled       | Internal        | -     | -       | "Session Cancelled: An error occurred"                                                     | "the session ended with an unknown error"          |
        | -      | 3006 | InvalidMessage         | InvalidRequest  | -     | -       | "Invalid Message: {reason}", "Invalid Message Type: {type_name}", "Invalid JSON: {reason}" | "a message of the client is not valid"             |
        | -      | 3007 | ChunkDuration          | InvalidRequest  | -     | -       | "Input duration violation: {duration} ms"                                                  | "a chunk of audio is too short or too long"        |
        | -      | 3007 | AudioTooFast           | RateLimited     | Never | Request | "Audio Transmission Rate Exceeded: Received {sent} sec. audio in {elapsed} sec"            | "the audio was sent faster than it plays"          |
        | -      | 3008 | SessionExpired         | Timeout         | -     | Request | "Session Expired: Maximum session duration exceeded"                                       | "the session or its token has expired"             |
        | -      | 3009 | TooManySessions        | RateLimited     | -     | Account | "Unauthorized Connection: Too many concurrent sessions"                                    | "too many sessions opened"                         |
        | -      | 1008 | UnauthorizedConnection | Authentication? | -     | -       | -                                                                                          | "the connection was refused, the message says why" |
        | -      | 1008 | MissingAuthorization   | Authentication  | -     | -       | "Unauthorized Connection: Missing Authorization header"                                    | "no API key was given"                             |
        | 410    | -    | DeprecatedEndpoint     | NotFound        | -     | Request | "Deprecated endpoint"                                                                      | "this version of the API is retired"               |
    }

    /// Codes of the retired second version of streams, from
    /// <https://assemblyai.com/docs/api-reference/real-time>.
    pub enum RealtimeErrorCode {
        | code | variant           | kind             | retry | scope   | message                                                                | summary                                    |
        | 4000 | BadSampleRate     | InvalidRequest   | -     | -       | "Sample rate must be a positive integer"                               | "the sample rate is not valid"             |
        | 4001 | NotAuthorized     | Authentication   | -     | -       | "Not Authorized"                                                       | "the API key is missing or wrong"          |
        | 4002 | InsufficientFunds | QuotaExhausted   | -     | -       | "Insufficient Funds"                                                   | "the account's balance is used up"         |
        | 4003 | FreeAccount       | PermissionDenied | -     | Account | "This feature is paid-only and requires you to add a credit card"      | "the free plan does not include streams"   |
        | 4004 | SessionNotFound   | NotFound         | -     | Request | "Session not found"                                                    | "there is no such session"                 |
        | 4008 | SessionExpired    | Timeout          | -     | Request | "Session Expired"                                                      | "the session has expired"                  |
        | 4010 | SessionClosed     | Conflict         | Never | -       | "Session previously closed"                                            | "the session was closed before"            |
        | 4029 | AudioTooFast      | RateLimited      | Never | Request | "Client sent audio too fast"                                           | "the audio was sent faster than it plays"  |
        | 4030 | SessionInUse      | Conflict         | -     | -       | "Session is handled by another WebSocket"                              | "another connection has the session"       |
        | 4031 | SessionIdle       | Timeout          | -     | Request | "Session idle for too long"                                            | "no audio arrived for too long"            |
        | 4032 | AudioTooShort     | InvalidRequest   | -     | -       | "Audio duration is too short"                                          | "a chunk of audio is too short"            |
        | 4033 | AudioTooLong      | PayloadTooLarge  | -     | -       | "Audio duration is too long"                                           | "a chunk of audio is too long"             |
        | 4034 | AudioTooSmall     | InvalidRequest   | -     | -       | "Audio too small to transcode"                                         | "a chunk of audio is too small"            |
        | 4101 | BadSchema         | InvalidRequest   | -     | -       | "Endpoint received a message with an invalid schema"                   | "a message of the client is not valid"     |
        | 4102 | TooManyStreams    | RateLimited      | -     | Account | "This account has exceeded the number of allowed streams"              | "too many streams at once for the account" |
        | 4103 | Reconnected       | Conflict         | Never | -       | "This session has been reconnected. This WebSocket is no longer valid" | "another connection took over the session" |
    }
}
