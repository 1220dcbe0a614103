// Status codes that are not valid.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | status | code | kind     |
        | 99     | a    | Internal |
        | 1000   | b    | Internal |
        | 0429   | c    | Internal |
        | 5x     | d    | Internal |
        | xx     | e    | Internal |
        | "429"  | f    | Internal |
        | 4.29   | g    | Internal |
        | Many   | h    | Internal |
        | 500/3  | i    | Internal |
        | 499    | j    | Internal |
    }
}

fn main() {
    use ErrorCode::{A, B, C, D, E, F, G, H, I, J};
    let _ = [A, B, C, D, E, F, G, H, I, J];
}
