//! The routing tree: every update finds its handler here.

use std::sync::Arc;

use domain::Counter;
use dptree::Handler;
use teloxide::types::{CallbackQuery, ChatMemberUpdated, Message, Update, UpdateKind};

use crate::{
    behind::Behind,
    doctor::Doctor,
    handler::{Said, group, limit, message, press, stray, trouble::NotedError, visit::Visit},
    limits::{Gate, Verdict},
    shown::Shown,
    telegram::{Client, readable::Holds},
    text::Words,
};

/// Leads an update to what is to be said about it.
pub type Tree = Handler<'static, Said>;

/// The tree. Everything that is not for a private chat is sent away first. What a message or a tap
/// means is decided where it is handled.
pub fn tree() -> Tree {
    dptree::entry()
        .map(|update: Arc<Update>, counter: Counter, gate: Gate| {
            limit::verdict(&update, &counter, &gate)
        })
        .branch(
            of(message)
                .filter(|message: Message, holds: Holds| stray::is_own_pin(&message, &holds))
                .endpoint(stray::pinned),
        )
        .branch(
            dptree::filter(|verdict: Verdict| verdict != Verdict::Pass)
                .filter_map_async(visit)
                .endpoint(limit::too_much),
        )
        .branch(of(membership).endpoint(group::membership))
        .branch(
            of(message)
                .filter(|message: Message| !message.chat.is_private())
                .endpoint(group::message),
        )
        .branch(
            of(message)
                .filter_map_async(visit)
                .endpoint(message::message),
        )
        .branch(of(edited).filter_map_async(visit).endpoint(stray::edited))
        .branch(of(tap).filter_map_async(visit).endpoint(press::tap))
}

/// Updates of one kind. Those of others are only looked at: an update holds the whole message that was tapped, and
/// a copy of it for every branch that it does not take would cost more than some of the answers.
fn of<T: Clone + Send + Sync + 'static>(
    kind: fn(&UpdateKind) -> Option<&T>,
) -> Handler<'static, Said> {
    dptree::filter_map(move |update: Arc<Update>| kind(&update.kind).cloned())
}

fn membership(kind: &UpdateKind) -> Option<&ChatMemberUpdated> {
    match kind {
        UpdateKind::MyChatMember(changed) => Some(changed),
        _ => None,
    }
}

fn message(kind: &UpdateKind) -> Option<&Message> {
    match kind {
        UpdateKind::Message(message) => Some(message),
        _ => None,
    }
}

/// In groups nobody is told that what was edited is not read.
fn edited(kind: &UpdateKind) -> Option<&Message> {
    match kind {
        UpdateKind::EditedMessage(message) => Some(message).filter(|it| it.chat.is_private()),
        _ => None,
    }
}

fn tap(kind: &UpdateKind) -> Option<&CallbackQuery> {
    match kind {
        UpdateKind::CallbackQuery(tap) => Some(tap),
        _ => None,
    }
}

/// The one who acts. Where that cannot be found out, nobody does.
#[expect(clippy::too_many_arguments, reason = "each is injected by its type")]
async fn visit(
    update: Arc<Update>,
    counter: Counter,
    bot: Client,
    doctor: Doctor,
    words: Words,
    gate: Gate,
    behind: Behind,
    shown: Shown,
    trouble: NotedError,
) -> Option<Visit> {
    match Visit::of(
        &update,
        counter,
        (bot, doctor),
        &words,
        (gate, behind),
        shown,
    )
    .await
    {
        Ok(visit) => visit,
        Err(error) => {
            trouble.note(error);
            None
        }
    }
}

/// What the tree is given: named here so that a test finds a missing piece before the bot starts.
pub fn given() -> Vec<dptree::Type> {
    vec![
        dptree::Type::of::<Arc<Update>>(),
        dptree::Type::of::<Holds>(),
        dptree::Type::of::<Counter>(),
        dptree::Type::of::<Client>(),
        dptree::Type::of::<Doctor>(),
        dptree::Type::of::<Words>(),
        dptree::Type::of::<Gate>(),
        dptree::Type::of::<Behind>(),
        dptree::Type::of::<Shown>(),
        dptree::Type::of::<NotedError>(),
    ]
}
