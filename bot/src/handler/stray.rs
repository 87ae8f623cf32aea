//! What does not belong anywhere: stickers, edits of old messages, buttons nobody made.

use domain::Refusal;
use teloxide::types::Message;

use super::{
    Said, Visit,
    form::{ask_again, listening},
    home,
    visit::Tap,
};
use crate::{
    text::{Screen, words::t},
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
    let Some(page) = listening(&visit, person).await? else {
        let screen = home::menu(&visit).await?;
        return Ok(vec![Reply::Say {
            screen,
            question: false,
        }]);
    };
    let refusal = match page.draft.filling.question(&page.form) {
        Some(field) => {
            let unfit = if field.is_paper() {
                domain::procedure::accept::Unfit::NeedsFile
            } else {
                domain::procedure::accept::Unfit::NeedsText
            };
            Refusal::Unfit {
                field: field.code.clone(),
                unfit,
            }
        }
        None => Refusal::QuestionPassed,
    };
    Ok(vec![Reply::Say {
        screen: ask_again(&visit, &page, &refusal),
        question: true,
    }])
}

/// An answer is frozen when it is given; editing the message changes nothing, and that is said.
pub async fn edited(visit: Visit) -> Said {
    if visit.person.is_none() {
        return Ok(Vec::new());
    }
    let screen = Screen::new(t!(visit.speech, "edited"));
    Ok(vec![Reply::Say {
        screen,
        question: false,
    }])
}

/// A button that this program does not make, or no longer makes.
pub async fn unknown_button(visit: Visit, tap: Tap) -> Said {
    Ok(vec![tap.alert(visit.refusal(&Refusal::NoSuchButton))])
}
