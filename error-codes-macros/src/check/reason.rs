//! The names of status codes.

use crate::ident::camel_case;
use crate::model::Status;

/// The reason phrases of HTTP, as the IANA registers them.
const PHRASES: &str = "
    100 Continue
    101 Switching Protocols
    102 Processing
    103 Early Hints
    300 Multiple Choices
    301 Moved Permanently
    302 Found
    303 See Other
    304 Not Modified
    305 Use Proxy
    307 Temporary Redirect
    308 Permanent Redirect
    400 Bad Request
    401 Unauthorized
    402 Payment Required
    403 Forbidden
    404 Not Found
    405 Method Not Allowed
    406 Not Acceptable
    407 Proxy Authentication Required
    408 Request Timeout
    409 Conflict
    410 Gone
    411 Length Required
    412 Precondition Failed
    413 Content Too Large
    414 Uri Too Long
    415 Unsupported Media Type
    416 Range Not Satisfiable
    417 Expectation Failed
    421 Misdirected Request
    422 Unprocessable Content
    423 Locked
    424 Failed Dependency
    425 Too Early
    426 Upgrade Required
    428 Precondition Required
    429 Too Many Requests
    431 Request Header Fields Too Large
    451 Unavailable For Legal Reasons
    500 Internal Server Error
    501 Not Implemented
    502 Bad Gateway
    503 Service Unavailable
    504 Gateway Timeout
    505 Http Version Not Supported
    506 Variant Also Negotiates
    507 Insufficient Storage
    508 Loop Detected
    511 Network Authentication Required
";

/// Returns the name of a variant that is known by a status alone.
pub(super) fn name(status: Status) -> String {
    match status {
        Status::Exact(status) => named(status).unwrap_or_else(|| format!("Status{status}")),
        Status::Class(1) => "Informational".to_owned(),
        Status::Class(2) => "Success".to_owned(),
        Status::Class(3) => "Redirection".to_owned(),
        Status::Class(4) => "ClientError".to_owned(),
        Status::Class(5) => "ServerError".to_owned(),
        Status::Class(class) => format!("Status{class}xx"),
    }
}

fn named(status: u16) -> Option<String> {
    let number = status.to_string();
    let mut lines = PHRASES.lines();
    lines.find_map(|line| {
        let phrase = line.trim_start().strip_prefix(&number)?;
        Some(camel_case(phrase))
    })
}
