//! What a caller can set.

use core::time::Duration;

/// How long something cools down.
///
/// A response that states a delay is believed up to [`max`](Self::max), except for one of more than 31 days, the longest window that
/// providers renew; what only the message says never prolongs a cooldown. Without a stated delay each cooldown is twice as
/// long as the one before, up to 32 times the first; successes take that back.
///
/// ```
/// use error_codes::failover::{Cooldown, Failover};
/// use std::time::Duration;
///
/// let cooldown = Cooldown { max: Duration::from_secs(600), ..Cooldown::default() };
/// let failover = Failover::default().with_cooldown(cooldown);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cooldown {
    /// The first cooldown after too many faults. Default: 10 seconds.
    pub fault: Duration,
    /// The first cooldown after a limit that states no delay. Default: 10 seconds.
    pub limit: Duration,
    /// The first cooldown after a refusal that lasts until somebody changes something, such as a wrong key or an empty account.
    /// Default: one minute. It is attempted again after that, in case somebody did.
    pub refusal: Duration,
    /// The longest cooldown, whatever a response states. Default: one hour. More than a year counts as a year.
    pub max: Duration,
}

/// The longest that [`Cooldown::max`] can be: every clock can represent that.
const YEAR: Duration = Duration::from_secs(365 * 24 * 60 * 60);

impl Cooldown {
    pub(super) fn longest(&self) -> Duration {
        self.max.min(YEAR)
    }
}

impl Default for Cooldown {
    fn default() -> Self {
        Cooldown {
            fault: Duration::from_secs(10),
            limit: Duration::from_secs(10),
            refusal: Duration::from_secs(60),
            max: Duration::from_secs(60 * 60),
        }
    }
}

/// How many faults it takes until something cools down: the size of a token bucket and how it is refilled.
///
/// A fault takes a token. Time gives back [`faults`](Self::faults) tokens per [`window`](Self::window), and a success as many as
/// keep the bucket level if [`ratio`](Self::ratio) of the requests fail. So faults below that ratio do not add up, however many
/// they are, and an outage is noticed after a few requests, however many succeeded before.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Threshold {
    /// The number of faults. Default: 5. 0 counts as 1.
    pub faults: u16,
    /// After which time they are forgotten. Default: 30 seconds.
    pub window: Duration,
    /// The share of requests that may fail, from 0 to 1. Default: 0.5.
    pub ratio: f32,
}

impl Threshold {
    /// Returns the size of the bucket.
    pub(super) fn size(&self) -> f32 {
        f32::from(self.faults.max(1))
    }

    /// Returns how many tokens a success gives back.
    pub(super) fn refund(&self) -> f32 {
        let ratio = self.ratio.clamp(0.0, 1.0);
        ratio / (1.0 - ratio)
    }

    /// Returns how many tokens this time gives back.
    pub(super) fn refill(&self, elapsed: Duration) -> f32 {
        self.size() * elapsed.as_secs_f32() / self.window.as_secs_f32()
    }
}

impl Default for Threshold {
    fn default() -> Self {
        Threshold {
            faults: 5,
            window: Duration::from_secs(30),
            ratio: 0.5,
        }
    }
}

/// Everything that can be set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Settings {
    pub(super) cooldown: Cooldown,
    pub(super) threshold: Threshold,
    pub(super) probes: u16,
    pub(super) max_faults: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            cooldown: Cooldown::default(),
            threshold: Threshold::default(),
            probes: 1,
            max_faults: 10,
        }
    }
}
