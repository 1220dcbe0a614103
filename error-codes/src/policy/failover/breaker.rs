//! One unit that fails, cools down, is probed and recovers.

use super::settings::Settings;
use core::time::Duration;
use std::time::Instant;

/// The moment of a decision: the time, and a number that grows with each, because two may share a time and clocks race.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moment {
    pub(super) now: Instant,
    pub(super) turn: u64,
}

/// What a unit allows, the worst last; of two that say the same the later counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum State {
    Free,
    /// Use it only if nothing else is left: it is cooling down after faults, or enough requests are probing it.
    LastResort(Instant),
    /// Its provider refuses until then.
    Refused(Instant),
}

/// A circuit breaker.
#[derive(Clone, Debug, Default)]
pub(super) struct Breaker {
    /// `None` while it is closed. After the time it is half-open, until a success closes it.
    open: Option<Open>,
    /// The tokens that are missing from the bucket, and when they were counted.
    missing: f32,
    counted_at: Option<Instant>,
    /// The part that took the first of them, and whether another one took some too.
    culprit: Option<usize>,
    is_spread: bool,
    /// How many cooldowns in a row there were, less the successes since.
    strikes: u8,
}

#[derive(Clone, Debug)]
struct Open {
    until: Instant,
    is_refused: bool,
    /// When it opened: attempts that began before say nothing new.
    turn: u64,
    probes: u16,
    probed_at: Option<Instant>,
}

/// How long a probe counts that does not report. Its request may have been dropped.
const PROBE: Duration = Duration::from_secs(60);

/// How often a cooldown is doubled: what has been down for long is still probed every few minutes.
const DOUBLINGS: u8 = 5;

/// By how much the clock of a request may be behind that of an earlier one: they race for the state.
const RACE: Duration = Duration::from_secs(1);

/// Returns whether a time is not over, and whether it can be true: no cooldown is longer than this, so with a later
/// end the clock has jumped back, and the cooldown is over.
fn is_ahead(until: Instant, now: Instant, longest: Duration) -> bool {
    until > now && until.duration_since(now) <= longest + RACE
}

/// Returns whether two times are close to each other, whichever is the earlier one.
fn is_recent(at: Instant, now: Instant, limit: Duration) -> bool {
    let (earlier, later) = (at.min(now), at.max(now));
    later.duration_since(earlier) < limit
}

impl Breaker {
    pub(super) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    pub(super) fn state(&self, now: Instant, settings: &Settings) -> State {
        let Some(open) = &self.open else {
            return State::Free;
        };
        let is_cooling = is_ahead(open.until, now, settings.cooldown.longest());
        match (is_cooling, open.is_refused) {
            (true, true) => State::Refused(open.until),
            (true, false) => State::LastResort(open.until),
            (false, _) if open.admits(now, settings) => State::Free,
            // The clock may have jumped back since.
            (false, _) => State::LastResort(open.until.min(now)),
        }
    }

    /// Notes that a request is sent. Returns whether it is a probe.
    pub(super) fn begin(&mut self, now: Instant, settings: &Settings) -> bool {
        let Some(open) = &mut self.open else {
            return false;
        };
        let is_cooling = is_ahead(open.until, now, settings.cooldown.longest());
        if is_cooling || !open.admits(now, settings) {
            return false;
        }
        if !open.is_probed(now) {
            open.probes = 0;
        }
        open.probes += 1;
        open.probed_at = Some(now);
        true
    }

    /// Notes that a probe that began then has ended.
    pub(super) fn end_probe(&mut self, began: u64) {
        if let Some(open) = &mut self.open
            && began > open.turn
        {
            open.probes = open.probes.saturating_sub(1);
        }
    }

    /// Notes that a request that began then succeeded.
    pub(super) fn succeeded(&mut self, began: u64, now: Instant, settings: &Settings) {
        if self.open.as_ref().is_some_and(|open| began <= open.turn) {
            return;
        }
        self.strikes = self.strikes.saturating_sub(1);
        if self.open.take().is_some() {
            self.forget_faults();
        } else if self.missing > 0.0 {
            self.refill(now, settings, settings.threshold.refund());
        }
    }

    /// Notes a fault of a request that began then, which came from a part of this unit, if it has parts.
    pub(super) fn faulted(
        &mut self,
        began: u64,
        part: Option<usize>,
        stated: Option<Duration>,
        at: Moment,
        settings: &Settings,
    ) {
        if let Some(open) = &self.open {
            // Before it is half-open nobody asks how it is.
            let is_probe =
                began > open.turn && !is_ahead(open.until, at.now, settings.cooldown.longest());
            if is_probe {
                self.open_for_faults(stated, at, settings);
            }
            return;
        }
        self.refill(at.now, settings, 0.0);
        self.missing += 1.0;
        self.is_spread |= self.culprit.is_some() && self.culprit != part;
        self.culprit = self.culprit.or(part);
        if self.missing >= settings.threshold.size() && (part.is_none() || self.is_spread) {
            self.open_for_faults(stated, at, settings);
        }
    }

    fn open_for_faults(&mut self, stated: Option<Duration>, at: Moment, settings: &Settings) {
        self.strikes = self.strikes.saturating_add(1);
        let cooldown = self.grown(settings.cooldown.fault);
        let length = stated.map_or(cooldown, |stated| stated.max(cooldown));
        self.open_for(length, false, at, settings);
    }

    /// Notes that a request that began then was refused: until the stated time, or else for a time that grows.
    pub(super) fn refused(
        &mut self,
        began: u64,
        first: Duration,
        stated: Option<Duration>,
        at: Moment,
        settings: &Settings,
    ) {
        // Of requests that were sent together each is refused: that is one refusal.
        let is_news = self.open.as_ref().is_none_or(|open| began > open.turn);
        self.strikes = self.strikes.saturating_add(u8::from(is_news)).max(1);
        let length = stated.unwrap_or_else(|| self.grown(first));
        let earlier = self.open.as_ref().filter(|open| open.is_refused);
        let earlier = earlier
            .map(|open| open.until)
            .filter(|until| is_ahead(*until, at.now, settings.cooldown.longest()));
        self.open_for(length, true, at, settings);
        if let (Some(open), Some(earlier)) = (&mut self.open, earlier) {
            open.until = open.until.max(earlier);
        }
    }

    fn open_for(&mut self, length: Duration, is_refused: bool, at: Moment, settings: &Settings) {
        let length = length.min(settings.cooldown.longest());
        self.forget_faults();
        self.open = Some(Open {
            until: at.now.checked_add(length).unwrap_or(at.now),
            is_refused,
            turn: at.turn,
            probes: 0,
            probed_at: None,
        });
    }

    /// Closes it, as if nothing had happened.
    pub(super) fn reset(&mut self) {
        *self = Breaker::default();
    }

    fn grown(&self, first: Duration) -> Duration {
        let doublings = self.strikes.saturating_sub(1).min(DOUBLINGS);
        first.saturating_mul(1 << doublings)
    }

    fn refill(&mut self, now: Instant, settings: &Settings, refund: f32) {
        let elapsed = now.saturating_duration_since(self.counted_at.unwrap_or(now));
        let refill = settings.threshold.refill(elapsed) + refund;
        // `f32::max` also turns what a window of zero makes of it into zero.
        self.missing = (self.missing - refill).max(0.0);
        self.counted_at = Some(now);
        if self.missing == 0.0 {
            self.forget_faults();
        }
    }

    fn forget_faults(&mut self) {
        self.missing = 0.0;
        self.culprit = None;
        self.is_spread = false;
    }
}

impl Open {
    fn is_probed(&self, now: Instant) -> bool {
        self.probed_at.is_some_and(|at| is_recent(at, now, PROBE))
    }

    fn admits(&self, now: Instant, settings: &Settings) -> bool {
        !self.is_probed(now) || self.probes < settings.probes.max(1)
    }
}
