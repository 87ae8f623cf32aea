//! An applicant who does not answer is reminded, and in the end the request ends by itself.

use chrono::{DateTime, Utc};

use crate::{
    Counter, Error,
    id::{RequestId, TimerId},
    notice::What,
    request::{Change, Task},
    store::{OpenTask, Tx},
    wake::Wake,
};

/// Reminds the applicant of a step that waits for them. What was missed meanwhile is said once.
pub(super) async fn remind(
    counter: &Counter,
    tx: &mut Tx,
    open: &OpenTask,
    mut nth: u32,
) -> Result<(), Error> {
    let id = open.task.id;
    let applicant = open.request.applicant;
    let person = tx.person(applicant).await?;
    // While nobody speaks for the agency nobody is silent. For whoever comes it begins anew.
    let account = person.and_then(|person| person.account);
    if account.is_none_or(|account| account.0 <= 0) {
        return Ok(());
    }
    let (now, office) = (counter.now(), &counter.office);
    let is_over = |nth| open.task.silent_at(office, nth).is_some_and(|at| at <= now);
    while is_over(nth + 1) {
        nth += 1;
    }
    tx.tell(applicant, &What::Silent { task: id, nth })?;
    tx.plan_silence(office, &open.task, nth + 1).await?;
    if ends(counter, open).await? {
        let at = open.task.lapses(office, now);
        tx.replan(&Wake::Lapse { task: id }, at).await?;
    }
    Ok(())
}

/// Ends a request whose applicant has not answered, but never before a working day has passed since
/// they were told of it last.
pub(super) async fn end(
    counter: &Counter,
    tx: &mut Tx,
    open: OpenTask,
    timer: TimerId,
) -> Result<(), Error> {
    let id = open.task.id;
    let (now, office) = (counter.now(), &counter.office);
    let (told, next) = (
        tx.last_reminded(id).await?,
        next(counter, tx, &open.task).await?,
    );
    let ends_at = open.task.lapses(office, next.or(told).unwrap_or(now));
    if ends_at > now {
        return tx.put_off(timer, ends_at).await;
    }
    let procedure = counter.procedure_of(&open.request).await?;
    let by = tx.office_clock().await?;
    let change = Change::expired(&procedure, open.request, by, now, Some(open.task));
    if let Some(change) = change {
        Box::pin(tx.write(office, change)).await?;
    }
    Ok(())
}

/// The status card shows no more that a request can be opened again.
pub(super) async fn close(tx: &mut Tx, request: RequestId) -> Result<(), Error> {
    tx.redraw_status(request).await
}

/// The calendar has changed: what is still to come is planned again.
pub(super) async fn time_again(counter: &Counter, tx: &Tx, task: &Task) -> Result<(), Error> {
    let office = &counter.office;
    for nth in (0..).take(office.reminders.applicant.len()) {
        if tx.is_planned(&Wake::Silent { task: task.id, nth }).await? {
            tx.plan_silence(office, task, nth).await?;
        }
    }
    let lapse = Wake::Lapse { task: task.id };
    if let (Some(told), true) = (
        tx.last_reminded(task.id).await?,
        tx.is_planned(&lapse).await?,
    ) {
        tx.replan(&lapse, task.lapses(office, told)).await?;
    }
    Ok(())
}

/// Whether the request ends here by itself, as its file says.
async fn ends(counter: &Counter, open: &OpenTask) -> Result<bool, Error> {
    let procedure = counter.procedure_of(&open.request).await?;
    let step = procedure.step(&open.task.step);
    Ok(step.is_some_and(|step| procedure.lapses_at(step).is_some()))
}

/// When the applicant is reminded next.
async fn next(counter: &Counter, tx: &Tx, task: &Task) -> Result<Option<DateTime<Utc>>, Error> {
    for nth in (0..).take(counter.office.reminders.applicant.len()) {
        let planned = tx.planned_at(&Wake::Silent { task: task.id, nth }).await?;
        if planned.is_some() {
            return Ok(planned);
        }
    }
    Ok(None)
}
