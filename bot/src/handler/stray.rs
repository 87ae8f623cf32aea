//! What does not belong anywhere: stickers, edits of old messages, buttons nobody made.

use domain::Refusal;
use teloxide::types::Message;

use super::{
    Said, Visit,
    form::{ask_again, asked, listening, nothing_listens},
    visit::Tap,
};
use crate::{
    text::{self, Screen, words::t},
    voice::Reply,
};

/// A sticker, a voice message, a place: the question is asked again, or the menu shown.
pub async fn other(visit: Visit, message: Message) -> Said {
    let Ok(person) = visit.person() else {
        return Ok(Vec::new());
    };
    // Telegram tells a chat of pins, calls and the like in messages that nobody wrote.
    if !matches!(message.kind, teloxide::types::MessageKind::Common(_)) {
        return Ok(Vec::new());
    }
    let page = match listening(&visit, person).await? {
        Ok(page) => page,
        Err(why) => {
            return Ok(vec![Reply::Say {
                screen: nothing_listens(&visit, why).await?,
                question: false,
            }]);
        }
    };
    let refusal = match asked(&page) {
        Some(field) => Refusal::Unfit {
            field: field.code.clone(),
            unfit: field.needs(),
        },
        None => Refusal::QuestionPassed,
    };
    Ok(vec![Reply::Say {
        screen: ask_again(&visit, &page, &refusal),
        question: true,
    }])
}

/// An answer is frozen when it is given; editing the message changes nothing, and that is said. The
/// question that is open is asked again, so that its buttons are at hand.
pub async fn edited(visit: Visit) -> Said {
    let Ok(person) = visit.person() else {
        return Ok(Vec::new());
    };
    let frozen = t!(visit.speech, "edited");
    let reply = match listening(&visit, person).await? {
        Ok(page) => Reply::Say {
            screen: text::form::form(&visit.speech, &visit.counter, &page).after(frozen),
            question: true,
        },
        Err(_) => Reply::Say {
            screen: Screen::new(frozen),
            question: false,
        },
    };
    Ok(vec![reply])
}

/// A button that this program does not make, or no longer makes.
pub async fn unknown_button(visit: Visit, tap: Tap) -> Said {
    Ok(vec![tap.alert(visit.refusal(&Refusal::NoSuchButton))])
}
