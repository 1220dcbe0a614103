// Phrases that are torn, or that would match almost anything.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | variant | kind           | phrase                        |
        | A       | QuotaExhausted | "balance"                     |
        | B       | QuotaExhausted | "(balance|credit)"            |
        | C       | QuotaExhausted | "… balance low"               |
        | D       | QuotaExhausted | "balance ... low"             |
        | E       | QuotaExhausted | "(balance|) low"              |
        | F       | QuotaExhausted | "(balance|credit low"         |
        | G       | QuotaExhausted | "balance|credit low"          |
        | H       | QuotaExhausted | "(balance|(old|new) credit)"  |
        | I       | QuotaExhausted | "the {what} is low"           |
        | J       | QuotaExhausted | balance low                   |
    }
}

fn main() {
    use ErrorCode::{A, B, C, D, E, F, G, H, I, J};
    let _ = [A, B, C, D, E, F, G, H, I, J];
}
