// The names of holes tell no messages apart.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    /// What the API reports.
    pub enum ErrorCode {
        | variant   | kind     | message                         |
        | NoModel   | NotFound | "The model {model} is not here" |
        | NoSuch    | NotFound | "the model {name} is not here." |
        | OtherText | NotFound | "the file {name} is not here"   |
    }
}

fn main() {
    let _ = (ErrorCode::NoModel, ErrorCode::NoSuch, ErrorCode::OtherText);
}
