//! The world behind the API: who is there, which chats they have, and what the bot may do in them.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

use chrono::{DateTime, Utc};
use tokio::sync::broadcast;

use super::{
    api::refusal::Refusal,
    chat::{Act, Attachment, Author, Chat, ChatKind, Entity, Message, Toast},
    fault::Fault,
    happening::Happening,
    ids::{ChatId, MessageId, QueryId, UserId},
    keyboard::{Button, ReplyMarkup},
    ledger::Ledger,
    menu::Menu,
    pace::Pace,
    post::Post,
    shelf::Shelf,
};

/// The one state, behind one lock.
pub(super) struct World {
    pub(super) clock: Box<dyn Fn() -> DateTime<Utc> + Send + Sync>,
    pub(super) bot: Identity,
    pub(super) people: BTreeMap<UserId, Person>,
    pub(super) rooms: BTreeMap<ChatId, Room>,
    pub(super) shelf: Shelf,
    pub(super) queries: Queries,
    pub(super) post: Post,
    pub(super) menu: Menu,
    pub(super) ledger: Ledger,
    pub(super) faults: Vec<Fault>,
    pub(super) pace: Option<Pace>,
    pub(super) reads_all_in_groups: bool,
    /// It is a server of Bot API 9.1, which does not know what came later.
    pub(super) is_old: bool,
    pub(super) news: broadcast::Sender<Happening>,
    pub(super) albums: u64,
    pub(super) next_message: i32,
    pub(super) next_group: i64,
}

/// The bot as Telegram knows it.
#[derive(Clone)]
pub(super) struct Identity {
    pub(super) id: UserId,
    pub(super) name: String,
    pub(super) username: String,
    /// Names and descriptions by field (`name`, `description`, `short_description`) and language.
    pub(super) words: BTreeMap<(&'static str, String), String>,
}

/// Somebody with a phone.
#[derive(Clone)]
pub(super) struct Person {
    pub(super) first_name: String,
    pub(super) last_name: Option<String>,
    pub(super) username: Option<String>,
    pub(super) language_code: String,
    pub(super) gone: bool,
    pub(super) toasts: Vec<Toast>,
}

/// A chat together with the standing of the bot in it.
#[derive(Clone)]
pub(super) struct Room {
    pub(super) chat: Chat,
    pub(super) standing: Standing,
    /// The bot is an administrator here who may open topics.
    pub(super) may_open_topics: bool,
    /// Supergroups count their own messages.
    next_message: i32,
    /// What `setChatMenuButton` put beside the input field.
    pub(super) menu_button: Option<serde_json::Value>,
}

/// What the bot may do in a chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// The person has never pressed Start.
    Stranger,
    Welcome,
    Blocked,
    Kicked,
    MigratedTo(ChatId),
}

/// Taps that wait for an answer.
#[derive(Clone, Default)]
pub(super) struct Queries {
    pub(super) open: HashMap<QueryId, Query>,
    pub(super) expired: BTreeSet<QueryId>,
    pub(super) answered: BTreeSet<QueryId>,
    pub(super) last: u64,
}

/// A tap that waits for its answer.
#[derive(Clone)]
pub(super) struct Query {
    pub(super) user: UserId,
    pub(super) chat: ChatId,
    /// Where the tap stands in the story of the chat.
    pub(super) act: usize,
}

/// What a new message is made of.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) text: String,
    pub(super) html: String,
    pub(super) rich: bool,
    pub(super) entities: Vec<Entity>,
    pub(super) keyboard: Vec<Vec<Button>>,
    pub(super) reply_markup: Option<ReplyMarkup>,
    pub(super) attachment: Option<Attachment>,
    pub(super) reply_to: Option<MessageId>,
    pub(super) topic: Option<MessageId>,
    pub(super) album: Option<String>,
    pub(super) silent: bool,
    pub(super) protected: bool,
}

impl World {
    pub(super) fn new(bot: Identity) -> World {
        World {
            clock: Box::new(Utc::now),
            bot,
            people: BTreeMap::new(),
            rooms: BTreeMap::new(),
            shelf: Shelf::default(),
            queries: Queries::default(),
            post: Post::default(),
            menu: Menu::default(),
            ledger: Ledger::default(),
            faults: Vec::new(),
            pace: None,
            reads_all_in_groups: false,
            is_old: false,
            news: broadcast::channel(1024).0,
            albums: 0,
            next_message: 0,
            next_group: 0,
        }
    }

    /// Seconds since 1970 by the clock of this world.
    pub(super) fn now(&self) -> i64 {
        (self.clock)().timestamp()
    }

    pub(super) fn tell(&self, happening: Happening) {
        // Nobody listens most of the time, and that is fine.
        let _ = self.news.send(happening);
    }

    /// A new person. Ids lie above 32 bits, as those of new accounts do.
    pub(super) fn add_person(&mut self, first_name: &str, language_code: &str) -> UserId {
        let known = i64::try_from(self.people.len()).expect("there are not that many people");
        let id = UserId(5_000_000_001 + known);
        self.people.insert(
            id,
            Person {
                first_name: first_name.to_owned(),
                last_name: None,
                username: None,
                language_code: language_code.to_owned(),
                gone: false,
                toasts: Vec::new(),
            },
        );
        let room = Room::new(id.into(), ChatKind::Private, first_name, vec![id]);
        self.rooms.insert(id.into(), room);
        self.tell(Happening::WorldChanged);
        id
    }

    /// A new group or supergroup, with the bot in it.
    pub(super) fn add_group(&mut self, kind: ChatKind, title: &str, members: &[UserId]) -> ChatId {
        self.next_group += 1;
        let id = ChatId(match kind {
            ChatKind::Supergroup => -1_002_000_000_000 - self.next_group,
            _ => -4_000_000 - self.next_group,
        });
        let mut room = Room::new(id, kind, title, members.to_vec());
        room.standing = Standing::Welcome;
        self.rooms.insert(id, room);
        self.tell(Happening::WorldChanged);
        id
    }

    pub(super) fn person(&self, user: UserId) -> &Person {
        self.people
            .get(&user)
            .unwrap_or_else(|| panic!("there is no person {user}"))
    }

    pub(super) fn person_mut(&mut self, user: UserId) -> &mut Person {
        self.people
            .get_mut(&user)
            .unwrap_or_else(|| panic!("there is no person {user}"))
    }

    pub(super) fn room(&self, chat: ChatId) -> &Room {
        self.rooms
            .get(&chat)
            .unwrap_or_else(|| panic!("there is no chat {chat}"))
    }

    pub(super) fn room_mut(&mut self, chat: ChatId) -> &mut Room {
        self.rooms
            .get_mut(&chat)
            .unwrap_or_else(|| panic!("there is no chat {chat}"))
    }

    /// The chat, if the bot may write into it.
    pub(super) fn writable(&self, chat: ChatId) -> Result<&Room, Refusal> {
        let Some(room) = self.rooms.get(&chat) else {
            return Err(Refusal::bad("chat not found"));
        };
        if let Some(person) = chat.person().and_then(|user| self.people.get(&user))
            && person.gone
        {
            return Err(Refusal::forbidden("user is deactivated").not_its_fault());
        }
        match room.standing {
            Standing::Welcome => Ok(room),
            Standing::Stranger => Err(Refusal::forbidden(
                "bot can't initiate conversation with a user",
            )),
            Standing::Blocked => {
                Err(Refusal::forbidden("bot was blocked by the user").not_its_fault())
            }
            Standing::Kicked => Err(Refusal::forbidden(match room.chat.kind {
                ChatKind::Supergroup => "bot was kicked from the supergroup chat",
                _ => "bot was kicked from the group chat",
            })
            .not_its_fault()),
            Standing::MigratedTo(new) => Err(Refusal::migrated(new)),
        }
    }

    /// Puts a message into a chat. It must be there.
    pub(super) fn put(&mut self, chat: ChatId, from: Author, draft: Draft) -> Arc<Message> {
        let author = match from {
            Author::Bot => self.bot.name.clone(),
            Author::Person(UserId::ANONYMOUS) => self.room(chat).chat.title.clone(),
            Author::Person(user) => self.person(user).first_name.clone(),
        };
        let date = self.now();
        let id = if self.room(chat).chat.kind == ChatKind::Supergroup {
            let room = self.room_mut(chat);
            room.next_message += 1;
            MessageId(room.next_message)
        } else {
            self.next_message += 1;
            MessageId(self.next_message)
        };
        let message = Arc::new(Message {
            id,
            from,
            author,
            date,
            edit_date: None,
            edits: 0,
            text: draft.text,
            html: draft.html,
            rich: draft.rich,
            entities: draft.entities,
            keyboard: draft.keyboard,
            keyboard_retired: false,
            reply_markup: draft.reply_markup,
            attachment: draft.attachment,
            reply_to: draft.reply_to,
            topic: draft.topic,
            album: draft.album,
            silent: draft.silent,
            protected: draft.protected,
            reactions: Vec::new(),
            deleted: false,
        });
        let room = self.room_mut(chat);
        match &message.reply_markup {
            Some(ReplyMarkup::Remove(_)) => room.chat.reply_keyboard = None,
            Some(markup) => room.chat.reply_keyboard = Some(markup.clone()),
            None => {}
        }
        room.chat.messages.insert(id, Arc::clone(&message));
        room.chat.story.push(Act::Sent(Arc::clone(&message)));
        self.tell(Happening::ChatChanged(chat));
        message
    }

    /// Changes a message and writes the change into the story. It must be there.
    pub(super) fn change(
        &mut self,
        chat: ChatId,
        id: MessageId,
        change: impl FnOnce(&mut Message),
    ) -> Arc<Message> {
        let now = self.now();
        let room = self.room_mut(chat);
        let slot = room
            .chat
            .messages
            .get_mut(&id)
            .unwrap_or_else(|| panic!("there is no message {id} in chat {chat}"));
        let before = Arc::clone(slot);
        let message = Arc::make_mut(slot);
        change(message);
        message.edits += 1;
        message.edit_date = Some(now);
        message.keyboard_retired =
            message.keyboard.is_empty() && (!before.keyboard.is_empty() || before.keyboard_retired);
        let after = Arc::clone(slot);
        room.chat
            .story
            .push(Act::Edited(before, Arc::clone(&after)));
        self.tell(Happening::ChatChanged(chat));
        after
    }

    /// Deletes a message for everybody. It must be there.
    pub(super) fn delete(&mut self, chat: ChatId, id: MessageId) {
        let room = self.room_mut(chat);
        room.chat.pinned.retain(|pinned| *pinned != id);
        if let Some(slot) = room.chat.messages.get_mut(&id) {
            let before = Arc::clone(slot);
            Arc::make_mut(slot).deleted = true;
            room.chat.story.push(Act::Deleted(before));
        }
        self.tell(Happening::ChatChanged(chat));
    }

    /// Writes an act into the story of a chat and says where it stands.
    pub(super) fn record(&mut self, chat: ChatId, act: Act) -> usize {
        let story = &mut self.room_mut(chat).chat.story;
        story.push(act);
        let place = story.len() - 1;
        self.tell(Happening::ChatChanged(chat));
        place
    }
}

impl Room {
    fn new(id: ChatId, kind: ChatKind, title: &str, members: Vec<UserId>) -> Room {
        Room {
            chat: Chat {
                id,
                kind,
                title: title.to_owned(),
                forum: false,
                members,
                messages: BTreeMap::new(),
                story: Vec::new(),
                reply_keyboard: None,
                pinned: Vec::new(),
            },
            standing: Standing::Stranger,
            may_open_topics: false,
            next_message: 0,
            menu_button: None,
        }
    }

    /// The message, if it is still there.
    pub(super) fn present(&self, id: MessageId) -> Option<&Arc<Message>> {
        let message = self.chat.messages.get(&id)?;
        (!message.deleted).then_some(message)
    }

    /// There was such a message once.
    pub(super) fn remembers(&self, id: MessageId) -> bool {
        self.chat.messages.contains_key(&id)
    }
}
