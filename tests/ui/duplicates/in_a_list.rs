// Rows that share one of their statuses, messages or phrases.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | status   | variant | kind     | message                   | phrase                       |
        | 400, 403 | A       | Internal | -                         | -                            |
        | 404, 403 | B       | Internal | -                         | -                            |
        | -        | C       | Internal | "it is down", "它坏了"    | -                            |
        | -        | D       | Internal | "out of order", "它坏了！" | -                            |
        | -        | E       | Internal | -                         | "(it) … down"                |
        | -        | F       | Internal | -                         | "out of order", "(It) … Down" |
    }
}

fn main() {
    use ErrorCode::{A, B, C, D, E, F};
    let _ = [A, B, C, D, E, F];
}
