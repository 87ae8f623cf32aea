//! Taking up again what ended because its applicant did not answer.

use super::{draft::once_at_a_time, record_change};
use crate::{
    Counter, Error, Refusal,
    person::Person,
    request::{
        Change, Request,
        reopen::{Again, wanted_again},
    },
    reservation::Demands,
    store::Tx,
};

/// A request that ended by its applicant's silence goes on where it stood, under the same ticket. What
/// it had reserved is reserved again, as far as it is free.
///
/// Refused unless they sent it or are a contact person of its agency, and once the time for it is over.
pub async fn reopen(counter: &Counter, by: &Person, token: &str) -> Result<Request, Error> {
    let tx = counter.db.begin().await?;
    let by = &tx.actor(by).await?;
    let request = tx
        .request_by_token(token)
        .await?
        .ok_or(Refusal::NoSuchButton)?;
    let colleague = by.is_contact_of(&request.agency);
    if request.applicant != by.id && !colleague {
        return Err(Refusal::NotColleague.into());
    }
    let (now, office) = (counter.now(), &counter.office);
    let until = request.reopens_until(office).ok_or(Refusal::NotReopened)?;
    if until < now {
        return Err(Refusal::TooLateToReopen { until }.into());
    }
    let procedure = counter.procedure_of(&request).await?;
    once_at_a_time(&tx, by, &procedure).await?;
    let wanted = match &request.state.lapsed {
        Some(lapsed) => {
            let given_back = tx.given_back(request.id, lapsed.since).await?;
            wanted_again(&procedure, office, &request, &given_back, now)
        }
        None => Vec::new(),
    };
    let demands = Demands {
        wanted,
        ..Demands::default()
    };
    let again = free_again(counter, &tx, &request, demands).await?;
    let change = Change::reopened(&procedure, request, by.id, now, again)?;
    Box::pin(record_change::record(counter, tx, &procedure, change)).await
}

/// What is still free of what a request had; nobody else can take it before this is written.
async fn free_again(
    counter: &Counter,
    tx: &Tx,
    request: &Request,
    demands: Demands,
) -> Result<Again, Error> {
    let ledger = tx.lock_ledger(request.id, &demands, None).await?;
    Ok(ledger.free_again(&counter.office, request, demands.wanted, counter.now()))
}
