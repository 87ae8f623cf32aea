//! A message in a private chat: whatever someone sends finds its handler here.

use teloxide::types::Message;

use super::{
    Said, Visit, command,
    file::File,
    form, invitation,
    newcomer::{self, Shared},
    paper, refused, say, stray,
};
use crate::{commands::Command, telegram::readable::Holds, text::Screen};

/// What someone sent.
enum MessageContent {
    /// The payload of a start link.
    Link(String),
    Command(Command),
    Contact(Shared),
    File(File),
    Text(String),
    /// A sticker, a voice message, a place.
    Other,
}

impl MessageContent {
    fn of(message: &Message) -> MessageContent {
        let text = message.text();
        let payload = text.and_then(|text| text.strip_prefix("/start "));
        if let Some(payload) = payload.map(str::trim).filter(|it| !it.is_empty()) {
            return MessageContent::Link(payload.to_owned());
        }
        if let Some(command) = text.and_then(Command::read) {
            return MessageContent::Command(command);
        }
        if let Some(shared) = Shared::of(message) {
            return MessageContent::Contact(shared);
        }
        if let Some(file) = File::of(message) {
            return MessageContent::File(file);
        }
        text.map_or(MessageContent::Other, |text| {
            MessageContent::Text(text.to_owned())
        })
    }
}

/// A message. Strangers get no further than the door. What is refused is said.
pub async fn message(visit: Visit, message: Message, holds: Holds) -> Said {
    let said = match (&visit.person, MessageContent::of(&message)) {
        (_, MessageContent::Link(payload)) => invitation::accept(&visit, &payload).await,
        (None, _) => Ok(invitation::stranger(&visit)),
        (Some(person), MessageContent::Command(it)) => command::command(&visit, person, it).await,
        (Some(person), MessageContent::Contact(shared)) => {
            newcomer::contact(&visit, person, shared).await
        }
        (Some(person), MessageContent::File(file)) => paper::paper(&visit, person, &file).await,
        (Some(person), MessageContent::Text(typed)) => form::text(&visit, person, typed).await,
        (Some(person), MessageContent::Other) => stray::other(&visit, person, &holds).await,
    };
    refused(said, |refusal| {
        say(Screen::new(visit.refusal_shown(refusal)))
    })
}
