//! Things that are reserved for a window of time: which are free then, and when they are.

use std::collections::HashMap;

use chrono::{DateTime, Days, Utc};

use super::form_page::{BookedTime, FormPage, does_not_fit};
use crate::{
    Counter, Error, Text,
    code::{AgencyCode, PoolCode, ShelfCode},
    id::RequestId,
    procedure::{
        Answer, Booking, Field, Filling, Input, Kind, TimeSlot, Window,
        accept::{Earlier, Knowledge, Unfit},
        kind::{date_time::DateTimeKind, items::ItemsKind},
    },
    reservation::Reservation,
    store::Conn,
};

/// So many days beyond the window that was asked for, other times are looked for.
const LOOKED_AHEAD: u64 = 14;
/// So many days from now on, what is taken is told.
const TOLD_AHEAD: u64 = 400;
/// How many other times are offered.
const OFFERED: usize = 3;
/// How many times that are taken are told.
const TOLD: usize = 6;

/// Finds out what of a pool is free in the window that was answered; where that is too little, at which other times
/// there is enough. While the window is not known yet, all of it can be chosen.
pub(super) async fn find_items(
    counter: &Counter,
    conn: &Conn,
    page: &mut FormPage,
    (kind, window): (&ItemsKind, &Window),
) -> Result<(), Error> {
    let Some(pool) = counter.office.pool(&kind.pool) else {
        return Ok(());
    };
    let now = counter.now();
    let booking = window.booking(|field| page.earlier().get(field));
    let asked = booking.map_or(
        TimeSlot {
            from: now,
            until: now,
        },
        |booking| booking.taken(),
    );
    let ahead = TimeSlot {
        until: later(asked.until, LOOKED_AHEAD),
        ..asked
    };
    let held = others(counter, conn, page, &kind.pool, ahead).await?;
    let is_free = |item: &str, at: Option<&Booking>| {
        !held.iter().any(|held| {
            let known = at.is_some() || held.window.is_none();
            known && held.thing.name() == item && held.is_in_the_way(at, now)
        })
    };
    let items = pool.items.iter();
    let free = items.filter(|item| is_free(item, booking.as_ref()));
    page.choices.items = free.cloned().collect();
    page.choices.window = booking.map(|booking| booking.slot);
    let Some(booking) = booking else {
        return Ok(());
    };
    let in_the_way = held
        .iter()
        .filter(|held| held.is_in_the_way(Some(&booking), now));
    let in_the_way: Vec<Reservation> = in_the_way.cloned().collect();
    page.choices.booked = told(counter, conn, page, &in_the_way).await?;
    let least = kind.at_least.max(1);
    if page.choices.items.len() >= least {
        return Ok(());
    }
    // Something becomes free exactly where another's time is over.
    let over = held
        .iter()
        .filter_map(|held| Some(held.window?.taken().until));
    let mut begins: Vec<DateTime<Utc>> = over.map(|over| over + booking.before).collect();
    begins.retain(|begins| *begins > booking.slot.from);
    begins.sort_unstable();
    begins.dedup();
    let free_times = begins.into_iter().filter_map(|begins| {
        let later = booking.later(begins - booking.slot.from);
        let free = pool.items.iter().filter(|item| is_free(item, Some(&later)));
        let fits = free.count() >= least && moved_to(counter, page, window, later.slot).is_some();
        fits.then_some(later.slot)
    });
    page.choices.free_times = free_times.take(OFFERED).collect();
    Ok(())
}

/// Finds out at which moments what was chosen is another's already.
pub(super) async fn find_closed(
    counter: &Counter,
    conn: &Conn,
    page: &mut FormPage,
    asked: &Field,
) -> Result<(), Error> {
    let now = counter.now();
    let chosen = chosen_for(page, asked);
    for (field, window, items) in chosen {
        let Kind::Items(kind) = &field.kind else {
            continue;
        };
        let ahead = TimeSlot {
            from: now,
            until: later(now, TOLD_AHEAD),
        };
        let mut held = others(counter, conn, page, &kind.pool, ahead).await?;
        held.retain(|held| items.iter().any(|item| item == held.thing.name()));
        let begins = window.begins(|field| page.earlier().get(field));
        let begins = begins.filter(|_| !window.from.contains(&asked.code));
        let agency = page.agency(counter, conn).await?;
        let of = holders(counter, conn, page, &held).await?;
        for held in &held {
            let taken = held.window.map_or(
                TimeSlot {
                    from: DateTime::UNIX_EPOCH,
                    until: held.until.unwrap_or(later(now, TOLD_AHEAD)),
                },
                |window| window.taken(),
            );
            let why = taken_by(held, agency.as_ref(), of.get(&held.request));
            let closed = window.closed(&asked.code, begins, taken);
            page.choices
                .closed
                .extend(closed.map(|closed| (closed, why)));
        }
        let booked = told(counter, conn, page, &held).await?;
        page.choices.booked.extend(booked);
    }
    Ok(())
}

/// Refused where what was chosen is another's in the window that was answered. The answer is only about now: what
/// counts is the moment in which the form is sent.
pub(super) async fn look(
    counter: &Counter,
    page: &FormPage,
    answered: &Field,
) -> Result<(), Error> {
    let conn: &Conn = &counter.db;
    for (field, window, items) in chosen_for(page, answered) {
        let Some(booking) = window.booking(|field| page.earlier().get(field)) else {
            continue;
        };
        for item in &items {
            if let Some(unfit) = is_taken(counter, conn, page, (&field, item), booking).await? {
                return Err(does_not_fit(answered, unfit));
            }
        }
    }
    Ok(())
}

/// Why an item cannot be had in a window; none where it can.
pub(super) async fn is_taken(
    counter: &Counter,
    conn: &Conn,
    page: &FormPage,
    (field, item): (&Field, &str),
    booking: Booking,
) -> Result<Option<Unfit>, Error> {
    let Kind::Items(kind) = &field.kind else {
        return Ok(None);
    };
    let held = others(counter, conn, page, &kind.pool, booking.taken()).await?;
    let held = held.into_iter().find(|held| {
        held.thing.name() == item && held.is_in_the_way(Some(&booking), counter.now())
    });
    let Some(held) = held else { return Ok(None) };
    let agency = page.agency(counter, conn).await?;
    let of = holders(counter, conn, page, std::slice::from_ref(&held)).await?;
    Ok(Some(taken_by(
        &held,
        agency.as_ref(),
        of.get(&held.request),
    )))
}

/// What was typed where things are chosen, as another beginning of their window: the form with the window moved there.
/// Nothing where it reads as no moment, where the window is not this form's to move, or where it does not fit there.
pub(super) fn moved(
    counter: &Counter,
    page: &FormPage,
    window: &Window,
    input: &Input,
) -> Option<Filling> {
    let Input::Text(typed) = input else {
        return None;
    };
    let booking = window.booking(|field| page.earlier().get(field))?;
    let knowledge = page.knowledge(counter);
    let kind = Kind::from(DateTimeKind::default());
    let Ok(Answer::Moment(begins)) = kind.typed(typed, &knowledge) else {
        return None;
    };
    let later = booking.later(begins - booking.slot.from);
    moved_to(counter, page, window, later.slot)
}

/// The form with its window at another time, where both of its moments are answered here and may lie there.
fn moved_to(counter: &Counter, page: &FormPage, window: &Window, to: TimeSlot) -> Option<Filling> {
    let mut filling = page.draft.filling.clone();
    let answered = |codes: &[_]| {
        let known = codes
            .iter()
            .find(|code| page.earlier().get(code).is_some())?;
        let field = page.form.field(known)?;
        filling.answers.has(known).then_some(field)
    };
    let (from, until) = (answered(&window.from)?, answered(&window.until)?);
    for (field, at) in [(from, to.from), (until, to.until)] {
        filling.answers.set(field.code.clone(), Answer::Moment(at));
    }
    let request = page.request.as_ref().map(|it| &it.state.answers);
    for (field, at) in [(from, to.from), (until, to.until)] {
        let knowledge = Knowledge {
            earlier: Earlier([Some(&filling.answers), Some(&filling.old), request]),
            closed: &[],
            ..page.knowledge(counter)
        };
        let limits = field.kind.day_limits()?;
        limits.hold_moment(at, &knowledge).ok()?;
        if filling.clash(&page.form, field).is_some() {
            return None;
        }
    }
    Some(filling)
}

/// The windows to which an answer belongs and for which something is chosen.
fn chosen_for(page: &FormPage, answered: &Field) -> Vec<(Field, Window, Vec<String>)> {
    let steps = page.procedure.steps.iter();
    let fields = steps.flat_map(|step| step.fields.iter());
    let windows = fields.filter_map(|field| {
        let window = field.window()?;
        let bounds = window.from.iter().chain(&window.until);
        let belongs =
            field.code == answered.code || bounds.into_iter().any(|it| *it == answered.code);
        match page.earlier().get(&field.code) {
            Some(Answer::Items(items)) if belongs => {
                Some((field.clone(), window.clone(), items.clone()))
            }
            _ => None,
        }
    });
    windows.collect()
}

/// What others than this request have of a pool in a stretch of time.
async fn others(
    counter: &Counter,
    conn: &Conn,
    page: &FormPage,
    pool: &PoolCode,
    slot: TimeSlot,
) -> Result<Vec<Reservation>, Error> {
    let shelf = ShelfCode::new(pool.as_str());
    let mut held = conn.booked_on(&shelf, slot, counter.now()).await?;
    let mine = page.request.as_ref().map(|request| request.id);
    held.retain(|held| Some(held.request) != mine);
    Ok(held)
}

fn taken_by(held: &Reservation, agency: Option<&AgencyCode>, of: Option<&(String, Text)>) -> Unfit {
    let nobodys = AgencyCode::new("");
    Unfit::NameTaken {
        name: held.thing.name().to_owned(),
        by: held.taken(agency.unwrap_or(&nobodys)),
        free: Vec::new(),
        what: None,
        of: of.cloned().map(Box::new),
    }
}

/// The first of what is taken, as whoever fills the form is told.
async fn told(
    counter: &Counter,
    conn: &Conn,
    page: &FormPage,
    held: &[Reservation],
) -> Result<Vec<BookedTime>, Error> {
    let held = &held[..held.len().min(TOLD)];
    let of = holders(counter, conn, page, held).await?;
    let told = held.iter().map(|held| BookedTime {
        item: held.thing.name().to_owned(),
        slot: held.window.map(|window| window.taken()),
        of: of.get(&held.request).cloned(),
    });
    Ok(told.collect())
}

/// Who has things, as officials are told; an agency learns nothing of another one's requests.
async fn holders(
    counter: &Counter,
    conn: &Conn,
    page: &FormPage,
    held: &[Reservation],
) -> Result<HashMap<RequestId, (String, Text)>, Error> {
    let mut of = HashMap::new();
    let is_applicants = page
        .step()
        .is_none_or(|step| page.procedure.is_applicants(step));
    if is_applicants {
        return Ok(of);
    }
    for held in held.iter().take(TOLD) {
        if of.contains_key(&held.request) {
            continue;
        }
        let request = conn.request(held.request).await?;
        let request = request.ok_or(Error::Missing("request of a reservation"))?;
        let agency = counter.office.agency_name(&request.agency);
        of.insert(held.request, (request.ticket, agency));
    }
    Ok(of)
}

fn later(at: DateTime<Utc>, days: u64) -> DateTime<Utc> {
    at.checked_add_days(Days::new(days)).unwrap_or(at)
}
