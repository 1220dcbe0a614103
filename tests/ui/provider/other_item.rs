// Items that are neither a provider nor a table.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    pub struct Nothing {
        field: u8,
    }

    pub enum ErrorCode<T> {
        | code  | kind        |
        | limit | RateLimited |
    }

    pub enum type {
        | code  | kind        |
        | limit | RateLimited |
    }
}

fn main() {
    let _ = (ErrorCode::Limit, &PROVIDER);
}
