//! Going through what waits: one task after the other, and several of one kind in one go.

use domain::{
    Error,
    command::{self, DecidedTogether},
    id::TaskId,
    query::{self, together_with, waiting},
};

use super::{Said, Visit, request, visit::Tap};
use crate::{
    button::{Button, TogetherPress},
    text::{self, Key, Screen, words::t},
    voice::Reply,
};

/// A tap on a button of a list of tasks.
pub async fn tap(visit: Visit, tap: Tap, button: Button) -> Said {
    let said = match button {
        Button::Next(after) => next(&visit, &tap, after).await,
        Button::Together(TogetherPress::Ask(task)) => ask(&visit, &tap, task).await,
        Button::Together(TogetherPress::Sure(tasks)) => decide(&visit, &tap, &tasks).await,
        Button::Together(TogetherPress::Not) => {
            let kept = Screen::new(t!(visit.speech, "together-kept"));
            Ok(vec![tap.quiet(), tap.turn(kept, false)])
        }
        _ => Ok(vec![tap.quiet()]),
    };
    match said {
        Err(Error::Refused(refusal)) => Ok(vec![tap.alert(visit.refusal(&refusal))]),
        said => said,
    }
}

/// Brings the next task's card to the end of the chat. The list it was called from stays; beneath a
/// decision the button has done its work.
async fn next(visit: &Visit, tap: &Tap, after: Option<TaskId>) -> Said {
    let Visit {
        counter, speech, ..
    } = visit;
    let person = visit.person()?;
    let task = waiting::next(counter, person, after).await?;
    let request = match task {
        Some(task) => counter.db.request(task.request).await?,
        None => None,
    };
    let Some(request) = request else {
        let none = t!(speech, "work-none");
        return Ok(match after {
            Some(_) => vec![tap.quiet(), tap.turn(Screen::new(none), false)],
            None => vec![tap.toast(t!(plain speech, "work-none"))],
        });
    };
    let mut replies = Vec::new();
    if after.is_some() {
        let on = t!(speech, "work-next", ticket = &request.ticket);
        replies.push(tap.turn(Screen::new(on), false));
    }
    let dossier = query::dossier(counter, request).await?;
    replies.extend(request::show(visit, tap, &dossier).await?);
    Ok(replies)
}

/// Shows what would be decided in one go, and asks.
async fn ask(visit: &Visit, tap: &Tap, task: TaskId) -> Said {
    let kind = together_with(&visit.counter, visit.person()?, task).await?;
    let screen = text::lists::ask(&visit.speech, &visit.counter.office, &kind);
    let question = false;
    Ok(vec![tap.quiet(), Reply::Say { screen, question }])
}

async fn decide(visit: &Visit, tap: &Tap, tasks: &[TaskId]) -> Said {
    let done = command::decide_together(&visit.counter, visit.person()?, tasks).await?;
    let DecidedTogether { decided, .. } = &done;
    let ended = if decided.is_empty() {
        tap.quiet()
    } else {
        tap.toast(t!(plain visit.speech, "decided"))
    };
    let mut screen = text::lists::decided(&visit.speech, &visit.counter.office, &done);
    if let Some(last) = tasks.last() {
        screen.keys(on_from(visit, *last).await?);
    }
    Ok(vec![ended, tap.turn(screen, false)])
}

/// The button that leads from a decided task to the next that waits; none where nothing waits.
pub async fn on_from(visit: &Visit, task: TaskId) -> Result<Option<Key>, Error> {
    let left = waiting::left(&visit.counter, visit.person()?, task).await?;
    Ok(text::lists::next(&visit.speech, task, left))
}
