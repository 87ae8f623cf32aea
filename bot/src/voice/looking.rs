//! What the bot has seen at the addresses of a form: said beneath its review, not in a message of its own.

use domain::{id::AccountId, unharmed::unharmed};

use super::{Reply, Voice};
use crate::{
    look::Glance,
    telegram::Failure,
    text::{self, Html, Screen, Speech},
};

impl Voice {
    /// Looks at what is new in a form, beside everything else, and says beneath its review what was seen.
    pub(super) fn look(
        &self,
        chat: AccountId,
        speech: Speech,
        glance: &Glance,
        (review, answers): (Screen, Html),
    ) {
        let Some(looker) = self.looker.clone() else {
            return;
        };
        let fresh = self.glances.fresh(chat, glance);
        if fresh.is_empty() {
            // It stood beneath the review before, so it stands there again.
            let office = &self.counter.office;
            let known = self.glances.seen(chat, glance);
            if !known.is_empty() {
                let beneath = text::look::beneath(&speech, office, &known);
                let said = lengthened(review, answers, (beneath, Html::new()));
                self.say(chat, vec![said]);
            }
            return;
        }
        let (voice, waits, glance) = (self.clone(), self.waits(), glance.clone());
        tokio::spawn(async move {
            let office = &voice.counter.office;
            let seen = unharmed(async {
                let looks = fresh
                    .iter()
                    .map(|address| looker.look(address, &office.domains));
                let seen = futures::future::join_all(looks).await;
                let found: Vec<_> = fresh.into_iter().zip(seen).collect();
                voice.glances.keep(chat, &glance.draft, &found);
                let known = voice.glances.seen(chat, &glance);
                let beneath = text::look::beneath(&speech, office, &known);
                let each = found.iter().map(|(address, seen)| (address, seen.clone()));
                let alone = text::look::seen(&speech, office, each);
                lengthened(review, answers, (beneath, alone))
            });
            match seen.await {
                Some(said) => voice.say(chat, vec![said]),
                None => voice.lost(chat, &"a panic"),
            }
            drop(waits);
        });
    }

    /// Adds something to a question that stands there as it was asked; where it does not any more, it is said alone.
    pub(super) async fn say_beneath(
        &self,
        chat: AccountId,
        (to, longer): (&Screen, &Screen),
        more: &Html,
    ) -> Result<(), Failure> {
        match self.open.where_it_stands(chat, to) {
            Some(message) if longer.is_one_message() => {
                self.turn(chat, message, longer, true).await
            }
            _ if more.is_empty() => Ok(()),
            _ => {
                let screen = Screen::new(more.clone());
                self.telegram.say_one(chat, &screen).await.map(drop)
            }
        }
    }
}

/// A review with what was seen in the place of the request to look it over, and what is said where it stands there no
/// more.
fn lengthened(review: Screen, mut text: Html, (beneath, alone): (Html, Html)) -> Reply {
    if !text.ends_folded() {
        text.gap();
    }
    text.line(beneath);
    let longer = Screen {
        text,
        ..review.clone()
    };
    Reply::Beneath {
        to: Box::new(review),
        longer: Box::new(longer),
        more: alone,
    }
}
