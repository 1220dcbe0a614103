//! Collects every fault of a table, so that one build shows them all.

use proc_macro2::TokenStream;
use quote::ToTokens;
use std::fmt::Display;

/// A broken rule.
pub(crate) struct Fault {
    /// What the compiler points at; the whole call if there are no tokens.
    at: TokenStream,
    fault: String,
    help: Option<String>,
}

impl Fault {
    pub(crate) fn new(at: impl ToTokens, fault: impl Display) -> Self {
        Fault {
            at: at.into_token_stream(),
            fault: fault.to_string(),
            help: None,
        }
    }

    /// Adds the cure, which becomes a second line.
    pub(crate) fn with_help(mut self, help: impl Display) -> Self {
        self.help = Some(help.to_string());
        self
    }

    fn into_compile_error(self) -> TokenStream {
        let text = match self.help {
            Some(help) => format!("{}\nhelp: {help}", self.fault),
            None => self.fault,
        };
        syn::Error::new_spanned(self.at, text).into_compile_error()
    }
}

/// The faults found so far.
#[derive(Default)]
pub(crate) struct Report {
    faults: Vec<Fault>,
}

impl Report {
    pub(crate) fn push(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    pub(crate) fn extend(&mut self, faults: impl IntoIterator<Item = Fault>) {
        self.faults.extend(faults);
    }

    /// Stores a value, or reports why there is none. Returns whether there was no fault.
    pub(crate) fn keep<T>(&mut self, reading: Result<T, Fault>, place: &mut T) -> bool {
        match reading {
            Ok(value) => {
                *place = value;
                true
            }
            Err(fault) => {
                self.push(fault);
                false
            }
        }
    }

    /// Returns the items, followed by the faults as calls of `compile_error!`.
    pub(crate) fn into_errors(self, items: TokenStream) -> TokenStream {
        let mut output = items;
        output.extend(self.faults.into_iter().map(Fault::into_compile_error));
        output
    }
}
