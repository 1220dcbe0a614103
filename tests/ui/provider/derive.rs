// Traits that the enum of every table implements.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    #[derive(Debug, Clone, PartialEq)]
    pub enum ErrorCode {
        | code  | kind        |
        | limit | RateLimited |
    }
}

fn main() {
    assert_eq!(ErrorCode::Limit, ErrorCode::Limit.clone());
}
