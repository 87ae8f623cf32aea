//! What is of no use any more is forgotten, a little at a time: others want to write as well.

use chrono::{DateTime, Utc};

use super::trust::may_end;
use crate::{
    Counter, Error,
    id::{NoticeId, UpdateId},
};

/// How many rows are forgotten in one transaction: a few milliseconds of the one writer's time.
const AT_ONCE: u64 = 200;
/// … and of cards, by which much else is found.
const CARDS_AT_ONCE: u64 = 50;

/// Forgets what was told before a moment and is not needed to tell anything else, and says how many notices it
/// were.
pub async fn forget_told(counter: &Counter, before: DateTime<Utc>) -> Result<u64, Error> {
    if !may_end(counter).await? {
        return Ok(0);
    }
    let (mut last, mut forgotten) = (NoticeId(0), 0);
    while let Some((old, end)) = counter.db.old_notices(before, last, AT_ONCE).await? {
        last = end;
        if !old.is_empty() {
            let tx = counter.db.begin().await?;
            forgotten += tx.forget_notices(old).await?;
            tx.commit().await?;
        }
    }
    Ok(forgotten)
}

/// Forgets the cards of settled tasks that were retired before a moment and about which nothing is to be told, and says
/// how many it were.
pub async fn forget_settled_cards(counter: &Counter, before: DateTime<Utc>) -> Result<u64, Error> {
    if !may_end(counter).await? {
        return Ok(0);
    }
    let mut forgotten = 0;
    loop {
        let old = counter.db.old_cards(before, CARDS_AT_ONCE).await?;
        if old.is_empty() {
            return Ok(forgotten);
        }
        let tx = counter.db.begin().await?;
        let gone = tx.forget_old_cards(old, before).await?;
        tx.commit().await?;
        if gone == 0 {
            return Ok(forgotten);
        }
        forgotten += gone;
    }
}

/// Forgets updates that were handled before a moment, and says how many it were.
pub async fn forget_handled(counter: &Counter, before: DateTime<Utc>) -> Result<u64, Error> {
    let (mut last, mut forgotten) = (UpdateId(i64::MIN), 0);
    while let Some((old, end)) = counter.db.handled_long_ago(before, last, AT_ONCE).await? {
        last = end;
        if !old.is_empty() {
            let tx = counter.db.begin().await?;
            forgotten += tx.forget_updates(old).await?;
            tx.commit().await?;
        }
    }
    Ok(forgotten)
}

/// Forgets what happened by itself before a moment.
pub async fn forget_done_timers(counter: &Counter, before: DateTime<Utc>) -> Result<(), Error> {
    loop {
        let tx = counter.db.begin().await?;
        let forgotten = tx.forget_timers(before, AT_ONCE).await?;
        tx.commit().await?;
        if forgotten < AT_ONCE {
            return Ok(());
        }
    }
}
