// Empty cells.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | status | type | code  | kind           | summary  |
        | 429    |      | limit | RateLimited    | "often"  |
        |        | auth | token | Authentication | "key"    |
        | 403    | auth | other | PermissionDenied |        |
        | 404    |      | model |                | "gone"   |
        | 500    | -    | fault | Internal       | -        |
    }
}

fn main() {
    use ErrorCode::{Fault, Limit, Model, Other, Token};
    let _ = [Fault, Limit, Model, Other, Token];
}
