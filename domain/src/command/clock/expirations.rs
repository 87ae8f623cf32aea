//! Terms that end: deputies, start links, half-filled forms. People are told before.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::{
    Counter, Error,
    calendar::Calendar,
    clock::{days_earlier, later},
    id::{DraftId, MandateId},
    mandate::Mandate,
    notice::What,
    store::{Invitation, Tx},
    wake::Wake,
};

/// So long before a half-filled form is thrown away, its writer is told.
const DRAFT_TOLD_BEFORE: TimeDelta = TimeDelta::days(7);
/// How many forms are looked at in one go.
const AT_ONCE: u64 = 200;

/// It is planned when people are told that the term of a deputy ends: on the working day before its last
/// day. A term that is shorter was just named.
pub(crate) async fn plan_end_of_mandate(
    counter: &Counter,
    tx: &Tx,
    mandate: &Mandate,
) -> Result<(), Error> {
    let Some(until) = mandate.until.filter(|_| mandate.replaces()) else {
        return Ok(());
    };
    // The first moment at which it is over is a midnight.
    let last_day = until - TimeDelta::minutes(1);
    let at = working_day_before(counter, last_day);
    if at > counter.now() {
        let wake = Wake::DeputyEnds {
            mandate: mandate.id,
        };
        tx.plan(&wake, at).await?;
    }
    Ok(())
}

/// It is planned when whoever gave out a start link is told that it runs out.
pub(crate) async fn plan_end_of_link(
    counter: &Counter,
    tx: &Tx,
    hash: &str,
    link: &Invitation,
) -> Result<(), Error> {
    if link.by.is_none() {
        return Ok(());
    }
    let before = working_day_before(counter, link.expires_at);
    for (over, at) in [(false, before), (true, link.expires_at)] {
        let link = hash.to_owned();
        tx.plan(&Wake::LinkEnds { link, over }, at).await?;
    }
    Ok(())
}

/// At the time of the daily list, on the last working day before that of a moment.
fn working_day_before(counter: &Counter, at: DateTime<Utc>) -> DateTime<Utc> {
    let calendar: &Calendar = &counter.office.calendar;
    let time = counter.office.reminders.list_at;
    let day = calendar.day_of(at);
    let mut before = std::iter::successors(day.pred_opt(), NaiveDate::pred_opt).take(60);
    let found = before.find(|day| calendar.is_working_day(*day));
    calendar.moment(found.unwrap_or(day), time)
}

/// The holder and the deputy are told that the term ends.
pub(super) async fn deputy_ends(
    counter: &Counter,
    tx: &mut Tx,
    mandate: MandateId,
) -> Result<(), Error> {
    let found = tx.mandate(mandate).await?;
    let now = counter.now();
    let Some(found) = found.filter(|it| !it.ended && it.until.is_some_and(|until| until > now))
    else {
        return Ok(());
    };
    for person in [found.principal, Some(found.deputy)].into_iter().flatten() {
        tx.tell(person, &What::DeputyEnds { mandate })?;
    }
    Ok(())
}

/// Whoever gave out a start link is told that nobody has used it, before and after it runs out.
pub(super) async fn link_ends(
    counter: &Counter,
    tx: &mut Tx,
    link: String,
    over: bool,
) -> Result<(), Error> {
    let Some(found) = tx.invitation(&link).await? else {
        return Ok(());
    };
    // After a gap it is said once that it has run out.
    let is_late = !over && found.expires_at <= counter.now();
    if let Some(by) = found
        .by
        .filter(|_| found.used_at.is_none() && !found.ended && !is_late)
    {
        tx.tell(by, &What::LinkEnds { link, over })?;
    }
    Ok(())
}

/// Half-filled forms that will be thrown away within a week: their writers are to be told, once for each
/// time they were left lying.
pub(crate) async fn plan_ends_of_drafts(counter: &Counter) -> Result<(), Error> {
    let thrown_away = days_earlier(counter.now(), counter.office.keeps.drafts_days);
    let before = later(thrown_away, DRAFT_TOLD_BEFORE);
    let mut last = DraftId(0);
    loop {
        let found = counter.db.abandoned_drafts(before, last, AT_ONCE).await?;
        let Some((end, _)) = found.last() else {
            return Ok(());
        };
        last = *end;
        let tx = counter.db.begin().await?;
        for (draft, since) in found {
            let wake = Wake::DraftEnds { draft, since };
            tx.plan(&wake, counter.now()).await?;
        }
        tx.commit().await?;
    }
}

/// Whoever began to fill in a form is told that it will be thrown away, unless they have taken it up again.
pub(super) async fn draft_ends(
    tx: &mut Tx,
    id: DraftId,
    since: DateTime<Utc>,
) -> Result<(), Error> {
    let Some(draft) = tx.draft_by_id(id).await? else {
        return Ok(());
    };
    // What was begun for a decision is begun again from the card.
    if draft.changed_at == since && draft.purpose.decides().is_none() {
        tx.tell(draft.person, &What::DraftEnds { draft: id })?;
    }
    Ok(())
}
