// Variant names that are not valid.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | code | variant      | kind     |
        | 1    | rate_limit   | Internal |
        | 2    | camelCase    | Internal |
        | 3    | Snake_Case   | Internal |
        | 4    | Self         | Internal |
        | 5    | type         | Internal |
        | 6    | r#type       | Internal |
        | 7    | "Quoted"     | Internal |
        | 8    | 9            | Internal |
        | 9    | A::B         | Internal |
        | 10   | Good         | Internal |
    }
}

fn main() {
    let _ = (ErrorCode::rate_limit, ErrorCode::Snake_Case, ErrorCode::Good);
}
