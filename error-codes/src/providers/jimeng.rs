//! Jimeng AI, on Volcengine's visual service.
//!
//! Whether a refusal may be retried is what the page says: an output that was flagged may pass the next time.

crate::provider_errors! {
    provider "jimeng" {
        name: "Jimeng AI",
        docs: "https://www.volcengine.com/docs/85621",
        retrieved: "2026-11-26",
        body: FLAT,
    }

    /// Business error codes.
    pub enum ErrorCode {
        | status | code  | variant              | kind              | retry   | scope   | message                                                      | summary                                                  |
        | 400    | 50215 | InvalidInput         | InvalidRequest    | -       | -       | -                                                            | "the input is not valid, such as audio that is too long" |
        | 400    | 50400 | AccessDenied         | PermissionDenied? | -       | Account | "Access Denied: {reason}"                                    | "the service or model is not open to the account"        |
        | 400    | 50411 | InputImageModerated  | ContentFiltered   | -       | -       | "Pre Img Risk Not Pass"                                      | "an input image was flagged as unsafe"                   |
        | 400    | 50412 | InputTextModerated   | ContentFiltered   | -       | -       | "Text Risk Not Pass"                                         | "the prompt was flagged as unsafe"                       |
        | 400    | 50413 | InputTextBlocked     | ContentFiltered   | -       | -       | "Post Text Risk Not Pass"                                    | "the prompt has blocked or protected words"              |
        | 400    | 50511 | OutputImageModerated | ContentFiltered   | Backoff | -       | "Post Img Risk Not Pass"                                     | "an output image was flagged as unsafe"                  |
        | 400    | 50512 | OutputTextModerated  | ContentFiltered   | -       | -       | "Post Text Risk Not Pass"                                    | "the output's text was flagged as unsafe"                |
        | 400    | 50513 | InputVideoModerated  | ContentFiltered   | -       | -       | "Pre Video Risk Not Pass"                                    | "an input video was flagged as unsafe"                   |
        | 400    | 50514 | InputAudioModerated  | ContentFiltered   | -       | -       | "Pre Audio Risk Not Pass"                                    | "an input's audio was flagged as unsafe"                 |
        | 400    | 50516 | OutputVideoModerated | ContentFiltered   | Backoff | -       | "Post Video Risk Not Pass"                                   | "the output video was flagged as unsafe"                 |
        | 400    | 50517 | OutputAudioModerated | ContentFiltered   | Backoff | -       | "Post Audio Risk Not Pass"                                   | "the output's audio was flagged as unsafe"               |
        | 400    | 50518 | InputImageCopyright  | ContentFiltered   | -       | -       | "Pre Img Risk Not Pass: Copyright"                           | "an input image is protected by copyright"               |
        | 400    | 50519 | OutputImageCopyright | ContentFiltered   | Backoff | -       | "Post Img Risk Not Pass: Copyright"                          | "an output image is protected by copyright"              |
        | 400    | 50520 | ModerationFailed     | Internal          | Never   | -       | "Risk Internal Error"                                        | "a fault of the moderation"                              |
        | 400    | 50521 | WordCheckFailed      | Internal          | Never   | -       | "Antidirt Internal Error"                                    | "a fault of the check for protected words"               |
        | 400    | 50522 | CopyrightCheckFailed | Internal          | Never   | -       | "Image Copyright Internal Error"                             | "a fault of the check for protected images"              |
        | 429    | 50429 | RequestsTooFast      | RateLimited       | -       | -       | "Request Has Reached API Limit, Please Try Later"            | "requests come too fast"                                 |
        | 429    | 50430 | TooManyTasks         | RateLimited       | -       | -       | "Request Has Reached API Concurrent Limit, Please Try Later" | "too many requests at once"                              |
        | 500    | 50500 | InternalError        | Internal          | -       | -       | "Internal Error"                                             | "a fault of the service"                                 |
        | 500    | 50501 | AlgorithmError       | Internal          | -       | -       | "Internal RPC Error"                                         | "a fault of the model"                                   |
    }
}
