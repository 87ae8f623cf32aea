//! Answers to taps.

use super::{
    super::{
        chat::{Act, Toast},
        check::text,
        happening::Happening,
        ids::QueryId,
        world::World,
    },
    Answer, Params, Refusal, answer,
};

/// `answerCallbackQuery`
pub(super) fn answer_query(world: &mut World, params: &Params) -> Answer {
    let text = params.text("text").map(str::trim);
    if text.is_some_and(|text| text::units(text) > 200) {
        return Err(Refusal::bad("MESSAGE_TOO_LONG"));
    }
    let id = params.text("callback_query_id").unwrap_or_default();
    let query = id.parse().map(QueryId).ok();
    let Some(query) = query else {
        return Err(too_old());
    };
    let Some(open) = world.queries.open.remove(&query) else {
        if world.queries.answered.contains(&query) {
            world.ledger.answered_twice += 1;
            return Err(too_old().blamed(!world.ledger.repeats_expected));
        }
        let expired = world.queries.expired.contains(&query);
        return Err(too_old().blamed(!expired));
    };
    world.queries.answered.insert(query);
    let toast = Toast {
        chat: open.chat,
        query,
        text: text.filter(|text| !text.is_empty()).map(ToOwned::to_owned),
        alert: params.flag("show_alert"),
        url: params.text("url").map(ToOwned::to_owned),
    };
    let story = &mut world.room_mut(open.chat).chat.story;
    if let Some(Act::Tapped(tap)) = story.get_mut(open.act) {
        tap.answer = Some(toast.clone());
    }
    world.person_mut(open.user).toasts.push(toast.clone());
    world.tell(Happening::Toast(open.user, toast));
    answer(&true)
}

fn too_old() -> Refusal {
    Refusal::bad("query is too old and response timeout expired or query ID is invalid")
}
