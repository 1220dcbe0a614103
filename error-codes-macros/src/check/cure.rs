//! What a fault of a cell proposes to write there. A proposal is read by the grammar of its cell before it is printed, so
//! no cure is a fault of its own.

mod names;
mod text;

use crate::advice::KINDS;
use crate::ast::Cell;
use crate::cell;
use crate::characters::in_one_alphabet;
use crate::check::variant;
use crate::column::{Column, Columns};
use crate::ident::{camel_case, is_word};
use crate::report::{Fault, both, fault};
use crate::source::{is_punct, source_text};
use proc_macro2::{Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use std::collections::HashSet;

/// Returns what the cell of a column probably means, as the grammar accepts it.
pub(super) fn of(column: Column, cell: &Cell) -> Option<String> {
    // The end of an address without quotes is in the comment that its `//` starts.
    let is_cut = cell.tokens.last().is_some_and(|last| is_punct(last, ':'));
    let proposals = if is_cut {
        Vec::new()
    } else {
        proposals(column, cell)
    };
    let mut cells = proposals.into_iter().map(|tokens| Cell {
        tokens,
        attributes: TokenStream::new(),
        closing: None,
    });
    let accepted = cells.find(|cell| accepts(column, cell))?;
    Some(accepted.text()).filter(|text| *text != cell.text())
}

/// Returns whether the grammar of a column accepts a cell.
pub(super) fn accepts(column: Column, cell: &Cell) -> bool {
    match column {
        Column::Status => cell::statuses(cell).is_ok(),
        Column::Type | Column::Code => cell::names(cell, column).is_ok(),
        Column::Variant => variant::given(cell).is_ok(),
        Column::Kind => cell::kind(cell).is_ok(),
        Column::Retry | Column::Scope => cell::word(cell, column).is_ok(),
        Column::Message => cell::messages(cell).is_ok(),
        Column::Phrase => cell::phrases(cell).is_ok(),
        Column::Summary => cell::text(cell, column).is_ok(),
    }
}

/// Returns what a cell may mean, the likeliest first.
fn proposals(column: Column, cell: &Cell) -> Vec<Vec<TokenTree>> {
    match column {
        Column::Status => statuses(&cell.text()),
        Column::Type | Column::Code => names::proposals(cell),
        Column::Variant => variants(cell),
        Column::Message => text::proposals(cell, true),
        Column::Summary | Column::Phrase => text::proposals(cell, false),
        Column::Kind | Column::Retry | Column::Scope => words(column, cell),
    }
}

/// `429` for `"429"` and `HTTP 429`, `5xx` for `500-599` and `5**`, a list for `429/503`.
fn statuses(text: &str) -> Vec<Vec<TokenTree>> {
    let class = |first: char| format!("{first}xx").parse::<Literal>().ok();
    let class = |first: char| vec![class(first).map(TokenTree::from).into_iter().collect()];
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = plain.trim_matches('"').to_lowercase();
    if let [first @ '1'..='9', a, b] = *plain.chars().collect::<Vec<_>>()
        && [a, b].iter().all(|c| "x*?#n_".contains(*c))
    {
        return class(first);
    }
    let runs = text.split(|c: char| !c.is_alphanumeric());
    let runs = runs.filter(|run| run.contains(|c: char| c.is_ascii_digit()));
    let numbers: Option<Vec<u16>> = runs
        .map(|run| {
            let number = run.chars().map(digit).collect::<String>().parse().ok();
            number.filter(|status| (100..1000).contains(status))
        })
        .collect();
    let numbers = numbers.map(|mut numbers| {
        let mut known = HashSet::new();
        numbers.retain(|status| known.insert(*status));
        numbers
    });
    let is_range = plain.contains(['-', '–', '~', '—']) && !plain.starts_with('-');
    match numbers.as_deref() {
        Some(&[first, last]) if is_range && first % 100 == 0 && last == first + 99 => plain
            .chars()
            .find(char::is_ascii_digit)
            .map(class)
            .unwrap_or_default(),
        Some(&[first, last]) if is_range && (first..first + 10).contains(&last) => {
            vec![listed((first..=last).map(number))]
        }
        Some(numbers) if !numbers.is_empty() && !is_range => {
            vec![listed(numbers.iter().copied().map(number))]
        }
        _ => Vec::new(),
    }
}

/// Returns the digit that a letter is easily taken for.
fn digit(c: char) -> char {
    match c {
        'O' | 'o' => '0',
        'l' | 'I' => '1',
        _ => c,
    }
}

/// The last segment of a path, without fields and a value, in upper camel case.
fn variants(cell: &Cell) -> Vec<Vec<TokenTree>> {
    let is_end = |token: &TokenTree| matches!(token, TokenTree::Group(_)) || is_punct(token, '=');
    let own = cell.tokens.split(is_end).next().unwrap_or_default();
    let own = own.rsplit(|token| is_punct(token, ':')).next();
    let text = source_text(own.unwrap_or_default());
    let text = in_one_alphabet(text.trim_start_matches("r#"));
    let name = camel_case(&text);
    if name.is_empty() {
        return Vec::new();
    }
    let names = [name.clone(), format!("{name}Error"), format!("Code{name}")];
    names
        .into_iter()
        .filter_map(|name| Some(vec![ident(&name)?]))
        .collect()
}

/// The word of the vocabulary that is meant, or the last segment of a path to it.
fn words(column: Column, cell: &Cell) -> Vec<Vec<TokenTree>> {
    let Some(vocabulary) = column.vocabulary() else {
        return Vec::new();
    };
    let is_tentative = cell.tokens.last().is_some_and(|last| is_punct(last, '?'));
    let mark = is_tentative && column == Column::Kind;
    let marked = |word| {
        let mark = mark.then(|| Punct::new('?', Spacing::Alone).into());
        Some([ident(word)?].into_iter().chain(mark).collect())
    };
    let whole = in_one_alphabet(&cell.text());
    let last = whole.rsplit([':', '.']).next().unwrap_or(&whole);
    let last: String = last.chars().filter(|c| c.is_alphanumeric()).collect();
    let meant = |text: &str| vocabulary.meant_by(text);
    let words = meant(&whole).or_else(|| meant(&last)).map(marked);
    let other = Some(marked(&last)).filter(|_| whole.contains("::") || whole.starts_with('"'));
    words.into_iter().chain(other).flatten().collect()
}

/// Two cells of a row, each of which is written in the column of the other.
pub(super) struct Swap {
    pub(super) fault: Fault,
    /// The row as it is meant.
    pub(super) cells: Vec<Cell>,
}

/// Returns whether a cell is like no kind that this crate knows.
pub(super) fn is_no_kind(cell: &Cell) -> bool {
    let text = cell.text();
    let text = text.trim_end_matches('?');
    let is_like = |word: &str| strsim::osa_distance(word, text) * 2 <= word.len();
    !KINDS.words.contains(&text) && !KINDS.words.iter().any(|word| is_like(word))
}

/// Finds two cells that would be right in each other's place, and are not where they are.
pub(super) fn swapped(cells: &[Cell], columns: &Columns) -> Option<Swap> {
    let filled = columns.of(cells).filter(|(_, cell)| !cell.is_absent());
    let filled: Vec<(Column, &Cell)> = filled.collect();
    let is_good = |column: Column, cell: &Cell| match column.vocabulary() {
        Some(vocabulary) => vocabulary
            .words
            .contains(&cell.text().trim_end_matches('?')),
        None => accepts(column, cell),
    };
    for (at, &(column, cell)) in filled.iter().enumerate() {
        for &(other, other_cell) in &filled[at + 1..] {
            let is_wrong = (column == Column::Kind && is_no_kind(cell))
                || (other == Column::Kind && is_no_kind(other_cell))
                || !accepts(column, cell) && !accepts(other, other_cell)
                || column == Column::Status && !accepts(column, cell)
                || other == Column::Status && !accepts(other, other_cell);
            if is_wrong && is_good(column, other_cell) && is_good(other, cell) {
                return Some(swap((column, cell), (other, other_cell), cells, columns));
            }
        }
    }
    None
}

fn swap(one: (Column, &Cell), other: (Column, &Cell), cells: &[Cell], columns: &Columns) -> Swap {
    let (first, second) = (one.0.name(), other.0.name());
    let (text, other_text) = (one.1.text(), other.1.text());
    let fault = fault!(both(one.1, other.1) =>
        "`{text}` is in the column `{first}` and `{other_text}` in `{second}`",
        help: "write `{other_text}` in the column `{first}` and `{text}` in `{second}`");
    let place = |wanted: Column| {
        let mut headings = columns.headings.iter();
        headings
            .position(|heading| heading.column == Some(wanted))
            .unwrap_or_default()
    };
    let mut cells = cells.to_vec();
    cells.swap(place(one.0), place(other.0));
    Swap {
        fault: fault.of(format!("{first} {second}"), 1),
        cells,
    }
}

/// Returns a code or type as the table writes it.
fn token(name: &str) -> Vec<TokenTree> {
    let number: Option<i64> = name
        .parse()
        .ok()
        .filter(|number: &i64| number.to_string() == name);
    match number {
        Some(number) => {
            let minus = (number < 0).then(|| Punct::new('-', Spacing::Alone).into());
            let number = Literal::u64_unsuffixed(number.unsigned_abs());
            minus.into_iter().chain([number.into()]).collect()
        }
        None if name != "_" => {
            ident(name).map_or_else(|| vec![Literal::string(name).into()], |name| vec![name])
        }
        None => vec![Literal::string(name).into()],
    }
}

fn ident(name: &str) -> Option<TokenTree> {
    is_word(name).then(|| Ident::new(name, Span::call_site()).into())
}

fn number(status: u16) -> Vec<TokenTree> {
    vec![Literal::u16_unsuffixed(status).into()]
}

fn dash() -> Vec<TokenTree> {
    vec![Punct::new('-', Spacing::Alone).into()]
}

/// Returns values with commas between them.
fn listed(values: impl Iterator<Item = Vec<TokenTree>>) -> Vec<TokenTree> {
    let values: Vec<Vec<TokenTree>> = values.collect();
    values.join(&TokenTree::from(Punct::new(',', Spacing::Alone)))
}
