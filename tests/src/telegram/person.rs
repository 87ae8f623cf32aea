//! What people do. Each act changes the chat and makes an update for the bot.

use super::{
    Telegram,
    chat::{Act, Attachment, Author, ChatKind, Tap},
    check::{escape, found},
    happening::Happening,
    ids::{ChatId, MessageId, QueryId, UserId},
    object::{MaybeMessage, What},
    world::{Draft, Query, Standing, World},
};

/// There is no such button to be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoSuchButton {
    pub message: MessageId,
    pub data: String,
    /// The labels that are to be seen under that message.
    pub visible: Vec<String>,
}

impl Telegram {
    /// A new person with a phone. The private chat with the bot has the same id.
    pub fn person(&self, first_name: &str, language_code: &str) -> UserId {
        self.world().add_person(first_name, language_code)
    }

    /// Says a text in the private chat; `/words` are marked as commands, and whatever else an app finds. A person who has blocked
    /// the bot lets it in again first, as the app demands.
    pub fn says(&self, user: UserId, text: &str) -> MessageId {
        self.says_in(user.into(), user, text)
    }

    /// Says a text in a group.
    pub fn says_in(&self, chat: ChatId, user: UserId, text: &str) -> MessageId {
        self.act(|world| world.says(chat, user, Draft::text(text)))
    }

    /// Says a text as a reply to a message.
    pub fn replies(
        &self,
        chat: impl Into<ChatId>,
        user: UserId,
        to: MessageId,
        text: &str,
    ) -> MessageId {
        let draft = Draft {
            reply_to: Some(to),
            ..Draft::text(text)
        };
        let chat = chat.into();
        self.act(|world| world.says(chat, user, draft))
    }

    /// Presses Start, perhaps through a link that carries a payload.
    pub fn starts(&self, user: UserId, payload: Option<&str>) -> MessageId {
        let Some(payload) = payload else {
            return self.says(user, "/start");
        };
        let good = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
        assert!(
            (1..=64).contains(&payload.len()) && payload.bytes().all(good),
            "Telegram does not follow a start link with the payload {payload:?}"
        );
        self.says(user, &format!("/start {payload}"))
    }

    /// Changes a message of one's own in the private chat.
    pub fn edits(&self, user: UserId, message: MessageId, text: &str) {
        self.act(|world| {
            let chat = ChatId::from(user);
            let entities = found::found(text, &[]);
            let changed = world.change(chat, message, |message| {
                assert_eq!(message.from, Author::Person(user), "a message of their own");
                text.clone_into(&mut message.text);
                message.html = escape(text);
                message.entities = entities;
            });
            let object = world.message_object(chat, &changed);
            world.post.put(What::EditedMessage(object));
        });
    }

    /// Deletes a message in the private chat, for both sides; the bot is not told.
    pub fn deletes(&self, user: UserId, message: MessageId) {
        self.act(|world| world.delete(user.into(), message));
    }

    /// Taps a button in the private chat, if it is to be seen.
    pub fn taps(
        &self,
        user: UserId,
        message: MessageId,
        data: &str,
    ) -> Result<QueryId, NoSuchButton> {
        self.taps_in(user.into(), user, message, data)
    }

    /// Taps a button in any chat, if it is to be seen.
    pub fn taps_in(
        &self,
        chat: ChatId,
        user: UserId,
        message: MessageId,
        data: &str,
    ) -> Result<QueryId, NoSuchButton> {
        self.act(|world| {
            let found = world.room(chat).present(message);
            let buttons = || {
                found
                    .iter()
                    .flat_map(|found| found.keyboard.iter().flatten())
            };
            let tapped = buttons().find(|button| button.callback_data.as_deref() == Some(data));
            let Some(label) = tapped.map(|button| button.text.clone()) else {
                return Err(NoSuchButton {
                    message,
                    data: data.to_owned(),
                    visible: buttons().map(|button| button.text.clone()).collect(),
                });
            };
            Ok(world.taps(chat, user, Some(message), Some(label), data))
        })
    }

    /// Sends data that no button has. Without a message it comes from one so old that Telegram
    /// shows the bot only its number.
    pub fn forges(&self, user: UserId, message: Option<MessageId>, data: &str) -> QueryId {
        self.forges_in(user.into(), user, message, data)
    }

    /// Sends data that no button has, in any chat.
    pub fn forges_in(
        &self,
        chat: ChatId,
        user: UserId,
        message: Option<MessageId>,
        data: &str,
    ) -> QueryId {
        self.act(|world| world.taps(chat, user, message, None, data))
    }

    /// Blocks the bot; it is told so, and refused from then on.
    pub fn blocks(&self, user: UserId) {
        self.act(|world| {
            world.stand(user.into(), user, Standing::Blocked);
            world.record(user.into(), Act::Blocked(user));
        });
    }

    /// Lets the bot in again.
    pub fn unblocks(&self, user: UserId) {
        self.act(|world| world.let_in(user));
    }

    /// Deletes the account: the bot is refused and not told.
    pub fn leaves_telegram(&self, user: UserId) {
        self.world().person_mut(user).gone = true;
    }

    /// Changes the language of the app.
    pub fn set_language(&self, user: UserId, language_code: &str) {
        language_code.clone_into(&mut self.world().person_mut(user).language_code);
    }

    /// Changes the name.
    pub fn set_name(&self, user: UserId, first_name: &str, last_name: Option<&str>) {
        let mut world = self.world();
        let person = world.person_mut(user);
        first_name.clone_into(&mut person.first_name);
        person.last_name = last_name.map(ToOwned::to_owned);
        first_name.clone_into(&mut world.room_mut(user.into()).chat.title);
        world.tell(Happening::WorldChanged);
    }

    /// Changes the user name (without `@`).
    pub fn set_username(&self, user: UserId, username: Option<&str>) {
        self.world().person_mut(user).username = username.map(ToOwned::to_owned);
    }

    /// Does something in the world and wakes the bot.
    pub(super) fn act<T>(&self, act: impl FnOnce(&mut World) -> T) -> T {
        let done = act(&mut self.world());
        self.inner.arrived.notify_waiters();
        done
    }
}

impl World {
    /// A person puts a message into a chat; the bot hears of it if it may.
    pub(super) fn says(&mut self, chat: ChatId, user: UserId, draft: Draft) -> MessageId {
        assert!(!self.person(user).gone, "{user} has left Telegram");
        let is_here = self.room(chat).chat.members.contains(&user);
        assert!(is_here, "{user} is not in chat {chat}");
        match self.room(chat).standing {
            Standing::Stranger if chat.person().is_some() => {
                self.room_mut(chat).standing = Standing::Welcome;
            }
            Standing::Blocked => self.let_in(user),
            _ => {}
        }
        self.speaks(chat, user, draft)
    }

    /// A message comes into a chat, and the bot hears of it if it may.
    pub(super) fn speaks(&mut self, chat: ChatId, user: UserId, draft: Draft) -> MessageId {
        let sent = self.put(chat, Author::Person(user), draft);
        let object = self.message_object(chat, &sent);
        if self.hears(chat, &sent) {
            self.post.put(What::Message(object));
        }
        sent.id
    }

    /// In groups a bot hears commands meant for it, replies to itself and service messages.
    fn hears(&self, chat: ChatId, message: &super::chat::Message) -> bool {
        let room = self.room(chat);
        if room.standing != Standing::Welcome {
            return false;
        }
        let to_the_bot = || {
            let replied = message.reply_to.and_then(|id| room.present(id));
            replied.is_some_and(|replied| replied.from == Author::Bot)
        };
        let command = || match message.text.split_whitespace().next() {
            Some(word) if word.starts_with('/') => word
                .split_once('@')
                .is_none_or(|(_, bot)| bot.eq_ignore_ascii_case(&self.bot.username)),
            _ => false,
        };
        let service = || {
            matches!(
                message.attachment,
                Some(
                    Attachment::Joined(_)
                        | Attachment::Left(_)
                        | Attachment::MigratedTo(_)
                        | Attachment::MigratedFrom(_)
                )
            )
        };
        room.chat.kind == ChatKind::Private
            || self.reads_all_in_groups
            || command()
            || to_the_bot()
            || service()
    }

    /// A tap, true or forged.
    fn taps(
        &mut self,
        chat: ChatId,
        user: UserId,
        message: Option<MessageId>,
        label: Option<String>,
        data: &str,
    ) -> QueryId {
        self.queries.last += 1;
        let query = QueryId(21_474_836_470_000_000 + self.queries.last);
        let tap = Tap {
            by: user,
            name: self.person(user).first_name.clone(),
            message,
            label,
            data: data.to_owned(),
            query,
            answer: None,
        };
        let act = self.record(chat, Act::Tapped(tap));
        self.queries.open.insert(query, Query { user, chat, act });
        let room = self.room(chat);
        let found = message.and_then(|id| room.present(id));
        let message = match found {
            Some(found) => MaybeMessage::Here(self.message_object(chat, found)),
            None => MaybeMessage::Inaccessible {
                chat: self.chat_object(chat),
                message_id: message.unwrap_or(MessageId(1)),
                date: 0,
            },
        };
        let object = self.callback_object(query, user, message, chat, data);
        self.post.put(object);
        query
    }

    /// Changes the standing of the bot in a chat and tells it so.
    pub(super) fn stand(&mut self, chat: ChatId, by: UserId, new: Standing) {
        let old = std::mem::replace(&mut self.room_mut(chat).standing, new);
        if old != new {
            let object = self.membership_object(chat, by, old, new);
            self.post.put(object);
            self.tell(Happening::WorldChanged);
        }
    }

    fn let_in(&mut self, user: UserId) {
        if self.room(user.into()).standing == Standing::Blocked {
            self.stand(user.into(), user, Standing::Welcome);
            self.record(user.into(), Act::Unblocked(user));
        }
    }
}

impl Draft {
    pub(super) fn text(text: &str) -> Draft {
        Draft {
            text: text.to_owned(),
            html: escape(text),
            entities: found::found(text, &[]),
            ..Draft::default()
        }
    }
}
