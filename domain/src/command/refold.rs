//! States that an older machine made of their histories are made anew.

use crate::{
    Counter, Error,
    id::RequestId,
    request::{Request, State, change::folded},
};

/// Raised with every change of [`advance`](crate::request::advance()), so that what is stored agrees with what a history
/// folds to.
const MACHINE: u32 = 3;
/// So many requests are read at a time.
const AT_ONCE: u64 = 200;

/// Once for every machine, or at each start while a version of a procedure does not read. Nobody is told: the events stay
/// as they are, and so does where a request stands.
pub(crate) async fn refold(counter: &Counter) -> Result<(), Error> {
    if counter.db.is_folded_by(MACHINE).await? {
        return Ok(());
    }
    let (mut last, mut anew, mut unread) = (RequestId(0), 0, 0);
    loop {
        let some = counter.db.requests_after(last, AT_ONCE).await?;
        let Some(newest) = some.last() else { break };
        last = newest.id;
        let mut changed = Vec::new();
        for request in some {
            match made_anew(counter, &request).await {
                Ok(Some(state)) => changed.push((request, state)),
                Ok(None) => {}
                Err(Error::ProcedureLost { .. }) => unread += 1,
                Err(error) => return Err(error),
            }
        }
        if changed.is_empty() {
            continue;
        }
        let tx = counter.db.begin().await?;
        for (request, state) in &changed {
            tx.keep_state(request, state).await?;
            anew += 1;
        }
        tx.commit().await?;
    }
    if unread == 0 {
        let tx = counter.db.begin().await?;
        tx.note_folded_by(MACHINE).await?;
        tx.commit().await?;
    }
    if anew > 0 {
        tracing::info!(
            anew,
            "states of requests were made anew from their histories"
        );
    }
    Ok(())
}

/// What a history folds to, where that is another state than the stored one. One that cannot have happened, or ends
/// elsewhere, is left as it is: `loket verify` names it.
async fn made_anew(counter: &Counter, request: &Request) -> Result<Option<State>, Error> {
    let procedure = counter.procedure_of(request).await?;
    let history = counter.db.history(request.id).await?;
    Ok(folded(&procedure, &history)
        .filter(|it| it.standing == request.state.standing && *it != request.state))
}
