// A name that exists and is something else than a kind. What rustc says of the other columns quotes the standard library if its
// sources are installed, so those are not recorded.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | code  | kind       |
        | one   | is_timeout |
    }
}

fn main() {}
