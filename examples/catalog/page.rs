//! The page in HTML: one file that asks no other and no server for anything.
//!
//! It consists of the files in `page/`, the rows as JSON, and the library as WebAssembly.

mod data;
mod library;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use data::Catalog;
use error_codes::Provider;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::io::{self, Write};

const TEMPLATE: &str = include_str!("page/page.html");
const STYLE: &str = include_str!("page/page.css");
/// One script, in the order in which its parts need each other.
const SCRIPT: &str = concat!(
    include_str!("page/rows.js"),
    include_str!("page/elements.js"),
    include_str!("page/list.js"),
    include_str!("page/row.js"),
    include_str!("page/explain.js"),
    include_str!("page/main.js"),
);

/// Prints the page. If the library cannot be compiled, a line on standard error says why, and the page does without.
pub(crate) fn print(
    providers: &[&'static Provider],
    explains: bool,
    out: &mut impl Write,
) -> io::Result<()> {
    let library = if explains {
        library::compile().map_err(|cause| {
            eprintln!("catalog: the page will not explain responses: {cause}");
        })
    } else {
        Err(())
    };
    let library = match library {
        Ok(library) => BASE64_STANDARD.encode(compress(&library)?),
        Err(()) => String::new(),
    };
    let catalog = serde_json::to_string(&Catalog::of(providers))?;
    let page = fill(TEMPLATE, |name| match name {
        "style" => STYLE.to_owned(),
        "style hash" => hash(STYLE),
        "script" => SCRIPT.to_owned(),
        "script hash" => hash(SCRIPT),
        // What ends an element in HTML is a text like any other in JSON.
        "catalog" => catalog.replace('<', "\\u003c"),
        _ => library.clone(),
    });
    out.write_all(page.as_bytes())
}

/// Replaces each `{{name}}`. What comes in is not looked into.
fn fill(template: &str, text: impl Fn(&str) -> String) -> String {
    let mut page = String::new();
    let mut parts = template.split("{{");
    page.extend(parts.next());
    for part in parts {
        match part.split_once("}}") {
            Some((name, rest)) => page.extend([&text(name), rest]),
            None => page.push_str(part),
        }
    }
    page
}

/// Returns how a Content Security Policy names the one text that it allows.
fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}

fn compress(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}
