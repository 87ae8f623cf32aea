//! The routing tree: every update finds its handler here.

use domain::Counter;
use dptree::Handler;
use teloxide::{
    dispatching::{DpHandlerDescription, UpdateFilterExt},
    types::{Message, Update},
};

use crate::{
    handler::{Said, group, limit, message, press, stray, trouble::NotedError, visit::Visit},
    limits::{Gate, Verdict},
    shown::Shown,
    telegram::{Client, readable::Holds},
    text::Words,
};

/// Leads an update to what is to be said about it.
pub type Tree = Handler<'static, Said, DpHandlerDescription>;

/// The tree. Everything that is not for a private chat is sent away first. What a message or a tap
/// means is decided where it is handled.
pub fn tree() -> Tree {
    dptree::entry()
        .map(|update: Update, counter: Counter, gate: Gate| {
            limit::verdict(&update, &counter, &gate)
        })
        .branch(
            dptree::filter(|verdict: Verdict| verdict != Verdict::Pass)
                .filter_map_async(visit)
                .endpoint(limit::too_much),
        )
        .branch(Update::filter_my_chat_member().endpoint(group::membership))
        .branch(
            Update::filter_message()
                .filter(|message: Message| !message.chat.is_private())
                .endpoint(group::message),
        )
        .branch(
            Update::filter_message()
                .filter_map_async(visit)
                .endpoint(message::message),
        )
        .branch(
            Update::filter_edited_message()
                .filter(|message: Message| message.chat.is_private())
                .filter_map_async(visit)
                .endpoint(stray::edited),
        )
        .branch(
            Update::filter_callback_query()
                .filter_map_async(visit)
                .endpoint(press::tap),
        )
}

/// The one who acts. Where that cannot be found out, nobody does.
async fn visit(
    update: Update,
    counter: Counter,
    bot: Client,
    words: Words,
    gate: Gate,
    shown: Shown,
    trouble: NotedError,
) -> Option<Visit> {
    match Visit::of(&update, counter, bot, &words, gate, shown).await {
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
        dptree::Type::of::<Update>(),
        dptree::Type::of::<Holds>(),
        dptree::Type::of::<Counter>(),
        dptree::Type::of::<Client>(),
        dptree::Type::of::<Words>(),
        dptree::Type::of::<Gate>(),
        dptree::Type::of::<Shown>(),
        dptree::Type::of::<NotedError>(),
    ]
}
