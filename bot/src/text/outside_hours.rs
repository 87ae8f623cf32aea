//! Moments to come at which the office does not work, said where somebody decides on them or is about to ask for them.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::{
    calendar::Calendar,
    procedure::{Answer, Field, condition::OfficeTime},
};

use super::{Html, Speech, moment::weekday, words::t};

/// Which of the answers are such moments: a line for those out of hours, and one for each day off.
pub(super) fn warned<'a>(
    s: &Speech,
    calendar: &Calendar,
    answers: impl IntoIterator<Item = (&'a Field, &'a Answer)>,
    now: DateTime<Utc>,
) -> Html {
    // None: out of hours on a working day.
    let mut found: Vec<(Option<NaiveDate>, Vec<&str>)> = Vec::new();
    for (field, answer) in answers {
        let Answer::Moment(at) = *answer else {
            continue;
        };
        let off = match OfficeTime::of(calendar, answer) {
            Some(OfficeTime::OffHours) => None,
            Some(OfficeTime::DayOff) => Some(calendar.day_of(at)),
            _ => continue,
        };
        if at < now {
            continue;
        }
        let label = s.text(&field.label);
        match found.iter_mut().find(|(known, _)| *known == off) {
            Some((_, labels)) => labels.push(label),
            None => found.push((off, vec![label])),
        }
    }
    let mut lines = Html::new();
    for (off, labels) in found {
        let labels = labels.join(", ");
        lines.line(match off {
            None => t!(s, "outside-hours", labels = labels),
            Some(day) => t!(
                s,
                "outside-days",
                name = name(s, calendar, day),
                labels = labels
            ),
        });
    }
    lines
}

/// What a day off is called: its holiday, or else the day of the week.
fn name(s: &Speech, calendar: &Calendar, day: NaiveDate) -> String {
    let mut named = calendar.days_of(day.year()).filter(|off| off.day == day);
    match named.next() {
        Some(off) => off.name.clone(),
        None => weekday(s, day.weekday()).into_owned(),
    }
}
