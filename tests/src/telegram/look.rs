//! What a test or a page may see.

use std::sync::{PoisonError, atomic::Ordering};

use bytes::Bytes;
use chrono::{DateTime, Utc};
use serde::Serialize;
use tokio::sync::{broadcast, watch};

use super::{
    Telegram,
    call::Call,
    chat::{Act, Author, Chat, Toast},
    happening::Happening,
    ids::{ChatId, UpdateId, UserId},
    menu::BotCommand,
    world::{Standing, World},
};

/// A person as the page shows them.
#[derive(Clone, Debug, Serialize)]
pub struct PersonView {
    pub id: UserId,
    pub first_name: String,
    pub last_name: Option<String>,
    pub username: Option<String>,
    pub language_code: String,
    /// They have pressed Start at least once.
    pub started: bool,
    /// They have blocked the bot.
    pub blocked: bool,
}

impl Telegram {
    /// The chat as it is now. A private chat that nobody has opened is empty.
    pub fn chat(&self, chat: impl Into<ChatId>) -> Chat {
        self.world().room(chat.into()).chat.clone()
    }

    /// Looks at a chat where it is, without a copy. Telegram waits meanwhile.
    pub fn look<T>(&self, chat: impl Into<ChatId>, look: impl FnOnce(&Chat) -> T) -> T {
        look(&self.world().room(chat.into()).chat)
    }

    /// All chats, private ones and groups.
    pub fn chats(&self) -> Vec<ChatId> {
        self.world().rooms.keys().copied().collect()
    }

    /// What phones have shown as commands in messages of the bot, with the message around each.
    pub fn commands_shown(&self) -> Vec<(String, String)> {
        let shown = self.found_shown(&["bot_command"]).into_iter();
        let name = |command: &str| {
            let name = command.trim_start_matches('/').split('@').next();
            name.unwrap_or_default().to_owned()
        };
        shown.map(|(it, text)| (name(&it), text)).collect()
    }

    /// What phones have found by themselves in messages of the bot, of these kinds, with the message around each.
    pub fn found_shown(&self, kinds: &[&str]) -> Vec<(String, String)> {
        let world = self.world();
        let acts = world.rooms.values().flat_map(|room| &room.chat.story);
        let shown = acts.filter_map(|act| match act {
            Act::Sent(message) | Act::Edited(_, message) => Some(message),
            _ => None,
        });
        let own = shown.filter(|message| message.from == Author::Bot);
        let found = own.flat_map(|message| {
            let units: Vec<u16> = message.text.encode_utf16().collect();
            let entities = message.entities.iter();
            let found = entities.filter(|entity| kinds.contains(&entity.kind));
            let with_text = move |entity: &super::chat::Entity| {
                let found = String::from_utf16_lossy(&units[entity.offset..entity.end()]);
                (found, message.text.clone())
            };
            found.map(with_text).collect::<Vec<_>>()
        });
        found.collect()
    }

    /// What nobody but its reader should know: what people wrote, as far as it is more than a word, and their names.
    pub fn private_words(&self) -> Vec<String> {
        let world = self.world();
        let acts = world.rooms.values().flat_map(|room| &room.chat.story);
        let written = acts.filter_map(|act| match act {
            Act::Sent(message) if message.from != Author::Bot => Some(&message.text),
            _ => None,
        });
        let written = written.filter(|text| text.chars().count() >= 8).cloned();
        let names = world
            .people
            .values()
            .map(|person| person.first_name.clone());
        let names = names.filter(|name| name.chars().count() >= 4);
        written.chain(names).collect()
    }

    /// All people, in the order in which they came.
    pub fn people(&self) -> Vec<PersonView> {
        let world = self.world();
        let view = |(id, person): (&UserId, &super::world::Person)| {
            let standing = world.room((*id).into()).standing;
            PersonView {
                id: *id,
                first_name: person.first_name.clone(),
                last_name: person.last_name.clone(),
                username: person.username.clone(),
                language_code: person.language_code.clone(),
                started: standing != Standing::Stranger,
                blocked: standing == Standing::Blocked,
            }
        };
        world.people.iter().map(view).collect()
    }

    /// Everything that happened in a chat, as text; see [`super::transcript`].
    pub fn transcript(&self, chat: impl Into<ChatId>) -> String {
        self.look(chat, Chat::transcript)
    }

    /// What the phone shows now, as text.
    pub fn screen(&self, chat: impl Into<ChatId>) -> String {
        self.look(chat, Chat::screen)
    }

    /// The answers to this person's taps, oldest first.
    pub fn toasts(&self, user: UserId) -> Vec<Toast> {
        self.world().person(user).toasts.clone()
    }

    /// The bytes of a file, by its `file_id`.
    pub fn file_bytes(&self, file_id: &str) -> Option<Bytes> {
        Some(self.world().shelf.get(file_id)?.bytes.clone())
    }

    /// The command menu of this person in the private chat.
    pub fn commands(&self, user: UserId) -> Vec<BotCommand> {
        self.commands_in(user.into(), user)
    }

    /// The command menu of this person in a group.
    pub fn commands_in(&self, chat: ChatId, user: UserId) -> Vec<BotCommand> {
        let world = self.world();
        let is_admin = world.room(chat).chat.members.first() == Some(&user);
        let language = &world.person(user).language_code;
        world.menu.seen_in(chat, user, is_admin, language)
    }

    /// What somebody with this language reads of the bot before they press Start: in the chat, and on its profile.
    pub fn introduction(&self, language: &str) -> [String; 2] {
        let world = self.world();
        ["description", "short_description"].map(|field| {
            let said = |language: &str| world.bot.words.get(&(field, language.to_owned()));
            let own = said(language).filter(|own| !own.is_empty());
            own.or_else(|| said("")).cloned().unwrap_or_default()
        })
    }

    /// The log of calls, oldest first. `getUpdates` is in it only when it was refused.
    pub fn calls(&self) -> Vec<Call> {
        self.world().ledger.calls.clone()
    }

    /// Switches the log of calls on or off (for load).
    pub fn keep_calls(&self, keep: bool) {
        self.world().ledger.keep = keep;
    }

    /// Calls a well-written bot never makes, in words. Tests assert that there are none.
    pub fn faux_pas(&self) -> Vec<String> {
        self.world().ledger.faux_pas.clone()
    }

    /// Edits that changed nothing.
    pub fn not_modified(&self) -> usize {
        self.world().ledger.not_modified
    }

    /// Taps that the bot tried to answer a second time. They are a faux pas, unless a repeat had
    /// to be expected; see [`Telegram::expect_repeats`].
    pub fn answered_twice(&self) -> usize {
        self.world().ledger.answered_twice
    }

    /// Long polls that were ended by another poll.
    pub fn conflicts(&self) -> usize {
        self.world().ledger.conflicts
    }

    /// Updates that the bot has not confirmed.
    pub fn pending(&self) -> usize {
        self.world().post.pending()
    }

    /// Taps that were never answered; those too old to be answered are not counted.
    pub fn unanswered(&self) -> usize {
        self.world().queries.open.len()
    }

    /// Calls on their way at this moment, long polls not counted.
    pub fn in_flight(&self) -> usize {
        self.inner.in_flight.load(Ordering::SeqCst)
    }

    /// A long poll waits at this moment.
    pub fn is_polled(&self) -> bool {
        self.world().post.polls_waiting > 0
    }

    /// Wakes whenever a call or a long poll begins or ends.
    pub fn moves(&self) -> watch::Receiver<u64> {
        self.inner.moves.subscribe()
    }

    /// Waits until Telegram is as wanted: it is looked at again whenever a call or a long poll begins or ends.
    pub async fn until(&self, wanted: impl Fn(&Telegram) -> bool) {
        let mut moves = self.moves();
        loop {
            // Marked as seen before the look, so that nothing can move unseen. The look itself holds nothing: whoever
            // moves may hold what it looks at.
            moves.borrow_and_update();
            if wanted(self) {
                return;
            }
            // Telegram holds the other end, so it does not close.
            let _ = moves.changed().await;
        }
    }

    /// The newest update.
    pub fn last_update(&self) -> Option<UpdateId> {
        self.world().post.last()
    }

    /// News from now on. A watcher that is too slow loses the oldest ones.
    pub fn subscribe(&self) -> broadcast::Receiver<Happening> {
        self.world().news.subscribe()
    }

    /// Asks this clock for the date of messages. It is asked while the world is locked, so it must
    /// not ask Telegram in its turn.
    pub fn set_clock(&self, clock: impl Fn() -> DateTime<Utc> + Send + Sync + 'static) {
        self.world().clock = Box::new(clock);
    }

    /// The state, locked. A panic in a test must not hide the state from the others.
    pub(super) fn world(&self) -> std::sync::MutexGuard<'_, World> {
        self.inner
            .world
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}
