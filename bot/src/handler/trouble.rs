//! When the office's own machinery fails while someone is served.

use std::sync::{Arc, Mutex, PoisonError};

use domain::{Counter, Error, Language, id::AccountId};
use teloxide::types::{Chat, Update, UpdateKind};

use super::{say, visit::Tap};
use crate::{
    text::{Screen, Words, words::t},
    voice::Reply,
};

/// What went wrong before a handler was found. A filter of the tree can only say yes or no.
#[derive(Clone, Default)]
pub struct NotedError(Arc<Mutex<Option<Error>>>);

impl NotedError {
    pub fn note(&self, error: Error) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
    }

    pub fn take(&self) -> Option<Error> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// What the one who acted hears when it did not come to anything, or was recorded and then went wrong. In groups
/// nothing is said.
pub fn sorry(update: &Update, words: &Words, is_recorded: bool) -> Vec<Reply> {
    let Some(user) = update.from() else {
        return Vec::new();
    };
    let speech = words.speech(Language::from_tag(
        user.language_code.as_deref().unwrap_or_default(),
    ));
    match &update.kind {
        UpdateKind::CallbackQuery(query) if is_recorded => {
            vec![Tap::of(query).alert(t!(plain speech, "trouble-recorded"))]
        }
        UpdateKind::CallbackQuery(query) => {
            vec![Tap::of(query).alert(t!(plain speech, "trouble"))]
        }
        UpdateKind::Message(_) if update.chat().is_some_and(Chat::is_private) => {
            say(Screen::new(if is_recorded {
                t!(speech, "trouble-recorded")
            } else {
                t!(speech, "trouble")
            }))
        }
        _ => Vec::new(),
    }
}

/// What someone hears whose words wait until the office's machinery runs again.
pub async fn takes_longer(counter: &Counter, words: &Words, account: AccountId) -> Vec<Reply> {
    let person = counter.db.person_of(account).await.ok().flatten();
    let language = person.map_or(Language::default(), |person| person.language);
    say(Screen::new(t!(words.speech(language), "takes-longer")))
}
