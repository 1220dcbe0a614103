// A shape that is none.

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
