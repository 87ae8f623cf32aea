//! Which days and hours are offered where a day or a moment is asked.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};

use super::{
    accept::{Knowledge, Unfit},
    answer::Answer,
    field::Field,
    kind::{Kind, date_time::DateTimeKind, day_limits::DayLimits, day_words, time},
};

/// How far from the first day the others lie that are offered at once.
const NEAR: [u64; 4] = [0, 1, 3, 7];
/// The same, where only the past is asked for: letters are days old, seldom weeks.
const PAST: [u64; 4] = [0, 1, 2, 3];
/// When the office is closed on a day, these hours are offered.
const USUAL: (u32, u32) = (8, 16);

/// What of the calendar someone looks at while a day or a moment is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CalendarView {
    /// The days of the month in which this day lies.
    Month(NaiveDate),
    /// The hours of this day, which was chosen.
    Hours(NaiveDate),
}

/// What can be chosen of the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CalendarChoices {
    /// Days that are likely, and the month in which they lie.
    Near {
        today: NaiveDate,
        days: Vec<NaiveDate>,
        month: NaiveDate,
    },
    /// All days of a month that fit, and the months beside it that have any.
    Month {
        days: Vec<NaiveDate>,
        before: Option<NaiveDate>,
        after: Option<NaiveDate>,
    },
    /// Hours of a day that fit.
    Hours {
        day: NaiveDate,
        times: Vec<NaiveTime>,
    },
}

impl CalendarView {
    /// What is shown: where a moment can lie on one day only, its hours.
    fn shown(
        field: &Field,
        chosen: Option<CalendarView>,
        knowledge: &Knowledge<'_>,
    ) -> Option<CalendarView> {
        let only_day = || match (&field.kind, field.kind.day_limits()?.days(knowledge)) {
            (Kind::DateTime(_), (Some(from), Some(until))) if from == until => {
                Some(CalendarView::Hours(from))
            }
            _ => None,
        };
        chosen.or_else(only_day)
    }
}

impl CalendarChoices {
    /// What can be chosen at a question; nothing where it asks for no day.
    pub fn of(
        field: &Field,
        view: Option<CalendarView>,
        knowledge: &Knowledge<'_>,
    ) -> Option<CalendarChoices> {
        let limits = field.kind.day_limits()?;
        Some(
            match (CalendarView::shown(field, view, knowledge), &field.kind) {
                (Some(CalendarView::Hours(day)), Kind::DateTime(moment)) => {
                    CalendarChoices::Hours {
                        day,
                        times: hours(moment, day, knowledge),
                    }
                }
                (Some(CalendarView::Month(day)), _) => month(field, limits, day, knowledge),
                _ => near(field, limits, knowledge),
            },
        )
    }
}

/// What someone looks at after typing what is no answer yet: a month, or a day without its hour. Refused where none of
/// its days fits.
pub fn view_of(
    field: &Field,
    typed: &str,
    knowledge: &Knowledge<'_>,
) -> Option<Result<CalendarView, Unfit>> {
    let limits = field.kind.day_limits()?;
    if let Some(first) = day_words::month(typed, knowledge.today()) {
        let next = first.checked_add_months(Months::new(1));
        let last = next.and_then(|next| next.pred_opt()).unwrap_or(first);
        return Some(match limits.days(knowledge) {
            (Some(from), _) if last < from => Err(Unfit::DateTooEarly { from }),
            (_, Some(until)) if first > until => Err(Unfit::DateTooLate { until }),
            _ => Ok(CalendarView::Month(first)),
        });
    }
    let Kind::DateTime(_) = &field.kind else {
        return None;
    };
    let day = limits.said(typed, knowledge).ok()?;
    let holds = limits.hold_day(day, knowledge);
    Some(holds.map(|()| CalendarView::Hours(day)))
}

/// What was typed, as an hour of the day that is shown; nothing where none is, or where it reads as no hour.
pub fn hour_of(
    field: &Field,
    view: Option<CalendarView>,
    typed: &str,
    knowledge: &Knowledge<'_>,
) -> Option<Result<Answer, Unfit>> {
    let Kind::DateTime(moment) = &field.kind else {
        return None;
    };
    let Some(CalendarView::Hours(day)) = CalendarView::shown(field, view, knowledge) else {
        return None;
    };
    let time = time::said(&typed.trim().to_lowercase(), knowledge)?;
    let at = knowledge.calendar().moment(day, time);
    let holds = moment.hold(at, knowledge);
    Some(holds.map(|()| Answer::Moment(at)))
}

fn near(field: &Field, limits: &DayLimits, knowledge: &Knowledge<'_>) -> CalendarChoices {
    let today = knowledge.today();
    let (from, until) = limits.days(knowledge);
    let fits = |day: &NaiveDate| fits(*day, from, until) && has_an_hour(field, *day, knowledge);
    let is_past = until.is_some_and(|until| until <= today);
    let days: Vec<_> = if is_past {
        let last = until.unwrap_or(today);
        PAST.iter()
            .filter_map(|days| last.checked_sub_days(Days::new(*days)))
            .filter(fits)
            .collect()
    } else {
        let first = from.map_or(today, |from| from.max(today));
        NEAR.iter()
            .filter_map(|days| first.checked_add_days(Days::new(*days)))
            .filter(fits)
            .collect()
    };
    let month = days.last().copied().unwrap_or(today);
    CalendarChoices::Near { today, days, month }
}

fn month(
    field: &Field,
    limits: &DayLimits,
    within: NaiveDate,
    knowledge: &Knowledge<'_>,
) -> CalendarChoices {
    let (from, until) = limits.days(knowledge);
    let first = within.with_day(1).unwrap_or(within);
    let next = first.checked_add_months(Months::new(1));
    let days = first
        .iter_days()
        .take_while(|day| next.is_none_or(|next| *day < next));
    let before = first.pred_opt();
    CalendarChoices::Month {
        days: days
            .filter(|day| fits(*day, from, until) && is_open(field, *day, knowledge))
            .collect(),
        before: before.filter(|last| from.is_none_or(|from| from <= *last)),
        after: next.filter(|first| until.is_none_or(|until| *first <= until)),
    }
}

/// Whether a day has an hour left that fits, where a moment is asked: in the evening nobody is offered today.
fn has_an_hour(field: &Field, day: NaiveDate, knowledge: &Knowledge<'_>) -> bool {
    match &field.kind {
        Kind::DateTime(moment) => !hours(moment, day, knowledge).is_empty(),
        _ => true,
    }
}

/// Whether what was chosen is free at some hour of a day.
fn is_open(field: &Field, day: NaiveDate, knowledge: &Knowledge<'_>) -> bool {
    knowledge.closed.is_empty() || has_an_hour(field, day, knowledge)
}

fn hours(moment: &DateTimeKind, day: NaiveDate, knowledge: &Knowledge<'_>) -> Vec<NaiveTime> {
    let spans = knowledge.calendar().spans(day);
    let (opens, closes) = match (spans.first(), spans.last()) {
        (Some(first), Some(last)) => (first.from.hour(), last.until.hour()),
        _ => USUAL,
    };
    let times = (opens..=closes).filter_map(|hour| NaiveTime::from_hms_opt(hour, 0, 0));
    times
        .filter(|time| {
            let at = knowledge.calendar().moment(day, *time);
            moment.hold(at, knowledge).is_ok()
        })
        .collect()
}

fn fits(day: NaiveDate, from: Option<NaiveDate>, until: Option<NaiveDate>) -> bool {
    from.is_none_or(|from| from <= day) && until.is_none_or(|until| day <= until)
}
