// Messages and summaries that are not string literals, or are empty.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | code | kind     | message       | summary   |
        | a    | Internal | no quotes     | -         |
        | b    | Internal | ""            | -         |
        | c    | Internal | "  "          | -         |
        | d    | Internal | 5             | -         |
        | e    | Internal | "one" "two"   | -         |
        | f    | Internal | -             | b"bytes"  |
        | g    | Internal | -             | ""        |
    }
}

fn main() {
    use ErrorCode::{A, B, C, D, E, F, G};
    let _ = [A, B, C, D, E, F, G];
}
