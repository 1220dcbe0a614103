//! Characters that a reader of the source cannot see, or takes for others.

/// Returns the first character that cannot be seen, or is a space and not the usual one.
pub(crate) fn invisible(text: &str) -> Option<char> {
    let mut letters = text.char_indices();
    letters
        .find(|(at, c)| is_invisible(text, *at, *c))
        .map(|(_, c)| c)
}

/// Returns a text without such characters: a space is left of what separates words.
pub(crate) fn visible(text: &str) -> String {
    if invisible(text).is_none() {
        return text.to_owned();
    }
    let letters = text.char_indices();
    let letters = letters.filter_map(|(at, c)| match c {
        _ if !is_invisible(text, at, c) => Some(c),
        _ if c.is_whitespace() => Some(' '),
        _ => None,
    });
    let text: String = letters.collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_invisible(text: &str, at: usize, c: char) -> bool {
    match c {
        // Persian, Indic scripts and emoji join their letters with these.
        '\u{200c}' | '\u{200d}' => {
            let joins = |c: Option<char>| c.is_some_and(|c| !c.is_ascii());
            let after = text[at + c.len_utf8()..].chars().next();
            !(joins(text[..at].chars().next_back()) && joins(after))
        }
        '\u{a0}'
        | '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{1680}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180e}'
        | '\u{2000}'..='\u{200f}'
        | '\u{2028}'..='\u{202f}'
        | '\u{205f}'..='\u{206f}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}' => true,
        _ => c.is_control(),
    }
}

/// Returns the first letter of another alphabet in a word of Latin letters, and the letter that it looks like.
pub(crate) fn look_alike(text: &str) -> Option<(char, char)> {
    let mixed = words(text).find(|word| is_mixed(word))?;
    let mut letters = mixed.chars();
    letters.find_map(|c| Some((c, latin(c)?)))
}

/// Returns a text with the letters that were meant.
pub(crate) fn in_one_alphabet(text: &str) -> String {
    let mut output = text.to_owned();
    for word in words(text).filter(|word| is_mixed(word)) {
        let clean: String = word.chars().map(|c| latin(c).unwrap_or(c)).collect();
        output = output.replace(word, &clean);
    }
    output
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_')
}

/// Returns whether a word has Latin letters, and others that all look like Latin ones.
fn is_mixed(word: &str) -> bool {
    let mut others = word.chars().filter(|c| !c.is_ascii()).peekable();
    word.contains(|c: char| c.is_ascii_alphabetic())
        && others.peek().is_some()
        && others.all(|c| latin(c).is_some())
}

fn latin(c: char) -> Option<char> {
    const OTHERS: &str = "аеорсухіјѕһԁԛԝАВЕКМНОРСТХІЈЅУοναΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
    const LATIN: &str = "aeopcyxijshdqwABEKMHOPCTXIJSYovaABEZHIKMNOPTYX";
    let mut pairs = OTHERS.chars().zip(LATIN.chars());
    pairs.find_map(|(other, latin)| (other == c).then_some(latin))
}
