// Text that no response can have: characters that nobody sees, letters of another alphabet, a dash, a list.

error_codes::provider_errors! {
    provider "acme" {
        name: "Acme AI",
    }

    pub enum ErrorCode {
        | code                 | variant | kind     | message               | summary      |
        | "rate\u{200b}_limit" | A       | Internal | -                     | -            |
        | "line\n"             | B       | Internal | "out of\u{a0}credit"  | "one\ntwo"   |
        | rаte_limit           | C       | Internal | "the mоdel is gone"   | -            |
        | "-"                  | D       | Internal | "-"                   | "—"          |
        | "rate_limit, limit"  | E       | Internal | -                     | -            |
        | "[auth, 2007]"       | F       | Internal | -                     | -            |
        | "Throttling.*"       | G       | Internal | -                     | -            |
        | "`quoted`"           | H       | Internal | -                     | -            |
    }
}

fn main() {}
