//! What refines a tentative row, or decides where no row matches: what gateways pass on from upstreams.

use super::common::common_code;
use super::phrases::{Phrase, Reach};
use super::rank::agreement_of_status;
use super::rules::{Found, Rule, Tables};
use super::signs::Signs;
use super::upstream;
use super::verdict::{MatchedBy, Meaning, Verdict};
use crate::message::{Message, PhrasesFound, Said, Speech, status_in};
use crate::table::{ProviderError, Row, Source};
use crate::vocabulary::{ErrorKind, Scope};
use core::cell::OnceCell;
use http::StatusCode;

/// The table of what upstreams say.
fn upstream() -> Tables<'static> {
    Tables::all(Source::Static(&upstream::PROVIDER))
}

/// Returns what a base provider says about a response for which a tentative row was found: a row that was found by its
/// code yields only to a message.
pub(super) fn by_base(base: Tables<'_>, found: &Found<'_>, signs: &Signs<'_>) -> Option<Verdict> {
    let told = match found.by {
        MatchedBy::Status => base.find_in_body(signs),
        _ => Rule::Message.find(base, signs),
    };
    told.filter(|told| is_final(told, false, signs))
        .map(|told| told.verdict())
}

/// Returns whether nothing can say more than a row: a code of common use says more than a sentence, which a caller may have
/// written, and of a provider that was only guessed, a word in `type` may mean something else.
pub(super) fn is_final(found: &Found<'_>, is_guess: bool, signs: &Signs<'_>) -> bool {
    let differs = |kind: Option<ErrorKind>| kind.is_some_and(|kind| kind != found.row.kind());
    let is_disputed = match found.by {
        MatchedBy::Type => {
            is_guess && (differs(signs.kind_of_common_code()) || differs(kind_in_words(signs)))
        }
        MatchedBy::Message => differs(signs.kind_of_common_code()),
        _ => false,
    };
    !found.row.is_tentative() && !is_disputed
}

/// By what the row of the provider was found: it knows that better than others do.
#[derive(Clone, Copy)]
struct Known {
    code: bool,
    error_type: bool,
}

/// What an upstream says about a response. Each part is found when it is asked for.
pub(super) struct Upstream<'s, 'r> {
    signs: &'s Signs<'r>,
    known: Known,
    /// Whether a row is known by a code, of whatever provider: then nothing vague says more.
    is_coded: bool,
    /// Whether the message is one of the row's own: the row knows better what that means.
    is_told: bool,
    /// Whether no row was found, or one that says nothing.
    is_open: bool,
    sentence: OnceCell<Option<Found<'static>>>,
    in_code: OnceCell<PhrasesFound>,
    in_type: OnceCell<PhrasesFound>,
}

impl<'s, 'r> Upstream<'s, 'r> {
    /// `trusted` is the row if its provider is known: then its codes and types mean what it says.
    pub(super) fn new(
        found: Option<&Found<'_>>,
        trusted: Option<&Found<'_>>,
        signs: &'s Signs<'r>,
    ) -> Self {
        let row = found.map(|found| found.row);
        let is_by_code =
            |found: &Found<'_>| found.by == MatchedBy::Code || found.is_by_code_in_type();
        Upstream {
            signs,
            known: Known {
                code: trusted.is_some_and(is_by_code),
                error_type: trusted.is_some_and(|found| found.by == MatchedBy::Type),
            },
            is_coded: found.is_some_and(is_by_code),
            is_told: row.is_some_and(|row| is_told(row, signs)),
            is_open: row.is_none_or(|row| row.kind() == ErrorKind::Unknown),
            sentence: OnceCell::new(),
            in_code: OnceCell::new(),
            in_type: OnceCell::new(),
        }
    }

    /// Returns what is said clearly, in this order: a code of common use; the words of another code; a sentence; a type that
    /// says more than the status; a phrase; the words of another type.
    pub(super) fn certain(&self) -> Option<Verdict> {
        let by_code = self
            .by_common_code(false)
            .or_else(|| self.by_words(self.in_code().certain));
        by_code
            .map(|verdict| hinted(verdict, self.sentence()))
            .or_else(|| self.sentence())
            .or_else(|| self.by_type().filter(|told| !self.repeats_status(*told)))
            .or_else(|| self.by_phrase())
            .or_else(|| {
                let in_type = || self.in_type().certain;
                (!self.is_status_telling()).then(|| self.by_words(in_type()))?
            })
    }

    /// Returns what is said vaguely, which yields to a status that says more.
    pub(super) fn tentative(&self) -> Option<Verdict> {
        if self.is_told || self.is_coded {
            return None;
        }
        let vague = || {
            let found = self.found_sentence()?;
            (self.is_open && outranks_status(found.row, self.signs)).then(|| found.verdict())
        };
        self.by_common_code(true)
            .or_else(|| self.by_words(self.in_code().tentative))
            .or_else(|| self.by_type())
            .or_else(|| self.by_common_type(true))
            .or_else(|| verdict_of(self.in_message().tentative?, self.signs))
            .or_else(|| self.by_words(self.in_type().tentative))
            .or_else(vague)
    }

    /// Returns the sentence that gateways pass on.
    fn found_sentence(&self) -> Option<Found<'static>> {
        let find = || Rule::Message.find(upstream(), self.signs);
        *self.sentence.get_or_init(find)
    }

    fn in_message(&self) -> PhrasesFound {
        if self.is_told {
            PhrasesFound::default()
        } else {
            said_in(self.signs)
        }
    }

    fn in_code(&self) -> PhrasesFound {
        let read = || {
            if self.known.code {
                PhrasesFound::default()
            } else {
                in_names(&self.signs.codes)
            }
        };
        *self.in_code.get_or_init(read)
    }

    fn in_type(&self) -> PhrasesFound {
        let read = || {
            if self.known.code || self.known.error_type {
                PhrasesFound::default()
            } else {
                in_names(&[self.signs.error_type])
            }
        };
        *self.in_type.get_or_init(read)
    }

    fn sentence(&self) -> Option<Verdict> {
        let found = self.found_sentence()?;
        let names_limit = |text: &str| text.contains("quota") || text.contains("limit");
        Some(Verdict {
            // A quota of an unknown window may be that of a minute.
            is_window: found.row.messages().any(names_limit),
            ..found.certain()?
        })
    }

    /// Returns what a code of common use says, or a word instead of a sentence.
    fn by_common_code(&self, is_tentative: bool) -> Option<Verdict> {
        let stem = self.signs.message.map(Message::stem);
        let word = stem.filter(|stem| !stem.contains(' '));
        let codes = self.signs.codes.iter().flatten();
        let codes = codes.map(|code| (*code, MatchedBy::Code));
        let mut words = codes.chain(word.map(|word| (word, MatchedBy::Message)));
        words.find_map(|(word, by)| self.common(word, by, is_tentative))
    }

    fn by_type(&self) -> Option<Verdict> {
        self.by_common_type(false)
    }

    fn by_common_type(&self, is_tentative: bool) -> Option<Verdict> {
        self.common(self.signs.error_type?, MatchedBy::Type, is_tentative)
    }

    fn common(&self, word: &str, by: MatchedBy, is_tentative: bool) -> Option<Verdict> {
        let is_known = self.known.code || (self.known.error_type && by == MatchedBy::Type);
        let row = common_code(word).filter(|_| !is_known)?;
        let counts = row.is_tentative() == is_tentative && outranks_status(row, self.signs);
        counts.then(|| Verdict {
            meaning: row.into(),
            by,
            is_window: false,
        })
    }

    fn by_words(&self, said: Option<Said>) -> Option<Verdict> {
        Some(Verdict {
            is_window: false,
            ..verdict_of(said?, self.signs)?
        })
    }

    /// Returns what people say in the message. Where the type says what happened, or that the request is at fault, the message
    /// may repeat the request, so only what it begins with counts.
    fn by_phrase(&self) -> Option<Verdict> {
        let certain = self.in_message().certain?;
        let counts = begins(&certain) || !self.signs.may_repeat_request();
        verdict_of(certain, self.signs).filter(|_| counts)
    }

    fn repeats_status(&self, verdict: Verdict) -> bool {
        verdict.meaning.kind == self.signs.kind_of_status()
    }

    /// Returns whether the status code says more than the words of a type.
    fn is_status_telling(&self) -> bool {
        let status = self.signs.status.map(|status| status.as_u16());
        matches!(status, Some(401..=404 | 413 | 429))
    }
}

/// How many words may come before a phrase that begins a message, such as `your` and `the total`.
const OPENING: usize = 2;

/// Returns whether the message begins with what is said.
fn begins(said: &Said) -> bool {
    said.clause == 0 && said.start <= OPENING && !said.is_of_input
}

/// Takes the hint of a sentence that means the same as a code: it knows whether waiting helps.
fn hinted(verdict: Verdict, sentence: Option<Verdict>) -> Verdict {
    let same = sentence.filter(|sentence| sentence.meaning.kind == verdict.meaning.kind);
    Verdict {
        meaning: same.map_or(verdict.meaning, |sentence| sentence.meaning),
        ..verdict
    }
}

/// Returns whether the message is one of a row's own.
fn is_told(row: &Row, signs: &Signs<'_>) -> bool {
    let message = signs.message;
    message.is_some_and(|message| message.best_of(row.messages()).is_some())
}

/// Returns what is said according to a table of phrases.
fn said<P: ProviderError>(speech: &Speech) -> PhrasesFound {
    let found = P::table().map(|table| table.said(speech, |_| true));
    found.unwrap_or_default()
}

/// Returns what people say in the message, or else in a sentence that is in the place of a code.
fn said_in(signs: &Signs<'_>) -> PhrasesFound {
    *signs.said.get_or_init(|| find_said(signs))
}

fn find_said(signs: &Signs<'_>) -> PhrasesFound {
    let message = signs.message;
    let found = message.map(|message| said::<Phrase>(message.speech()));
    let found = found.unwrap_or_default();
    let mut codes = signs.codes.iter().flatten();
    match codes.find(|code| code.contains(char::is_whitespace)) {
        Some(sentence) if found.certain.is_none() => {
            said::<Phrase>(Message::new(sentence).speech())
        }
        _ => found,
    }
}

/// Returns what the words of codes say. A code of common use means what its row says, unless that is vague.
fn in_names(names: &[Option<&str>]) -> PhrasesFound {
    let names = names.iter().flatten();
    let names = names.filter(|name| !name.contains(char::is_whitespace));
    let mut found = names.map(|name| {
        let found = said::<Phrase>(&Speech::of_identifier(name));
        PhrasesFound {
            certain: found.certain.filter(|_| common_code(name).is_none()),
            tentative: found.tentative,
        }
    });
    found
        .find(|found| found.certain.is_some() || found.tentative.is_some())
        .unwrap_or_default()
}

fn verdict_of(said: Said, signs: &Signs<'_>) -> Option<Verdict> {
    let row = Phrase::table()?.rows().get(said.id)?;
    let is_of_server = signs.status.is_some_and(|status| status.is_server_error());
    let has_status = signs.error_status().is_some();
    let is_outranked = match row.kind() {
        ErrorKind::Cancelled => is_of_server,
        ErrorKind::InvalidRequest => has_status && !is_of_server,
        ErrorKind::Unavailable => {
            row.is_tentative() && has_status && signs.kind_of_status() != ErrorKind::Internal
        }
        _ => row.is_tentative() && has_status,
    };
    (!is_outranked).then(|| Verdict {
        meaning: row.into(),
        by: MatchedBy::Phrase,
        is_window: said.id == Phrase::Window.position(),
    })
}

/// Returns whether a row says more than the status: a tentative one does only if the status is not that of an error, or if
/// it blames an upstream for a 500 or an empty account for a 429.
fn outranks_status(row: &Row, signs: &Signs<'_>) -> bool {
    !row.is_tentative()
        || signs.error_status().is_none()
        || matches!(
            (signs.kind_of_status(), row.kind()),
            (ErrorKind::Internal, ErrorKind::Unavailable)
                | (ErrorKind::RateLimited, ErrorKind::QuotaExhausted)
        )
}

/// Returns what a status code that the message names says, if that of the response blames nobody. That the upstream failed
/// is known already.
pub(super) fn by_status_in_message(signs: &Signs<'_>) -> Option<Verdict> {
    let blames_request = signs.status.is_some_and(|status| status.is_client_error());
    let is_known = blames_request || signs.may_repeat_request();
    let message = signs.message.filter(|_| !is_known)?;
    let named = status_in(message.raw());
    Verdict::of_status(named.filter(|status| *status != StatusCode::INTERNAL_SERVER_ERROR))
}

/// Returns what a row means that nothing refined. A tentative one that does not name the status yields to a status that
/// blames the request: gateways pass that on.
pub(super) fn unrefined(row: &Row, signs: &Signs<'_>) -> Meaning {
    let is_passed_on = row.is_tentative() && signs.message.is_some();
    match signs.status.filter(StatusCode::is_client_error) {
        Some(status) if is_passed_on && agreement_of_status(row, signs) <= 0 => {
            ErrorKind::from_status(status).into()
        }
        _ => row.into(),
    }
}

/// Returns what the message says happened, if it says that clearly.
pub(super) fn kind_in_words(signs: &Signs<'_>) -> Option<ErrorKind> {
    let said = said_in(signs).certain?;
    Some(verdict_of(said, signs)?.meaning.kind)
}

/// Returns how far a failure reaches according to the words of the message, where its kind leaves that open.
pub(super) fn scope_in_words(kind: ErrorKind, signs: &Signs<'_>) -> Option<Scope> {
    let may_be_open = matches!(
        kind,
        ErrorKind::RateLimited
            | ErrorKind::PermissionDenied
            | ErrorKind::Unavailable
            | ErrorKind::Timeout
    );
    if !may_be_open {
        return None;
    }
    let text = signs.message.or(signs.title)?;
    let said = said::<Reach>(text.speech()).certain?;
    // Under a code that says what happened, words may be the caller's that do not begin with the same.
    let is_about = || {
        let begin = said_in(signs).certain.filter(begins);
        let about = begin.and_then(|said| verdict_of(said, signs));
        about.is_some_and(|about| about.meaning.kind == kind)
    };
    if said.is_of_input || signs.kind_of_common_code().is_some() && !is_about() {
        return None;
    }
    let scope = Reach::table()?.rows().get(said.id)?.scope();
    let is_open = match kind {
        ErrorKind::Unavailable | ErrorKind::Timeout => scope == Scope::Model,
        _ => true,
    };
    is_open.then_some(scope)
}
