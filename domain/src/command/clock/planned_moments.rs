//! Steps that go on by themselves, planned moments that pass, and what is still open in the evening.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use crate::{
    Counter, Error, Refusal,
    calendar::Calendar,
    code::RoleCode,
    command::{deal_cards::holders, record_change},
    notice::What,
    office::HELPDESK,
    procedure::Step,
    request::schedule::{alarms, waits},
    store::{Lines, OpenTask, Tx},
    wake::Wake,
};

/// When the day ends where the office does not work.
const EVENING: NaiveTime = match NaiveTime::from_hms_opt(17, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// Says to the applicant and to whoever can act that a task will go on by itself, and plans that it does.
/// Nothing goes on by itself that was not announced, however long nobody was there.
pub(super) async fn announce(counter: &Counter, tx: &mut Tx, open: &OpenTask) -> Result<(), Error> {
    let id = open.task.id;
    let procedure = counter.procedure_of(&open.request).await?;
    let step = procedure.step(&open.task.step);
    let Some(waits) = step.and_then(|step| waits(step, &open.request)) else {
        return Ok(());
    };
    let plain = waits.is_plain();
    let calendar = &counter.office.calendar;
    let from = open.task.waits_from(&waits);
    let at = waits.ends_at(calendar, from, counter.now());
    tx.plan(&Wake::Alone { task: id, plain }, at).await?;
    let mut people = holders(tx, id).await?;
    if !people.contains(&open.request.applicant) {
        people.push(open.request.applicant);
    }
    for person in people {
        tx.tell(person, &What::Announced { task: id })?;
    }
    Ok(())
}

/// Nobody has acted: the task is decided by the office's own clock, as the procedure says.
pub(super) async fn go_on(counter: &Counter, tx: &mut Tx, open: OpenTask) -> Result<(), Error> {
    let procedure = counter.procedure_of(&open.request).await?;
    let clock = tx.office_clock().await?;
    let clock = tx.person(clock).await?.ok_or(Refusal::NoSuchPerson)?;
    let with = (&*procedure, &*counter.office);
    let decided = open
        .task
        .decide_alone(open.request, with, &clock, counter.now());
    // Where it is not offered now, somebody has to decide after all.
    let Ok(change) = decided else { return Ok(()) };
    Box::pin(record_change::write(counter, tx, &procedure, change)).await?;
    Ok(())
}

/// A planned moment has passed, or comes: those are told whom the procedure names, once for each planned moment.
pub(super) async fn ring(
    counter: &Counter,
    tx: &mut Tx,
    open: &OpenTask,
    nth: usize,
    planned: DateTime<Utc>,
) -> Result<(), Error> {
    let procedure = counter.procedure_of(&open.request).await?;
    let Some(step) = procedure.step(&open.task.step) else {
        return Ok(());
    };
    let calendar = &counter.office.calendar;
    let rings = alarms(step, &open.request)
        .iter()
        .any(|alarm| alarm.nth == nth && alarm.planned.moment(calendar) == planned);
    let Some(alarm) = step.alarms.get(nth).filter(|_| rings) else {
        return Ok(());
    };
    let barred = open.request.barred(&procedure);
    for role in &alarm.tell {
        for person in tx.deciders(role, None, &barred, counter.now()).await? {
            let task = open.task.id;
            tx.tell(person, &What::Alarm { task, nth, planned })?;
        }
    }
    if alarm.tell_applicant {
        let task = open.task.id;
        tx.tell(open.request.applicant, &What::Alarm { task, nth, planned })?;
    }
    Ok(())
}

/// The next evening is planned.
pub(super) async fn keep_evening_planned(counter: &Counter) -> Result<(), Error> {
    let office = &counter.office;
    let at = next_evening(&office.calendar, counter.now());
    let wake = Wake::Evening {
        day: office.calendar.day_of(at),
    };
    if !counter.db.is_known(&wake).await? {
        let tx = counter.db.begin().await?;
        tx.plan(&wake, at).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// When work ends, or where there is none, at five.
fn next_evening(calendar: &Calendar, now: DateTime<Utc>) -> DateTime<Utc> {
    let evening = |day: NaiveDate| {
        let work = calendar.spans(day).last();
        calendar.moment(day, work.map_or(EVENING, |span| span.until))
    };
    let today = calendar.day_of(now);
    let mut evenings = today.iter_days().take(3).map(evening);
    evenings.find(|at| *at > now).unwrap_or(now)
}

/// Tells who is still inside, to those whom the office's file names. The evening of a day that is over is
/// not told any more.
pub(super) async fn look_through(
    counter: &Counter,
    tx: &mut Tx,
    day: NaiveDate,
) -> Result<(), Error> {
    let now = counter.now();
    if day != counter.office.calendar.day_of(now) {
        return Ok(());
    }
    for register in &counter.office.registers {
        let which = Lines {
            registers: std::slice::from_ref(&register.code),
            open: Some(now),
            words: "",
        };
        if register.evening.is_empty() || tx.lines(which, 0, 1).await?.1 == 0 {
            continue;
        }
        let mut told = Vec::new();
        for role in &register.evening {
            told.extend(tx.deciders(role, None, &[], now).await?);
        }
        told.sort_unstable();
        told.dedup();
        let register = &register.code;
        for person in told {
            let register = register.clone();
            tx.tell(person, &What::StillOpen { register, day })?;
        }
    }
    tell_anchor(counter, tx, day).await
}

/// Groups that read along with those who may look at every request are told how the chain ends today: what others
/// hold, nobody changes in silence.
async fn tell_anchor(counter: &Counter, tx: &mut Tx, day: NaiveDate) -> Result<(), Error> {
    let helpdesk = RoleCode::new(HELPDESK);
    let roles = counter.office.roles.iter();
    let mut groups = Vec::new();
    for role in roles.filter(|role| role.sees_all || role.code == helpdesk) {
        groups.extend(tx.groups_of(&role.code).await?);
    }
    groups.sort_unstable();
    groups.dedup();
    if groups.is_empty() {
        return Ok(());
    }
    let end = tx.anchor().await?;
    if end.place > 0 {
        for group in groups {
            let anchor = end.short();
            tx.tell(group, &What::Anchor { day, anchor })?;
        }
    }
    Ok(())
}

/// The calendar has changed: what has not been announced yet moves with it. What people were told stays.
pub(super) async fn plan_again(
    counter: &Counter,
    tx: &mut Tx,
    open: &OpenTask,
) -> Result<(), Error> {
    let procedure = counter.shown_procedure_of(&open.request).await?;
    let step: Option<&Step> = procedure.step(&open.task.step);
    let Some(waits) = step.and_then(|step| waits(step, &open.request)) else {
        return Ok(());
    };
    let wake = Wake::Announce {
        task: open.task.id,
        plain: waits.is_plain(),
    };
    if tx.is_planned(&wake).await? {
        let from = open.task.waits_from(&waits);
        let at = waits.announced_at(&counter.office.calendar, from);
        tx.replan(&wake, at).await?;
    }
    Ok(())
}
