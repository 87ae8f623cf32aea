//! The objects of what is in the world now.

use serde_json::{Value, json};

use super::{
    CallbackQueryObject, ChatObject, InlineKeyboard, MaybeMessage, MembershipObject, MessageObject,
    UserObject, What,
};
use crate::telegram::{
    chat::{Attachment, Author, File, Message},
    ids::{ChatId, QueryId, UserId},
    world::{Standing, World},
};

impl World {
    pub(in crate::telegram) fn user_object(&self, user: UserId) -> UserObject {
        if user == UserId::ANONYMOUS {
            return UserObject {
                id: user,
                is_bot: true,
                first_name: "Group".to_owned(),
                last_name: None,
                username: Some("GroupAnonymousBot".to_owned()),
                language_code: None,
            };
        }
        let person = self.person(user);
        UserObject {
            id: user,
            is_bot: false,
            first_name: person.first_name.clone(),
            last_name: person.last_name.clone(),
            username: person.username.clone(),
            language_code: Some(person.language_code.clone()),
        }
    }

    pub(in crate::telegram) fn bot_object(&self) -> UserObject {
        UserObject {
            id: self.bot.id,
            is_bot: true,
            first_name: self.bot.name.clone(),
            last_name: None,
            username: Some(self.bot.username.clone()),
            language_code: None,
        }
    }

    pub(in crate::telegram) fn chat_object(&self, chat: ChatId) -> ChatObject {
        let room = self.room(chat);
        let person = chat.person().and_then(|user| self.people.get(&user));
        ChatObject {
            id: chat,
            title: person.is_none().then(|| room.chat.title.clone()),
            username: person.and_then(|person| person.username.clone()),
            first_name: person.map(|person| person.first_name.clone()),
            last_name: person.and_then(|person| person.last_name.clone()),
            kind: room.chat.kind,
            is_forum: room.chat.forum,
        }
    }

    /// A message as an update or an answer shows it, with the message it replies to.
    pub(in crate::telegram) fn message_object(
        &self,
        chat: ChatId,
        message: &Message,
    ) -> Box<MessageObject> {
        let mut object = self.bare_message(chat, message);
        object.reply_to_message = message
            .reply_to
            .and_then(|id| self.room(chat).present(id))
            .map(|replied| self.bare_message(chat, replied));
        object
    }

    fn bare_message(&self, chat: ChatId, message: &Message) -> Box<MessageObject> {
        let (mut text, mut caption) = (None, None);
        let (mut entities, mut caption_entities) = (Vec::new(), Vec::new());
        match &message.attachment {
            None => {
                text = Some(message.text.clone());
                entities.clone_from(&message.entities);
            }
            Some(_) if message.text.is_empty() => {}
            Some(Attachment::Other(_)) => text = Some(message.text.clone()),
            Some(_) => {
                caption = Some(message.text.clone());
                caption_entities.clone_from(&message.entities);
            }
        }
        Box::new(MessageObject {
            message_id: message.id,
            message_thread_id: message.topic,
            is_topic_message: message.topic.is_some(),
            sender_chat: (message.from == Author::Person(UserId::ANONYMOUS))
                .then(|| self.chat_object(chat)),
            from: match message.from {
                Author::Bot => self.bot_object(),
                Author::Person(user) => self.user_object(user),
            },
            chat: self.chat_object(chat),
            date: message.date,
            edit_date: message.edit_date,
            reply_to_message: None,
            media_group_id: message.album.clone(),
            has_protected_content: message.protected,
            text,
            entities,
            content: message
                .attachment
                .as_ref()
                .map(|attachment| self.content(attachment))
                .unwrap_or_default(),
            caption,
            caption_entities,
            reply_markup: (!message.keyboard.is_empty()).then(|| InlineKeyboard {
                inline_keyboard: message.keyboard.clone(),
            }),
        })
    }

    /// The fields an attachment becomes.
    fn content(&self, attachment: &Attachment) -> serde_json::Map<String, Value> {
        let member = |user: &Option<UserId>| match user {
            Some(user) => json!(self.user_object(*user)),
            None => json!(self.bot_object()),
        };
        let fields = match attachment {
            Attachment::Document(file) => json!({ "document": document(file) }),
            Attachment::Photo(sizes) => {
                let widths = [(90, 67), (320, 240), (1280, 960)];
                let sizes = sizes.iter().zip(widths).map(|(file, (width, height))| {
                    json!({
                        "file_id": file.id, "file_unique_id": file.unique,
                        "width": width, "height": height, "file_size": file.size,
                    })
                });
                json!({ "photo": sizes.collect::<Vec<_>>() })
            }
            Attachment::Sticker { file, emoji } => json!({ "sticker": {
                "file_id": file.id, "file_unique_id": file.unique, "type": "regular",
                "width": 512, "height": 512, "is_animated": false, "is_video": false,
                "emoji": emoji, "set_name": "Stiker", "file_size": file.size,
            }}),
            Attachment::Voice { file, seconds } => json!({ "voice": {
                "file_id": file.id, "file_unique_id": file.unique, "duration": seconds,
                "mime_type": "audio/ogg", "file_size": file.size,
            }}),
            Attachment::Location {
                latitude,
                longitude,
            } => json!({ "location": { "latitude": latitude, "longitude": longitude } }),
            Attachment::Contact { name, phone, user } => {
                let mut contact = json!({ "phone_number": phone, "first_name": name });
                if let Some(user) = user {
                    contact["user_id"] = json!(user);
                }
                json!({ "contact": contact })
            }
            Attachment::Joined(people) => {
                json!({ "new_chat_members": people.iter().map(member).collect::<Vec<_>>() })
            }
            Attachment::Left(person) => json!({ "left_chat_member": member(person) }),
            Attachment::MigratedTo(chat) => json!({ "migrate_to_chat_id": chat }),
            Attachment::MigratedFrom(chat) => json!({ "migrate_from_chat_id": chat }),
            Attachment::Renamed(title) => json!({ "new_chat_title": title }),
            Attachment::TopicOpened(name) => {
                json!({ "forum_topic_created": { "name": name, "icon_color": 7_322_096 } })
            }
            Attachment::Other(fields) => return fields.clone(),
        };
        match fields {
            Value::Object(fields) => fields,
            _ => serde_json::Map::new(),
        }
    }

    /// A tap as an update.
    pub(in crate::telegram) fn callback_object(
        &self,
        id: QueryId,
        user: UserId,
        message: MaybeMessage,
        chat: ChatId,
        data: &str,
    ) -> What {
        What::CallbackQuery(Box::new(CallbackQueryObject {
            id: id.to_string(),
            from: self.user_object(user),
            message,
            chat_instance: (chat.0.wrapping_mul(7_919)).to_string(),
            data: data.to_owned(),
        }))
    }

    /// A change of the bot's own standing in a chat as an update.
    pub(in crate::telegram) fn membership_object(
        &self,
        chat: ChatId,
        by: UserId,
        old: Standing,
        new: Standing,
    ) -> What {
        let old = self.standing_object(chat, old);
        let new = self.standing_object(chat, new);
        self.membership_change(chat, by, old, new)
    }

    /// A change of what the bot is in a chat as an update.
    pub(in crate::telegram) fn membership_change(
        &self,
        chat: ChatId,
        by: UserId,
        old: Value,
        new: Value,
    ) -> What {
        What::MyChatMember(Box::new(MembershipObject {
            chat: self.chat_object(chat),
            from: self.user_object(by),
            date: self.now(),
            old_chat_member: old,
            new_chat_member: new,
        }))
    }

    /// The bot as a member of a chat.
    pub(in crate::telegram) fn standing_object(&self, chat: ChatId, standing: Standing) -> Value {
        let user = self.bot_object();
        match standing {
            Standing::Welcome if self.room(chat).may_open_topics => json!({
                "user": user, "status": "administrator", "can_be_edited": false,
                "is_anonymous": false, "can_manage_chat": true, "can_delete_messages": false,
                "can_manage_video_chats": false, "can_restrict_members": false,
                "can_promote_members": false, "can_change_info": false,
                "can_invite_users": false, "can_post_stories": false,
                "can_edit_stories": false, "can_delete_stories": false,
                "can_pin_messages": false, "can_manage_topics": true,
            }),
            Standing::Welcome => json!({ "user": user, "status": "member" }),
            Standing::Stranger if chat.person().is_none() => {
                json!({ "user": user, "status": "left" })
            }
            Standing::Stranger | Standing::Blocked | Standing::Kicked => {
                json!({ "user": user, "status": "kicked", "until_date": 0 })
            }
            Standing::MigratedTo(_) => json!({ "user": user, "status": "left" }),
        }
    }
}

/// A document as Telegram describes it.
fn document(file: &File) -> Value {
    let mut document = json!({
        "file_id": file.id, "file_unique_id": file.unique, "file_size": file.size,
    });
    if let Some(name) = &file.name {
        document["file_name"] = json!(name);
    }
    if let Some(mime) = &file.mime {
        document["mime_type"] = json!(mime);
    }
    document
}
