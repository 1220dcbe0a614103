// A number and a text are one code.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | status | code   | variant    | kind           |
        | 429    | 2007   | PerMinute  | RateLimited    |
        | 401    | bad    | -          | Authentication |
        | 429    | "2007" | PerHour    | QuotaExhausted |
    }
}

fn main() {
    let _ = (ErrorCode::PerMinute, ErrorCode::Bad, ErrorCode::PerHour);
}
