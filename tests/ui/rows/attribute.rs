// Attributes and doc comments where no row takes them.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        /// The columns.
        | code  | kind           |
        #[cfg(unix)]
        | limit | RateLimited    |
        #[cfg_attr(unix, cfg(windows))]
        | token | Authentication |
        | model | #[deprecated] NotFound |
        #![allow(deprecated)]
        | fault | Internal       |
        /// A last word.
    }
}

fn main() {
    let _ = (ErrorCode::Limit, ErrorCode::Token, ErrorCode::Model, ErrorCode::Fault);
}
