//! When the things of a pool are reserved, day by day, as those who may read it see it.

use std::collections::{HashMap, hash_map::Entry};

use chrono::{Days, NaiveDate};

use crate::{
    Counter, Error, Refusal, Text,
    code::{PoolCode, ShelfCode},
    office::Pool,
    person::Person,
    procedure::TimeSlot,
    reservation::Reservation,
};

/// Days on one page.
pub const WEEK: u64 = 7;

/// Some days of a pool.
#[derive(Debug, Clone, PartialEq)]
pub struct Schedule {
    pub pool: PoolCode,
    pub title: Text,
    pub days: Vec<ScheduledDay>,
}

/// What is reserved on a day, in the order in which it begins.
#[derive(Debug, Clone, PartialEq)]
pub struct ScheduledDay {
    pub day: NaiveDate,
    pub entries: Vec<Scheduled>,
}

/// Something that is reserved.
#[derive(Debug, Clone, PartialEq)]
pub struct Scheduled {
    pub item: String,
    /// Without the gaps around it; none: it is reserved without a window of time.
    pub slot: Option<TimeSlot>,
    pub ticket: String,
    pub agency: Text,
}

/// The pools whose schedule a person may read, in the order of the office file.
pub fn schedules<'a>(counter: &'a Counter, person: &Person) -> Vec<&'a Pool> {
    let pools = counter.office.pools.iter();
    pools.filter(|pool| pool.is_read_by(person)).collect()
}

/// So many days of a pool, from one on.
///
/// Refused unless one of the person's roles reads it.
pub async fn schedule(
    counter: &Counter,
    person: &Person,
    pool: &PoolCode,
    first: NaiveDate,
    days: u64,
) -> Result<Schedule, Error> {
    let pool = counter.office.pool(pool).ok_or(Refusal::NoSuchButton)?;
    if !pool.is_read_by(person) {
        return Err(Refusal::MayNotSee.into());
    }
    let calendar = &counter.office.calendar;
    let day = |day: NaiveDate| calendar.moment(day, chrono::NaiveTime::MIN);
    let all: Vec<NaiveDate> = (0..days)
        .filter_map(|later| first.checked_add_days(Days::new(later)))
        .collect();
    let end = all.last().and_then(NaiveDate::succ_opt).unwrap_or(first);
    let shelf = ShelfCode::new(pool.code.as_str());
    let asked = TimeSlot {
        from: day(first),
        until: day(end),
    };
    let held = counter.db.booked_on(&shelf, asked, counter.now()).await?;
    let mut of = HashMap::new();
    for held in &held {
        if let Entry::Vacant(unknown) = of.entry(held.request) {
            let request = counter.db.request(held.request).await?;
            let request = request.ok_or(Error::Missing("request of a reservation"))?;
            unknown.insert((request.ticket, request.agency));
        }
    }
    let entry = |held: &Reservation| {
        let (ticket, agency) = of.get(&held.request)?;
        Some(Scheduled {
            item: held.thing.name().to_owned(),
            slot: held.window.map(|window| window.slot),
            ticket: ticket.clone(),
            agency: counter.office.agency_name(agency),
        })
    };
    let days = all.into_iter().map(|this| {
        let slot = TimeSlot {
            from: day(this),
            until: this.succ_opt().map_or(day(this), day),
        };
        let mut entries: Vec<Scheduled> = held
            .iter()
            .filter(|held| is_on(held, &slot))
            .filter_map(entry)
            .collect();
        entries.sort_by(|a, b| (a.slot, &a.item).cmp(&(b.slot, &b.item)));
        ScheduledDay { day: this, entries }
    });
    Ok(Schedule {
        pool: pool.code.clone(),
        title: pool.title.clone(),
        days: days.collect(),
    })
}

fn is_on(held: &Reservation, day: &TimeSlot) -> bool {
    match &held.window {
        Some(window) => window.slot.overlaps(day),
        None => held.until.is_none_or(|until| until > day.from),
    }
}
