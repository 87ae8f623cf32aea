//! Chats that are not private, and people who block and unblock the bot.

use domain::{
    Counter, Language,
    command::{delivery, groups},
    id::AccountId,
    store::Added,
};
use teloxide::types::{
    Chat, ChatKind, ChatMemberKind, ChatMemberUpdated, ChatMigration, Message, PublicChatKind,
};

use super::{
    Said, Visit,
    visit::{Tap, account},
};
use crate::{
    telegram::readable::Holds,
    text::{self, Words, words::t},
    voice::Reply,
};

/// A message in a group. Where the bot has business it keeps silent, whoever speaks; elsewhere it says
/// once that people are served in private chats, and leaves.
pub async fn message(message: Message, holds: Holds, counter: Counter, words: Words) -> Said {
    let here = AccountId(message.chat.id.0);
    if let Some(migration) = message.chat_migration() {
        let (from, to) = match migration {
            ChatMigration::To { chat_id } => (here, AccountId(chat_id.0)),
            ChatMigration::From { chat_id } => (AccountId(chat_id.0), here),
        };
        groups::moved(&counter, from, to).await?;
        return Ok(Vec::new());
    }
    if let Some(title) = message.new_chat_title() {
        groups::renamed(&counter, here, title).await?;
        return Ok(Vec::new());
    }
    if holds.is_told_by_telegram() {
        return Ok(Vec::new());
    }
    let known = counter.db.group_of(here).await?;
    Ok(match known {
        Some(known) if !known.ended => Vec::new(),
        _ => goodbye(&words),
    })
}

/// The bot was added to a group or taken out of it, or someone blocked or unblocked it in private.
pub async fn membership(change: ChatMemberUpdated, counter: Counter, words: Words) -> Said {
    let present = change.new_chat_member.kind.is_present();
    let person = counter.db.person_of(account(&change.from)).await?;
    if change.chat.is_private() {
        if let Some(person) = person {
            delivery::reachable(&counter, person.id, present).await?;
        }
        return Ok(Vec::new());
    }
    let group = AccountId(change.chat.id.0);
    if !present {
        let by = person.map(|person| person.id);
        groups::lost(&counter, group, by).await?;
        return Ok(Vec::new());
    }
    let new = Added {
        account: group,
        title: change.chat.title().unwrap_or_default().to_owned(),
        topics: is_forum(&change.chat) && may_open_topics(&change.new_chat_member.kind),
        // Telegram: a group that becomes a supergroup is announced as one to which the bot was added,
        // perhaps before it is said that the old one has moved.
        may_be_moving: change.chat.is_supergroup(),
    };
    // Telegram: who acts anonymously appears as one and the same account, which nobody holds. Only groups
    // can be for several people to work in, so a channel is nobody's either.
    let by = person
        .as_ref()
        .filter(|_| !change.from.is_anonymous() && !change.chat.is_channel());
    Ok(if groups::added(&counter, by, &new).await? {
        Vec::new()
    } else {
        goodbye(&words)
    })
}

/// A tap in a group: whatever it was, it is done in private or not at all.
pub fn tap(visit: &Visit, tap: &Tap) -> Said {
    Ok(vec![tap.alert(t!(plain visit.speech, "group-tap"))])
}

fn is_forum(chat: &Chat) -> bool {
    let ChatKind::Public(public) = &chat.kind else {
        return false;
    };
    matches!(&public.kind, PublicChatKind::Supergroup(group) if group.is_forum)
}

/// Telegram: `createForumTopic` is for administrators of the group with a right of its own.
fn may_open_topics(member: &ChatMemberKind) -> bool {
    matches!(member, ChatMemberKind::Administrator(administrator) if administrator.can_manage_topics)
}

fn goodbye(words: &Words) -> Vec<Reply> {
    let speech = words.speech(Language::ID);
    vec![
        Reply::Say {
            screen: text::group::goodbye(&speech, None),
            question: false,
        },
        Reply::Leave,
    ]
}
