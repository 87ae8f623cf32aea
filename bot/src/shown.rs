//! What stands in a chat, and since when: what was typed before a question was not meant as its answer. After an outage
//! people have often typed the same twice. And what a button says can be typed as long as nothing newer was said.
//!
//! In memory only: whoever types to a question that an earlier run has shown is taken at their word, and buttons that it
//! has shown are tapped.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use domain::{
    command::FormPage,
    id::{AccountId, MessageId},
};

use crate::button::Button;

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

/// What was shown last in each chat. Clones share it.
#[derive(Debug, Clone, Default)]
pub struct Shown(Arc<Mutex<HashMap<AccountId, ShownInChat>>>);

#[derive(Debug, Default)]
struct ShownInChat {
    question: Option<ShownQuestion>,
    buttons: Option<ShownButtons>,
}

/// The buttons beneath what was said last, where that was no question of a form.
#[derive(Debug, Clone)]
pub struct ShownButtons {
    pub message: MessageId,
    /// What each says, and what it does.
    pub buttons: Vec<(String, Button)>,
    /// Seconds since 1970, by Telegram's clock.
    pub since: i64,
}

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
        let question = &mut shown.entry(chat).or_default().question;
        if question.as_ref().is_none_or(|shown| shown.name != *name) {
            *question = Some(ShownQuestion {
                name: name.clone(),
                since: now,
                is_certain: false,
            });
        }
    }

    /// A question was shown, at this moment by Telegram's clock.
    pub fn is_shown(&self, chat: AccountId, name: &QuestionName, date: i64) {
        let mut shown = self.lock();
        let question = shown.get_mut(&chat).and_then(|it| it.question.as_mut());
        let question = question.filter(|it| it.name == *name && !it.is_certain);
        if let Some(question) = question {
            (question.since, question.is_certain) = (date, true);
        }
    }

    /// Whether what someone sent at `date`, by Telegram's clock, was sent before the question stood there.
    pub fn is_earlier(&self, chat: AccountId, name: &QuestionName, date: i64) -> bool {
        let shown = self.lock();
        let question = shown.get(&chat).and_then(|it| it.question.as_ref());
        question.is_some_and(|it| it.name == *name && date + SLACK < it.since)
    }

    /// Something was said, with these buttons or without any.
    pub fn said(&self, chat: AccountId, buttons: Option<ShownButtons>) {
        self.lock().entry(chat).or_default().buttons = buttons;
    }

    /// The buttons that stood there when someone sent something at `date`, by Telegram's clock.
    pub fn buttons(&self, chat: AccountId, date: i64) -> Option<ShownButtons> {
        let shown = self.lock();
        let buttons = shown.get(&chat)?.buttons.as_ref();
        buttons.filter(|it| it.since <= date + SLACK).cloned()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<AccountId, ShownInChat>> {
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

    #[test]
    fn what_was_typed_before_a_button_stood_there_is_not_meant_for_it() {
        let shown = Shown::default();
        let chat = AccountId(1);
        assert!(shown.buttons(chat, 1).is_none(), "nothing is known of it");
        let message = MessageId(7);
        let buttons = ShownButtons {
            message,
            buttons: Vec::new(),
            since: 100,
        };
        shown.said(chat, Some(buttons));
        let stood = |date| shown.buttons(chat, date).map(|it| it.message);
        assert_eq!(stood(94), None);
        assert_eq!(stood(95), Some(message), "too close to say");
        shown.said(chat, None);
        assert_eq!(stood(101), None, "something newer was said");
    }
}
