//! Too much at once: said once, and then passed over.

use std::sync::Arc;

use domain::Counter;
use teloxide::types::{Update, UpdateKind};

use super::{
    Said, Visit,
    visit::{Tap, account},
};
use crate::{
    limits::{Gate, Verdict},
    text::{Html, Screen, words::t},
    voice::Reply,
};

/// What becomes of an update, by how much its account has done lately. What is written in a group
/// does not count: many can share one account there.
pub fn verdict(update: &Update, counter: &Counter, gate: &Gate) -> Verdict {
    let is_act = match &update.kind {
        UpdateKind::Message(message) | UpdateKind::EditedMessage(message) => {
            message.chat.is_private()
        }
        UpdateKind::CallbackQuery(_) => true,
        _ => false,
    };
    match update.from().filter(|_| is_act) {
        Some(user) => gate.act(account(user), counter.clock.passed()),
        None => Verdict::Pass,
    }
}

/// The first act that is too much is answered with a sentence; of the others only the spinners end.
pub async fn too_much(visit: Visit, update: Arc<Update>, verdict: Verdict) -> Said {
    let says = verdict == Verdict::Say;
    let sentence = || t!(plain visit.speech, "limit-acts");
    Ok(match &update.kind {
        UpdateKind::CallbackQuery(query) => {
            let tap = Tap::of(query);
            vec![if says {
                tap.alert(sentence())
            } else {
                tap.quiet()
            }]
        }
        UpdateKind::Message(_) if says => vec![Reply::Say {
            screen: Screen::new(Html::text(&sentence())),
            question: false,
        }],
        _ => Vec::new(),
    })
}
