//! A request begun from the answers to one that has ended, and what to do with one that is half filled.

use domain::{
    Error,
    code::ProcedureCode,
    command,
    draft::Purpose,
    person::Person,
    query::{self, Dossier},
};

use super::{Said, Visit, ask, own_phone, say, visit::Tap};
use crate::{
    button::{Button, RequestPress},
    text::{self, Screen, moment::moment, request_keys, words::t},
};

/// Begins a request from the answers to one that has ended, unless an older draft of it waits.
pub(super) async fn again(visit: &Visit, person: &Person, tap: &Tap, ended: &Dossier) -> Said {
    let fresh = request_keys::button(ended, RequestPress::AgainSurely);
    if let Some(older) = older(visit, person, &ended.procedure.code, fresh).await? {
        return Ok([vec![tap.quiet()], say(older)].concat());
    }
    surely(visit, person, tap, ended).await
}

/// The same; a draft that waits is thrown away.
pub(super) async fn surely(visit: &Visit, person: &Person, tap: &Tap, ended: &Dossier) -> Said {
    let counter = &visit.counter;
    let page = command::begin_again(counter, person, &ended.request.token).await?;
    let ticket = &ended.request.ticket;
    let form = text::form::form(&visit.speech, counter, &page);
    let form = form.after(t!(visit.speech, "again-begun", ticket = ticket));
    let mut replies = [vec![tap.quiet()], ask(form)].concat();
    replies.extend(own_phone::offer(visit, None, &page));
    Ok(replies)
}

/// Begins what follows from the end of a request. What was begun of it before goes.
pub(super) async fn follow(visit: &Visit, person: &Person, tap: &Tap, ended: &Dossier) -> Said {
    let counter = &visit.counter;
    let token = &ended.request.token;
    let page = command::begin_follow_up(counter, person, token).await?;
    let form = text::form::form(&visit.speech, counter, &page);
    let about = t!(
        visit.speech,
        "follow-up-begun",
        ticket = &ended.request.ticket
    );
    Ok([vec![tap.quiet()], ask(form.after(about))].concat())
}

/// The question what to do with a half-filled request of the same kind; `fresh` begins another one.
pub(super) async fn older(
    visit: &Visit,
    person: &Person,
    procedure: &ProcedureCode,
    fresh: impl Into<Button>,
) -> Result<Option<Screen>, Error> {
    let home = query::home(&visit.counter, person).await?;
    let older = home.drafts.iter().find(|half| {
        half.draft.purpose == Purpose::Open
            && &half.procedure.code == procedure
            && half.draft.filling.is_begun()
    });
    Ok(older.map(|half| {
        let at = moment(&visit.speech, &visit.counter.office, half.draft.changed_at);
        text::home::older_draft(&visit.speech, &at, (&half.draft, &half.procedure), fresh)
    }))
}
