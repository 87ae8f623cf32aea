//! Methods that bring a new message.

use bytes::Bytes;
use serde::Deserialize;
use serde_json::json;

use super::{
    super::{
        chat::{Attachment, Author, ChatKind, File, Message},
        check::{
            escape,
            keyboard::{self, Markup},
            rich,
            text::{self, SentEntity, Text},
        },
        happening::Happening,
        ids::{ChatId, MessageId},
        shelf::FileKind,
        world::{Draft, Room, World},
    },
    Answer, Params, Refusal, answer,
    params::Source,
};

/// The longest text of a message,
pub(super) const LONGEST_TEXT: usize = 4096;
/// and of a caption.
pub(super) const LONGEST_CAPTION: usize = 1024;

/// What a message replies to (`ReplyParameters`).
#[derive(Deserialize)]
struct ReplyTo {
    message_id: MessageId,
    chat_id: Option<ChatId>,
    #[serde(default, rename = "allow_sending_without_reply")]
    may_be_gone: bool,
    quote: Option<String>,
}

/// `sendMessage`
pub(super) fn message(world: &mut World, params: &Params) -> Answer {
    let text = message_text(params)?;
    if text::units(&text.plain) > LONGEST_TEXT {
        return Err(Refusal::bad("message is too long"));
    }
    send(world, params, text, None)
}

/// `sendRichMessage`
pub(super) fn rich_message(world: &mut World, params: &Params) -> Answer {
    let text = rich_text(params)?;
    let id = put_draft(world, params, text, None, true)?;
    sent(world, params, id)
}

/// What a rich message is made of (`InputRichMessage`).
#[derive(Deserialize)]
struct RichContent {
    html: Option<String>,
    markdown: Option<String>,
}

/// The content of a rich message, and what is to be read there.
pub(super) fn rich_text(params: &Params) -> Result<Text, Refusal> {
    let content = params.json::<RichContent>("rich_message")?;
    let content = content.ok_or_else(|| Refusal::bad("rich message is not specified"))?;
    let html = match (content.html, content.markdown) {
        (Some(html), None) => html,
        // Markdown of its own; only what it says is of interest here.
        (None, Some(markdown)) => format!("<p>{}</p>", escape(&markdown)),
        _ => {
            return Err(Refusal::bad(
                "exactly one of the fields html and markdown must be used",
            ));
        }
    };
    let plain = rich::read(&html)
        .map_err(|why| Refusal::bad(format!("can't parse rich message: {why}")))?;
    if plain.is_empty() {
        return Err(Refusal::bad("message text is empty"));
    }
    Ok(Text {
        plain,
        html,
        entities: Vec::new(),
    })
}

/// `sendMessageDraft`: half a minute of a message that is being written.
pub(super) fn draft(world: &mut World, params: &Params) -> Answer {
    let chat = params.chat()?;
    if chat.person().is_none() || params.int("draft_id") == Some(0) {
        return Err(Refusal::bad("message draft is invalid"));
    }
    let text = read_text(params, params.text("text").unwrap_or_default(), "entities")?;
    if text::units(&text.plain) > LONGEST_TEXT {
        return Err(Refusal::bad("message is too long"));
    }
    world.writable(chat)?;
    world.tell(Happening::Action(chat, "typing".to_owned()));
    answer(&true)
}

/// `sendDocument`
pub(super) fn document(world: &mut World, params: &Params) -> Answer {
    let caption = caption(params)?;
    let chat = params.chat()?;
    world.writable(chat)?;
    let source = params.file("document")?;
    let file = document_file(world, source)?;
    send(world, params, caption, Some(Attachment::Document(file)))
}

/// `sendPhoto`
pub(super) fn photo(world: &mut World, params: &Params) -> Answer {
    let caption = caption(params)?;
    let chat = params.chat()?;
    world.writable(chat)?;
    let source = params.file("photo")?;
    let sizes = photo_files(world, source)?;
    send(world, params, caption, Some(Attachment::Photo(sizes)))
}

/// `sendChatAction`
pub(super) fn chat_action(world: &mut World, params: &Params) -> Answer {
    let action = params.text("action").unwrap_or_default();
    let known = [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ];
    if !known.contains(&action) {
        return Err(Refusal::bad("wrong parameter action in request"));
    }
    let chat = params.chat()?;
    world.writable(chat)?;
    world.tell(Happening::Action(chat, action.to_owned()));
    answer(&true)
}

/// `copyMessage`
pub(super) fn copy(world: &mut World, params: &Params) -> Answer {
    let source = params.chat_at("from_chat_id")?;
    let id = params.message_id()?;
    let room = world
        .rooms
        .get(&source)
        .ok_or_else(|| Refusal::bad("chat not found"))?;
    let copied = room.present(id).cloned();
    let remembered = room.remembers(id);
    let copied =
        copied.ok_or_else(|| Refusal::bad("message to copy not found").blamed(!remembered))?;
    let text = match params.text("caption") {
        Some(_) => caption(params)?,
        None => Text {
            plain: copied.text.clone(),
            html: copied.html.clone(),
            entities: copied.entities.clone(),
        },
    };
    let sent = put(world, params, text, copied.attachment.clone())?;
    answer(&json!({ "message_id": sent }))
}

/// The text of a message; it may not be empty.
pub(super) fn message_text(params: &Params) -> Result<Text, Refusal> {
    let raw = params.text("text").unwrap_or_default();
    let text = read_text(params, raw, "entities")?;
    if text.plain.is_empty() {
        return Err(Refusal::bad("message text is empty"));
    }
    Ok(text)
}

/// The caption of a file; it may be empty.
pub(super) fn caption(params: &Params) -> Result<Text, Refusal> {
    let raw = params.text("caption").unwrap_or_default();
    let caption = read_text(params, raw, "caption_entities")?;
    if text::units(&caption.plain) > LONGEST_CAPTION {
        return Err(Refusal::bad("message caption is too long"));
    }
    Ok(caption)
}

fn read_text(params: &Params, raw: &str, entities: &str) -> Result<Text, Refusal> {
    let entities = params.json::<Vec<SentEntity>>(entities)?;
    let (mode, entities) = (params.text("parse_mode"), entities.unwrap_or_default());
    text::read(raw, mode, entities, params.is_old)
}

/// A file for a document: a new one, or one that Telegram knows as a document.
pub(super) fn document_file(world: &mut World, source: Source) -> Result<File, Refusal> {
    match source {
        Source::New(upload) if upload.bytes.is_empty() => {
            Err(Refusal::bad("file must be non-empty"))
        }
        Source::New(upload) => {
            let mime = upload.mime.as_deref();
            let name = Some(upload.name.as_str()).filter(|name| !name.is_empty());
            Ok(world
                .shelf
                .keep(FileKind::Document, name, mime, upload.bytes))
        }
        Source::Known(id) => known(world, &id, FileKind::Document).map(|(file, _)| file),
    }
}

/// The sizes of a picture: a new one, or one that Telegram knows as a picture.
pub(super) fn photo_files(world: &mut World, source: Source) -> Result<Vec<File>, Refusal> {
    match source {
        Source::New(upload) => {
            let picture: [&[u8]; 3] = [b"\xff\xd8\xff", b"\x89PNG", b"RIFF"];
            let is_picture = picture.iter().any(|magic| upload.bytes.starts_with(magic));
            if !is_picture {
                return Err(Refusal::bad("IMAGE_PROCESS_FAILED"));
            }
            if upload.bytes.len() > 10 << 20 {
                return Err(Refusal::bad("file is too big"));
            }
            Ok(world.photo_sizes(upload.bytes))
        }
        Source::Known(id) => {
            let (_, bytes) = known(world, &id, FileKind::Photo)?;
            Ok(world.photo_sizes(bytes))
        }
    }
}

/// A file by its `file_id`, which is only good for its own kind.
fn known(world: &World, id: &str, kind: FileKind) -> Result<(File, Bytes), Refusal> {
    let Some(kept) = world.shelf.get(id) else {
        return Err(Refusal::bad("wrong file identifier/HTTP URL specified"));
    };
    if kept.kind != kind {
        return Err(Refusal::bad(format!(
            "can't use file of type {:?} as {kind:?}",
            kept.kind
        )));
    }
    Ok((kept.file.clone(), kept.bytes.clone()))
}

fn send(world: &mut World, params: &Params, text: Text, attachment: Option<Attachment>) -> Answer {
    let id = put(world, params, text, attachment)?;
    sent(world, params, id)
}

fn sent(world: &World, params: &Params, id: MessageId) -> Answer {
    let chat = params.chat()?;
    let room = world.room(chat);
    let message = room.present(id).expect("it was put there a moment ago");
    answer(&world.message_object(chat, message))
}

/// Puts the message where the call wants it.
fn put(
    world: &mut World,
    params: &Params,
    text: Text,
    attachment: Option<Attachment>,
) -> Result<MessageId, Refusal> {
    put_draft(world, params, text, attachment, false)
}

fn put_draft(
    world: &mut World,
    params: &Params,
    text: Text,
    attachment: Option<Attachment>,
    rich: bool,
) -> Result<MessageId, Refusal> {
    let chat = params.chat()?;
    let mut markup = match params.values.get("reply_markup") {
        Some(value) => keyboard::read(value, chat.person().is_some())?,
        None => Markup::default(),
    };
    if params.is_old {
        keyboard::without_style(&mut markup.inline);
    }
    let room = world.writable(chat)?;
    debug_assert!(room.chat.kind != ChatKind::Private || chat.person().is_some());
    let reply_to = reply_to(world, chat, params)?;
    let topic = topic(room, params)?;
    let draft = Draft {
        text: text.plain,
        html: text.html,
        rich,
        entities: text.entities,
        keyboard: markup.inline,
        reply_markup: markup.reply,
        attachment,
        reply_to,
        topic,
        album: None,
        silent: params.flag("disable_notification"),
        protected: params.flag("protect_content"),
    };
    Ok(world.put(chat, Author::Bot, draft).id)
}

/// The topic a message goes into. It must be there; a group without topics has none.
fn topic(room: &Room, params: &Params) -> Result<Option<MessageId>, Refusal> {
    let Some(id) = params.int("message_thread_id") else {
        return Ok(None);
    };
    let id = MessageId(i32::try_from(id).unwrap_or(0));
    let opened = |message: &Message| matches!(message.attachment, Some(Attachment::TopicOpened(_)));
    if room.chat.forum && room.present(id).is_some_and(|message| opened(message)) {
        return Ok(Some(id));
    }
    let remembered = room.remembers(id);
    Err(Refusal::bad("message thread not found").blamed(!remembered))
}

/// The message this one replies to, if it is still there.
fn reply_to(world: &World, chat: ChatId, params: &Params) -> Result<Option<MessageId>, Refusal> {
    let Some(reply) = params.json::<ReplyTo>("reply_parameters")? else {
        return Ok(None);
    };
    let room = world.writable(reply.chat_id.unwrap_or(chat))?;
    let Some(replied) = room.present(reply.message_id) else {
        if reply.may_be_gone {
            return Ok(None);
        }
        let remembered = room.remembers(reply.message_id);
        return Err(Refusal::bad("message to be replied not found").blamed(!remembered));
    };
    if let Some(quote) = &reply.quote
        && !replied.text.contains(quote.as_str())
    {
        return Err(Refusal::bad("QUOTE_TEXT_INVALID"));
    }
    Ok(Some(reply.message_id))
}
