// Two enums of the same name are written as one, for the code that uses it.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | code  | kind        |
        | limit | RateLimited |
    }

    pub enum ErrorCode {
        | code     | kind        |
        | overload | Unavailable |
    }
}

fn main() {
    let _ = (ErrorCode::Limit, ErrorCode::Overload);
}
