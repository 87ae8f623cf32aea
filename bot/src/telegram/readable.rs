//! Updates made readable. teloxide reads a message whole or not at all: one part of a kind it does not know,
//! and the text beside it is lost, without an error. So before it reads, a message is cut down to what the
//! bot uses. What is stored stays as Telegram sent it.

use std::{collections::BTreeMap, sync::Arc};

use domain::id::MessageId;
use serde::Deserialize;
use serde_json::value::{RawValue, to_raw_value};
use teloxide::types::Update;

/// An update, and what the message in it holds.
#[derive(Debug, Clone)]
pub struct Read {
    pub update: Arc<Update>,
    pub holds: Holds,
}

/// Reads what Telegram sent; none where it is no update at all. Of a message and of what it was changed to,
/// only what the bot uses is there; everything else is read in full.
pub fn read(body: &str) -> Option<Read> {
    let envelope: RawUpdate<'_> = serde_json::from_str(body).ok()?;
    let messages = [
        ("message", envelope.message),
        ("edited_message", envelope.edited_message),
    ];
    let message = messages
        .into_iter()
        .find_map(|(kind, message)| Some((kind, message?)));
    let Some((kind, message)) = message else {
        return Some(Read {
            update: serde_json::from_str(body).ok()?,
            holds: Holds::default(),
        });
    };
    let holds = Holds::of(&message);
    let message = serde_json::to_string(&cut(message)).ok()?;
    // teloxide reads an update from its text only: out of anything else it makes an error of each.
    let update = format!(
        r#"{{"update_id":{},"{kind}":{message}}}"#,
        envelope.update_id
    );
    Some(Read {
        update: serde_json::from_str(&update).ok()?,
        holds,
    })
}

/// Parts by their names, each as Telegram wrote it.
type RawParts<'a> = BTreeMap<String, &'a RawValue>;

#[derive(Deserialize)]
struct RawUpdate<'a> {
    update_id: i64,
    #[serde(borrow)]
    message: Option<RawParts<'a>>,
    #[serde(borrow)]
    edited_message: Option<RawParts<'a>>,
}

/// Who wrote a message, where and when.
const ORIGIN: [&str; 4] = ["chat", "date", "from", "message_id"];

/// What the bot reads where a message has no text. Where it has one, that is all that is read.
const CONTENT: [&str; 8] = [
    "caption",
    "contact",
    "document",
    "media_group_id",
    "migrate_from_chat_id",
    "migrate_to_chat_id",
    "new_chat_title",
    "photo",
];

/// What the bot reads of a document. What the document is, its bytes tell and not its `mime_type`.
const OF_A_DOCUMENT: [&str; 4] = ["file_id", "file_name", "file_size", "file_unique_id"];

/// What the bot uses of a message.
fn cut(mut message: RawParts<'_>) -> BTreeMap<String, Box<RawValue>> {
    let has_text = has(&message, "text");
    message.retain(|name, _| {
        let name = name.as_str();
        let content = if has_text { &["text"][..] } else { &CONTENT };
        ORIGIN.contains(&name) || content.contains(&name)
    });
    let parts = message.into_iter().map(|(name, part)| {
        let document = (name == "document").then(|| cut_document(part)).flatten();
        let part = document.unwrap_or_else(|| part.to_owned());
        (name, part)
    });
    parts.collect()
}

fn cut_document(document: &RawValue) -> Option<Box<RawValue>> {
    let mut parts: RawParts<'_> = serde_json::from_str(document.get()).ok()?;
    parts.retain(|name, _| OF_A_DOCUMENT.contains(&name.as_str()));
    to_raw_value(&parts).ok()
}

fn has(message: &RawParts<'_>, name: &str) -> bool {
    message.get(name).is_some_and(|part| part.get() != "null")
}

/// What a message holds besides who wrote it, where, when and in answer to what: the names of its parts, and
/// never what stands in them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holds {
    names: Vec<String>,
    /// The message of the same chat to which it replies.
    replies_to: Option<MessageId>,
}

/// Who it is that a message replies to; the rest of that message is nobody's business here.
#[derive(Deserialize)]
struct Replied {
    message_id: i64,
}

impl Holds {
    fn of(message: &RawParts<'_>) -> Holds {
        let names = message.keys().filter(|name| {
            let name = name.as_str();
            !ORIGIN.contains(&name) && !AROUND.contains(&name) && has(message, name)
        });
        let replied = message.get("reply_to_message");
        let replied = replied.and_then(|part| serde_json::from_str::<Replied>(part.get()).ok());
        Holds {
            names: names.cloned().collect(),
            replies_to: replied.map(|replied| MessageId(replied.message_id)),
        }
    }

    /// To which message of the same chat it replies.
    pub fn replies_to(&self) -> Option<MessageId> {
        self.replies_to
    }

    /// Whether Telegram tells that something was pinned.
    pub fn is_pin(&self) -> bool {
        self.names.iter().any(|held| held == "pinned_message")
    }

    /// Whether nobody said it: Telegram tells a chat of pins, calls and the like in messages of its own.
    pub fn is_told_by_telegram(&self) -> bool {
        let told = |name: &&str| self.names.iter().any(|held| held == name);
        let mut all = TOLD.iter().flat_map(|(_, names)| *names);
        !told(&"text") && all.any(told)
    }

    /// What kind of message it is, where someone said it and the bot reads nothing of it.
    pub fn unread(&self) -> Option<String> {
        let reads = |name: &String| name == "text" || CONTENT.contains(&name.as_str());
        if self.names.iter().any(reads) || self.is_told_by_telegram() {
            return None;
        }
        Some(if self.names.is_empty() {
            "nothing".to_owned()
        } else {
            self.names.join("+")
        })
    }
}

/// What stands around the content of a message, and is nothing that someone says.
const AROUND: [&str; 36] = [
    "author_signature",
    "business_connection_id",
    "caption_entities",
    "direct_messages_topic",
    "edit_date",
    "effect_id",
    "entities",
    "external_reply",
    "forward_origin",
    "guest_bot_caller_chat",
    "guest_bot_caller_user",
    "guest_query_id",
    "has_media_spoiler",
    "has_protected_content",
    "is_automatic_forward",
    "is_from_offline",
    "is_paid_post",
    "is_topic_message",
    "link_preview_options",
    "media_group_id",
    "message_thread_id",
    "paid_star_count",
    "quote",
    "reply_markup",
    "reply_to_checklist_task_id",
    "reply_to_message",
    "reply_to_poll_option_id",
    "reply_to_story",
    "sender_boost_count",
    "sender_business_bot",
    "sender_chat",
    "sender_tag",
    "show_caption_above_media",
    "suggested_post_info",
    "via_bot",
    "caption",
];

/// What Telegram itself tells in a chat, by the reason why nobody waits for an answer to it. Whatever is not
/// here is answered: a gift, a poll that gets another option, and what nobody has thought of yet.
const TOLD: [(&str, &[&str]); 4] = [
    (
        "the chat was arranged, by a menu and not by a word",
        &[
            "chat_background_set",
            "forum_topic_closed",
            "forum_topic_created",
            "forum_topic_edited",
            "forum_topic_reopened",
            "message_auto_delete_timer_changed",
            "paid_message_price_changed",
            "pinned_message",
        ],
    ),
    (
        "something was allowed, on a screen of its own",
        &["connected_website", "write_access_allowed"],
    ),
    (
        "someone talks, and not to the bot",
        &[
            "video_chat_ended",
            "video_chat_participants_invited",
            "video_chat_scheduled",
            "video_chat_started",
        ],
    ),
    (
        "only groups and channels have it",
        &[
            "boost_added",
            "channel_chat_created",
            "chat_owner_changed",
            "chat_owner_left",
            "delete_chat_photo",
            "direct_message_price_changed",
            "general_forum_topic_hidden",
            "general_forum_topic_unhidden",
            "giveaway_completed",
            "giveaway_created",
            "group_chat_created",
            "left_chat_member",
            "migrate_from_chat_id",
            "migrate_to_chat_id",
            "new_chat_members",
            "new_chat_photo",
            "new_chat_title",
            "proximity_alert_triggered",
            "suggested_post_approval_failed",
            "suggested_post_approved",
            "suggested_post_declined",
            "suggested_post_paid",
            "suggested_post_refunded",
            "supergroup_chat_created",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use teloxide::types::{Message, UpdateKind};

    use super::*;

    /// A message with these parts besides its origin.
    fn message(parts: &str) -> (Message, Holds) {
        let body = format!(
            r#"{{"update_id":7,"message":{{"message_id":1,"date":1,"chat":{{"id":5,"type":"private"}},
            "from":{{"id":5,"is_bot":false,"first_name":"Sari"}}{parts}}}}}"#
        );
        let read = read(&body).unwrap();
        assert_eq!(read.update.id.0, 7);
        let UpdateKind::Message(message) = &read.update.kind else {
            panic!("no message: {:?}", read.update.kind);
        };
        (message.clone(), read.holds)
    }

    #[track_caller]
    fn check_unread(parts: &str, expected: Option<&str>) {
        assert_eq!(message(parts).1.unread().as_deref(), expected, "{parts}");
    }

    #[test]
    fn a_text_is_read_whatever_stands_beside_it() {
        let beside = r#","text":"a \"b\" é","external_reply":{"origin":{"type":"hologram"}},"entities":[{}],"#;
        let (message, holds) = message(&format!(r#"{beside}"venue":7,"pinned_message":7"#));
        assert_eq!(message.text(), Some("a \"b\" é"));
        assert!(!holds.is_told_by_telegram());
        assert_eq!(holds.unread(), None);
    }

    #[test]
    fn a_document_is_read_whatever_the_phone_says_it_is() {
        let document =
            r#","document":{"file_id":"a","file_unique_id":"b","mime_type":"pdf","thumbnail":7}"#;
        let (message, _) = message(document);
        assert_eq!(message.document().unwrap().file.id.0, "a");
    }

    #[test]
    fn a_kind_is_the_names_of_parts() {
        check_unread(r#","sticker":7,"reply_to_message":7"#, Some("sticker"));
        check_unread(r#","animation":7,"hologram":7"#, Some("animation+hologram"));
        check_unread(r#","quote":7"#, Some("nothing"));
        check_unread(r#","pinned_message":7"#, None);
        check_unread(r#","photo":[]"#, None);
    }

    #[test]
    fn everything_else_is_read_in_full() {
        let tap = r#"{"update_id":7,"callback_query":{"id":"1","from":{"id":5,"is_bot":false,"first_name":"Sari"},
            "chat_instance":"1","data":"x"}}"#;
        let read = read(tap).unwrap();
        assert!(matches!(read.update.kind, UpdateKind::CallbackQuery(_)));
        assert!(super::read("[]").is_none());
    }
}
