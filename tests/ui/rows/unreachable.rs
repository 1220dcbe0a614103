// Rows that another one always beats.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | status | type         | code       | variant | kind        |
        | -      | -            | rate_limit | First   | RateLimited |
        | 429    | rate_limit   | -          | Second  | RateLimited |
        | 5xx    | -            | overload   | Third   | Unavailable |
        | 503    | overload     | -          | Fourth  | Unavailable |
        | 408    | overload     | -          | Fifth   | Timeout     |
    }
}

fn main() {
    use ErrorCode::{Fifth, First, Fourth, Second, Third};
    let _ = [Fifth, First, Fourth, Second, Third];
}
