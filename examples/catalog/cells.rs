//! What a person reads of a row.

use error_codes::{ErrorKind, Provider, Row};

/// Returns the provider's name, its page and the day on which that was retrieved.
pub(crate) fn title(provider: &Provider) -> String {
    let mut title = provider.name().to_owned();
    if let Some(page) = provider.docs() {
        title.push_str(", ");
        title.push_str(page);
    }
    if let Some(day) = provider.retrieved() {
        title.push_str(", retrieved ");
        title.push_str(day);
    }
    title
}

/// The names of the columns.
pub(crate) const COLUMNS: [&str; 7] = [
    "status", "type", "code", "kind", "retry", "scope", "meaning",
];

/// What the marks in a table mean.
pub(crate) const LEGEND: &str = "? a default that the message may refine · ! the status code alone suggests the opposite decision on a retry";

/// Returns whether the status code alone suggests a retry where the row does not, or the other way round.
pub(crate) fn status_misleads(row: &Row) -> bool {
    row.status().is_some_and(|status| {
        let by_status = ErrorKind::from_status(status).retry();
        by_status.is_retryable() != row.retry().is_retryable()
    })
}

/// Returns the cells of a row for a person.
pub(crate) fn cells(row: &Row) -> [String; 7] {
    let text = |text: Option<&str>| text.unwrap_or("-").to_owned();
    let mark = if row.is_tentative() { "?" } else { "" };
    let misleading = if status_misleads(row) { " !" } else { "" };
    [
        row.status_pattern()
            .map_or_else(|| "-".to_owned(), |status| format!("{status}{misleading}")),
        text(row.error_type()),
        text(row.code()),
        format!("{}{mark}", row.kind()),
        row.retry().to_string(),
        row.scope().to_string(),
        meaning(row),
    ]
}

/// Returns the summary and the messages of a row.
fn meaning(row: &Row) -> String {
    let messages: Vec<String> = row
        .messages()
        .map(|message| format!("{message:?}"))
        .collect();
    match (row.summary(), row.message()) {
        (Some(summary), Some(_)) => format!("{summary}: {}", messages.join(", ")),
        (None, Some(message)) if messages.len() == 1 => message.to_owned(),
        (None, Some(_)) => messages.join(", "),
        (Some(summary), None) => summary.to_owned(),
        (None, None) => "-".to_owned(),
    }
}
