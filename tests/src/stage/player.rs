//! A person with a phone: they say, tap and send, and read what the bot says.

use bytes::Bytes;

use domain::store::Anchor;

use super::World;
use crate::telegram::{Attachment, Author, Message, MessageId, QueryId, Telegram, UserId};

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

    /// The world in which they live.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// Every act takes a minute. What happens by itself in it has happened when they act.
    async fn acts(&self) -> &Telegram {
        self.world.opens().await;
        self.world.time_passes(chrono::TimeDelta::minutes(1));
        self.world.settle().await;
        self.telegram()
    }

    fn telegram(&self) -> &Telegram {
        &self.world.telegram
    }

    /// Opens a start link.
    pub async fn opens(&self, payload: &str) {
        self.acts().await.starts(self.user, Some(payload));
        self.world.settle().await;
    }

    /// Writes a message.
    pub async fn says(&self, text: &str) -> MessageId {
        let message = self.acts().await.says(self.user, text);
        self.world.settle().await;
        message
    }

    /// Taps the newest visible button with this label.
    pub async fn taps(&self, label: &str) {
        self.acts().await;
        let (message, data) = self.button(label);
        let tapped = self.telegram().taps(self.user, message, &data);
        tapped.expect("the button was there just now");
        self.world.settle().await;
    }

    /// Taps, and does not wait for what comes of it.
    pub fn begins_to_tap(&self, label: &str) -> QueryId {
        let (message, data) = self.button(label);
        self.world.time_passes(chrono::TimeDelta::minutes(1));
        self.telegram()
            .taps(self.user, message, &data)
            .expect("the button was there just now")
    }

    /// Taps a button that was seen before and may be gone by now, as a phone with an old screen does.
    pub async fn taps_old(&self, (message, data): &(MessageId, String)) {
        self.acts().await.forges(self.user, Some(*message), data);
        self.world.settle().await;
    }

    /// Chooses a language, whichever was spoken before; a form that is open waits.
    pub async fn speaks(&self, language: &str) {
        self.says("/bahasa").await;
        self.taps(language).await;
    }

    /// Sends a document.
    pub async fn sends(&self, name: &str, bytes: Bytes) {
        let mime = match name.rsplit_once('.') {
            Some((_, "pdf")) => "application/pdf",
            _ => "application/octet-stream",
        };
        self.acts()
            .await
            .sends_document(self.user, name, mime, bytes, None);
        self.world.settle().await;
    }

    /// Sends a photo without a word.
    pub async fn sends_photo(&self, bytes: Bytes) {
        self.acts().await.sends_photo(self.user, bytes, None);
        self.world.settle().await;
    }

    /// Shares somebody's contact, perhaps their own.
    pub async fn shares(&self, of: UserId, phone: &str) {
        self.acts().await.shares_contact(self.user, of, phone);
        self.world.settle().await;
    }

    /// Does anything else that people do in Telegram.
    pub async fn does<T>(&self, act: impl FnOnce(&Telegram, UserId) -> T) -> T {
        let done = act(self.acts().await, self.user);
        self.world.settle().await;
        done
    }

    /// Sends data that no button of theirs has; without a message it comes from one too old to be
    /// shown.
    pub async fn forges(&self, message: Option<MessageId>, data: &str) {
        self.acts().await.forges(self.user, message, data);
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
        // What is asked once more is known by what it does: "Ya, Setujui" is to approve, and "YA, Beri Izin" becomes
        // "Ya, Beri Izin".
        let act = |shown: &str| {
            let act = shown.strip_prefix("Ya, ").or(shown.strip_prefix("Yes, "));
            act.map(str::to_owned)
        };
        let named = match label.split_once(", ") {
            Some((answer, act)) if answer.chars().all(char::is_uppercase) => act,
            _ => label,
        };
        let plain = |shown: &str| {
            let words = shown.trim_start_matches(|c: char| !c.is_alphanumeric());
            act(words).unwrap_or_else(|| words.to_owned())
        };
        self.telegram().look(self.user, |chat| {
            let mut shown: Vec<_> = chat.buttons().collect();
            shown.reverse();
            let find = |fits: &dyn Fn(&str) -> bool| {
                let found = shown.iter().find(|(_, button)| fits(&button.text));
                found.map(|(message, button)| (*message, button.callback_data.clone()))
            };
            let found = find(&|shown| shown == label || act(shown).as_deref() == Some(named))
                .or_else(|| find(&|shown| plain(shown) == plain(label)))
                .or_else(|| find(&|shown| plain(shown).starts_with(label)));
            let (message, data) = found?;
            Some((message, data?))
        })
    }

    /// The newest message of the bot, as it reads now.
    pub fn last(&self) -> String {
        let text = |message: &Message| message.text.clone();
        self.telegram().look(self.user, |chat| {
            chat.last_from_bot().map(text).unwrap_or_default()
        })
    }

    /// All that the phone shows now.
    pub fn screen(&self) -> String {
        self.telegram().screen(self.user)
    }

    /// The whole chat as it happened.
    pub fn chat(&self) -> String {
        let transcript = self.telegram().transcript(self.user);
        steady(&transcript)
    }

    /// How much has happened in the chat up to now; see [`Player::chat_since`].
    pub fn now(&self) -> usize {
        self.telegram().look(self.user, |chat| chat.story.len())
    }

    /// What has happened in the chat since then.
    pub fn chat_since(&self, then: usize) -> String {
        let lines = self
            .telegram()
            .look(self.user, |chat| chat.transcript_since(then));
        steady(lines.trim_end())
    }

    /// How many messages the bot has in the chat that contain these words.
    pub fn messages_with(&self, words: &str) -> usize {
        self.telegram().look(self.user, |chat| {
            let own = chat.visible().filter(|it| it.from == Author::Bot);
            own.filter(|it| it.text.contains(words)).count()
        })
    }

    /// The files of the bot that lie in the chat: how each is called, what stands beneath, and its bytes.
    pub fn files(&self) -> Vec<(String, String, Vec<u8>)> {
        let sent = self.telegram().look(self.user, |chat| {
            let own = chat.visible().filter(|it| it.from == Author::Bot);
            let files = own.filter_map(|message| match message.attachment.as_ref()? {
                Attachment::Document(file) => Some((file.clone(), message.text.clone())),
                _ => None,
            });
            files.collect::<Vec<_>>()
        });
        let read = sent.into_iter().map(|(file, text)| {
            let bytes = self.telegram().file_bytes(&file.id).expect("it was sent");
            (file.name.clone().unwrap_or_default(), text, bytes.to_vec())
        });
        read.collect()
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

/// Without what is left to chance: the payload of a start link, the code of a paper that was issued, the size of its
/// file, in which the code stands, and the hash of all that happened.
fn steady(transcript: &str) -> String {
    let lines = transcript.lines().map(|line| {
        if let Some((before, _)) = line.split_once("/start ") {
            return format!("{before}/start [link]");
        }
        let words = line.split(' ');
        let words = words.map(|word| match domain::check_code::read_unasked(word) {
            Some(_) if word.len() == 14 => "[code]",
            _ if Anchor::read(word).is_some() => "[anchor]",
            _ => word,
        });
        let line = words.collect::<Vec<_>>().join(" ");
        match (line.split_once("📎 "), line.rsplit_once(" (")) {
            (Some((_, name)), Some((named, size))) if is_issued(name) && size.ends_with("kB)") => {
                named.to_owned()
            }
            _ => line,
        }
    });
    let mut lines: Vec<String> = lines.collect();
    // A pass is a picture, and its code stands two lines below.
    for at in 2..lines.len() {
        if lines[at].contains("[code]")
            && let Some((before, _)) = lines[at - 2].split_once("🖼 (")
        {
            lines[at - 2] = format!("{before}🖼");
        }
    }
    lines.join("\n")
}

/// Whether a file is called after a ticket, as the office calls its own.
fn is_issued(name: &str) -> bool {
    let ticket = name.split(' ').next().unwrap_or_default();
    let parts: Vec<&str> = ticket.split('-').collect();
    parts.len() == 3
        && parts[1..]
            .iter()
            .all(|part| part.len() == 4 && part.parse::<u16>().is_ok())
}
