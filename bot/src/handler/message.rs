//! A message in a private chat: whatever someone sends finds its handler here.

use teloxide::types::Message;

use super::{
    Said, Visit, command, enter,
    file::File,
    form,
    newcomer::{self, Shared},
    paper, refused, say, stray,
};
use crate::{
    commands::Command,
    telegram::readable::Holds,
    text::{Html, Screen},
};

/// What someone sent.
enum Sent {
    /// The payload of a start link.
    Link(String),
    Command(Command),
    Contact(Shared),
    File(File),
    Text(String),
    /// A sticker, a voice message, a place.
    Other,
}

impl Sent {
    fn of(message: &Message) -> Sent {
        let text = message.text();
        let payload = text.and_then(|text| text.strip_prefix("/start "));
        if let Some(payload) = payload.map(str::trim).filter(|it| !it.is_empty()) {
            return Sent::Link(payload.to_owned());
        }
        if let Some(command) = text.and_then(Command::read) {
            return Sent::Command(command);
        }
        if let Some(shared) = Shared::of(message) {
            return Sent::Contact(shared);
        }
        if let Some(file) = File::of(message) {
            return Sent::File(file);
        }
        text.map_or(Sent::Other, |text| Sent::Text(text.to_owned()))
    }
}

/// A message. Strangers get no further than the door. What is refused is said.
pub async fn message(visit: Visit, message: Message, holds: Holds) -> Said {
    let said = match (&visit.person, Sent::of(&message)) {
        (_, Sent::Link(payload)) => enter::enter(&visit, &payload).await,
        (None, _) => Ok(enter::stranger(&visit)),
        (Some(person), Sent::Command(it)) => command::command(&visit, person, it).await,
        (Some(person), Sent::Contact(shared)) => newcomer::contact(&visit, person, shared).await,
        (Some(person), Sent::File(file)) => paper::paper(&visit, person, &file).await,
        (Some(person), Sent::Text(typed)) => form::text(&visit, person, typed).await,
        (Some(person), Sent::Other) => stray::other(&visit, person, &holds).await,
    };
    refused(said, |refusal| {
        say(Screen::new(Html::text(&visit.refusal(refusal))))
    })
}
