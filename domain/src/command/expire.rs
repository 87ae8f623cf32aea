//! What runs out by itself: a request that waits for its applicant while what it has reserved is
//! wanted by others. The applicant is asked once before.

use std::future::Future;

use chrono::TimeDelta;

use super::trust::may_end;
use crate::{
    Counter, Error,
    id::RequestId,
    notice::What,
    procedure::{Procedure, Step},
    request::{Change, Request},
    store::Hope,
    unharmed::attempt,
};

/// How many working days before the end the applicant is asked.
const ASKED_BEFORE: u32 = 2;
/// How many requests are looked at in one go.
const AT_ONCE: u64 = 200;

/// Ends what has run out, and asks about what soon will. Says how many requests it touched; where
/// that is none, nothing is left to do now.
pub async fn expire(counter: &Counter) -> Result<u64, Error> {
    if !may_end(counter).await? {
        return Ok(0);
    }
    let mut touched = 0;
    let now = counter.now();
    for (request, _) in counter.db.running_out(now, true, AT_ONCE).await? {
        touched += u64::from(one(request, Box::pin(end(counter, request))).await?);
    }
    // A window that is wide enough for a weekend; the days are counted below.
    let soon = now + TimeDelta::days(i64::from(ASKED_BEFORE) + 4);
    for (request, until) in counter.db.running_out(soon, false, AT_ONCE).await? {
        let is_time = counter.office.working_days_after(now, ASKED_BEFORE) >= until;
        if until > now && is_time {
            touched += u64::from(one(request, Box::pin(ask(counter, request))).await?);
        }
    }
    Ok(touched)
}

/// What cannot be judged, because its rules no longer read for instance, is left as it is, and stops no other.
async fn one(
    request: RequestId,
    judged: impl Future<Output = Result<bool, Error>>,
) -> Result<bool, Error> {
    match attempt(judged).await {
        Err(Error::ProcedureLost { .. }) => Ok(false),
        Err(error) if error.hope() == Hope::None => {
            tracing::error!(request.id = %request, %error, "what has run out could not be judged");
            Ok(false)
        }
        judged => judged,
    }
}

/// Ends a request whose reservation has run out at a step that expires. At any other step the
/// reservation alone is over.
async fn end(counter: &Counter, id: RequestId) -> Result<bool, Error> {
    let now = counter.now();
    let tx = counter.db.begin().await?;
    let open = match tx.open_task_of(id).await? {
        Some(task) => tx.lock_task(task.id).await?,
        None => None,
    };
    // Somebody may have prolonged it while we waited.
    let reserved = tx.reserved_by(id).await?;
    if !reserved
        .iter()
        .any(|held| held.line.is_none() && !held.counts(now))
    {
        return Ok(false);
    }
    if let Some(open) = open.filter(|open| open.task.closed_at.is_none())
        && let Some(procedure) = expiring(counter, &open.request).await?
    {
        let by = tx.office_clock().await?;
        let task = Some(open.task);
        if let Some(change) = Change::expired(&procedure, open.request, by, now, task) {
            tx.record(&counter.office, change).await?;
            return Ok(true);
        }
    }
    tx.release_run_out(id).await?;
    tx.commit().await?;
    Ok(true)
}

/// Asks the applicant whether what is reserved is still needed.
async fn ask(counter: &Counter, id: RequestId) -> Result<bool, Error> {
    let mut tx = counter.db.begin().await?;
    let request = tx.request(id).await?.ok_or(Error::Missing("request"))?;
    if request.ended().is_some() || expiring(counter, &request).await?.is_none() {
        return Ok(false);
    }
    tx.note_asked(id).await?;
    tx.tell(request.applicant, &What::Expiring { request: id })?;
    tx.commit().await?;
    Ok(true)
}

/// The procedure of a request that stands at a step which expires.
async fn expiring(
    counter: &Counter,
    request: &Request,
) -> Result<Option<std::sync::Arc<Procedure>>, Error> {
    let procedure = counter.procedure_of(request).await?;
    let step: Option<&Step> = request.step().and_then(|step| procedure.step(step));
    let expires = step.is_some_and(|step| step.expires.is_some());
    Ok(expires.then_some(procedure))
}
