//! Chats in which something is being answered: what follows from what someone did is told there after the
//! answer to it, never before.

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::sync::Notify;

/// All such chats. Clones share them.
#[derive(Debug, Clone, Default)]
pub struct Answering(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    chats: Mutex<Chats>,
    answered: Notify,
}

#[derive(Debug, Default)]
struct Chats {
    /// How much is in hand in each.
    in_hand: HashMap<i64, usize>,
    /// Those in which somebody waits for the last answer.
    awaited: HashSet<i64>,
}

/// Something that is in hand in a chat until this is dropped.
#[derive(Debug)]
pub struct InHand {
    chat: i64,
    all: Answering,
}

impl Answering {
    /// Something is taken in hand in a chat.
    pub fn begin(&self, chat: i64) -> InHand {
        *self.lock().in_hand.entry(chat).or_default() += 1;
        InHand {
            chat,
            all: self.clone(),
        }
    }

    /// Whether a chat waits for an answer; whoever asks is woken by [`Answering::answered`] when all is said.
    pub fn is_awaited(&self, chat: i64) -> bool {
        let mut chats = self.lock();
        let awaited = chats.in_hand.contains_key(&chat);
        if awaited {
            chats.awaited.insert(chat);
        }
        awaited
    }

    /// Ends when an answer that somebody asked for was given.
    pub async fn answered(&self) {
        self.0.answered.notified().await;
    }

    fn lock(&self) -> MutexGuard<'_, Chats> {
        // Nothing in here panics while it holds the lock.
        self.0.chats.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for InHand {
    fn drop(&mut self) {
        let mut chats = self.all.lock();
        let left = chats.in_hand.get(&self.chat).copied().unwrap_or(0);
        if left > 1 {
            chats.in_hand.insert(self.chat, left - 1);
            return;
        }
        chats.in_hand.remove(&self.chat);
        if chats.awaited.remove(&self.chat) {
            self.all.0.answered.notify_one();
        }
    }
}

#[cfg(test)]
mod tests {
    use futures::FutureExt;

    use super::Answering;

    #[test]
    fn a_chat_is_awaited_until_the_last_answer_and_then_somebody_is_woken() {
        let all = Answering::default();
        let (first, second) = (all.begin(1), all.begin(1));
        assert!(!all.is_awaited(2));
        assert!(all.is_awaited(1));
        drop(first);
        assert!(all.answered().now_or_never().is_none());
        assert!(all.is_awaited(1));
        drop(second);
        assert!(all.answered().now_or_never().is_some());
        assert!(!all.is_awaited(1));
    }

    #[test]
    fn nobody_is_woken_who_did_not_ask() {
        let all = Answering::default();
        drop(all.begin(1));
        assert!(all.answered().now_or_never().is_none());
    }
}
