//! Other bots with the same token, who take updates away.

use std::{collections::VecDeque, time::Duration};

use domain::clock::Clock;

/// A restart meets the one before it now and then. Whoever meets another so often goes.
const TOO_OFTEN: u64 = 4;
/// Whoever has been there for longer has more patience, one time for each second, since the new one is the mistake.
const MOST_PATIENCE: u64 = 26;
const WITHIN: Duration = Duration::from_mins(10);

/// When another was met.
pub(super) struct Rivals {
    clock: Clock,
    since: Duration,
    met: VecDeque<Duration>,
}

impl Rivals {
    pub(super) fn since(clock: Clock) -> Rivals {
        Rivals {
            since: clock.passed(),
            clock,
            met: VecDeque::new(),
        }
    }

    /// Notes that another was met just now. Whether that is once too often.
    pub(super) fn are_too_many(&mut self) -> bool {
        let now = self.clock.passed();
        self.met.push_back(now);
        while self.met.front().is_some_and(|met| *met + WITHIN < now) {
            self.met.pop_front();
        }
        let first = self.met.front().copied().unwrap_or(now);
        let patience = first.saturating_sub(self.since).as_secs();
        self.met.len() as u64 >= TOO_OFTEN + patience.min(MOST_PATIENCE)
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta};

    use super::*;

    #[test]
    fn the_new_one_goes_first() {
        let clock = Clock::standing_at(DateTime::UNIX_EPOCH);
        let mut old = Rivals::since(clock.clone());
        clock.advance(TimeDelta::seconds(2));
        let mut new = Rivals::since(clock.clone());
        let (mut of_old, mut of_new) = (0, 0);
        while !new.are_too_many() {
            assert!(!old.are_too_many());
            of_new += 1;
            clock.advance(TimeDelta::seconds(3));
        }
        assert_eq!(of_new, TOO_OFTEN - 1);
        // What was long ago counts no more.
        clock.advance(TimeDelta::minutes(11));
        while !old.are_too_many() {
            of_old += 1;
        }
        assert_eq!(of_old, TOO_OFTEN + MOST_PATIENCE - 1);
    }
}
