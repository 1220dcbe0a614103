//! The `responses` of an OpenAPI document.

use super::values::{first_status, is_success};
use super::{PageRow, Section, Unreadable, template};
use error_codes::HeaderMap;
use serde_json::Value;

/// Reads an OpenAPI document, in JSON or YAML. Returns `None` for any other text.
pub(super) fn read(text: &str) -> Result<Option<Section>, Unreadable> {
    let begins_as_json = text.trim_start().starts_with('{');
    let is_version = |line: &str| line.starts_with("openapi:") || line.starts_with("swagger:");
    let is_yaml = text.lines().any(is_version) && !text.contains("<html");
    if !begins_as_json && !is_yaml {
        return Ok(None);
    }
    let says_so = ["\"openapi\"", "\"swagger\""]
        .iter()
        .any(|key| text.contains(key));
    let parsed: Result<Value, String> = if begins_as_json {
        serde_json::from_str(text).map_err(|error| error.to_string())
    } else {
        serde_norway::from_str(text).map_err(|error| error.to_string())
    };
    let document = match parsed {
        // A component of a page begins with a brace, too.
        _ if begins_as_json && !says_so => return Ok(None),
        Ok(document) => document,
        Err(error) => return Err(Unreadable::Syntax(error)),
    };
    let mut section = Section::new(None);
    let methods = document
        .get("paths")
        .into_iter()
        .flat_map(children)
        .flat_map(children);
    let responses = methods
        .filter_map(|method| method.get("responses")?.as_object())
        .flatten();
    for (status, response) in responses {
        let pattern = status.to_lowercase();
        let is_status = first_status(&pattern).is_some() && !is_success(&pattern);
        if let Some(response) = resolve(&document, response).filter(|_| is_status) {
            push(&document, &pattern, response, &mut section);
        }
    }
    Ok(Some(section))
}

fn children(value: &Value) -> impl Iterator<Item = &Value> {
    value
        .as_object()
        .into_iter()
        .flat_map(|object| object.values())
}

/// Follows a reference within the document.
fn resolve<'d>(document: &'d Value, value: &'d Value) -> Option<&'d Value> {
    match value.get("$ref") {
        Some(address) => document.pointer(address.as_str()?.strip_prefix('#')?),
        None => Some(value),
    }
}

/// Adds the rows of a response: one for each example, or else one for each code that its schema lists, or else one.
fn push(document: &Value, status: &str, response: &Value, section: &mut Section) {
    let description = response
        .get("description")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let meaning = description.split_whitespace().collect::<Vec<_>>().join(" ");
    let row = PageRow {
        status: Some(status.to_owned()),
        meaning: Some(meaning).filter(|text| !text.is_empty()),
        ..PageRow::default()
    };
    let media: Vec<&Value> = response
        .get("content")
        .into_iter()
        .flat_map(children)
        .collect();
    // The second edition of the format has no media types.
    let media = if media.is_empty() {
        vec![response]
    } else {
        media
    };
    let mut bodies: Vec<(Option<&str>, &Value)> = Vec::new();
    for media in &media {
        bodies.extend(media.get("example").map(|example| (None, example)));
        for example in media.get("examples").into_iter().flat_map(children) {
            let example = resolve(document, example).unwrap_or(example);
            let summary = example
                .get("summary")
                .or_else(|| example.get("description"));
            bodies.push((
                summary.and_then(Value::as_str),
                example.get("value").unwrap_or(example),
            ));
        }
        let schema = media
            .get("schema")
            .and_then(|schema| resolve(document, schema));
        bodies.extend(
            schema
                .and_then(|schema| schema.get("example"))
                .map(|example| (None, example)),
        );
    }
    let rows: Vec<PageRow> = bodies
        .iter()
        .map(|(summary, body)| of_body(&row, *summary, body))
        .collect();
    if !rows.is_empty() {
        for row in rows {
            section.push(row);
        }
        return;
    }
    let schemas = media.iter().filter_map(|media| media.get("schema"));
    let codes: Vec<&str> = schemas.flat_map(|schema| codes(document, schema)).collect();
    if codes.is_empty() {
        section.push(row);
    } else {
        let with = |code: &str| PageRow {
            code: Some(code.to_owned()),
            ..row.clone()
        };
        for code in codes {
            section.push(with(code));
        }
    }
}

fn of_body(row: &PageRow, summary: Option<&str>, body: &Value) -> PageRow {
    let status = row.status.as_deref().and_then(first_status);
    let text = match body {
        Value::String(text) => text.clone(),
        body => body.to_string(),
    };
    let headers = HeaderMap::new();
    let error = error_codes::read(status, &headers, &text);
    // What stands there once is the type, although it may say what a code says.
    let is_type = |code: &str| {
        error.error_type() == Some(code) && text.matches(&format!("\"{code}\"")).count() < 2
    };
    let code = error
        .code()
        .filter(|code| row.status.as_deref() != Some(*code) && !is_type(code));
    PageRow {
        error_type: error.error_type().map(str::to_owned),
        code: code.map(str::to_owned),
        messages: error
            .raw_message()
            .and_then(template::read)
            .into_iter()
            .collect(),
        meaning: summary.map(str::to_owned).or_else(|| row.meaning.clone()),
        ..row.clone()
    }
}

/// How deep a schema is looked into; one may refer to itself.
const DEPTH: usize = 6;

/// Returns the codes that a schema lists.
fn codes<'d>(document: &'d Value, schema: &'d Value) -> Vec<&'d str> {
    let mut found = Vec::new();
    let mut pending = vec![("", schema, 0)];
    while let Some((name, schema, depth)) = pending.pop() {
        let Some(schema) = resolve(document, schema).filter(|_| depth < DEPTH) else {
            continue;
        };
        if name == "code" {
            let listed = schema
                .get("enum")
                .and_then(Value::as_array)
                .into_iter()
                .flatten();
            found.extend(listed.filter_map(Value::as_str));
            found.extend(schema.get("const").and_then(Value::as_str));
        }
        let properties = schema
            .get("properties")
            .and_then(Value::as_object)
            .into_iter()
            .flatten();
        pending.extend(properties.map(|(name, schema)| (name.as_str(), schema, depth + 1)));
        let parts = ["allOf", "oneOf", "anyOf"]
            .iter()
            .filter_map(|key| schema.get(key)?.as_array())
            .flatten();
        pending.extend(parts.map(|schema| (name, schema, depth + 1)));
    }
    found
}
