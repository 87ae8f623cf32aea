//! What does not belong anywhere: stickers, and edits of old messages.

use domain::{Refusal, person::Person};
use teloxide::types::Message;

use super::{
    Said, Visit, ask,
    form::{ask_again, asked, listening, nothing_listens},
    say,
};
use crate::text::{self, Screen, words::t};

/// A sticker, a voice message, a place: the question is asked again, or the menu shown.
pub async fn other(visit: &Visit, person: &Person, message: &Message) -> Said {
    // Telegram tells a chat of pins, calls and the like in messages that nobody wrote.
    if !matches!(message.kind, teloxide::types::MessageKind::Common(_)) {
        return Ok(Vec::new());
    }
    let page = match listening(visit, person).await? {
        Ok(page) => page,
        Err(why) => return Ok(say(nothing_listens(visit, person, why).await?)),
    };
    let refusal = match asked(&page) {
        Some(field) => Refusal::Unfit {
            field: field.code.clone(),
            unfit: field.needs(),
        },
        None => Refusal::QuestionPassed,
    };
    Ok(ask(ask_again(visit, &page, &refusal)))
}

/// An answer is frozen when it is given; editing the message changes nothing, and that is said. The
/// question that is open is asked again, so that its buttons are at hand.
pub async fn edited(visit: Visit) -> Said {
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
