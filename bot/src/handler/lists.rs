//! Lists: one's own requests, what waits, and going through it one by one or several in one go.

use domain::{
    Error,
    command::{self, DecidedTogether},
    id::{RequestId, TaskId},
    person::Person,
    query::{self, together_with, waiting},
};

use super::{Said, Visit, request, say, visit::Tap};
use crate::{
    button::{ListsPress, MenuPress},
    text::{self, Key, Screen, words::t},
};

/// A tap on a button of a list.
pub async fn press(visit: &Visit, person: &Person, tap: &Tap, press: ListsPress) -> Said {
    let turn = |screen| Ok(vec![tap.quiet(), tap.turn(screen, false)]);
    match press {
        ListsPress::Mine(page) => turn(mine(visit, person, page).await?),
        ListsPress::Tasks(page) => turn(tasks(visit, person, page).await?),
        ListsPress::Decided(page) => {
            let decided = query::decided(&visit.counter, person, page).await?;
            let office = &visit.counter.office;
            turn(text::decided::decided(&visit.speech, office, &decided))
        }
        ListsPress::First => next(visit, person, tap, None).await,
        ListsPress::Next(after) => next(visit, person, tap, Some(after)).await,
        ListsPress::Together(task) => together(visit, person, tap, task).await,
        ListsPress::TogetherSurely(tasks) => decide(visit, person, tap, tasks.tasks()).await,
        ListsPress::TogetherNot => turn(Screen::new(t!(visit.speech, "together-kept"))),
    }
}

/// A page of one's own requests.
pub async fn mine(visit: &Visit, person: &Person, page: u64) -> Result<Screen, Error> {
    let counter = &visit.counter;
    let mine = query::mine(counter, person, page).await?;
    Ok(text::request_list::mine(
        &visit.speech,
        &counter.office,
        &mine,
    ))
}

/// A page of what waits for one.
pub async fn tasks(visit: &Visit, person: &Person, page: u64) -> Result<Screen, Error> {
    let counter = &visit.counter;
    let tasks = query::tasks(counter, person, page).await?;
    let work = query::work(counter, person).await?;
    let (speech, office) = (&visit.speech, &counter.office);
    let mut screen = text::request_list::tasks(speech, office, &tasks, &work);
    let begun = query::half_filled(counter, person).await?;
    text::home::drafts(speech, office, &begun, &mut screen);
    if person.is_staff() {
        screen.row(text::decided::key(speech));
    }
    screen.row(Key::new(t!(plain speech, "button-menu"), MenuPress::Home));
    Ok(screen)
}

/// Brings the next task's card to the end of the chat. The list it was called from stays; beneath a
/// decision the button has done its work.
async fn next(visit: &Visit, person: &Person, tap: &Tap, after: Option<TaskId>) -> Said {
    let Visit {
        counter, speech, ..
    } = visit;
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
    replies.extend(request::show(visit, person, tap, &dossier).await?);
    Ok(replies)
}

/// Shows what would be decided in one go, and asks.
async fn together(visit: &Visit, person: &Person, tap: &Tap, task: TaskId) -> Said {
    let kind = together_with(&visit.counter, person, task).await?;
    let screen = text::daily_list::ask(&visit.speech, &visit.counter.office, &kind);
    let mut replies = vec![tap.quiet()];
    replies.extend(say(screen));
    Ok(replies)
}

async fn decide(visit: &Visit, person: &Person, tap: &Tap, tasks: &[TaskId]) -> Said {
    let done = command::decide_together(&visit.counter, person, tasks).await?;
    let DecidedTogether { decided, .. } = &done;
    let ended = if decided.is_empty() {
        tap.quiet()
    } else {
        tap.toast(t!(plain visit.speech, "decided"))
    };
    let mut screen = text::daily_list::decided(&visit.speech, &visit.counter.office, &done);
    if let Some(last) = tasks.last()
        && let Some(decided) = visit.counter.db.task(*last).await?
    {
        screen.keys(on_from(visit, person, (*last, decided.request)).await?);
    }
    Ok(vec![ended, tap.turn(screen, false)])
}

/// The button that leads from a decided task to the next that waits; none where nothing waits.
pub async fn on_from(
    visit: &Visit,
    person: &Person,
    (task, request): (TaskId, RequestId),
) -> Result<Option<Key>, Error> {
    let left = waiting::left(&visit.counter, person, request).await?;
    Ok(text::daily_list::next(&visit.speech, task, left))
}
