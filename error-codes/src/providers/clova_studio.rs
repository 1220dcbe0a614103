//! NAVER Cloud's CLOVA Studio.
//!
//! The code is a text of five digits that begins with the HTTP status, or with 6 for skill sets and routers. One code has
//! several messages. Codes beyond the page are those of the overview for Japan
//! (<https://api.ncloud-docs.com/docs/en/ai-naver-clovastudiojp-summary>) and, for 42901, of reports.

crate::provider_errors! {
    provider "clova_studio" {
        name: "CLOVA Studio",
        docs: "https://api.ncloud-docs.com/docs/clovastudio-troubleshoot",
        retrieved: "2026-11-26",
        body: CLOVA,
    }

    /// Error codes common to all APIs.
    pub enum ErrorCode {
        | status | code         | variant                | kind             | scope   | message                                                                                                                                   | summary                                            |
        | 400    | 40000        | BadRequest             | InvalidRequest?  | -       | "Bad request", "Each user message can contain only one image"                                                                             | "the request is not valid"                         |
        | 400    | 40001        | InvalidParameter       | InvalidRequest?  | -       | -                                                                                                                                         | "a parameter is not valid"                         |
        | 400    | 40002        | UnsupportedParameter   | InvalidRequest   | -       | -                                                                                                                                         | "a parameter is not supported"                     |
        | 400    | 40003        | ContextTooLong         | ContextLength    | -       | "Context length exceeded", "Text too long", "Text to long"                                                                                | "the request has too many tokens for the model"    |
        | 400    | 40003        | TooManyImages          | InvalidRequest   | -       | "Image limit exceeded"                                                                                                                    | "the request has too many images"                  |
        | 400    | 40004        | TextEmpty              | InvalidRequest   | -       | -                                                                                                                                         | "the text is empty"                                |
        | 400    | 40005, 40006 | OutputWithheld         | ContentFiltered  | -       | "Unavailable output"                                                                                                                      | "a policy does not allow a response"               |
        | 400    | 40009        | Unsupported            | InvalidRequest   | -       | "Unsupported function", "Unsupported input format"                                                                                        | "the model does not support a feature or an input" |
        | 400    | 40055        | InvalidResponseSchema  | InvalidRequest   | -       | "Structured Outputs Error", "Invalid response format schema"                                                                              | "the schema for the response is not supported"     |
        | 400    | 40060        | UnsupportedImageFormat | InvalidRequest   | -       | -                                                                                                                                         | "the image has an unsupported format"              |
        | 400    | 40061        | FileSize               | PayloadTooLarge  | -       | "File size error"                                                                                                                         | "the image file is empty or too large"             |
        | 400    | 40063        | InvalidImage           | InvalidRequest   | -       | "Invalid image size", "Invalid image ratio", "Invalid image file", "Invalid image url", "Image download failed", "Image processing error" | "the image could not be used"                      |
        | 400    | 40080        | ModelNotFound          | NotFound         | -       | -                                                                                                                                         | "there is no such model"                           |
        | 400    | 40082        | ModelRetired           | NotFound         | -       | "Model fade out"                                                                                                                          | "the model has been withdrawn"                     |
        | 401    | 40100        | Unauthorized           | Authentication   | -       | -                                                                                                                                         | "the key was not accepted"                         |
        | 401    | 40101        | InvalidSignature       | Authentication   | -       | -                                                                                                                                         | "the signature is wrong"                           |
        | 401    | 40102        | InvalidAccessToken     | Authentication   | -       | -                                                                                                                                         | "the access token is not valid"                    |
        | 401    | 40103        | AccessTokenExpired     | Authentication   | -       | -                                                                                                                                         | "the access token has expired"                     |
        | 401    | 40104        | InvalidKey             | Authentication   | -       | -                                                                                                                                         | "the key is not valid"                             |
        | 401    | 40170        | NotSubscribed          | PermissionDenied | Account | "No subscription request history found"                                                                                                   | "the account has not subscribed to the service"    |
        | 403    | 40300        | Forbidden              | PermissionDenied | -       | -                                                                                                                                         | "this is not allowed"                              |
        | 403    | 40301        | NoOwnership            | PermissionDenied | Request | -                                                                                                                                         | "what was asked for belongs to somebody else"      |
        | 403    | 40380        | TokensUsedUp           | QuotaExhausted   | -       | "You have used all your {tokens} tokens"                                                                                                  | "the tokens are used up"                           |
        | 404    | 40400        | NotFound               | NotFound         | Request | -                                                                                                                                         | "what was asked for does not exist"                |
        | 408    | 40800        | RequestTimeout         | Timeout          | -       | -                                                                                                                                         | "the request took too long"                        |
        | 429    | 42900, 42901 | TooManyRequests        | RateLimited      | -       | "Too many requests"                                                                                                                       | "a rate limit"                                     |
        | 500    | 50000        | InternalServerError    | Internal         | -       | -                                                                                                                                         | "a fault inside the service"                       |
        | 501    | 50100        | NotImplemented         | NotFound         | Request | "Not yet implemented"                                                                                                                     | "there is no such API yet"                         |
        | 504    | 50400        | GatewayTimeout         | Timeout          | -       | -                                                                                                                                         | "the gateway waited too long"                      |
    }

    /// Error codes of skill sets and routers.
    pub enum SkillErrorCode {
        | status | code  | variant          | kind            | scope | message                        | summary                                                  |
        | 400    | 61002 | MissingInput     | InvalidRequest  | -     | "Missing input value"          | "the user's query is missing"                            |
        | 400    | 61004 | ApiCallFailed    | InvalidRequest? | -     | "Invalid action input"         | "a call of the skill's API failed"                       |
        | 400    | 61005 | MissingModelUrl  | InvalidRequest  | -     | "Missing model url"            | "the skill set has no path to its model"                 |
        | 400    | 62001 | InvalidInput     | InvalidRequest  | -     | "Invalid input value"          | "the query could not be analysed"                        |
        | 400    | 63001 | SkillCallFailed  | InvalidRequest  | -     | "Invalid action in cot"        | "no skill could be called for the query"                 |
        | 400    | 63002 | ApiCallMissing   | InvalidRequest  | -     | "Requests_* action not in cot" | "no API was called for the query"                        |
        | 500    | 64000 | ModelUnavailable | Unavailable     | Model | "Model unavailable"            | "the model does not respond"                             |
        | 400    | 64400 | SkillTokens      | ContextLength   | -     | -                              | "the input and the API's responses have too many tokens" |
        | 500    | 64424 | GenerationFailed | Internal        | -     | "Model generation failed"      | "the model could not generate a response"                |
        | 429    | 64429 | SkillRateLimit   | RateLimited     | Model | -                              | "a rate limit of the model behind the skill set"         |
        | 500    | 64500 | ModelServerError | Internal        | -     | "Model server error"           | "a fault of the model's server"                          |
        | 400    | 65001 | InvalidLabels    | InvalidRequest  | -     | "Invalid labels detected"      | "the router cannot use these names"                      |
        | 400    | 65400 | RouterTokens     | ContextLength   | -     | -                              | "the router's input has too many tokens"                 |
    }
}
