//! States that an older machine made of their histories are made anew.

use crate::{Counter, Error, id::RequestId, request::change::fold};

/// Raised with every change of [`advance`](crate::request::advance()), so that what is stored agrees with what a history
/// folds to.
const MACHINE: u32 = 2;
/// So many requests are read at a time.
const AT_ONCE: u64 = 200;

/// Once for every machine. Nobody is told: the events stay as they are, and so does where a request stands.
pub(crate) async fn refold(counter: &Counter) -> Result<(), Error> {
    if counter.db.is_folded_by(MACHINE).await? {
        return Ok(());
    }
    let (mut last, mut anew) = (RequestId(0), 0);
    loop {
        let some = counter.db.requests_after(last, AT_ONCE).await?;
        let Some(newest) = some.last() else { break };
        last = newest.id;
        let tx = counter.db.begin().await?;
        for request in some {
            let procedure = match counter.procedure_of(&request).await {
                // It is folded when a program reads it again.
                Err(Error::ProcedureLost { .. }) => continue,
                procedure => procedure?,
            };
            let history = tx.history(request.id).await?.into_iter();
            let events = history.map(|recorded| (recorded.at, recorded.event));
            let folded = fold(&procedure, events).ok().flatten();
            let stands = folded.filter(|it| it.standing == request.state.standing);
            if let Some(state) = stands.filter(|it| *it != request.state) {
                tx.keep_state(&request, &state).await?;
                anew += 1;
            }
        }
        tx.commit().await?;
    }
    let tx = counter.db.begin().await?;
    tx.note_folded_by(MACHINE).await?;
    tx.commit().await?;
    if anew > 0 {
        tracing::info!(
            anew,
            "states of requests were made anew from their histories"
        );
    }
    Ok(())
}
