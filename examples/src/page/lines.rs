//! Tables of plain text, line by line, turned into what a reader of Markdown takes for tables.
//!
//! Providers write rows without bars around them, leave the line of dashes out, put a table right below a paragraph, or
//! indent it within a list. reStructuredText has grids, tables of columns and lists of rows.

use super::grid::MISSING;
use super::restructured;
use std::fmt::Write;

/// A page as Markdown.
pub(super) struct Lines {
    pub(super) markdown: String,
    /// The line of a code block that is never closed, although what follows it has rows.
    pub(super) open_fence: Option<usize>,
}

/// Reads a page line by line.
pub(super) fn read(page: &str) -> Lines {
    let lines: Vec<&str> = page.lines().collect();
    let mut out = Lines {
        markdown: String::with_capacity(page.len() * 2),
        open_fence: None,
    };
    let mut at = front_matter(&lines);
    while at < lines.len() {
        let rest = &lines[at..];
        if let Some(fence) = fence(rest[0]) {
            let end = rest.iter().skip(1).position(|line| closes(line, fence));
            let block = end.map_or(rest, |end| &rest[..end + 2]);
            if end.is_none() && rest.iter().any(|line| line.matches('|').count() > 1) {
                out.open_fence = Some(at + 1);
            }
            out.markdown.push('\n');
            copy(block, &mut out.markdown);
            at += block.len();
        } else if let Some((html, taken)) = restructured::table(rest) {
            _ = write!(out.markdown, "\n\n{html}\n\n");
            at += taken;
        } else if let Some(rows) = bars(rest) {
            table(&rest[..rows], &mut out.markdown);
            at += rows;
        } else if let Some((text, taken)) = restructured::block(&lines, at) {
            out.markdown.push_str(&text);
            at += taken;
        } else {
            copy(&rest[..1], &mut out.markdown);
            at += 1;
        }
    }
    out
}

/// Returns how many lines the fields before a page take.
fn front_matter(lines: &[&str]) -> usize {
    let is_rule = |line: &&str| line.trim_end() == "---";
    if !lines.first().is_some_and(is_rule) {
        return 0;
    }
    let end = lines.iter().skip(1).position(is_rule);
    let is_field =
        |line: &&str| line.is_empty() || line.starts_with([' ', '-', '#']) || line.contains(':');
    end.filter(|end| lines[1..=*end].iter().all(is_field))
        .map_or(0, |end| end + 2)
}

fn copy(lines: &[&str], out: &mut String) {
    for line in lines {
        out.push_str(line);
        out.push('\n');
    }
}

/// Returns the marks that begin a code block: three or more backticks or tildes.
fn fence(line: &str) -> Option<&str> {
    let line = line.trim_start_matches([' ', '\t', '>']);
    let mark = line
        .chars()
        .next()
        .filter(|mark| matches!(mark, '`' | '~'))?;
    let end = line.find(|c| c != mark).unwrap_or(line.len());
    let is_inline = mark == '`' && line[end..].contains('`');
    (end >= 3 && !is_inline).then(|| &line[..end])
}

fn closes(line: &str, fence: &str) -> bool {
    let line = line.trim_matches([' ', '\t', '>', '\r']);
    let mark = &fence[..1];
    line.len() >= fence.len() && line.trim_start_matches(mark).is_empty()
}

/// Returns how many lines of a table with bars begin here, if any. A blank line within it does not end it.
fn bars(lines: &[&str]) -> Option<usize> {
    let first = run(lines);
    let is_table = match first {
        0 => false,
        1 => lines[0].trim().starts_with('|'),
        _ => {
            let begins = |line: &&str| line.trim_start().starts_with('|');
            let width = split(lines[0]).len();
            is_delimiter(lines[1])
                || lines[..first].iter().take(4).any(|line| is_delimiter(line))
                || lines[..first].iter().all(begins)
                || (width > 1 && lines[..first].iter().all(|line| split(line).len() == width))
        }
    };
    let mut taken = first;
    let has_delimiter = lines.get(1).is_some_and(|line| is_delimiter(line));
    while is_table && has_delimiter && lines.get(taken).is_some_and(|line| line.trim().is_empty()) {
        let more = run(&lines[taken + 1..]);
        let next = &lines[taken + 1..taken + 1 + more];
        let same_width = next
            .iter()
            .all(|line| split(line).len() == split(lines[0]).len());
        if more == 0 || !same_width || next.iter().any(|line| is_delimiter(line)) {
            break;
        }
        taken += 1 + more;
    }
    is_table.then_some(taken)
}

/// Returns how many lines with bars follow each other.
fn run(lines: &[&str]) -> usize {
    let is_row = |line: &&&str| {
        let line = line.trim_start_matches([' ', '\t', '>']);
        let is_other = line.starts_with(['<', '#', '+']) || line.starts_with("- ");
        !is_other
            && (split(line).len() > 1 || line.starts_with('|') || line.trim_end().ends_with('|'))
    };
    lines.iter().take_while(is_row).count()
}

fn is_delimiter(line: &str) -> bool {
    line.contains('-')
        && line
            .chars()
            .all(|c| matches!(c, '|' | '-' | ':' | '+' | '=' | ' ' | '\t'))
}

/// Writes a table with the bars, the dashes and the cells that Markdown asks for.
fn table(lines: &[&str], out: &mut String) {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let delimiter = lines.iter().find(|line| is_delimiter(line));
    let width = delimiter.map_or(0, |line| split(line).len());
    for line in whole_rows(lines, width) {
        let line = line.as_str();
        let cells = split(line);
        let width = rows.first().map_or(cells.len(), Vec::len);
        rows.push(if cells.len() > width {
            with_code_whole(line, width)
        } else {
            cells
        });
    }
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let heading = rows.first().map_or(0, Vec::len);
    out.push('\n');
    for (at, row) in rows.iter().enumerate() {
        out.push('|');
        for column in 0..width {
            match row.get(column) {
                Some(cell) => _ = write!(out, " {cell} |"),
                // The columns to the right of the headings are those of a few rows only.
                None if column < heading => _ = write!(out, " {MISSING} |"),
                None => out.push_str("  |"),
            }
        }
        out.push('\n');
        if at == 0 {
            out.push('|');
            out.push_str(&"---|".repeat(width));
            out.push('\n');
        }
    }
    out.push('\n');
}

/// Returns the rows. One whose cells stand on lines of their own is put together.
fn whole_rows(lines: &[&str], width: usize) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    let mut is_open = false;
    for line in lines
        .iter()
        .filter(|line| !is_delimiter(line) && !line.trim().is_empty())
    {
        match rows.last_mut() {
            Some(row) if is_open && !line.trim_start().starts_with('|') => {
                row.push(' ');
                row.push_str(line);
            }
            _ => rows.push((*line).to_owned()),
        }
        let row = rows.last().map_or(0, |row| split(row).len());
        is_open = row < width && line.trim_end().ends_with('|');
    }
    rows
}

/// Splits a row at its bars.
fn split(line: &str) -> Vec<String> {
    cells(line, false)
}

/// Splits a row at the bars outside of code, if that gives this many cells.
fn with_code_whole(line: &str, width: usize) -> Vec<String> {
    let whole = cells(line, true);
    if whole.len() == width {
        whole
    } else {
        split(line)
    }
}

fn cells(line: &str, code_is_whole: bool) -> Vec<String> {
    let line = line.trim_start_matches(['>']).trim();
    let line = line.strip_prefix('|').unwrap_or(line);
    let mut cells = vec![String::new()];
    let (mut is_escaped, mut in_code) = (false, false);
    for c in line.chars() {
        in_code ^= c == '`' && !is_escaped;
        match c {
            '|' if in_code && code_is_whole && !is_escaped => push(&mut cells, "\\|"),
            '|' if !is_escaped => cells.push(String::new()),
            _ => push(&mut cells, c.encode_utf8(&mut [0; 4])),
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    if cells.len() > 1 && cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

fn push(cells: &mut [String], text: &str) {
    if let Some(cell) = cells.last_mut() {
        cell.push_str(text);
    }
}
