//! What is pinned above a chat. Telegram tells the chat so in a message of its own, of which the bot hears as well
//! (`Client.cpp`, `need_skip_update_message`), with a sound where none was asked to be left out.

use std::sync::Arc;

use serde_json::{Map, json};

use super::{
    super::{
        chat::{Act, Attachment, Author, ChatKind, Message},
        ids::{ChatId, MessageId},
        object::What,
        world::{Draft, World},
    },
    Answer, Params, Refusal, answer,
};

/// `pinChatMessage`
pub(super) fn pin(world: &mut World, params: &Params) -> Answer {
    let (chat, id) = (params.chat()?, params.message_id()?);
    let message = there(world, chat, id, "message to pin not found")?;
    let pinned = &mut world.room_mut(chat).chat.pinned;
    if pinned.last() != Some(&id) {
        pinned.retain(|known| *known != id);
        pinned.push(id);
        tell(world, chat, &message, params.flag("disable_notification"));
        world.record(chat, Act::Pinned(message));
    }
    answer(&true)
}

/// The message in which a chat is told that something was pinned.
fn tell(world: &mut World, chat: ChatId, pinned: &Arc<Message>, silent: bool) {
    let object = json!(world.message_object(chat, pinned));
    let fields = Map::from_iter([("pinned_message".to_owned(), object)]);
    let draft = Draft {
        attachment: Some(Attachment::Other(fields)),
        silent,
        ..Draft::default()
    };
    let told = world.put(chat, Author::Bot, draft);
    let object = world.message_object(chat, &told);
    world.post.put(What::Message(object));
}

/// `unpinChatMessage`: without a message the newest.
pub(super) fn unpin(world: &mut World, params: &Params) -> Answer {
    let chat = params.chat()?;
    may_pin(world, chat)?;
    let newest = world.room(chat).chat.pinned.iter().max().copied();
    let id = match params.int("message_id") {
        Some(_) => Some(params.message_id()?),
        None => newest,
    };
    match id {
        Some(id) => take_down(world, chat, id)?,
        None => return Err(Refusal::bad("message to unpin not found").not_its_fault()),
    }
    answer(&true)
}

/// `unpinAllChatMessages`
pub(super) fn unpin_all(world: &mut World, params: &Params) -> Answer {
    let chat = params.chat()?;
    may_pin(world, chat)?;
    for id in world.room(chat).chat.pinned.clone() {
        take_down(world, chat, id)?;
    }
    answer(&true)
}

fn take_down(world: &mut World, chat: ChatId, id: MessageId) -> Result<(), Refusal> {
    let message = there(world, chat, id, "message to unpin not found")?;
    let pinned = &mut world.room_mut(chat).chat.pinned;
    let before = pinned.len();
    pinned.retain(|known| *known != id);
    if pinned.len() < before {
        world.record(chat, Act::Unpinned(message));
    }
    Ok(())
}

fn there(
    world: &World,
    chat: ChatId,
    id: MessageId,
    otherwise: &str,
) -> Result<Arc<Message>, Refusal> {
    may_pin(world, chat)?;
    let room = world.room(chat);
    let found = room.present(id).cloned();
    found.ok_or_else(|| Refusal::bad(otherwise).blamed(!room.remembers(id)))
}

/// In a group only an administrator pins, and the bot is none here.
fn may_pin(world: &World, chat: ChatId) -> Result<(), Refusal> {
    match world.writable(chat)?.chat.kind {
        ChatKind::Private => Ok(()),
        _ => Err(Refusal::bad(
            "not enough rights to manage pinned messages in the chat",
        )),
    }
}
