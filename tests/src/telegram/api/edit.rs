//! Methods that change or take back a message.

use std::sync::Arc;

use serde::Deserialize;

use super::{
    super::{
        chat::{Act, Attachment, Author, ChatKind, Message},
        check::{
            keyboard,
            text::{self, SentEntity},
        },
        ids::{ChatId, MessageId},
        keyboard::Button,
        world::World,
    },
    Answer, Params, Refusal, answer,
    send::{self, LONGEST_CAPTION, LONGEST_TEXT},
};

/// A bot may delete a message for so many seconds.
const TWO_DAYS: i64 = 48 * 60 * 60;

/// `editMessageText`
pub(super) fn text(world: &mut World, params: &Params) -> Answer {
    // An old server reads past what it does not know, and misses the text then.
    let rich = params.values.contains_key("rich_message") && !params.is_old;
    let text = if rich {
        send::rich_text(params)?
    } else {
        send::message_text(params)?
    };
    if text::units(&text.plain) > LONGEST_TEXT {
        return Err(Refusal::bad("MESSAGE_TOO_LONG"));
    }
    let (chat, message) = editable(world, params)?;
    if message.attachment.is_some() {
        return Err(Refusal::bad("there is no text in the message to edit"));
    }
    let keyboard = inline(chat, params)?;
    change(world, chat, &message, |message| {
        message.text = text.plain;
        message.html = text.html;
        message.rich = rich;
        message.entities = text.entities;
        message.keyboard = keyboard;
    })
}

/// `editMessageCaption`
pub(super) fn caption(world: &mut World, params: &Params) -> Answer {
    let caption = send::caption(params)?;
    let (chat, message) = editable(world, params)?;
    if message.attachment.is_none() {
        return Err(Refusal::bad("there is no caption in the message to edit"));
    }
    let keyboard = inline(chat, params)?;
    change(world, chat, &message, |message| {
        message.text = caption.plain;
        message.html = caption.html;
        message.entities = caption.entities;
        message.keyboard = keyboard;
    })
}

/// What replaces a file (`InputMediaDocument` or `InputMediaPhoto`).
#[derive(Deserialize)]
struct NewMedia {
    #[serde(rename = "type")]
    kind: String,
    #[serde(rename = "media")]
    file: String,
    caption: Option<String>,
    parse_mode: Option<String>,
    #[serde(default)]
    caption_entities: Vec<SentEntity>,
}

/// `editMessageMedia`
pub(super) fn media(world: &mut World, params: &Params) -> Answer {
    let media = params.json::<NewMedia>("media")?;
    let media = media.ok_or_else(|| Refusal::bad("input media is not specified"))?;
    let raw = media.caption.as_deref().unwrap_or_default();
    let (mode, entities) = (media.parse_mode.as_deref(), media.caption_entities);
    let caption = text::read(raw, mode, entities, params.is_old)?;
    if text::units(&caption.plain) > LONGEST_CAPTION {
        return Err(Refusal::bad("message caption is too long"));
    }
    let (chat, message) = editable(world, params)?;
    let keyboard = inline(chat, params)?;
    let source = params.file_named(&media.file)?;
    let attachment = match media.kind.as_str() {
        "document" => Attachment::Document(send::document_file(world, source)?),
        "photo" => Attachment::Photo(send::photo_files(world, source)?),
        kind => {
            return Err(Refusal::bad(format!(
                "this stage has no media of type {kind}"
            )));
        }
    };
    change(world, chat, &message, |message| {
        message.attachment = Some(attachment);
        message.text = caption.plain;
        message.html = caption.html;
        message.entities = caption.entities;
        message.keyboard = keyboard;
    })
}

/// `editMessageReplyMarkup`
pub(super) fn reply_markup(world: &mut World, params: &Params) -> Answer {
    let (chat, message) = editable(world, params)?;
    let keyboard = inline(chat, params)?;
    change(world, chat, &message, |message| message.keyboard = keyboard)
}

/// `deleteMessage`
pub(super) fn delete(world: &mut World, params: &Params) -> Answer {
    let chat = params.chat()?;
    let id = params.message_id()?;
    deletable(world, chat, id)?;
    world.delete(chat, id);
    answer(&true)
}

/// `deleteMessages`: those that cannot be deleted are passed over.
pub(super) fn delete_several(world: &mut World, params: &Params) -> Answer {
    let chat = params.chat()?;
    let ids = params.json::<Vec<MessageId>>("message_ids")?;
    let ids = ids.unwrap_or_default();
    if !(1..=100).contains(&ids.len()) {
        return Err(Refusal::bad("there are too many messages to delete"));
    }
    world.writable(chat)?;
    for id in ids {
        if deletable(world, chat, id).is_ok() {
            world.delete(chat, id);
        }
    }
    answer(&true)
}

/// A reaction as a bot may set it.
#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Reaction {
    Emoji { emoji: String },
}

/// The reactions Telegram has, the paid one excepted.
const REACTIONS: &str = "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡";

/// `setMessageReaction`
pub(super) fn reaction(world: &mut World, params: &Params) -> Answer {
    let chat = params.chat()?;
    let id = params.message_id()?;
    let reactions = params.json::<Vec<Reaction>>("reaction")?;
    let reactions: Vec<String> = reactions
        .unwrap_or_default()
        .into_iter()
        .map(|Reaction::Emoji { emoji }| emoji)
        .collect();
    let known = |emoji: &String| REACTIONS.split(' ').any(|known| known == emoji);
    if !reactions.iter().all(known) {
        return Err(Refusal::bad("REACTION_INVALID"));
    }
    if reactions.len() > 1 {
        return Err(Refusal::bad("REACTIONS_TOO_MANY"));
    }
    let room = world.writable(chat)?;
    if room.present(id).is_none() {
        let remembered = room.remembers(id);
        return Err(Refusal::bad("message to react not found").blamed(!remembered));
    }
    let room = world.room_mut(chat);
    if let Some(slot) = room.chat.messages.get_mut(&id) {
        Arc::make_mut(slot).reactions = reactions;
        let act = Act::Reacted(Arc::clone(slot));
        world.record(chat, act);
    }
    answer(&true)
}

/// The message a call wants to change, if the bot may.
fn editable(world: &World, params: &Params) -> Result<(ChatId, Arc<Message>), Refusal> {
    if params.text("inline_message_id").is_some() {
        return Err(Refusal::bad("MESSAGE_ID_INVALID"));
    }
    let chat = params.chat()?;
    let id = params.message_id()?;
    let room = world.writable(chat)?;
    let Some(message) = room.present(id) else {
        let remembered = room.remembers(id);
        return Err(Refusal::bad("message to edit not found").blamed(!remembered));
    };
    // Telegram: a message that brought a reply keyboard can never be edited.
    if message.from != Author::Bot || message.reply_markup.is_some() {
        return Err(Refusal::bad("message can't be edited"));
    }
    Ok((chat, Arc::clone(message)))
}

/// The buttons an edit leaves under the message; without any, they vanish.
fn inline(chat: ChatId, params: &Params) -> Result<Vec<Vec<Button>>, Refusal> {
    let Some(value) = params.values.get("reply_markup") else {
        return Ok(Vec::new());
    };
    let mut rows = keyboard::read_inline(value, chat.person().is_some())?;
    if params.is_old {
        keyboard::without_style(&mut rows);
    }
    Ok(rows)
}

/// Changes the message, unless nothing would change.
fn change(
    world: &mut World,
    chat: ChatId,
    message: &Message,
    change: impl FnOnce(&mut Message),
) -> Answer {
    let mut after = message.clone();
    change(&mut after);
    let is_same = after.text == message.text
        && after.entities == message.entities
        && after.keyboard == message.keyboard
        && after.attachment == message.attachment;
    if is_same {
        world.ledger.not_modified += 1;
        return Err(Refusal::bad(
            "message is not modified: specified new message content and reply markup are \
             exactly the same as a current content and reply markup of the message",
        )
        .not_its_fault());
    }
    let changed = world.change(chat, message.id, |slot| *slot = after);
    answer(&world.message_object(chat, &changed))
}

/// Whether the bot may delete a message: its own, or any in a private chat, for two days.
fn deletable(world: &World, chat: ChatId, id: MessageId) -> Result<(), Refusal> {
    let room = world.writable(chat)?;
    let Some(message) = room.present(id) else {
        let remembered = room.remembers(id);
        return Err(Refusal::bad("message to delete not found").blamed(!remembered));
    };
    let is_allowed = message.from == Author::Bot || room.chat.kind == ChatKind::Private;
    if !is_allowed {
        return Err(Refusal::bad("message can't be deleted"));
    }
    if world.now() - message.date > TWO_DAYS {
        // A bot cannot always know how old a message is.
        return Err(Refusal::bad("message can't be deleted for everyone").not_its_fault());
    }
    Ok(())
}
