//! The time of day, and the time that passes. Production reads the machine's clocks; a stage moves its own.
//!
//! The time of day can be set back or ahead under a running program. What is only waited for ([`Clock::sleep`]),
//! and how long ago something was ([`Clock::passed`]), is counted on a clock that always goes forward.

use std::{
    sync::{Arc, LazyLock},
    time::{Duration, Instant},
};

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use tokio::sync::watch;

/// A clock that everything in the program shares; clones show the same time.
///
/// Times are cut to microseconds, which is what both databases keep.
#[derive(Debug, Clone)]
pub struct Clock(ClockKind);

#[derive(Debug, Clone)]
enum ClockKind {
    Machine,
    Standing(Arc<watch::Sender<Hand>>),
    /// How far it is ahead of the machine's clock.
    Adjustable(Arc<watch::Sender<TimeDelta>>),
}

/// What a standing clock shows, and how much time has passed on it.
#[derive(Debug, Clone, Copy)]
struct Hand {
    shows: DateTime<Utc>,
    passed: Duration,
}

/// From when the machine's passing time is counted.
static START: LazyLock<Instant> = LazyLock::new(Instant::now);

impl Clock {
    /// The machine's clock.
    pub fn system() -> Clock {
        Clock(ClockKind::Machine)
    }

    /// A clock that stands still until it is moved.
    pub fn standing_at(now: DateTime<Utc>) -> Clock {
        let hand = watch::Sender::new(Hand {
            shows: now.trunc_subsecs(6),
            passed: Duration::ZERO,
        });
        Clock(ClockKind::Standing(Arc::new(hand)))
    }

    /// A clock that goes with the machine's and can be moved ahead of it.
    pub fn adjustable() -> Clock {
        let ahead = watch::Sender::new(TimeDelta::zero());
        Clock(ClockKind::Adjustable(Arc::new(ahead)))
    }

    pub fn now(&self) -> DateTime<Utc> {
        match &self.0 {
            ClockKind::Machine => machine(),
            ClockKind::Standing(hand) => hand.borrow().shows,
            ClockKind::Adjustable(ahead) => machine() + *ahead.borrow(),
        }
    }

    /// How much time has passed since some moment that is the same as long as the program runs. It never goes
    /// back, whatever is done to the time of day.
    pub fn passed(&self) -> Duration {
        match &self.0 {
            ClockKind::Machine => START.elapsed(),
            ClockKind::Standing(hand) => hand.borrow().passed,
            ClockKind::Adjustable(ahead) => {
                START.elapsed() + ahead.borrow().to_std().unwrap_or_default()
            }
        }
    }

    /// Lets time pass, and wakes whoever waits for a time that has come by that. The machine's
    /// clock goes by itself and is left alone.
    pub fn advance(&self, by: TimeDelta) {
        match &self.0 {
            ClockKind::Machine => {}
            ClockKind::Standing(hand) => hand.send_modify(|hand| {
                hand.shows += by;
                hand.passed += by.to_std().unwrap_or_default();
            }),
            ClockKind::Adjustable(ahead) => ahead.send_modify(|ahead| *ahead += by),
        }
    }

    /// Sets the time of day of a standing clock, as someone does who corrects a machine's; no time passes by that.
    pub fn set(&self, now: DateTime<Utc>) {
        if let ClockKind::Standing(hand) = &self.0 {
            hand.send_modify(|hand| hand.shows = now.trunc_subsecs(6));
        }
    }

    /// Waits until the clock shows `until`.
    pub async fn sleep_until(&self, until: DateTime<Utc>) {
        match &self.0 {
            ClockKind::Machine => pass(until - Utc::now()).await,
            ClockKind::Standing(hand) => {
                // The sender lives as long as the clock, so this ends only when the time has come.
                let _ = hand.subscribe().wait_for(|hand| hand.shows >= until).await;
            }
            ClockKind::Adjustable(ahead) => {
                let mut ahead = ahead.subscribe();
                loop {
                    let left = until - Utc::now() - *ahead.borrow_and_update();
                    tokio::select! {
                        () = pass(left) => return,
                        // Moved: there is less to wait for.
                        _ = ahead.changed() => {}
                    }
                }
            }
        }
    }

    /// Waits until so much has passed, as [`Clock::passed`] counts it.
    pub async fn sleep_until_passed(&self, until: Duration) {
        match &self.0 {
            ClockKind::Machine => tokio::time::sleep(until.saturating_sub(START.elapsed())).await,
            ClockKind::Standing(hand) => {
                let _ = hand.subscribe().wait_for(|hand| hand.passed >= until).await;
            }
            ClockKind::Adjustable(ahead) => {
                let mut ahead = ahead.subscribe();
                loop {
                    let moved = ahead.borrow_and_update().to_std().unwrap_or_default();
                    tokio::select! {
                        () = tokio::time::sleep(until.saturating_sub(START.elapsed() + moved)) => return,
                        _ = ahead.changed() => {}
                    }
                }
            }
        }
    }

    /// Lets so much time pass.
    pub async fn sleep(&self, time: Duration) {
        self.sleep_until_passed(self.passed() + time).await;
    }
}

/// So much later than a moment, or earlier; where there is no such moment, the last or first there is.
pub(crate) fn later(at: DateTime<Utc>, by: TimeDelta) -> DateTime<Utc> {
    let end = if by < TimeDelta::zero() {
        DateTime::<Utc>::MIN_UTC
    } else {
        DateTime::<Utc>::MAX_UTC
    };
    at.checked_add_signed(by).unwrap_or(end)
}

/// So many days later than a moment.
pub(crate) fn days_later(at: DateTime<Utc>, days: u32) -> DateTime<Utc> {
    later(at, TimeDelta::days(days.into()))
}

/// So many days earlier than a moment.
pub(crate) fn days_earlier(at: DateTime<Utc>, days: u32) -> DateTime<Utc> {
    later(at, -TimeDelta::days(days.into()))
}

fn machine() -> DateTime<Utc> {
    Utc::now().trunc_subsecs(6)
}

/// Lets so much of the machine's time pass; nothing, if the time is over.
async fn pass(time: TimeDelta) {
    tokio::time::sleep(time.to_std().unwrap_or(Duration::ZERO)).await;
}

#[cfg(test)]
mod tests {
    use std::{future::ready, pin::pin};

    use super::*;

    /// Someone who waits for an hour to pass wakes when it is moved by, and not before.
    async fn wakes_when_moved(clock: Clock) {
        let mut waiting = pin!(clock.sleep_until(clock.now() + TimeDelta::hours(2)));
        for _ in 0..2 {
            tokio::select! {
                biased;
                () = &mut waiting => panic!("woke before the time had come"),
                () = ready(()) => clock.advance(TimeDelta::hours(1)),
            }
        }
        waiting.await;
    }

    #[tokio::test]
    async fn a_standing_clock_wakes_by_being_moved() {
        wakes_when_moved(Clock::standing_at(DateTime::UNIX_EPOCH)).await;
    }

    #[tokio::test]
    async fn an_adjustable_clock_wakes_by_being_moved() {
        wakes_when_moved(Clock::adjustable()).await;
    }

    #[tokio::test]
    async fn an_adjustable_clock_goes_by_itself_too() {
        let clock = Clock::adjustable();
        clock.advance(TimeDelta::days(3));
        let then = clock.now();
        while clock.now() == then {
            std::hint::spin_loop();
        }
        assert!(clock.now() > then);
        clock.sleep_until(then).await;
    }

    #[tokio::test]
    async fn what_has_passed_does_not_come_back() {
        let clock = Clock::standing_at(DateTime::UNIX_EPOCH + TimeDelta::days(9));
        clock.advance(TimeDelta::hours(1));
        clock.set(DateTime::UNIX_EPOCH);
        assert_eq!(clock.now(), DateTime::UNIX_EPOCH);
        assert_eq!(clock.passed(), Duration::from_hours(1));
        clock.sleep_until_passed(Duration::from_hours(1)).await;
    }

    #[test]
    fn clones_are_moved_together_and_only_the_machine_s_clock_is_left_alone() {
        let check = |clock: Clock, by: TimeDelta| {
            let before = clock.now();
            clock.clone().advance(TimeDelta::days(1));
            let moved = clock.now() - before;
            let slack = TimeDelta::minutes(1); // a slow machine
            assert!((by..by + slack).contains(&moved), "{clock:?}: {moved}");
        };
        check(Clock::adjustable(), TimeDelta::days(1));
        check(Clock::standing_at(Utc::now()), TimeDelta::days(1));
        check(Clock::system(), TimeDelta::zero());
    }
}
