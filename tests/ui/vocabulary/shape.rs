// A shape that does not exist.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
        body: OPENAL,
    }

    pub enum ErrorCode {
        | code  | kind        |
        | limit | RateLimited |
    }
}

fn main() {
    let _ = (ErrorCode::Limit, &PROVIDER);
}
