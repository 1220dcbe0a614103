//! Names that somebody typed, and what was meant.

use error_codes::Provider;

/// Finds a provider by its id.
///
/// # Errors
///
/// A text in one line, with what may be meant.
pub fn provider(id: &str) -> Result<&'static Provider, String> {
    error_codes::provider(id).map_err(|unknown| {
        let meant = suggestion(unknown.suggestions().next());
        format!("there is no provider `{id}`{meant}")
    })
}

/// Returns the end of a message about a name that nobody knows: the name that may be meant.
pub(crate) fn meant<'n>(typed: &str, names: impl Iterator<Item = &'n str>) -> String {
    let typed = typed.to_lowercase();
    let distance = |name: &&str| strsim::osa_distance(&typed, &name.to_lowercase());
    let closest = names.min_by_key(distance);
    suggestion(closest.filter(|name| distance(name) <= 1 + name.len() / 4))
}

fn suggestion(name: Option<&str>) -> String {
    name.map_or_else(String::new, |name| format!("; did you mean `{name}`?"))
}
