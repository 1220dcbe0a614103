// A missing comma.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI"
        docs: "https://acme.example/errors"
        body: error_codes::BodyShape::OPENAI
    }

    pub enum ErrorCode {
        | code  | kind        |
        | limit | RateLimited |
    }
}

fn main() {
    let _ = (ErrorCode::Limit, &PROVIDER);
}
