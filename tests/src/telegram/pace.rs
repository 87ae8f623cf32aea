//! How fast a bot may write, after the Bot FAQ: about one message a second in a chat, twenty a
//! minute in a group, thirty a second in all. Short bursts are forgiven.

use std::{collections::HashMap, time::Duration};

use chrono::{DateTime, Utc};

use super::ids::ChatId;

/// The buckets of all chats.
#[derive(Default)]
pub(super) struct Pace {
    all: Option<Bucket>,
    chats: HashMap<ChatId, Bucket>,
}

/// A bucket of permissions that fills slowly.
struct Bucket {
    left: f64,
    at: DateTime<Utc>,
}

impl Pace {
    /// Takes a permission to write into this chat, or says how many seconds to wait.
    pub(super) fn take(&mut self, chat: ChatId, now: DateTime<Utc>) -> Result<(), u32> {
        let (size, each) = match chat.person() {
            Some(_) => (4.0, Duration::from_secs(1)),
            None => (20.0, Duration::from_secs(3)),
        };
        let bucket = self.chats.entry(chat).or_insert(Bucket {
            left: size,
            at: now,
        });
        bucket.fill(size, each, now);
        let all = self.all.get_or_insert(Bucket {
            left: 30.0,
            at: now,
        });
        let each_of_all = Duration::from_secs(1) / 30;
        all.fill(30.0, each_of_all, now);
        let wait = bucket.wait(each).max(all.wait(each_of_all));
        if wait > 0.0 {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a wait is a small positive number of seconds"
            )]
            return Err(wait.ceil() as u32);
        }
        bucket.left -= 1.0;
        all.left -= 1.0;
        Ok(())
    }
}

impl Bucket {
    fn fill(&mut self, size: f64, each: Duration, now: DateTime<Utc>) {
        let passed = (now - self.at).to_std().unwrap_or_default().as_secs_f64();
        self.left = (self.left + passed / each.as_secs_f64()).min(size);
        self.at = now;
    }

    /// Seconds until one permission is there.
    fn wait(&self, each: Duration) -> f64 {
        ((1.0 - self.left) * each.as_secs_f64()).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many messages in a row go through, and how long the next one has to wait.
    fn burst(chat: i64) -> (usize, u32) {
        let (mut pace, now) = (Pace::default(), Utc::now());
        let mut sent = 0;
        loop {
            match pace.take(ChatId(chat), now) {
                Ok(()) => sent += 1,
                Err(wait) => return (sent, wait),
            }
        }
    }

    #[test]
    fn a_burst_is_forgiven_and_then_one_waits() {
        assert_eq!(burst(7), (4, 1));
        assert_eq!(burst(-7), (20, 3));
    }

    #[test]
    fn all_chats_together_have_a_limit() {
        let (mut pace, now) = (Pace::default(), Utc::now());
        let sent = (1..100).take_while(|chat| pace.take(ChatId(*chat), now).is_ok());
        assert_eq!(sent.count(), 30);
        let later = now + Duration::from_secs(1);
        assert!(pace.take(ChatId(500), later).is_ok());
    }
}
