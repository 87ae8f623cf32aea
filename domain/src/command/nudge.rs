//! *Ingatkan*: the agency asks after a request that waits at a desk of the office.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};

use super::deal_cards::holders;
use crate::{
    Counter, Error, Refusal,
    calendar::Calendar,
    id::TaskId,
    notice::What,
    person::Person,
    query::stranded,
    request::Request,
    store::{OpenTask, Tx},
    wake::Wake,
};

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nudged {
    /// When the holders are told; none where they have been told now.
    pub at: Option<DateTime<Utc>>,
    /// Nobody can be reached who could act. Whoever looks after that has been told.
    pub stranded: bool,
}

/// Tells those in whose chats the task lies that the agency asks after it: at once, or when people may be
/// written to next. Of a request that is possible once in a working day, whoever asks.
///
/// Refused to others than the agency's contact persons, while the request waits for the applicant, and
/// with the moment from which on it is possible again.
pub async fn nudge(counter: &Counter, by: &Person, token: &str) -> Result<Nudged, Error> {
    let mut tx = counter.db.begin().await?;
    let by = &tx.actor(by).await?;
    let seen = tx
        .request_by_token(token)
        .await?
        .ok_or(Refusal::NoSuchButton)?;
    if !seen.may_be_nudged(by) {
        return Err(Refusal::NotColleague.into());
    }
    let OpenTask { task, request } = waiting(&tx, &seen).await?;
    let procedure = counter.procedure_of(&request).await?;
    if task.is_applicants(&procedure) {
        return Err(Refusal::NotOffered.into());
    }
    let (now, calendar) = (counter.now(), &counter.office.calendar);
    let at = calendar.next_polite(now);
    let day = calendar.day_of(at);
    let wake = Wake::Nudge {
        request: request.id,
        task: task.id,
        day,
    };
    let is_now = at <= now;
    let again = after(calendar, day);
    if !tx.note_wake(&wake, at, is_now.then_some(now)).await? {
        return Err(Refusal::NudgedToday { again }.into());
    }
    if is_now {
        tell(&mut tx, task.id).await?;
    }
    tx.note_nudge(request.id, again).await?;
    let askable = Wake::Askable {
        request: request.id,
        from: again,
    };
    tx.plan(&askable, again).await?;
    // What was said once today is offered no more.
    tx.redraw_status(request.id).await?;
    tx.commit().await?;
    Ok(Nudged {
        at: (!is_now).then_some(at),
        stranded: stranded(counter, request).await?.is_some(),
    })
}

/// The task at which it waits, locked; where a decision was faster, the one that came after it.
async fn waiting(tx: &Tx, request: &Request) -> Result<OpenTask, Error> {
    loop {
        let task = tx.open_task_of(request.id).await?.ok_or(Refusal::Ended)?;
        if let Some(open) = tx.lock_open_task(task.id).await? {
            return Ok(open);
        }
    }
}

/// The first moment of a later day at which people may be written to.
fn after(calendar: &Calendar, day: NaiveDate) -> DateTime<Utc> {
    let next = day.checked_add_days(Days::new(1)).unwrap_or(day);
    calendar.next_polite(calendar.moment(next, NaiveTime::MIN))
}

/// The holders are told now. The task must be locked.
pub(super) async fn tell(tx: &mut Tx, task: TaskId) -> Result<(), Error> {
    for person in holders(tx, task).await? {
        tx.tell(person, &What::Nudged { task })?;
    }
    Ok(())
}
