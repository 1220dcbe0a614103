//! The schema of `catalog --json`.

use super::{run, stdout};
use jsonschema::Validator;
use serde_json::{Value, json};

fn schema() -> Value {
    serde_json::from_str(include_str!("../../../examples/catalog.schema.json")).unwrap()
}

fn validator() -> Validator {
    jsonschema::draft202012::options()
        .should_validate_formats(true)
        .build(&schema())
        .unwrap()
}

fn catalog() -> Value {
    serde_json::from_str(stdout(&run("catalog", &["--json"], b""))).unwrap()
}

#[test]
fn the_schema_is_one_and_says_its_version() {
    assert!(jsonschema::draft202012::meta::is_valid(&schema()));
    assert_eq!(schema()["$id"], "urn:error-codes:catalog:1.0");
}

#[test]
fn the_catalog_is_what_its_schema_says() {
    let catalog = catalog();
    let validator = validator();
    let errors = validator.iter_errors(&catalog);
    let errors: Vec<String> = errors
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert_eq!(errors, [""; 0]);
}

#[test]
fn the_schema_describes_every_field_and_no_other() {
    let schema = schema();
    let properties = schema["items"]["properties"].as_object().unwrap();
    let described: Vec<&String> = properties.keys().collect();
    for row in catalog().as_array().unwrap() {
        let fields: Vec<&String> = row.as_object().unwrap().keys().collect();
        assert_eq!(fields, described);
    }
    for (field, property) in properties {
        assert!(property["description"].is_string(), "{field}");
    }
    let required = schema["items"]["required"].as_array().unwrap();
    let mut required: Vec<&str> = required.iter().filter_map(Value::as_str).collect();
    required.sort_unstable();
    assert_eq!(required, described);
}

#[test]
fn the_schema_refuses_what_is_not_a_row() {
    let catalog = catalog();
    let row = &catalog[0];
    let validator = validator();
    assert!(validator.is_valid(&json!([row])));
    for (field, value) in [
        ("provider", Value::Null),
        ("docs", json!("a page")),
        ("status", json!(429)),
        ("status", json!("4x")),
        ("aliases", Value::Null),
        ("kind", json!("RateLimited")),
        ("unknown", json!("")),
    ] {
        let mut wrong = row.clone();
        wrong[field] = value;
        assert!(!validator.is_valid(&json!([wrong])), "{field}");
    }
    let mut incomplete = row.clone();
    incomplete.as_object_mut().unwrap().remove("summary");
    assert!(!validator.is_valid(&json!([incomplete])));
    assert!(!validator.is_valid(row));
}
