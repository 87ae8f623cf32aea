//! The calendar is the administrator's: days off, hours, and lists of days from files. Every change is
//! kept with who made it and counted, so that due times can say from which calendar they come.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::clock;
use crate::{
    Counter, Error, Refusal,
    calendar::{
        Calendar, CalendarAct,
        import::{Imported, MOST_DAYS},
    },
    notice::What,
    office::ADMINISTRATOR,
    person::Person,
    query::groups::only_administrators,
    store::Tx,
};

/// Changes the calendar, and says whether anything had to be changed. Without a person it is done from
/// the command line, by whoever may open the database.
///
/// Refused for anyone but administrators, and where it makes no sense: a day that is no day off, a
/// second one of the same day, hours that end before they begin.
pub async fn carry_out(
    counter: &Counter,
    by: Option<&Person>,
    act: &CalendarAct,
) -> Result<bool, Error> {
    let tx = counter.db.begin().await?;
    change(counter, tx, by, act).await
}

/// The same in a transaction in which something else has been written.
async fn change(
    counter: &Counter,
    tx: Tx,
    by: Option<&Person>,
    act: &CalendarAct,
) -> Result<bool, Error> {
    if let Some(by) = by {
        only_administrators(&tx.actor(by).await?)?;
    }
    let overlay = tx.lock_calendar().await?;
    let calendar = counter.written_calendar().changed(&overlay);
    let entries = calendar.plan(&overlay, act)?;
    if entries.is_empty() {
        tx.commit().await?;
        return Ok(false);
    }
    let by = by.map(|by| by.id);
    tx.change_calendar(by, &overlay, &entries).await?;
    tx.commit().await?;
    counter.look_again(&counter.db).await?;
    clock::calendar_changed(counter).await?;
    Ok(true)
}

/// Keeps what was read from a file until it is saved or dropped, and says how it is named. Nothing is
/// changed by it.
pub async fn keep_import(
    counter: &Counter,
    by: &Person,
    imported: &Imported,
) -> Result<String, Error> {
    let tx = counter.db.begin().await?;
    let by = &tx.actor(by).await?;
    only_administrators(by)?;
    let imported = imported.clone().held_against(&counter.office.calendar);
    let token = tx.keep_calendar_import(by.id, &imported).await?;
    tx.commit().await?;
    Ok(token)
}

/// Leaves a day of a file that was shown before out of what will be saved, or takes it up again.
pub async fn turn_import_day(
    counter: &Counter,
    by: &Person,
    token: &str,
    day: NaiveDate,
) -> Result<(), Error> {
    let tx = counter.db.begin().await?;
    let by = &tx.actor(by).await?;
    only_administrators(by)?;
    let imported = tx.calendar_import(by.id, token).await?;
    let mut imported = imported.ok_or(Refusal::ImportGone)?;
    if !imported.turn(day) {
        return Err(Refusal::NoSuchDayOff { day }.into());
    }
    tx.change_calendar_import(by.id, &imported).await?;
    tx.commit().await
}

/// Saves the days of a file that was shown before. Whoever taps twice changes nothing more.
pub async fn save_import(counter: &Counter, by: &Person, token: &str) -> Result<usize, Error> {
    let tx = counter.db.begin().await?;
    let by = &tx.actor(by).await?;
    let imported = tx.calendar_import(by.id, token).await?;
    let mut days = imported.ok_or(Refusal::ImportGone)?.taken();
    days.truncate(MOST_DAYS);
    tx.drop_calendar_import(by.id).await?;
    let before = counter.office.calendar.compare(&days);
    change(counter, tx, Some(by), &CalendarAct::Import(days)).await?;
    Ok(before.new.len() + before.changed.len() + before.different.len())
}

/// Drops a file that was shown before.
pub async fn drop_import(counter: &Counter, by: &Person, token: &str) -> Result<(), Error> {
    let tx = counter.db.begin().await?;
    let by = &tx.actor(by).await?;
    let waits = tx.calendar_import(by.id, token).await?;
    waits.ok_or(Refusal::ImportGone)?;
    tx.drop_calendar_import(by.id).await?;
    tx.commit().await
}

/// Reminds the administrators in October that the next year has no days off that anybody has entered or
/// confirmed: each of them once for a year. Says when it is to be looked again, where that is known.
pub async fn year_reminder(counter: &Counter) -> Result<Option<DateTime<Utc>>, Error> {
    let counter = counter.fresh();
    let office = &counter.office;
    let now = counter.now();
    let year = match reminder(&office.calendar, office.reminders.list_at, now) {
        Reminder::Later(at) => return Ok(Some(at)),
        Reminder::None => return Ok(None),
        Reminder::Now(year) => year,
    };
    let mut tx = counter.db.begin().await?;
    for (administrator, _) in tx.holders(&ADMINISTRATOR.into()).await? {
        if tx.note_calendar_reminder(year, administrator).await? {
            let what = What::CalendarEmpty { year };
            tx.tell(administrator, &what)?;
        }
    }
    tx.commit().await?;
    Ok(None)
}

/// Whether administrators are to be reminded of the next year.
#[derive(Debug, PartialEq, Eq)]
enum Reminder {
    Now(i32),
    Later(DateTime<Utc>),
    None,
}

/// From the first working day of October until its end, at times at which people may be written to.
fn reminder(calendar: &Calendar, time: NaiveTime, now: DateTime<Utc>) -> Reminder {
    let year = calendar.day_of(now).year();
    let month = |month| NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default();
    let midnight = |day| calendar.moment(day, NaiveTime::MIN);
    let begins = calendar.next_at(midnight(month(10)) - TimeDelta::seconds(1), time);
    let polite = calendar.next_polite(now);
    if now >= midnight(month(11)) || calendar.days_of(year + 1).any(|off| !off.expected) {
        Reminder::None
    } else if now < begins {
        Reminder::Later(begins)
    } else if polite > now {
        Reminder::Later(polite)
    } else {
        Reminder::Now(year + 1)
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDateTime, Utc};

    use super::{Reminder, reminder};
    use crate::{
        calendar::{Calendar, DayOff},
        office::Office,
    };

    fn at(calendar: &Calendar, text: &str) -> DateTime<Utc> {
        let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H.%M").unwrap();
        calendar.moment(local.date(), local.time())
    }

    #[test]
    fn administrators_are_reminded_in_october() {
        let office = Office::built_in().unwrap();
        let calendar = &office.calendar;
        let time = office.reminders.list_at;
        let check = |now: &str, expected: Reminder| {
            assert_eq!(
                reminder(calendar, time, at(calendar, now)),
                expected,
                "{now}"
            );
        };
        let later = |text: &str| Reminder::Later(at(calendar, text));
        check("2026-10-01 08.30", Reminder::None);
        check("2027-03-02 09.00", later("2027-10-01 08.30"));
        check("2027-10-01 08.00", later("2027-10-01 08.30"));
        check("2027-10-01 08.30", Reminder::Now(2028));
        check("2027-10-08 20.00", later("2027-10-11 07.00"));
        check("2027-10-29 16.59", Reminder::Now(2028));
        check("2027-11-02 09.00", Reminder::None);
    }

    #[test]
    fn a_year_that_somebody_has_confirmed_needs_no_reminder() {
        let mut calendar = Office::built_in().unwrap().calendar;
        let now = at(&calendar, "2026-10-01 09.00");
        let time = now.with_timezone(&calendar.zone).time();
        assert_eq!(reminder(&calendar, time, now), Reminder::None);
        let guessed = |off: &mut DayOff| off.expected = true;
        calendar.days_off.values_mut().for_each(guessed);
        assert_eq!(reminder(&calendar, time, now), Reminder::Now(2027));
        calendar.days_off.clear();
        assert_eq!(reminder(&calendar, time, now), Reminder::Now(2027));
    }
}
