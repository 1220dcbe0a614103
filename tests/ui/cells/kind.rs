// Kinds, retry hints and scopes that are not single identifiers.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | code | kind                 | retry     | scope  |
        | a    | -                    | -         | -      |
        | b    | ?                    | -         | -      |
        | c    | ErrorKind::Internal  | -         | -      |
        | d    | "Internal"           | -         | -      |
        | e    | type                 | -         | -      |
        | f    | Internal             | 5         | -      |
        | g    | Internal             | -         | crate  |
        | h    | Internal??           | -         | -      |
        | i    | Internal             | -         | -      |
    }
}

fn main() {
    use ErrorCode::{A, B, C, D, E, F, G, H, I};
    let _ = [A, B, C, D, E, F, G, H, I];
}
