// What the compiler refuses before the macro is called has one error, which is the compiler's.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    pub enum ErrorCode {
        | code        | variant | kind     | message       | // a comment
        | a ｜ A      | Internal | -       |
        | rate\_limit | B       | Internal | -             |
        | 0x          | C       | Internal | -             |
        | 5e          | D       | Internal | -             |
        | 'two'       | E       | Internal | -             |
        | f           | F       | Internal | “quoted text” |
        | g-h         | G       | Internal | -             |
    }
}

fn main() {}
