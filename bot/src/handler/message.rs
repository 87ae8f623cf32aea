//! A message in a private chat: whatever someone sends finds its handler here.

use domain::{id::MessageId, person::Person};
use teloxide::types::Message;

use super::{
    Said, Visit, ask, command,
    file::File,
    genuine, invitation,
    newcomer::{self, Shared},
    paper, refused, say, standard, stray, typed, word,
};
use crate::{commands::Command, telegram::readable::Holds, text::Screen};

/// What someone sent.
enum MessageContent {
    /// The payload of a start link.
    Link(String),
    Command(Command),
    /// A code that is to be looked up.
    Check(String),
    Contact(Shared),
    File(File),
    /// A file of which somebody asks whether it is genuine.
    CheckFile(File),
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
        if let Some(code) = text.and_then(Command::check) {
            return MessageContent::Check(code.to_owned());
        }
        if let Some(command) = text.and_then(Command::read) {
            return MessageContent::Command(command);
        }
        if let Some(shared) = Shared::of(message) {
            return MessageContent::Contact(shared);
        }
        if let Some(file) = File::of(message) {
            let asks = file.caption.as_deref().and_then(Command::read);
            if asks == Some(Command::Check) {
                return MessageContent::CheckFile(file);
            }
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
        // What citizens may expect of a service, they may read before anybody knows them; and whoever holds a paper of the
        // office may ask whether it is one.
        (None, MessageContent::Command(Command::Standard)) => Ok(say(standard::all(&visit))),
        (None, MessageContent::Command(Command::Check)) => genuine::check(&visit, "").await,
        (None, MessageContent::Check(code)) => genuine::check_by_code(&visit, &code).await,
        (None, _) => Ok(invitation::stranger(&visit)),
        (Some(person), MessageContent::Command(it)) => command::command(&visit, person, it).await,
        (Some(_), MessageContent::Check(code)) => genuine::check(&visit, &code).await,
        (Some(_), MessageContent::CheckFile(file)) => genuine::check_file(&visit, &file).await,
        (Some(person), MessageContent::Contact(shared)) => {
            newcomer::contact(&visit, person, shared).await
        }
        (Some(person), MessageContent::File(file)) => {
            Box::pin(self::file(&visit, person, &file, holds.replies_to())).await
        }
        (Some(person), MessageContent::Text(typed)) => {
            Box::pin(text(&visit, person, typed, holds.replies_to())).await
        }
        (Some(person), MessageContent::Other) => stray::other(&visit, person, &holds).await,
    };
    refused(said, |refusal| {
        say(Screen::new(visit.refusal_shown(refusal)))
    })
}

/// A file: in reply to a card it goes to its desk, otherwise to what waits for one.
async fn file(visit: &Visit, person: &Person, file: &File, replied: Option<MessageId>) -> Said {
    if let Some(replied) = replied {
        Box::pin(word::reply_with(visit, person, replied, file)).await?;
    }
    Box::pin(paper::paper(visit, person, file)).await
}

/// Typed words: in reply to a card they go to its desk, otherwise to the form that listens.
async fn text(visit: &Visit, person: &Person, words: String, replied: Option<MessageId>) -> Said {
    if let Some(replied) = replied
        && let Some(screen) = word::reply(visit, person, replied, &words).await?
    {
        return Ok(ask(screen));
    }
    Box::pin(typed::text(visit, person, words)).await
}
