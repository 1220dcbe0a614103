//! What somebody probably meant, and how names are listed in a message.

/// Returns the help for a name that is not in a list.
pub(crate) fn choice(meant: Option<&str>, names: &[&str], what: &str) -> String {
    let valid = format!("valid {what} are {}", list(names));
    match meant {
        Some(meant) => format!("did you mean `{meant}`? {valid}"),
        None => valid,
    }
}

/// Returns the name of a list with a similar spelling, or the one that this name contains, as in `error_code`.
pub(crate) fn nearest(name: &str, names: &[&'static str]) -> Option<&'static str> {
    let name = name.to_lowercase();
    let distances = names
        .iter()
        .map(|candidate| (strsim::osa_distance(&name, candidate), *candidate));
    let similar = distances
        .filter(|(distance, candidate)| *distance * 2 <= candidate.len())
        .min();
    let mut contained = names.iter().filter(|candidate| name.contains(**candidate));
    similar
        .map(|(_, candidate)| candidate)
        .or_else(|| contained.next().copied())
}

/// Lists names in backticks, separated by commas.
pub(crate) fn list(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

/// Returns a number with its noun in singular or plural.
pub(crate) fn counted(count: usize, what: &str) -> String {
    match count {
        1 => format!("1 {what}"),
        _ => format!("{count} {what}s"),
    }
}
