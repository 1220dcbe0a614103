// A status by itself stands once; a class is another.

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
