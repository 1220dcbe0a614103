// Placeholders that have no valid name, or cannot be told apart.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | code | kind     | message                        |
        | a    | NotFound | "no model {}"                  |
        | b    | NotFound | "no model {0}"                 |
        | c    | NotFound | "no {model} in {model}"        |
        | d    | NotFound | "no model {model}{version}"    |
        | e    | NotFound | "{anything}"                   |
        | f    | NotFound | "{kind}: {detail}"             |
        | g    | NotFound | "..."                          |
        | h    | NotFound | "no {modelName} in {region_2}" |
    }
}

fn main() {
    use ErrorCode::{A, B, C, D, E, F, G, H};
    let _ = [A, B, C, D, E, F, G, H];
}
