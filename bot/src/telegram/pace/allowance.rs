//! What Telegram still takes.

use std::{collections::HashMap, time::Duration};

use super::Precedence;

/// So many messages may go at once where none went before.
const BURST: u32 = 30;
/// Of so many chats it is remembered when they were written to, before those are forgotten whose time is over.
const REMEMBERED: usize = 10_000;

/// How many messages Telegram takes (Bot FAQ): about one a second in one chat, about thirty a second
/// in all, twenty a minute in one group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaceLimits {
    /// Between two messages in one private chat.
    pub per_chat: Duration,
    /// Between two messages in one group.
    pub per_group: Duration,
    /// Between any two messages, over time; some may go at once.
    pub in_all: Duration,
}

impl PaceLimits {
    /// What Telegram's own servers take.
    pub const TELEGRAM: PaceLimits = PaceLimits {
        per_chat: Duration::from_secs(1),
        per_group: Duration::from_secs(3),
        in_all: Duration::from_nanos(33_333_334),
    };

    /// No pace of our own: only what the server says is obeyed. For one's own Bot API server.
    pub const NONE: PaceLimits = PaceLimits {
        per_chat: Duration::ZERO,
        per_group: Duration::ZERO,
        in_all: Duration::ZERO,
    };
}

/// Why a message has to wait, and until when.
pub(super) enum Busy {
    Chat(Duration),
    All(Duration),
}

/// What Telegram still takes.
pub(super) struct Allowance {
    limits: PaceLimits,
    chats: HashMap<i64, Chat>,
    /// The moment up to which the whole allowance is spent.
    spent: Duration,
}

#[derive(Default)]
struct Chat {
    /// From when another message keeps its distance.
    free: Duration,
    /// Until when Telegram wants nothing from us there.
    held: Duration,
}

impl Allowance {
    pub(super) fn new(limits: PaceLimits) -> Allowance {
        Allowance {
            limits,
            chats: HashMap::new(),
            spent: Duration::ZERO,
        }
    }

    /// Whether a message may go now.
    pub(super) fn free_at(
        &self,
        chat: i64,
        precedence: Precedence,
        now: Duration,
    ) -> Result<(), Busy> {
        if let Some(chat) = self.chats.get(&chat) {
            let free = match precedence {
                Precedence::Answer => chat.held,
                Precedence::Notice(_) => chat.held.max(chat.free),
            };
            if free > now {
                return Err(Busy::Chat(free));
            }
        }
        match self.spent.checked_sub(self.limits.in_all * (BURST - 1)) {
            Some(at) if at > now => Err(Busy::All(at)),
            _ => Ok(()),
        }
    }

    /// A message goes.
    pub(super) fn note(&mut self, chat: i64, now: Duration) {
        self.spent = self.spent.max(now) + self.limits.in_all;
        let gap = self.gap(chat);
        if gap > Duration::ZERO {
            self.chats.entry(chat).or_default().free = now + gap;
        }
        if self.chats.len() > REMEMBERED {
            self.chats.retain(|_, chat| chat.free.max(chat.held) > now);
        }
    }

    pub(super) fn note_beside(&mut self, chat: i64, now: Duration) {
        self.spent = self.spent.max(now) + self.limits.in_all;
        let gap = self.gap(chat);
        if let Some(chat) = self.chats.get_mut(&chat) {
            chat.free = chat.free.max(now) + gap;
        }
    }

    fn gap(&self, chat: i64) -> Duration {
        if chat < 0 {
            self.limits.per_group
        } else {
            self.limits.per_chat
        }
    }

    pub(super) fn hold(&mut self, chat: i64, until: Duration) {
        let chat = self.chats.entry(chat).or_default();
        chat.held = chat.held.max(until);
    }
}
