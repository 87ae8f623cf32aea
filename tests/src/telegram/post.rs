//! The updates on their way to the bot.

use std::{collections::VecDeque, sync::Arc};

use super::{ids::UpdateId, object};

/// How many old updates can still be sent once more.
const REMEMBERED: usize = 10_000;

/// What comes when the bot has not said what it wants.
const NOT_BY_DEFAULT: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

/// The queue of updates, as `getUpdates` sees it.
#[derive(Clone)]
pub(super) struct Post {
    queue: VecDeque<Letter>,
    /// Sent once more, whatever the bot has confirmed.
    again: VecDeque<Letter>,
    past: VecDeque<Letter>,
    last: u32,
    pub(super) allowed: Option<Vec<String>>,
    pub(super) webhook: Option<String>,
    /// The number of the newest poll; an older one that still waits is ended.
    pub(super) poll: u64,
    pub(super) polls_waiting: usize,
}

#[derive(Clone)]
struct Letter {
    id: u32,
    json: Arc<str>,
}

impl Default for Post {
    fn default() -> Post {
        Post {
            queue: VecDeque::new(),
            again: VecDeque::new(),
            past: VecDeque::new(),
            last: 870_000_000,
            allowed: None,
            webhook: None,
            poll: 0,
            polls_waiting: 0,
        }
    }
}

impl Post {
    /// Puts an update into the queue, unless the bot has said that it does not want such updates.
    pub(super) fn put(&mut self, what: object::What) {
        let kind = what.kind();
        let wanted = match &self.allowed {
            Some(allowed) => allowed.iter().any(|wanted| wanted == kind),
            None => !NOT_BY_DEFAULT.contains(&kind),
        };
        if !wanted {
            return;
        }
        self.last += 1;
        let update = object::Update {
            update_id: self.last,
            what,
        };
        let json = serde_json::to_string(&update).expect("an update is plain data");
        let letter = Letter {
            id: self.last,
            json: json.into(),
        };
        self.queue.push_back(letter.clone());
        self.past.push_back(letter);
        if self.past.len() > REMEMBERED {
            self.past.pop_front();
        }
    }

    /// Puts an old update on its way once more; `false` if it is forgotten.
    pub(super) fn put_again(&mut self, id: UpdateId) -> bool {
        let found = self.past.iter().find(|letter| letter.id == id.0).cloned();
        let known = found.is_some();
        self.again.extend(found);
        known
    }

    /// Confirms what lies before the offset and hands out what is next.
    pub(super) fn collect(&mut self, offset: i64, limit: usize) -> Vec<Arc<str>> {
        if offset < 0 {
            let keep = usize::try_from(-offset).unwrap_or(usize::MAX);
            let gone = self.queue.len().saturating_sub(keep);
            self.queue.drain(..gone);
        }
        while let Some(first) = self.queue.front()
            && i64::from(first.id) < offset
        {
            self.queue.pop_front();
        }
        let again = self.again.len().min(limit);
        let mut batch: Vec<Letter> = self.again.drain(..again).collect();
        batch.extend(self.queue.iter().take(limit - again).cloned());
        batch.into_iter().map(|letter| letter.json).collect()
    }

    pub(super) fn forget(&mut self) {
        self.queue.clear();
        self.again.clear();
    }

    pub(super) fn pending(&self) -> usize {
        self.queue.len() + self.again.len()
    }

    pub(super) fn last(&self) -> Option<UpdateId> {
        self.past.back().map(|letter| UpdateId(letter.id))
    }
}
