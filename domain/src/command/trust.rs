//! Whether the date can be trusted. A machine whose clock jumped ahead would throw away what is not old, and end what
//! has not run out; nobody could bring it back. So what cannot be undone waits until an administrator has said
//! that the date is right. A bot that was switched off for so long asks as well.
//!
//! A clock that was set back ends nothing early, and is not asked about.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::{
    Counter, Error, Refusal, code::ADMINISTRATOR, notice::What, person::Person,
    query::groups::only_administrators,
};

/// The date is asked about where the office has noted no moment for so long.
const LONGEST_GAP: TimeDelta = TimeDelta::days(40);

/// Whether something may be ended or thrown away because its time is over: this is the one place that says so.
/// Where it may not, administrators are asked, once.
pub async fn may_end(counter: &Counter) -> Result<bool, Error> {
    let now = counter.now();
    if counter.is_just_noted(now) {
        return Ok(true);
    }
    let noted = counter.db.noted_moment().await?;
    match noted {
        Some(noted) if now - noted > LONGEST_GAP => ask(counter, noted).await.map(|()| false),
        // It was noted by a clock that was ahead. From now on it is measured from here again.
        Some(noted) if noted - now > LONGEST_GAP => note(counter, now).await.map(|()| true),
        Some(noted) if now < noted => Ok(true),
        _ => note(counter, now).await.map(|()| true),
    }
}

/// The date is right: what is over is ended and thrown away from now on. `day` is the one that was asked about.
///
/// Refused for anyone but administrators, and where it is not asked any more.
pub async fn date_is_right(counter: &Counter, by: &Person, day: NaiveDate) -> Result<(), Error> {
    let tx = counter.db.begin().await?;
    let by = &tx.actor(by).await?;
    only_administrators(by)?;
    let asked = tx.date_asked_about().await?;
    asked_about(counter, asked, day)?;
    // The clock has jumped on since it was asked about: that is another date, and another question.
    if asked.is_some_and(|asked| tx.now() - asked > LONGEST_GAP) {
        tx.forget_date_asked_about().await?;
        tx.commit().await?;
        return Err(Refusal::QuestionPassed.into());
    }
    tx.note_moment().await?;
    tx.commit().await?;
    counter.note_moment(counter.now());
    tracing::info!(person.id = %by.id, %day, "the date is right");
    Ok(())
}

/// Whether a day is still asked about. Changes nothing: what waits goes on waiting.
///
/// Refused for anyone but administrators, and where it is not asked any more.
pub async fn date_is_wrong(counter: &Counter, by: &Person, day: NaiveDate) -> Result<(), Error> {
    only_administrators(by)?;
    asked_about(counter, counter.db.date_asked_about().await?, day)?;
    Ok(())
}

fn asked_about(
    counter: &Counter,
    asked: Option<DateTime<Utc>>,
    day: NaiveDate,
) -> Result<(), Refusal> {
    let asked = asked.map(|at| counter.office.calendar.day_of(at));
    if asked == Some(day) {
        Ok(())
    } else {
        Err(Refusal::QuestionPassed)
    }
}

async fn note(counter: &Counter, now: DateTime<Utc>) -> Result<(), Error> {
    let tx = counter.db.begin().await?;
    tx.note_moment().await?;
    tx.commit().await?;
    counter.note_moment(now);
    Ok(())
}

/// Asks the administrators, where nobody has been asked about this jump.
async fn ask(counter: &Counter, since: DateTime<Utc>) -> Result<(), Error> {
    if counter.db.date_asked_about().await?.is_some() {
        return Ok(());
    }
    let mut tx = counter.db.begin().await?;
    let administrators = tx.holders(&ADMINISTRATOR.into()).await?;
    if administrators.is_empty() || tx.date_asked_about().await?.is_some() {
        return Ok(());
    }
    tx.note_date_asked_about().await?;
    let day = counter.office.calendar.day_of(counter.now());
    for (administrator, _) in administrators {
        tx.tell(administrator, &What::DateAsked { day, since })?;
    }
    tx.commit().await?;
    tracing::warn!(%since, "the date may be wrong; nothing is ended or thrown away until an administrator says that it is right");
    Ok(())
}
