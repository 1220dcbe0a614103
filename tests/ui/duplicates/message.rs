// Messages that differ in the names of their placeholders only.

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
