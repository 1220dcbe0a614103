//! The marks with which providers quote what a caller wrote.

/// A pair of quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) open: &'static str,
    pub(crate) close: &'static str,
}

const fn mark(open: &'static str, close: &'static str) -> Mark {
    Mark { open, close }
}

/// All of them, with escaped ones and marks inside marks.
pub(crate) const MARKS: [Mark; 21] = [
    mark("\"", "\""),
    mark("'", "'"),
    mark("`", "`"),
    mark("“", "”"),
    mark("‘", "’"),
    mark("„", "“"),
    mark("«", "»"),
    mark("‹", "›"),
    mark("「", "」"),
    mark("『", "』"),
    mark("《", "》"),
    mark("﹁", "﹂"),
    mark("＂", "＂"),
    mark("<", ">"),
    mark("[", "]"),
    mark("{", "}"),
    mark("\\\"", "\\\""),
    mark("\\'", "\\'"),
    mark("\"'", "'\""),
    mark("'\"", "\"'"),
    mark("「『", "』」"),
];
