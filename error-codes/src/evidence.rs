//! What an answer says, compared with rows: the rules by which one is found, and what it means.

use crate::answer::{Match, MatchedBy};
use crate::body::Fields;
use crate::kind::ErrorKind;
use crate::message;
use crate::passed_on;
use crate::retry::RetryHint;
use crate::scope::Scope;
use crate::table::{Provider, Row, Section, StatusPattern};
use crate::template;
use crate::words::Words;
use core::cell::OnceCell;
use http::StatusCode;
use std::borrow::Cow;

/// The best row, and by which rule.
#[derive(Clone, Copy)]
pub(crate) struct Found {
    pub(crate) matched: Match,
    pub(crate) by: MatchedBy,
}

/// What a row or a status says.
#[derive(Clone, Copy)]
pub(crate) struct Meaning {
    pub(crate) kind: ErrorKind,
    pub(crate) retry: RetryHint,
    pub(crate) scope: Scope,
}

impl Meaning {
    pub(crate) fn of_row(row: &Row) -> Self {
        Meaning {
            kind: row.kind(),
            retry: row.retry(),
            scope: row.scope(),
        }
    }

    pub(crate) fn of_kind(kind: ErrorKind) -> Self {
        Meaning {
            kind,
            retry: kind.retry(),
            scope: kind.scope(),
        }
    }
}

/// What is known beyond the row that was found.
#[derive(Clone, Copy)]
pub(crate) struct Told {
    pub(crate) meaning: Meaning,
    pub(crate) by: MatchedBy,
}

impl Told {
    pub(crate) fn of(found: Found) -> Self {
        Told {
            meaning: Meaning::of_row(found.matched.row()),
            by: found.by,
        }
    }

    pub(crate) fn by_row(found: Found) -> Option<Self> {
        (!found.matched.row().wraps()).then(|| Told::of(found))
    }

    /// The same, as something that the message says.
    pub(crate) fn by_message(self) -> Self {
        Told {
            by: MatchedBy::Message,
            ..self
        }
    }

    pub(crate) fn by_status(status: Option<StatusCode>) -> Option<Self> {
        let kind = ErrorKind::from_status(status?);
        (kind != ErrorKind::Unknown).then(|| Told {
            meaning: Meaning::of_kind(kind),
            by: MatchedBy::Status,
        })
    }
}

/// What rows are compared with.
pub(crate) struct Evidence<'a> {
    /// The status of the error: that of HTTP, or one that the body repeats under a 200.
    pub(crate) status: Option<StatusCode>,
    codes: &'a [Option<Cow<'a, str>>],
    error_type: Option<&'a str>,
    pub(crate) message: Option<&'a str>,
    /// A text beside the message that may hold an upstream's answer.
    pub(crate) nested: Option<&'a str>,
    /// What of the message is compared with templates, once somebody asks for it.
    sentence: OnceCell<Sentence<'a>>,
}

struct Sentence<'a> {
    core: &'a str,
    words: Words,
}

impl<'a> Evidence<'a> {
    fn sentence(&self) -> Option<&Sentence<'a>> {
        let message = self.message?;
        Some(self.sentence.get_or_init(|| {
            let core = template::core(message);
            Sentence {
                core,
                words: Words::of(core),
            }
        }))
    }

    pub(crate) fn new(status: Option<StatusCode>, fields: &'a Fields<'a>) -> Self {
        Evidence {
            status: status
                .filter(|status| !status.is_success())
                .or(fields.status)
                .or(status),
            codes: &fields.codes,
            error_type: fields.error_type.as_deref(),
            message: fields.message.as_deref().filter(|_| !fields.is_page),
            nested: fields.nested.as_deref(),
            sentence: OnceCell::new(),
        }
    }

    /// The order of decision within one provider.
    pub(crate) fn find_in(&self, sections: &[&'static Section]) -> Option<Found> {
        self.find_named(sections)
            .or_else(|| self.find_by_status(sections))
    }

    /// By what the body says: the code, the code in the type, the message, the type.
    pub(crate) fn find_named(&self, sections: &[&'static Section]) -> Option<Found> {
        self.find_by_code(sections)
            .or_else(|| self.find_by_code_in_type(sections))
            .or_else(|| self.find_by_message(sections))
            .or_else(|| self.find_by_type(sections))
    }

    fn find_by_code(&self, sections: &[&'static Section]) -> Option<Found> {
        let mut codes = self.codes.iter().flatten();
        codes.find_map(|code| self.best_named(sections, code, true, MatchedBy::Code))
    }

    fn find_by_code_in_type(&self, sections: &[&'static Section]) -> Option<Found> {
        self.best_named(sections, self.error_type?, true, MatchedBy::Type)
    }

    fn find_by_type(&self, sections: &[&'static Section]) -> Option<Found> {
        self.best_named(sections, self.error_type?, false, MatchedBy::Type)
    }

    /// Of the rows with this code, or this type and no code, the one that contradicts least and then says most.
    fn best_named(
        &self,
        sections: &[&'static Section],
        name: &str,
        by_code: bool,
        by: MatchedBy,
    ) -> Option<Found> {
        let mut best = None;
        for section in sections {
            for (at, row) in section.rows_named(name) {
                if row.code().is_some() == by_code {
                    best = Some(self.better(best, Match::new(section, at, row)));
                }
            }
        }
        best.map(|matched| Found { matched, by })
    }

    /// Of the rows whose message fits, one whose status agrees, then one whose type does, then the one with most text.
    pub(crate) fn find_by_message(&self, sections: &[&'static Section]) -> Option<Found> {
        let Sentence { core, words } = self.sentence()?;
        let mut best: Option<((i8, i8, usize), Match)> = None;
        let mut look = |section: &'static Section, at: usize, row: &'static Row| {
            let weight = row
                .message()
                .and_then(|template| template::weigh(template, core));
            let rank = (
                self.agreement_of_status(row),
                self.agreement_of_type(row),
                weight.unwrap_or(0),
            );
            if weight.is_some() && best.is_none_or(|(best, _)| rank > best) {
                best = Some((rank, Match::new(section, at, row)));
            }
        };
        for section in sections {
            section.each_worded(words, |at, row| look(section, at, row));
        }
        best.map(|(_, matched)| Found {
            matched,
            by: MatchedBy::Message,
        })
    }

    /// Of the rows that name nothing but this status, an exact one before a class.
    fn find_by_status(&self, sections: &[&'static Section]) -> Option<Found> {
        let status = self.status?;
        let fits = |row: &Row| {
            row.status_pattern()
                .is_some_and(|pattern| pattern.matches(status))
        };
        let mut best = None;
        for section in sections {
            for (at, row) in section.bare_rows() {
                if fits(row) {
                    best = Some(self.better(best, Match::new(section, at, row)));
                }
            }
        }
        best.map(|matched| Found {
            matched,
            by: MatchedBy::Status,
        })
    }

    /// Of two rows the one that fits better, or else the first.
    fn better(&self, best: Option<Match>, next: Match) -> Match {
        match best {
            Some(best) if self.rank(next.row()) <= self.rank(best.row()) => best,
            _ => next,
        }
    }

    fn agreement_of_status(&self, row: &Row) -> i8 {
        match (row.status_pattern(), self.status) {
            (Some(pattern), Some(status)) if !pattern.matches(status) => -2,
            (Some(StatusPattern::Exact(_)), Some(_)) => 2,
            (Some(StatusPattern::Class(_)), Some(_)) => 1,
            _ => 0,
        }
    }

    fn agreement_of_type(&self, row: &Row) -> i8 {
        match self.error_type {
            Some(name) if row.error_type().is_some() => agreement(row.has_type(name)),
            _ => 0,
        }
    }

    fn agreement_of_message(&self, row: &Row) -> i8 {
        match (row.message(), self.sentence()) {
            (Some(template), Some(sentence)) => {
                agreement(template::weigh(template, sentence.core).is_some())
            }
            _ => 0,
        }
    }

    /// How far a row and the answer agree beyond what the row was found by: the fewer contradictions the better, then
    /// the more agreement.
    fn rank(&self, row: &Row) -> (i8, i8) {
        let parts = [
            self.agreement_of_status(row),
            self.agreement_of_type(row),
            self.agreement_of_message(row),
        ];
        let contradictions = parts.iter().map(|part| part.min(&0)).sum();
        let agreements = parts.iter().map(|part| part.max(&0)).sum();
        (contradictions, agreements)
    }

    /// The order of decision where the provider is not known. A rule decides if all the rows that it finds, one for each
    /// provider, mean the same.
    pub(crate) fn find_in_all(&self, providers: &[&'static Provider]) -> Option<Found> {
        let rules = [
            Self::find_by_code,
            Self::find_by_code_in_type,
            Self::find_by_message,
            Self::find_by_type,
        ];
        rules.into_iter().find_map(|rule| {
            let sections = providers.iter().map(|provider| provider.sections());
            self.agreed(sections.filter_map(|sections| rule(self, sections)))
        })
    }

    /// Of rows that all mean the same, the first that the status does not contradict; a message may contradict it.
    fn agreed(&self, mut all: impl Iterator<Item = Found>) -> Option<Found> {
        let is_possible = |found: &Found| {
            found.by == MatchedBy::Message || self.agreement_of_status(found.matched.row()) >= 0
        };
        let first = all.next()?;
        let mut possible = Some(first).filter(is_possible);
        for found in all {
            if found.matched.row().kind() != first.matched.row().kind() {
                return None;
            }
            possible = possible.or(Some(found).filter(is_possible));
        }
        possible
    }

    /// What the row means. One that wraps an upstream's message and does not name the status yields to a status that blames
    /// the request: gateways pass that on.
    pub(crate) fn meaning_of(&self, row: &Row) -> Meaning {
        let is_passed_on = row.wraps() && self.message.is_some();
        match self.status.filter(StatusCode::is_client_error) {
            Some(status) if is_passed_on && self.agreement_of_status(row) <= 0 => {
                Meaning::of_kind(ErrorKind::from_status(status))
            }
            _ => Meaning::of_row(row),
        }
    }

    /// A status that the message names, where that of the answer blames nobody. That the upstream failed is known already.
    pub(crate) fn told_by_status_in_message(&self) -> Option<Told> {
        let blames = self.status.is_some_and(|status| status.is_client_error());
        let named = self.message.filter(|_| !blames).and_then(message::status);
        Told::by_status(named.filter(|status| *status != StatusCode::INTERNAL_SERVER_ERROR))
    }

    /// A sentence that gateways pass on, or a word of common use in the code, the type or instead of a sentence, where the row
    /// that was found has no code. A sentence that says little yields to all others, to the status of an error and to a row.
    pub(crate) fn told_in_common(&self, found: Option<Found>) -> Option<Told> {
        let row = found.map(|found| found.matched.row());
        let has_code = row.is_some_and(|row| row.code().is_some());
        let says_nothing = row.is_none_or(|row| row.kind() == ErrorKind::Unknown);
        let sentence = self.find_by_message(passed_on::PROVIDER.sections());
        let vague = || {
            let sentence = sentence.filter(|sentence| self.may_say(sentence.matched.row()))?;
            Some(Told::of(sentence))
        };
        sentence
            .and_then(Told::by_row)
            .or_else(|| self.told_by_word().filter(|_| !has_code))
            .or_else(|| vague().filter(|_| says_nothing))
    }

    fn told_by_word(&self) -> Option<Told> {
        let codes = self.codes.iter().flatten();
        let codes = codes.map(|code| (code.as_ref(), MatchedBy::Code));
        let error_type = self.error_type.map(|name| (name, MatchedBy::Type));
        let message = self.sentence().map(|sentence| sentence.core);
        let message = message.filter(|core| !core.contains(' '));
        let message = message.map(|core| (core, MatchedBy::Message));
        codes
            .chain(error_type)
            .chain(message)
            .find_map(|(word, by)| {
                let row = common_word(word).filter(|row| self.may_say(row))?;
                let meaning = Meaning::of_row(row);
                Some(Told { meaning, by })
            })
    }

    /// Whether a row that says little is not outdone by the status of an error. That an upstream failed is more than a 500.
    fn may_say(&self, row: &Row) -> bool {
        let status = self.general_meaning().kind;
        !row.wraps()
            || !self.has_error_status()
            || (status, row.kind()) == (ErrorKind::Internal, ErrorKind::Unavailable)
    }

    fn has_error_status(&self) -> bool {
        self.status
            .is_some_and(|status| status.is_client_error() || status.is_server_error())
    }

    /// What the status says by itself.
    pub(crate) fn general_meaning(&self) -> Meaning {
        let status = self.status.filter(|_| self.has_error_status());
        Meaning::of_kind(status.map_or(ErrorKind::Unknown, ErrorKind::from_status))
    }
}

/// The row of a word of common use, or of its first part: `InvalidParameter.Size` is an `InvalidParameter`.
fn common_word(word: &str) -> Option<&'static Row> {
    let find = |code: &str| {
        let sections = passed_on::PROVIDER.sections().iter();
        let mut rows = sections.flat_map(|section| section.rows_named(code));
        rows.next().map(|(_, row)| row)
    };
    find(word).or_else(|| find(word.split_once('.')?.0))
}

/// Above zero for yes, below for no.
fn agreement(agrees: bool) -> i8 {
    if agrees { 1 } else { -1 }
}
