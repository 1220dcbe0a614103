//! Collects every fault of a table, so that one build shows them all.

use crate::suggest::{counted, list};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use std::collections::HashMap;

/// A broken rule, and where there is one its cure.
pub(crate) struct Fault {
    /// What the compiler points at; the whole call if there are no tokens.
    pub(crate) at: TokenStream,
    pub(crate) fault: String,
    pub(crate) help: Option<String>,
    /// The slip that causes it, if faults in other words have the same cause, and how many are shown each by itself.
    slip: Option<(String, usize)>,
}

/// How many faults in the same words are shown each by itself. If there are more, the first names the others.
const LIMIT: usize = 9;

impl Fault {
    pub(crate) fn new(at: TokenStream, fault: String, help: Option<String>) -> Self {
        Fault {
            at,
            fault,
            help,
            slip: None,
        }
    }

    /// Returns the fault as one of a slip that is often made throughout a table, and then shown once.
    pub(crate) fn of(mut self, slip: impl Into<String>, limit: usize) -> Self {
        self.slip = Some((slip.into(), limit));
        self
    }

    /// Returns what it has in common with those of other rows: its words, without what is quoted.
    fn rule(&self) -> String {
        if let Some((slip, _)) = &self.slip {
            return slip.clone();
        }
        let texts = [Some(&self.fault), self.help.as_ref()];
        let words = |text: &String| text.split('`').step_by(2).collect::<String>();
        texts.into_iter().flatten().map(words).collect()
    }

    /// Returns what names it in a list.
    fn title(&self) -> &str {
        self.fault.split('`').nth(1).unwrap_or("…")
    }
}

/// Returns the place from one thing to another, so that a fault of two is shown once and shows both.
pub(crate) fn both(one: impl ToTokens, other: impl ToTokens) -> TokenStream {
    quote!(#one #other)
}

/// `fault!(tokens => "what is wrong with `{it}`", help: "how to cure `{it}`")`
macro_rules! fault {
    ($at:expr => $fault:literal $(, help: $help:literal)?) => {
        $crate::report::Fault::new(
            ::quote::ToTokens::to_token_stream(&$at),
            format!($fault),
            None$(.or(Some(format!($help))))?,
        )
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

impl IntoIterator for Report {
    type Item = Fault;
    type IntoIter = std::vec::IntoIter<Fault>;

    fn into_iter(self) -> Self::IntoIter {
        self.faults.into_iter()
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

    /// Puts what to write before the reason in the help of the last fault.
    pub(crate) fn cure_last(&mut self, proposal: Option<String>) {
        if let (Some(proposal), Some(fault)) = (proposal, self.faults.last_mut()) {
            let reason = fault.help.take().map(|reason| format!(": {reason}"));
            fault.help = Some(format!("write `{proposal}`{}", reason.unwrap_or_default()));
        }
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

    /// Forgets the faults after some first ones, unless they are wanted.
    pub(crate) fn retain(&mut self, first: usize, is_wanted: impl Fn(&Fault) -> bool) {
        let faults = self.faults.split_off(first);
        self.faults.extend(faults.into_iter().filter(is_wanted));
    }

    /// Returns the items, followed by the faults as calls of `compile_error!`.
    pub(crate) fn into_errors(self, mut items: TokenStream) -> TokenStream {
        for fault in grouped(self.faults) {
            fault.to_tokens(&mut items);
        }
        items
    }
}

/// Leaves one of many faults that are the same slip, and names the others in it.
fn grouped(faults: Vec<Fault>) -> Vec<Fault> {
    let mut titles: HashMap<String, Vec<String>> = HashMap::new();
    for fault in &faults {
        let titles = titles.entry(fault.rule()).or_default();
        titles.push(fault.title().to_owned());
    }
    let mut shown = Vec::new();
    for mut fault in faults {
        let rule = fault.rule();
        match titles.get(&rule).map(Vec::as_slice) {
            Some([]) => continue,
            Some([_, others @ ..])
                if others.len() >= fault.slip.as_ref().map_or(LIMIT, |(_, limit)| *limit) =>
            {
                let help = fault.help.unwrap_or_default();
                fault.help = Some(format!("{help}\nnote: {}", note(others)));
                titles.insert(rule, Vec::new());
            }
            _ => {}
        }
        shown.push(fault);
    }
    shown
}

fn note(others: &[String]) -> String {
    let places = counted(others.len(), "other place");
    if others.iter().all(|other| *other == others[0]) {
        return format!("the same slip in {places}");
    }
    let mut named: Vec<&str> = others.iter().map(String::as_str).collect();
    named.dedup();
    let rest = match named.len().saturating_sub(5) {
        0 => String::new(),
        count => format!(" and {count} more"),
    };
    named.truncate(5);
    format!("the same slip in {places}: {}{rest}", list(&named))
}
