//! A table whose cells rustdoc could take for Markdown or HTML. A test reads the pages that rustdoc writes of it.

#![deny(missing_docs, rustdoc::all)]
#![allow(rustdoc::missing_crate_level_docs)]

error_codes::provider_errors! {
    provider "hostile" {
        name: "Hostile [AI] <b>",
        docs: "https://hostile.example/errors(1)?a=<b>&c=d_e_f",
    }

    /// What it reports.
    pub enum ErrorCode {
        | status   | code                      | variant   | kind           | message                                     | phrase                          | summary                                                  |
        |----------|---------------------------|-----------|----------------|---------------------------------------------|---------------------------------|----------------------------------------------------------|
        | 400, 403 | "<script>", "a|b"         | Tags      | InvalidRequest | "no <br> & no {model}"                      | -                               | "the <model> is <b>unknown</b> &lt; [none]"              |
        | -        | "x`y"                     | Ticks     | InvalidRequest | "say `one` or ``two``", "a|b c"             | -                               | "an `odd ` number of ` ticks"                            |
        | -        | "x\\|y"                   | Pipes     | InvalidRequest | "a | b | {c}"                               | "(a|b) … (c|d)"                 | "a | b, *stars*, __bars__, ~~waves~~ and $sums$"         |
        | -        | lines                     | Lines     | InvalidRequest | "one # two"                                  | -                               | "one # two - three"                                      |
        | -        | question                  | -         | InvalidRequest | -                                           | -                               | "is it too long?"                                        |
        | -        | chinese                   | -         | InvalidRequest | -                                           | -                               | "余额不足。"                                             |
        | -        | chinese_too               | -         | InvalidRequest | -                                           | -                               | "余额不足"                                               |
        | -        | address                   | -         | InvalidRequest | -                                           | -                               | "https://a.example/x_y_z says why"                       |
        | -        | at_the_end                | -         | InvalidRequest | -                                           | -                               | "see (https://a.example/?x=1&y=2)."                      |
        | -        | name                      | -         | InvalidRequest | -                                           | -                               | "max_tokens is too high"                                 |
        | -        | ticked                    | -         | InvalidRequest | -                                           | -                               | "`stop` and `a|b` are wrong!"                            |
        | -        | list                      | -         | InvalidRequest | -                                           | -                               | "1. first of <all>"                                      |
        | -        | quoted                    | -         | InvalidRequest | -                                           | -                               | "> no \\ slash, said \"they.\""                          |
        /// Written *by hand*.
        | -        | 2007                      | -         | RateLimited    | -                                           | -                               | -                                                        |
    }
}
