//! The button that shares one's own phone number: it stands below the message field while a form asks
//! for the number, and no longer.

use domain::{
    command::FormPage,
    procedure::{Answer, Field},
};

use super::Visit;
use crate::{text, voice::Reply};

/// Whether the form asks for one's own phone number now.
fn asks(page: &FormPage) -> bool {
    let asked = page.draft.filling.question(&page.form);
    !page.is_stopped() && asked.is_some_and(Field::is_own_phone)
}

/// The button that shares one's own number is put there, after the question that asks for it.
pub fn offer(visit: &Visit, before: Option<&FormPage>, after: &FormPage) -> Option<Reply> {
    if !asks(after) || before.is_some_and(asks) {
        return None;
    }
    let (text, label) = text::newcomer::share(&visit.speech);
    Some(Reply::Below {
        text,
        contact: Some(label),
    })
}

/// It is taken away, before anything else is said, where the question is asked no more.
pub fn withdraw(visit: &Visit, before: &FormPage, after: Option<&FormPage>) -> Option<Reply> {
    if !asks(before) || after.is_some_and(asks) {
        return None;
    }
    let number = after.and_then(|after| {
        let field = before.draft.filling.question(&before.form)?;
        match after.draft.filling.answers.get(&field.code)? {
            Answer::Phone(number) => Some(number.as_str()),
            _ => None,
        }
    });
    Some(Reply::Below {
        text: text::newcomer::shared(&visit.speech, number),
        contact: None,
    })
}
