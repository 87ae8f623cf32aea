//! Since when a question stands in a chat: what was typed before that was not meant as its answer. After an outage
//! people have often typed the same twice.
//!
//! In memory only: whoever types to a question that an earlier run has shown is taken at their word.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use domain::{command::FormPage, id::AccountId};

/// So many seconds say nothing: dates are whole seconds, and of several clocks.
const SLACK: i64 = 5;

/// Names a question among all that a person can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionName(String);

impl QuestionName {
    /// The question that a form asks now; in a table it is a cell's.
    pub fn of(page: &FormPage) -> QuestionName {
        let filling = &page.draft.filling;
        let code = |field: Option<&domain::procedure::Field>| {
            field.map_or_else(String::new, |field| field.code.to_string())
        };
        let question = code(filling.question(&page.form));
        QuestionName(format!(
            "{}/{question}/{}",
            page.draft.token,
            code(page.asked())
        ))
    }
}

/// The question that was shown last in each chat. Clones share it.
#[derive(Debug, Clone, Default)]
pub struct Shown(Arc<Mutex<HashMap<AccountId, ShownQuestion>>>);

#[derive(Debug)]
struct ShownQuestion {
    name: QuestionName,
    /// Seconds since 1970.
    since: i64,
    /// That is Telegram's own time, and not ours at which we handed the question over.
    is_certain: bool,
}

impl Shown {
    /// A question is on its way, from this moment by our own clock. One that is shown again is not new.
    pub fn is_asked(&self, chat: AccountId, name: &QuestionName, now: i64) {
        let mut shown = self.lock();
        if shown.get(&chat).is_none_or(|shown| shown.name != *name) {
            let question = ShownQuestion {
                name: name.clone(),
                since: now,
                is_certain: false,
            };
            shown.insert(chat, question);
        }
    }

    /// A question was shown, at this moment by Telegram's clock.
    pub fn is_shown(&self, chat: AccountId, name: &QuestionName, date: i64) {
        let mut shown = self.lock();
        let shown = shown.get_mut(&chat).filter(|shown| shown.name == *name);
        if let Some(shown) = shown.filter(|shown| !shown.is_certain) {
            (shown.since, shown.is_certain) = (date, true);
        }
    }

    /// Whether what someone sent at `date`, by Telegram's clock, was sent before the question stood there.
    pub fn is_earlier(&self, chat: AccountId, name: &QuestionName, date: i64) -> bool {
        let shown = self.lock();
        shown
            .get(&chat)
            .is_some_and(|shown| shown.name == *name && date + SLACK < shown.since)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<AccountId, ShownQuestion>> {
        // Nothing in here panics while it holds the lock.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_before_a_question_is_not_its_answer() {
        let shown = Shown::default();
        let chat = AccountId(1);
        let [name, unit] = ["name", "unit"].map(|name| QuestionName(name.to_owned()));
        assert!(!shown.is_earlier(chat, &name, 1), "nothing is known of it");
        shown.is_asked(chat, &name, 100);
        shown.is_shown(chat, &name, 98);
        assert!(shown.is_earlier(chat, &name, 92));
        assert!(!shown.is_earlier(chat, &name, 93), "too close to say");
        shown.is_asked(chat, &name, 200);
        shown.is_shown(chat, &name, 200);
        assert!(!shown.is_earlier(chat, &name, 98), "it stands there still");
        shown.is_asked(chat, &unit, 200);
        assert!(shown.is_earlier(chat, &unit, 98));
        assert!(!shown.is_earlier(chat, &name, 98));
    }
}
