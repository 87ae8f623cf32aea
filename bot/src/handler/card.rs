//! A tap on a card: the one way to decide.

use domain::{
    Error, Refusal,
    command::{self, Decided, decide_in_a_row},
    id::TaskId,
};

use super::{Said, Visit, lists, visit::Tap};
use crate::{
    button::{Button, CardPress},
    text::{self, words::t},
    voice::Reply,
};

/// Decides, or asks what a decision needs. The card itself is drawn anew by the courier, once the
/// decision is stored.
pub async fn tap(visit: Visit, tap: Tap, button: Button) -> Said {
    let Button::Card { card, press } = button else {
        return Ok(vec![tap.quiet()]);
    };
    match decide(&visit, &card, press).await {
        Ok((task, Decided::Recorded(request))) => {
            let mut replies = vec![tap.toast(t!(plain visit.speech, "decided"))];
            if let Some(next) = lists::on_from(&visit, task).await? {
                let screen = text::lists::recorded(&visit.speech, &request.ticket, next);
                let question = false;
                replies.push(Reply::Say { screen, question });
            }
            Ok(replies)
        }
        Ok((_, Decided::Asks(page))) => {
            let screen = text::form::form(&visit.speech, &visit.counter, &page);
            Ok(vec![
                tap.quiet(),
                Reply::Say {
                    screen,
                    question: true,
                },
            ])
        }
        Err(Error::Refused(refusal)) => Ok(vec![tap.alert(visit.refusal(&refusal))]),
        Err(error) => Err(error),
    }
}

async fn decide(visit: &Visit, token: &str, press: CardPress) -> Result<(TaskId, Decided), Error> {
    let counter = &visit.counter;
    let person = visit.person()?;
    let card = counter
        .db
        .card_by_token(person.id, token)
        .await?
        .ok_or(Refusal::NoSuchButton)?;
    let task = card.task.ok_or(Refusal::NoSuchButton)?;
    let task = counter.db.task(task).await?.ok_or(Refusal::NoSuchButton)?;
    let place = match press {
        CardPress::Outcome(place) => place,
        CardPress::InARow(steps) => {
            let request = decide_in_a_row(counter, person, task.id, steps).await?;
            return Ok((task.id, Decided::Recorded(Box::new(request))));
        }
    };
    let request = counter
        .db
        .request(task.request)
        .await?
        .ok_or(Refusal::NoSuchButton)?;
    let procedure = counter.procedure_of(&request).await?;
    let step = procedure.step(&task.step).ok_or(Refusal::NoSuchButton)?;
    let outcome = step.outcomes.get(place).ok_or(Refusal::NoSuchButton)?;
    let decided = command::decide(counter, person, task.id, &outcome.code).await?;
    Ok((task.id, decided))
}
