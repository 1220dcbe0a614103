//! Collects every fault of a table, so that one build shows them all.

use proc_macro2::TokenStream;
use quote::ToTokens;

/// A broken rule, and where there is one its cure.
pub(crate) struct Fault {
    /// What the compiler points at; the whole call if there are no tokens.
    pub(crate) at: TokenStream,
    pub(crate) fault: String,
    pub(crate) help: Option<String>,
}

/// `fault!(tokens => "what is wrong with `{it}`", help: "how to cure `{it}`")`
macro_rules! fault {
    ($at:expr => $fault:literal $(, help: $help:literal)?) => {
        $crate::report::Fault {
            at: ::quote::ToTokens::to_token_stream(&$at),
            fault: format!($fault),
            help: None$(.or(Some(format!($help))))?,
        }
    };
}
pub(crate) use fault;

impl ToTokens for Fault {
    fn to_tokens(&self, output: &mut TokenStream) {
        let text = match &self.help {
            Some(help) => format!("{}\nhelp: {help}", self.fault),
            None => self.fault.clone(),
        };
        output.extend(syn::Error::new_spanned(&self.at, text).into_compile_error());
    }
}

/// The faults found so far.
#[derive(Default)]
pub(crate) struct Report {
    faults: Vec<Fault>,
}

impl Report {
    pub(crate) fn len(&self) -> usize {
        self.faults.len()
    }

    pub(crate) fn push(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    pub(crate) fn extend(&mut self, faults: impl IntoIterator<Item = Fault>) {
        self.faults.extend(faults);
    }

    /// Stores a value, or reports why there is none. Returns whether there was no fault.
    pub(crate) fn keep<T>(&mut self, reading: Result<T, Fault>, place: &mut T) -> bool {
        let is_read = reading.is_ok();
        match reading {
            Ok(value) => *place = value,
            Err(fault) => self.push(fault),
        }
        is_read
    }

    /// Returns the items, followed by the faults as calls of `compile_error!`.
    pub(crate) fn into_errors(self, mut items: TokenStream) -> TokenStream {
        for fault in self.faults {
            fault.to_tokens(&mut items);
        }
        items
    }
}
