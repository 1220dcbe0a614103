// A status that two rows have and nothing else; a class is a different one.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | status | variant  | kind        |
        | 503    | Overload | Unavailable |
        | 5xx    | Fault    | Internal    |
        | 503    | Downtime | Unavailable |
    }
}

fn main() {}
