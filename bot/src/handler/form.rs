//! Filling a form. There is one for everything that is asked.

use domain::{
    Error, Refusal,
    code::ProcedureCode,
    command::{self, FormAct, FormPage, Sent, delivery},
    id::CardId,
    person::Person,
    procedure::{Answer, BlankForm, form::Now},
};

use super::{
    Said, Visit, again::ask_again, ask, begin_again::older, calendar, home, lists, own_phone,
    people, registers, say, visit::Tap,
};
use crate::{
    button::{FormPress, OpeningPress, Revision},
    conversation::{Meaning, meaning},
    look::Glance,
    text::{self, Html, Screen, words::t},
    voice::Reply,
};

/// What was sent before the question stood there is not its answer: it was meant for the one before.
pub fn came_before(visit: &Visit, page: &FormPage) -> Vec<Reply> {
    let question = text::form::form(&visit.speech, &visit.counter, page);
    ask(question.after(t!(visit.speech, "form-came-before")))
}

/// The form that listens. Where none does, perhaps why one has stopped listening: someone else may
/// have settled its task.
pub async fn listening(
    visit: &Visit,
    person: &Person,
) -> Result<Result<FormPage, Option<Html>>, Error> {
    match command::listening(&visit.counter, person).await {
        Ok(Some(page)) => Ok(Ok(page)),
        Ok(None) => Ok(Err(None)),
        Err(Error::Refused(refusal)) => Ok(Err(Some(visit.refusal_shown(&refusal)))),
        Err(error) => Err(error),
    }
}

/// The menu, after why no form listens any more.
pub async fn nothing_listens(
    visit: &Visit,
    person: &Person,
    why: Option<Html>,
) -> Result<Screen, Error> {
    let menu = home::menu(visit, person).await?;
    Ok(match why {
        Some(why) => menu.after(why),
        None => menu,
    })
}

/// Carries out an act that came as a message, and asks the next question in a new one.
pub async fn answer(visit: &Visit, person: &Person, page: FormPage, act: FormAct) -> Said {
    let after = match command::fill(&visit.counter, person, page.clone(), act).await {
        Ok(after) => after,
        Err(Error::Refused(refusal)) => {
            return Ok(ask(ask_again(visit, &page, &refusal)));
        }
        Err(error) => return Err(error),
    };
    let mut replies = Vec::from_iter(own_phone::withdraw(visit, &page, Some(&after)));
    replies.extend(ask(text::form::form(&visit.speech, &visit.counter, &after)));
    replies.extend(own_phone::offer(visit, Some(&page), &after));
    replies.extend(look(visit, &after));
    Ok(replies)
}

/// A look at the addresses in a form that has reached its review, where the file asks for it.
pub fn look(visit: &Visit, page: &FormPage) -> Option<Reply> {
    let filling = &page.draft.filling;
    if filling.now(&page.form) != Now::Review {
        return None;
    }
    let looked_at = filling.asked(&page.form).filter(|field| field.look);
    let addresses: Vec<String> = looked_at
        .filter_map(|field| match filling.answers.get(&field.code)? {
            Answer::Text(address) | Answer::Hostname(address) => Some(address.clone()),
            _ => None,
        })
        .collect();
    (!addresses.is_empty()).then(|| Reply::Look {
        speech: visit.speech.clone(),
        glance: Glance {
            draft: page.draft.token.clone(),
            addresses,
        },
        review: text::form::form(&visit.speech, &visit.counter, page),
        answers: text::review::answers(&visit.speech, &visit.counter, page),
    })
}

/// A tap on a button that leads into a form.
pub async fn opens(visit: &Visit, person: &Person, tap: &Tap, press: OpeningPress) -> Said {
    let counter = &visit.counter;
    let page = match press {
        OpeningPress::Open(procedure) => return open(visit, person, tap, &procedure).await,
        OpeningPress::Fresh(procedure) => command::begin(counter, person, &procedure).await?,
        OpeningPress::Resume(draft) => command::continue_draft(counter, person, &draft).await?,
    };
    Ok(show(visit, tap, None, &page))
}

/// Begins a request, unless an older draft of it waits.
pub async fn open(visit: &Visit, person: &Person, tap: &Tap, procedure: &ProcedureCode) -> Said {
    let fresh = OpeningPress::Fresh(procedure.clone());
    if let Some(older) = older(visit, person, procedure, fresh).await? {
        return Ok(vec![tap.quiet(), tap.turn(older, false)]);
    }
    let page = command::begin(&visit.counter, person, procedure).await?;
    Ok(show(visit, tap, None, &page))
}

/// A tap on a button of a form, as it was in one revision of the draft.
pub async fn press(
    visit: &Visit,
    person: &Person,
    tap: &Tap,
    token: &str,
    revision: Revision,
    press: FormPress,
) -> Said {
    let counter = &visit.counter;
    let page = match command::look_up(counter, person, token).await {
        Ok(page) => page,
        Err(Error::Refused(refusal @ Refusal::AlreadySent { .. })) => {
            let mut replies = vec![tap.alert(visit.refusal(&refusal))];
            replies.extend(strip_what_was_sent(visit, person, tap).await?);
            return Ok(replies);
        }
        Err(Error::Refused(refusal @ Refusal::DraftGone)) => {
            if let Some(card) = card_here(visit, person, tap).await? {
                delivery::redraw(counter, person.id, card).await?;
            }
            return Err(refusal.into());
        }
        Err(Error::Refused(refusal)) => {
            // Someone else was faster; the question is of no use any more.
            let why = visit.refusal(&refusal);
            if card_here(visit, person, tap).await?.is_some() {
                // The card says who it was.
                return Ok(vec![tap.alert(why)]);
            }
            let screen = Screen::new(visit.refusal_shown(&refusal));
            return Ok(vec![tap.alert(why), tap.turn(screen, false)]);
        }
        Err(error) => return Err(error),
    };
    if page.draft.held.is_some() && press != FormPress::Drop {
        return Ok(vec![tap.alert(visit.refusal(&Refusal::Held))]);
    }
    if !revision.is(page.draft.revision) {
        // A button of an older question: the one that is open is shown again, as the newest message.
        let mut replies = vec![tap.toast(visit.refusal(&Refusal::QuestionPassed))];
        let page = command::continue_draft(counter, person, token).await?;
        replies.extend(ask(text::form::form(&visit.speech, counter, &page)));
        replies.extend(own_phone::offer(visit, None, &page));
        return Ok(replies);
    }
    carry_out(visit, person, tap, page, press).await
}

/// What a press of a form comes to as it stands.
pub(super) async fn carry_out(
    visit: &Visit,
    person: &Person,
    tap: &Tap,
    page: FormPage,
    press: FormPress,
) -> Said {
    let (counter, token) = (&visit.counter, page.draft.token.clone());
    match meaning(&counter.office, &page, press) {
        Meaning::Act(act) => Box::pin(act_on(visit, person, tap, page, act)).await,
        Meaning::Explained(words) => Ok(vec![tap.alert(visit.speech.text(&words).to_owned())]),
        Meaning::Fetched(form) => Ok(blank_form(visit, tap, &form).await),
        Meaning::Send => Box::pin(send(visit, person, tap, page)).await,
        Meaning::Park => {
            command::park(counter, person).await?;
            let menu = home::menu(visit, person).await?;
            let said = tap.toast(t!(plain visit.speech, "form-parked"));
            Ok(left(visit, tap, &page, said, menu))
        }
        Meaning::Drop => {
            command::drop_draft(counter, person, &token).await?;
            if card_here(visit, person, tap).await?.is_some() {
                // The card is drawn there again.
                return Ok(vec![tap.toast(t!(plain visit.speech, "form-dropped-card"))]);
            }
            let screen = match page.outcome() {
                // The card with its buttons still stands; no menu is needed beneath it. Where the form was set aside, it is
                // the menu in which this was tapped.
                Some(_) if !page.draft.is_set_aside() => {
                    Screen::new(t!(visit.speech, "form-dropped-decision"))
                }
                _ => home::menu(visit, person).await?,
            };
            let said = match page.draft.held {
                Some(_) => tap.quiet(),
                None => tap.toast(t!(plain visit.speech, "form-dropped")),
            };
            Ok(left(visit, tap, &page, said, screen))
        }
        Meaning::Refused(refusal) => does_not_fit(visit, tap, &page, &refusal),
        Meaning::Gone => does_not_fit(visit, tap, &page, &tap.gone()),
    }
}

/// A form that is filled in elsewhere, and how it comes back.
async fn blank_form(visit: &Visit, tap: &Tap, form: &BlankForm) -> Vec<Reply> {
    match visit.counter.catalogue.blank_form(form).await {
        Some(bytes) => {
            let file = Reply::File {
                bytes: bytes.into(),
                name: form.to_string(),
                picture: false,
                caption: t!(visit.speech, "form-blank-form"),
            };
            vec![tap.quiet(), file]
        }
        None => vec![tap.alert(t!(plain visit.speech, "form-blank-form-gone"))],
    }
}

/// What was sent stands there already, or is said elsewhere, and only its buttons go; those of the card that it has
/// become stay.
async fn strip_what_was_sent(
    visit: &Visit,
    person: &Person,
    tap: &Tap,
) -> Result<Option<Reply>, Error> {
    let card = card_here(visit, person, tap).await?;
    let message = tap.message.filter(|_| card.is_none());
    Ok(message.map(|message| Reply::Strip { message }))
}

/// The card that lies in the tapped message.
async fn card_here(visit: &Visit, person: &Person, tap: &Tap) -> Result<Option<CardId>, Error> {
    let card = match tap.message {
        Some(message) => visit.counter.db.card_in(person.id, message).await?,
        None => None,
    };
    Ok(card.map(|card| card.id))
}

async fn act_on(visit: &Visit, person: &Person, tap: &Tap, page: FormPage, act: FormAct) -> Said {
    if act == FormAct::Skip
        && let Some(passed) = page.passed_over()
    {
        return Box::pin(pass_over(visit, person, tap, passed)).await;
    }
    match command::fill(&visit.counter, person, page.clone(), act).await {
        // The tap was the second look.
        Ok(after) if after.is_confirmed() => Box::pin(pass_over(visit, person, tap, after)).await,
        Ok(after) => Ok(show(visit, tap, Some(&page), &after)),
        Err(Error::Refused(refusal)) => does_not_fit(visit, tap, &page, &refusal),
        Err(error) => Err(error),
    }
}

/// An answer that does not fit: why, above the question as it is now. What was there when it was shown
/// and is there no more is said aloud, too, because its button goes.
fn does_not_fit(visit: &Visit, tap: &Tap, page: &FormPage, refusal: &Refusal) -> Said {
    let ended = match refusal {
        Refusal::Unfit { .. } => tap.quiet(),
        Refusal::Gone { .. } | Refusal::AgencyMerged { .. } => tap.alert(visit.refusal(refusal)),
        refusal => return Err(refusal.clone().into()),
    };
    let screen = ask_again(visit, page, refusal);
    Ok(vec![ended, tap.turn(screen, true)])
}

/// A decision to which nothing is to be looked over: it can be taken back for a while, and is sent at once where the
/// office wants that.
async fn pass_over(visit: &Visit, person: &Person, tap: &Tap, mut page: FormPage) -> Said {
    let (counter, speech) = (&visit.counter, &visit.speech);
    let Some(held) = command::hold_form(counter, person, &page).await? else {
        return Box::pin(send(visit, person, tap, page)).await;
    };
    let decides = held.draft.purpose.decides().map(|(task, _)| task);
    page.draft = held.draft;
    let mut next = None;
    if let Some(task) = decides {
        next = lists::on_from(visit, person, (task, held.request.id)).await?;
    }
    if card_here(visit, person, tap).await?.is_some() {
        // The card says it.
        let seconds = page.draft.seconds_held().unwrap_or_default();
        let mut replies = vec![tap.toast(t!(plain speech, "held", n = seconds))];
        if let Some(next) = next {
            let ticket = &held.request.ticket;
            replies.extend(say(text::daily_list::held(speech, ticket, seconds, next)));
        }
        return Ok(replies);
    }
    let mut screen = text::form::held(speech, &page);
    screen.keys(next);
    Ok(vec![tap.quiet(), tap.turn(screen, false)])
}

async fn send(visit: &Visit, person: &Person, tap: &Tap, page: FormPage) -> Said {
    let counter = &visit.counter;
    let mut sent = text::review::sent(&visit.speech, counter, &page);
    let token = page.draft.token.clone();
    let decides = page.draft.purpose.decides().map(|(task, _)| task);
    match command::send_from(counter, person, page, tap.message).await {
        Ok(Sent::People(act, carried)) => Ok(people::done(visit, tap, &act, &carried)),
        Ok(Sent::Calendar(act)) => Ok(calendar::done(visit, tap, &act)),
        Ok(Sent::Number(number)) => Ok(registers::entered(visit, tap, &number)),
        Ok(Sent::Word(wrote)) => {
            let done = Screen::new(text::word::wrote(&visit.speech, &counter.office, &wrote));
            Ok(vec![tap.quiet(), tap.turn(done, false)])
        }
        Ok(Sent::Request(request)) => {
            let Some(task) = decides else {
                return Ok(vec![tap.quiet(), tap.turn(sent, false)]);
            };
            let next = lists::on_from(visit, person, (task, request.id)).await?;
            if card_here(visit, person, tap).await?.is_some() {
                // The card says what became of it.
                let mut replies = vec![tap.toast(t!(plain visit.speech, "decided"))];
                if let Some(next) = next {
                    let ticket = &request.ticket;
                    let recorded = text::daily_list::recorded(&visit.speech, ticket, next);
                    replies.extend(say(recorded));
                }
                return Ok(replies);
            }
            sent.keys(next);
            Ok(vec![tap.quiet(), tap.turn(sent, false)])
        }
        // What was free is taken by now: its question is open again.
        Err(Error::Refused(refusal @ Refusal::Unfit { .. })) => {
            let page = command::look_up(counter, person, &token).await?;
            does_not_fit(visit, tap, &page, &refusal)
        }
        Err(error) => Err(error),
    }
}

/// The form is left: what stood below the message field goes with it.
fn left(visit: &Visit, tap: &Tap, page: &FormPage, said: Reply, screen: Screen) -> Vec<Reply> {
    let mut replies = vec![said];
    // What was set aside has let go of it already.
    if !page.draft.is_set_aside() {
        replies.extend(own_phone::withdraw(visit, page, None));
    }
    replies.push(tap.turn(screen, false));
    replies
}

/// The tapped message turns into what the form asks now.
pub fn show(visit: &Visit, tap: &Tap, before: Option<&FormPage>, page: &FormPage) -> Vec<Reply> {
    let screen = text::form::form(&visit.speech, &visit.counter, page);
    let mut replies = vec![tap.quiet()];
    replies.extend(before.and_then(|before| own_phone::withdraw(visit, before, Some(page))));
    replies.push(tap.turn(screen, true));
    replies.extend(own_phone::offer(visit, before, page));
    replies.extend(look(visit, page));
    replies
}
