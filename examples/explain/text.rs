//! Explanations for a person.

use anstyle::{AnsiColor, Style};
use error_codes_explanation::{Explanation, Fact};
use std::io::{self, Write};

const DIM: Style = Style::new().dimmed();
const BOLD: Style = Style::new().bold();
const GOOD: Style = AnsiColor::Green.on_default();
const BAD: Style = AnsiColor::Red.on_default();
const PLAIN: Style = Style::new();

/// Prints what is explained.
pub(crate) fn heading(text: &str, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}{text}{}", DIM.render(), DIM.render_reset())
}

/// Prints an explanation.
pub(crate) fn explain(explanation: &Explanation, out: &mut impl Write) -> io::Result<()> {
    let summary = explanation.summary.as_ref();
    let summary = summary.map(|summary| format!(": {summary}"));
    writeln!(
        out,
        "{}{}{}{}",
        BOLD.render(),
        explanation.what,
        BOLD.render_reset(),
        summary.unwrap_or_default()
    )?;
    let colour = if explanation.is_retryable { GOOD } else { BAD };
    for Fact { label, text } in &explanation.facts {
        let style = if *label == "retry" { colour } else { PLAIN };
        let (on, off) = (style.render(), style.render_reset());
        writeln!(out, "  {label:<10} {on}{text}{off}")?;
    }
    Ok(())
}
