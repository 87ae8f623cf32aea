//! Guessing at start links: a few tries are a slip of the thumb, more are looked up no more.

use chrono::{DateTime, TimeDelta, Utc};

use crate::{
    Error, Refusal,
    code::RoleCode,
    id::AccountId,
    notice::What,
    office,
    store::{Guesses, Tx},
};

/// After so many unknown links within [`WITHIN`] …
const TRIES: u32 = 5;
const WITHIN: TimeDelta = TimeDelta::hours(1);
/// … an account's links are refused for so long.
const BARRED: TimeDelta = TimeDelta::hours(1);
/// Helpdesk hears of one account no more often.
const TOLD_AGAIN: TimeDelta = TimeDelta::days(1);

/// Refuses a link without looking it up where the account has guessed too often.
pub(super) async fn not_barred(tx: &Tx, account: AccountId) -> Result<(), Error> {
    let guesses = tx.guesses(account).await?;
    match guesses.and_then(|guesses| guesses.barred_until) {
        Some(until) if until > tx.now() => Err(Refusal::LinksBarred { until }.into()),
        _ => Ok(()),
    }
}

/// Counts an unknown link. With the last one that is allowed, helpdesk is told how many there were.
pub(super) async fn guessed(tx: &mut Tx, account: AccountId) -> Result<(), Error> {
    let now = tx.now();
    let mut guesses = counted(tx.guesses(account).await?, account, now);
    if guesses.tries >= TRIES {
        guesses.barred_until = Some(now + BARRED);
        if guesses.told_at.is_none_or(|told| told + TOLD_AGAIN <= now) {
            guesses.told_at = Some(now);
            let tries = guesses.tries;
            for (person, _) in tx.holders(&RoleCode::new(office::HELPDESK)).await? {
                tx.tell(person, &What::Guessing { tries })?;
            }
        }
    }
    tx.note_guesses(&guesses).await
}

/// One try more; an hour after the first, or after a bar, the count begins anew.
fn counted(before: Option<Guesses>, account: AccountId, now: DateTime<Utc>) -> Guesses {
    match before {
        Some(before) if before.since + WITHIN > now && before.barred_until.is_none() => Guesses {
            tries: before.tries + 1,
            ..before
        },
        before => Guesses {
            account,
            tries: 1,
            since: now,
            barred_until: None,
            told_at: before.and_then(|before| before.told_at),
        },
    }
}
