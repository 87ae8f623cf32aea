//! What does not belong anywhere: stickers, and edits of old messages.

use domain::{
    Counter, Refusal,
    id::{AccountId, MessageId},
    person::Person,
};
use teloxide::types::Message;

use super::{
    Said, Visit,
    again::ask_again,
    ask,
    form::{listening, nothing_listens},
    say,
};
use crate::{
    telegram::readable::Holds,
    text::{self, Screen, Words, words::t},
    voice::Reply,
};

/// A sticker, a voice message, and what Telegram thinks of tomorrow: the question is asked again, or the menu
/// shown. What nobody said is passed over.
pub async fn other(visit: &Visit, person: &Person, holds: &Holds) -> Said {
    if holds.is_told_by_telegram() {
        return Ok(Vec::new());
    }
    let page = match listening(visit, person).await? {
        Ok(page) => page,
        Err(why) => return Ok(say(nothing_listens(visit, person, why).await?)),
    };
    let refusal = match page.asked() {
        Some(field) => Refusal::Unfit {
            field: field.code.clone(),
            unfit: field.needs(),
        },
        None => Refusal::QuestionPassed,
    };
    Ok(ask(ask_again(visit, &page, &refusal)))
}

/// Whether Telegram tells a private chat that we have pinned something there.
pub fn is_own_pin(message: &Message, holds: &Holds) -> bool {
    let is_a_bots = message.from.as_ref().is_some_and(|from| from.is_bot);
    is_a_bots && message.chat.is_private() && holds.is_pin()
}

/// What is pinned is seen above the chat; that it was pinned need not stand in it.
pub async fn pinned(message: Message) -> Said {
    let message = MessageId(i64::from(message.id.0));
    Ok(vec![Reply::Delete { message }])
}

/// An answer is frozen when it is given; editing the message changes nothing, and that is said. The
/// question that is open is asked again, so that its buttons are at hand. What the bot read nothing of changes in
/// silence: a place that someone shares while they move is edited all the time.
pub async fn edited(visit: Visit, holds: Holds) -> Said {
    if holds.unread().is_some() {
        return Ok(Vec::new());
    }
    let Ok(person) = visit.person() else {
        return Ok(Vec::new());
    };
    let frozen = t!(visit.speech, "edited");
    Ok(match listening(&visit, person).await? {
        Ok(page) => {
            let question = text::form::form(&visit.speech, &visit.counter, &page);
            ask(question.after(frozen))
        }
        Err(_) => say(Screen::new(frozen)),
    })
}

/// What cannot be read at all is said to someone the office knows. Telegram: a private chat has the number of the
/// account.
pub async fn unreadable(counter: &Counter, words: &Words, account: AccountId) -> Vec<Reply> {
    match counter.db.person_of(account).await {
        Ok(Some(person)) => {
            let speech = words.speech(person.language);
            say(Screen::new(t!(speech, "unreadable")))
        }
        Ok(None) | Err(_) => Vec::new(),
    }
}
