//! Telegram's pace: how soon the next message may go to a chat.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

/// How many messages Telegram takes (Bot FAQ): about one a second in one chat, about thirty a second
/// in all, twenty a minute in one group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaceLimits {
    /// Between two messages in one private chat.
    pub per_chat: TimeDelta,
    /// Between two messages in one group.
    pub per_group: TimeDelta,
    /// Between any two messages, over time; a second's worth may go at once.
    pub in_all: TimeDelta,
}

impl PaceLimits {
    /// What Telegram's own servers take.
    pub const TELEGRAM: PaceLimits = PaceLimits {
        per_chat: TimeDelta::milliseconds(1000),
        per_group: TimeDelta::milliseconds(3000),
        in_all: TimeDelta::microseconds(33_334),
    };

    /// No pace of our own: only what the server says is obeyed. For one's own Bot API server.
    pub const NONE: PaceLimits = PaceLimits {
        per_chat: TimeDelta::zero(),
        per_group: TimeDelta::zero(),
        in_all: TimeDelta::zero(),
    };
}

/// Keeps the pace. A group's id is negative, as Telegram numbers them.
#[derive(Debug)]
pub struct Pace {
    limits: PaceLimits,
    chats: HashMap<i64, DateTime<Utc>>,
    /// The moment up to which the whole allowance is spent.
    spent: DateTime<Utc>,
}

impl Pace {
    pub fn new(limits: PaceLimits) -> Pace {
        Pace {
            limits,
            chats: HashMap::new(),
            spent: DateTime::UNIX_EPOCH,
        }
    }

    /// Takes the right to send to a chat now, or says when to ask again.
    pub fn take(&mut self, chat: i64, now: DateTime<Utc>) -> Result<(), DateTime<Utc>> {
        if let Some(free) = self.chats.get(&chat).filter(|free| **free > now) {
            return Err(*free);
        }
        let burst = TimeDelta::seconds(1);
        if self.spent > now + burst {
            return Err(self.spent - burst);
        }
        self.note(chat, now);
        Ok(())
    }

    /// Notes a message that was sent without asking: the answer to someone who has just written.
    pub fn note(&mut self, chat: i64, now: DateTime<Utc>) {
        self.spent = self.spent.max(now) + self.limits.in_all;
        let gap = self.gap(chat);
        if gap > TimeDelta::zero() {
            self.chats.insert(chat, now + gap);
        }
        if self.chats.len() > 10_000 {
            self.chats.retain(|_, free| *free > now);
        }
    }

    fn gap(&self, chat: i64) -> TimeDelta {
        if chat < 0 {
            self.limits.per_group
        } else {
            self.limits.per_chat
        }
    }

    /// Notes one more call beside a message: opening a topic writes into the group, too.
    pub fn note_beside(&mut self, chat: i64, now: DateTime<Utc>) {
        self.spent = self.spent.max(now) + self.limits.in_all;
        let gap = self.gap(chat);
        if let Some(free) = self.chats.get_mut(&chat) {
            *free = (*free).max(now) + gap;
        }
    }

    /// Telegram asks us to leave a chat alone until then.
    pub fn hold(&mut self, chat: i64, until: DateTime<Utc>) {
        let free = self.chats.entry(chat).or_insert(until);
        *free = (*free).max(until);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(ms: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::milliseconds(1_000_000_000_000 + ms)
    }

    #[test]
    fn one_message_a_second_in_one_chat() {
        let mut pace = Pace::new(PaceLimits::TELEGRAM);
        assert_eq!(pace.take(1, at(0)), Ok(()));
        assert_eq!(pace.take(1, at(400)), Err(at(1000)));
        assert_eq!(pace.take(2, at(400)), Ok(()), "another chat does not wait");
        assert_eq!(pace.take(1, at(1000)), Ok(()));
    }

    #[test]
    fn twenty_a_minute_in_a_group() {
        let mut pace = Pace::new(PaceLimits::TELEGRAM);
        assert_eq!(pace.take(-5, at(0)), Ok(()));
        assert_eq!(pace.take(-5, at(2999)), Err(at(3000)));
        assert_eq!(pace.take(-5, at(3000)), Ok(()));
    }

    #[test]
    fn what_is_done_beside_a_message_counts_too() {
        let mut pace = Pace::new(PaceLimits::TELEGRAM);
        assert_eq!(pace.take(-5, at(0)), Ok(()));
        pace.note_beside(-5, at(10));
        assert_eq!(pace.take(-5, at(3000)), Err(at(6000)));
    }

    #[test]
    fn thirty_a_second_in_all_after_a_second_at_once() {
        let mut pace = Pace::new(PaceLimits::TELEGRAM);
        let sent = (0..1000)
            .take_while(|chat| pace.take(*chat + 1, at(0)).is_ok())
            .count();
        assert_eq!(sent, 30);
        let next = pace.take(5000, at(0)).unwrap_err();
        assert!(next <= at(34), "{next}");
        assert_eq!(pace.take(5000, next), Ok(()));
    }

    #[test]
    fn what_telegram_asks_is_obeyed() {
        let mut pace = Pace::new(PaceLimits::NONE);
        pace.hold(1, at(7000));
        assert_eq!(pace.take(1, at(0)), Err(at(7000)));
        assert_eq!(pace.take(1, at(7000)), Ok(()));
        assert_eq!(
            pace.take(1, at(7000)),
            Ok(()),
            "without limits of our own nothing else holds"
        );
    }
}
