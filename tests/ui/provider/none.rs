// A table without a provider.

error_codes::provider_errors! {


    pub enum ErrorCode {
        | code  | kind        |
        | limit | RateLimited |
    }
}

fn main() {
    let _ = ErrorCode::Limit;
}
