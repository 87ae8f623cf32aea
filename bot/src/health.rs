//! What the bot has in hand right now: for operations, and for a stage that waits until all is done.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use chrono::{DateTime, Utc};
use tokio::sync::watch;

/// Counts of work in hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "they are independent facts")]
pub struct Health {
    /// Updates that are stored and not handled yet.
    pub updates_waiting: u64,
    /// Answers that are decided and not sent yet.
    pub replies_waiting: u64,
    /// Notices that the courier knows of and has not told yet.
    pub notices_waiting: u64,
    /// Up to which of the database's rings the courier has looked for notices; none before it has
    /// looked for what an earlier run left behind.
    pub rings_heard: Option<u64>,
    /// Up to which of the database's issues the printer has made what was to be made, or seen that it cannot yet.
    pub issues_seen: Option<u64>,
    /// Up to which of the database's holds the clockwork knows when the next decision is to be sent.
    pub holds_heard: Option<u64>,
    /// How many answers and notices are being told right now, and do not wait for their turn.
    pub tellings: u64,
    /// When the next message may go, where one waits for its turn; counted as `Clock::passed` counts.
    pub pace_waits_until: Option<Duration>,
    /// When the clockwork looks again what is due; none before it has looked for the first time.
    pub clockwork_wakes_at: Option<DateTime<Utc>>,
    /// Updates handled since the start.
    pub updates_handled: u64,
    /// Messages sent and edited since the start.
    pub messages_sent: u64,
    /// Answers that did not go out since the start, however often they were tried.
    pub answers_lost: u64,
    /// Notices that could not be read or drawn since the start, and stand aside in the outbox with the reason.
    pub notices_set_aside: u64,
    /// How often a part of the bot has died since the start and was begun anew.
    pub parts_died: u64,
    /// Whether updates come: they can be asked for, or Telegram knows where to bring them.
    pub intake_is_open: bool,
    /// Whether the bot ends because another one takes the updates away from it.
    pub token_is_taken: bool,
    /// Whether the bot ends because another one leads by now.
    pub is_deposed: bool,
    /// Whether one has died so often that the bot ends.
    pub has_failed: bool,
    /// Messages since the start of which the bot reads nothing, whatever they are; they are answered.
    pub messages_unread: u64,
}

/// What has been left for others to take up, and what time it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Left {
    /// How many transactions have left something to tell, or a paper to make.
    pub rings: u64,
    pub issues: u64,
    /// How many transactions have left a decision that is to be sent.
    pub holds: u64,
    pub now: DateTime<Utc>,
}

impl Health {
    /// Whether nothing is in hand, and all that was left has been taken up. It must have been left before this was
    /// looked at or be counted in it, so `left` is asked after it.
    fn is_idle(&self, left: Left) -> bool {
        self.updates_waiting == 0
            && self.replies_waiting == 0
            && self.notices_waiting == 0
            && self.rings_heard == Some(left.rings)
            && self.issues_seen == Some(left.issues)
            && self.holds_heard == Some(left.holds)
            && self
                .clockwork_wakes_at
                .is_some_and(|wakes| wakes > left.now)
    }
}

/// Where all who count write it down, and whoever wants to know looks.
#[derive(Debug, Clone, Default)]
pub struct Board {
    health: watch::Sender<Health>,
    /// The messages of which the bot reads nothing, by their kind.
    unread: Arc<Mutex<BTreeMap<String, u64>>>,
}

impl Board {
    pub fn count(&self, change: impl FnOnce(&mut Health)) {
        self.health.send_modify(change);
    }

    /// Counts something as in hand until what is returned is dropped, also by a panic: `begins` and `ends` change
    /// one count by one.
    pub fn in_hand(&self, begins: fn(&mut Health), ends: fn(&mut Health)) -> Counted {
        self.count(begins);
        Counted {
            board: self.clone(),
            ends,
        }
    }

    /// Counts a call for something that is told, until what is returned is dropped.
    pub fn telling(&self) -> Counted {
        self.in_hand(|health| health.tellings += 1, |health| health.tellings -= 1)
    }

    pub fn now(&self) -> Health {
        *self.health.borrow()
    }

    pub fn watch(&self) -> watch::Receiver<Health> {
        self.health.subscribe()
    }

    /// Whether nothing is in hand. It is one look: of two, the first might see no notice because the courier has not
    /// looked yet, and the second that it has.
    pub fn is_idle(&self, left: impl FnOnce() -> Left) -> bool {
        let health = self.now();
        health.is_idle(left())
    }

    /// Counts a message of which the bot reads nothing, by its kind; whether it is the first of that kind.
    pub fn unread(&self, kind: &str) -> bool {
        self.count(|health| health.messages_unread += 1);
        let mut unread = self.unread.lock().unwrap_or_else(PoisonError::into_inner);
        let count = unread.entry(kind.to_owned()).or_default();
        *count += 1;
        *count == 1
    }

    /// The kinds of messages of which the bot has read nothing, and how many there were of each.
    pub fn unread_by_kind(&self) -> BTreeMap<String, u64> {
        let unread = self.unread.lock().unwrap_or_else(PoisonError::into_inner);
        unread.clone()
    }
}

/// Something that is counted as in hand until this is dropped.
#[derive(Debug)]
pub struct Counted {
    board: Board,
    ends: fn(&mut Health),
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.board.count(self.ends);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(rings: u64) -> Left {
        Left {
            rings,
            issues: 0,
            holds: 0,
            now: DateTime::UNIX_EPOCH,
        }
    }

    /// All is told, and somebody's update was handled a moment ago: what it left rang once.
    fn after_an_act(health: &mut Health) {
        health.rings_heard = Some(1);
        health.issues_seen = Some(0);
        health.holds_heard = Some(0);
        health.clockwork_wakes_at = Some(DateTime::UNIX_EPOCH + chrono::TimeDelta::minutes(1));
    }

    #[test]
    fn nothing_is_in_hand_once_all_is_told() {
        let board = Board::default();
        assert!(!board.is_idle(|| left(1)), "nobody has looked yet");
        board.count(after_an_act);
        assert!(board.is_idle(|| left(1)));
        assert!(!board.is_idle(|| left(2)), "it has rung once more");
        board.count(|health| health.notices_waiting = 1);
        assert!(!board.is_idle(|| left(1)));
    }

    #[test]
    fn what_the_courier_finds_meanwhile_is_in_hand() {
        let board = Board::default();
        board.count(after_an_act);
        // It looks at the very moment at which somebody wants to know: it has heard, and has a notice to tell.
        let looks = || {
            board.count(|health| {
                health.rings_heard = Some(2);
                health.notices_waiting = 1;
            });
            left(2)
        };
        assert!(!board.is_idle(looks));
    }
}
