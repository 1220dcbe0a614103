//! Writes the same codes as a `match`, as an enum for `strum` and as a map for `phf`.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let mut text = String::new();
    for size in generated::SIZES {
        let mut variants = String::new();
        let mut arms = String::new();
        let mut entries = String::new();
        for (row, code) in generated::codes(size).iter().enumerate() {
            _ = writeln!(variants, "#[strum(serialize = {code:?})] Row{row},");
            _ = writeln!(arms, "{code:?} => Code::Row{row},");
            _ = writeln!(entries, "({code:?}, Code::Row{row}),");
        }
        _ = write!(
            text,
            "/// {size} codes.\npub mod of_{size} {{\n\
             #[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumString)]\npub enum Code {{\n{variants}}}\n\
             pub fn by_match(code: &str) -> Option<Code> {{ Some(match code {{\n{arms}_ => return None }}) }}\n\
             pub static BY_PHF: phf::Map<&'static str, Code> = phf::phf_map! {{\n{arms}}};\n\
             pub static ENTRIES: &[(&str, Code)] = &[\n{entries}];\n}}\n"
        );
    }
    let folder = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    fs::write(Path::new(&folder).join("rivals.rs"), text)
}
