//! Decisions that are sent when the time in which they could be taken back is over: as the person who tapped, by the one
//! path that decides.

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    decide::{open_task, record, tried},
    decide_in_a_row::write_row,
    form_page::FormPage,
    hold::{HeldDecision, standing, tell_not_recorded},
    left_undone,
};
use crate::{
    Counter, Error, Refusal, draft::OnHold, id::DraftId, notice::Undone, person::Person,
    store::Hope, unharmed::attempt_again,
};

/// After what time one is tried again that could not be recorded.
const TRIED_AGAIN_AFTER: TimeDelta = TimeDelta::minutes(5);

/// Keeps a decision whose form is complete and was not looked over, to be recorded when its time has come. None where
/// the office records at once.
///
/// Refused as it would be refused now.
pub async fn hold_form(
    counter: &Counter,
    person: &Person,
    page: &FormPage,
) -> Result<Option<HeldDecision>, Error> {
    let (Some(time), Some((task, outcome))) = (
        counter.office.reminders.hold_time(),
        page.draft.purpose.decides(),
    ) else {
        return Ok(None);
    };
    let answers = page
        .draft
        .filling
        .finish(&page.form)
        .map_err(|field| Refusal::Incomplete { field })?;
    let tx = counter.db.begin().await?;
    let person = &tx.actor(person).await?;
    let (open, procedure) = open_task(counter, &tx, person, task).await?;
    let held = tx.held_of(task, person.id).await?;
    if let Some(draft) = standing(held, (outcome, 1))? {
        let request = open.request;
        return Ok(Some(HeldDecision { draft, request }));
    }
    let (mut tx, open) = tried(counter, tx, open, &procedure, person, (outcome, answers)).await?;
    let mut draft = page.draft.clone();
    let until = tx.now() + time;
    tx.hold_draft(&mut draft, OnHold { until, steps: 1 })
        .await?;
    tx.redraw_task(task, Some(person.id)).await?;
    tx.commit().await?;
    let request = open.request;
    Ok(Some(HeldDecision { draft, request }))
}

/// Records all decisions whose time has come, in its order. Says when the next one is due.
///
/// What cannot be recorded now is tried again later; everything else goes on.
pub(super) async fn send_due(counter: &Counter) -> Result<Option<DateTime<Utc>>, Error> {
    let counter = &counter.beside();
    while let Some((draft, until)) = counter.db.next_held().await? {
        if until > counter.now() {
            return Ok(Some(until));
        }
        if let Err(error) = send_one(counter, draft).await {
            tracing::error!(draft.id = %draft, %error, "a decision could not be recorded yet");
            let mut tx = counter.db.begin().await?;
            tx.hold_until(draft, counter.now() + TRIED_AGAIN_AFTER)
                .await?;
            if error.hope() == Hope::None {
                left_undone::tell(counter, &mut tx, Undone::Timer).await?;
            }
            tx.commit().await?;
        }
    }
    Ok(None)
}

async fn send_one(counter: &Counter, draft: DraftId) -> Result<(), Error> {
    match attempt_again(|| record_held(counter, draft)).await {
        Err(Error::Refused(refusal)) => {
            tracing::info!(draft.id = %draft, %refusal, "a decision is not recorded");
            attempt_again(|| let_go(counter, draft)).await
        }
        done => done,
    }
}

async fn record_held(counter: &Counter, id: DraftId) -> Result<(), Error> {
    let mut tx = counter.db.begin().await?;
    let Some(draft) = tx.draft_by_id(id).await? else {
        return Ok(());
    };
    let (Some(held), Some((task, outcome))) = (draft.held, draft.purpose.decides()) else {
        return Ok(());
    };
    let person = &tx.present(draft.person).await?;
    let (open, procedure) = open_task(counter, &tx, person, task).await?;
    if !tx.claim_held(id).await? {
        // It was taken back meanwhile, or another process has sent it.
        return Ok(());
    }
    tx.is_an_act();
    if held.steps > 1 {
        Box::pin(write_row(
            counter,
            &mut tx,
            open,
            &procedure,
            (person, held.steps),
        ))
        .await?;
        return tx.commit().await;
    }
    let not_offered = || Refusal::NotOffered;
    let step = procedure.step(&open.task.step).ok_or_else(not_offered)?;
    let chosen = step.outcome(outcome).ok_or_else(not_offered)?;
    let form = open.request.form(&procedure, step, chosen);
    let answers = draft
        .filling
        .finish(&form.filled_in(&counter.office))
        .map_err(|field| Refusal::Incomplete { field })?;
    let record = record(tx, open, &procedure, person, outcome, answers, counter);
    Box::pin(record).await.map(|_| ())
}

/// One that is refused when its time has come ends.
async fn let_go(counter: &Counter, id: DraftId) -> Result<(), Error> {
    let mut tx = counter.db.begin().await?;
    let Some(draft) = tx.draft_by_id(id).await? else {
        return Ok(());
    };
    if !tx.claim_held(id).await? {
        return Ok(());
    }
    tx.is_an_act();
    tell_not_recorded(&mut tx, &draft).await?;
    tx.commit().await
}
