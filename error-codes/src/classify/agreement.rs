//! How a row is found in the tables of several providers, any of which may have sent the response.

use super::common::is_ambiguous;
use super::rank::{MessageRank, agreement_of_status, agreement_of_type, weight_of_message};
use super::rules::{Contest, Found, RULES, Rule, has_code};
use super::signs::Signs;
use super::verdict::MatchedBy;
use crate::table::{Member, Provider, ProviderSet, Row, Source};
use core::cell::LazyCell;

/// Finds the row by the first rule that finds some which mean the same, whoever sent the response. The status means nothing
/// without a provider.
pub(super) fn find_agreed<'t>(set: &'t ProviderSet, signs: &Signs<'_>) -> Option<Found<'t>> {
    let mut rules = RULES.iter().filter(|rule| **rule != Rule::Status);
    rules.find_map(|rule| match rule {
        Rule::Code => by_code(set, signs),
        Rule::CodeInType => by_name(set, signs.error_type?, has_code, MatchedBy::Type, signs),
        Rule::Message => by_message(set, signs),
        Rule::Type => {
            let is_type = |row: &Row| !has_code(row);
            by_name(set, signs.error_type?, is_type, MatchedBy::Type, signs)
        }
        Rule::Phrase => by_phrase(set, signs),
        Rule::Status => None,
    })
}

/// Finds the row of the first code that one knows and is not tentative, or else the first tentative one.
fn by_code<'t>(set: &'t ProviderSet, signs: &Signs<'_>) -> Option<Found<'t>> {
    let mut tentative = None;
    for (at, code) in signs.codes.iter().enumerate() {
        let Some(code) = *code else { continue };
        let is_vague = LazyCell::new(|| {
            set.is_open() && (is_number(code) || code.contains(' ') || is_ambiguous(code))
        });
        let counts = |row: &Row| has_code(row) && (!*is_vague || is_confirmed(row, signs));
        let found = by_name(set, code, counts, MatchedBy::Code, signs);
        let found = found.map(|found| Found {
            code: Some(at),
            ..found
        });
        match found {
            Some(found) if !found.row.is_tentative() => return Some(found),
            _ => tentative = tentative.or(found),
        }
    }
    tentative
}

/// Returns whether a code is a number, for which every provider has another use.
fn is_number(code: &str) -> bool {
    let digits = code.strip_prefix('-').unwrap_or(code);
    digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns whether the type or the message says that a response is the one that a row describes.
fn is_confirmed(row: &Row, signs: &Signs<'_>) -> bool {
    agreement_of_type(row, signs) > 0 || weight_of_message(row, signs).is_some()
}

/// Returns the row with this name if all providers that know it mean the same by it. A row whose name has placeholders counts
/// only if none has the name itself.
fn by_name<'t>(
    set: &'t ProviderSet,
    name: &str,
    counts: impl Fn(&Row) -> bool,
    by: MatchedBy,
    signs: &Signs<'_>,
) -> Option<Found<'t>> {
    let counting = |member: &Member<'_>| counts(member.row);
    let mut votes = Votes::new(signs);
    for member in set.rows_named(name).filter(counting) {
        votes.add(found(member, by), 0);
    }
    if votes.is_empty() {
        for (member, weight) in set.rows_templated(name) {
            if counting(&member) {
                votes.add(found(member, by), weight);
            }
        }
    }
    votes.agreed()
}

/// Returns the row whose template says the most of the message. Two of which neither says more must mean the same.
pub(super) fn by_message<'t>(set: &'t ProviderSet, signs: &Signs<'_>) -> Option<Found<'t>> {
    let message = signs.message?;
    let mut best: Option<(MessageRank, Member<'t>)> = None;
    let mut is_disputed = false;
    set.each_worded(message.keywords(), |member| {
        let rank = MessageRank::of(member.row, signs).filter(|rank| rank.is_telling());
        let Some(rank) = rank else {
            return;
        };
        match best {
            Some((other, _)) if rank < other => {}
            Some((other, rival)) if rank == other => {
                is_disputed |= rival.row.kind() != member.row.kind();
            }
            _ => {
                best = Some((rank, member));
                is_disputed = false;
            }
        }
    });
    let (_, member) = best.filter(|_| !is_disputed)?;
    Some(found(member, MatchedBy::Message))
}

/// Returns the row whose phrase the message says, unless the status contradicts it.
fn by_phrase<'t>(set: &'t ProviderSet, signs: &Signs<'_>) -> Option<Found<'t>> {
    let speech = signs.message?.speech();
    let said = set.said(speech, |row| agreement_of_status(row, signs) >= 0);
    let said = said.certain.or(said.tentative)?;
    Some(found(set.member(said.id)?, MatchedBy::Phrase))
}

fn found(member: Member<'_>, by: MatchedBy) -> Found<'_> {
    Found {
        source: Source::Held(member.provider),
        at: member.at,
        row: member.row,
        by,
        code: None,
    }
}

/// What several providers mean by a name, the best row of each.
struct Votes<'t, 's, 'r> {
    signs: &'s Signs<'r>,
    /// The rows of the provider whose rows are being added, and the weight of their name.
    open: Option<(&'t Provider, Contest<'t>, usize)>,
    first: Option<Found<'t>>,
    /// The first that the status does not contradict, a tentative one before all others: what is vague for one provider is vague
    /// for all.
    possible: Option<Found<'t>>,
    is_disputed: bool,
}

impl<'t, 's, 'r> Votes<'t, 's, 'r> {
    fn new(signs: &'s Signs<'r>) -> Self {
        Votes {
            signs,
            open: None,
            first: None,
            possible: None,
            is_disputed: false,
        }
    }

    fn is_empty(&self) -> bool {
        self.open.is_none()
    }

    /// Adds a row of the same provider as the one before, or of another one.
    fn add(&mut self, next: Found<'t>, weight: usize) {
        let provider = next.source.provider();
        let is_open = |open: &(&'t Provider, _, _)| core::ptr::eq(open.0, provider);
        if !self.open.as_ref().is_some_and(is_open) {
            self.close();
        }
        let new = || (provider, Contest::default(), weight);
        let (_, contest, most) = self.open.get_or_insert_with(new);
        if weight > *most {
            *contest = Contest::default();
            *most = weight;
        }
        if weight == *most {
            contest.enter(next, self.signs);
        }
    }

    fn close(&mut self) {
        let Some(found) = self.open.take().and_then(|(_, rows, _)| rows.winner()) else {
            return;
        };
        let first = *self.first.get_or_insert(found);
        self.is_disputed |= first.row.kind() != found.row.kind();
        let is_better = match self.possible {
            Some(other) => found.row.is_tentative() && !other.row.is_tentative(),
            None => true,
        };
        if is_better && agreement_of_status(found.row, self.signs) >= 0 {
            self.possible = Some(found);
        }
    }

    fn agreed(mut self) -> Option<Found<'t>> {
        self.close();
        self.possible.filter(|_| !self.is_disputed)
    }
}
