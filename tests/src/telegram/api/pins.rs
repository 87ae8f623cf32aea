//! What is pinned above a chat.

use std::sync::Arc;

use super::{
    super::{
        chat::{Act, ChatKind, Message},
        ids::{ChatId, MessageId},
        world::World,
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
        world.record(chat, Act::Pinned(message));
    }
    answer(&true)
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
