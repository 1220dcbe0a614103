// Placeholders in codes and types.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | type         | code            | variant | kind     |
        | -            | "{what}"        | A       | Internal |
        | -            | "Bad.{a}{b}"    | B       | Internal |
        | -            | "Bad.{a}.{a}"   | C       | Internal |
        | "Limit.{"    | -               | D       | Internal |
        | "Limit.{}"   | -               | E       | Internal |
        | -            | "Bad.{param}"   | F       | Internal |
        | -            | "Bad.{name}"    | G       | Internal |
    }
}

fn main() {
    use ErrorCode::{A, B, C, D, E, F, G};
    let _ = [A, B, C, D, E, F, G];
}
