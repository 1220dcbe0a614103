//! The rules by which a row is found, and their order.

use super::rank::{MessageRank, Rank, agreement_of_status};
use super::signs::Signs;
use super::verdict::{MatchedBy, Verdict};
use crate::message::Said;
use crate::table::{Provider, Row, Source, Table};

/// How a row is found in the tables of a provider.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    /// A row knows the code.
    Code,
    /// A row knows the `type` as a code: providers put codes there.
    CodeInType,
    /// The message matches the template of a row.
    Message,
    /// A row without a code knows the `type`.
    Type,
    /// The message says what a phrase of a row says.
    Phrase,
    /// A row knows nothing but the status.
    Status,
}

/// The order of decision, for one provider and for several: the first rule that finds a row decides.
pub(super) const RULES: [Rule; 6] = [
    Rule::Code,
    Rule::CodeInType,
    Rule::Message,
    Rule::Type,
    Rule::Phrase,
    Rule::Status,
];

/// A row that matches a response.
#[derive(Clone, Copy)]
pub(crate) struct Found<'t> {
    pub(crate) source: Source<'t>,
    /// The position of its table and its own position there.
    pub(crate) at: (usize, usize),
    pub(crate) row: &'t Row,
    pub(crate) by: MatchedBy,
    /// Which of the response's codes the row knows.
    pub(crate) code: Option<usize>,
}

impl Found<'_> {
    /// Returns whether the row knows the `type` as a code.
    pub(crate) fn is_by_code_in_type(&self) -> bool {
        self.by == MatchedBy::Type && self.row.code().is_some()
    }

    pub(super) fn verdict(&self) -> Verdict {
        Verdict {
            meaning: self.row.into(),
            by: self.by,
            is_window: false,
        }
    }

    /// Returns how well the row agrees with a response.
    fn rank(&self, signs: &Signs<'_>) -> Rank {
        let has_phrases = self.row.phrases().next().is_some();
        let says = has_phrases.then(|| self.is_said(signs).unwrap_or(false));
        Rank::of(self.row, says, signs)
    }

    /// Returns whether the message says a phrase of the row.
    fn is_said(&self, signs: &Signs<'_>) -> Option<bool> {
        let (table, row) = self.at;
        let table = self.source.provider().table(table)?;
        let speech = signs.message?.speech();
        let said = table.said(speech, |at| at == row);
        Some(said.certain.or(said.tentative).is_some())
    }

    /// Returns the verdict of a row that is not tentative.
    pub(super) fn certain(&self) -> Option<Verdict> {
        (!self.row.is_tentative()).then(|| self.verdict())
    }
}

/// The tables of a provider, or one of them.
#[derive(Clone, Copy)]
pub(super) struct Tables<'t> {
    source: Source<'t>,
    only: Option<usize>,
}

impl<'t> Tables<'t> {
    pub(super) fn all(source: Source<'t>) -> Self {
        Tables { source, only: None }
    }

    pub(super) fn one(source: Source<'t>, table: usize) -> Self {
        Tables {
            source,
            only: Some(table),
        }
    }

    /// Returns the row that matches best by the first rule that finds one.
    pub(super) fn find(self, signs: &Signs<'_>) -> Option<Found<'t>> {
        RULES.iter().find_map(|rule| rule.find(self, signs))
    }

    /// Returns the same without the rule of the status.
    pub(super) fn find_in_body(self, signs: &Signs<'_>) -> Option<Found<'t>> {
        let mut rules = RULES.iter().filter(|rule| **rule != Rule::Status);
        rules.find_map(|rule| rule.find(self, signs))
    }

    fn each(self) -> impl Iterator<Item = (usize, &'t Table)> {
        let provider: &'t Provider = self.source.provider();
        let tables = provider.tables().enumerate();
        tables.filter(move |(at, _)| self.only.is_none_or(|only| only == *at))
    }

    fn found(self, at: (usize, usize), row: &'t Row, by: MatchedBy) -> Found<'t> {
        Found {
            source: self.source,
            at,
            row,
            by,
            code: None,
        }
    }
}

pub(super) fn has_code(row: &Row) -> bool {
    row.code().is_some()
}

impl Rule {
    pub(super) fn find<'t>(self, tables: Tables<'t>, signs: &Signs<'_>) -> Option<Found<'t>> {
        match self {
            Rule::Code => {
                let codes = signs.codes.iter().enumerate();
                let mut known = codes.filter_map(|(at, code)| {
                    let found = best_named(tables, (*code)?, has_code, MatchedBy::Code, signs)?;
                    Some(Found {
                        code: Some(at),
                        ..found
                    })
                });
                let first = known.next()?;
                let is_certain = |found: &Found<'_>| !found.row.is_tentative();
                let other = (!is_certain(&first)).then(|| known.find(is_certain));
                Some(other.flatten().unwrap_or(first))
            }
            Rule::CodeInType => {
                best_named(tables, signs.error_type?, has_code, MatchedBy::Type, signs)
            }
            Rule::Type => {
                let is_type = |row: &Row| !has_code(row);
                best_named(tables, signs.error_type?, is_type, MatchedBy::Type, signs)
            }
            Rule::Message => best_message(tables, signs),
            Rule::Phrase => first_phrase(tables, signs),
            Rule::Status => best_status(tables, signs),
        }
    }
}

/// Returns, of the rows with this name, the one that contradicts the response least and then agrees with it most. A row
/// whose name has placeholders counts only if none has the name itself.
fn best_named<'t>(
    tables: Tables<'t>,
    name: &str,
    counts: impl Fn(&Row) -> bool,
    by: MatchedBy,
    signs: &Signs<'_>,
) -> Option<Found<'t>> {
    let mut best = Contest::default();
    for (table_at, table) in tables.each() {
        for (row_at, row) in table.rows_named(name) {
            if counts(row) {
                best.enter(tables.found((table_at, row_at), row, by), signs);
            }
        }
    }
    let best = best.winner();
    best.or_else(|| best_templated(tables, name, counts, by, signs))
}

/// Returns, of the rows whose name has placeholders that this one fits, the one with the most text of its own, and of
/// several the one that agrees best with the response.
#[cold]
fn best_templated<'t>(
    tables: Tables<'t>,
    name: &str,
    counts: impl Fn(&Row) -> bool,
    by: MatchedBy,
    signs: &Signs<'_>,
) -> Option<Found<'t>> {
    let mut best: Option<((usize, Rank), Found<'t>)> = None;
    for (table_at, table) in tables.each() {
        for (row_at, row, weight) in table.rows_templated(name) {
            if !counts(row) {
                continue;
            }
            let found = tables.found((table_at, row_at), row, by);
            let rank = (weight, found.rank(signs));
            if best.is_none_or(|(best, _)| rank > best) {
                best = Some((rank, found));
            }
        }
    }
    best.map(|(_, found)| found)
}

/// Returns, of the rows whose template matches, one whose status agrees, then one whose type does, then the one with the
/// most text.
fn best_message<'t>(tables: Tables<'t>, signs: &Signs<'_>) -> Option<Found<'t>> {
    let message = signs.message?;
    let mut best: Option<(MessageRank, Found<'t>)> = None;
    for (table_at, table) in tables.each() {
        table.each_worded(message.keywords(), |row_at, row| {
            if let Some(rank) = MessageRank::of(row, signs)
                && best.is_none_or(|(best, _)| rank > best)
            {
                let found = tables.found((table_at, row_at), row, MatchedBy::Message);
                best = Some((rank, found));
            }
        });
    }
    best.map(|(_, found)| found)
}

/// Returns the row whose phrase the message says, unless the status contradicts it: one without a tentative meaning, or else
/// one with such.
fn first_phrase<'t>(tables: Tables<'t>, signs: &Signs<'_>) -> Option<Found<'t>> {
    let speech = signs.message?.speech();
    let mut tentative = None;
    for (table_at, table) in tables.each() {
        let row = |at: usize| table.rows().get(at);
        let counts = |at| row(at).is_some_and(|row| agreement_of_status(row, signs) >= 0);
        let said = table.said(speech, counts);
        let found = |said: Option<Said>| {
            let at = said?.id;
            Some(tables.found((table_at, at), row(at)?, MatchedBy::Phrase))
        };
        if let Some(certain) = found(said.certain) {
            return Some(certain);
        }
        tentative = tentative.or_else(|| found(said.tentative));
    }
    tentative
}

/// Returns, of the rows that name nothing but this status, one with the exact status before one with its class. A page may come
/// from a network in front of the provider, where a status has its usual meaning.
fn best_status<'t>(tables: Tables<'t>, signs: &Signs<'_>) -> Option<Found<'t>> {
    let status = signs.status?;
    let mut best = Contest::default();
    for (table_at, table) in tables.each() {
        for (row_at, row) in table.status_rows() {
            let is_usual = || row.kind() == signs.kind_of_status();
            let may_be_its_own = signs.title.is_none() || is_usual();
            if row.status_pattern().is_some_and(|own| own.matches(status)) && may_be_its_own {
                let found = tables.found((table_at, row_at), row, MatchedBy::Status);
                best.enter(found, signs);
            }
        }
    }
    best.winner()
}

/// Rows of which the one that agrees best with a response wins, the first of several. Nobody ranks a row that has no rival.
#[derive(Clone, Copy, Default)]
pub(super) struct Contest<'t> {
    best: Option<(Found<'t>, Option<Rank>)>,
}

impl<'t> Contest<'t> {
    pub(super) fn enter(&mut self, next: Found<'t>, signs: &Signs<'_>) {
        let Some((best, rank)) = &mut self.best else {
            self.best = Some((next, None));
            return;
        };
        let to_beat = *rank.get_or_insert_with(|| best.rank(signs));
        let rank = next.rank(signs);
        if rank > to_beat {
            self.best = Some((next, Some(rank)));
        }
    }

    pub(super) fn winner(self) -> Option<Found<'t>> {
        self.best.map(|(found, _)| found)
    }
}
