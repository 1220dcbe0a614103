// Braces without their counterpart.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | code | kind     | message                 |
        | a    | NotFound | "no model {model"       |
        | b    | NotFound | "no model model}"       |
        | c    | NotFound | r#"{"error": "gone"}"#  |
        | d    | NotFound | "no {{model}} here"     |
    }
}

fn main() {
    let _ = (ErrorCode::A, ErrorCode::B, ErrorCode::C, ErrorCode::D);
}
