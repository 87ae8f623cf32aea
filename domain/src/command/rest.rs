//! The rest of a long act. What must hold at once is written in the act's own transaction, and in it is planned what
//! follows for very many tasks or requests. That is done right afterwards, a slice in each transaction: everyone else
//! has their turn in between, and what a crash leaves over is gone on with by the clock.

use super::{
    deal_cards::{Dealing, deal},
    people::requests::{Passing, pass_some},
};
use crate::{
    Counter, Error,
    id::TimerId,
    office::agencies::NotServed,
    store::{Hope, Tx},
    wake::Wake,
};

/// How often a slice is tried that others stand in the way of.
const TRIES: u32 = 5;
/// How many cards of a group are forgotten in one transaction.
const FORGOTTEN_AT_ONCE: u64 = 50;

/// Does what long acts have left to be done. Where it cannot be done now, the clock tries it again.
pub(super) async fn do_rest(counter: &Counter) {
    let counter = &counter.beside();
    let mut clashes = 0;
    loop {
        match next(counter).await {
            Ok(true) => clashes = 0,
            Ok(false) => return,
            // Somebody else was at it in the same instant.
            Err(error) if error.hope() == Hope::Clash && clashes < TRIES => clashes += 1,
            Err(error) => {
                tracing::error!(%error, "the rest of an act could not be done yet");
                return;
            }
        }
    }
}

/// Does the next slice. Says no where nothing is left.
async fn next(counter: &Counter) -> Result<bool, Error> {
    let Some(due) = counter.db.next_due().await? else {
        return Ok(false);
    };
    // It comes before all else, so what is due next tells whether there is one.
    if !due.wake().is_ok_and(|wake| wake.is_rest()) || due.at > counter.now() {
        return Ok(false);
    }
    let mut tx = counter.db.begin().await?;
    if tx.claim(due.id, counter.now()).await? {
        Box::pin(slice(counter, &mut tx, due.id)).await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// Does a slice of what was claimed, and leaves what is left. Another may have done one meanwhile, so it is read anew.
pub(super) async fn slice(counter: &Counter, tx: &mut Tx, id: TimerId) -> Result<(), Error> {
    let left = match tx.planned(id).await? {
        Some(Wake::Redeal {
            role,
            since,
            after,
            mandate,
            warns,
        }) => {
            let dealing = Dealing {
                role,
                after,
                mandate,
                warns,
            };
            let after = deal(counter, tx, &dealing).await?;
            after.map(|after| Dealing { after, ..dealing }.rest(since))
        }
        Some(Wake::PassOn {
            since,
            from,
            to,
            agency,
            by,
            after,
        }) => {
            // It may have become part of another one since.
            let agency = match counter.office.serves(&agency) {
                Err(NotServed::Merged { into, .. }) => into,
                _ => agency,
            };
            let passing = Passing {
                from,
                to,
                agency,
                by,
                after,
            };
            let after = pass_some(counter, tx, &passing).await?;
            after.map(|after| Passing { after, ..passing }.rest(since))
        }
        Some(wake @ Wake::ClearGroup { group, until }) => {
            let gone = tx.forget_cards(group, until, FORGOTTEN_AT_ONCE).await?;
            (gone == FORGOTTEN_AT_ONCE).then_some(wake)
        }
        _ => None,
    };
    match left {
        Some(left) => tx.leave_rest(id, &left).await,
        None => Ok(()),
    }
}
