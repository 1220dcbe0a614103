// Codes that are not valid.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | type    | code           | variant | kind     |
        | -       | ""             | A       | Internal |
        | -       | " padded"      | B       | Internal |
        | -       | channel:no_key | C       | Internal |
        | -       | 006001094      | D       | Internal |
        | -       | 1.5            | E       | Internal |
        | -       | 0x10           | F       | Internal |
        | -       | 7u8            | G       | Internal |
        | -       | 'c'            | H       | Internal |
        | -       | a,             | I       | Internal |
        | two words | j            | J       | Internal |
    }
}

fn main() {
    use ErrorCode::{A, B, C, D, E, F, G, H, I, J};
    let _ = [A, B, C, D, E, F, G, H, I, J];
}
