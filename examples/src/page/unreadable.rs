//! Why a page gives no table.

use std::fmt;

/// What was found instead of a table of errors, and what is missing.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Unreadable {
    /// Nothing but whitespace.
    Empty,
    /// No text, such as a PDF.
    NotText(&'static str),
    /// Text in another encoding than UTF-8: the position of the first byte that is not.
    NotUtf8(usize),
    /// A form for a password.
    Login,
    /// A code block that is never closed, from this line on.
    OpenFence(usize),
    /// An OpenAPI document that is no JSON or YAML, and why.
    Syntax(String),
    /// Tables, none of which is one of errors: how many, and why not.
    NoErrors(usize, String),
    /// Tables of errors without a single row.
    NoRows,
    /// No table and no list.
    NoTable,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unreadable::Empty => write!(f, "the page is empty: expected a table of errors"),
            Unreadable::NotText(what) => {
                write!(
                    f,
                    "found {what}: expected Markdown, HTML, reStructuredText, plain text or OpenAPI, as UTF-8"
                )
            }
            Unreadable::NotUtf8(at) => write!(f, "byte {at} is not UTF-8: save the page as UTF-8"),
            Unreadable::Login => write!(
                f,
                "found a form for a password and no table of errors: save the page while logged in"
            ),
            Unreadable::OpenFence(line) => write!(
                f,
                "the code block of line {line} is never closed, and there are rows after it: close it where the listing ends"
            ),
            Unreadable::Syntax(error) => write!(
                f,
                "found an OpenAPI document that cannot be parsed: {error}"
            ),
            Unreadable::NoErrors(1, why) => {
                write!(f, "found a table and left it out, because {why}")
            }
            Unreadable::NoErrors(count, why) => {
                write!(
                    f,
                    "found {count} tables, none of them of errors: of the first, {why}"
                )
            }
            Unreadable::NoRows => write!(
                f,
                "found no row of an error: a row has a status code from 400 on, a code, or a type"
            ),
            Unreadable::NoTable => write!(
                f,
                "found text and no table of errors: a table has a column of status codes or of codes, with a heading that says so"
            ),
        }
    }
}

impl std::error::Error for Unreadable {}
