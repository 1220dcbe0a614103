//! iFlytek Spark.
//!
//! A WebSocket frame has the code as a number in `header`, the HTTP API as a text in `error`; a gateway in front refuses bad
//! keys with a message alone.

crate::provider_errors! {
    provider "iflytek_spark" {
        name: "iFlytek Spark",
        docs: "https://www.xfyun.cn/doc/spark/Web.html",
        retrieved: "2026-11-26",
        body: IFLYTEK,
    }

    /// Error codes.
    pub enum ErrorCode {
        | status | code  | variant                | kind              | retry      | message                                                                              | summary                                                   |
        | -      | 10000 | UpgradeFailed          | Internal          | -          | -                                                                                    | "the connection could not become a WebSocket"             |
        | -      | 10001 | ReadFailed             | Internal          | -          | -                                                                                    | "the request could not be read from the WebSocket"        |
        | -      | 10002 | SendFailed             | Internal          | -          | -                                                                                    | "the response could not be sent on the WebSocket"         |
        | -      | 10003 | InvalidMessage         | InvalidRequest    | -          | -                                                                                    | "the request is malformed"                                |
        | -      | 10004 | InvalidSchema          | InvalidRequest    | -          | -                                                                                    | "the request does not follow the schema"                  |
        | -      | 10005 | InvalidParameter       | InvalidRequest    | -          | -                                                                                    | "a parameter has a wrong value"                           |
        | -      | 10006 | AlreadyConnected       | Conflict          | -          | -                                                                                    | "the same user is connected elsewhere"                    |
        | -      | 10007 | RequestRunning         | RateLimited       | -          | -                                                                                    | "the user's previous request is still running"            |
        | -      | 10008 | CapacityExhausted      | Unavailable       | -          | -                                                                                    | "the service has no capacity left"                        |
        | -      | 10009 | EngineUnreachable      | Unavailable       | -          | -                                                                                    | "the engine could not be reached"                         |
        | -      | 10010 | EngineReceiveFailed    | Unavailable       | -          | -                                                                                    | "the engine's response could not be read"                 |
        | -      | 10011 | EngineSendFailed       | Unavailable       | -          | -                                                                                    | "the request could not be passed to the engine"           |
        | -      | 10012 | EngineError            | Internal          | -          | -                                                                                    | "a fault inside the engine"                               |
        | -      | 10013 | InputFiltered          | ContentFiltered   | -          | "输入内容审核不通过，涉嫌违规，请重新调整输入内容"                                   | "the input did not pass moderation"                       |
        | -      | 10014 | OutputFiltered         | ContentFiltered   | -          | "输出内容涉及敏感信息，审核不通过，后续结果无法展示给用户"                           | "the output did not pass moderation"                      |
        | -      | 10015 | AppBlocked             | PermissionDenied  | -          | -                                                                                    | "the app is on a blacklist"                               |
        | -      | 10016 | AppNotAuthorized       | PermissionDenied? | -          | -                                                                                    | "the app lacks the feature, the version or the tokens"    |
        | -      | 10017 | ClearHistoryFailed     | Internal          | -          | -                                                                                    | "the history could not be cleared"                        |
        | -      | 10019 | SessionFiltered        | ContentFiltered   | -          | -                                                                                    | "the conversation tends to what is not allowed"           |
        | -      | 10110 | Busy                   | Unavailable       | -          | "服务忙，请稍后再试"                                                                 | "the service is busy"                                     |
        | -      | 10163 | InvalidEngineParameter | InvalidRequest    | -          | -                                                                                    | "the engine did not accept the parameters"                |
        | -      | 10222 | EngineNetworkError     | Unavailable       | -          | -                                                                                    | "a network fault before the engine"                       |
        | -      | 10907 | TooManyTokens          | ContextLength     | -          | -                                                                                    | "the history and the question have too many tokens"       |
        | -      | 11200 | NotAuthorized          | PermissionDenied  | -          | "AppIdNoAuthError", "AppIdNoAuthError:({time}) {limit}"                              | "the app may not use the model, or its volume is used up" |
        | -      | 11201 | DailyQuota             | QuotaExhausted    | AfterReset | -                                                                                    | "the app's requests of today are used up"                 |
        | -      | 11202 | RequestsPerSecond      | RateLimited       | -          | "AppIdQpsOverFlowError"                                                              | "a requests-per-second limit"                             |
        | -      | 11203 | ConcurrencyLimit       | RateLimited       | -          | -                                                                                    | "too many requests at the same time"                      |
        | 401    | -     | SignatureInvalid       | Authentication    | -          | "HMAC signature cannot be verified", "HMAC signature does not match", "Unauthorized" | "the key or the signature was not accepted"               |
    }
}
