//! Moments to come at which the office does not work, said where somebody decides on them or is about to ask for them.

use chrono::{DateTime, Datelike, Utc};
use domain::{
    calendar::Calendar,
    procedure::{Answer, Field, condition::OfficeTime},
};

use super::{Html, Speech, moment::weekday, words::t};

/// A line for each of the answers that is such a moment.
pub(super) fn warned<'a>(
    s: &Speech,
    calendar: &Calendar,
    answers: impl IntoIterator<Item = (&'a Field, &'a Answer)>,
    now: DateTime<Utc>,
) -> Html {
    let mut lines = Html::new();
    for (field, answer) in answers {
        let Answer::Moment(at) = *answer else {
            continue;
        };
        if at < now {
            continue;
        }
        let label = s.text(&field.label);
        match OfficeTime::of(calendar, answer) {
            Some(OfficeTime::OffHours) => {
                lines.line(t!(s, "outside-hours", label = label));
            }
            Some(OfficeTime::DayOff) => {
                let day = calendar.day_of(at);
                let mut named = calendar.days_of(day.year()).filter(|off| off.day == day);
                let name = match named.next() {
                    Some(off) => off.name.clone(),
                    None => weekday(s, day.weekday()).into_owned(),
                };
                lines.line(t!(s, "outside-days", label = label, name = name));
            }
            _ => {}
        }
    }
    lines
}
