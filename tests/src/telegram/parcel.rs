//! What people send besides words: files, pictures, places, contacts.

use bytes::Bytes;

use super::{
    Telegram,
    chat::{Attachment, File},
    ids::{MessageId, UserId},
    keyboard::ReplyMarkup,
    object::What,
    shelf::FileKind,
    world::{Draft, World},
};

impl Telegram {
    /// Sends a file in the private chat.
    pub fn sends_document(
        &self,
        user: UserId,
        name: &str,
        mime: &str,
        bytes: Bytes,
        caption: Option<&str>,
    ) -> MessageId {
        self.act(|world| {
            let file = world
                .shelf
                .keep(FileKind::Document, Some(name), Some(mime), bytes);
            let draft = Draft::with(Attachment::Document(file), caption);
            world.says(user.into(), user, draft)
        })
    }

    /// Sends a file as a reply to a message, perhaps with words beneath it.
    pub fn replies_with(
        &self,
        user: UserId,
        to: MessageId,
        name: &str,
        bytes: Bytes,
        caption: Option<&str>,
    ) -> MessageId {
        self.act(|world| {
            let file = world
                .shelf
                .keep(FileKind::Document, Some(name), None, bytes);
            let draft = Draft {
                reply_to: Some(to),
                ..Draft::with(Attachment::Document(file), caption)
            };
            world.says(user.into(), user, draft)
        })
    }

    /// Sends a picture the usual way: Telegram makes three sizes of it and forgets its name.
    pub fn sends_photo(&self, user: UserId, bytes: Bytes, caption: Option<&str>) -> MessageId {
        self.act(|world| {
            let sizes = world.photo_sizes(bytes);
            let draft = Draft::with(Attachment::Photo(sizes), caption);
            world.says(user.into(), user, draft)
        })
    }

    /// Sends several files (name, type, bytes) at once; the caption belongs to the first.
    pub fn sends_album(
        &self,
        user: UserId,
        files: Vec<(String, String, Bytes)>,
        caption: Option<&str>,
    ) -> Vec<MessageId> {
        assert!(
            (2..=10).contains(&files.len()),
            "an album has two to ten files"
        );
        self.act(|world| {
            let mut sent = Vec::new();
            world.albums += 1;
            let album = format!("13{:015}", world.albums);
            for (name, mime, bytes) in files {
                let file = world
                    .shelf
                    .keep(FileKind::Document, Some(&name), Some(&mime), bytes);
                let caption = caption.filter(|_| sent.is_empty());
                let draft = Draft {
                    album: Some(album.clone()),
                    ..Draft::with(Attachment::Document(file), caption)
                };
                sent.push(world.says(user.into(), user, draft));
            }
            sent
        })
    }

    /// Sends several pictures at once, as a phone does that sends what it has photographed.
    pub fn sends_photos(&self, user: UserId, photos: Vec<Bytes>) -> Vec<MessageId> {
        assert!(
            (2..=10).contains(&photos.len()),
            "an album has two to ten pictures"
        );
        self.act(|world| {
            world.albums += 1;
            let album = format!("13{:015}", world.albums);
            let mut sent = Vec::new();
            for photo in photos {
                let sizes = world.photo_sizes(photo);
                let draft = Draft {
                    album: Some(album.clone()),
                    ..Draft::with(Attachment::Photo(sizes), None)
                };
                sent.push(world.says(user.into(), user, draft));
            }
            sent
        })
    }

    /// Sends a sticker.
    pub fn sends_sticker(&self, user: UserId, emoji: &str) -> MessageId {
        self.act(|world| {
            let bytes = Bytes::from_static(b"RIFF\0\0\0\0WEBPVP8 ");
            let file = world.shelf.keep(FileKind::Sticker, None, None, bytes);
            let emoji = emoji.to_owned();
            let draft = Draft::with(Attachment::Sticker { file, emoji }, None);
            world.says(user.into(), user, draft)
        })
    }

    /// Sends a voice message.
    pub fn sends_voice(&self, user: UserId, seconds: u32) -> MessageId {
        self.act(|world| {
            let bytes = Bytes::from_static(b"OggS\0");
            let file = world.shelf.keep(FileKind::Voice, None, None, bytes);
            let draft = Draft::with(Attachment::Voice { file, seconds }, None);
            world.says(user.into(), user, draft)
        })
    }

    /// Sends a place on the map.
    pub fn sends_location(&self, user: UserId, latitude: f64, longitude: f64) -> MessageId {
        let place = Attachment::Location {
            latitude,
            longitude,
        };
        self.act(|world| world.says(user.into(), user, Draft::with(place, None)))
    }

    /// A place that was sent moves, as it does while someone shares where they are.
    pub fn changes_place(&self, user: UserId, message: MessageId, latitude: f64, longitude: f64) {
        self.act(|world| {
            let chat = user.into();
            let changed = world.change(chat, message, |message| {
                message.attachment = Some(Attachment::Location {
                    latitude,
                    longitude,
                });
            });
            let object = world.message_object(chat, &changed);
            world.post.put(What::EditedMessage(object));
        });
    }

    /// Shares a contact: one's own (`of` is the user), that of another person in Telegram, or a
    /// mere card (`None`).
    pub fn shares_contact(
        &self,
        user: UserId,
        of: impl Into<Option<UserId>>,
        phone: &str,
    ) -> MessageId {
        let of = of.into();
        self.act(|world| {
            let contact = Attachment::Contact {
                name: of.map_or("Kartu".to_owned(), |of| world.person(of).first_name.clone()),
                phone: phone.to_owned(),
                user: of,
            };
            let sent = world.says(user.into(), user, Draft::with(contact, None));
            // Telegram: sharing one's number through a one-time keyboard folds it away.
            let chat = &mut world.room_mut(user.into()).chat;
            if let Some(ReplyMarkup::Keyboard(keyboard)) = &chat.reply_keyboard
                && keyboard.one_time_keyboard
            {
                chat.reply_keyboard = None;
            }
            sent
        })
    }

    /// Sends a message that holds whatever Telegram can put into one: fields by their names, besides a text
    /// or without one.
    pub fn sends_other(
        &self,
        user: UserId,
        text: Option<&str>,
        fields: serde_json::Map<String, serde_json::Value>,
    ) -> MessageId {
        let other = Attachment::Other(fields);
        self.act(|world| world.says(user.into(), user, Draft::with(other, text)))
    }
}

impl World {
    /// The three sizes of a picture. Only the largest has all the bytes.
    pub(super) fn photo_sizes(&mut self, bytes: Bytes) -> Vec<File> {
        let small = bytes.slice(..bytes.len() / 4);
        let middle = bytes.slice(..bytes.len() / 2);
        let sizes = [small, middle, bytes];
        sizes
            .map(|bytes| self.shelf.keep(FileKind::Photo, None, None, bytes))
            .into()
    }
}

impl Draft {
    fn with(attachment: Attachment, caption: Option<&str>) -> Draft {
        Draft {
            attachment: Some(attachment),
            ..Draft::text(caption.unwrap_or_default())
        }
    }
}
