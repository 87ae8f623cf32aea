//! How much one account may ask of the bot. In memory only: a restart forgives. Moments are those of
//! [`Clock::passed`](domain::clock::Clock::passed).

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use domain::id::AccountId;

/// What is enough for anyone who means well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccountLimits {
    /// Messages and taps of one account within a minute.
    pub acts: u64,
    /// Files of one person within an hour. An album is one file: only its first is looked at.
    pub files: u64,
    /// Bytes in files of one person within a day.
    pub bytes: u64,
    /// Answers to someone the office does not know within a minute.
    pub answers: u64,
}

impl AccountLimits {
    /// What people do on their phones stays far below.
    pub const USUAL: AccountLimits = AccountLimits {
        acts: 60,
        files: 30,
        bytes: 200_000_000,
        answers: 1,
    };

    /// For programs that play people.
    pub const NONE: AccountLimits = AccountLimits {
        acts: u64::MAX,
        files: u64::MAX,
        bytes: u64::MAX,
        answers: u64::MAX,
    };
}

/// What becomes of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Pass,
    /// The first that is too much: it is said once a minute.
    Say,
    /// Nothing is said and nothing is done.
    Drop,
}

/// Why a file is not taken now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooMuch {
    Files,
    Bytes,
}

/// Counts what accounts do. Cloning is cheap; clones count together.
#[derive(Debug, Clone)]
pub struct Gate {
    limits: AccountLimits,
    counts: Arc<Mutex<Counts>>,
}

#[derive(Debug, Default)]
struct Counts {
    acts: Windows<AccountId>,
    files: Windows<AccountId>,
    bytes: Windows<AccountId>,
    answers: Windows<AccountId>,
}

impl Gate {
    pub fn new(limits: AccountLimits) -> Gate {
        Gate {
            limits,
            counts: Arc::default(),
        }
    }

    /// A message or a tap.
    pub fn act(&self, account: AccountId, now: Duration) -> Verdict {
        let minute = Duration::from_mins(1);
        let acts = self.with(|counts| counts.acts.add(account, 1, minute, now));
        match acts.saturating_sub(self.limits.acts) {
            0 => Verdict::Pass,
            1 => Verdict::Say,
            _ => Verdict::Drop,
        }
    }

    /// A file that is about to be fetched. What is refused is not counted.
    pub fn file(&self, account: AccountId, size: u64, now: Duration) -> Result<(), TooMuch> {
        let (hour, day) = (Duration::from_hours(1), Duration::from_hours(24));
        self.with(|counts| {
            if counts.files.count(account, hour, now) >= self.limits.files {
                return Err(TooMuch::Files);
            }
            let bytes = counts.bytes.count(account, day, now);
            if bytes.saturating_add(size) > self.limits.bytes {
                return Err(TooMuch::Bytes);
            }
            counts.files.add(account, 1, hour, now);
            counts.bytes.add(account, size, day, now);
            Ok(())
        })
    }

    /// Whether someone the office does not know is answered now.
    pub fn answers(&self, account: AccountId, now: Duration) -> bool {
        let minute = Duration::from_mins(1);
        let answers = self.with(|counts| counts.answers.add(account, 1, minute, now));
        answers <= self.limits.answers
    }

    fn with<T>(&self, count: impl FnOnce(&mut Counts) -> T) -> T {
        count(&mut self.counts.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// How often within a span of time that begins with the first.
#[derive(Debug)]
struct Windows<K>(HashMap<K, (Duration, u64)>);

impl<K> Default for Windows<K> {
    fn default() -> Self {
        Windows(HashMap::new())
    }
}

impl<K: Hash + Eq + Copy> Windows<K> {
    fn count(&self, key: K, span: Duration, now: Duration) -> u64 {
        match self.0.get(&key) {
            Some((since, count)) if *since + span > now => *count,
            _ => 0,
        }
    }

    /// Adds, and says how many there are now.
    fn add(&mut self, key: K, more: u64, span: Duration, now: Duration) -> u64 {
        if self.0.len() > 10_000 {
            self.0.retain(|_, (since, _)| *since + span > now);
        }
        let (since, count) = self.0.entry(key).or_insert((now, 0));
        if *since + span <= now {
            (*since, *count) = (now, 0);
        }
        *count = count.saturating_add(more);
        *count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOMEONE: AccountId = AccountId(7);

    fn at(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn too_many_acts_are_said_once_a_minute() {
        let gate = Gate::new(AccountLimits::USUAL);
        let mut verdicts = (0..100).map(|_| gate.act(SOMEONE, at(0)));
        assert!(
            verdicts
                .by_ref()
                .take(60)
                .all(|verdict| verdict == Verdict::Pass)
        );
        assert_eq!(verdicts.next(), Some(Verdict::Say));
        assert!(verdicts.all(|verdict| verdict == Verdict::Drop));
        assert_eq!(gate.act(AccountId(8), at(1)), Verdict::Pass, "others go on");
        assert_eq!(gate.act(SOMEONE, at(59)), Verdict::Drop);
        assert_eq!(gate.act(SOMEONE, at(60)), Verdict::Pass);
    }

    #[test]
    fn files_are_counted_by_the_hour_and_weighed_by_the_day() {
        let gate = Gate::new(AccountLimits::USUAL);
        for _ in 0..30 {
            assert_eq!(gate.file(SOMEONE, 1_000, at(0)), Ok(()));
        }
        assert_eq!(gate.file(SOMEONE, 1_000, at(3599)), Err(TooMuch::Files));
        assert_eq!(gate.file(SOMEONE, 199_000_000, at(3600)), Ok(()));
        assert_eq!(gate.file(SOMEONE, 2_000_000, at(7300)), Err(TooMuch::Bytes));
        assert_eq!(
            gate.file(SOMEONE, 1_000, at(7300)),
            Ok(()),
            "a small one fits"
        );
        assert_eq!(gate.file(SOMEONE, 2_000_000, at(86_400)), Ok(()));
    }

    #[test]
    fn a_stranger_is_answered_once_a_minute() {
        let gate = Gate::new(AccountLimits::USUAL);
        assert!(gate.answers(SOMEONE, at(0)));
        assert!(!gate.answers(SOMEONE, at(59)));
        assert!(gate.answers(SOMEONE, at(60)));
    }

    #[test]
    fn without_limits_nothing_is_too_much() {
        let gate = Gate::new(AccountLimits::NONE);
        assert!((0..1000).all(|_| gate.act(SOMEONE, at(0)) == Verdict::Pass));
        assert_eq!(gate.file(SOMEONE, u64::MAX, at(0)), Ok(()));
        assert_eq!(gate.file(SOMEONE, 1, at(0)), Ok(()));
    }
}
