//! The one message of each chat whose buttons lead from screen to screen: a menu, a list, or whatever it was turned into.
//! Where another one opens, the buttons of the one before go, so that nobody taps in what has long changed.
//!
//! It is known from the start on and noted with each change, so it outlives a restart, and whoever leads next knows it.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use domain::{
    Counter, Error,
    command::standing,
    id::{AccountId, MessageId},
};
use futures::FutureExt;

use crate::{
    telegram::{
        Client, decoration,
        pace::{Pace, Precedence},
    },
    text::Screen,
};

/// Clones share it.
#[derive(Clone)]
pub struct LiveLists {
    telegram: Client,
    counter: Counter,
    pace: Pace,
    stand: Arc<Mutex<HashMap<AccountId, MessageId>>>,
}

impl LiveLists {
    /// As they stood when this program began to lead: nobody else writes them as long as it does.
    pub async fn load(
        counter: &Counter,
        telegram: &Client,
        pace: &Pace,
    ) -> Result<LiveLists, Error> {
        let stand = counter.db.lists().await?.into_iter().collect();
        Ok(LiveLists {
            telegram: telegram.clone(),
            counter: counter.clone(),
            pace: pace.clone(),
            stand: Arc::new(Mutex::new(stand)),
        })
    }

    /// A message shows this screen now. `stripped` has just lost its buttons for another reason.
    pub async fn shows(
        &self,
        chat: AccountId,
        message: MessageId,
        screen: &Screen,
        stripped: Option<MessageId>,
    ) {
        if !screen.leads_on() {
            return self.ends(chat, message).await;
        }
        if chat.is_group() {
            return;
        }
        let before = self.lock().insert(chat, message);
        if before == Some(message) {
            return;
        }
        self.note(chat, Some(message)).await;
        if let Some(before) = before.filter(|before| stripped != Some(*before)) {
            // Where very many open a list at once, answers go first, and what nobody misses is let go.
            let entered = self.pace.enter(chat.0, Precedence::Answer, Duration::ZERO);
            let Some(_going) = entered.turn().now_or_never() else {
                return;
            };
            // That they stay where Telegram does not take it does no harm: each of them is judged when it is tapped.
            let _ = decoration(self.telegram.take_buttons(chat, before)).await;
        }
    }

    /// A message shows something else now, whose buttons are nobody's business here.
    pub async fn ends(&self, chat: AccountId, message: MessageId) {
        let was_here = {
            let mut stand = self.lock();
            let was_here = stand.get(&chat) == Some(&message);
            if was_here {
                stand.remove(&chat);
            }
            was_here
        };
        if was_here {
            self.note(chat, None).await;
        }
    }

    async fn note(&self, chat: AccountId, message: Option<MessageId>) {
        if let Err(error) = standing::list_stands(&self.counter, chat, message).await {
            // The next start may leave the buttons of one list where they are.
            tracing::warn!(chat.id = %chat, %error, "where a list stands could not be noted");
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<AccountId, MessageId>> {
        // Nothing in here panics while it holds the lock.
        self.stand.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
