//! Recording a decision, with what follows from it by itself: a newcomer is let in, and steps pass under a
//! standing delegation. Each step is recorded as a row of its own.

use super::{admit_newcomer::admit_newcomer, follow_up, rest::do_rest};
use crate::{
    Counter, Error, Refusal,
    id::RequestId,
    procedure::{Answers, Procedure},
    request::{Change, Request, Task},
    store::Tx,
};

/// As [`write()`], then commits.
pub(super) async fn record(
    counter: &Counter,
    tx: Tx,
    procedure: &Procedure,
    change: Change,
) -> Result<Request, Error> {
    Box::pin(record_begun(counter, tx, procedure, change, None)).await
}

/// The same for a request that is begun from one that has ended.
pub(super) async fn record_begun(
    counter: &Counter,
    mut tx: Tx,
    procedure: &Procedure,
    change: Change,
    begun_from: Option<RequestId>,
) -> Result<Request, Error> {
    let admits = change.effects.admits.is_some();
    let request = Box::pin(write(counter, &mut tx, procedure, change)).await?;
    if let Some(origin) = begun_from {
        follow_up::is_begun(&mut tx, origin, request.id).await?;
    }
    tx.commit().await?;
    if admits {
        // Very many requests may have waited for whoever was let in.
        do_rest(counter).await;
    }
    Ok(request)
}

/// Writes a change, and lets pass what a standing delegation lets pass.
pub(super) async fn write(
    counter: &Counter,
    tx: &mut Tx,
    procedure: &Procedure,
    change: Change,
) -> Result<Request, Error> {
    let (by, admitted) = (change.by, change.effects.admits.clone());
    let (mut request, mut waits) = Box::pin(tx.write(&counter.office, change)).await?;
    if let Some(admitted) = admitted {
        admit_newcomer(counter, tx, by, admitted).await?;
    }
    while let Some(task) = waits.take() {
        let Some(next) = passing(counter, tx, procedure, &request, &task).await? else {
            break;
        };
        (request, waits) = Box::pin(tx.write(&counter.office, next)).await?;
    }
    Ok(request)
}

/// The decision that the office's clock takes at a step whose holder lets it pass.
async fn passing(
    counter: &Counter,
    tx: &Tx,
    procedure: &Procedure,
    request: &Request,
    task: &Task,
) -> Result<Option<Change>, Error> {
    let Some(step) = procedure.step(&task.step).filter(|step| step.passes) else {
        return Ok(None);
    };
    let Some(outcome) = request.plain_way(procedure, step) else {
        return Ok(None);
    };
    let clock = tx.office_clock().await?;
    let clock = tx.person(clock).await?.ok_or(Refusal::NoSuchPerson)?;
    let (with, now) = ((procedure, &*counter.office), tx.now());
    let (request, outcome) = (request.clone(), &outcome.code);
    let decided = task.decide(request, with, &clock, outcome, Answers::new(), now);
    // Without a delegation the clock may decide nothing.
    Ok(decided.ok())
}
