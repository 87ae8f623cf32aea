//! Deputies: named, begun, ended.

use chrono::{DateTime, Days, NaiveTime, Utc};

use super::NewMandate;
use crate::{
    Counter, Error, Refusal,
    command::{
        clock::expirations::plan_end_of_mandate, deal_cards::redeal_for, end_drafts::end_drafts,
        rest::do_rest, trust::may_end,
    },
    deed::Deed,
    id::{MandateId, PersonId},
    mandate::Mandate,
    notice::What,
    person::Person,
    query,
    store::Tx,
    unharmed::attempt,
};

/// Names a deputy. Where it begins today, the open cards move at once.
pub(super) async fn name(
    counter: &Counter,
    tx: &mut Tx,
    by: &Person,
    new: &NewMandate,
) -> Result<(), Error> {
    let mandate = mandate(counter, tx, new).await?;
    check(tx, &mandate, counter.now()).await?;
    let id = tx.add_mandate(&mandate, by.id).await?;
    let mandate = Mandate { id, ..mandate };
    plan_end_of_mandate(counter, tx, &mandate).await?;
    let deed = Deed::DeputyNamed {
        mandate: id,
        role: mandate.role.clone(),
        deputy: mandate.deputy,
        mandate_kind: mandate.kind,
        letter: mandate.letter.clone(),
    };
    tx.note(by.id, mandate.principal, &deed).await?;
    if mandate.covers(counter.now()) {
        begin(counter, tx, by.id, &mandate).await?;
    } else {
        tell_both(tx, &mandate)?;
    }
    Ok(())
}

/// What is to be written, from days in the office to moments.
async fn mandate(counter: &Counter, tx: &mut Tx, new: &NewMandate) -> Result<Mandate, Error> {
    let today = counter.today();
    let from = if new.from <= today {
        counter.now()
    } else {
        counter.morning(new.from)
    };
    let until = new
        .until
        .and_then(|last| last.checked_add_days(Days::new(1)));
    let deputy = match new.deputy {
        Some(deputy) => deputy,
        None => tx.office_clock().await?,
    };
    Ok(Mandate {
        id: MandateId(0),
        kind: new.kind,
        role: new.role.clone(),
        principal: new.principal,
        deputy,
        from,
        until: until.map(|day| counter.morning(day)),
        letter: new.letter.trim().to_owned(),
        ended: false,
    })
}

async fn check(tx: &Tx, new: &Mandate, now: DateTime<Utc>) -> Result<(), Error> {
    if new.until.is_some_and(|until| until <= new.from) {
        return Err(Refusal::EndsBeforeItBegins.into());
    }
    let running = tx.mandates_of_role(&new.role).await?;
    let overlaps = |other: &Mandate| {
        let before = |end: Option<DateTime<Utc>>, begin| end.is_some_and(|end| end <= begin);
        !before(new.until, other.from) && !before(other.until, new.from)
    };
    if let Some(other) = running
        .iter()
        .find(|it| it.principal == new.principal && it.replaces() == new.replaces() && overlaps(it))
    {
        return Err(Refusal::DeputyThere {
            role: new.role.clone(),
            until: other.until,
        }
        .into());
    }
    match new.principal {
        Some(principal) => {
            let holder = tx.person(principal).await?.ok_or(Refusal::NoSuchPerson)?;
            if !holder.holds(&new.role) {
                return Err(Refusal::NotYours {
                    role: new.role.clone(),
                }
                .into());
            }
        }
        None if !tx.holders(&new.role).await?.is_empty() => {
            return Err(Refusal::NotVacant {
                role: new.role.clone(),
            }
            .into());
        }
        None => {}
    }
    if !new.replaces() {
        return Ok(());
    }
    // Whoever leaves in the same instant is waited for, or waits.
    let deputy = tx.concerned(new.deputy).await?;
    let deputy = deputy.ok_or(Refusal::NoSuchPerson)?;
    if deputy.account.is_none() || !deputy.is_staff() {
        return Err(Refusal::NoSuchPerson.into());
    }
    // A deputy who is away would need a deputy: there are no chains.
    let away = deputy
        .absences
        .iter()
        .any(|it| it.replaces() && overlaps(it));
    if Some(deputy.id) == new.principal || away || deputy.deputy(&new.role, now).is_some() {
        return Err(Refusal::NoChains.into());
    }
    Ok(())
}

async fn begin(
    counter: &Counter,
    tx: &mut Tx,
    by: PersonId,
    mandate: &Mandate,
) -> Result<(), Error> {
    if !tx.begin_mandate(mandate.id).await? {
        return Ok(());
    }
    let deed = Deed::DeputyBegan {
        mandate: mandate.id,
        role: mandate.role.clone(),
        deputy: mandate.deputy,
    };
    tx.note(by, mandate.principal, &deed).await?;
    tell_both(tx, mandate)?;
    moved(counter, tx, mandate).await
}

/// Ends a mandate that is not over yet; ending it twice changes nothing.
pub(super) async fn end(
    counter: &Counter,
    tx: &mut Tx,
    by: PersonId,
    id: MandateId,
) -> Result<(), Error> {
    let mandate = tx.mandate(id).await?.ok_or(Refusal::NoSuchButton)?;
    if !tx.end_mandate(id).await? {
        return Ok(());
    }
    let deed = Deed::DeputyEnded {
        mandate: id,
        role: mandate.role.clone(),
        deputy: mandate.deputy,
    };
    tx.note(by, mandate.principal, &deed).await?;
    tell_both(tx, &mandate)?;
    moved(counter, tx, &mandate).await
}

/// The holder and the deputy are told that something is different from now on.
fn tell_both(tx: &mut Tx, mandate: &Mandate) -> Result<(), Error> {
    let what = What::Deputy {
        mandate: mandate.id,
    };
    for person in [mandate.principal, Some(mandate.deputy)]
        .into_iter()
        .flatten()
    {
        tx.tell(person, &what)?;
    }
    Ok(())
}

/// Cards go to whoever can decide now, and applicants see at whose desk their request is. What was begun to be decided by
/// whoever cannot any more is ended.
async fn moved(counter: &Counter, tx: &mut Tx, mandate: &Mandate) -> Result<(), Error> {
    redeal_for(counter, tx, &mandate.role, mandate.id).await?;
    for person in [mandate.principal, Some(mandate.deputy)]
        .into_iter()
        .flatten()
    {
        end_drafts(counter, tx, person).await?;
    }
    Ok(())
}

/// In the afternoon of a working day each holder who lets steps pass is sent the list of that day.
const LISTED_AT: NaiveTime = match NaiveTime::from_hms_opt(15, 30, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// Tells each holder what passed in their name today, once. Says when to look again.
pub async fn tell_passed(counter: &Counter) -> Result<Option<DateTime<Utc>>, Error> {
    let mut standing = counter.db.mandates_running().await?;
    standing.retain(|mandate| !mandate.replaces() && mandate.covers(counter.now()));
    if standing.is_empty() {
        return Ok(None);
    }
    let today = counter.today();
    let listed_at = counter.morning(today) + (LISTED_AT - NaiveTime::MIN);
    if counter.now() < listed_at {
        return Ok(Some(listed_at));
    }
    for holder in standing.iter().filter_map(|mandate| mandate.principal) {
        let what = What::Passed { day: today };
        if counter.db.is_told(holder, &what).await? {
            continue;
        }
        if !query::people::passed(counter, holder, today)
            .await?
            .is_empty()
        {
            let mut tx = counter.db.begin().await?;
            tx.tell(holder, &what)?;
            tx.commit().await?;
        }
    }
    Ok(Some(listed_at + chrono::TimeDelta::days(1)))
}

async fn change_by_itself(
    counter: &Counter,
    mandate: &Mandate,
    is_over: bool,
) -> Result<(), Error> {
    let mut tx = counter.db.begin().await?;
    let clock = tx.office_clock().await?;
    if is_over {
        end(counter, &mut tx, clock, mandate.id).await?;
    } else {
        begin(counter, &mut tx, clock, mandate).await?;
    }
    tx.commit().await?;
    do_rest(counter).await;
    Ok(())
}

/// Does what is due: mandates begin and end by themselves. Says when to look again.
pub async fn keep_mandates(counter: &Counter) -> Result<Option<DateTime<Utc>>, Error> {
    if !may_end(counter).await? {
        return Ok(None);
    }
    let (begun, over) = counter.db.mandates_due(counter.now()).await?;
    let over = over.into_iter().map(|mandate| (mandate, true));
    let begun = begun.into_iter().map(|mandate| (mandate, false));
    for (mandate, is_over) in over.chain(begun) {
        // One that cannot be changed stops no other.
        if let Err(error) = attempt(change_by_itself(counter, &mandate, is_over)).await {
            tracing::error!(mandate.id = %mandate.id, %error, "a mandate could not be changed");
        }
    }
    counter.db.next_change_of_mandates(counter.now()).await
}
