//! A chat as text that a colleague can read.
//!
//! One line per message, the speaker at the margin, buttons in brackets below:
//!
//! ```text
//! Sari   /start
//! Loket  Selamat datang.
//!        [Ajukan Permohonan] [Permohonan Saya]
//! Sari   ▸ Ajukan Permohonan
//! Loket  ↻ Pilih layanan.
//!        [Cuti] [Kendaraan]
//! ```
//!
//! - `▸` a tap; `▸ ?` a tap on a button that does not exist; `ⓘ` and `⚠` its answer, passing or
//!   as a window
//! - `↻` an earlier message with new content; its old content stands above, where it was sent.
//!   `[ ]` says that it lost its buttons
//! - `✗` a deleted message
//! - `📎` a file, `↪` the beginning of the message this one replies to, `🔕` sent without a sound
//! - `📌` a message that was pinned; `(lepas 📌)` one that was taken down
//! - `#` the topic of a group in which a message stands
//! - `{Kirim nomor}` buttons below the input field, `{ }` when they go away

use std::{
    borrow::Cow,
    fmt::{self, Write as _},
};

use super::{
    chat::{Act, Attachment, Author, Chat, File, Message},
    keyboard::{Button, ReplyMarkup},
};

impl Chat {
    /// Everything that happened, in the order in which it happened.
    pub fn transcript(&self) -> String {
        self.transcript_since(0)
    }

    /// Everything that happened since the story was this long (`chat.story.len()`).
    pub fn transcript_since(&self, act: usize) -> String {
        let mut page = Page::new(self);
        for act in self.story.iter().skip(act) {
            page.act(act);
        }
        page.text
    }

    /// What the phone shows now: the messages with their present content, and what stands below
    /// the input field.
    pub fn screen(&self) -> String {
        let mut page = Page::new(self);
        for message in self.visible() {
            let mark = if message.edits > 0 { "↻ " } else { "" };
            page.message(mark, message, false);
        }
        if let Some(markup) = &self.reply_keyboard {
            let _ = writeln!(page.text, "{}", below_input(markup));
        }
        page.text
    }
}

impl fmt::Display for Chat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.transcript())
    }
}

/// A transcript in the making.
struct Page<'a> {
    chat: &'a Chat,
    /// The width of the column of speakers.
    width: usize,
    text: String,
}

impl<'a> Page<'a> {
    fn new(chat: &'a Chat) -> Page<'a> {
        let names = chat.story.iter().map(|act| match act {
            Act::Sent(message) => message.author.chars().count(),
            Act::Tapped(tap) => tap.name.chars().count(),
            _ => 0,
        });
        Page {
            chat,
            width: names.max().unwrap_or(0).max("Loket".len()) + 2,
            text: String::new(),
        }
    }

    fn act(&mut self, act: &Act) {
        match act {
            Act::Sent(message) => self.message("", message, true),
            Act::Edited(before, after) if only_buttons_changed(before, after) => {
                self.say(&after.author, &format!("↻ {}", beginning(after)));
                self.buttons(after, true);
            }
            Act::Edited(before, after) => {
                self.message("↻ ", after, true);
                if after.keyboard.is_empty() && !before.keyboard.is_empty() {
                    self.below("[ ]");
                }
            }
            Act::Deleted(message) => {
                self.say(&message.author, &format!("✗ {}", beginning(message)));
            }
            Act::Tapped(tap) => {
                let label = match &tap.label {
                    Some(label) => format!("▸ {label}"),
                    None => format!("▸ ? {}", tap.data),
                };
                self.say(&tap.name, &label);
                if let Some(answer) = &tap.answer
                    && let Some(text) = &answer.text
                {
                    let mark = if answer.alert { "⚠" } else { "ⓘ" };
                    let bot = self.bot();
                    self.say(&bot, &format!("{mark} {text}"));
                }
            }
            Act::Reacted(message) => {
                let bot = self.bot();
                let reaction = message.reactions.concat();
                let reaction = if reaction.is_empty() {
                    "–"
                } else {
                    &reaction
                };
                self.say(&bot, &format!("{reaction} ↪ {}", beginning(message)));
            }
            Act::Pinned(message) => {
                let bot = self.bot();
                self.say(&bot, &format!("📌 ↪ {}", beginning(message)));
            }
            Act::Unpinned(message) => {
                let bot = self.bot();
                self.say(&bot, &format!("(lepas 📌) ↪ {}", beginning(message)));
            }
            Act::Blocked(_) => {
                let title = self.chat.title.clone();
                self.say(&title, "(memblokir bot)");
            }
            Act::Unblocked(_) => {
                let title = self.chat.title.clone();
                self.say(&title, "(membuka blokir bot)");
            }
        }
    }

    /// The name of the bot, as its messages carry it.
    fn bot(&self) -> String {
        let mut messages = self.chat.messages.values();
        let own = messages.find(|message| message.from == Author::Bot);
        own.map_or("Loket".to_owned(), |message| message.author.clone())
    }

    fn message(&mut self, mark: &str, message: &Message, with_input: bool) {
        let mut lines = String::from(mark);
        if let Some(topic) = message.topic.and_then(|id| self.chat.messages.get(&id))
            && let Some(Attachment::TopicOpened(name)) = &topic.attachment
            && topic.id != message.id
        {
            let _ = writeln!(lines, "# {name}");
        }
        if message.silent {
            lines.push_str("🔕 ");
        }
        let replied = message.reply_to.and_then(|id| self.chat.messages.get(&id));
        if let Some(replied) = replied {
            let _ = writeln!(lines, "↪ {}", beginning(replied));
        }
        if let Some(attachment) = &message.attachment {
            lines.push_str(&self.attachment(attachment));
            if !message.text.is_empty() {
                lines.push('\n');
            }
        }
        lines.push_str(&message.text);
        self.say(&message.author, &lines);
        self.buttons(message, false);
        if with_input && let Some(markup) = &message.reply_markup {
            self.below(&below_input(markup));
        }
    }

    fn buttons(&mut self, message: &Message, also_none: bool) {
        for row in &message.keyboard {
            let row: Vec<_> = row.iter().map(button).collect();
            self.below(&row.join(" "));
        }
        if message.keyboard.is_empty() && also_none {
            self.below("[ ]");
        }
    }

    fn attachment(&self, attachment: &Attachment) -> String {
        let name = |user: &Option<super::ids::UserId>| {
            user.map_or("Loket".to_owned(), |user| self.name_of(user))
        };
        match attachment {
            Attachment::Document(file) => {
                format!(
                    "📎 {} ({})",
                    file.name.as_deref().unwrap_or("berkas"),
                    size(file)
                )
            }
            Attachment::Photo(sizes) => {
                format!("🖼 ({})", sizes.last().map(size).unwrap_or_default())
            }
            Attachment::Sticker { emoji, .. } => format!("{emoji} (stiker)"),
            Attachment::Voice { seconds, .. } => {
                format!("🎤 {}:{:02}", seconds / 60, seconds % 60)
            }
            Attachment::Location {
                latitude,
                longitude,
            } => format!("📍 {latitude}, {longitude}"),
            Attachment::Contact { name, phone, .. } => format!("☎ {name} {phone}"),
            Attachment::Joined(people) => {
                let names: Vec<_> = people.iter().map(name).collect();
                format!("(masuk: {})", names.join(", "))
            }
            Attachment::Left(person) => format!("(keluar: {})", name(person)),
            Attachment::MigratedTo(_) => "(menjadi supergrup)".to_owned(),
            Attachment::MigratedFrom(_) => "(dulu grup biasa)".to_owned(),
            Attachment::Renamed(title) => format!("(nama grup: {title})"),
            Attachment::TopicOpened(name) => format!("(topik baru: {name})"),
            Attachment::Other(fields) => {
                let names: Vec<_> = fields.keys().map(String::as_str).collect();
                format!("({})", names.join(", "))
            }
        }
    }

    /// The name under which somebody has spoken here.
    fn name_of(&self, user: super::ids::UserId) -> String {
        let mut messages = self.chat.messages.values();
        let own = messages.find(|message| message.from == Author::Person(user));
        own.map_or(format!("orang {user}"), |message| message.author.clone())
    }

    /// A line with a speaker, and more lines below it.
    fn say(&mut self, speaker: &str, lines: &str) {
        let mut lines = lines.split('\n');
        let first = lines.next().unwrap_or_default();
        let line = format!("{speaker:<width$}{first}", width = self.width);
        let _ = writeln!(self.text, "{}", line.trim_end());
        for line in lines {
            self.below(line);
        }
    }

    fn below(&mut self, line: &str) {
        let line = format!("{:width$}{line}", "", width = self.width);
        let _ = writeln!(self.text, "{}", line.trim_end());
    }
}

fn only_buttons_changed(before: &Message, after: &Message) -> bool {
    before.text == after.text && before.attachment == after.attachment
}

/// The first words of a message, enough to find it further up.
fn beginning(message: &Message) -> Cow<'_, str> {
    const LONGEST: usize = 40;
    let line = match &message.attachment {
        Some(attachment) if message.text.is_empty() => {
            let name = attachment.file().and_then(|file| file.name.as_deref());
            return Cow::Owned(format!("📎 {}", name.unwrap_or("berkas")));
        }
        _ => message.text.lines().next().unwrap_or_default(),
    };
    if line.chars().count() > LONGEST {
        let start: String = line.chars().take(LONGEST).collect();
        return Cow::Owned(format!("{}…", start.trim_end()));
    }
    if message.text.lines().count() > 1 {
        return Cow::Owned(format!("{line} …"));
    }
    Cow::Borrowed(line)
}

fn button(button: &Button) -> String {
    let mark = if button.url.is_some() || button.web_app.is_some() {
        " ↗"
    } else if button.copy_text.is_some() {
        " ⧉"
    } else {
        ""
    };
    format!("[{}{mark}]", button.text)
}

fn below_input(markup: &ReplyMarkup) -> String {
    match markup {
        ReplyMarkup::Keyboard(keyboard) => {
            let rows = keyboard.keyboard.iter().map(|row| {
                let row: Vec<_> = row
                    .iter()
                    .map(|button| format!("{{{}}}", button.text))
                    .collect();
                row.join(" ")
            });
            rows.collect::<Vec<_>>().join("\n")
        }
        ReplyMarkup::Remove(_) => "{ }".to_owned(),
        ReplyMarkup::ForceReply(_) => "{↪}".to_owned(),
    }
}

/// A size as people say it, in the Indonesian way.
fn size(file: &File) -> String {
    match file.size {
        bytes if bytes < 1_000 => format!("{bytes} B"),
        bytes if bytes < 1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        bytes => format!("{},{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
    }
}
