//! When the office works: everyone looks, administrators change it.

use chrono::NaiveDate;
use domain::{
    Error, Refusal,
    calendar::{
        CalendarAct, DayOff, TermTag,
        import::{self, Format, ImportFault, Imported, MOST_BYTES},
    },
    command::{calendar, trust},
    house::{Chosen, House},
    person::Person,
    query::{self, calendar::keeps},
};

use super::{
    Said, Visit,
    file::{File, enough, fetch},
    house,
    visit::Tap,
};
use crate::{
    button::CalendarPress,
    text::{self, Screen, words::t},
    voice::Reply,
};

/// A tap on a button of the calendar.
pub async fn press(visit: &Visit, person: &Person, tap: &Tap, press: CalendarPress) -> Said {
    use CalendarPress as Press;
    let Visit {
        counter, speech, ..
    } = visit;
    let calendar = query::calendar::calendar(counter, person)?;
    let turn = |screen| Ok(vec![tap.quiet(), tap.turn(screen, false)]);
    let ask = |house, chosen| house::begin(visit, person, tap, house, chosen);
    let change = |act| change(visit, person, tap, act);
    match press {
        Press::Home => turn(text::calendar::home(speech, counter, person)),
        Press::Year(year) => turn(text::calendar::year(speech, calendar, person, year)),
        Press::Month(month) => turn(text::calendar::of_month(speech, calendar, month.first())),
        Press::Day(day) => {
            let off = known(calendar.days_off.get(&day), day)?;
            turn(text::calendar::day(speech, calendar, person, off))
        }
        Press::Terms => turn(text::hours::terms(
            speech,
            calendar,
            person,
            counter.today(),
        )),
        Press::Term(tag) => {
            let hours = calendar.term(&tag).ok_or(Refusal::NoSuchTerm)?;
            turn(text::hours::term(speech, person, hours))
        }
        Press::DateRight(day) => {
            trust::date_is_right(counter, person, day).await?;
            turn(Screen::new(t!(speech, "date-right")))
        }
        Press::DateWrong(day) => {
            trust::date_is_wrong(counter, person, day).await?;
            turn(text::date::wrong(speech, day))
        }
        _ if !keeps(person) => Err(Refusal::OnlyAdministrator.into()),
        Press::AddDay => ask(House::Day, Chosen::default()).await,
        Press::ChangeDay(day) => {
            known(calendar.days_off.get(&day), day)?;
            let day = Some(day);
            let chosen = Chosen {
                day,
                ..Chosen::default()
            };
            ask(House::Day, chosen).await
        }
        Press::AddTerm => ask(House::Term, Chosen::default()).await,
        Press::ChangeTerm(tag) => {
            let hours = calendar.term(&tag).ok_or(Refusal::NoSuchTerm)?;
            let house = if hours.from.is_none() {
                House::Usual
            } else {
                House::Term
            };
            let chosen = Chosen {
                term: Some(tag),
                ..Chosen::default()
            };
            ask(house, chosen).await
        }
        Press::RemoveDay(day) => {
            let name = known(calendar.days_off.get(&day), day)?.name.clone();
            calendar::carry_out(counter, Some(person), &CalendarAct::RemoveDay(day)).await?;
            turn(text::calendar::day_removed(speech, day, &name))
        }
        Press::RemoveTerm(tag) => {
            let name = calendar.term(&tag).ok_or(Refusal::NoSuchTerm)?.name.clone();
            let act = CalendarAct::RemoveTerm(tag.clone());
            calendar::carry_out(counter, Some(person), &act).await?;
            turn(text::hours::term_removed(speech, tag, &name))
        }
        Press::ConfirmYear(year) => turn(text::calendar::confirm_year(speech, calendar, year)),
        Press::ConfirmYearSurely(year) => change(CalendarAct::ConfirmYear(year)).await,
        Press::RestoreDay(day) => change(CalendarAct::RestoreDay(day)).await,
        Press::ConfirmDay(day) => change(CalendarAct::ConfirmDay(day)).await,
        Press::RestoreTerm(tag) => change(CalendarAct::RestoreTerm(tag)).await,
        Press::BeginLater(tag) => change(CalendarAct::BeginLater(tag)).await,
        Press::EndLater(tag) => change(CalendarAct::EndLater(tag)).await,
        Press::ImportDay { day, token } => {
            calendar::turn_import_day(counter, person, &token, day).await?;
            let shown = query::calendar::import(counter, person, &token).await?;
            let page = text::import::page_of(&shown.1, day);
            turn(text::import::preview(speech, &token, page, &shown))
        }
        Press::ImportPage { page, token } => {
            let shown = query::calendar::import(counter, person, &token).await?;
            turn(text::import::preview(speech, &token, page, &shown))
        }
        Press::Import { token, save: true } => {
            let n = calendar::save_import(counter, person, &token).await?;
            turn(text::import::saved(speech, n))
        }
        Press::Import { token, .. } => {
            calendar::drop_import(counter, person, &token).await?;
            turn(text::import::dropped(speech))
        }
    }
}

fn known(off: Option<&DayOff>, day: NaiveDate) -> Result<&DayOff, Refusal> {
    off.ok_or(Refusal::NoSuchDayOff { day })
}

async fn change(visit: &Visit, person: &Person, tap: &Tap, act: CalendarAct) -> Said {
    calendar::carry_out(&visit.counter, Some(person), &act).await?;
    Ok(done(visit, tap, &act))
}

/// What was changed, as it is now.
pub fn done(visit: &Visit, tap: &Tap, act: &CalendarAct) -> Vec<Reply> {
    let counter = visit.counter.fresh();
    let recorded = tap.toast(t!(plain visit.speech, "calendar-recorded"));
    let Some(person) = &visit.person else {
        return vec![recorded];
    };
    let (speech, calendar) = (&visit.speech, &counter.office.calendar);
    let day = |day: &NaiveDate| {
        let off = calendar.days_off.get(day)?;
        Some(text::calendar::day(speech, calendar, person, off))
    };
    let term = |tag: &TermTag| {
        let hours = calendar.term(tag)?;
        Some(text::hours::term(speech, person, hours))
    };
    let screen = match act {
        CalendarAct::SetDay { off, .. } => day(&off.day),
        CalendarAct::RestoreDay(of) | CalendarAct::ConfirmDay(of) | CalendarAct::RemoveDay(of) => {
            day(of)
        }
        CalendarAct::ConfirmYear(year) => {
            Some(text::calendar::year(speech, calendar, person, *year))
        }
        CalendarAct::SetTerm { hours, .. } => term(&hours.tag()),
        CalendarAct::RemoveTerm(tag)
        | CalendarAct::RestoreTerm(tag)
        | CalendarAct::BeginLater(tag)
        | CalendarAct::EndLater(tag) => term(tag),
        CalendarAct::Import(_) => None,
    };
    let screen = screen.unwrap_or_else(|| text::calendar::home(speech, &counter, person));
    vec![recorded, tap.turn(screen, false)]
}

/// What is said to a file of days off that an administrator sends while no form listens; nothing where
/// it is no such file, or not from them.
pub async fn sent(visit: &Visit, person: &Person, sent: &File) -> Result<Option<Screen>, Error> {
    if !keeps(person) || Format::of(&sent.name).is_none() {
        return Ok(None);
    }
    let s = &visit.speech;
    if sent.size > MOST_BYTES as u64 {
        return Ok(Some(text::import::fault(s, ImportFault::TooLarge)));
    }
    let allowed = visit
        .gate
        .file(visit.account, sent.size, visit.counter.clock.passed());
    if let Err(too_much) = allowed {
        return Ok(Some(Screen::new(enough(visit, too_much))));
    }
    let Some(bytes) = fetch(visit, sent).await else {
        return Ok(Some(text::import::not_fetched(s)));
    };
    let imported = match import::read(&sent.name, &bytes) {
        Ok(imported) => Imported {
            name: sent.name.clone(),
            ..imported
        },
        Err(fault) => return Ok(Some(text::import::fault(s, fault))),
    };
    let token = calendar::keep_import(&visit.counter, person, &imported).await?;
    let shown = query::calendar::import(&visit.counter, person, &token).await?;
    Ok(Some(text::import::preview(s, &token, 0, &shown)))
}
