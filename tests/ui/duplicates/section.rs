// Two sections of one name are one enum to everybody else.

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
