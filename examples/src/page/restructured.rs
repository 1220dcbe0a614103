//! What reStructuredText has and Markdown has not: grids, tables of columns, lists of rows, underlined titles, and terms with
//! an indented definition.

use std::fmt::Write;

/// Returns the table that begins at these lines as HTML, and how many lines it takes.
pub(super) fn table(lines: &[&str]) -> Option<(String, usize)> {
    grid(lines)
        .or_else(|| columns(lines))
        .or_else(|| list(lines))
}

/// A title or a definition in Markdown, and how many lines it takes.
pub(super) fn block(lines: &[&str], at: usize) -> Option<(String, usize)> {
    title(&lines[at..]).or_else(|| definition(lines, at))
}

/// `+-----+-----+`
fn is_border(line: &str) -> bool {
    let line = line.trim();
    line.len() > 2
        && line.starts_with('+')
        && line.ends_with('+')
        && line.chars().all(|c| matches!(c, '+' | '-' | '='))
}

fn grid(lines: &[&str]) -> Option<(String, usize)> {
    if !is_border(lines[0]) {
        return None;
    }
    let is_inside = |line: &&&str| line.trim_start().starts_with(['|', '+']);
    let taken = lines.iter().take_while(is_inside).count();
    let has_head = lines[..taken]
        .iter()
        .any(|line| is_border(line) && line.contains('='));
    let mut html = String::from("<table>");
    let mut row: Vec<String> = Vec::new();
    let mut in_head = has_head;
    for line in &lines[..taken] {
        if !line.trim_start().starts_with('+') {
            // A cell that goes on: its column is found by its number, because wide letters move the bars.
            let cells = line
                .trim()
                .trim_start_matches('|')
                .trim_end_matches('|')
                .split('|');
            for (at, cell) in cells.enumerate() {
                if row.len() <= at {
                    row.push(String::new());
                }
                append(&mut row[at], cell);
            }
            continue;
        }
        if !is_border(line) {
            // A border of some columns, within a cell that covers several rows.
            write_row(&mut html, &mut row, in_head);
            let cells: Vec<&str> = line
                .trim()
                .trim_matches(['|', '+'])
                .split(['|', '+'])
                .collect();
            let is_part = |cell: &&str| !cell.chars().all(|c| c == '-');
            row = cells
                .iter()
                .map(|cell| {
                    if is_part(cell) {
                        cell.trim().to_owned()
                    } else {
                        String::new()
                    }
                })
                .collect();
            continue;
        }
        write_row(&mut html, &mut row, in_head);
        in_head &= !line.contains('=');
    }
    write_row(&mut html, &mut row, in_head);
    html.push_str("</table>");
    Some((html, taken))
}

fn append(cell: &mut String, text: &str) {
    let text = text.trim();
    if !cell.is_empty() && !text.is_empty() {
        cell.push(' ');
    }
    cell.push_str(text);
}

/// Writes a row, and empties it.
fn write_row(html: &mut String, row: &mut Vec<String>, is_head: bool) {
    if row.is_empty() {
        return;
    }
    let tag = if is_head { "th" } else { "td" };
    html.push_str("<tr>");
    for cell in row.drain(..) {
        _ = write!(html, "<{tag}>{}</{tag}>", in_html(&cell));
    }
    html.push_str("</tr>");
}

/// Returns a text as HTML, with ``` ``code`` ``` and `**bold**` as such.
fn in_html(text: &str) -> String {
    let text = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace("**", "");
    let text = text.replace("``", "`");
    let parts = text.split('`').enumerate();
    let parts = parts.map(|(at, part)| match at % 2 {
        1 => format!("<code>{part}</code>"),
        _ => part.to_owned(),
    });
    parts.collect()
}

/// A table of columns below and above lines of `=====`.
fn columns(lines: &[&str]) -> Option<(String, usize)> {
    let is_rule = |line: &str| {
        let line = line.trim();
        line.starts_with("==") && line.contains(' ') && line.chars().all(|c| matches!(c, '=' | ' '))
    };
    let border = lines[0];
    if !is_rule(border) {
        return None;
    }
    let rules: Vec<usize> = (0..lines.len())
        .filter(|at| is_rule(lines[*at]))
        .take(3)
        .collect();
    let (head, end) = match rules[..] {
        [_, head, end] => (head, end),
        [_, end] => (0, end),
        _ => return None,
    };
    let starts = starts(border);
    let mut html = String::from("<table>");
    let mut row: Vec<String> = Vec::new();
    for (at, line) in lines.iter().enumerate().take(end).skip(1) {
        let is_new = line
            .chars()
            .next()
            .is_some_and(|first| !first.is_whitespace());
        if at == head || is_new {
            write_row(&mut html, &mut row, at <= head);
        }
        if at == head || line.trim().is_empty() {
            continue;
        }
        for (column, cell) in cut(line, &starts).iter().enumerate() {
            if row.len() <= column {
                row.push(String::new());
            }
            append(&mut row[column], cell);
        }
    }
    write_row(&mut html, &mut row, false);
    html.push_str("</table>");
    Some((html, end + 1))
}

fn starts(border: &str) -> Vec<usize> {
    let letters: Vec<char> = border.chars().collect();
    let begins = |at: &usize| letters[*at] == '=' && (*at == 0 || letters[at - 1] == ' ');
    (0..letters.len()).filter(begins).collect()
}

/// Cuts a line at these columns, as wide as a terminal shows it.
fn cut(line: &str, starts: &[usize]) -> Vec<String> {
    let mut cells = vec![String::new(); starts.len()];
    let mut column = 0;
    for c in line.chars() {
        let cell = starts
            .iter()
            .rposition(|start| *start <= column)
            .unwrap_or(0);
        cells[cell].push(c);
        column += if u32::from(c) >= 0x1100 { 2 } else { 1 };
    }
    cells
}

/// `.. list-table::` with a list of rows, each a list of cells; `.. csv-table::` is not read.
fn list(lines: &[&str]) -> Option<(String, usize)> {
    if !lines[0].trim_start().starts_with(".. list-table::") {
        return None;
    }
    let is_inside = |line: &&&str| line.trim().is_empty() || line.starts_with([' ', '\t']);
    let taken = 1 + lines.iter().skip(1).take_while(is_inside).count();
    let mut html = String::from("<table>");
    let mut row: Vec<String> = Vec::new();
    for line in &lines[1..taken] {
        let text = line.trim();
        if let Some(first) = text.strip_prefix("* -") {
            let is_head = html.ends_with("<table>");
            write_row(&mut html, &mut row, is_head);
            row.push(first.trim().to_owned());
        } else if let Some(cell) = text.strip_prefix('-') {
            row.push(cell.trim().to_owned());
        } else if let Some(cell) = row.last_mut() {
            append(cell, text);
        }
    }
    let is_head = html.ends_with("<table>");
    write_row(&mut html, &mut row, is_head);
    html.push_str("</table>");
    Some((html, taken))
}

/// A line that is underlined, or between two lines, of `~`, `^`, `*`, `+`, `"` or `#`, or of `=`.
fn title(lines: &[&str]) -> Option<(String, usize)> {
    let is_rule = |line: &&str, marks: &str| {
        let line = line.trim_end();
        let first = line.chars().next();
        line.len() > 2
            && first.is_some_and(|mark| marks.contains(mark))
            && line.chars().all(|c| Some(c) == first)
    };
    let text =
        |line: &&&str| !line.trim().is_empty() && line.starts_with(|c: char| c.is_alphanumeric());
    let line = |at: usize| lines.get(at);
    let over = line(0).is_some_and(|line| is_rule(line, "=~^*+\"#-"))
        && line(1).is_some_and(|line| text(&line))
        && line(2) == line(0);
    if over {
        return Some((format!("\n# {}\n\n", lines[1].trim()), 3));
    }
    let under = line(0).is_some_and(|line| text(&line))
        && line(1).is_some_and(|line| is_rule(line, "~^*+\"#"));
    under.then(|| (format!("\n### {}\n\n", lines[0].trim()), 2))
}

/// A term that looks like a code or a status, with an indented definition below it.
fn definition(lines: &[&str], at: usize) -> Option<(String, usize)> {
    let term = lines[at];
    let is_indented = |line: &&&str| line.starts_with([' ', '\t']) && !line.trim().is_empty();
    let is_free = at == 0 || lines[at - 1].trim().is_empty() || is_indented(&&lines[at - 1]);
    let is_term = term.starts_with(|c: char| c.is_alphanumeric() || c == '`')
        && term.chars().count() < 80
        && !term.trim_end().ends_with(['.', ';', ','])
        && (term.contains(['_', '`'])
            || term.contains(|c: char| c.is_ascii_digit())
            || !term.trim().contains(' '));
    let definition: Vec<&&str> = lines[at + 1..].iter().take_while(is_indented).collect();
    if !is_free || !is_term || definition.is_empty() || is_numbered(term) {
        return None;
    }
    let is_list = |line: &&&str| line.trim_start().starts_with(['-', '*', '|', '#', '`']);
    if definition.first().is_some_and(is_list) {
        return None;
    }
    let text: Vec<&str> = definition.iter().map(|line| line.trim()).collect();
    let text = text.join(" ");
    let text = text.strip_prefix(": ").unwrap_or(&text);
    let markdown = format!("\n{}\n: {text}\n\n", term.trim_end());
    Some((markdown, 1 + definition.len()))
}

/// `1. An item`
fn is_numbered(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < line.len() && rest.starts_with(['.', ')'])
}
