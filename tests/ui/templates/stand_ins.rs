// Placeholders in other notations.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    pub enum ErrorCode {
        | code | kind     | message                                    |
        | a    | NotFound | "no model %s"                              |
        | b    | NotFound | "%d of %d used, resets in %.1fs"           |
        | c    | NotFound | "no model ${model}"                        |
        | d    | NotFound | "no model <model name> for <account-id>"   |
        | e    | NotFound | "no model xxx"                             |
        | f    | NotFound | "no %v: {model.name}{detail}"              |
    }
}

fn main() {}
