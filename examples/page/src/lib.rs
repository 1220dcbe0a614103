//! The library as WebAssembly, for the page that `catalog --html` prints.
//!
//! Page and library share two buffers of bytes. The page asks for room for a question, writes it there as JSON, calls
//! [`explain`], and reads the explanation, as JSON, from where [`output`] says. Nothing here follows an address: only the page
//! does, in the memory that it gave the library.

mod question;

use std::cell::RefCell;

thread_local! {
    static INPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static OUTPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Makes room for a question of so many bytes, and returns its address.
#[expect(unsafe_code, reason = "an export has to have its own name")]
#[unsafe(no_mangle)]
pub extern "C" fn input(length: usize) -> *const u8 {
    INPUT.with_borrow_mut(|input| {
        input.clear();
        input.resize(length, 0);
        input.as_ptr()
    })
}

/// Explains the response in the question, and returns the number of bytes of the explanation.
#[expect(unsafe_code, reason = "an export has to have its own name")]
#[unsafe(no_mangle)]
pub extern "C" fn explain() -> usize {
    let explanation = INPUT.with_borrow(|input| question::explain(input));
    OUTPUT.with_borrow_mut(|output| {
        *output = explanation.into_bytes();
        output.len()
    })
}

/// Returns the address of the last explanation.
#[expect(unsafe_code, reason = "an export has to have its own name")]
#[unsafe(no_mangle)]
pub extern "C" fn output() -> *const u8 {
    OUTPUT.with_borrow(Vec::as_ptr)
}
