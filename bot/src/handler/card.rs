//! A tap on a card: the one way to decide.

use domain::{
    Error, Refusal,
    command::{self, Decided, FormPage, decide_in_a_row, delivery},
    id::TaskId,
    office::Office,
    person::Person,
    query::{self, CardView},
};

use super::{Said, Visit, ask, lists, say, visit::Tap};
use crate::{
    button::{Button, CardPress, FormPress},
    text::{self, Screen, Speech, words::t},
    voice::Reply,
};

/// Decides, or asks what a decision needs. The card itself is drawn anew by the courier, once the
/// decision is stored. Buttons that lead nowhere any more go when one of them is tapped: a card that was sent twice,
/// because nobody heard of the first time, keeps its buttons until then.
pub async fn press(
    visit: &Visit,
    person: &Person,
    tap: &Tap,
    card: &str,
    press: CardPress,
) -> Said {
    let said = acts(visit, person, tap, card, press).await;
    let Err(Error::Refused(refusal)) = said else {
        return said;
    };
    let mut replies = vec![tap.alert(visit.refusal(&refusal))];
    if let Some(message) = tap.message
        && let Some(card) = visit.counter.db.card_by_token(person.id, card).await?
        && (card.retired_at.is_some() || card.message != tap.message)
    {
        replies.push(Reply::Strip { message });
    }
    Ok(replies)
}

async fn acts(visit: &Visit, person: &Person, tap: &Tap, card: &str, press: CardPress) -> Said {
    let speech = &visit.speech;
    match press {
        CardPress::Whole => return shows(visit, person, tap, (card, text::card::whole)).await,
        CardPress::Sop => return shows(visit, person, tap, (card, text::card_facts::sop)).await,
        CardPress::TakeBack => return take_back(visit, person, tap, card).await,
        CardPress::Back => return back(visit, person, tap, card).await,
        CardPress::Outcome(_) | CardPress::ChosenBy { .. } | CardPress::InARow(_) => {}
    }
    match Box::pin(decide(visit, person, card, press)).await? {
        (task, Decided::Recorded(request)) => {
            let mut replies = vec![tap.toast(t!(plain speech, "decided"))];
            if let Some(next) = lists::on_from(visit, person, (task, request.id)).await? {
                replies.extend(say(text::daily_list::recorded(
                    speech,
                    &request.ticket,
                    next,
                )));
            }
            Ok(replies)
        }
        (task, Decided::Held(held)) => {
            let seconds = held.draft.seconds_held().unwrap_or_default();
            let mut replies = vec![tap.toast(t!(plain speech, "held", n = seconds))];
            if let Some(next) = lists::on_from(visit, person, (task, held.request.id)).await? {
                let ticket = &held.request.ticket;
                replies.extend(say(text::daily_list::held(speech, ticket, seconds, next)));
            }
            Ok(replies)
        }
        (_, Decided::Asks(page)) => asks(visit, person, tap, &page, card).await,
    }
}

/// What a decision needs to know is asked where the card lies: no message more, and the card is there again as soon as
/// something is typed. What is more than one message is asked beneath it.
async fn asks(visit: &Visit, person: &Person, tap: &Tap, page: &FormPage, token: &str) -> Said {
    let (counter, speech) = (&visit.counter, &visit.speech);
    let form = text::form::form(speech, counter, page);
    let mut in_place = text::card_facts::asking(speech, &counter.office, page, form.clone());
    let card = counter.db.card_by_token(person.id, token).await?;
    let card = card.filter(|card| card.message.is_some() && card.message == tap.message);
    let fits = in_place.is_one_message();
    let Some(card) = card.filter(|_| fits) else {
        let asked = ask(form.replying(tap.message));
        return Ok([vec![tap.quiet()], asked].concat());
    };
    in_place.in_place_of = Some((person.id, card.id));
    // Nothing has to be asked about leaving: the card is where they come back to.
    for key in in_place.keys.iter_mut().flatten() {
        if let Button::Form { press, .. } = &mut key.button
            && *press == FormPress::Leave
        {
            if page.draft.filling.is_begun() {
                let (card, press) = (card.token.clone(), CardPress::Back);
                key.button = Button::Card { card, press };
            } else {
                *press = FormPress::Drop;
            }
        }
    }
    Ok(vec![tap.quiet(), tap.turn(in_place, true)])
}

async fn decide(
    visit: &Visit,
    person: &Person,
    token: &str,
    press: CardPress,
) -> Result<(TaskId, Decided), Error> {
    let counter = &visit.counter;
    let card = counter
        .db
        .card_by_token(person.id, token)
        .await?
        .ok_or(Refusal::NoSuchButton)?;
    let task = card.task.ok_or(Refusal::NoSuchButton)?;
    let decided = match press {
        CardPress::Outcome(place) => {
            command::decide(counter, person, task, |step| step.outcomes.get(place)).await?
        }
        CardPress::ChosenBy { outcome, option } => {
            Box::pin(command::decide_by(counter, person, task, (outcome, option))).await?
        }
        CardPress::InARow(steps) => decide_in_a_row(counter, person, task, steps).await?,
        CardPress::Whole | CardPress::Sop | CardPress::TakeBack | CardPress::Back => {
            return Err(Refusal::NoSuchButton.into());
        }
    };
    Ok((task, decided))
}

/// The card is drawn where a question stood; what was begun there is gone on with when the same is chosen again.
async fn back(visit: &Visit, person: &Person, tap: &Tap, token: &str) -> Said {
    let card = visit.counter.db.card_by_token(person.id, token).await?;
    let card = card.ok_or(Refusal::NoSuchButton)?;
    command::park(&visit.counter, person).await?;
    delivery::redraw(&visit.counter, person.id, card.id).await?;
    Ok(vec![tap.quiet()])
}

/// What was decided a moment ago is taken back; the courier draws the card as it was before.
async fn take_back(visit: &Visit, person: &Person, tap: &Tap, token: &str) -> Said {
    let card = visit.counter.db.card_by_token(person.id, token).await?;
    let task = card.and_then(|card| card.task);
    let task = task.ok_or(Refusal::NoSuchButton)?;
    command::take_back(&visit.counter, person, task).await?;
    Ok(vec![
        tap.toast(t!(plain visit.speech, "form-dropped-decision")),
    ])
}

/// How more of a card is drawn.
type Drawn = fn(&Speech, &Office, &CardView) -> Screen;

/// More of what a card of theirs is about, while it is open: as much as they read on it, and no more.
async fn shows(visit: &Visit, person: &Person, tap: &Tap, (token, draw): (&str, Drawn)) -> Said {
    let counter = &visit.counter;
    let card = counter.db.card_by_token(person.id, token).await?;
    let card = card.ok_or(Refusal::NoSuchButton)?;
    let view = query::card_view(counter, card.id).await?;
    if view.settled.is_some() || card.retired_at.is_some() {
        return Err(Refusal::NoSuchButton.into());
    }
    let drawn = draw(&visit.speech, &counter.office, &view);
    Ok([vec![tap.quiet()], say(drawn)].concat())
}
