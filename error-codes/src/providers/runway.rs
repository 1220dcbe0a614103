//! Runway.
//!
//! A task that failed has a `failureCode` of several parts, of which the last may grow. Refused requests have a sentence in
//! `error` and are described at <https://docs.dev.runwayml.com/errors/errors/>; an account without credits is a 400, and
//! a 504 means that the service is overloaded.

crate::provider_errors! {
    provider "runway" {
        name: "Runway",
        docs: "https://docs.dev.runwayml.com/errors/task-failures/",
        retrieved: "2026-11-26",
        body: RUNWAY,
    }

    /// Codes of tasks that failed.
    pub enum ErrorCode {
        | code                                                                   | variant                | kind            | scope   | summary                                            |
        | "SAFETY.INPUT.TEXT"                                                    | InputTextModerated     | ContentFiltered | -       | "the prompt was flagged as unsafe"                 |
        | "SAFETY.INPUT.IMAGE"                                                   | InputImageModerated    | ContentFiltered | -       | "an input image was flagged as unsafe"             |
        | "SAFETY.INPUT.{what}"                                                  | InputModerated         | ContentFiltered | -       | "an input was flagged as unsafe"                   |
        | "SAFETY.OUTPUT.{what}"                                                 | OutputModerated        | ContentFiltered | -       | "the output was flagged as unsafe"                 |
        | SAFETY, "SAFETY.{what}"                                                | Moderated              | ContentFiltered | -       | "the input or output was flagged as unsafe"        |
        | "INPUT_PREPROCESSING.SAFETY.TEXT", "INPUT_PREPROCESSING.SAFETY.{what}" | PreprocessingModerated | ContentFiltered | -       | "the prompt was flagged as unsafe beforehand"      |
        | "INPUT_PREPROCESSING.INTERNAL"                                         | PreprocessingFailed    | Internal        | -       | "the input could not be prepared"                  |
        | "INTERNAL.BAD_OUTPUT.{what}"                                           | BadOutput              | Internal        | Request | "the output was too poor to be handed out"         |
        | "ASSET.INVALID"                                                        | -                      | InvalidRequest  | -       | "an input file does not meet the requirements"     |
        | "THIRD_PARTY.UNAVAILABLE"                                              | -                      | Unavailable     | Model   | "the partner that runs the model is not available" |
        | INTERNAL                                                               | -                      | Internal        | -       | "a fault of the service"                           |
    }

    /// Refused requests.
    pub enum HttpError {
        | status   | variant          | kind            | scope   | message                                           | summary                                         |
        | 400      | NotEnoughCredits | QuotaExhausted  | -       | "You do not have enough credits to run this task" | "the account's credits are used up"             |
        | 400      | -                | InvalidRequest? | -       | -                                                 | "an input is not valid"                         |
        | 401      | -                | Authentication? | -       | -                                                 | "the API key is wrong"                          |
        | 404      | -                | NotFound?       | Request | -                                                 | "what the request names does not exist"         |
        | 405      | -                | InvalidRequest  | -       | -                                                 | "the endpoint does not know the HTTP method"    |
        | 429      | -                | RateLimited?    | -       | -                                                 | "requests come too fast, or a limit is reached" |
        | 502, 503 | SheddingLoad     | Unavailable     | -       | -                                                 | "the service sheds load"                        |
        | 504      | Overloaded       | Unavailable     | -       | -                                                 | "the service is overloaded"                     |
    }
}
