// A type that two rows have and nothing else.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | type     | variant | kind        |
        | overload | First   | Unavailable |
        | overload | Second  | Unavailable |
    }
}

fn main() {}
