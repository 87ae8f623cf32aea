//! The question that is open in each chat. Lost in a restart without harm: its buttons then stay, and a tap on them is
//! answered with the question that is open.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use domain::id::{AccountId, CardId, MessageId, PersonId};

use crate::text::{Html, Screen};

/// Clones share it.
#[derive(Debug, Clone, Default)]
pub(super) struct OpenQuestions(Arc<Mutex<HashMap<AccountId, OpenQuestion>>>);

#[derive(Debug)]
struct OpenQuestion {
    message: MessageId,
    /// As it was asked.
    text: Html,
    /// Whose card lies there.
    card: Option<(PersonId, CardId)>,
}

/// Where a question stood that nobody answers there any more.
pub(super) struct LeftQuestion {
    pub message: MessageId,
    /// Whose card lies there and is to be seen again.
    pub card: Option<(PersonId, CardId)>,
}

impl OpenQuestions {
    /// A question stands in this message now; returns where the one before it stands, if that is elsewhere.
    pub(super) fn begins(
        &self,
        chat: AccountId,
        message: MessageId,
        screen: &Screen,
    ) -> Option<LeftQuestion> {
        let text = screen.text.clone();
        let mut open = self.lock();
        let before = open.remove(&chat);
        // The next question of a form stands where the one before it stood, and that may be a card.
        let here = before.as_ref().filter(|before| before.message == message);
        let card = screen.in_place_of.or(here.and_then(|here| here.card));
        let question = OpenQuestion {
            message,
            text,
            card,
        };
        open.insert(chat, question);
        let left = before.filter(|before| before.message != message);
        left.map(|left| LeftQuestion {
            message: left.message,
            card: left.card,
        })
    }

    /// A message is no question any more. Another one that is open stays open.
    pub(super) fn ends(&self, chat: AccountId, message: MessageId) {
        let mut open = self.lock();
        if open.get(&chat).is_some_and(|open| open.message == message) {
            open.remove(&chat);
        }
    }

    /// Where a question is open that reads like this.
    pub(super) fn where_it_stands(&self, chat: AccountId, screen: &Screen) -> Option<MessageId> {
        let open = self.lock();
        let open = open.get(&chat).filter(|open| open.text == screen.text);
        open.map(|open| open.message)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<AccountId, OpenQuestion>> {
        // Nothing in here panics while it holds the lock.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
