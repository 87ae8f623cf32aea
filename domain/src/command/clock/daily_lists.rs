//! The daily list: what waits for a person, and what waits too long beneath them.

use chrono::NaiveDate;

use crate::{
    Counter, Error,
    id::PersonId,
    notice::What,
    query::{own_tasks, waiting},
    store::Tx,
    wake::Wake,
};

/// The next daily lists are planned, whatever has happened.
pub(super) async fn keep_planned(counter: &Counter) -> Result<(), Error> {
    let calendar = &counter.office.calendar;
    let at = calendar.next_at(counter.now(), counter.office.reminders.list_at);
    let wake = Wake::Lists {
        day: calendar.day_of(at),
    };
    if !counter.db.is_known(&wake).await? {
        let tx = counter.db.begin().await?;
        tx.plan(&wake, at).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Everyone's list of a day is looked at one by one, so that each is told once. The list of a day that
/// is over is not told any more. After them people are asked how content they are.
pub(super) async fn begin(counter: &Counter, tx: &mut Tx, day: NaiveDate) -> Result<(), Error> {
    let now = counter.now();
    let today = counter.office.calendar.day_of(now);
    if day != today {
        return Ok(());
    }
    for person in tx.everyone_at_work().await? {
        let gap = false;
        tx.plan(&Wake::List { person, day, gap }, now).await?;
    }
    tx.plan(&Wake::Surveys { day }, now).await
}

pub(super) async fn tell(
    counter: &Counter,
    tx: &mut Tx,
    person: PersonId,
    day: NaiveDate,
    gap: bool,
) -> Result<(), Error> {
    let Some(person) = tx.person(person).await? else {
        return Ok(());
    };
    let (now, office) = (counter.now(), &counter.office);
    let own = own_tasks::own_tasks(tx, &person, now, None).await?;
    let is_late = own.iter().any(|task| waiting::is_listed(office, task, now));
    let beneath = waiting::beneath(tx, office, &person, now).await?;
    let pieces = tx.take_gathered(person.id).await?;
    if !pieces.is_empty() {
        tx.tell(person.id, &What::Gathered { day, pieces })?;
    }
    if is_late || !beneath.is_empty() || (gap && !own.is_empty()) {
        tx.tell(person.id, &What::Waiting { day })?;
    }
    Ok(())
}
