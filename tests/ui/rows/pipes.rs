// Missing and extra pipes.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | status | code   | kind           |
        | 429    | limit  | RateLimited
        | 401    | token  | Authentication |
        403      | other  | PermissionDenied |
        | 404    | model  | NotFound       ||
        | 500    | fault  | Internal       |
        | 502    | middle || Unavailable    |
        | 503    | half
        | 501    | method | InvalidRequest
    }
}

fn main() {
    use ErrorCode::{Fault, Half, Limit, Method, Middle, Model, Other, Token};
    let _ = [Fault, Half, Limit, Method, Middle, Model, Other, Token];
}
