//! A person with a phone: they say, tap and send, and read what the bot says.

use bytes::Bytes;

use super::World;
use crate::telegram::{MessageId, QueryId, Telegram, UserId};

/// A person. Every act waits until the bot has come to rest.
#[derive(Clone)]
pub struct Player {
    world: World,
    pub user: UserId,
    pub name: String,
}

impl Player {
    pub(super) fn new(world: &World, user: UserId, name: &str) -> Player {
        Player {
            world: world.clone(),
            user,
            name: name.to_owned(),
        }
    }

    /// Every act takes a minute.
    fn acts(&self) -> &Telegram {
        self.world.time_passes(chrono::TimeDelta::minutes(1));
        self.telegram()
    }

    fn telegram(&self) -> &Telegram {
        &self.world.telegram
    }

    /// Opens a start link.
    pub async fn opens(&self, payload: &str) {
        self.acts().starts(self.user, Some(payload));
        self.world.settle().await;
    }

    /// Writes a message.
    pub async fn says(&self, text: &str) -> MessageId {
        let message = self.acts().says(self.user, text);
        self.world.settle().await;
        message
    }

    /// Taps the newest visible button with this label.
    pub async fn taps(&self, label: &str) {
        self.begins_to_tap(label);
        self.world.settle().await;
    }

    /// Taps, and does not wait for what comes of it.
    pub fn begins_to_tap(&self, label: &str) -> QueryId {
        let (message, data) = self.button(label);
        self.acts()
            .taps(self.user, message, &data)
            .expect("the button was there just now")
    }

    /// Taps a button that was seen before and may be gone by now, as a phone with an old screen does.
    pub async fn taps_old(&self, (message, data): &(MessageId, String)) {
        self.acts().forges(self.user, Some(*message), data);
        self.world.settle().await;
    }

    /// Sends a document.
    pub async fn sends(&self, name: &str, bytes: Bytes) {
        let mime = match name.rsplit_once('.') {
            Some((_, "pdf")) => "application/pdf",
            _ => "application/octet-stream",
        };
        self.acts()
            .sends_document(self.user, name, mime, bytes, None);
        self.world.settle().await;
    }

    /// Sends a photo without a word.
    pub async fn sends_photo(&self, bytes: Bytes) {
        self.acts().sends_photo(self.user, bytes, None);
        self.world.settle().await;
    }

    /// Shares somebody's contact, perhaps their own.
    pub async fn shares(&self, of: UserId, phone: &str) {
        self.acts().shares_contact(self.user, of, phone);
        self.world.settle().await;
    }

    /// Does anything else that people do in Telegram.
    pub async fn does<T>(&self, act: impl FnOnce(&Telegram, UserId) -> T) -> T {
        let done = act(self.acts(), self.user);
        self.world.settle().await;
        done
    }

    /// Sends data that no button of theirs has; without a message it comes from one too old to be
    /// shown.
    pub async fn forges(&self, message: Option<MessageId>, data: &str) {
        self.acts().forges(self.user, message, data);
        self.world.settle().await;
    }

    /// The newest visible button with this label: its message and what it carries.
    ///
    /// Fails, and prints the chat, where there is none.
    pub fn button(&self, label: &str) -> (MessageId, String) {
        self.find(label).unwrap_or_else(|| {
            panic!(
                "{} sees no button “{label}”:\n\n{}",
                self.name,
                self.telegram().screen(self.user)
            )
        })
    }

    /// Whether a button with this label can be tapped.
    pub fn sees_button(&self, label: &str) -> bool {
        self.find(label).is_some()
    }

    fn find(&self, label: &str) -> Option<(MessageId, String)> {
        let chat = self.telegram().chat(self.user);
        let mut found: Vec<_> = chat
            .buttons()
            .map(|(message, button)| (message, button.clone()))
            .collect();
        found.reverse();
        let plain = |shown: &str| {
            shown
                .trim_start_matches(|c: char| !c.is_alphanumeric())
                .to_owned()
        };
        let exact = found.iter().find(|(_, button)| button.text == label);
        let marked = || {
            found
                .iter()
                .find(|(_, button)| plain(&button.text) == plain(label))
        };
        let begins = || {
            found
                .iter()
                .find(|(_, button)| plain(&button.text).starts_with(label))
        };
        let (message, button) = exact.or_else(marked).or_else(begins)?;
        Some((*message, button.callback_data.clone()?))
    }

    /// The newest message of the bot, as it reads now.
    pub fn last(&self) -> String {
        self.telegram()
            .chat(self.user)
            .last_from_bot()
            .map(|message| message.text.clone())
            .unwrap_or_default()
    }

    /// All that the phone shows now.
    pub fn screen(&self) -> String {
        self.telegram().screen(self.user)
    }

    /// The whole chat as it happened.
    pub fn chat(&self) -> String {
        let transcript = self.telegram().transcript(self.user);
        // The payload of a start link is different every time.
        let lines = transcript
            .lines()
            .map(|line| match line.split_once("/start ") {
                Some((before, _)) => format!("{before}/start [link]"),
                None => line.to_owned(),
            });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// How much has happened in the chat up to now; see [`Player::chat_since`].
    pub fn now(&self) -> usize {
        self.telegram().chat(self.user).story.len()
    }

    /// What has happened in the chat since then.
    pub fn chat_since(&self, then: usize) -> String {
        let lines = self.telegram().chat(self.user).transcript_since(then);
        lines.trim_end().to_owned()
    }

    /// How many messages the bot has in the chat that contain these words.
    pub fn messages_with(&self, words: &str) -> usize {
        let chat = self.telegram().chat(self.user);
        let shown = chat
            .visible()
            .filter(|message| message.text.contains(words));
        shown
            .filter(|message| message.from == crate::telegram::Author::Bot)
            .count()
    }

    /// The newest words that passed over the screen.
    pub fn toast(&self) -> String {
        self.telegram()
            .toasts(self.user)
            .last()
            .and_then(|toast| toast.text.clone())
            .unwrap_or_default()
    }
}
