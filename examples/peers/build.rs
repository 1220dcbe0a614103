//! Writes the tables of the benches, one for each number of codes and of messages.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let mut text = String::new();
    for size in generated::SIZES {
        let mut rows = String::new();
        for (row, code) in generated::codes(size).iter().enumerate() {
            _ = writeln!(rows, "| {code:?} | Row{row} | Internal |");
        }
        let header = "| code | variant | kind |";
        write_table(&mut text, &format!("codes_{size}"), header, &rows);
    }
    for size in generated::MESSAGE_SIZES {
        let mut rows = "| known | Known | - | Internal |\n".to_owned();
        for (row, message) in generated::messages(size).iter().enumerate() {
            _ = writeln!(rows, "| - | Row{row} | {message:?} | InvalidRequest |");
        }
        let header = "| code | variant | message | kind |";
        write_table(&mut text, &format!("messages_{size}"), header, &rows);
    }
    let folder = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    fs::write(Path::new(&folder).join("tables.rs"), text)
}

fn write_table(text: &mut String, module: &str, header: &str, rows: &str) {
    _ = write!(
        text,
        "/// A generated table.\npub mod {module} {{\nerror_codes::provider_errors! {{\n\
         provider \"{module}\" {{ name: \"Generated\", body: OPENAI }}\n\
         /// Its rows.\npub enum Code {{\n{header}\n{rows}}}\n}}\n}}\n"
    );
}
