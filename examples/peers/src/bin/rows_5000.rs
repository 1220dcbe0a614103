//! A program with a table of 5000 rows, whose size the memory bench measures.

use error_codes_peers::codes_5000::Code;

fn main() {
    let code = std::env::args().nth(1).unwrap_or_default();
    println!("{:?}", Code::from_code(&code));
}
