//! As much of an update as is needed to put it in its lane.

use domain::{id::UpdateId, store::Incoming};
use serde::Deserialize;

#[derive(Deserialize)]
struct Envelope {
    update_id: i64,
    message: Option<InChat>,
    edited_message: Option<InChat>,
    callback_query: Option<FromSomeone>,
    my_chat_member: Option<InChat>,
}

/// As much as any update has.
#[derive(Deserialize)]
struct Number {
    update_id: i64,
}

#[derive(Deserialize)]
struct InChat {
    chat: Id,
}

#[derive(Deserialize)]
struct FromSomeone {
    from: Id,
}

#[derive(Deserialize)]
struct Id {
    id: i64,
}

/// An update with the lane it belongs to: a chat, or for a tap the one who taps.
pub(crate) fn read(raw: &str) -> Option<Incoming> {
    let envelope: Envelope = match serde_json::from_str(raw) {
        Ok(envelope) => envelope,
        Err(error) => {
            // Without the error: it may quote what someone wrote.
            tracing::error!(
                line = error.line(),
                "an update has a shape that cannot be put in a lane"
            );
            // Its number alone is enough to go past it.
            let Number { update_id } = serde_json::from_str(raw).ok()?;
            return Some(Incoming {
                update: UpdateId(update_id),
                chat: 0,
                body: raw.to_owned(),
            });
        }
    };
    let in_chat = [
        envelope.message,
        envelope.edited_message,
        envelope.my_chat_member,
    ];
    let chat = in_chat
        .into_iter()
        .flatten()
        .next()
        .map(|message| message.chat.id);
    let chat = chat
        .or(envelope.callback_query.map(|query| query.from.id))
        .unwrap_or(0);
    Some(Incoming {
        update: UpdateId(envelope.update_id),
        chat,
        body: raw.to_owned(),
    })
}
