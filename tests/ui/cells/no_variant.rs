// Rows that no variant name can be derived from.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | status | type | code        | kind           | message                   |
        | -      | -    | 2007        | RateLimited    | -                         |
        | -      | -    | -12         | RateLimited    | -                         |
        | -      | -    | "006001094" | RateLimited    | -                         |
        | -      | -    | self        | RateLimited    | -                         |
        | -      | -    | "①"  | RateLimited    | -                         |
        | -      | -    | -           | NotFound       | "No such model: {model}"  |
        | -      | -    | -           | NotFound       | "模型"        |
        | 404    | -    | -           | NotFound       | -                         |
        | 5xx    | -    | -           | Internal       | -                         |
        | -      | 17   | -           | Internal       | -                         |
        | -      | -    | good        | Internal       | -                         |
    }
}

fn main() {
    let _ = ErrorCode::Good;
}
