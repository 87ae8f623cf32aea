//! Chats that are not private, and people who block and unblock the bot.

use domain::{Counter, command::deliver};
use teloxide::types::{ChatMemberUpdated, Message, MessageKind};

use super::{Said, visit::account};
use crate::{
    text::{Screen, Words, words::t},
    voice::Reply,
};

/// A message in a group. Decisions are made in private chats, so the bot says that once and leaves.
pub async fn message(message: Message, words: Words) -> Said {
    if !matches!(message.kind, MessageKind::Common(_)) {
        return Ok(Vec::new());
    }
    Ok(goodbye(&words))
}

/// The bot was added to a group, or someone blocked or unblocked it in private.
pub async fn membership(change: ChatMemberUpdated, counter: Counter, words: Words) -> Said {
    let present = change.new_chat_member.kind.is_present();
    if change.chat.is_private() {
        if let Some(person) = counter.db.person_of(account(&change.from)).await? {
            deliver::reachable(&counter, person.id, present).await?;
        }
        return Ok(Vec::new());
    }
    Ok(if present { goodbye(&words) } else { Vec::new() })
}

fn goodbye(words: &Words) -> Vec<Reply> {
    let speech = words.speech(domain::Language::Id);
    let screen = Screen::new(t!(speech, "group-goodbye"));
    vec![
        Reply::Say {
            screen,
            question: false,
        },
        Reply::Leave,
    ]
}
