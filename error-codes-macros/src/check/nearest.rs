//! The word that somebody meant, and how words are said.

/// The help for a word that is not in a list, and that which was meant by it.
pub(super) fn choice(meant: Option<&str>, words: &[&'static str], what: &str) -> String {
    match meant {
        Some(near) => format!("did you mean `{near}`? The {what} are {}", list(words)),
        None => format!("the {what} are {}", list(words)),
    }
}

/// The word of a list that is spelled alike, or that stands in this one as in `error_code`.
pub(super) fn nearest(word: &str, words: &[&'static str]) -> Option<&'static str> {
    let word = word.to_lowercase();
    let alike = words
        .iter()
        .map(|candidate| (strsim::osa_distance(&word, candidate), *candidate))
        .filter(|(distance, candidate)| *distance * 2 <= candidate.len())
        .min();
    let contained = || {
        words
            .iter()
            .copied()
            .find(|candidate| word.contains(candidate))
    };
    alike.map(|(_, candidate)| candidate).or_else(contained)
}

/// Words in backticks, with commas between.
pub(super) fn list(words: &[impl AsRef<str>]) -> String {
    words
        .iter()
        .map(|word| format!("`{}`", word.as_ref()))
        .collect::<Vec<_>>()
        .join(", ")
}

/// A number of things.
pub(super) fn counted(count: usize, what: &str) -> String {
    match count {
        1 => format!("1 {what}"),
        _ => format!("{count} {what}s"),
    }
}
