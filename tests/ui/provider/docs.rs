// A page without a valid address.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
        docs: "acme.example/errors",
    }

    pub enum ErrorCode {
        | code  | kind        |
        | limit | RateLimited |
    }
}

fn main() {
    let _ = (ErrorCode::Limit, &PROVIDER);
}
